//! The result in a sentence, what else is to be known, and how many pairs say so.

use std::rc::Rc;

use yew::prelude::*;

use super::dots::dots;
use crate::app::findings::Findings;
use crate::app::text::result::words;

/// What the result is given.
#[derive(Properties, PartialEq)]
pub struct ResultProps {
    /// What was found; nothing before the first pairs.
    pub findings: Option<Rc<Findings>>,
}

/// The result.
#[component]
pub fn ResultSentence(props: &ResultProps) -> Html {
    let Some(findings) = &props.findings else {
        return html! {
            <section class="result" aria-label="Result">
                <div><p class="sentence" data-testid="sentence">{ "Running both teams, with the same people and the same luck…" }</p></div>
            </section>
        };
    };
    let words = words(findings);
    let spoken = if findings.complete() { format!("{} {}", words.main, words.also) } else { String::new() };
    html! {
        <section class="result" aria-label="Result">
            <div>
                <p class="sentence" data-testid="sentence">{ &words.main }</p>
                <p class="also" data-testid="also">{ &words.also }</p>
                if !words.caution.is_empty() {
                    <p class="caution" data-testid="caution">{ &words.caution }</p>
                }
                // Read out once, at the end, not at every step of the way.
                <p class="unseen" role="status">{ spoken }</p>
            </div>
            if !words.tally.is_empty() {
                { dots(findings.main.tally, &words.tally) }
            }
        </section>
    }
}
