//! How far a question is, and how to pause and discard it.

use yew::prelude::*;

use crate::page;
use crate::state::inquiries::Inquiry;
use crate::state::{Action, State};
use crate::text::asked::progress;
use words::{asked, swept};

/// The part of the page, which can have the focus.
const PART: &str = ".questions-page > .card";

/// How far it is, and how to stop it.
pub fn bar(inquiry: &Inquiry, state: &UseReducerHandle<State>) -> Html {
    let act = |action: Action| {
        let dispatch = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let (place, found) = (inquiry.place, inquiry.found.as_ref());
    let complete = found.is_some_and(|found| found.complete);
    let begun = found.is_some() || inquiry.runs || inquiry.cut;
    let waiting = if inquiry.runs { swept::waiting() } else { asked::cut_off() };
    let said = found.map_or_else(|| waiting.to_owned(), |found| progress(found, inquiry.runs));
    let [done, all] = found.map_or([0, 1], |found| found.pairs);
    if !begun {
        return Html::default();
    }
    // The button goes; whoever uses the keyboard goes on at the beginning of the part.
    let discard = {
        let dispatch = state.dispatcher();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::EndInquiry(place));
            page::focus(PART);
        })
    };
    html! {
        <div class="sweep-bar">
            <progress max={all.max(1).to_string()} value={done.to_string()} aria-label={asked::progress()} />
            <span role="status" data-testid="sweep-progress" data-complete={complete.to_string()}>{ said }</span>
            if !complete && inquiry.runs {
                <button type="button" onclick={act(Action::RunInquiry(place, false))} data-testid="sweep-pause">{ swept::pause() }</button>
            } else if !complete {
                <button type="button" class="primary" onclick={act(Action::RunInquiry(place, true))} data-testid="sweep-continue">{ swept::go_on() }</button>
            }
            <button type="button" class="quiet" onclick={discard} data-testid="sweep-cancel">{ swept::cancel() }</button>
            if !complete && state.inquiries.another_runs(place) {
                <p class="hint" data-testid="another-runs">{ asked::another_runs() }</p>
            }
            if state.keeps_nothing && inquiry.runs && !complete {
                <p class="hint" data-testid="keeps-nothing">{ asked::keeps_nothing() }</p>
            }
        </div>
    }
}
