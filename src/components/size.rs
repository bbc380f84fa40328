//! How large an element is, which a picture in it has to know.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

/// The element's size on the page, which changes with it [css px].
#[hook]
pub fn use_size(node: NodeRef) -> (i32, i32) {
    let size = use_state_eq(|| (0, 0));
    use_effect_with((), {
        let size = size.setter();
        move |()| {
            let element = node.cast::<HtmlElement>();
            let look = {
                let element = element.clone();
                move || {
                    if let Some(element) = &element {
                        size.set((element.client_width(), element.client_height()));
                    }
                }
            };
            look();
            let watch = Closure::<dyn Fn()>::new(look.clone());
            let observer = ResizeObserver::new(watch.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            // A move to a screen of other pixels changes no size on the page.
            // On paper there is what a small screen does not show.
            let look = Rc::new(look);
            let window = web_sys::window().map(|window| {
                ["resize", "beforeprint", "afterprint"].map(|event| {
                    let look = Rc::clone(&look);
                    EventListener::new(&window, event, move |_| look())
                })
            });
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop((watch, window));
            }
        }
    });
    *size
}
