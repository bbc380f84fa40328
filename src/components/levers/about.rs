//! What there is to know of a parameter: what it does, where its value comes from, and where to look when it moves.

use yew::prelude::*;

use crate::components::document::model_document;
use crate::text::value;
use model::parameters::touches::touches;
use model::parameters::{Evidence, Parameter};
use words::{lever, outcome, parameter, process};

/// What is shown when someone asks.
pub fn about(row: &'static Parameter, default: Option<f64>, known: Html) -> Html {
    let (processes, measures) = touches(row.id).map_or_else(Default::default, |touches| {
        let processes: Vec<&str> = touches.processes.iter().map(|&touched| process::label(touched)).collect();
        let measures: Vec<&str> = touches.measures.iter().map(|&measure| outcome::label(measure)).collect();
        (processes.join(lever::joint()), measures.join(lever::joint()))
    });
    html! {
        <>
            <p>{ parameter::help(row) }</p>
            { known }
            <dl class="facts">
                <dt>{ lever::allowed() }</dt><dd>{ value::allowed(row) }</dd>
                <dt>{ lever::default() }</dt><dd>{ value::show(row, default) }</dd>
                <dt>{ lever::processes() }</dt><dd>{ processes }</dd>
                <dt>{ lever::measures() }</dt><dd>{ measures }</dd>
                <dt>{ lever::source() }</dt><dd>{ parameter::source(row) }</dd>
                <dt>{ lever::grade() }</dt><dd>{ grade(row.evidence) }</dd>
                <dt>{ lever::id() }</dt><dd><code translate="no">{ row.id }</code></dd>
            </dl>
            <p>{ model_document(&format!("#parameter-{}", row.id), lever::document()) }</p>
        </>
    }
}

/// The grade in words.
fn grade(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::A => lever::measured(),
        Evidence::B => lever::inferred(),
        Evidence::C => lever::assumed(),
    }
}

/// That this is the grade of the evidence.
pub fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::A => lever::measured_evidence(),
        Evidence::B => lever::inferred_evidence(),
        Evidence::C => lever::assumed_evidence(),
    }
}
