//! Links to other views.

use yew::prelude::*;

use crate::page;
use crate::route::View;

/// The attributes of a link to a view in a state: its address, and what a click does.
pub fn to_view(view: View, state: &str, on_view: &Callback<View>) -> (String, Callback<MouseEvent>) {
    (page::address(&view.link(state)), go(view, on_view))
}

/// Goes to a view without loading the page anew. With a key held down the browser does what it does with any link.
fn go(view: View, on_view: &Callback<View>) -> Callback<MouseEvent> {
    let on_view = on_view.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            on_view.emit(view);
        }
    })
}
