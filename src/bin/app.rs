//! The page.

use assist_lab::app::crash;
use assist_lab::app::root::Root;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| crash::show(&panic.to_string())));
    if let Some(loading) = gloo::utils::document().query_selector(".loading").ok().flatten() {
        loading.remove();
    }
    yew::Renderer::<Root>::new().render();
}
