//! One scenario: its story, what it claims, what to try.

use yew::prelude::*;

use crate::app::components::header::to;
use crate::app::page;
use crate::app::route::View;
use crate::library;

/// What a scenario's page is given.
#[derive(Properties, PartialEq)]
pub struct AboutProps {
    /// The scenario's name.
    pub name: &'static str,
    /// The state, as it stands in the address.
    pub link: AttrValue,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
    /// The scenario is wanted in the lab.
    pub on_open: Callback<&'static str>,
}

/// A scenario's page.
#[component]
pub fn About(props: &AboutProps) -> Html {
    let name = props.name;
    let scenario = use_memo(name, |name| library::scenario(name));
    let Some(scenario) = scenario.as_ref() else { return Html::default() };
    let texts = scenario.texts();
    html! {
        <main class="page" tabindex="-1">
            <p>
                <a href={page::address(&View::Scenarios.link(&props.link))} onclick={to(View::Scenarios, &props.on_view)}>
                    { "All scenarios" }
                </a>
            </p>
            <h2>{ &texts.title }</h2>
            <p>{ &texts.story }</p>
            if !texts.claim.is_empty() {
                <h3>{ "What the story claims" }</h3>
                <p><q>{ &texts.claim }</q></p>
            }
            <h3>{ "To try" }</h3>
            <ul>
                for question in &texts.questions {
                    <li>{ question }</li>
                }
            </ul>
            <button type="button" class="primary" onclick={props.on_open.reform(move |_| name)} data-testid="open-in-lab">
                { "Open in the lab" }
            </button>
        </main>
    }
}
