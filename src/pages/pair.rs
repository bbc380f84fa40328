//! The pair that is shown by itself.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::ensemble_summary::EnsembleSummary;
use crate::slices::Going;
use experiment::pair::Pair;
use experiment::recording::Recording;
use experiment::slices::SLICE;
use model::scenario::Scenario;

/// One of the ensemble, or else, a moment later, one run here.
#[hook]
pub fn use_pair(summary: Option<&Rc<EnsembleSummary>>, replicate: u32) -> Option<Arc<Pair>> {
    let known = summary.and_then(|summary| summary.pair(replicate).cloned());
    let missing = summary.filter(|_| known.is_none()).map(|summary| (Rc::clone(&summary.scenario), replicate));
    let run = use_state(|| None::<(Rc<Scenario>, u32, Arc<Pair>)>);
    let here = (run.as_ref()).filter(|(scenario, place, _)| missing.as_ref() == Some(&(Rc::clone(scenario), *place)));
    let here = here.map(|(.., pair)| Arc::clone(pair));
    use_effect_with(missing, {
        let run = run.setter();
        move |missing| {
            let going = missing.clone().map(|(scenario, replicate)| {
                Going::begin(0, None, move |pair: Option<Recording>| {
                    let mut pair = pair.unwrap_or_else(|| Recording::without_diaries(&scenario, replicate));
                    pair.go_on(SLICE);
                    if !pair.is_over() {
                        return Some(Some(pair));
                    }
                    run.set(Some((Rc::clone(&scenario), replicate, Arc::new(pair.finish().pair))));
                    None
                })
            });
            move || drop(going)
        }
    });
    known.or(here)
}
