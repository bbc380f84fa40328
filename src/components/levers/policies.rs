//! The two teams' decisions as a whole: who leads each, swap, copy.

use yew::prelude::*;

use crate::components::field::value_of;
use crate::state::{Action, State};
use crate::text::labels::Labels;
use crate::text::leading::Leading;
use model::scenario::{Arm, Scenario};

/// Who leads which team.
pub fn policies(scenario: &Scenario, dispatch: &UseReducerDispatcher<State>) -> Html {
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let same = scenario.policy(Arm::Control) == scenario.policy(Arm::Treatment);
    html! {
        <div class="policies" role="group" aria-label="Who leads">
            for arm in Arm::BOTH {
                { leads(scenario, dispatch, arm) }
            }
            <div class="buttons">
                <button type="button" disabled={same} onclick={act(Action::Swap)} data-testid="swap"
                    title="Each team decides what the other decided">{ "⇄ Swap" }</button>
                <button type="button" disabled={same} onclick={act(Action::Copy { from: Arm::Control })} data-testid="copy-first"
                    title="The second team decides all that the first decides">{ "Second as first" }</button>
                <button type="button" disabled={same} onclick={act(Action::Copy { from: Arm::Treatment })} data-testid="copy-second"
                    title="The first team decides all that the second decides">{ "First as second" }</button>
            </div>
        </div>
    }
}

fn leads(scenario: &Scenario, dispatch: &UseReducerDispatcher<State>, arm: Arm) -> Html {
    let (name, title, class) = match arm {
        Arm::Control => ("leads-first", "First team is led by", "control"),
        Arm::Treatment => ("leads-second", "Second team is led by", "treatment"),
    };
    let policy = *scenario.policy(arm);
    let labels = Labels::of(scenario);
    let present = Leading::of(&policy);
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let value = value_of(&event).unwrap_or_default();
        if let Some(leading) = Leading::ALL.into_iter().find(|leading| leading.id() == value) {
            dispatch.dispatch(Action::Apply(leading.settings(arm, &policy)));
        }
    });
    let count = (policy.assist_leaders as usize).max(1);
    html! {
        <label class={class}>
            <span>{ title }</span>
            <select {onchange} ~value={present.id()} data-testid={name}>
                for leading in Leading::ALL {
                    <option value={leading.id()} selected={leading == present}>
                        { leading.label(labels.lead(), labels.assist(count)) }
                    </option>
                }
            </select>
        </label>
    }
}
