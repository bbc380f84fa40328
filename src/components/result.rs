//! The result in a sentence, what else is to be known, and how many pairs say so.

use yew::prelude::*;

use super::dots::dots;
use crate::ensemble_summary::EnsembleSummary;
use crate::state::result_cache::Pin;
use crate::text::change::pin_name;
use crate::text::labels::lower_first;
use crate::text::result::words;

/// What is known of what is pinned.
fn said_of_pin(pin: &Pin) -> String {
    match &pin.summary {
        None => "not computed yet.".to_owned(),
        Some(found) if found.complete() => words(found).main,
        Some(found) => format!("{} After {} of {} pairs so far.", words(found).main, found.done, found.wanted),
    }
}

/// The result.
pub fn result_sentence(summary: Option<&EnsembleSummary>, pin: Option<&Pin>) -> Html {
    let Some(summary) = summary else {
        return html! {
            <section class="result" aria-label="Result">
                <div><p class="sentence" data-testid="sentence">{ "Running both teams, with the same people and the same luck…" }</p></div>
            </section>
        };
    };
    let said = words(summary);
    let spoken = if summary.complete() { format!("{} {}", said.main, said.also) } else { String::new() };
    html! {
        <section class="result" aria-label="Result">
            <div>
                <p class="sentence" data-testid="sentence">{ &said.main }</p>
                <p class="also" data-testid="also">{ &said.also }</p>
                if !said.caution.is_empty() {
                    <p class={classes!("caution", said.alarm.then_some("alarm"))} data-testid="caution">{ &said.caution }</p>
                }
                if let Some(pin) = pin.filter(|pin| pin.setup.scenario != summary.scenario) {
                    <p class="pinned" data-testid="pinned-sentence">
                        <b>{ format!("Pinned, {}: ", lower_first(&pin_name(&pin.setup))) }</b>{ said_of_pin(pin) }
                    </p>
                }
                // Read out once, at the end, not at every step of the way.
                <p class="unseen" role="status">{ spoken }</p>
            </div>
            if !said.tally.is_empty() {
                { dots(summary.main.tally, &said.tally) }
            }
        </section>
    }
}
