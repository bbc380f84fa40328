//! How a worker starts: with the page's own program.
//!
//! A worker's script is a line of JavaScript, `src/workers/worker.js`: it imports the module that the page itself was loaded from,
//! whatever its name and wherever it lies, and starts it with the WebAssembly that the page has compiled already, which comes as the
//! first message. So a worker costs no download and no compilation, and cannot be of another build.
//!
//! The frame of the page starts the first workers while the program is on its way; they wait in a list of the window.

use js_sys::{Array, JSON, JsString, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Url, Worker, WorkerOptions, WorkerType};

#[wasm_bindgen]
extern "C" {
    /// What the module that this program was loaded from knows of itself.
    type ImportMeta;

    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> JsString;

    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static IMPORT_META: ImportMeta;
}

/// The script that starts a worker; dropped, no more can be started.
pub struct Bootstrap {
    script: String,
}

impl Bootstrap {
    /// For this page; `None` where the browser refuses.
    pub fn new() -> Option<Self> {
        let module = IMPORT_META.with(|meta| JSON::stringify(&meta.url()).ok())?;
        // An error leaves the promise, so that the page hears of it as the worker's error.
        let code = include_str!("worker.js").replace("MODULE", &String::from(module));
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&code.into()), &options).ok()?;
        Some(Self { script: Url::create_object_url_with_blob(&blob).ok()? })
    }

    /// Starts a worker, or takes one of those that wait.
    pub fn start(&self) -> Result<Worker, JsValue> {
        let worker = waiting().map_or_else(|| self.another(), Ok)?;
        worker.post_message(&wasm_bindgen::module())?;
        Ok(worker)
    }

    fn another(&self) -> Result<Worker, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        Worker::new_with_options(&self.script, &options)
    }
}

/// A worker that the frame of the page has started.
fn waiting() -> Option<Worker> {
    Reflect::get(&js_sys::global(), &"waitingWorkers".into()).ok()?.dyn_into::<Array>().ok()?.pop().dyn_into().ok()
}

impl Drop for Bootstrap {
    fn drop(&mut self) {
        // Nobody minds a script that stays.
        let _ = Url::revoke_object_url(&self.script);
    }
}
