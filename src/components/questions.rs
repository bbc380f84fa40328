//! Sample questions to click, and what to watch once one is asked.

use std::rc::Rc;

use yew::prelude::*;

use crate::content::Content;
use crate::questions::{Question, questions};
use crate::share::Shared;
use crate::state::{Action, State};

/// Questions in sight before more are asked for.
const FIRST: usize = 3;

/// What the questions are given.
#[derive(Properties, PartialEq)]
pub struct QuestionsProps {
    /// Whether they are there.
    pub content: Content,
    /// Place of the one that is asked.
    pub asked: Option<usize>,
    /// The scenario that it opened.
    pub title: AttrValue,
    /// One is asked, or none any more.
    pub on_ask: Callback<Option<usize>>,
    /// What was shown before it is wanted back.
    pub on_back: Callback<()>,
}

/// The questions, or the one asked.
#[component]
pub fn Questions(props: &QuestionsProps) -> Html {
    let all = use_state_eq(|| false);
    if let Some(place) = props.asked
        && let Some(question) = questions().get(place)
    {
        return asked(props, place, question);
    }
    // Their row keeps its height until they come.
    if props.content != Content::Here {
        return html! { <div class="questions-row"></div> };
    }
    let shown = if *all { questions().len() } else { FIRST };
    let more = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <div class="questions-row" role="group" aria-label={words::question_panel::questions()}>
            for (place, question) in questions().iter().enumerate().take(shown) {
                <button type="button" class="chip" key={place} onclick={props.on_ask.reform(move |_| Some(place))}
                    data-testid={format!("question-{place}")}>{ question.question() }</button>
            }
            <button type="button" class="chip more" aria-expanded={all.to_string()} onclick={more} data-testid="more-questions">
                { if *all { words::question_panel::fewer() } else { words::question_panel::more() } }
            </button>
        </div>
    }
}

fn asked(props: &QuestionsProps, place: usize, question: &Question) -> Html {
    let next = (place + 1) % questions().len();
    html! {
        <section class="asked" aria-label={words::question_panel::question()} data-testid="asked">
            <div>
                <h3 tabindex="-1">{ question.question() }</h3>
                <p class="hint">{ words::question_panel::opened(&props.title) }</p>
                <p><b>{ words::question_panel::watch() }{ " " }</b>{ question.watch() }</p>
                <p><b>{ words::question_panel::why() }{ " " }</b>{ question.why() }</p>
            </div>
            <div class="choices">
                <button type="button" onclick={props.on_ask.reform(move |_| Some(next))} data-testid="next-question">{ words::question_panel::next() }</button>
                <button type="button" onclick={props.on_back.reform(|_| ())} data-testid="back-from-question">{ words::question_panel::back() }</button>
                <button type="button" onclick={props.on_ask.reform(|_| None)} data-testid="close-question">{ words::question_panel::close() }</button>
            </div>
        </section>
    }
}

/// A sample question that was asked, and what was shown before.
#[derive(Clone, PartialEq)]
struct Asked {
    place: usize,
    before: Rc<Shared>,
}

/// The sample question that is asked, as long as what it set stands; how another is, and the way back to what was before.
#[hook]
pub fn use_questions(state: &UseReducerHandle<State>) -> (Option<usize>, Callback<Option<usize>>, Callback<()>) {
    let asked = use_state_eq(|| None::<Asked>);
    let present = state.history.present().scenario.clone();
    let stands = use_memo(((*asked).clone(), present), |(asked, present)| {
        let question = asked.as_ref().and_then(|asked| questions().get(asked.place));
        question.is_some_and(|question| question.holds_in(present))
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
        let (state, asked, here) = (state.clone(), asked.setter(), here.clone());
        Callback::from(move |next: Option<usize>| {
            let question = next.and_then(|place| Some((place, questions().get(place)?)));
            asked.set(question.map(|(place, question)| {
                // From question to question the way back stays the same.
                let before = here.as_ref().map_or_else(|| Rc::new(state.shared()), |asked| Rc::clone(&asked.before));
                let mut shared = question.opens(state.cache.goal).0;
                shared.pin = state.shared().pin.filter(|_| shared.built_in == **state.built_in());
                state.dispatch(Action::Open(Box::new(shared)));
                Asked { place, before }
            }));
        })
    };
    let on_back = {
        let (dispatch, asked, here) = (state.dispatcher(), asked.setter(), here.clone());
        Callback::from(move |()| {
            if let Some(Asked { before, .. }) = &here {
                dispatch.dispatch(Action::Open(Box::new((**before).clone())));
            }
            asked.set(None);
        })
    };
    (here.map(|asked| asked.place), on_ask, on_back)
}
