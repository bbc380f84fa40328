//! The lab: two teams side by side, levers, what many pairs say.

use std::rc::Rc;
use std::sync::Arc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::pair::use_pair;
use super::site::Site;
use crate::charts::catalogue::fronts;
use crate::charts::data::ChartData;
use crate::charts::figure::Figure;
use crate::components::ensemble_panel::{EnsemblePanel, ensemble_panel};
use crate::components::history_bar::history_bar;
use crate::components::later::Later;
use crate::components::levers::Levers;
use crate::components::person::Person;
use crate::components::questions::{Questions, use_questions};
use crate::components::result::result_sentence;
use crate::components::seed::SeedBox;
use crate::components::strip::Strip;
use crate::components::time_controls::{TimeControls, time_controls};
use crate::content::{Content, with_texts};
use crate::keys::use_keys;
use crate::page;
use crate::player::Span;
use crate::replay::use_replay;
use crate::route::View;
use crate::state::{Action, State};
use crate::team_view::legend::legend;
use crate::team_view::projector::{Projector, ReadOut};
use crate::team_view::stage::Stage;
use crate::text::arms;
use experiment::goal::Goal;
use model::outcome::Measure;
use model::snapshot::MemberSnapshot;
use words::markup::around;

/// When what opened is there to be looked for [ms].
const OPENS: u32 = 50;

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
}

/// The lab.
pub fn lab(site: &Site) -> Html {
    html! { <Lab state={site.state.clone()} colours={site.colours} content={site.content} on_content={site.on_content.clone()} shown={site.view == View::LAB} /> }
}

/// The lab.
#[component]
pub fn Lab(props: &LabProps) -> Html {
    let LabProps { state, colours, shown, .. } = props;
    let (colours, shown) = (*colours, *shown);
    let dispatch = state.dispatcher();
    let (projector, read_out) = use_projector(state, shown);
    use_keys(state, shown);
    let (asked, on_ask, on_back) = use_questions(state);

    let (summary, replicate) = (state.summary().cloned(), state.view_options.replicate);
    let fronts = fronts(state.view_options.chart, state.scenario());
    let charts = use_charts(state, fronts);
    let (done, complete) = (state.done(), state.is_complete());
    use_effect_with((summary.is_some(), done, complete), |(ready, done, complete)| {
        if *ready {
            page::mark("data-ready", "true");
        }
        page::mark("data-pairs", &done.to_string());
        page::mark("data-complete", &complete.to_string());
    });
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
    let on_moment = use_callback(projector.clone(), |day: f64, projector| projector.seek(day));
    let on_chart = use_callback(dispatch.clone(), |measure: Measure, dispatch| {
        dispatch.dispatch(Action::Chart(measure));
    });
    let on_select = use_callback((dispatch.clone(), state.person()), |person: Option<usize>, (dispatch, before)| {
        dispatch.dispatch(Action::Select(person));
        // A story that opens below the window would not be noticed.
        if person.is_some() && before.is_none() {
            Timeout::new(OPENS, || page::raise(".person", 0.6)).forget();
        }
    });
    let on_goal = use_callback(dispatch.clone(), |goal: Goal, dispatch| dispatch.dispatch(Action::Goal(goal)));
    let trust = state.view_options.trust;

    let scenario = state.scenario();
    let span = Span::of(scenario);
    let texts = scenario.texts();
    let story = library::story(scenario);
    // It comes a moment later, and then nothing is to move.
    let comes = story.is_none() && props.content == Content::Coming;
    let story = story.unwrap_or_default();
    let opening = if texts.summary.is_empty() { &story.text } else { &texts.summary };
    let at = span.share(span.clamp(read_out.day));
    let [before, _, after] = around(words::lab::claim());
    html! {
        <main class="lab" tabindex="-1" hidden={!shown}>
            <a class="skip" href="#levers" onclick={skip}>{ words::lab::to_levers() }</a>
            <div class="story">
                <h2>{ &texts.title }</h2>
                <p>{ opening }</p>
                if comes || !story.claim.is_empty() || !story.questions.is_empty() {
                    <details>
                        <summary>{ words::lab::claimed() }</summary>
                        if *opening != story.text { <p>{ &story.text }</p> }
                        if !story.claim.is_empty() {
                            <p>{ before }<q>{ &story.claim }</q>{ after }</p>
                        }
                        <ul>
                            for question in &story.questions {
                                <li>{ question }</li>
                            }
                        </ul>
                    </details>
                }
                <Questions {asked} content={props.content} title={texts.title.clone()} {on_ask} {on_back} />
            </div>
            { result_sentence(summary.as_deref(), state.pin()) }
            <div class="stage"><Later>
                <Stage projector={Rc::clone(&projector)} scenario={Rc::clone(scenario)} names={arms::names(scenario)}
                    read_out={(*read_out).clone()} selected={state.person()} {trust} on_select={on_select.clone()} />
                <Later>{ time_controls(&TimeControls { projector: Rc::clone(&projector), span, day: read_out.day, playing: state.view_options.playing,
                    speed: state.view_options.speed, on_play, on_speed }) }
                if let Some(seat) = state.person() {
                    { with_texts(props.content, &props.on_content, || html! {
                        <Person scenario={Rc::clone(scenario)} {replicate} {seat} now={now(&read_out, seat)} {at} {colours} on_select={on_select.clone()} {on_moment} />
                    }) }
                }
                <div class="below">
                    { legend(colours) }
                    <span class="shown">
                        <button type="button" aria-pressed={trust.to_string()} onclick={act(Action::Trust(!trust))} data-testid="trust"
                            title={words::lab::trust_title()}>{ words::lab::trust() }</button>{ " " }
                        { words::lab::watching(&(replicate + 1)) }{ " " }
                        <button type="button" onclick={act(Action::Replicate((replicate + 1) % 1000))} data-testid="another"
                            title={words::lab::another_title()}>{ words::lab::another() }</button>
                    </span>
                </div></Later>
            </Later></div>
            <div class="side" id="levers" tabindex="-1"><Later>
                { history_bar(state) }
                <Levers scenario={Rc::clone(scenario)} built_in={Rc::clone(state.built_in())} opened={state.view_options.opened} dispatch={dispatch.clone()} />
            </Later></div>
            <div class="charts"><Later>
                <div class="fronts">
                    for (place, measure) in fronts.into_iter().enumerate() {
                        <Figure id={measure.info().id} data={charts.as_ref().map(|charts| Rc::clone(&charts[place]))}
                            {at} {colours} content={props.content} />
                    }
                </div>
                <Later><Strip summary={summary.clone()} {fronts} {on_chart} /></Later>
            </Later></div>
            <section class="chance" aria-label={words::chance::chance()}><Later>
                { ensemble_panel(&EnsemblePanel { summary: state.cache.of(scenario).cloned(), goal: state.cache.goal, complete,
                    computing: state.cache.computing, on_computing, on_goal }) }
                <SeedBox key={state.view_options.opened} seed={scenario.seed()} {on_seed} />
            </Later></section>
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

/// To the levers by focus, for the address belongs to the state.
fn skip(event: MouseEvent) {
    event.prevent_default();
    page::focus("#levers");
}

/// The two charts in front; nothing before the first results.
#[hook]
fn use_charts(state: &UseReducerHandle<State>, fronts: [Measure; 2]) -> Option<[Rc<ChartData>; 2]> {
    // The thin lines belong to the scenario of the thick ones, which follow a lever's move a little later than the teams do.
    let (summary, replicate) = (state.summary().cloned(), state.view_options.replicate);
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
            Projector::new(Rc::clone(state.scenario()), state.view_options.replicate, on_read_out, on_end)
        }
    });
    let projector = Rc::clone(&*projector);
    use_effect_with((Rc::clone(state.scenario()), state.view_options.replicate, state.view_options.opened), {
        let projector = Rc::clone(&projector);
        move |(scenario, replicate, opened)| projector.load(scenario, *replicate, *opened)
    });
    use_effect_with(state.view_options.speed, {
        let projector = Rc::clone(&projector);
        move |speed| projector.set_speed(*speed)
    });
    use_effect_with((state.view_options.playing, shown), {
        let projector = Rc::clone(&projector);
        move |(playing, shown)| projector.play(*playing && *shown)
    });
    use_effect_with((), {
        let projector = Rc::clone(&projector);
        move |()| {
            let again = Rc::clone(&projector);
            let listener =
                web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| again.repaint()));
            move || {
                drop(listener);
                projector.switch_off();
            }
        }
    });
    let read_out = (*latest).clone().unwrap_or_else(|| Rc::new(projector.read_out()));
    (projector, read_out)
}
