//! What the scenario tells: its story, what is claimed, what to try.

use std::rc::Rc;

use yew::prelude::*;

use super::tries::Tries;
use crate::content::Content;
use model::scenario::Scenario;
use words::markup::around;

/// The story of the scenario shown, as far as it is there.
pub fn story(scenario: &Rc<Scenario>, content: Content) -> Html {
    let texts = scenario.texts();
    let story = library::story(scenario);
    let coming = story.is_none() && content == Content::Coming;
    let story = story.unwrap_or_default();
    let [before, _, after] = around(words::lab::claim());
    html! {
        <div class="story" aria-busy={coming.to_string()}>
            <h2>{ &texts.title }</h2>
            if !texts.summary.is_empty() { <p>{ &texts.summary }</p> }
            if texts.summary != story.text { <p>{ &story.text }</p> }
            if !story.claim.is_empty() {
                <p>{ before }<q>{ &story.claim }</q>{ after }</p>
            }
            if !story.questions.is_empty() {
                <Tries scenario={texts.name.clone()} questions={story.questions.clone()} shown={Rc::clone(scenario)} />
            }
        </div>
    }
}
