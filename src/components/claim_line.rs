//! A claim and what the model shows, on one line of numbers.

use yew::prelude::*;

use crate::charts::scale::Scale;
use crate::text::claim::{ClaimMark, Comparison};
use crate::text::numbers::{fixed, signed};

/// Size of the drawing, and where the line lies in it.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 92.0;
const ENDS: [f64; 2] = [18.0, WIDTH - 18.0];
const AXIS: f64 = 66.0;

/// The line.
pub fn claim_line(comparison: &Comparison) -> Html {
    let Comparison { axis, claim, shown, reference, .. } = comparison;
    let [low, mean, high] = *shown;
    let at = if let ClaimMark::At(number) = claim { *number } else { *reference };
    // A direction claimed needs room on both sides of the reference.
    let reach = (high - reference).abs().max((low - reference).abs());
    let around = if let ClaimMark::At(_) = claim { [*reference; 2] } else { [reference - reach, reference + reach] };
    let scale = Scale::around([low, high, at, *reference].into_iter().chain(around), 4);
    let x = |value: f64| ENDS[0] + (ENDS[1] - ENDS[0]) * (value - scale.low) / (scale.high - scale.low);
    let tick =
        |value: f64| if *reference == 0.0 { signed(value, scale.decimals) } else { fixed(value, scale.decimals) };
    let range = match claim {
        ClaimMark::At(_) => None,
        ClaimMark::Above => Some([x(*reference), ENDS[1]]),
        ClaimMark::Below => Some([ENDS[0], x(*reference)]),
    };
    let line = |x1: f64, y1: f64, x2: f64, y2: f64, class: &'static str| {
        html! { <line {class} x1={x1.to_string()} y1={y1.to_string()} x2={x2.to_string()} y2={y2.to_string()} /> }
    };
    // A word stays inside the drawing.
    let word = |at: f64, y: f64, class: &'static str, word: &'static str| {
        let anchor = if at < 60.0 {
            "start"
        } else if at > WIDTH - 60.0 {
            "end"
        } else {
            "middle"
        };
        html! { <text {class} x={at.to_string()} y={y.to_string()} text-anchor={anchor}>{ word }</text> }
    };
    html! {
        <figure class="claim-line">
            <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} translate="no" role="img" aria-label={comparison.describe()}>
                if let Some([from, to]) = range {
                    <rect class="claimed" x={from.to_string()} y="20" width={(to - from).to_string()} height="10" rx="5" />
                    { word(0.5 * (from + to), 14.0, "claimed", words::claim_line::claimed()) }
                } else {
                    <path class="claimed" d={format!("M{} 18l7 7-7 7-7-7z", x(at))} />
                    { word(x(at), 13.0, "claimed", words::claim_line::claimed()) }
                }
                { line(x(*reference), 18.0, x(*reference), AXIS, "reference") }
                { line(x(low), 47.0, x(high).max(x(low) + 2.0), 47.0, "shown") }
                <circle class="shown" cx={x(mean).to_string()} cy="47" r="4.5" />
                { word(x(mean), 40.0, "shown", words::claim_line::model()) }
                { line(ENDS[0], AXIS, ENDS[1], AXIS, "axis") }
                for value in scale.ticks.iter() {
                    { line(x(*value), AXIS, x(*value), AXIS + 4.0, "axis") }
                    <text x={x(*value).to_string()} y={(AXIS + 17.0).to_string()} text-anchor="middle">{ tick(*value) }</text>
                }
            </svg>
            <figcaption class="hint">{ axis }</figcaption>
        </figure>
    }
}
