//! How many pairs or how precise, how far they are, stop and go on, and what the numbers mean.

use std::rc::Rc;

use yew::prelude::*;

use super::field::value_of;
use crate::ensemble_summary::EnsembleSummary;
use crate::text::goal::{GOALS, label, read, write};
use crate::text::result::precision;
use experiment::goal::{Goal, MOST};
use words::{chance, chance_notes};

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
    let (action, next) = if props.computing { (chance::stop(), false) } else { (chance::go_on(), true) };
    let count = match goal {
        Goal::Pairs(_) => chance::Count { done: &done.min(wanted), wanted: &wanted }.say(),
        Goal::Sure(_) if complete => chance::count_reached(done as usize),
        Goal::Sure(_) => chance::CountAbout { done: &done, wanted: &wanted }.say(),
    };
    let sure = props.summary.as_deref().and_then(precision);
    html! {
        <div class="ensemble">
            <label>
                <span>{ chance::pairs() }</span>
                <select onchange={on_goal} ~value={choice_value(goal)} data-testid="pairs">
                    if !GOALS.contains(&goal) {
                        <option value={choice_value(goal)} selected=true>{ label(goal) }</option>
                    }
                    for choice in GOALS {
                        <option value={choice_value(choice)} selected={choice == goal}>{ label(choice) }</option>
                    }
                </select>
            </label>
            <progress max={wanted.to_string()} value={done.min(wanted).to_string()} aria-label={chance::pairs_done()}></progress>
            <span class="count" data-testid="progress">{ count }</span>
            <button type="button" disabled={complete} onclick={props.on_computing.reform(move |_| next)} data-testid="cancel">
                { if complete { chance::done() } else { action } }
            </button>
            <p class="hint" data-testid="precision">
                { sure.map_or_else(|| chance::sure_unknown().to_owned(), |sure| chance::sure(&sure)) }
            </p>
            <details class="hint">
                <summary>{ chance::meaning() }</summary>
                <p>{ chance_notes::pairs() }</p>
                <p>{ chance_notes::sure() }</p>
                <p>{ chance_notes::until(&MOST) }</p>
            </details>
        </div>
    }
}

/// A goal as the value of an option: key and value as in a link.
fn choice_value(goal: Goal) -> String {
    let (key, value) = write(goal);
    format!("{key}={value}")
}
