//! The result in a sentence, what else is to be known, and how many pairs say so.

use std::rc::Rc;

use yew::prelude::*;

use super::dots::dots;
use crate::ensemble_summary::EnsembleSummary;
use crate::state::result_cache::Pin;
use crate::text::change::pin_name;
use crate::text::result::words;
use model::scenario::Scenario;
use words::result_panel;

/// What is known of what is pinned.
fn said_of_pin(pin: &Pin) -> String {
    match &pin.summary {
        None => result_panel::pinned_unknown().to_owned(),
        Some(found) if found.complete() => words(found).main,
        Some(found) => {
            result_panel::PinnedSoFar { sentence: &words(found).main, done: &found.done, wanted: &found.wanted }.say()
        }
    }
}

/// What is pinned, and what is known of it; nothing where it is what is shown.
pub fn pinned(pin: Option<&Pin>, shown: &Rc<Scenario>) -> Html {
    let Some(pin) = pin.filter(|pin| pin.setup.scenario != *shown) else { return Html::default() };
    html! {
        <p class="pinned" data-testid="pinned-sentence">
            <b>{ result_panel::pinned(&pin_name(&pin.setup)) }{ " " }</b>{ said_of_pin(pin) }
        </p>
    }
}

/// The result.
pub fn result_sentence(summary: Option<&EnsembleSummary>, pin: Option<&Pin>) -> Html {
    let Some(summary) = summary else {
        return html! {
            <section class="result" aria-label={result_panel::result()}>
                <div><p class="sentence" data-testid="sentence">{ result_panel::running() }</p></div>
            </section>
        };
    };
    let said = words(summary);
    let spoken = if summary.complete() { format!("{} {}", said.main, said.also) } else { String::new() };
    html! {
        <section class="result" aria-label={result_panel::result()}>
            <div>
                <p class="sentence" data-testid="sentence">{ &said.main }</p>
                <p class="also" data-testid="also">{ &said.also }</p>
                if !said.caution.is_empty() {
                    <p class={classes!("caution", said.alarm.then_some("alarm"))} data-testid="caution">{ &said.caution }</p>
                }
                { pinned(pin, &summary.scenario) }
                // Read out once, at the end, not at every step of the way.
                <p class="unseen" role="status">{ spoken }</p>
            </div>
            if !said.tally.is_empty() {
                { dots(summary.main.tally, &said.tally) }
            }
        </section>
    }
}
