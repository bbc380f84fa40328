//! The ensemble in step with the page.

use std::rc::Rc;

use yew::prelude::*;

use super::driver::{Driver, Report};

use crate::state::{Action, State};
use crate::text::goal;
use model::scenario::Scenario;

/// The ensemble, in step with the state; on a scenario's page that scenario's.
#[hook]
pub fn use_ensemble(state: &UseReducerHandle<State>, visited: Option<&Rc<Scenario>>) {
    let reading = use_mut_ref(|| None::<Rc<Scenario>>);
    reading.replace(visited.cloned());
    let driver = use_memo((), {
        let dispatch = state.dispatcher();
        move |()| {
            Driver::new(Callback::from(move |report| {
                dispatch.dispatch(match report {
                    Report::Found(summary) if reading.borrow().as_ref() == Some(&summary.scenario) => {
                        Action::Visited(summary)
                    }
                    Report::Found(summary) => Action::Found(summary),
                    Report::Trouble(notice) => Action::Tell(notice),
                });
            }))
        }
    });
    let wanted = match visited {
        Some(scenario) => {
            let complete = state.cache.of(scenario).is_some_and(|found| found.complete());
            (!complete).then(|| (Rc::clone(scenario), goal::DEFAULT))
        }
        None => state.to_compute(),
    };
    use_effect_with(wanted, move |wanted| match wanted {
        Some((scenario, goal)) => driver.run(scenario, *goal),
        None => driver.stop(),
    });
}
