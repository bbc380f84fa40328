//! The offer to go on where one left off.

use yew::prelude::*;

use crate::keeping::Offer;

/// The offer.
pub fn restore(offer: &Offer, on_answer: &Callback<bool>) -> Html {
    let shared = &offer.shared;
    html! {
        <aside class="restore" aria-label="Earlier session" data-testid="restore">
            <p>{ format!("Continue where you left off? “{}”", shared.scenario.texts().title) }</p>
            <button type="button" class="primary" onclick={on_answer.reform(|_| true)} data-testid="restore-yes">{ "Continue" }</button>
            <button type="button" onclick={on_answer.reform(|_| false)} data-testid="restore-no">{ "No, thanks" }</button>
        </aside>
    }
}
