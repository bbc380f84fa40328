//! What was asked and what was found, as files: a row for each pair, and the experiment for anyone to run again.

use std::rc::Rc;

use js_sys::Array;
use yew::prelude::*;

use crate::charts::save::{named_button, text_button};
use crate::charts::source::Source;
use crate::components::results::write;
use crate::inquiry::{Findings, Question};
use library::experiment_file;
use library::results::{BOM, Format, Tidy};
use words::asked;

/// A button that saves a row for each point, pair and outcome; nothing where the pairs were not kept.
pub fn tidy_button(found: &Rc<Findings>, source: &Source) -> Html {
    if found.question.is_adaptive() {
        return Html::default();
    }
    let (found, name) = (Rc::clone(found), source.file_name("pairs", "csv"));
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(answered) = found.answered() {
            let (name, rows) = (name.clone(), Tidy::new(answered, Format::Csv));
            write(rows, Format::Csv, Array::new(), move |_| name.clone(), |_| {});
        }
    });
    html! { <button type="button" {onclick} data-testid="save-pairs">{ asked::all_pairs() }</button> }
}

/// A button that saves what was asked, as an experiment file.
pub fn experiment_button(question: &Rc<Question>, source: &Source) -> Html {
    // A file asks for as many pairs of every point.
    if question.is_adaptive() {
        return Html::default();
    }
    let question = Rc::clone(question);
    let text = move || Some(experiment_file::write(&question.experiment));
    named_button(
        asked::as_experiment(),
        source.file_name("experiment", "json"),
        "application/json",
        Rc::new(text),
        "save-experiment",
    )
}

/// Buttons that save what was found: the tables of the question, a row for each pair, and the experiment.
pub fn numbers(found: &Rc<Findings>) -> Html {
    let source = Source::new(found.question.scenario(), found.pairs[0], !found.complete);
    let table = |format: Format| {
        let found = Rc::clone(found);
        move || Some(found.answered()?.summary(format))
    };
    let (csv, json) = (table(Format::Csv), table(Format::Json));
    let csv = move || csv().map(|text| format!("{BOM}{text}"));
    html! {
        <>
            if found.complete {
                { text_button("CSV", source.file_name("summary", "csv"), "text/csv", Rc::new(csv)) }
                { text_button("JSON", source.file_name("summary", "json"), "application/json", Rc::new(json)) }
                { tidy_button(found, &source) }
            }
            { experiment_button(&found.question, &source) }
        </>
    }
}
