//! The page.

use assist_lab::app::crash;
use assist_lab::app::pages::lab::Lab;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| crash::show(&panic.to_string())));
    if let Some(loading) = gloo::utils::document().query_selector(".loading").ok().flatten() {
        loading.remove();
    }
    yew::Renderer::<Lab>::new().render();
}
