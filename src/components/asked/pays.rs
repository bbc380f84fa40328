//! Where it pays: the form, and the picture beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::bar::bar;
use crate::components::sweep_figure::SweepFigure;
use crate::components::sweep_form::SweepForm;
use crate::ensemble_summary::main_measure;
use crate::inquiry::Question;
use crate::route::View;
use crate::state::inquiries::Place;
use crate::state::pays::Pays as Entered;
use crate::state::{Action, State};
use words::{asked, swept};

/// What each part of the page is given.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    /// The state.
    pub state: UseReducerHandle<State>,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
}

/// Opens a point of what was asked somewhere in the lab.
pub fn opens(state: &UseReducerHandle<State>, on_view: &Callback<View>, place: Place) -> Callback<usize> {
    let (state, on_view) = (state.clone(), on_view.clone());
    Callback::from(move |point: usize| {
        let Some(inquiry) = state.inquiries.at(place) else { return };
        let Some(scenario) = inquiry.question.at(point) else { return };
        let mut shared = state.shared();
        shared.scenario = scenario;
        // It may be of a scenario that was left since.
        if shared.built_in.texts() != shared.scenario.texts() {
            let asked = inquiry.question.scenario();
            let known = library::scenario(&asked.texts().name).filter(|known| known.texts() == asked.texts());
            shared.built_in = known.unwrap_or_else(|| asked.clone());
        }
        (shared.look.week, shared.look.guess) = (None, None);
        state.dispatch(Action::Open(Box::new(shared)));
        on_view.emit(View::LAB);
    })
}

/// The part.
#[component]
pub fn Pays(props: &PartProps) -> Html {
    let PartProps { state, colours, .. } = props;
    let scenario = state.scenario();
    let inquiry = state.inquiries.at(Place::Where);
    let on_open =
        use_memo((state.clone(), props.on_view.clone()), |(state, on_view)| opens(state, on_view, Place::Where));
    let on_start = use_callback(state.dispatcher(), |question: Rc<Question>, dispatch| {
        dispatch.dispatch(Action::Inquire(Place::Where, question));
    });
    let on_enter = use_callback(state.dispatcher(), |pays: Entered, dispatch| {
        dispatch.dispatch(Action::Draft(Box::new(pays)));
    });
    html! {
        <section class="card where" tabindex="-1" data-testid="where">
            <div class="sweep-asked">
                <h3>{ asked::pays() }</h3>
                <p>{ swept::pays_text() }</p>
                <SweepForm scenario={Rc::clone(scenario)} asked={inquiry.map(|inquiry| Rc::clone(&inquiry.question))}
                    outcome={inquiry.map_or_else(|| main_measure(scenario), |inquiry| inquiry.question.outcome())} pace={state.pace}
                    entered={state.view_options.look.pays.clone()} {on_enter} {on_start} />
                if let Some(inquiry) = inquiry {
                    { bar(inquiry, state) }
                    if *inquiry.question.scenario() != **scenario { <p class="caution">{ swept::of_before() }</p> }
                }
            </div>
            if let Some(found) = inquiry.and_then(|inquiry| inquiry.found.as_ref()) {
                <SweepFigure found={Rc::clone(found)} {colours} on_open={(*on_open).clone()} />
            } else {
                <div class="swept swept-empty"><p class="hint">{ if inquiry.is_some_and(|inquiry| inquiry.runs) { swept::waiting() } else { swept::empty() } }</p></div>
            }
        </section>
    }
}
