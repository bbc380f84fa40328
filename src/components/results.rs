//! Results to save: a table of all outcomes, by pair or by week, for a spreadsheet or a program.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Array;
use web_sys::{Blob, BlobPropertyBag};
use yew::prelude::*;

use super::field::value_of;
use crate::ensemble_summary::EnsembleSummary;
use crate::names::file_name;
use crate::page;
use library::results::{BOM, Format, Table, Writer};
use words::saving;

/// What the choice is given.
#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    /// What was found of the scenario; nothing before the first pairs.
    pub summary: Option<Rc<EnsembleSummary>>,
    /// Whether the result is covered: then it is not handed out either.
    pub covered: bool,
}

/// The choice of a table, and a button for each format.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let table = use_state_eq(|| Table::Summary);
    let said = use_state_eq(|| "");
    let ready = !props.covered && props.summary.as_ref().is_some_and(|summary| summary.done > 0);
    let nothing = if props.covered { words::present::hidden() } else { saving::none() };
    let onchange = {
        let table = table.setter();
        Callback::from(move |event: Event| {
            let named = |name: String| Table::ALL.into_iter().find(|table| table.name() == name);
            if let Some(chosen) = value_of(&event).and_then(named) {
                table.set(chosen);
            }
        })
    };
    let on_save = |format: Format| {
        let (summary, table, said) = (props.summary.clone(), *table, said.setter());
        Callback::from(move |_: MouseEvent| {
            if let Some(summary) = &summary {
                said.set(saving::writing());
                let said = said.clone();
                let name = |writer: &Writer| {
                    let [beginning, scenario, end] = writer.file_name();
                    file_name(&beginning, &scenario, &end)
                };
                write(summary.table(table, format), format, Array::new(), name, move |done| {
                    said.set(if done { saving::saved() } else { saving::saved_refused() });
                });
            }
        })
    };
    let button = |format: Format, name: &'static str| {
        html! {
            <button type="button" disabled={!ready || *said == saving::writing()} onclick={on_save(format)}
                data-testid={format!("results-{}", format.ending())}>{ name }</button>
        }
    };
    html! {
        <section class="share-keep" data-testid="results">
            <h3>{ saving::results() }</h3>
            <p>{ props.summary.as_deref().filter(|_| ready).map_or_else(|| nothing.to_owned(), |summary| size(summary, *table)) }</p>
            <div class="choices">
                <select {onchange} aria-label={saving::table()} data-testid="results-table">
                    for choice in Table::ALL {
                        <option value={choice.name()} selected={choice == *table}>{ title(choice) }</option>
                    }
                </select>
                { button(Format::Csv, saving::csv()) }
                { button(Format::Json, saving::json()) }
            </div>
            <p role="status" class="said" data-testid="results-saved">{ *said }</p>
        </section>
    }
}

fn title(table: Table) -> &'static str {
    match table {
        Table::Summary => saving::summary(),
        Table::Pairs => saving::pairs(),
        Table::Weeks => saving::weeks(),
        Table::PairWeeks => saving::pair_weeks(),
    }
}

/// How large the table is, and of what.
fn size(summary: &EnsembleSummary, table: Table) -> String {
    let rows = summary.table(table, Format::Csv).row_count();
    let pairs = summary.done as usize;
    if summary.complete() { saving::Size { rows, pairs }.say() } else { saving::SizeSoFar { rows, pairs }.say() }
}

/// Writes a part, rests, and goes on, so that the page is not held up; hands out the whole and tells whether it could.
pub fn write<W: Iterator<Item = String> + 'static>(
    mut writer: W,
    format: Format,
    parts: Array,
    name: impl Fn(&W) -> String + 'static,
    tell: impl Fn(bool) + 'static,
) {
    if let Some(part) = writer.next() {
        parts.push(&part.into());
        Timeout::new(0, move || write(writer, format, parts, name, tell)).forget();
        return;
    }
    let kind = match format {
        Format::Csv => {
            parts.unshift(&BOM.into());
            "text/csv"
        }
        Format::Json => "application/json",
    };
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok();
    tell(blob.and_then(|blob| page::hand_out(&name(&writer), &blob)).is_some());
}
