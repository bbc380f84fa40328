//! The page, and in a worker's scope its worker: one program, started twice.

use assist_lab::crash;
use assist_lab::root::Root;
use assist_lab::workers::serve;

fn main() {
    if serve::serve() {
        return;
    }
    yew::set_custom_panic_hook(Box::new(|panic| crash::show(&panic.to_string())));
    if let Some(loading) = gloo::utils::document().query_selector(".loading").ok().flatten() {
        loading.remove();
    }
    yew::Renderer::<Root>::new().render();
}
