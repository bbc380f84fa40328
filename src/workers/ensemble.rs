//! What is run in step with the page.

use std::rc::Rc;

use yew::prelude::*;

use super::driver::Driver;
use crate::state::State;
use model::scenario::Scenario;

/// Runs pairs in step with the state; on a scenario's page that scenario's first, and on that of questions with what was cut off there.
#[hook]
pub fn use_ensemble(state: &UseReducerHandle<State>, visited: Option<&Rc<Scenario>>, questions: bool) {
    let dispatch = state.dispatcher();
    let driver = use_memo((), |()| Driver::new(Callback::from(move |action| dispatch.dispatch(action))));
    // Not behind what is drawn now: the workers begin while the page draws.
    use_memo(state.wish(visited), |wish| driver.want(wish));
    use_memo((state.inquiries.clone(), questions), |(inquiries, looks)| driver.follow(inquiries, *looks));
}
