//! Why the teams differ: the difference in the outcome in front, part by part.

use std::rc::Rc;

use yew::prelude::*;

use super::field::value_of;
use crate::charts::catalogue::GROUPS;
use crate::content::Content;
use crate::explanation::Explanation;
use crate::text::labels::Labels;
use crate::text::why::{Row, Told, told, zero};
use experiment::story::Topic;
use experiment::why::runs;
use model::mechanism::differing;
use model::outcome::Measure;
use model::scenario::{Arm, Scenario};
use words::{outcome, why};

/// Width and height of a bar's picture, in its own measure.
const SIZE: [f64; 2] = [100.0, 10.0];

/// What it is given.
#[derive(Properties, PartialEq)]
pub struct WhyProps {
    /// What is compared.
    pub scenario: Rc<Scenario>,
    /// As far as it is known.
    pub found: Option<Rc<Explanation>>,
    /// Whether more is being worked out, if it is not complete.
    pub computing: bool,
    /// The outcome in front.
    pub front: Measure,
    /// Whether the texts are there.
    pub content: Content,
    /// Another outcome is to be in front.
    pub on_chart: Callback<Measure>,
    /// A parameter's lever is to be shown.
    pub on_lever: Callback<&'static str>,
    /// Who has the role in the second team at the moment shown, by seat.
    #[prop_or_default]
    pub holder: Option<usize>,
    /// Episodes of that one's story are to be shown.
    #[prop_or_default]
    pub on_story: Callback<(usize, Topic)>,
}

/// The panel.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let told = use_memo((props.found.clone(), props.front), |(found, front)| {
        found.as_ref().and_then(|found| told(found, *front))
    });
    let runs = use_memo(props.scenario.clone(), |scenario| {
        let any = !differing(scenario).is_empty();
        any.then(|| runs(scenario))
    });
    if props.content != Content::Here {
        return html! { <p class="hint">{ words::content::coming() }</p> };
    }
    let body = match (&*runs, &props.found, &*told) {
        (None, ..) if props.scenario.policy(Arm::Control) == props.scenario.policy(Arm::Treatment) => {
            html! { <p>{ why::nothing() }</p> }
        }
        (None, ..) => html! { <p>{ why::idle() }</p> },
        (Some(runs), None, _) if props.computing => html! { <p role="status">{ why::wait(runs) }</p> },
        (Some(_), None, _) => html! { <p role="status">{ why::paused() }</p> },
        (Some(_), Some(_), None) => html! { <p>{ why::unmeasured() }</p> },
        (Some(_), Some(found), Some(told)) => bars(props, found, told),
    };
    html! {
        <section class="explained" aria-label={why::title()} data-testid="why">
            { choice(props) }
            { body }
        </section>
    }
}

/// Which outcome it is about.
fn choice(props: &WhyProps) -> Html {
    let on_chart = props.on_chart.clone();
    let on_choice = Callback::from(move |event: Event| {
        if let Some(measure) = value_of(&event).and_then(|id| Measure::named(&id)) {
            on_chart.emit(measure);
        }
    });
    html! {
        <label class="choice">
            <b>{ why::title() }</b>
            <select onchange={on_choice} ~value={props.front.info().id} data-testid="why-outcome">
                for (name, measures) in GROUPS {
                    <optgroup label={name()}>
                        for measure in measures.iter() {
                            <option value={measure.info().id} selected={*measure == props.front}>{ outcome::label(*measure) }</option>
                        }
                    </optgroup>
                }
            </select>
        </label>
    }
}

fn bars(props: &WhyProps, found: &Explanation, told: &Told) -> Html {
    let pairs = found.why.pairs() as usize;
    let count = match (told.known, found.complete, props.computing) {
        (Some(known), ..) => why::OfKnown { known: &known, pairs: &pairs }.say(),
        (None, false, true) => why::so_far(&pairs),
        (None, ..) => why::of_pairs(pairs),
    };
    html! {
        <>
            <p class="summing" data-testid="why-said">{ told.sentences.join(" ") }</p>
            <table>
                <thead><tr>
                    <th><span class="unseen">{ why::part() }</span></th><td />
                    <th><span class="unseen">{ why::adds() }</span></th>
                </tr></thead>
                <tbody>
                    for row in &told.rows { { line(props, row, zero(told)) } }
                </tbody>
                <tfoot>{ line(props, &told.total, zero(told)) }</tfoot>
            </table>
            <p class="hint" role="status" data-testid="why-pairs">{ count }{ " " }{ why::lines() }</p>
            <details>
                <summary>{ why::more() }</summary>
                <p class="hint">{ why::intro() }{ " " }{ if found.why.is_exact() { why::exact() } else { why::sampled() } }</p>
                <dl class="hint">
                    for row in &told.rows {
                        <dt key={row.id}>{ row.label }</dt><dd>{ row.help }{ episodes(props, row) }</dd>
                    }
                </dl>
            </details>
        </>
    }
}

fn line(props: &WhyProps, row: &Row, zero: f64) -> Html {
    let class = match (row.unclear, row.better) {
        (true, _) => "unclear",
        (_, Some(true)) => "better",
        (_, Some(false)) => "worse",
        (_, None) => "other",
    };
    let says = why::Amount { mean: &row.amount, range: &row.range }.say();
    let name = match row.lever {
        None => html! { row.label },
        Some(lever) => html! {
            <button type="button" class="link" title={format!("{} {}.", row.help, why::to_lever())}
                aria-label={format!("{}. {}.", row.label, why::to_lever())} onclick={props.on_lever.reform(move |_| lever)}
                data-testid={format!("why-{}", row.id)}>{ row.label }</button>
        },
    };
    html! {
        <tr key={row.id} class={class} title={says}>
            <th scope="row">{ name }</th>
            <td>{ picture(row, zero) }</td>
            <td>{ &row.amount }<span class="unseen">{ format!(" ({})", row.range) }</span></td>
        </tr>
    }
}

/// The way to where it is met in the story of who has the role.
fn episodes(props: &WhyProps, row: &Row) -> Html {
    let (Some(seat), Some(topic)) = (props.holder, row.topic) else { return Html::default() };
    let name = Labels::of(&props.scenario).person(seat);
    html! {
        <>{ " " }<button type="button" class="link" onclick={props.on_story.reform(move |_| (seat, topic))}
            data-testid={format!("why-story-{}", row.id)}>{ why::to_story(&name) }</button></>
    }
}

/// The bar, where it begins and ends, and the interval of its end.
fn picture(row: &Row, zero: f64) -> Html {
    let [width, height] = SIZE;
    let at = |share: f64| format!("{:.2}", width * share);
    let [from, to] = row.bar;
    let [low, high] = row.interval;
    let middle = (0.5 * height).to_string();
    html! {
        <svg viewBox={format!("0 0 {width} {height}")} preserveAspectRatio="none" aria-hidden="true">
            <line class="zero" x1={at(zero)} x2={at(zero)} y1="0" y2={height.to_string()} />
            <rect x={at(from.min(to))} width={at((to - from).abs().max(0.004))} y="1" height={(height - 2.0).to_string()} />
            <line class="interval" x1={at(low)} x2={at(high)} y1={middle.clone()} y2={middle} />
        </svg>
    }
}
