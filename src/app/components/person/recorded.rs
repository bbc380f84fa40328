//! The visible pair lived through once more, with a diary, in slices that leave the page its frames.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::page::now;
use crate::experiment::recording::Recording;
use crate::experiment::story::Story;
use crate::model::scenario::Scenario;

/// How long a slice may take [ms].
const SLICE: f64 = 8.0;
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

/// What waits to be done next.
type Next = Rc<RefCell<Option<Timeout>>>;

/// The story of a pair, or of what was shown before, until it is there.
#[hook]
pub fn use_recorded(scenario: &Rc<Scenario>, replicate: u32) -> Option<Known> {
    let known = use_state_eq(|| None::<Known>);
    use_effect_with((Rc::clone(scenario), replicate), {
        let known = known.clone();
        move |(scenario, replicate)| {
            let (scenario, replicate) = (Rc::clone(scenario), *replicate);
            let next: Next = Rc::default();
            let rest = if known.is_none() { 0 } else { REST };
            let begin = {
                let next = Rc::clone(&next);
                move || {
                    let recording = Recording::new(&scenario, replicate);
                    go_on(recording, Wanted { scenario, replicate, known: known.setter() }, &next);
                }
            };
            *next.borrow_mut() = Some(Timeout::new(rest, begin));
            move || drop(next.borrow_mut().take())
        }
    });
    (*known).clone()
}

/// What is recorded, and where it goes.
struct Wanted {
    scenario: Rc<Scenario>,
    replicate: u32,
    known: UseStateSetter<Option<Known>>,
}

/// A slice of days, and another as soon as the page has drawn.
fn go_on(mut recording: Recording, of: Wanted, next: &Next) {
    let start = now();
    let mut over = false;
    while !over && now() - start < SLICE {
        over = recording.step();
    }
    let again = Rc::clone(next);
    let wait = Timeout::new(0, move || {
        if over {
            let story = Rc::new(Story::new(recording.finish(), &of.scenario));
            of.known.set(Some(Known { story, scenario: of.scenario, replicate: of.replicate }));
        } else {
            go_on(recording, of, &again);
        }
    });
    *next.borrow_mut() = Some(wait);
}
