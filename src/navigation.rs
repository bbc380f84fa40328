//! Between the views, by the address and by the browser's own back and forward.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::pages;
use super::route::View;
use super::share;
use super::state::{Action, State};
use super::{crash, page};

/// Rest after the last change before the address follows it [ms].
const ADDRESS_REST: u32 = 200;

/// Where the reader is, and how to go elsewhere. A step to another view is a page in the history; what moves within a view
/// only changes the address, after a short rest. The way back brings view and state as they were.
#[hook]
pub fn use_view(state: &UseReducerHandle<State>, link: &str) -> (View, Callback<View>) {
    let view = use_state_eq(|| pages::read(&page::query()).0);
    let address = view.link(link);
    // Another scenario is a page of its own in the history, so that the way back leads to the one before; but for the way back itself.
    let gone_back = use_mut_ref(|| false);
    let last_opened = use_mut_ref(|| 0);
    let last_view = use_mut_ref(|| *view);
    let last_address = use_mut_ref(|| None::<String>);
    use_effect_with((address.clone(), state.view_options.opened, *view), {
        let (gone_back, last_opened, last_address) = (gone_back.clone(), last_opened.clone(), last_address.clone());
        move |(address, opened, view)| {
            crash::remember(address);
            let before = last_address.replace(Some(address.clone()));
            let back = gone_back.replace(false);
            // A step to another view has made its page already.
            let is_step = last_view.replace(*view) != *view;
            if last_opened.replace(*opened) != *opened && !back && !is_step {
                // What was on its way into the address belongs to the page that is left.
                before.iter().for_each(|before| page::replace_query(before));
                page::push_query(address);
            }
            let address = address.clone();
            let rest = Timeout::new(ADDRESS_REST, move || page::replace_query(&address));
            move || drop(rest)
        }
    });
    let on_view = use_callback((address, link.to_owned(), view.clone()), |next: View, (address, link, view)| {
        if next == **view {
            return;
        }
        page::replace_query(address);
        page::push_query(&next.link(link));
        view.set(next);
    });
    use_effect_with((), {
        let (view, dispatch) = (view.setter(), state.dispatcher());
        move |()| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "popstate", move |_| {
                    gone_back.replace(true);
                    let query = page::query();
                    view.set(pages::read(&query).0);
                    // An address without a scenario was too short for its state; then that stays as it is.
                    if query.iter().any(|(key, _)| key == "scenario" || key == "file") {
                        dispatch.dispatch(Action::Open(Box::new(share::read(&query).0)));
                    }
                })
            });
            move || drop(listener)
        }
    });
    let last = use_mut_ref(|| None);
    use_effect_with(*view, move |view| {
        page::set_title(&pages::title(*view));
        match (last.replace(Some(*view)), *view) {
            (None, _) => {}
            // Who comes back to the gallery goes on where they left it.
            (Some(View { about: Some(name), .. }), View::SCENARIOS) => page::focus(&format!("#card-{name} a")),
            // Who went to another view goes on reading at its beginning.
            // But a step of the tour goes before.
            _ => {
                page::focus(".tour h2, main:not([hidden])");
                // What has the focus is scrolled to; what stands above it is the beginning too.
                page::scroll_to_top();
            }
        }
    });
    (*view, on_view)
}
