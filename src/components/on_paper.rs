//! Pictures on paper: what is not drawn when the page begins to be printed is not on it, so they wait for no render.

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::theme::Palette;

/// Draws what a canvas shows at once, in its size and the colours of paper, whenever the page is about to be printed.
#[hook]
pub fn use_on_paper<T: 'static>(
    canvas: &NodeRef,
    shown: T,
    draw: impl Fn(&NodeRef, &T, (i32, i32), &Palette) + 'static,
) {
    let latest = use_mut_ref(|| None);
    latest.replace(Some(shown));
    use_effect_with(canvas.clone(), move |canvas| {
        let canvas = canvas.clone();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "beforeprint", move |_| {
                let size = canvas.cast::<HtmlElement>().map(|canvas| (canvas.client_width(), canvas.client_height()));
                if let (Some(size), Some(palette), Some(shown)) = (size, Palette::read(), &*latest.borrow()) {
                    draw(&canvas, shown, size, &palette);
                }
            })
        });
        move || drop(listener)
    });
}
