//! The offer to go on where one left off.

use yew::prelude::*;

use crate::keeping::Offer;
use words::session;

/// The offer.
pub fn restore(offer: &Offer, on_answer: &Callback<bool>) -> Html {
    let shared = &offer.shared;
    html! {
        <aside class="restore" aria-label={session::region()} data-testid="restore">
            <p>{ session::offer(&shared.scenario.texts().title) }</p>
            <button type="button" class="primary" onclick={on_answer.reform(|_| true)} data-testid="restore-yes">{ session::accept() }</button>
            <button type="button" onclick={on_answer.reform(|_| false)} data-testid="restore-no">{ session::decline() }</button>
        </aside>
    }
}
