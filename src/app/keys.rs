//! Keys that work wherever the reader is in the lab: the space bar runs and rests the teams, Ctrl+Z undoes, Ctrl+Shift+Z does again.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::state::{Action, State};

/// Listens for the keys as long as the lab is shown.
#[hook]
pub fn use_keys(state: &UseReducerHandle<State>, shown: bool) {
    use_effect_with((state.look.playing, state.dispatcher(), shown), |(playing, dispatch, shown)| {
        let (playing, dispatch, shown) = (*playing, dispatch.clone(), *shown);
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|_| shown) else { return };
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(action) = meaning(event, target.as_ref(), playing) {
                event.prevent_default();
                dispatch.dispatch(action);
            }
        });
        move || drop(listener)
    });
}

fn meaning(event: &KeyboardEvent, target: Option<&Element>, playing: bool) -> Option<Action> {
    let command = event.ctrl_key() || event.meta_key();
    match (event.key().as_str(), command) {
        // What has the focus may use the space bar itself, such as a picture of a team.
        (" ", false) if event.default_prevented() => None,
        (" ", false) => (!target.is_some_and(is_control)).then_some(Action::Play(!playing)),
        // A field one types into has an undo of its own.
        ("z" | "Z" | "y" | "Y", true) if target.is_some_and(takes_text) => None,
        ("z", true) if !event.shift_key() => Some(Action::Undo),
        ("z" | "Z" | "y", true) => Some(Action::Redo),
        _ => None,
    }
}

fn is_control(target: &Element) -> bool {
    matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "BUTTON" | "SUMMARY" | "A" | "TEXTAREA")
}

fn takes_text(target: &Element) -> bool {
    let kind = target.get_attribute("type").unwrap_or_default();
    match target.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(kind.as_str(), "range" | "checkbox" | "radio" | "button"),
        _ => false,
    }
}
