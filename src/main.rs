//! The page, and in a worker's scope its worker: one program, started twice.

use assist_lab::crash;
use assist_lab::language;
use assist_lab::root::{Root, RootProps};
use assist_lab::workers::serve;

fn main() {
    if serve::serve() {
        return;
    }
    yew::set_custom_panic_hook(Box::new(|panic| crash::show(&panic.to_string())));
    wasm_bindgen_futures::spawn_local(async {
        let language_fault = language::speak().await;
        yew::Renderer::<Root>::with_props(RootProps { language_fault }).render();
    });
}
