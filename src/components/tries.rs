//! The questions to try in a scenario, on its page and beside its story: at a click the lab asks them.

use std::rc::Rc;

use yew::prelude::*;

use crate::tries::{Try, tries};
use model::scenario::Scenario;

/// What asks a question that is tried; the page around gives it to whatever shows questions.
pub type Asking = Callback<Try>;

/// What the questions are given.
#[derive(Properties, PartialEq)]
pub struct TriesProps {
    /// The scenario whose questions they are, by name.
    pub scenario: AttrValue,
    /// The questions, as its story tells them.
    pub questions: Vec<String>,
    /// The scenario that is shown beside them, if one is.
    #[prop_or_default]
    pub shown: Option<Rc<Scenario>>,
}

/// The questions: buttons, but for those of a story that is not built in, which say nothing of what to set.
#[component]
pub fn Tries(props: &TriesProps) -> Html {
    let on_try = use_context::<Asking>();
    let known = tries(&props.scenario);
    let shown = |(place, text): (usize, &String)| {
        let asked = known.iter().find(|question| question.text == *text).cloned();
        let Some((asked, on_try)) = asked.zip(on_try.clone()) else { return html! { <li>{ text }</li> } };
        let here = props.shown.as_ref().is_some_and(|shown| asked.is_asked_in(shown));
        let onclick = on_try.reform(move |_| asked.clone());
        html! {
            <li>
                <button type="button" class="chip" aria-current={here.then_some("true")} {onclick}
                    data-testid={format!("try-{}", place + 1)}>{ text }</button>
            </li>
        }
    };
    html! { <ol class="questions">{ for props.questions.iter().enumerate().map(shown) }</ol> }
}
