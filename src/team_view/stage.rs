//! The two teams on the page, side by side, each with its board. A member is chosen by pointer, finger or arrow keys.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};
use yew::prelude::*;

use super::layout::Way;
use super::projector::{Projector, ReadOut};
use crate::components::size::use_size;
use crate::keys::plain;
use crate::page;
use crate::text::labels::Labels;
use crate::text::team::{Since, comers, describe, done, member, since};
use model::scenario::{Arm, Scenario};
use model::snapshot::{Board, Snapshot};
use words::stage;

/// Where the story of whom one chose is told.
const STORY: &str = "section.person";

/// What the stage is given.
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// What moves.
    pub projector: Rc<Projector>,
    /// What is compared.
    pub scenario: Rc<Scenario>,
    /// What the arms are called.
    pub names: [String; 2],
    /// Where things stand.
    pub read_out: ReadOut,
    /// Whether the result is covered, and so is how much work each team has done.
    pub covered: bool,
    /// Whose story is told, by seat.
    pub selected: Option<usize>,
    /// Whether it is to be seen who trusts whom.
    pub trust: bool,
    /// Someone's story is to be told, or nobody's.
    pub on_select: Callback<Option<usize>>,
    /// What else there is to choose of the pictures.
    pub tools: Html,
}

/// The two teams.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    use_effect_with((props.selected, props.trust), {
        let projector = Rc::clone(&props.projector);
        move |(selected, trust)| projector.mark(*selected, *trust)
    });
    // What opens or goes beside a picture leaves it another size, and stretched until it is painted anew.
    let sizes = [use_size(props.projector.canvas(Arm::Control)), use_size(props.projector.canvas(Arm::Treatment))];
    use_effect_with(sizes, {
        let projector = Rc::clone(&props.projector);
        // At once, for paper waits for no frame.
        move |_| {
            projector.repaint_at_once();
            projector.repaint();
        }
    });
    html! {
        <div class="teams">
            for arm in Arm::BOTH {
                { team(props, arm) }
            }
        </div>
    }
}

/// What whom the pointer means does in a team, or else who is selected; empty while that is nobody.
fn who(props: &StageProps, arm: Arm) -> String {
    let members = &props.read_out.teams[arm as usize].members;
    let labels = Labels::of(&props.scenario);
    let seat = props.read_out.pointed.or(props.selected).filter(|&seat| seat < members.len());
    let Some(seat) = seat else { return String::new() };
    let comes = comers(&props.scenario, arm).get(seat) == Some(&true);
    stage::Who { person: &labels.person(seat), doing: &member(&members[seat], comes, labels) }.say()
}

fn team(props: &StageProps, arm: Arm) -> Html {
    let snapshot = &props.read_out.teams[arm as usize];
    let name = props.names[arm as usize].as_str();
    let class = match arm {
        Arm::Control => "control",
        Arm::Treatment => "treatment",
    };
    html! {
        <section class={classes!("team", class)} aria-label={name.to_owned()}>
            <header>
                <h2 title={name.to_owned()}>
                    { name }
                    if !props.read_out.changed && arm == Arm::Treatment { <small>{ " " }{ stage::until_then() }</small> }
                </h2>
                <p class="who" data-testid={format!("who-{class}")}>{ who(props, arm) }</p>
                if arm == Arm::Control { { props.tools.clone() } }
            </header>
            { picture(props, arm, class, name, snapshot) }
            { board(snapshot, props) }
        </section>
    }
}

/// The picture, as a list of which one is chosen: a canvas has no parts that could be.
fn picture(props: &StageProps, arm: Arm, class: &'static str, name: &str, snapshot: &Snapshot) -> Html {
    let projector = &props.projector;
    let comes = comers(&props.scenario, arm);
    let seats: Vec<usize> = (0..snapshot.members.len()).filter(|&seat| comes.get(seat) == Some(&true)).collect();
    let onpointermove = {
        let projector = Rc::clone(projector);
        Callback::from(move |event: PointerEvent| projector.point(seat_at(&projector, arm, &event)))
    };
    let onpointerleave = {
        let projector = Rc::clone(projector);
        Callback::from(move |_: PointerEvent| projector.point(None))
    };
    let onclick = {
        let (projector, on_select) = (Rc::clone(projector), props.on_select.clone());
        Callback::from(move |event: MouseEvent| on_select.emit(seat_at(&projector, arm, &event)))
    };
    let onkeydown = {
        let (projector, on_select, selected) = (Rc::clone(projector), props.on_select.clone(), props.selected);
        let seats = seats.clone();
        Callback::from(move |event: KeyboardEvent| {
            let key = plain(&event);
            if key.as_deref() == Some("Enter") && selected.is_some() {
                event.prevent_default();
                page::focus(STORY);
                return;
            }
            let next = key.and_then(|key| after_key(&key, &projector, arm, selected, &seats));
            if let Some(next) = next {
                event.prevent_default();
                on_select.emit(next);
            }
        })
    };
    let labels = Labels::of(&props.scenario);
    let option = |seat: usize| format!("{class}-{seat}");
    html! {
        <div class="picture" role="listbox" tabindex="0" title={stage::choose(&labels.member(1))} aria-label={stage::picture(&name)}
            aria-describedby={format!("{class}-now")} aria-activedescendant={props.selected.filter(|seat| seats.contains(seat)).map(option)}
            {onpointermove} {onpointerleave} {onclick} {onkeydown} data-testid={format!("pick-{class}")}>
            <canvas ref={projector.canvas(arm)} aria-hidden="true" data-testid={format!("team-{class}")}></canvas>
            <div class="unseen">
                for &seat in &seats {
                    <div role="option" key={seat} id={option(seat)} aria-selected={(props.selected == Some(seat)).to_string()}>
                        { labels.person(seat) }
                    </div>
                }
            </div>
            <p class="unseen" id={format!("{class}-now")}>{ describe(name, snapshot, seats.len(), counted(props), props.trust) }</p>
        </div>
    }
}

fn seat_at(projector: &Projector, arm: Arm, event: &MouseEvent) -> Option<usize> {
    let canvas = projector.canvas(arm).cast::<HtmlElement>()?;
    let frame = canvas.unchecked_ref::<web_sys::Element>().get_bounding_client_rect();
    projector.at(arm, [f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top()])
}

/// Who is selected after a key; `None` if the key means nothing here.
fn after_key(
    key: &str,
    projector: &Projector,
    arm: Arm,
    selected: Option<usize>,
    seats: &[usize],
) -> Option<Option<usize>> {
    let way = match key {
        "ArrowLeft" => Way::Left,
        "ArrowRight" => Way::Right,
        "ArrowUp" => Way::Up,
        "ArrowDown" => Way::Down,
        "Home" => return Some(seats.first().copied()),
        "End" => return Some(seats.last().copied()),
        "Enter" | " " if selected.is_none() => return Some(Some(0)),
        "Escape" if selected.is_some() => return Some(None),
        _ => return None,
    };
    Some(match selected {
        Some(seat) => projector.next(arm, seat, way).or(Some(seat)),
        None => Some(0),
    })
}

/// Since when what is done is counted; nothing while the result is covered.
fn counted(props: &StageProps) -> Option<Since> {
    let ReadOut { done_before: before, changed, .. } = props.read_out;
    (!props.covered).then_some(Since { before, changed })
}

fn board(snapshot: &Snapshot, props: &StageProps) -> Html {
    let (read_out, labels) = (&props.read_out, Labels::of(&props.scenario));
    let shown = |count: u32| if props.covered { None } else { Some(count) };
    let Board { waiting, in_work, stuck, to_approve, rework, done: all } = snapshot.board;
    let columns = [
        ("waiting", stage::waiting(), "", shown(waiting)),
        ("work", stage::in_work(), "", Some(in_work)),
        ("stuck", stage::stuck(), "", Some(stuck)),
        ("approve", stage::to_approve(), "", Some(to_approve)),
        ("rework", stage::rework(), "", Some(rework)),
        ("done", stage::done(), since(read_out.changed), shown(done(snapshot, read_out.done_before))),
    ];
    // One scale for both teams, so that the longer row is the larger number.
    let boards = read_out.teams.iter().map(|team| team.board);
    let most =
        boards.flat_map(|board| [board.waiting, board.in_work, board.stuck, board.to_approve, board.rework]).max();
    let tasks_per_card = most.unwrap_or(0).div_ceil(MOST_CARDS).max(1);
    html! {
        <dl class="board" title={stage::board(&labels.task(2))} data-arrived={shown(snapshot.arrived).map(|all| all.to_string())} data-done={shown(all).map(|all| all.to_string())}>
            for (class, label, more, count) in columns {
                <div class={class}>
                    <dt>{ label }<span class="since">{ more }</span></dt>
                    <dd>
                        { count.map_or_else(|| "–".to_owned(), |count| count.to_string()) }
                        <span class="cards" style={format!("--cards: {}", count.unwrap_or(0).div_ceil(tasks_per_card).min(MOST_CARDS))} aria-hidden="true"></span>
                    </dd>
                </div>
            }
        </dl>
    }
}

/// Cards shown of a column.
const MOST_CARDS: u32 = 12;
