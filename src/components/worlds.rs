//! What the pairs are of: teams of one world, or each of a plausible world.

use yew::prelude::*;

use super::field::value_of;
use model::scenario::Scenario;
use words::result_panel;

/// The choice.
pub fn worlds(scenario: &Scenario, on_worlds: &Callback<bool>, testid: &'static str) -> Html {
    let on = scenario.plausible().on;
    let on_worlds = on_worlds.clone();
    let onchange = Callback::from(move |event: Event| on_worlds.emit(value_of(&event).as_deref() == Some("worlds")));
    html! {
        <select class="worlds" {onchange} aria-label={result_panel::of()} title={result_panel::of_title()} data-testid={testid}>
            <option value="teams" selected={!on}>{ result_panel::of_teams() }</option>
            <option value="worlds" selected={on}>{ result_panel::of_worlds() }</option>
        </select>
    }
}
