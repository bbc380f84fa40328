//! Name of the program, choice of the scenario, colours.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::document::model_document;
use super::field::value_of;
use super::later::use_later;
use super::to_view::to_view;
use crate::pages::menu;
use crate::route::View;
use crate::theme::Theme;
use model::scenario::Scenario;
use words::header;

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
    /// The lab is to be shown large.
    pub on_present: Callback<()>,
    /// The tour is wanted.
    pub on_tour: Callback<()>,
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    // To read all scenarios takes a while: only the one shown is there from the start.
    let shown = (!use_later(true)).then(|| props.scenario.texts().name.clone());
    let titles = use_memo(shown, |shown| -> Vec<(&'static str, String)> {
        library::names()
            .filter(|name| shown.as_ref().is_none_or(|shown| shown == *name))
            .filter_map(|name| library::scenario(name).map(|scenario| (name, scenario.texts().title.clone())))
            .collect()
    });
    let own = props.scenario.texts();
    // One from a file may bear the name of a built-in one and be another.
    let known = library::is_built_in(&props.scenario);
    let on_choose = props.on_choose.reform(|event: Event| value_of(&event).unwrap_or_default());
    let on_theme = {
        let on_theme = props.on_theme.clone();
        Callback::from(move |event: Event| {
            if let Some(theme) = value_of(&event).and_then(|name| Theme::named(&name)) {
                on_theme.emit(theme);
            }
        })
    };
    // On a small screen places and tools are behind a button; whatever is chosen there puts them away again.
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let put_away = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    let close = {
        let open = open.setter();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some_and(|target| matches!(target.tag_name().as_str(), "A" | "BUTTON")) {
                open.set(false);
            }
        })
    };
    html! {
        <header class={classes!("top", open.then_some("open"))}>
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
            if props.view == View::LAB {
            <label class="choice">
                <span>{ header::scenario() }</span>
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
            <button type="button" class="to-menu" onclick={toggle} aria-expanded={open.to_string()} aria-controls="menu" data-testid="to-menu">
                { header::menu() }
            </button>
            // A tap beside the menu puts it away, and does nothing else.
            if *open { <div class="backdrop" onclick={put_away} data-testid="menu-backdrop"></div> }
            <div class="menu" id="menu" onclick={close}>
                <nav class="places" aria-label={header::views()}>
                    for (place, name) in menu() {
                        { menu_item(props, place, name) }
                    }
                    { model_document("", header::documents()) }
                </nav>
                <button type="button" class="quiet" onclick={props.on_share.reform(|_| ())} aria-haspopup="dialog" data-testid="to-share">
                    { header::share() }
                </button>
                if props.view == View::LAB {
                    <button type="button" class="quiet" onclick={props.on_present.reform(|_| ())} title={words::present::present_title()} data-testid="to-present">
                        { words::present::present() }
                    </button>
                }
                <button type="button" class="quiet" id="tour-button" title={words::header::tour_title()} onclick={props.on_tour.reform(|_| ())} data-testid="to-tour">{ header::tour() }</button>
                <select class="themes" onchange={on_theme} aria-label={header::colours()} data-testid="theme">
                    for theme in Theme::ALL {
                        <option value={theme.name()} selected={theme == props.theme}>{ theme.title() }</option>
                    }
                </select>
            </div>
        </header>
    }
}

fn menu_item(props: &HeaderProps, place: View, name: &'static str) -> Html {
    let (href, onclick) = to_view(place, &props.link, &props.on_view);
    html! {
        <a {href} {onclick} aria-current={(place == props.view.place()).then_some("page")}
            data-testid={format!("to-{}", place.route)}>{ name }</a>
    }
}
