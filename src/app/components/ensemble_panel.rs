//! How many pairs, how far they are, stop and go on.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::share::PAIRS;

/// What the panel is given.
#[derive(Properties, PartialEq)]
pub struct EnsemblePanelProps {
    /// Pairs done.
    pub done: u32,
    /// Pairs asked for.
    pub wanted: u32,
    /// Whether the ensemble may compute.
    pub computing: bool,
    /// Another number is asked for.
    pub on_wanted: Callback<u32>,
    /// It may go on, or stops.
    pub on_computing: Callback<bool>,
}

/// The panel.
#[component]
pub fn EnsemblePanel(props: &EnsemblePanelProps) -> Html {
    let done = props.done.min(props.wanted);
    let complete = done >= props.wanted;
    let on_wanted = {
        let on_wanted = props.on_wanted.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(wanted) = select.and_then(|select| select.value().parse().ok()) {
                on_wanted.emit(wanted);
            }
        })
    };
    let (label, next) = if props.computing { ("Stop", false) } else { ("Go on", true) };
    html! {
        <div class="ensemble">
            <label>
                <span>{ "Pairs" }</span>
                <select onchange={on_wanted} data-testid="pairs">
                    for count in PAIRS {
                        <option value={count.to_string()} selected={count == props.wanted}>{ count }</option>
                    }
                </select>
            </label>
            <progress max={props.wanted.to_string()} value={done.to_string()} aria-label="Pairs done"></progress>
            <span class="count" data-testid="progress">{ format!("{done} of {}", props.wanted) }</span>
            <button type="button" disabled={complete} onclick={props.on_computing.reform(move |_| next)} data-testid="cancel">
                { if complete { "Done" } else { label } }
            </button>
            <p class="hint">{ "Each pair is the same team with the same luck, run twice: with and without." }</p>
        </div>
    }
}
