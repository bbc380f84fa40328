//! One worker of the browser: started, listened to, spoken to, ended.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::bootstrap::Bootstrap;
use super::messages::{Answer, Request};

/// One worker; dropped, it is ended.
pub struct Hand {
    worker: Worker,
    _listeners: Listeners,
}

struct Listeners {
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Hand {
    /// Starts a worker; `hear` is told what it says, or why it failed. Fails where the browser does not allow any.
    pub fn start(bootstrap: &Bootstrap, hear: impl Fn(Result<Answer, String>) + 'static) -> Result<Self, String> {
        let worker = bootstrap.start().map_err(|error| format!("the browser starts no worker: {error:?}"))?;
        let hear = Rc::new(hear);
        let message = Closure::<dyn Fn(MessageEvent)>::new({
            let hear = Rc::clone(&hear);
            move |event: MessageEvent| {
                let bytes = event.data().unchecked_into::<js_sys::Uint8Array>().to_vec();
                hear(postcard::from_bytes(&bytes).map_err(|error| format!("an answer cannot be read: {error}")));
            }
        });
        let error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            let reason = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|text| text.as_string());
            hear(Err(reason.unwrap_or_else(|| "its program cannot be loaded".to_owned())));
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        Ok(Self { worker, _listeners: Listeners { _message: message, _error: error } })
    }

    /// Sends it a request.
    pub fn send(&self, request: &Request) {
        let bytes = postcard::to_stdvec(request).expect("invariant: numbers and texts can always be written");
        let array = js_sys::Uint8Array::from(bytes.as_slice());
        // Fails only for what cannot be copied, and bytes can.
        let _ = self.worker.post_message(&array);
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
