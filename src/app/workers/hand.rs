//! One worker: started, listened to, given jobs, ended.

use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::bootstrap::Bootstrap;
use super::messages::{Answer, Request};

/// What is heard of a worker.
pub enum Event {
    /// It spoke.
    Said(Answer),
    /// It did not say hello in time.
    Late,
    /// It has been silent for long; or the page has, behind a dialog or asleep, and the answer is on its way.
    Silent,
    /// It failed.
    Died(String),
}

/// How long an answer may be on its way [ms].
const DOUBT: u32 = 500;

/// One worker; dropped, it is ended.
pub struct Hand {
    worker: Worker,
    here: bool,
    /// What it was given, the first of which it is at.
    jobs: VecDeque<Given>,
    /// Rings unless the worker says hello in time.
    alarm: Option<Timeout>,
    /// Rings unless it ends the job it is at in time: a browser may end a worker without a word.
    watch: Option<Timeout>,
    hear: Rc<dyn Fn(Event)>,
    _listeners: Listeners,
}

/// A job that was given.
struct Given {
    generation: u32,
    job: Range<u32>,
    /// How long it may take [ms].
    patience: u32,
}

struct Listeners {
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Hand {
    /// Starts a worker, which has to say hello within `patience` [ms]; fails where the browser does not allow any.
    pub fn start(bootstrap: &Bootstrap, patience: u32, hear: impl Fn(Event) + 'static) -> Result<Self, String> {
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
        let alarm = {
            let hear = Rc::clone(&hear);
            Some(Timeout::new(patience, move || hear(Event::Late)))
        };
        Ok(Self {
            worker,
            here: false,
            jobs: VecDeque::new(),
            alarm,
            watch: None,
            hear,
            _listeners: Listeners { _message: message, _error: error },
        })
    }

    /// It has said hello.
    pub fn is_here(&mut self) {
        self.here = true;
        self.alarm = None;
    }

    /// Whether it can take a job: one to be at and one to go on with, so that it never waits for a page that is drawing.
    pub fn is_free(&self) -> bool {
        self.here && self.jobs.len() < 2
    }

    /// Gives it a job of a run, which it has to end within `patience` [ms].
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
        let hear = Rc::clone(&self.hear);
        self.watch = self.jobs.front().map(|given| Timeout::new(given.patience, move || hear(Event::Silent)));
    }

    /// It is given up unless it answers soon.
    pub fn doubt(&mut self) {
        let hear = Rc::clone(&self.hear);
        let gone = move || hear(Event::Died("it has been silent for too long".to_owned()));
        self.watch = Some(Timeout::new(DOUBT, gone));
    }

    /// Ends it; answers the jobs that are lost with it.
    pub fn bury(&mut self) -> Vec<(u32, Range<u32>)> {
        self.here = false;
        self.alarm = None;
        self.watch = None;
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        self.jobs.drain(..).map(|given| (given.generation, given.job)).collect()
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
