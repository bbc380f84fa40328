//! Letters for the back row: while something is shown large, type grows with the window.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::page::{document_element, mark};
use super::state::scene::Scene;

/// The window for which sizes are given [px], and one that stands upright: it is held in a hand, nearer than a room's screen.
const WINDOW: [f64; 2] = [1280.0, 720.0];
const UPRIGHT: [f64; 2] = [640.0, 1100.0];
/// By how much type is larger in such a window: the numbers on axes have 24 px there, all else 28 or more.
const LARGER: f64 = 2.0;
/// What style sheets and pictures call it.
const SIZE: &str = "--type-size";

/// Has style sheets and pictures know what is shown large; answers a number that changes whenever sizes do.
#[hook]
pub fn use_presenting(scene: Option<Scene>) -> u32 {
    let changes = use_state_eq(|| 0);
    use_effect_with(scene, {
        let changes = changes.clone();
        move |scene| {
            let presents = scene.is_some();
            mark("data-present", scene.map_or("none", Scene::name));
            let mut count = *changes;
            let setter = changes.setter();
            let mut fit = move || {
                set_size(presents);
                count += 1;
                setter.set(count);
            };
            fit();
            let window = web_sys::window().filter(|_| presents);
            let listener = window.map(|window| {
                let fit = std::cell::RefCell::new(fit);
                EventListener::new(&window, "resize", move |_| (fit.borrow_mut())())
            });
            move || drop(listener)
        }
    });
    *changes
}

fn set_size(presents: bool) {
    let Some(root) = document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let size = |length: Result<wasm_bindgen::JsValue, _>| {
        length.ok().and_then(|length: wasm_bindgen::JsValue| length.as_f64())
    };
    let window = web_sys::window();
    let sizes = window.and_then(|window| Some([size(window.inner_width())?, size(window.inner_height())?]));
    // Refused only by a browser without styles.
    let _ = match sizes.filter(|_| presents) {
        Some([width, height]) => {
            let window = if height > width { UPRIGHT } else { WINDOW };
            let factor = LARGER * (width / window[0]).min(height / window[1]);
            root.style().set_property(SIZE, &format!("{factor:.3}"))
        }
        None => root.style().remove_property(SIZE).map(drop),
    };
}
