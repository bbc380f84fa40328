//! What is run in step with the page.

use std::rc::Rc;

use yew::prelude::*;

use super::driver::Driver;
use crate::state::State;
use model::scenario::Scenario;

/// Runs pairs in step with the state; on a scenario's page that scenario's first.
#[hook]
pub fn use_ensemble(state: &UseReducerHandle<State>, visited: Option<&Rc<Scenario>>) {
    let driver = use_memo((), {
        let dispatch = state.dispatcher();
        move |()| Driver::new(Callback::from(move |action| dispatch.dispatch(action)))
    });
    use_effect_with(state.wish(visited), move |wish| driver.want(wish));
}
