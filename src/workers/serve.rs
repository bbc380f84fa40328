//! The worker's side: it takes requests one after the other and answers each.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::messages::{Answer, BUILD, PairMessage, Request, SLOTS};
use experiment::control_arm_cache::ControlArmCache;
use library::file;
use model::scenario::Scenario;

/// In a worker's scope: says hello, serves until the page ends the worker, and answers true. Anywhere else it does nothing.
pub fn serve() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return false };
    // The page hears only that the worker is gone; what is said here tells it why.
    std::panic::set_hook(Box::new({
        let scope = scope.clone();
        move |panic| say(&scope, &Answer::Broke(panic.to_string()))
    }));
    let (mut known, mut memory) = (Known::default(), ControlArmCache::default());
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>().expect("invariant: the page speaks in bytes").to_vec();
            say(&scope, &answer(&bytes, &mut known, &mut memory, &scope));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    say(&scope, &Answer::Hello(BUILD.to_owned()));
    true
}

/// The scenarios that the page has told of, which its requests name by their places.
type Known = [Option<Scenario>; SLOTS];

fn answer(bytes: &[u8], known: &mut Known, memory: &mut ControlArmCache, scope: &DedicatedWorkerGlobalScope) -> Answer {
    let request: Request = match postcard::from_bytes(bytes) {
        Ok(request) => request,
        Err(error) => return Answer::Refused(format!("the request cannot be read: {error}")),
    };
    let slot = request.slot % SLOTS;
    if let Some(text) = &request.scenario {
        match file::parse(text) {
            Ok(scenario) => known[slot] = Some(scenario),
            Err(faults) => return Answer::Refused(words::fault::sentences(&faults).join("; ")),
        }
    }
    let Some(scenario) = &known[slot] else { return Answer::Refused("there is no scenario".to_owned()) };
    let clock = || scope.performance().map_or(0.0, |performance| performance.now());
    let start = clock();
    let pairs = memory.run(scenario, request.first..request.end);
    Answer::Done { first: request.first, pairs: pairs.iter().map(PairMessage::from).collect(), millis: clock() - start }
}

fn say(scope: &DedicatedWorkerGlobalScope, answer: &Answer) {
    let bytes = postcard::to_stdvec(answer).expect("invariant: numbers and texts can always be written");
    let array = Uint8Array::from(bytes.as_slice());
    let moved = js_sys::Array::of1(&array.buffer());
    // The page ends its workers itself; nobody is left to be told.
    let _ = scope.post_message_with_transfer(&array, &moved);
}
