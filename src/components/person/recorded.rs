//! The visible pair lived through once more, with a diary, in slices that leave the page its frames.

use std::rc::Rc;

use yew::prelude::*;

use crate::slices::Going;
use experiment::slices::SLICE;
use experiment::story::{Story, Telling};
use model::scenario::Scenario;

/// Rest before a changed scenario is lived through, for a lever on the move changes it again [ms].
const REST: u32 = 150;

/// A story, and what it is of.
#[derive(Clone)]
pub struct Known {
    /// The story.
    pub story: Rc<Story>,
    /// Its scenario.
    pub scenario: Rc<Scenario>,
    /// Its replicate.
    pub replicate: u32,
}

/// A story is made once.
impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.story, &other.story)
    }
}

/// The story of a pair, or of what was shown before, until it is there.
#[hook]
pub fn use_recorded(scenario: &Rc<Scenario>, replicate: u32) -> Option<Known> {
    let known = use_state_eq(|| None::<Known>);
    use_effect_with((Rc::clone(scenario), replicate), {
        let known = known.clone();
        move |(scenario, replicate)| {
            let (scenario, replicate, setter) = (Rc::clone(scenario), *replicate, known.setter());
            let rest = if known.is_none() { 0 } else { REST };
            let going = Going::begin(rest, None, move |telling: Option<Telling>| {
                let telling = telling.unwrap_or_else(|| Telling::new(&scenario, replicate));
                match telling.go_on(&scenario, SLICE) {
                    Ok(story) => {
                        setter.set(Some(Known { story: Rc::new(story), scenario: Rc::clone(&scenario), replicate }));
                        None
                    }
                    Err(rest) => Some(Some(rest)),
                }
            });
            move || drop(going)
        }
    });
    (*known).clone()
}
