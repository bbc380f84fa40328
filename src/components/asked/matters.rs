//! Which assumptions matter, and how much each explains.

use std::rc::Rc;

use yew::prelude::*;

use super::bar::bar;
use super::figure::RowsFigure;
use super::files::numbers;
use super::pays::PartProps;
use crate::charts::source::Source;
use crate::components::field::value_of;
use crate::components::sweep_form::outcomes;
use crate::inquiry::{Findings, Question};
use crate::route::View;
use crate::state::inquiries::Place;
use crate::state::{Action, State};
use crate::text::asked::{grouped, time};
use crate::text::list;
use crate::text::matters::{
    cells, count_first, screened, screened_rows, screening, share_rows, share_words, shares, stable,
};
use experiment::design::{PAIRS_OF_WORLD, Question as Kind};
use experiment::indices::SCRAMBLINGS;
use experiment::screening::{BASES, Screened};
use model::fault::Fault;
use model::outcome::{Better, Measure};
use words::{asked, outcome, parameter, swept};

/// Base points that can be chosen.
const EFFORTS: [(u32, words::Text); 3] = [
    (BASES / 2, asked::matters_effort_quick),
    (BASES, asked::matters_effort_usual),
    (2 * BASES, asked::matters_effort_thorough),
];

/// The part.
#[component]
pub fn Matters(props: &PartProps) -> Html {
    let state = &props.state;
    let (scenario, dispatch) = (state.scenario(), state.dispatcher());
    let inquiry = state.inquiries.at(Place::Screen);
    let last = inquiry.map(|inquiry| match inquiry.question.kind() {
        Kind::Screen { bases } => (*bases, inquiry.question.outcome()),
        _ => (BASES, inquiry.question.outcome()),
    });
    let entered = use_state_eq(|| last.unwrap_or((BASES, scenario.main_measure())));
    let (bases, measure) = *entered;
    let asked = use_memo((Rc::clone(scenario), *entered), |(scenario, (bases, measure))| {
        screening(scenario, *measure, *bases).map(Rc::new)
    });
    let on_effort = {
        let entered = entered.clone();
        Callback::from(move |event: Event| {
            let bases = value_of(&event).and_then(|text| text.parse().ok());
            entered.set((bases.unwrap_or(BASES), measure));
        })
    };
    let on_outcome = {
        let entered = entered.clone();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event).and_then(|id| Measure::named(&id));
            entered.set((bases, chosen.unwrap_or(measure)));
        })
    };
    let onclick = {
        let (asked, dispatch) = (Rc::clone(&asked), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if let Ok(question) = &*asked {
                dispatch.dispatch(Action::Inquire(Place::Screen, Rc::clone(question)));
            }
        })
    };
    html! {
        <section class="card where" tabindex="-1" data-testid="matters">
            <div class="sweep-asked">
                <h3>{ asked::matters() }</h3>
                <p>{ asked::matters_text() }</p>
                <div class="sweep-form">
                    <label>{ swept::outcome() }
                        <select onchange={on_outcome} ~value={measure.info().id} data-testid="matters-outcome">{ outcomes(measure) }</select></label>
                    <label>{ asked::matters_effort() }
                        <select onchange={on_effort} ~value={bases.to_string()} data-testid="matters-effort">
                            for (points, name) in EFFORTS { <option value={points.to_string()} selected={points == bases}>{ name() }</option> }
                        </select></label>
                    <div class="sweep-start">
                        <button type="button" class="primary" disabled={asked.is_err()} {onclick} data-testid="matters-start">
                            { if inquiry.is_some() { swept::start_again() } else { swept::start() } }
                        </button>
                        { match &*asked {
                            Ok(question) => html! { <span class="hint" data-testid="matters-cost">{ cost(question, state.pace) }</span> },
                            Err(faults) => wrong(faults),
                        } }
                    </div>
                </div>
                if let Some(inquiry) = inquiry {
                    { bar(inquiry, state) }
                    if !is_of(&inquiry.question, state) { <p class="caution">{ swept::of_before() }</p> }
                }
            </div>
            if let Some(found) = inquiry.and_then(|inquiry| inquiry.found.as_ref()) {
                <div class="swept">
                    <Mattering found={Rc::clone(found)} state={state.clone()} colours={props.colours} on_view={props.on_view.clone()} />
                    { explained(props) }
                </div>
            } else if state.inquiries.at(Place::Shares).is_some() {
                // It was cut off when the page was closed; the screening before it was complete.
                <div class="swept">{ explained(props) }</div>
            } else {
                <div class="swept swept-empty"><p class="hint">{ if inquiry.is_some_and(|inquiry| inquiry.runs) { swept::waiting() } else { asked::matters_empty() } }</p></div>
            }
        </section>
    }
}

/// Whether a question is of the scenario shown, whatever kind of pairs that has.
fn is_of(question: &Question, state: &State) -> bool {
    *question.scenario() == experiment::plausible::own(state.scenario())
}

fn cost(question: &Question, pace: Option<f64>) -> String {
    let worlds = question.count() as u64;
    let [points, all] = [worlds, worlds * u64::from(PAIRS_OF_WORLD)].map(grouped);
    let said = asked::MattersCost { points: &points, pairs: &PAIRS_OF_WORLD, all: &all }.say();
    let time = pace.map_or_else(String::new, |pace| swept::cost_time(&time(question, PAIRS_OF_WORLD, pace)));
    list::sentences(vec![said, time])
}

fn wrong(faults: &[Fault]) -> Html {
    html! { <p class="wrong" role="alert" data-testid="matters-wrong">{ words::fault::sentences(faults).join(" ") }</p> }
}

/// How much each of the first explains, once that is asked.
fn explained(props: &PartProps) -> Html {
    let state = &props.state;
    let Some(inquiry) = state.inquiries.at(Place::Shares) else { return Html::default() };
    html! {
        <>
            { bar(inquiry, state) }
            if !is_of(&inquiry.question, state) { <p class="caution">{ swept::of_before() }</p> }
            if let Some(found) = &inquiry.found {
                <Mattering found={Rc::clone(found)} state={state.clone()} colours={props.colours} on_view={props.on_view.clone()} />
            }
        </>
    }
}

/// What is shown of a screening or of shares.
#[derive(Properties, PartialEq)]
pub struct MatteringProps {
    /// What is known.
    pub found: Rc<Findings>,
    /// The state.
    pub state: UseReducerHandle<State>,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
}

/// The picture, the sentences, the table and the files.
#[component]
pub fn Mattering(props: &MatteringProps) -> Html {
    let found = &props.found;
    let outcomes = &found.question.experiment.asked().outcomes;
    let chosen = use_state_eq(|| 0_usize);
    let measure = outcomes.get(*chosen).copied().unwrap_or(outcomes[0]);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| chosen.set(value_of(&event).and_then(|text| text.parse().ok()).unwrap_or(0)))
    };
    html! {
        <div class="mattering" data-testid={format!("found-{}", if found.question.experiment.screening().is_some() { "screen" } else { "shares" })}>
            if outcomes.len() > 1 {
                <label>{ swept::outcome() }
                    <select {onchange}>
                        for (place, outcome) in outcomes.iter().enumerate() {
                            <option value={place.to_string()} selected={*outcome == measure}>{ outcome::label(*outcome) }</option>
                        }
                    </select></label>
            }
            if found.question.experiment.screening().is_some() {
                <ScreenFound found={Rc::clone(found)} {measure} state={props.state.clone()} colours={props.colours} />
            } else {
                <SharesFound found={Rc::clone(found)} {measure} state={props.state.clone()} colours={props.colours} />
            }
        </div>
    }
}

/// What is shown of one outcome.
#[derive(Properties, PartialEq)]
struct FoundProps {
    found: Rc<Findings>,
    measure: Measure,
    state: UseReducerHandle<State>,
    colours: u32,
}

#[component]
fn ScreenFound(props: &FoundProps) -> Html {
    let (found, measure) = (&props.found, props.measure);
    let told = use_memo((found.clone(), measure), |(found, measure)| found.screened(*measure));
    let Some((rows, stability, _)) = &*told else { return html! { <p class="hint">{ asked::matters_few() }</p> } };
    let drawn = Rc::new(screened_rows(found.question.scenario(), measure, rows));
    html! {
        <>
            <p class="sentence" data-testid="matters-said">{ screened(rows) }</p>
            <p class="hint" data-testid="matters-stable">{ stable(rows, stability) }</p>
            <RowsFigure rows={drawn} title={asked::matters_title(&outcome::label(measure))} signs={if measure.info().better == Better::Neither { asked::matters_signs_neither() } else { asked::matters_signs() }}
                source={source(found)} shown={format!("screen-{}", measure.info().id)} colours={props.colours} row=2.1>{ numbers(found) }</RowsFigure>
            { ask_shares(props, rows) }
            { table(props, rows) }
        </>
    }
}

fn source(found: &Findings) -> Source {
    Source::new(found.question.scenario(), found.pairs[0], !found.complete)
}

/// The way on: how much each of the first explains.
fn ask_shares(props: &FoundProps, rows: &[Screened]) -> Html {
    let first = count_first(rows);
    if !props.found.complete || first == 0 {
        return Html::default();
    }
    let question = shares(props.found.question.scenario(), props.measure, rows);
    let dispatch = props.state.dispatcher();
    let is_asked = |question: &Question| {
        props.state.inquiries.at(Place::Shares).is_some_and(|inquiry| *inquiry.question == *question)
    };
    match question {
        Ok(question) if is_asked(&question) => Html::default(),
        Ok(question) => {
            let said = cost(&question, props.state.pace);
            let question = Rc::new(question);
            let onclick = Callback::from(move |_: MouseEvent| {
                dispatch.dispatch(Action::Inquire(Place::Shares, Rc::clone(&question)));
            });
            html! {
                <p class="sweep-start"><button type="button" {onclick} data-testid="shares-start">{ asked::shares_ask(first) }</button>
                    <span class="hint">{ said }</span></p>
            }
        }
        Err(faults) => wrong(&faults),
    }
}

/// All assumptions, each with what is plausible, what it does, and whether it is known.
fn table(props: &FoundProps, rows: &[Screened]) -> Html {
    let scenario = props.found.question.scenario();
    let dispatch = props.state.dispatcher();
    let known = |id: &str| props.state.scenario().plausible().knows(id);
    let on_known = |id: &'static str, is: bool| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: Event| dispatch.dispatch(Action::Know(id, !is)))
    };
    let head = [asked::assumption(), asked::plausible(), asked::effect(), asked::luck(), asked::known()];
    html! {
        <details>
            <summary data-testid="matters-all">{ asked::matters_all() }</summary>
            <div class="numbers" tabindex="0" role="region" aria-label={asked::matters_all()}>
                <table>
                    <thead><tr>for cell in head { <th scope="col">{ cell }</th> }</tr></thead>
                    <tbody>
                        for row in rows {
                            <tr key={row.parameter.id}>
                                <th scope="row">{ parameter::label(row.parameter) }</th>
                                for cell in cells(scenario, props.measure, row) { <td>{ cell }</td> }
                                <td><input type="checkbox" checked={known(row.parameter.id)} title={asked::known_title()}
                                    aria-label={format!("{}: {}", parameter::label(row.parameter), asked::known())}
                                    onchange={on_known(row.parameter.id, known(row.parameter.id))} data-testid={format!("matters-known-{}", row.parameter.id)} /></td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

#[component]
fn SharesFound(props: &FoundProps) -> Html {
    let (found, measure) = (&props.found, props.measure);
    let told = use_memo((found.clone(), measure), |(found, measure)| found.owed(*measure));
    let Some((owed, passes)) = &*told else { return html! { <p class="hint">{ asked::shares_wait() }</p> } };
    let drawn = Rc::new(share_rows(owed));
    html! {
        <>
            <p data-testid="shares-said">{ share_words(owed, measure) }</p>
            if (*passes as u32) < SCRAMBLINGS {
                <p class="hint">{ asked::SharesPass { done: passes, all: &SCRAMBLINGS }.say() }</p>
            }
            <RowsFigure rows={drawn} title={asked::shares_title(&outcome::label(measure))} signs={asked::shares_signs()}
                source={source(found)} shown={format!("shares-{}", measure.info().id)} colours={props.colours} row=3.0>{ numbers(found) }</RowsFigure>
        </>
    }
}
