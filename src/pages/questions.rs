//! More questions about the scenario in the lab: why, and where it pays.

use std::rc::Rc;

use yew::prelude::*;

use super::site::Site;
use crate::components::result::{hidden, reveal};
use crate::components::sweep_figure::SweepFigure;
use crate::components::sweep_form::SweepForm;
use crate::components::to_view::to_view;
use crate::content::{Content, with_texts};
use crate::ensemble_summary::main_measure;
use crate::route::View;
use crate::state::panel::Panel;
use crate::state::{Action, State, Sweep};
use crate::swept::Question;
use crate::text::swept::progress;
use model::outcome::Measure;
use model::scenario::Scenario;
use words::swept;

/// The page.
pub fn questions(site: &Site) -> Html {
    let scenario = site.state.scenario();
    let is_changed = scenario != site.state.built_in();
    html! {
        <main class="page questions-page" tabindex="-1">
            <h2>{ words::pages::questions() }</h2>
            { with_texts(site.content, &site.on_content, || html! {
                <>
                <p class="lead">
                    { swept::title_lead(&scenario.texts().title) }
                    if is_changed { { " " }{ swept::title_changed() } }
                </p>
                if site.state.view_options.look.covered() {
                    <section class="card">{ hidden(reveal(&site.state)) }</section>
                } else {
                <>
                { why(site) }
                <Where state={site.state.clone()} colours={site.colours} on_view={site.on_view.clone()} content={site.content} />
                </>
                }
                </>
            }) }
        </main>
    }
}

/// The way to what the lab says of why.
fn why(site: &Site) -> Html {
    let (href, on_lab) = to_view(View::LAB, &site.link, &site.on_view);
    let dispatch = site.state.dispatcher();
    let onclick = Callback::from(move |event: MouseEvent| {
        dispatch.dispatch(Action::Panel(Panel::Why));
        on_lab.emit(event);
    });
    html! {
        <section class="card why-there">
            <h3>{ swept::why() }</h3>
            <p>{ swept::why_text() }{ " " }<a {href} {onclick} data-testid="to-why">{ swept::why_open() }</a></p>
        </section>
    }
}

/// What the part about where it pays is given.
#[derive(Properties, PartialEq)]
struct WhereProps {
    state: UseReducerHandle<State>,
    colours: u32,
    on_view: Callback<View>,
    /// Whether all texts are there.
    content: Content,
}

#[component]
fn Where(props: &WhereProps) -> Html {
    let WhereProps { state, colours, .. } = props;
    let (scenario, dispatch) = (state.scenario(), state.dispatcher());
    let sweep = state.sweep.as_ref();
    let on_start = use_callback(dispatch.clone(), |(question, outcome): (Rc<Question>, Measure), dispatch| {
        dispatch.dispatch(Action::Sweep(question, outcome));
    });
    let on_open = use_callback((state.clone(), props.on_view.clone()), |point: usize, (state, on_view)| {
        let Some(sweep) = &state.sweep else { return };
        let mut shared = state.shared();
        shared.scenario = (*sweep.question.points[point]).clone();
        // A sweep may be of a scenario that was left since.
        if shared.built_in.texts() != shared.scenario.texts() {
            let asked = &sweep.question.scenario;
            let known = library::scenario(&asked.texts().name).filter(|known| known.texts() == asked.texts());
            shared.built_in = known.unwrap_or_else(|| Scenario::clone(asked));
        }
        (shared.look.week, shared.look.guess) = (None, None);
        state.dispatch(Action::Open(Box::new(shared)));
        on_view.emit(View::LAB);
    });
    html! {
        <section class="card where" data-testid="where">
            <div class="sweep-asked">
            <h3>{ swept::pays() }</h3>
            <p>{ swept::pays_text() }</p>
            <SweepForm scenario={Rc::clone(scenario)} asked={sweep.map(|sweep| Rc::clone(&sweep.question))}
                outcome={sweep.map_or_else(|| main_measure(scenario), |sweep| sweep.outcome)} pace={state.pace} {on_start} />
            if let Some(sweep) = sweep {
                { bar(sweep, &dispatch) }
                if sweep.question.scenario != *scenario { <p class="caution">{ swept::of_before() }</p> }
            }
            </div>
            if let Some((sweep, found)) = sweep.and_then(|sweep| Some((sweep, sweep.found.as_ref()?))) {
                    <SweepFigure found={Rc::clone(found)} asked={sweep.outcome} {colours} {on_open} />
            } else {
                <div class="swept swept-empty"><p class="hint">{ if sweep.is_some() { swept::waiting() } else { swept::empty() } }</p></div>
            }
        </section>
    }
}

/// How far it is, and how to stop it.
fn bar(sweep: &Sweep, dispatch: &UseReducerDispatcher<State>) -> Html {
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let complete = sweep.found.as_ref().is_some_and(|found| found.complete);
    let said = sweep.found.as_ref().map_or_else(|| swept::waiting().to_owned(), |found| progress(found, sweep.runs));
    let [done, all] = sweep.found.as_ref().map_or([0, 1], |found| found.pairs);
    html! {
        <div class="sweep-bar">
            <progress max={all.to_string()} value={done.to_string()} aria-label={swept::pays()} />
            <span role="status" data-testid="sweep-progress" data-complete={complete.to_string()}>{ said }</span>
            if !complete && sweep.runs {
                <button type="button" onclick={act(Action::RunSweep(false))} data-testid="sweep-pause">{ swept::pause() }</button>
            } else if !complete {
                <button type="button" class="primary" onclick={act(Action::RunSweep(true))} data-testid="sweep-continue">{ swept::go_on() }</button>
            }
            <button type="button" class="quiet" onclick={act(Action::EndSweep)} data-testid="sweep-cancel">{ swept::cancel() }</button>
        </div>
    }
}
