//! The lab: two teams side by side, levers, what many pairs say.

use std::rc::Rc;
use std::sync::Arc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::pair::use_pair;
use super::site::Site;
use crate::charts::catalogue::fronts;
use crate::charts::data::ChartData;
use crate::charts::figure::Figure;
use crate::components::ensemble_panel::{EnsemblePanel, ensemble_panel};
use crate::components::history_bar::history_bar;
use crate::components::later::Later;
use crate::components::levers::{Levers, at_hand};
use crate::components::pair_choice::pair_choice;
use crate::components::panels::{Part, panel_tabs, part_tabs};
use crate::components::person::Person;
use crate::components::present_bar::{lever_choice, present_bar};
use crate::components::questions::{Questions, use_questions};
use crate::components::result::{ResultPanel, result};
use crate::components::seed::SeedBox;
use crate::components::story::story;
use crate::components::strip::Strip;
use crate::components::time_controls::Clock;
use crate::components::version::version;
use crate::components::why::Why;
use crate::components::worlds::worlds;
use crate::content::{Content, with_texts};
use crate::keys::use_keys;
use crate::page;
use crate::player::Span;
use crate::presenting::use_presenting;
use crate::replay::use_replay;
use crate::route::View;
use crate::state::guess::Guess;
use crate::state::inquiries::Subject;
use crate::state::look::Kind;
use crate::state::panel::Panel;
use crate::state::scene::Scene;
use crate::state::{Action, State};
use crate::team_view::legend::legend;
use crate::team_view::projector::{Projector, ReadOut};
use crate::team_view::stage::Stage;
use crate::text::arms;
use experiment::goal::Goal;
use experiment::story::Topic;
use model::outcome::Measure;
use model::snapshot::MemberSnapshot;

/// The result, by its selector.
const RESULT: &str = ".lab > .result";
/// A person's story.
const STORY: &str = ".person";
/// The first team's picture, by which people are chosen.
const FIRST_TEAM: &str = ".stage .picture";

/// What the lab is given.
#[derive(Properties, PartialEq)]
pub struct LabProps {
    /// The page's state.
    pub state: UseReducerHandle<State>,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Whether story and questions are there.
    pub content: Content,
    /// They are to be fetched again.
    pub on_content: Callback<()>,
    /// Whether the reader is here. Elsewhere the lab rests, and is found again as it was left.
    pub shown: bool,
    /// Whether the reader asks elsewhere why the teams differ.
    pub explains: bool,
}

/// The lab.
pub fn lab(site: &Site) -> Html {
    let explains = site.view == View::QUESTIONS && site.state.view_options.look.subject == Some(Subject::Why);
    html! {
        <Lab state={site.state.clone()} colours={site.colours} content={site.content} on_content={site.on_content.clone()}
            shown={site.view == View::LAB} {explains} />
    }
}

/// The lab.
#[component]
pub fn Lab(props: &LabProps) -> Html {
    let LabProps { state, colours, shown, .. } = props;
    let (colours, shown) = (*colours, *shown);
    let dispatch = state.dispatcher();
    let look = &state.view_options.look;
    let colours = colours.wrapping_mul(1000).wrapping_add(use_presenting(look.scene.filter(|_| shown)));
    let (projector, read_out) = use_projector(state, shown);
    use_keys(state, shown);
    let (asked, on_ask, on_back) = use_questions(state);

    let (summary, replicate) = (state.summary().cloned(), state.view_options.look.replicate());
    let fronts = fronts(state.view_options.look.chart, state.scenario());
    let charts = use_charts(state, fronts);
    let (done, complete) = (state.done(), state.is_complete());
    let ready = summary.is_some();
    use_effect_with((ready, done, complete), |(ready, done, complete)| {
        if *ready {
            page::mark("data-ready", "true");
        }
        page::mark("data-pairs", &done.to_string());
        page::mark("data-complete", &complete.to_string());
    });
    let settled = state.is_settled();
    use_effect_with(settled, |settled| page::mark("data-settled", &settled.to_string()));
    let explained = state.explanation().map_or(0, |found| found.why.pairs());
    use_effect_with(explained, |explained| page::mark("data-explained", &explained.to_string()));
    use_effect_with((colours, shown), {
        let projector = Rc::clone(&projector);
        move |_| projector.repaint()
    });

    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let on_seed = use_callback(dispatch.clone(), |seed: u64, dispatch| dispatch.dispatch(Action::Seed(seed)));
    let on_play = use_callback(dispatch.clone(), |playing: bool, dispatch| dispatch.dispatch(Action::Play(playing)));
    let on_speed = use_callback(dispatch.clone(), |speed: f64, dispatch| dispatch.dispatch(Action::Speed(speed)));
    let on_computing = use_callback(dispatch.clone(), |computing: bool, dispatch| {
        dispatch.dispatch(Action::Compute(computing));
    });
    // The button that was pressed goes; whoever uses the keyboard goes on where it was.
    let on_guess = use_callback(dispatch.clone(), |guess: Option<Guess>, dispatch| {
        dispatch.dispatch(Action::Guess(guess));
        page::focus(RESULT);
    });
    let on_hide = use_callback(dispatch.clone(), |hidden: bool, dispatch| {
        dispatch.dispatch(Action::Hide(hidden));
        page::focus(RESULT);
    });
    let on_worlds = use_callback(dispatch.clone(), |on: bool, dispatch| dispatch.dispatch(Action::Plausible(on)));
    let on_watch = use_callback(dispatch.clone(), |kind: Kind, dispatch| dispatch.dispatch(Action::Watch(kind)));
    let on_moment = use_callback(projector.clone(), |day: f64, projector| projector.seek(day));
    let on_chart = use_callback(dispatch.clone(), |measure: Measure, dispatch| {
        dispatch.dispatch(Action::Chart(measure));
    });
    let on_select = use_callback(dispatch.clone(), |person: Option<usize>, dispatch| {
        dispatch.dispatch(Action::Select(person));
        if person.is_none() {
            page::focus(FIRST_TEAM);
        }
    });
    let (panel, part) =
        (look.panel.unwrap_or_default(), use_state_eq(|| look.panel.map_or_else(Part::default, |_| Part::Levers)));
    let on_panel = use_callback(dispatch.clone(), |chosen: Panel, dispatch| dispatch.dispatch(Action::Panel(chosen)));
    // What leads to a panel from elsewhere leads to the part of a small screen that has it.
    let opened = use_mut_ref(|| (panel, state.view_options.sought.0));
    use_effect_with((panel, state.view_options.sought.0), {
        let part = part.setter();
        move |now| {
            if opened.replace(*now) != *now {
                part.set(Part::Levers);
            }
        }
    });
    let on_part = use_callback(part.setter(), |chosen: Part, part| part.set(chosen));
    // To the levers by focus, for the address belongs to the state.
    let to_levers = use_callback((on_panel.clone(), part.setter()), |event: MouseEvent, (on_panel, part)| {
        event.prevent_default();
        on_panel.emit(Panel::Levers);
        part.set(Part::Levers);
        page::focus("#levers");
    });
    let on_lever = use_callback(dispatch.clone(), |id: &'static str, dispatch| {
        dispatch.dispatch(Action::Seek(id));
        page::focus("#levers");
    });
    // What only that panel shows is worked out only while it does: not while something is shown large, nor on a small screen another part.
    let in_sight = *part == Part::Levers || page::is_wide();
    let on_panel_why = panel == Panel::Why && shown && in_sight && look.scene.is_none();
    let explains = (on_panel_why || props.explains) && !look.covered();
    use_effect_with(explains, {
        let dispatch = dispatch.clone();
        move |asked| dispatch.dispatch(Action::Ask(*asked))
    });
    let on_goal = use_callback(dispatch.clone(), |goal: Goal, dispatch| dispatch.dispatch(Action::Goal(goal)));
    let trust = look.trust;

    // Questions depend on what is compared, not on the clock.
    let shown_to_ask = use_memo((state.history.present().clone(), state.cache.goal), {
        let state = state.clone();
        move |_| state.shared()
    });
    let on_story = use_callback(dispatch.clone(), |(seat, topic): (usize, Topic), dispatch| {
        dispatch.dispatch(Action::Follow(seat, topic));
        page::focus(STORY);
    });
    let holder = read_out.teams[1].members.iter().position(|member| member.assist_leader);
    let scenario = state.scenario();
    let other = state.other_summary().filter(|other| other.complete()).cloned();
    let span = Span::of(scenario);
    let at = span.share(span.clamp(read_out.day));
    let tools = html! {
        <span class="tools">
            { legend(colours) }
            <button type="button" aria-pressed={trust.to_string()} onclick={act(Action::Trust(!trust))} data-testid="trust"
                title={words::lab::trust_title()}>{ words::lab::trust() }</button>
        </span>
    };
    html! {
        <main class={classes!("lab", format!("on-{}", part.name()), look.scene.is_some().then_some("presenting"))} tabindex="-1" hidden={!shown}>
            <a class="skip" href="#levers" onclick={to_levers}>{ words::lab::to_levers() }</a>
            { result(&ResultPanel { scenario, summary: summary.as_deref(), other: other.as_deref(), why: state.explanation().map(AsRef::as_ref), pin: state.pin(), look, front: fronts[0], on_chart: on_chart.clone(),
                on_guess, on_hide, on_worlds: on_worlds.clone() }) }
            if let (Some(Scene::Lever), Some(row)) = (look.scene, look.large_lever()) {
                <div class="large-lever">
                    { lever_choice(state, &at_hand()) }
                    <Levers only={row} scenario={Rc::clone(scenario)} built_in={Rc::clone(state.built_in())} opened={state.view_options.opened} dispatch={dispatch.clone()} />
                </div>
            }
            <div class="stage"><Later>
                <Stage projector={Rc::clone(&projector)} scenario={Rc::clone(scenario)} names={arms::names(scenario)}
                    read_out={(*read_out).clone()} covered={look.covered()} selected={state.person()} {trust} on_select={on_select.clone()} {tools} />
                <Later><Clock projector={Rc::clone(&projector)} {span} day={read_out.day} playing={state.view_options.playing}
                    speed={state.view_options.speed} {on_play} {on_speed} more={pair_choice(look.pair, &on_watch)} /></Later>
            </Later></div>
            <div class="charts"><Later after={ready}>
                <div class="fronts">
                    for (place, measure) in fronts.into_iter().enumerate() {
                        <Figure id={measure.info().id} data={charts.as_ref().filter(|_| !look.covered()).map(|charts| Rc::clone(&charts[place]))}
                            covered={look.covered()} {at} {colours} content={props.content} />
                    }
                </div>
            </Later></div>
            <div class="side" id="levers" tabindex="-1"><Later after={ready}>
                { panel_tabs(panel, &on_panel) }
                <div class="panel" hidden={panel != Panel::Levers} id={Panel::Levers.id()}>
                    { history_bar(state) }
                    <Levers scenario={Rc::clone(scenario)} built_in={Rc::clone(state.built_in())} opened={state.view_options.opened} dispatch={dispatch.clone()} sought={state.view_options.sought} />
                </div>
                <Later>
                <div class="panel" hidden={panel != Panel::Story} id={Panel::Story.id()}>
                    { story(scenario, props.content) }
                </div>
                <div class="panel" hidden={panel != Panel::Questions} id={Panel::Questions.id()}>
                    // Which of them can be asked takes a while to find out.
                    if panel == Panel::Questions {
                        <Questions shown={shown_to_ask} covered={look.covered()} {asked} content={props.content} {on_ask} {on_back} />
                    }
                </div>
                <div class="panel" hidden={panel != Panel::Outcomes} id={Panel::Outcomes.id()}>
                    if look.covered() { <p class="hint">{ words::present::hidden() }</p> }
                    else { <Strip summary={summary.clone()} {fronts} on_chart={on_chart.clone()} /> }
                </div>
                <div class="panel" hidden={panel != Panel::Why} id={Panel::Why.id()}>
                    if panel == Panel::Why {
                        if look.covered() { <p class="hint">{ words::present::hidden() }</p> }
                        else { <Why scenario={Rc::clone(scenario)} found={state.explanation().cloned()} computing={state.cache.computing}
                            front={fronts[0]} content={props.content} {on_chart} {on_lever} {holder} {on_story} /> }
                    }
                </div>
                <section class="panel chance" hidden={panel != Panel::Chance} id={Panel::Chance.id()} aria-label={words::chance::chance()}>
                    { ensemble_panel(&EnsemblePanel { summary: state.cache.of(scenario).cloned(), goal: state.cache.goal, complete,
                        computing: state.cache.computing, on_computing, on_goal }) }
                    <p class="hint">{ words::result_panel::of() }{ ": " }{ worlds(scenario, &on_worlds, "worlds-chance") }</p>
                    <SeedBox key={state.view_options.opened} seed={scenario.seed()} {on_seed} />
                    <p class="hint">{ words::page::purpose() }</p>
                    <p class="hint" data-testid={shown.then_some("version")}>{ version(scenario, true) }</p>
                </section>
                </Later>
            </Later></div>
            if let Some(seat) = state.person() {
                { with_texts(props.content, &props.on_content, || html! {
                    <Person scenario={Rc::clone(scenario)} {replicate} {seat} now={now(&read_out, seat)} {at} {colours} covered={look.covered()} on_select={on_select.clone()} {on_moment} topic={state.view_options.topic} />
                }) }
            }
            { part_tabs(*part, &on_part) }
            { look.scene.map(|scene| present_bar(state, scene)) }
        </main>
    }
}

/// How far the others trust someone at the moment shown, and that one's rate of leaving a year, each in both teams [hundredths]; 0 where
/// nobody is.
fn now(read_out: &ReadOut, seat: usize) -> [[u32; 2]; 2] {
    let values: [fn(&MemberSnapshot) -> f64; 2] = [|member| member.trusted, |member| member.quit_hazard];
    values.map(|value| {
        let hundredths = |member: &MemberSnapshot| (100.0 * value(member) + 0.5) as u32;
        read_out.teams.each_ref().map(|team| team.members.get(seat).map_or(0, hundredths))
    })
}

/// The two charts in front; nothing before the first results.
#[hook]
fn use_charts(state: &UseReducerHandle<State>, fronts: [Measure; 2]) -> Option<[Rc<ChartData>; 2]> {
    // The thin lines belong to the scenario of the thick ones, which follow a lever's move a little later than the teams do.
    let (summary, replicate) = (state.summary().cloned(), state.view_options.look.replicate());
    let pinned = state.pin().and_then(|pin| pin.summary.clone());
    let single = use_pair(summary.as_ref(), replicate);
    let line = single.as_ref().map(Arc::as_ptr);
    let standing = use_memo((summary, replicate, fronts, pinned, line), |(summary, replicate, fronts, pinned, _)| {
        let summary = summary.as_ref()?;
        let chart = |measure| ChartData::of(measure, summary, single.as_deref(), *replicate, pinned.as_deref());
        Some(fronts.map(chart))
    });
    let share = use_replay(state);
    let ends = use_memo((state.replayed(), replicate, fronts), |(replayed, replicate, fronts)| {
        let ends = replayed.as_ref()?;
        let chart = |measure| ends.each_ref().map(|summary| ChartData::of(measure, summary, None, *replicate, None));
        Some(fronts.map(chart))
    });
    match &*ends {
        Some(ends) => Some(ends.each_ref().map(|[before, now]| Rc::new(ChartData::between(before, now, share)))),
        None => (*standing).clone(),
    }
}

/// What moves, in step with the state, and where it stands.
#[hook]
fn use_projector(state: &UseReducerHandle<State>, shown: bool) -> (Rc<Projector>, Rc<ReadOut>) {
    let latest = use_state_eq(|| None::<Rc<ReadOut>>);
    let projector = use_memo((), {
        let (setter, dispatch, state) = (latest.setter(), state.dispatcher(), state.clone());
        move |()| {
            let on_read_out = Callback::from(move |read_out| setter.set(Some(Rc::new(read_out))));
            let on_end = Callback::from(move |()| dispatch.dispatch(Action::Play(false)));
            let look = &state.view_options.look;
            Projector::new(Rc::clone(state.scenario()), look.replicate(), look.week, on_read_out, on_end)
        }
    });
    let projector = Rc::clone(&*projector);
    use_effect_with((Rc::clone(state.scenario()), state.view_options.look.replicate(), state.view_options.opened), {
        let projector = Rc::clone(&projector);
        let week = state.view_options.look.week;
        move |(scenario, replicate, opened)| projector.load(scenario, *replicate, (*opened, week))
    });
    use_effect_with(state.view_options.speed, {
        let projector = Rc::clone(&projector);
        move |speed| projector.set_speed(*speed)
    });
    // Until it is known which pair is worth looking at, the teams stand where they begin.
    let chosen = state.view_options.look.pair.is_some();
    use_effect_with((state.view_options.playing, shown, chosen), {
        let projector = Rc::clone(&projector);
        move |(playing, shown, chosen)| projector.play(*playing && *shown && *chosen)
    });
    use_effect_with((), {
        let projector = Rc::clone(&projector);
        move |()| {
            let again = Rc::clone(&projector);
            let listeners = web_sys::window().map(|window| {
                let on_paper = ["beforeprint", "afterprint"].map(|event| {
                    let again = Rc::clone(&again);
                    EventListener::new(&window, event, move |_| again.repaint_at_once())
                });
                (on_paper, EventListener::new(&window, "resize", move |_| again.repaint()))
            });
            move || {
                drop(listeners);
                projector.switch_off();
            }
        }
    });
    let read_out = (*latest).clone().unwrap_or_else(|| Rc::new(projector.read_out()));
    use_rest(state, read_out.day);
    (projector, read_out)
}

/// Where the clock rests is part of what is looked at, and stands in the link.
#[hook]
fn use_rest(state: &UseReducerHandle<State>, day: f64) {
    let week = (10.0 * Span::of(state.scenario()).week(day)).round() / 10.0;
    let (rests, known) = (!state.view_options.playing, state.view_options.look.week);
    use_effect_with((rests, week), {
        let dispatch = state.dispatcher();
        move |(rests, week)| {
            // At the beginning there is nothing to say.
            if *rests && known != Some(*week) && (known.is_some() || *week != 0.0) {
                dispatch.dispatch(Action::Rest(Some(*week)));
            }
        }
    });
}
