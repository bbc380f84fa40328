//! All scenarios, to choose from.

use yew::prelude::*;

use crate::app::components::header::to;
use crate::app::page;
use crate::app::route::View;
use crate::library;

/// What the gallery is given.
#[derive(Properties, PartialEq)]
pub struct ScenariosProps {
    /// The state, as it stands in the address.
    pub link: AttrValue,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
}

/// The gallery.
#[component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let scenarios = use_memo((), |()| {
        library::names().filter_map(|name| Some((name, library::scenario(name)?))).collect::<Vec<_>>()
    });
    html! {
        <main class="page" tabindex="-1">
            <h2>{ "Scenarios" }</h2>
            <ul class="cards">
                for (name, scenario) in scenarios.iter() {
                    <li class="card" data-testid={format!("card-{name}")}>
                        <p class="hint">{ &scenario.texts().field }</p>
                        <h3>
                            <a href={page::address(&View::Scenario(name).link(&props.link))}
                                onclick={to(View::Scenario(name), &props.on_view)}>{ &scenario.texts().title }</a>
                        </h3>
                        <p>{ &scenario.texts().story }</p>
                    </li>
                }
            </ul>
        </main>
    }
}
