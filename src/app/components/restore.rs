//! The offer to go on where one left off.

use yew::prelude::*;

use crate::app::keeping::Offer;

/// What the offer is given.
#[derive(Properties, PartialEq)]
pub struct RestoreProps {
    /// The earlier session.
    pub offer: Offer,
    /// Whether it is wanted.
    pub on_answer: Callback<bool>,
}

/// The offer.
#[component]
pub fn Restore(props: &RestoreProps) -> Html {
    let shared = &props.offer.shared;
    html! {
        <aside class="restore" aria-label="Earlier session" data-testid="restore">
            <p>{ format!("Continue where you left off? “{}”", shared.scenario.texts().title) }</p>
            <button type="button" class="primary" onclick={props.on_answer.reform(|_| true)} data-testid="restore-yes">{ "Continue" }</button>
            <button type="button" onclick={props.on_answer.reform(|_| false)} data-testid="restore-no">{ "No, thanks" }</button>
        </aside>
    }
}
