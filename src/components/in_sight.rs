//! What is out of sight need not be drawn.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
use yew::prelude::*;

/// Whether any of an element is within the window.
#[hook]
pub fn use_in_sight(node: NodeRef) -> bool {
    let seen = use_state_eq(|| false);
    use_effect_with((), {
        let seen = seen.setter();
        move |()| {
            let look = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
                let latest = entries.pop().dyn_into::<IntersectionObserverEntry>();
                seen.set(latest.is_ok_and(|entry| entry.is_intersecting()));
            });
            let observer = IntersectionObserver::new(look.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, node.cast::<Element>()) {
                observer.observe(&element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(look);
            }
        }
    });
    *seen
}
