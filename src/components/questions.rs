//! Sample questions to click, and what to watch once one is asked.

use std::rc::Rc;

use yew::prelude::*;

use crate::content::Content;
use crate::questions::{Ask, Question, holds, questions};
use crate::share::Shared;
use crate::state::{Action, State};
use model::outcome::Measure;
use model::scenario::Scenario;
use words::outcome;

/// What the questions are given.
#[derive(Properties, PartialEq)]
pub struct QuestionsProps {
    /// What is shown, of which they are asked.
    pub shown: Rc<Shared>,
    /// Whether the result is covered, and so is what there is to watch.
    pub covered: bool,
    /// Whether they are there.
    pub content: Content,
    /// Place of the one that is asked.
    pub asked: Option<usize>,
    /// One is asked, or none any more.
    pub on_ask: Callback<Option<usize>>,
    /// What was shown before it is wanted back.
    pub on_back: Callback<()>,
}

/// The questions, or the one asked.
#[component]
pub fn Questions(props: &QuestionsProps) -> Html {
    if let Some(place) = props.asked
        && let Some(question) = questions().get(place)
    {
        return asked(props, question);
    }
    if props.content != Content::Here {
        return html! { <p class="hint">{ words::content::coming() }</p> };
    }
    let asks = questions()
        .iter()
        .enumerate()
        .filter_map(|(place, question)| Some((place, question, question.asked_of(&props.shown)?)));
    let (here, elsewhere): (Vec<_>, Vec<_>) = asks.partition(|(_, _, ask)| matches!(ask, Ask::Here(_)));
    let button = |place: usize, question: &Question, of: Option<&str>| {
        html! {
            <button type="button" class="chip" key={place} onclick={props.on_ask.reform(move |_| Some(place))}
                data-testid={format!("question-{place}")}>
                { question.question() }
                if let Some(of) = of { <small>{ " " }{ words::question_panel::of(&of) }</small> }
            </button>
        }
    };
    html! {
        <div class="questions">
            <div role="group" aria-label={words::question_panel::questions()}>
                <h2>{ words::question_panel::here() }</h2>
                for (place, question, _) in here { { button(place, question, None) } }
            </div>
            <div role="group" aria-label={words::question_panel::elsewhere()}>
                <h2>{ words::question_panel::elsewhere() }</h2>
                for (place, question, ask) in elsewhere { { button(place, question, Some(&ask.opens().built_in.texts().title)) } }
            </div>
        </div>
    }
}

fn asked(props: &QuestionsProps, question: &Question) -> Html {
    let title = &props.shown.built_in.texts().title;
    let at_home = question.is_at_home(&props.shown.built_in);
    let outcome = Measure::named(&question.expect.measure).map(outcome::label).unwrap_or_default();
    html! {
        <section class="asked" aria-label={words::question_panel::question()} data-testid="asked">
            <h2 tabindex="-1">{ question.question() }</h2>
            <p class="hint">{ words::question_panel::asked_of(&title) }</p>
            // What it was tried out for is known; of another team only where to look.
            if props.covered {
                <p>{ words::present::hidden() }</p>
            } else if at_home {
                <p><b>{ words::question_panel::watch() }{ " " }</b>{ question.watch() }</p>
                <p><b>{ words::question_panel::why() }{ " " }</b>{ question.why() }</p>
            } else {
                <p><b>{ words::question_panel::watch() }{ " " }</b>{ words::question_panel::watch_chart(&outcome) }</p>
            }
            <div class="choices">
                <button type="button" class="primary" onclick={props.on_ask.reform(|_| None)} data-testid="close-question">{ words::question_panel::another() }</button>
                <button type="button" onclick={props.on_back.reform(|_| ())} data-testid="back-from-question">{ words::question_panel::back() }</button>
            </div>
        </section>
    }
}

/// A sample question that was asked: what was shown before, and what it set.
#[derive(Clone, PartialEq)]
struct Asked {
    place: usize,
    before: Rc<Shared>,
    from: Rc<Scenario>,
    to: Rc<Scenario>,
}

/// The sample question that is asked, as long as what it set stands; how another is, and the way back to what was before.
#[hook]
pub fn use_questions(state: &UseReducerHandle<State>) -> (Option<usize>, Callback<Option<usize>>, Callback<()>) {
    let asked = use_state_eq(|| None::<Asked>);
    let present = state.history.present().scenario.clone();
    let stands = use_memo(((*asked).clone(), present), |(asked, present)| {
        asked.as_ref().is_some_and(|asked| holds(&asked.from, &asked.to, present))
    });
    let here = (*asked).clone().filter(|_| *stands);
    // It does not come up again by chance.
    use_effect_with(*stands, {
        let asked = asked.setter();
        move |stands| {
            if !stands {
                asked.set(None);
            }
        }
    });
    let on_ask = {
        let (state, asked) = (state.clone(), asked.setter());
        Callback::from(move |next: Option<usize>| {
            let shown = state.shared();
            let ask = next.and_then(|place| Some((place, questions().get(place)?.asked_of(&shown)?)));
            asked.set(ask.map(|(place, ask)| {
                let (from, mut opens) = match ask {
                    Ask::Here(opens) => (shown.scenario.clone(), opens),
                    Ask::Elsewhere(opens) => (opens.built_in.clone(), opens),
                };
                opens.pin = shown.pin.clone().filter(|_| shown.built_in == opens.built_in);
                let to = Rc::new(opens.scenario.clone());
                state.dispatch(Action::Open(Box::new(opens)));
                Asked { place, before: Rc::new(shown), from: Rc::new(from), to }
            }));
        })
    };
    let on_back = {
        let (dispatch, asked) = (state.dispatcher(), asked.setter());
        Callback::from(move |()| {
            if let Some(Asked { before, .. }) = &here {
                dispatch.dispatch(Action::Open(Box::new((**before).clone())));
            }
            asked.set(None);
        })
    };
    ((*asked).as_ref().filter(|_| *stands).map(|asked| asked.place), on_ask, on_back)
}
