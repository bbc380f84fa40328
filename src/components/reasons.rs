//! Beside the sentence: what moved, each number a way to its chart.

use yew::prelude::*;

use crate::charts::tile::Verdict;
use crate::ensemble_summary::EnsembleSummary;
use crate::text;
use model::outcome::Measure;

/// The numbers.
pub fn reasons(summary: &EnsembleSummary, front: Measure, on_chart: &Callback<Measure>) -> Html {
    html! {
        <div class="reasons" role="group" aria-label={words::reasons::title()} data-testid="reasons">
            for reason in text::reasons::reasons(summary) {
                <button type="button" key={reason.measure.info().id} class={class(reason.verdict)} title={words::reasons::opens(&words::outcome::label(reason.measure))}
                    aria-pressed={(front == reason.measure).to_string()} onclick={on_chart.reform(move |_| reason.measure)}
                    data-testid={format!("reason-{}", reason.measure.info().id)}>
                    <span>{ reason.title }</span>{ " " }<b>{ reason.means }</b>
                </button>
            }
        </div>
    }
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Higher | Verdict::Lower | Verdict::Same | Verdict::Unclear => "other",
    }
}
