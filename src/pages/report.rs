//! The state of the lab on one page, to print and to take to a meeting.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::pair::use_pair;
use super::site::Site;
use crate::charts::catalogue::fronts;
use crate::charts::data::ChartData;
use crate::charts::save::svg;
use crate::components::dots::dots;
use crate::components::result::pinned;
use crate::components::share::picture;
use crate::components::to_view::to_view;
use crate::content::with_texts;
use crate::ensemble_summary::EnsembleSummary;
use crate::page;
use crate::qr::qr;
use crate::route::View;
use crate::share::MAX_LINK;
use crate::state::State;
use crate::state::result_cache::Pin;
use crate::text::report::{Row, apart, caveats, changed, shocks};
use crate::text::{arms, result::words};
use crate::theme::Palette;
use library::origin::Origin;
use library::results::VERSION;
use model::outcome::Measure;
use model::scenario::{Arm, Scenario};
use words::report_page;

/// Most lines of a list, so that all of it stays on one page.
const LINES: usize = 9;
/// Longest list of settings at the foot [characters].
const SETTINGS: usize = 400;
/// Size of a chart [px].
const CHART: (u32, u32) = (480, 280);

/// What the report is given.
#[derive(Properties, PartialEq)]
pub struct ReportProps {
    /// The page's state.
    pub state: UseReducerHandle<State>,
    /// The state, as it stands in the address.
    pub link: AttrValue,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
}

/// The report.
pub fn report(site: &Site) -> Html {
    html! {
        <main class="page report" tabindex="-1">
            { with_texts(site.content, &site.on_content, || html! {
                <Report state={site.state.clone()} link={site.link.clone()} on_view={site.on_view.clone()} />
            }) }
        </main>
    }
}

/// The report.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let state = &props.state;
    let scenario = state.scenario();
    let summary = state.summary().filter(|found| found.scenario == *scenario).cloned();
    let sheet = use_node_ref();
    let measures = fronts(state.view_options.look.chart, scenario);
    let charts = use_charts(&sheet, summary.clone(), measures, state.view_options.look.replicate());
    let texts = scenario.texts();
    let story = library::story(scenario).unwrap_or_default();
    let opening = if texts.summary.is_empty() { &story.text } else { &texts.summary };
    // A story is of its scenario as it was, not of what was made of it.
    let is_changed = !changes(state).is_empty();
    let (to_lab, on_lab) = to_view(View::LAB, &props.link, &props.on_view);
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <>
            <div class="report-head">
                <h2>{ report_page::title() }</h2>
                <p class="hint">{ report_page::title_hint() }</p>
                <button type="button" class="primary" onclick={print} disabled={summary.is_none()} data-testid="print">{ report_page::print() }</button>
                <a href={to_lab} onclick={on_lab}>{ report_page::back() }</a>
            </div>
            <article class="sheet" ref={sheet} data-testid="sheet" aria-busy={summary.is_none().to_string()}>
                <header>
                    <div>
                        <p class="hint">{ report_page::head() }</p>
                        <h3>{ &texts.title }</h3>
                        <p>{ if is_changed { report_page::starts_from(opening) } else { opening.clone() } }</p>
                    </div>
                    { code(&props.link) }
                </header>
                { result(summary.as_deref(), state.pin()) }
                <div class="sheet-charts">
                    for (chart, summary) in charts.iter() {
                        <figure>
                            <figcaption>{ &chart.title }</figcaption>
                            <div translate="no" role="img" aria-label={chart.summary()}>{ Html::from_html_unchecked(summary.clone()) }</div>
                        </figure>
                    }
                </div>
                { keys(state) }
                { settings(state) }
                <section>
                    <h4>{ report_page::caveats() }</h4>
                    <ul>
                        for caveat in caveats() { <li>{ caveat }</li> }
                        if !story.differs.is_empty() && !story.claim.is_empty() {
                            <li>{ if is_changed { report_page::claim_of_unchanged(&story.claim) }
                                else { report_page::Claim { claim: &story.claim, differs: &story.differs }.say() } }</li>
                        }
                    </ul>
                </section>
                <footer data-testid="sheet-source">
                    { source(scenario, summary.as_deref()) }
                </footer>
            </article>
        </>
    }
}

/// What one has to have to get the same numbers again.
fn source(scenario: &Scenario, summary: Option<&EnsembleSummary>) -> String {
    let origin = Origin::of(scenario);
    let (clause, seed) = (origin.clause(SETTINGS), origin.seed);
    let of = match summary {
        None => report_page::SourceWithoutPairs { version: &VERSION, origin: &clause, seed: &seed }.say(),
        Some(found) if found.complete() => {
            report_page::Source { pairs: found.done as usize, version: &VERSION, origin: &clause, seed: &seed }.say()
        }
        Some(found) => {
            report_page::SourceSoFar { pairs: found.done as usize, version: &VERSION, origin: &clause, seed: &seed }
                .say()
        }
    };
    let mut sentences = vec![of.as_str()];
    if origin.settings_within(SETTINGS) != origin.settings {
        sentences.push(report_page::source_shortened());
    }
    sentences.push(report_page::source_again());
    sentences.join(" ")
}

/// What the report calls changed: what is otherwise than in the built-in scenario of its name, or in a scenario of the reader's own than in
/// the file.
fn changes(state: &State) -> Vec<Row> {
    let scenario = state.scenario();
    match library::scenario(&scenario.texts().name) {
        Some(built_in) => changed(&built_in, scenario),
        None => changed(state.built_in(), scenario),
    }
}

/// The charts with their drawings, in the colours of the sheet.
#[hook]
fn use_charts(
    sheet: &NodeRef,
    summary: Option<Rc<EnsembleSummary>>,
    measures: [Measure; 2],
    replicate: u32,
) -> Rc<Vec<(Rc<ChartData>, AttrValue)>> {
    let drawn = use_state(|| Rc::new(Vec::new()));
    let single = use_pair(summary.as_ref(), replicate);
    let which = single.as_ref().map(Arc::as_ptr);
    use_effect_with((summary, measures, replicate, which), {
        let (sheet, drawn) = (sheet.clone(), drawn.setter());
        move |(summary, measures, replicate, _)| {
            let palette = sheet.cast::<web_sys::Element>().and_then(|sheet| Palette::of(&sheet));
            if let (Some(summary), Some(palette)) = (summary, palette) {
                let charts =
                    measures.map(|measure| ChartData::of(measure, summary, single.as_deref(), *replicate, None));
                let drawings = charts.into_iter().filter_map(|data| {
                    let drawing = svg(&data, &palette, CHART)?;
                    Some((data, AttrValue::from(drawing)))
                });
                drawn.set(Rc::new(drawings.collect()));
            }
        }
    });
    (*drawn).clone()
}

fn result(summary: Option<&EnsembleSummary>, pin: Option<&Pin>) -> Html {
    let Some(summary) = summary else { return html! { <p>{ report_page::computing() }</p> } };
    let words = words(summary);
    let equal = summary.scenario.policy(Arm::Control) == summary.scenario.policy(Arm::Treatment);
    html! {
        <section class="sheet-result">
            <div>
                <p class="sentence">{ words.main }</p>
                // There is no lever on paper.
                if !equal { <p>{ words.also }</p> }
                { pinned(pin, &summary.scenario) }
                if !words.caution.is_empty() { <p class={classes!("caution", words.alarm.then_some("alarm"))}>{ words.caution }</p> }
            </div>
            if !words.tally.is_empty() {
                { dots(summary.main.tally, &words.tally) }
            }
        </section>
    }
}

/// What the lines of the charts are.
fn keys(state: &State) -> Html {
    let [without, with] = arms::names(state.scenario());
    html! {
        <p class="keys">
            <span class="key control">{ without }</span>
            <span class="key treatment">{ with }</span>
            <span class="hint">{ report_page::lines() }</span>
        </p>
    }
}

fn settings(state: &State) -> Html {
    let scenario = state.scenario();
    let happens = shocks(scenario);
    html! {
        <div class="sheet-settings">
            { table(report_page::apart(), [report_page::apart_first(), report_page::apart_second()], &apart(scenario), report_page::apart_nothing()) }
            { table(report_page::changed(), [report_page::changed_was(), report_page::changed_is()], &changes(state), report_page::changed_nothing()) }
            if !happens.is_empty() {
                <section>
                    <h4>{ report_page::shocks() }</h4>
                    <ul>for line in happens.iter().take(LINES) { <li>{ line }</li> }</ul>
                    { more(happens.len()) }
                </section>
            }
        </div>
    }
}

fn table(title: &'static str, heads: [&'static str; 2], rows: &[Row], none: &'static str) -> Html {
    html! {
        <section>
            <h4>{ title }</h4>
            if rows.is_empty() {
                <p>{ none }</p>
            } else {
                <table>
                    <thead><tr><td></td><th scope="col">{ heads[0] }</th><th scope="col">{ heads[1] }</th></tr></thead>
                    <tbody>
                        for row in rows.iter().take(LINES) {
                            <tr><th scope="row">{ &row.label }</th><td>{ &row.first }</td><td>{ &row.second }</td></tr>
                        }
                    </tbody>
                </table>
                { more(rows.len()) }
            }
        </section>
    }
}

fn more(count: usize) -> Html {
    if count > LINES {
        html! { <p class="hint">{ report_page::more(count - LINES) }</p> }
    } else {
        Html::default()
    }
}

/// The way back from paper, where the link is short enough.
fn code(link: &AttrValue) -> Html {
    let address = page::whole_address(link);
    let Some(code) = (address.len() <= MAX_LINK).then(|| qr(&address)).flatten() else { return Html::default() };
    picture(&code, "sheet-code")
}
