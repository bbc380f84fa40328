//! The last change once more: what was before rests for a moment, then glides to what is now.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::page::reduced_motion;
use super::state::{Action, Replay, State};

/// How long what was before is shown, and what is now where nothing glides [ms].
const REST: u32 = 1200;
/// How long the way takes [ms].
const WAY: f64 = 1600.0;
/// Time between two pictures on the way [ms]: a chart is no film.
const STEP: f64 = 40.0;

/// How far charts are on the way from what was before to what is now [0, 1]; 1 unless there is a replay.
#[hook]
pub fn use_replay(state: &UseReducerHandle<State>) -> f64 {
    let share = use_state_eq(|| 1.0);
    // What was before, or what is now, may have to be computed again; where that is stopped nothing is waited for.
    let ready = !state.cache.computing
        || match state.replay {
            Some(Replay::After) => state.replayed().is_some(),
            _ => state.is_complete(),
        };
    use_effect_with((state.replay, ready), {
        let (dispatch, share) = (state.dispatcher(), share.setter());
        move |(replay, ready)| {
            let rest = |next| {
                let dispatch = dispatch.clone();
                Clock::Rest(Timeout::new(REST, move || dispatch.dispatch(Action::Replay(next))))
            };
            let clock = match replay {
                None => {
                    share.set(1.0);
                    None
                }
                Some(_) if !ready => None,
                Some(Replay::Before) => Some(rest(Some(Replay::After))),
                Some(Replay::After) if reduced_motion() => {
                    share.set(1.0);
                    Some(rest(None))
                }
                Some(Replay::After) => Some(Clock::Way(Way::begin(share, dispatch))),
            };
            move || drop(clock)
        }
    });
    if state.replay == Some(Replay::Before) { 0.0 } else { *share }
}

/// What goes on until it is dropped.
enum Clock {
    Rest(#[expect(dead_code, reason = "it is held, not read")] Timeout),
    Way(#[expect(dead_code, reason = "it is held, not read")] Rc<Way>),
}

/// The way from before to now, frame by frame.
struct Way {
    this: Weak<Self>,
    /// When it began, and when the last picture was [ms].
    times: RefCell<Option<(f64, f64)>>,
    frame: RefCell<Option<AnimationFrame>>,
    share: UseStateSetter<f64>,
    dispatch: UseReducerDispatcher<State>,
}

impl Way {
    fn begin(share: UseStateSetter<f64>, dispatch: UseReducerDispatcher<State>) -> Rc<Self> {
        share.set(0.0);
        let way = Rc::new_cyclic(|this| Self {
            this: this.clone(),
            times: RefCell::default(),
            frame: RefCell::default(),
            share,
            dispatch,
        });
        way.go_on();
        way
    }

    fn go_on(&self) {
        let this = self.this.clone();
        *self.frame.borrow_mut() = Some(request_animation_frame(move |time| {
            if let Some(way) = this.upgrade() {
                way.show(time);
            }
        }));
    }

    fn show(&self, time: f64) {
        let (begun, last) = self.times.borrow().unwrap_or((time, time));
        let share = (time - begun) / WAY;
        if share >= 1.0 {
            return self.dispatch.dispatch(Action::Replay(None));
        }
        let due = time - last >= STEP;
        self.times.replace(Some((begun, if due { time } else { last })));
        if due {
            self.share.set(ease(share));
        }
        self.go_on();
    }
}

/// Slow at both ends.
fn ease(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}
