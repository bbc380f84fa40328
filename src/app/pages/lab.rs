//! The lab: two teams side by side, levers, what many pairs say.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::app::charts::data::ChartData;
use crate::app::charts::figure::Figure;
use crate::app::components::ensemble_panel::EnsemblePanel;
use crate::app::components::header::Header;
use crate::app::components::levers::Levers;
use crate::app::components::notices::Notices;
use crate::app::components::result::ResultSentence;
use crate::app::components::seed::SeedBox;
use crate::app::components::time_controls::TimeControls;
use crate::app::page;
use crate::app::player::Span;
use crate::app::share;
use crate::app::state::{Action, Notice, State};
use crate::app::team_view::legend::Legend;
use crate::app::team_view::projector::{Projector, ReadOut};
use crate::app::team_view::stage::Stage;
use crate::app::text::arms;
use crate::app::theme::Theme;
use crate::app::workers::pool::{Pool, Report};
use crate::experiment::pair::run_pair;
use crate::model::scenario::Scope;

/// Rest after the last change before the address follows it [ms].
const ADDRESS_REST: u32 = 200;

/// The page as its address says.
fn opening() -> State {
    let (shared, faults) = share::read(&page::query());
    let mut state = State::new(shared, !page::reduced_motion());
    if !faults.is_empty() {
        state.notices.push(Notice::of_faults("Part of the link could not be used; the rest was:", &faults));
    }
    state
}

/// The lab.
#[component]
pub fn Lab() -> Html {
    let state = use_reducer(opening);
    let dispatch = state.dispatcher();
    let (theme, on_theme, colours) = use_theme();
    let (projector, read_out) = use_projector(&state);
    use_ensemble(&state);
    use_address(&state);
    use_space_bar(&state);

    // The thin lines belong to the scenario of the thick ones, which follow a lever's move a little later than the teams do.
    let charted = state.findings.as_ref().map(|findings| Rc::clone(&findings.scenario));
    let single = use_memo((charted, state.replicate), |(scenario, replicate)| {
        scenario.as_ref().map(|scenario| run_pair(scenario, *replicate))
    });
    let charts = use_memo((state.findings.clone(), state.replicate), |(findings, replicate)| {
        let (findings, single) = (findings.as_ref()?, single.as_ref().as_ref()?);
        Some([0, 1].map(|place| ChartData::new(place, findings, single, *replicate)))
    });
    let current = state.findings.as_ref().filter(|found| found.scenario == state.scenario);
    let done = current.map_or(0, |found| found.done);
    use_effect_with((state.findings.is_some(), done, done >= state.pairs), |(ready, done, complete)| {
        if *ready {
            page::mark("data-ready", "true");
        }
        page::mark("data-pairs", &done.to_string());
        page::mark("data-complete", &complete.to_string());
    });
    use_effect_with(colours, {
        let projector = Rc::clone(&projector);
        move |_| projector.repaint()
    });

    let act = |action: fn(u32) -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |value| dispatch.dispatch(action(value)))
    };
    let on_set = use_callback(dispatch.clone(), |(scope, id, value): (Scope, &'static str, f64), dispatch| {
        dispatch.dispatch(Action::Set(scope, id, Some(value)));
    });
    let on_reset = use_callback(dispatch.clone(), |(scope, id): (Scope, &'static str), dispatch| {
        dispatch.dispatch(Action::Reset(scope, id));
    });
    let on_reset_all = use_callback(dispatch.clone(), |(), dispatch| dispatch.dispatch(Action::ResetAll));
    let on_choose = use_callback(dispatch.clone(), |name: String, dispatch| dispatch.dispatch(Action::Choose(name)));
    let on_seed = use_callback(dispatch.clone(), |seed: u64, dispatch| dispatch.dispatch(Action::Seed(seed)));
    let on_play = use_callback(dispatch.clone(), |playing: bool, dispatch| dispatch.dispatch(Action::Play(playing)));
    let on_speed = use_callback(dispatch.clone(), |speed: f64, dispatch| dispatch.dispatch(Action::Speed(speed)));
    let on_computing = use_callback(dispatch.clone(), |computing: bool, dispatch| {
        dispatch.dispatch(Action::Compute(computing));
    });
    let on_dismiss = use_callback(dispatch.clone(), |place: usize, dispatch| dispatch.dispatch(Action::Dismiss(place)));
    let replicate = state.replicate;
    let another = act(Action::Replicate).reform(move |_: MouseEvent| (replicate + 1) % 1000);

    let span = Span::of(&state.scenario);
    let texts = state.scenario.texts();
    let at = span.share(span.clamp(read_out.day));
    html! {
        <>
            <a class="skip" href="#levers" onclick={skip}>{ "To the levers" }</a>
            <Header scenario={state.built_in.texts().name.clone()} {on_choose} {theme} {on_theme} />
            <main class="lab">
                <Notices notices={state.notices.clone()} {on_dismiss} />
                <div class="story">
                    <h2>{ &texts.title }</h2>
                    <p>{ &texts.story }</p>
                    if !texts.claim.is_empty() || !texts.questions.is_empty() {
                        <details>
                            <summary>{ "What is claimed, and what to try" }</summary>
                            if !texts.claim.is_empty() {
                                <p>{ "The story claims: " }<q>{ &texts.claim }</q>{ " The sentence below says what the model shows." }</p>
                            }
                            <ul>
                                for question in &texts.questions {
                                    <li>{ question }</li>
                                }
                            </ul>
                        </details>
                    }
                </div>
                <ResultSentence findings={state.findings.clone()} />
                <div class="stage">
                    <Stage projector={Rc::clone(&projector)} names={arms::names(&state.scenario)} read_out={(*read_out).clone()} />
                    <TimeControls projector={Rc::clone(&projector)} {span} day={read_out.day} playing={state.playing}
                        speed={state.speed} {on_play} {on_speed} />
                    <div class="below">
                        <Legend {colours} />
                        <span class="shown">
                            { format!("Watching pair {} ", replicate + 1) }
                            <button type="button" onclick={another} data-testid="another"
                                title="Another team of the same kind, with luck of its own">{ "Watch another" }</button>
                        </span>
                    </div>
                </div>
                <div class="side" id="levers" tabindex="-1">
                    <Levers scenario={state.scenario.clone()} built_in={state.built_in.clone()} {on_set} {on_reset} {on_reset_all} />
                </div>
                <div class="charts">
                    for (place, name) in ["chart-throughput", "chart-morale"].into_iter().enumerate() {
                        <Figure {name} data={charts.as_ref().as_ref().map(|charts| Rc::clone(&charts[place]))} {at} {colours} />
                    }
                </div>
                <section class="chance" aria-label="Chance">
                    <EnsemblePanel {done} wanted={state.pairs} computing={state.computing} {on_computing}
                        on_wanted={act(Action::Pairs)} />
                    <SeedBox seed={state.scenario.seed()} {on_seed} />
                </section>
            </main>
            <footer>
                <p>{ "For thinking, not a forecast of a real team: a simulation shows what follows from its assumptions." }</p>
                <p data-testid="version">{ format!("Assist Lab {}, scenario “{}”, seed {}. The address of this page holds all you see.",
                    env!("CARGO_PKG_VERSION"), texts.name, state.scenario.seed()) }</p>
            </footer>
        </>
    }
}

/// To the levers by focus, for the address belongs to the state.
fn skip(event: MouseEvent) {
    event.prevent_default();
    let levers = gloo::utils::document().get_element_by_id("levers");
    if let Some(levers) = levers.and_then(|levers| levers.dyn_into::<HtmlElement>().ok()) {
        let _ = levers.focus();
    }
}

/// How often the colours have changed.
#[derive(PartialEq)]
struct Changes(u32);

impl Reducible for Changes {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0 + 1))
    }
}

/// The colours in force, how to change them, and a number that changes whenever they do.
#[hook]
fn use_theme() -> (Theme, Callback<Theme>, u32) {
    let theme = use_state_eq(|| {
        let theme = Theme::remembered();
        theme.wear();
        theme
    });
    let changes = use_reducer(|| Changes(0));
    let on_theme = use_callback((theme.setter(), changes.dispatcher()), |wanted: Theme, (theme, changes)| {
        wanted.wear();
        theme.set(wanted);
        changes.dispatch(());
    });
    use_effect_with((), {
        let changes = changes.dispatcher();
        move |()| {
            let query = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
            let listener = query.map(|query| EventListener::new(&query, "change", move |_| changes.dispatch(())));
            move || drop(listener)
        }
    });
    (*theme, on_theme, changes.0)
}

/// What moves, in step with the state, and where it stands.
#[hook]
fn use_projector(state: &UseReducerHandle<State>) -> (Rc<Projector>, Rc<ReadOut>) {
    let latest = use_state_eq(|| None::<Rc<ReadOut>>);
    let projector = use_memo((), {
        let (setter, dispatch, state) = (latest.setter(), state.dispatcher(), state.clone());
        move |()| {
            let on_read_out = Callback::from(move |read_out| setter.set(Some(Rc::new(read_out))));
            let on_end = Callback::from(move |()| dispatch.dispatch(Action::Play(false)));
            Projector::new(state.scenario.clone(), state.replicate, on_read_out, on_end)
        }
    });
    let projector = Rc::clone(&*projector);
    use_effect_with((state.scenario.clone(), state.replicate), {
        let projector = Rc::clone(&projector);
        move |(scenario, replicate)| projector.load(scenario, *replicate)
    });
    use_effect_with(state.speed, {
        let projector = Rc::clone(&projector);
        move |speed| projector.set_speed(*speed)
    });
    use_effect_with(state.playing, {
        let projector = Rc::clone(&projector);
        move |playing| projector.play(*playing)
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

/// The ensemble, in step with the state.
#[hook]
fn use_ensemble(state: &UseReducerHandle<State>) {
    let pool = use_memo((), {
        let dispatch = state.dispatcher();
        move |()| {
            Pool::new(Callback::from(move |report| {
                dispatch.dispatch(match report {
                    Report::Found(findings) => Action::Found(findings),
                    Report::Trouble(notice) => Action::Tell(notice),
                });
            }))
        }
    });
    use_effect_with((state.scenario.clone(), state.pairs, state.computing), move |(scenario, pairs, computing)| {
        if *computing {
            pool.run(scenario, *pairs);
        } else {
            pool.stop();
        }
    });
}

/// The address follows the state, after a short rest.
#[hook]
fn use_address(state: &UseReducerHandle<State>) {
    let query = share::query_string(&state.shared());
    use_effect_with(query, |query| {
        let query = query.clone();
        let rest = Timeout::new(ADDRESS_REST, move || page::replace_query(&query));
        move || drop(rest)
    });
}

/// The space bar runs and rests the visible pair, unless a control has the focus.
#[hook]
fn use_space_bar(state: &UseReducerHandle<State>) {
    use_effect_with((state.playing, state.dispatcher()), |(playing, dispatch)| {
        let (playing, dispatch) = (*playing, dispatch.clone());
        let listener = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                let in_control = target.is_some_and(|target| {
                    matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "BUTTON" | "SUMMARY" | "A" | "TEXTAREA")
                });
                if event.key() == " " && !in_control {
                    event.prevent_default();
                    dispatch.dispatch(Action::Play(!playing));
                }
            },
        );
        move || drop(listener)
    });
}
