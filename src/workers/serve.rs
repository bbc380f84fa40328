//! The worker's side in the browser: it takes requests as they come, works on them batch by batch, and answers each.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

use super::desk::Desk;
use super::messages::{Answer, BUILD, Request};

/// In a worker's scope: says hello, serves until the page ends the worker, and answers true. Anywhere else it does nothing.
pub fn serve() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return false };
    // The page hears only that the worker is gone; what is said here tells it why.
    std::panic::set_hook(Box::new({
        let scope = scope.clone();
        move |panic| say(&scope, &Answer::Broke(panic.to_string()))
    }));
    let desk = Rc::new(RefCell::new(Desk::default()));
    // A message to oneself comes behind what the page has said meanwhile, and without the rest that a timer takes.
    let next = MessageChannel::new().expect("invariant: whoever has workers has channels");
    let go_on = {
        let port = next.port2();
        // Fails only for what cannot be copied, and nothing can.
        move || drop(port.post_message(&JsValue::NULL))
    };
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let (scope, desk, go_on) = (scope.clone(), Rc::clone(&desk), go_on.clone());
        move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>().expect("invariant: the page speaks in bytes").to_vec();
            let was_empty = desk.borrow().is_empty();
            let answers = match postcard::from_bytes::<Request>(&bytes) {
                Ok(request) => desk.borrow_mut().take(request),
                Err(error) => vec![Answer::Refused(format!("the request cannot be read: {error}"))],
            };
            answers.iter().for_each(|answer| say(&scope, answer));
            if was_empty {
                go_on();
            }
        }
    });
    let on_turn = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        move |_: MessageEvent| {
            let answer = desk.borrow_mut().work(|| scope.performance().map_or(0.0, |clock| clock.now()));
            if let Some(answer) = answer {
                say(&scope, &answer);
            }
            if !desk.borrow().is_empty() {
                go_on();
            }
        }
    });
    next.port1().set_onmessage(Some(on_turn.as_ref().unchecked_ref()));
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_turn.forget();
    on_message.forget();
    say(&scope, &Answer::Hello(BUILD.to_owned()));
    true
}

fn say(scope: &DedicatedWorkerGlobalScope, answer: &Answer) {
    let bytes = postcard::to_stdvec(answer).expect("invariant: numbers and texts can always be written");
    let array = Uint8Array::from(bytes.as_slice());
    let moved = js_sys::Array::of1(&array.buffer());
    // The page ends its workers itself; nobody is left to be told.
    let _ = scope.post_message_with_transfer(&array, &moved);
}
