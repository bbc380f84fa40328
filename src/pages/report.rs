//! The state of the lab on paper: a report to take to a meeting, or a worksheet to hand out before the result is shown.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::pair::use_pair;
use super::site::Site;
use crate::charts::catalogue::fronts;
use crate::charts::data::ChartData;
use crate::charts::save::svg;
use crate::components::dots::dots;
use crate::components::result::{hidden, pinned, reveal};
use crate::components::share::picture;
use crate::components::to_view::to_view;
use crate::content::with_texts;
use crate::ensemble_summary::{EnsembleSummary, main_measure};
use crate::page;
use crate::qr::qr;
use crate::route::View;
use crate::share::MAX_LINK;
use crate::share::asking_first;
use crate::state::State;
use crate::text::arms;
use crate::text::report::{OutcomeRow, Row, apart, caveats, changed, outcomes, shocks, team};
use crate::text::result::{of_other_kind, words as said};
use crate::text::{list, why};
use crate::theme::Palette;
use library::origin::Origin;
use library::results::VERSION;
use model::outcome::Measure;
use model::parameters::parameter;
use model::scenario::{Arm, Scenario};
use words::report_page;

/// Most lines of a list, so that all of it stays on its page.
const LINES: usize = 9;
/// Longest list of settings at the foot [characters].
const SETTINGS: usize = 400;
/// Size of a chart [px]: about as wide as it is printed, so that its letters have their size.
const CHART: (u32, u32) = (350, 235);

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

/// The report, or the worksheet.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let state = &props.state;
    let scenario = state.scenario();
    let summary = state.summary().filter(|found| found.scenario == *scenario).cloned();
    // Where the result is covered, paper does not tell it either; what is handed out before it is shown is at hand.
    let covered = state.view_options.look.covered();
    let worksheet = use_state_eq(|| covered);
    let on_reveal = reveal(state);
    let (to_lab, on_lab) = to_view(View::LAB, &props.link, &props.on_view);
    let print = Callback::from(|_: MouseEvent| page::print());
    let variant = |of: bool, name: &'static str, id: &'static str| {
        let setter = worksheet.setter();
        html! {
            <button type="button" aria-pressed={(*worksheet == of).to_string()} onclick={Callback::from(move |_: MouseEvent| setter.set(of))}
                data-testid={id}>{ name }</button>
        }
    };
    let (title, hint) = if *worksheet {
        (report_page::worksheet(), report_page::worksheet_hint())
    } else {
        (report_page::title(), report_page::title_hint())
    };
    // Paper with half of the pairs on it says so in large letters; without any it is not printed.
    let ready = *worksheet || (summary.is_some() && !covered);
    html! {
        <>
            <div class="report-head">
                <h2>{ title }</h2>
                <div class="variants" role="group" aria-label={report_page::variants()}>
                    { variant(false, report_page::worksheet_report_tab(), "to-report-sheet") }
                    { variant(true, report_page::worksheet_tab(), "to-worksheet") }
                </div>
                <p class="hint">{ hint }</p>
                <button type="button" class="primary" onclick={print} disabled={!ready} data-testid="print">{ report_page::print() }</button>
                <a href={to_lab} onclick={on_lab}>{ report_page::back() }</a>
            </div>
            if *worksheet {
                { worksheet_sheet(scenario, &props.link) }
            } else if covered {
                <section class="card">{ hidden(on_reveal) }</section>
            } else {
                <ReportSheet state={state.clone()} {summary} link={props.link.clone()} />
            }
        </>
    }
}

/// What the sheet is given.
#[derive(Properties, PartialEq)]
struct SheetProps {
    state: UseReducerHandle<State>,
    summary: Option<Rc<EnsembleSummary>>,
    link: AttrValue,
}

#[component]
fn ReportSheet(props: &SheetProps) -> Html {
    let SheetProps { state, summary, .. } = props;
    let scenario = state.scenario();
    let sheet = use_node_ref();
    let measures = fronts(state.view_options.look.chart, scenario);
    let charts = use_charts(&sheet, summary.clone(), measures, state.view_options.look.replicate());
    let story = library::story(scenario).unwrap_or_default();
    // A story is of its scenario as it was, not of what was made of it.
    let is_changed = !changes(state).is_empty();
    // In how many worlds it holds comes last.
    let busy = summary.is_none() || (state.is_complete() && !state.is_settled());
    html! {
        <article class="sheet" ref={sheet} data-testid="sheet" aria-busy={busy.to_string()}>
            { head(report_page::head(), scenario, &props.link, is_changed) }
            if let Some(found) = summary.as_ref().filter(|found| !found.complete()) {
                <p class="so-far" data-testid="sheet-so-far">{ report_page::SoFar { done: &found.done, wanted: &found.wanted }.say() }</p>
            }
            { result(summary.as_deref(), state) }
            { summary.as_deref().map(outcome_table) }
            <div class="sheet-charts">
                for (chart, summary) in charts.iter() {
                    <figure>
                        <figcaption>{ &chart.title }</figcaption>
                        <div translate="no" role="img" aria-label={chart.summary()}>{ Html::from_html_unchecked(summary.clone()) }</div>
                    </figure>
                }
            </div>
            <p class="hint">{ report_page::lines() }</p>
            <div class="sheet-page">
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
            </div>
        </article>
    }
}

/// What every sheet begins with: what it is of, and the way back to it.
fn head(what: &'static str, scenario: &Scenario, link: &AttrValue, is_changed: bool) -> Html {
    let texts = scenario.texts();
    let story = library::story(scenario).unwrap_or_default();
    let opening = if texts.summary.is_empty() { &story.text } else { &texts.summary };
    html! {
        <header>
            <div>
                <p class="hint">{ what }</p>
                <h3>{ &texts.title }</h3>
                <p>{ if is_changed { report_page::starts_from(opening) } else { opening.clone() } }</p>
            </div>
            { code(link) }
        </header>
    }
}

/// What is handed out before the result is shown: it holds none of it.
fn worksheet_sheet(scenario: &Scenario, link: &AttrValue) -> Html {
    let (with, measure) = (arms::with_treatment(scenario), main_measure(scenario));
    let story = library::story(scenario).unwrap_or_default();
    let is_changed = !library::is_built_in(scenario);
    let lines = |count: usize| -> Html { (0..count).map(|_| html! { <div class="write"></div> }).collect() };
    html! {
        <article class="sheet worksheet" data-testid="worksheet">
            // Whoever follows it is asked first, and sees nothing before.
            { head(report_page::worksheet_head(), scenario, &AttrValue::from(asking_first(link)), is_changed) }
            <p>{ report_page::name() }<span class="blank"></span></p>
            <div class="sheet-settings">
                { team_table(scenario) }
                { table(report_page::apart(), [report_page::apart_first(), report_page::apart_second()], &apart(scenario), report_page::apart_nothing()) }
            </div>
            <section class="boxed">
                <p><b>{ report_page::Expect { with: &with, outcome: &words::outcome::label(measure) }.say() }</b></p>
                <p class="boxes">
                    <span>{ "☐ " }{ report_page::expect_more() }</span>
                    <span>{ "☐ " }{ report_page::expect_same() }</span>
                    <span>{ "☐ " }{ report_page::expect_less() }</span>
                    <span>{ report_page::expect_by() }</span>
                </p>
                <p>{ report_page::expect_because() }</p>
                { lines(2) }
            </section>
            <section class="boxed"><p><b>{ report_page::saw() }</b></p>{ lines(3) }</section>
            if !story.questions.is_empty() {
                <section>
                    <h4>{ report_page::asks() }</h4>
                    for question in &story.questions { <p>{ question }</p>{ lines(2) } }
                </section>
            }
            <section><h4>{ report_page::notes() }</h4>{ lines(3) }</section>
            <footer>{ source(scenario, None) }</footer>
        </article>
    }
}

fn team_table(scenario: &Scenario) -> Html {
    html! {
        <section data-testid="sheet-team">
            <h4>{ report_page::team() }</h4>
            <table><tbody>
                for [label, value] in team(scenario) { <tr><th scope="row">{ label }</th><td>{ value }</td></tr> }
            </tbody></table>
        </section>
    }
}

fn outcome_table(summary: &EnsembleSummary) -> Html {
    html! {
        <section class="sheet-outcomes" data-testid="sheet-outcomes">
            <h4>{ report_page::outcomes() }</h4>
            <table>
                <thead><tr>
                    <td></td>
                    <th scope="col">{ report_page::outcomes_first() }</th>
                    <th scope="col">{ report_page::outcomes_second() }</th>
                    <th scope="col">{ report_page::outcomes_difference() }</th>
                    <th scope="col">{ report_page::outcomes_verdict() }</th>
                </tr></thead>
                <tbody>
                    for OutcomeRow { label, means: [first, second], difference, verdict } in outcomes(summary) {
                        <tr><th scope="row">{ label }</th><td>{ first }</td><td>{ second }</td><td>{ difference }</td><td>{ verdict }</td></tr>
                    }
                </tbody>
            </table>
        </section>
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

fn result(summary: Option<&EnsembleSummary>, state: &State) -> Html {
    let Some(summary) = summary else { return html! { <p>{ report_page::computing() }</p> } };
    let words = said(summary);
    let other = state.other_summary().filter(|other| other.complete());
    let other = other.map(|other| of_other_kind(summary, other)).unwrap_or_default();
    let why = state.explanation().map(|explanation| why::in_short(explanation)).unwrap_or_default();
    let more = [other, worlds(&summary.scenario), why].join(" ");
    let equal = summary.scenario.policy(Arm::Control) == summary.scenario.policy(Arm::Treatment);
    html! {
        <section class="sheet-result">
            <div>
                <p class="sentence">{ words.main }</p>
                // There is no lever on paper.
                if !equal { <p>{ words.also }</p> }
                if !equal { <p data-testid="sheet-sure">{ more.trim() }</p> }
                { pinned(state.pin(), &summary.scenario) }
                if !words.caution.is_empty() { <p class={classes!("caution", words.alarm.then_some("alarm"))}>{ words.caution }</p> }
            </div>
            if !words.tally.is_empty() {
                { dots(summary.main.tally, &words.tally) }
            }
        </section>
    }
}

/// What the pairs are of, where each has a world of its own.
fn worlds(scenario: &Scenario) -> String {
    if !scenario.plausible().on {
        return String::new();
    }
    let known = scenario.plausible().known().iter().filter_map(|id| parameter(id));
    let known: Vec<String> = known.map(|row| words::parameter::label(row).to_owned()).collect();
    if known.is_empty() { report_page::worlds().to_owned() } else { report_page::worlds_known(&list::and(known)) }
}

fn settings(state: &State) -> Html {
    let scenario = state.scenario();
    let happens = shocks(scenario);
    html! {
        <div class="sheet-settings">
            { team_table(scenario) }
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
