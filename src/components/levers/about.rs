//! What there is to know of a parameter: what it does, where its value comes from, and where to look when it moves.

use yew::prelude::*;

use crate::components::document::model_document;
use crate::text::value;
use model::parameters::touches::touches;
use model::parameters::{Evidence, Parameter};
use words::{outcome, parameter};

/// What is shown when someone asks.
pub fn about(row: &'static Parameter, default: Option<f64>) -> Html {
    let (processes, measures) = touches(row.id).map_or_else(Default::default, |touches| {
        let processes: Vec<&str> = touches.processes.iter().map(|process| process.label()).collect();
        let measures: Vec<&str> = touches.measures.iter().map(|measure| outcome::label(*measure)).collect();
        (processes.join(", "), measures.join(", "))
    });
    html! {
        <>
            <p>{ parameter::help(row) }</p>
            <dl class="facts">
                <dt>{ "Allowed" }</dt><dd>{ value::allowed(row) }</dd>
                <dt>{ "In this scenario" }</dt><dd>{ value::show(row, default) }</dd>
                <dt>{ "Acts on" }</dt><dd>{ processes }</dd>
                <dt>{ "Look first at" }</dt><dd>{ measures }</dd>
                <dt>{ "Source" }</dt><dd>{ parameter::source(row) }</dd>
                <dt>{ "Evidence" }</dt><dd>{ format!("{}: {}", letter(row.evidence), grade(row.evidence)) }</dd>
                <dt>{ "In links and files" }</dt><dd><code translate="no">{ row.id }</code></dd>
            </dl>
            <p>{ model_document(&format!("#parameter-{}", row.id), "More in the model document") }</p>
        </>
    }
}

/// The grade as a letter.
pub fn letter(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::A => "A",
        Evidence::B => "B",
        Evidence::C => "C",
    }
}

/// The grade in words.
pub fn grade(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::A => "measured in the study named",
        Evidence::B => "inferred from the study named, which measured something near it",
        Evidence::C => "assumed; no study named measured it, so try other values",
    }
}
