//! Keys that work wherever the reader is in the lab: the space bar runs and rests the teams, Ctrl+Z undoes, Ctrl+Shift+Z does again.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::state::{Action, State};
use super::strokes::{Stroke, Wish};

/// Listens for the keys as long as the lab is shown.
#[hook]
pub fn use_keys(state: &UseReducerHandle<State>, shown: bool) {
    use_effect_with((state.view_options.playing, state.dispatcher(), shown), |(playing, dispatch, shown)| {
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
    match with_stroke(event, |stroke| stroke.wish())? {
        // What has the focus may use the space bar itself, such as a picture of a team.
        Wish::Play if event.default_prevented() || target.is_some_and(is_control) => None,
        Wish::Play => Some(Action::Play(!playing)),
        // A field one types into has an undo of its own.
        Wish::Undo | Wish::Redo if target.is_some_and(takes_text) => None,
        Wish::Undo => Some(Action::Undo),
        Wish::Redo => Some(Action::Redo),
    }
}

/// The name of a key that is meant for what has the focus: nothing but Shift is held with it, and nothing is being composed.
pub fn plain(event: &KeyboardEvent) -> Option<String> {
    with_stroke(event, |stroke| stroke.plain().map(str::to_owned))
}

fn with_stroke<T>(event: &KeyboardEvent, read: impl FnOnce(Stroke<'_>) -> T) -> T {
    read(Stroke {
        key: &event.key(),
        code: &event.code(),
        command: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key() || event.get_modifier_state("AltGraph"),
        // Safari ends what was composed before it tells of the key that did so.
        composing: event.is_composing() || event.key_code() == COMPOSING,
    })
}

/// The number of a key that goes to what is being composed.
const COMPOSING: u32 = 229;

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
