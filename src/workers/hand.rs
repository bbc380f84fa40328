//! One worker: started, listened to, given jobs, ended.

use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::bootstrap::Bootstrap;
use super::messages::{Answer, Request};

/// What is heard of a worker.
pub enum Event {
    /// It spoke.
    Said(Answer),
    /// It has not said hello yet.
    Late,
    /// Nor long after.
    Missing,
    /// It failed, or has been silent for too long.
    Died(String),
}

/// A turn of the page's own clock [ms]. What a worker may take is counted in turns: while the page gets no time to run, be it
/// behind a dialog, asleep, or on a machine that does much else, none is counted.
const TURN: u32 = 250;
/// When a worker that has not said hello is late, and when it will not come any more [turns].
const LATE: u32 = 20;
const MISSING: u32 = 240;

/// One worker; dropped, it is ended.
pub struct Hand {
    worker: Worker,
    here: bool,
    late: bool,
    /// What it was given, the first of which it is at.
    jobs: VecDeque<Given>,
    /// Rings unless the worker says hello in time, or ends the job it is at: a browser may end a worker without a word.
    watch: Option<Interval>,
    hear: Rc<dyn Fn(Event)>,
    _listeners: Listeners,
}

/// A job that was given.
struct Given {
    generation: u32,
    job: Range<u32>,
    /// How long it may take [turns].
    patience: u32,
}

struct Listeners {
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Hand {
    /// Starts a worker; fails where the browser does not allow any.
    pub fn start(bootstrap: &Bootstrap, hear: impl Fn(Event) + 'static) -> Result<Self, String> {
        let worker = bootstrap.start().map_err(|error| format!("the browser starts no worker: {error:?}"))?;
        let hear: Rc<dyn Fn(Event)> = Rc::new(hear);
        let message = Closure::<dyn Fn(MessageEvent)>::new({
            let hear = Rc::clone(&hear);
            move |event: MessageEvent| {
                let bytes = js_sys::Uint8Array::new(&event.data()).to_vec();
                hear(match postcard::from_bytes(&bytes) {
                    Ok(answer) => Event::Said(answer),
                    Err(error) => Event::Died(format!("an answer cannot be read: {error}")),
                });
            }
        });
        let error = Closure::<dyn Fn(ErrorEvent)>::new({
            let hear = Rc::clone(&hear);
            move |event: ErrorEvent| {
                let reason = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|text| text.as_string());
                hear(Event::Died(reason.unwrap_or_else(|| "its program cannot be loaded".to_owned())));
            }
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        let watch = {
            let hear = Rc::clone(&hear);
            Some(after(LATE, move || hear(Event::Late)))
        };
        Ok(Self {
            worker,
            here: false,
            late: false,
            jobs: VecDeque::new(),
            watch,
            hear,
            _listeners: Listeners { _message: message, _error: error },
        })
    }

    /// It has said hello.
    pub fn is_here(&mut self) {
        (self.here, self.late, self.watch) = (true, false, None);
    }

    /// It is waited for, but nothing waits for it.
    pub fn wait_on(&mut self) {
        self.late = true;
        let hear = Rc::clone(&self.hear);
        self.watch = Some(after(MISSING, move || hear(Event::Missing)));
    }

    /// Whether it should have said hello by now.
    pub fn is_late(&self) -> bool {
        self.late
    }

    /// Whether it can take a job: one to be at and one to go on with, so that it never waits for a page that is drawing.
    pub fn is_free(&self) -> bool {
        self.here && self.jobs.len() < 2
    }

    /// Gives it a job of a run, which it has to end within `patience` [turns].
    pub fn give(&mut self, generation: u32, job: Range<u32>, request: &Request, patience: u32) {
        let bytes = postcard::to_stdvec(request).expect("invariant: numbers and texts can always be written");
        let array = js_sys::Uint8Array::from(bytes.as_slice());
        // Fails only for what cannot be copied, and bytes can.
        let _ = self.worker.post_message(&array);
        self.jobs.push_back(Given { generation, job, patience });
        if self.jobs.len() == 1 {
            self.watch_over_it();
        }
    }

    /// It has done the job it was at.
    pub fn is_done(&mut self) {
        self.jobs.pop_front();
        self.watch_over_it();
    }

    fn watch_over_it(&mut self) {
        self.watch = self.jobs.front().map(|given| {
            let hear = Rc::clone(&self.hear);
            after(given.patience, move || hear(Event::Died("it has been silent for too long".to_owned())))
        });
    }

    /// Ends it; answers the jobs that are lost with it.
    pub fn terminate(&mut self) -> Vec<(u32, Range<u32>)> {
        self.here = false;
        self.watch = None;
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        self.jobs.drain(..).map(|given| (given.generation, given.job)).collect()
    }
}

/// Rings once after so many turns, unless it is dropped before.
fn after(turns: u32, ring: impl Fn() + 'static) -> Interval {
    let mut passed = 0;
    Interval::new(TURN, move || {
        passed += 1;
        if passed == turns {
            ring();
        }
    })
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
