//! Keys that work wherever the reader is in the lab: the space bar runs and rests the teams, Ctrl+Z undoes, Ctrl+Shift+Z does
//! again, P shows things large, H hides the result and reveals it.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::state::scene::Scene;
use super::state::{Action, State};
use super::strokes::{Stroke, Wish};

/// Listens for the keys as long as the lab is shown.
#[hook]
pub fn use_keys(state: &UseReducerHandle<State>, shown: bool) {
    let look = &state.view_options.look;
    let now = Now { playing: state.view_options.playing, hidden: look.hidden, scene: look.scene };
    use_effect_with((now, state.dispatcher(), shown), |(now, dispatch, shown)| {
        let (now, dispatch, shown) = (*now, dispatch.clone(), *shown);
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|_| shown) else { return };
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(action) = meaning(event, target.as_ref(), now) {
                event.prevent_default();
                dispatch.dispatch(action);
            }
        });
        move || drop(listener)
    });
}

/// How things stand when a key is pressed.
#[derive(Clone, Copy, PartialEq)]
struct Now {
    playing: bool,
    hidden: bool,
    scene: Option<Scene>,
}

fn meaning(event: &KeyboardEvent, target: Option<&Element>, now: Now) -> Option<Action> {
    let Now { playing, hidden, scene } = now;
    match with_stroke(event, |stroke| stroke.wish())? {
        // What has the focus, such as a slider or an open dialog, may use the key itself.
        _ if event.default_prevented() => None,
        Wish::Present | Wish::Hide if target.is_some_and(takes_letters) => None,
        Wish::Present => Some(Action::Present(if scene.is_some() { None } else { Some(Scene::Teams) })),
        Wish::Hide => Some(Action::Hide(!hidden)),
        Wish::Next | Wish::Back | Wish::Leave
            if target.is_some_and(|target| uses_arrows(target) && !(pages(event) && presents(target))) =>
        {
            None
        }
        Wish::Next => scene.map(|scene| Action::Present(Some(scene.step(false)))),
        Wish::Back => scene.map(|scene| Action::Present(Some(scene.step(true)))),
        Wish::Leave => scene.map(|_| Action::Present(None)),
        // What has the focus may use the space bar itself, such as a picture of a team.
        Wish::Play if target.is_some_and(is_control) => None,
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

/// Whether it takes letters: text, or the choices of a list by their first.
fn takes_letters(target: &Element) -> bool {
    target.tag_name() == "SELECT" || takes_text(target)
}

/// Whether arrow keys move something in it.
fn uses_arrows(target: &Element) -> bool {
    matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") || target.has_attribute("role")
}

/// Whether it is a key of a clicker, which nobody means for the slider that was moved last.
fn pages(event: &KeyboardEvent) -> bool {
    matches!(event.key().as_str(), "PageDown" | "PageUp" | "Escape")
}

/// Whether it is a part of what is shown large, not of a dialog above it.
fn presents(target: &Element) -> bool {
    target.closest(".lab.presenting").is_ok_and(|found| found.is_some())
}

fn takes_text(target: &Element) -> bool {
    let kind = target.get_attribute("type").unwrap_or_default();
    match target.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(kind.as_str(), "range" | "checkbox" | "radio" | "button"),
        _ => false,
    }
}
