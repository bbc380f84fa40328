//! The page.
use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "Assist Lab" }</h1> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
