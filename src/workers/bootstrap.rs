//! How a worker starts: with the page's own program.
//!
//! A worker's script is a line of JavaScript made here: it imports the module that the page itself was loaded from, whatever
//! its name and wherever it lies, and starts it with the WebAssembly that the page has compiled already, which comes as the
//! first message. So a worker costs no download and no compilation, and cannot be of another build.

use js_sys::{Array, JSON, JsString};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
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
        let code = format!(
            "import start from {module};\n\
             onmessage = ({{data}}) => start({{module_or_path: data}}).catch(error => setTimeout(() => {{ throw error; }}));\n"
        );
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&code.into()), &options).ok()?;
        Some(Self { script: Url::create_object_url_with_blob(&blob).ok()? })
    }

    /// Starts a worker.
    pub fn start(&self) -> Result<Worker, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&self.script, &options)?;
        worker.post_message(&wasm_bindgen::module())?;
        Ok(worker)
    }
}

impl Drop for Bootstrap {
    fn drop(&mut self) {
        // Nobody minds a script that stays.
        let _ = Url::revoke_object_url(&self.script);
    }
}
