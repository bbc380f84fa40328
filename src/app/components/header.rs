//! Name of the program, choice of the scenario, colours.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::theme::Theme;
use crate::library;

/// What the header is given.
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// Name of the built-in scenario shown.
    pub scenario: AttrValue,
    /// Another is chosen.
    pub on_choose: Callback<String>,
    /// The colours in force.
    pub theme: Theme,
    /// Others are wanted.
    pub on_theme: Callback<Theme>,
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let titles = use_memo((), |()| -> Vec<(&'static str, String)> {
        library::names()
            .filter_map(|name| library::scenario(name).map(|scenario| (name, scenario.texts().title.clone())))
            .collect()
    });
    let on_choose = props.on_choose.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| select.value()).unwrap_or_default()
    });
    let next = props.theme.next();
    let label = format!("Colours: {}; change to {}", props.theme.name(), next.name());
    html! {
        <header class="top">
            <h1>
                <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
                    <rect width="32" height="32" rx="7" fill="#1d4e5f" />
                    <g fill="#cfe3e8"><circle cx="8" cy="9" r="3" /><circle cx="8" cy="23" r="3" /></g>
                    <g stroke="#ffc857" stroke-width="2"><path d="M24 9 17 16M24 23 17 16" /></g>
                    <g fill="#cfe3e8"><circle cx="24" cy="9" r="3" /><circle cx="24" cy="23" r="3" /></g>
                    <circle cx="17" cy="16" r="4" fill="#ffc857" />
                </svg>
                { "Assist Lab" }
            </h1>
            <label class="choice">
                <span>{ "Scenario" }</span>
                <select onchange={on_choose} data-testid="scenario">
                    for (name, title) in titles.iter() {
                        <option value={*name} selected={*name == props.scenario}>{ title }</option>
                    }
                </select>
            </label>
            <button type="button" class="quiet" onclick={props.on_theme.reform(move |_| next)} aria-label={label}
                data-testid="theme">
                <span aria-hidden="true">{ match props.theme { Theme::Auto => "◐", Theme::Light => "☀", Theme::Dark => "☾" } }</span>
                <span class="wide">{ match props.theme { Theme::Auto => "Auto", Theme::Light => "Light", Theme::Dark => "Dark" } }</span>
            </button>
        </header>
    }
}
