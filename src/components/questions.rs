//! Sample questions to click, and what to watch once one is asked.

use yew::prelude::*;

use crate::questions::{Question, questions};

/// Questions in sight before more are asked for.
const FIRST: usize = 3;

/// What the questions are given.
#[derive(Properties, PartialEq)]
pub struct QuestionsProps {
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
    let shown = if *all { questions().len() } else { FIRST };
    let more = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <div class="questions-row" role="group" aria-label="Questions to try">
            for (place, question) in questions().iter().enumerate().take(shown) {
                <button type="button" class="chip" key={place} onclick={props.on_ask.reform(move |_| Some(place))}
                    data-testid={format!("question-{place}")}>{ &question.question }</button>
            }
            <button type="button" class="chip more" aria-expanded={all.to_string()} onclick={more} data-testid="more-questions">
                { if *all { "Fewer questions" } else { "More questions" } }
            </button>
        </div>
    }
}

fn asked(props: &QuestionsProps, place: usize, question: &Question) -> Html {
    let next = (place + 1) % questions().len();
    html! {
        <section class="asked" aria-label="Question" data-testid="asked">
            <div>
                <h3 tabindex="-1">{ &question.question }</h3>
                <p class="hint">{ format!("Opened: {}.", props.title) }</p>
                <p><b>{ "Watch " }</b>{ &question.watch }</p>
                <p><b>{ "Why? " }</b>{ &question.why }</p>
            </div>
            <div class="choices">
                <button type="button" onclick={props.on_ask.reform(move |_| Some(next))} data-testid="next-question">{ "Next question" }</button>
                <button type="button" onclick={props.on_back.reform(|_| ())} data-testid="back-from-question">{ "Back to before" }</button>
                <button type="button" onclick={props.on_ask.reform(|_| None)} data-testid="close-question">{ "Close" }</button>
            </div>
        </section>
    }
}
