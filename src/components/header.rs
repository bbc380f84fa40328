//! Name of the program, choice of the scenario, colours.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::document::model_document;
use super::later::use_later;
use crate::page;
use crate::route::View;
use crate::theme::Theme;
use model::scenario::Scenario;

/// What the header is given.
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The scenario that the levers return to.
    pub scenario: Rc<Scenario>,
    /// Another is chosen.
    pub on_choose: Callback<String>,
    /// The colours in force.
    pub theme: Theme,
    /// Others are wanted.
    pub on_theme: Callback<Theme>,
    /// Where the reader is.
    pub view: View,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
    /// The state, as it stands in the address.
    pub link: AttrValue,
    /// The link, a file or paper is wanted.
    pub on_share: Callback<()>,
    /// The tour is wanted.
    pub on_tour: Callback<()>,
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    // To read all scenarios takes a while: only the one shown is there from the start.
    let shown = (!use_later()).then(|| props.scenario.texts().name.clone());
    let titles = use_memo(shown, |shown| -> Vec<(&'static str, String)> {
        library::names()
            .filter(|name| shown.as_ref().is_none_or(|shown| shown == *name))
            .filter_map(|name| library::scenario(name).map(|scenario| (name, scenario.texts().title.clone())))
            .collect()
    });
    let own = props.scenario.texts();
    // One from a file may bear the name of a built-in one and be another.
    let known = library::is_built_in(&props.scenario);
    let on_choose = props.on_choose.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        select.map(|select| select.value()).unwrap_or_default()
    });
    let on_theme = {
        let on_theme = props.on_theme.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(theme) = select.and_then(|select| Theme::named(&select.value())) {
                on_theme.emit(theme);
            }
        })
    };
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
                <span translate="no">{ "Assist Lab" }</span>
            </h1>
            <nav class="places" aria-label="Views">
                for (place, name) in View::PLACES {
                    <a href={page::address(&place.link(&props.link))} onclick={to(place, &props.on_view)}
                        aria-current={(place == props.view.place()).then_some("page")}
                        data-testid={format!("to-{}", name.to_ascii_lowercase())}>{ name }</a>
                }
                { model_document("", "Documents") }
            </nav>
            if props.view == View::Lab {
            <label class="choice">
                <span>{ "Scenario" }</span>
                <select onchange={on_choose} ~value={if known { own.name.clone() } else { String::new() }} data-testid="scenario">
                    if !known {
                        <option value="" selected=true>{ &own.title }</option>
                    }
                    for (name, title) in titles.iter() {
                        <option value={*name} selected={known && *name == own.name}>{ title }</option>
                    }
                </select>
            </label>
            }
            <button type="button" class="quiet" onclick={props.on_share.reform(|_| ())} aria-haspopup="dialog" data-testid="to-share">
                { "Share" }
            </button>
            <button type="button" class="quiet" id="tour-button" onclick={props.on_tour.reform(|_| ())} data-testid="to-tour">{ "Tour" }</button>
            <select class="themes" onchange={on_theme} aria-label="Colours" data-testid="theme">
                for theme in Theme::ALL {
                    <option value={theme.name()} selected={theme == props.theme}>{ theme.title() }</option>
                }
            </select>
        </header>
    }
}

/// Goes to a view without loading the page anew. With a key held down the browser does what it does with any link.
pub fn to(view: View, on_view: &Callback<View>) -> Callback<MouseEvent> {
    let on_view = on_view.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            on_view.emit(view);
        }
    })
}
