//! Whatever an experiment file asks.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::bar::bar;
use super::files::numbers;
use super::matters::Mattering;
use super::pays::opens;
use crate::components::sweep_figure::SweepFigure;
use crate::components::why::Why;
use crate::content::Content;
use crate::explanation::Explanation;
use crate::files::{self, Opened};
use crate::inquiry::{Findings, Question};
use crate::route::View;
use crate::state::inquiries::{Inquiry, Place};
use crate::state::{Action, State};
use crate::text::asked::{Asked, asked as told, outcome_rows};
use experiment::design::Question as Kind;
use model::outcome::Measure;
use words::{asked, swept};

/// What the part is given.
#[derive(Properties, PartialEq)]
pub struct FileProps {
    /// The state.
    pub state: UseReducerHandle<State>,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
    /// A file was opened.
    pub on_opened: Callback<Opened>,
    /// Whether all texts are there.
    pub content: Content,
}

/// The part.
#[component]
pub fn AskedFile(props: &FileProps) -> Html {
    let (state, dispatch) = (&props.state, props.state.dispatcher());
    let inquiry = state.inquiries.at(Place::File);
    let input = use_node_ref();
    let onchange = {
        let on_opened = props.on_opened.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(chosen) = input.files() {
                files::open(&chosen, on_opened.clone());
            }
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    let choose = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    html! {
        <section class="card where" tabindex="-1" data-testid="asked-file">
            <div class="sweep-asked">
                <h3>{ asked::file() }</h3>
                <p>{ asked::file_text() }{ " " }<a href={"docs/experiments.html"} target="_blank">{ asked::file_how() }</a></p>
                <button type="button" onclick={choose} data-testid="open-experiment">{ asked::file_open() }</button>
                <input ref={input} type="file" accept=".json,application/json" hidden=true {onchange} aria-label={asked::file_open()} data-testid="experiment-file" />
                if let Some(inquiry) = inquiry {
                    { asking(inquiry, state.pace, &dispatch) }
                    { bar(inquiry, state) }
                }
            </div>
            { match inquiry.and_then(|inquiry| inquiry.found.as_ref()) {
                Some(found) => html! { <div class="swept">{ answer(props, found) }</div> },
                None => html! { <div class="swept swept-empty"><p class="hint">{ if inquiry.is_some_and(|inquiry| inquiry.runs) { swept::waiting() } else { asked::file_empty() } }</p></div> },
            } }
        </section>
    }
}

/// What is asked, what it takes, and the way to begin.
fn asking(inquiry: &Inquiry, pace: Option<f64>, dispatch: &UseReducerDispatcher<State>) -> Html {
    let Asked { title, sentence, cost, refused } = told(&inquiry.question, pace);
    let on_start = {
        let (dispatch, question) = (dispatch.clone(), Rc::clone(&inquiry.question));
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Inquire(Place::File, Rc::clone(&question))))
    };
    html! {
        <>
            if !title.is_empty() { <h4 data-testid="experiment-title">{ title }</h4> }
            <p data-testid="experiment-asks">{ sentence }{ " " }{ cost }</p>
            if !refused.is_empty() { <p class="caution">{ refused }</p> }
            if inquiry.found.is_none() && !inquiry.runs && !inquiry.cut {
                <button type="button" class="primary" onclick={on_start} data-testid="experiment-start">{ swept::start() }</button>
            }
        </>
    }
}

fn answer(props: &FileProps, found: &Rc<Findings>) -> Html {
    let question = &found.question;
    match question.kind() {
        Kind::Sweep(_) => {
            let on_open = opens(&props.state, &props.on_view, Place::File);
            html! { <SweepFigure found={Rc::clone(found)} colours={props.colours} {on_open} /> }
        }
        Kind::Screen { .. } | Kind::Indices { .. } => html! {
            <Mattering found={Rc::clone(found)} state={props.state.clone()} colours={props.colours} on_view={props.on_view.clone()} />
        },
        Kind::Pairs => html! { <>{ outcomes(found) }{ save(found) }</> },
        Kind::Why => html! { <><Parts found={Rc::clone(found)} content={props.content} />{ save(found) }</> },
    }
}

/// All outcomes that were asked for, as a table.
fn outcomes(found: &Findings) -> Html {
    let head = [asked::outcome(), asked::first(), asked::second(), asked::difference(), swept::interval()];
    html! {
        <div class="numbers" tabindex="0" role="region" aria-label={swept::numbers()}>
            <table data-testid="experiment-outcomes">
                <thead><tr>for cell in head { <th scope="col">{ cell }</th> }</tr></thead>
                <tbody>
                    for [name, cells @ ..] in outcome_rows(found) {
                        <tr><th scope="row">{ name }</th>for cell in cells { <td>{ cell }</td> }</tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// What the parts are given.
#[derive(Properties, PartialEq)]
struct PartsProps {
    found: Rc<Findings>,
    content: Content,
}

/// Why the teams differ, as the lab tells it.
#[component]
fn Parts(props: &PartsProps) -> Html {
    let found = &props.found;
    let front = use_state_eq(|| found.question.outcome());
    let on_chart = {
        let front = front.clone();
        Callback::from(move |measure: Measure| front.set(measure))
    };
    let explanation = use_memo(found.clone(), |found| Explanation::of(found).map(Rc::new));
    let scenario = use_memo(found.question.clone(), |question: &Rc<Question>| question.scenario().clone());
    html! {
        <Why {scenario} found={(*explanation).clone()} computing={!found.complete} front={*front} content={props.content} {on_chart} on_lever={Callback::noop()} />
    }
}

/// What was found, as files.
fn save(found: &Rc<Findings>) -> Html {
    html! { <div class="save"><span aria-hidden="true">{ swept::save() }</span>{ numbers(found) }</div> }
}
