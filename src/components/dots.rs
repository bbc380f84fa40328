//! A hundred dots for the pairs: uncertainty that can be counted.

use yew::prelude::*;

use model::metrics::ranking;

/// Dots in a row, of which there are four.
const ROW: u32 = 25;

/// The dots: full where the treatment arm did better, small where both did as well, open where the control arm did.
pub fn dots(tally: [u32; 3], text: &str) -> Html {
    let [better, same, worse] = shares(tally);
    let kinds = [("better", better), ("same", same), ("worse", worse)];
    let kinds = kinds.into_iter().flat_map(|(kind, count)| std::iter::repeat_n(kind, count as usize));
    html! {
        <figure class="dots">
            <svg viewBox="0 0 250 40" preserveAspectRatio="xMinYMid" aria-hidden="true">
                for (place, kind) in kinds.enumerate() {
                    <circle class={kind} cx={(10 * (place as u32 % ROW) + 5).to_string()}
                        cy={(10 * (place as u32 / ROW) + 5).to_string()} r={if kind == "same" { "1.8" } else { "3.4" }} />
                }
            </svg>
            <figcaption data-testid="tally">{ text }</figcaption>
        </figure>
    }
}

/// Counts out of a hundred that sum to a hundred, by largest remainders.
fn shares(tally: [u32; 3]) -> [u32; 3] {
    let total: u32 = tally.iter().sum();
    if total == 0 {
        return [0; 3];
    }
    let mut counts = tally.map(|count| 100 * count / total);
    let order = ranking(&tally.map(|count| -f64::from(100 * count % total)));
    let missing = 100 - counts.iter().sum::<u32>();
    for place in order.into_iter().take(missing as usize) {
        counts[place] += 1;
    }
    counts
}
