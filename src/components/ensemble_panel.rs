//! How many pairs or how precise, how far they are, stop and go on, and what the numbers mean.

use std::rc::Rc;

use yew::prelude::*;

use super::field::value_of;
use crate::ensemble_summary::EnsembleSummary;
use crate::text::goal::{GOALS, label, read, write};
use crate::text::result::precision;
use experiment::goal::{Goal, MOST};

/// What the panel is of.
pub struct EnsemblePanel {
    /// What was found of the scenario shown; nothing before its first pairs.
    pub summary: Option<Rc<EnsembleSummary>>,
    /// What is asked for.
    pub goal: Goal,
    /// Whether that is reached.
    pub complete: bool,
    /// Whether the ensemble may compute.
    pub computing: bool,
    /// Something else is asked for.
    pub on_goal: Callback<Goal>,
    /// It may go on, or stops.
    pub on_computing: Callback<bool>,
}

/// The panel.
pub fn ensemble_panel(props: &EnsemblePanel) -> Html {
    let EnsemblePanel { goal, complete, .. } = *props;
    let (done, expected) = props.summary.as_ref().map_or((0, goal.at_least()), |found| (found.done, found.wanted));
    let wanted = if complete { done } else { expected.max(goal.at_least()) };
    let on_goal = {
        let on_goal = props.on_goal.clone();
        Callback::from(move |event: Event| {
            let value = value_of(&event).unwrap_or_default();
            if let Some(goal) = value.split_once('=').and_then(|(key, value)| read(key, value)) {
                on_goal.emit(goal);
            }
        })
    };
    let (action, next) = if props.computing { ("Stop", false) } else { ("Go on", true) };
    let count = match goal {
        Goal::Pairs(_) => format!("{} of {wanted}", done.min(wanted)),
        Goal::Sure(_) if complete => format!("{done} pairs"),
        Goal::Sure(_) => format!("{done} of about {wanted}"),
    };
    let sure = props.summary.as_deref().and_then(precision);
    html! {
        <div class="ensemble">
            <label>
                <span>{ "Pairs" }</span>
                <select onchange={on_goal} ~value={choice_value(goal)} data-testid="pairs">
                    if !GOALS.contains(&goal) {
                        <option value={choice_value(goal)} selected=true>{ label(goal) }</option>
                    }
                    for choice in GOALS {
                        <option value={choice_value(choice)} selected={choice == goal}>{ label(choice) }</option>
                    }
                </select>
            </label>
            <progress max={wanted.to_string()} value={done.min(wanted).to_string()} aria-label="Pairs done"></progress>
            <span class="count" data-testid="progress">{ count }</span>
            <button type="button" disabled={complete} onclick={props.on_computing.reform(move |_| next)} data-testid="cancel">
                { if complete { "Done" } else { action } }
            </button>
            <p class="hint" data-testid="precision">
                { sure.map_or_else(|| "Not known yet how sure the mean is.".to_owned(), |sure| format!("Sure to {sure}.")) }
            </p>
            <details class="hint">
                <summary>{ "What pairs and “sure” mean" }</summary>
                <p>
                    { "Each pair is the same team with the same luck, run twice: with and without. Another pair is another team of the \
                       same kind with luck of its own. The result is the mean difference over all pairs." }
                </p>
                <p>
                    { "“Sure to ± 1 %” speaks of that mean: its 95 % interval reaches 1 % of the first team's mean to each side. \
                       Were all of it repeated with other seeds, about 95 of 100 such intervals would hold the model's true mean. How much \
                       single pairs differ from each other is another matter: the light band and the dots show that." }
                </p>
                <p>
                    { format!("“Until sure” looks every 100 pairs and stops when the interval is narrow enough, or after {MOST} pairs. It says \
                       how sure one can be of what this model says, not that the model is right.") }
                </p>
            </details>
        </div>
    }
}

/// A goal as the value of an option: key and value as in a link.
fn choice_value(goal: Goal) -> String {
    let (key, value) = write(goal);
    format!("{key}={value}")
}
