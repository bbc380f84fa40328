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
        <div class="policies" role="group" aria-label={words::levers::leads()}>
            for arm in Arm::BOTH {
                { leads(scenario, dispatch, arm) }
            }
            <div class="buttons">
                <button type="button" disabled={same} onclick={act(Action::Swap)} data-testid="swap"
                    title={words::levers::swap_title()}>{ words::levers::swap() }</button>
                <button type="button" disabled={same} onclick={act(Action::Copy { from: Arm::Control })} data-testid="copy-first"
                    title={words::levers::copy_first_title()}>{ words::levers::copy_first() }</button>
                <button type="button" disabled={same} onclick={act(Action::Copy { from: Arm::Treatment })} data-testid="copy-second"
                    title={words::levers::copy_second_title()}>{ words::levers::copy_second() }</button>
            </div>
        </div>
    }
}

fn leads(scenario: &Scenario, dispatch: &UseReducerDispatcher<State>, arm: Arm) -> Html {
    let (name, title, class) = match arm {
        Arm::Control => ("leads-first", words::levers::leads_first(), "control"),
        Arm::Treatment => ("leads-second", words::levers::leads_second(), "treatment"),
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
