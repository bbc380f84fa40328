//! Scenario files of the reader's own, opened by button or by drop.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File};
use yew::prelude::*;

use super::state::Notice;
use crate::library::file::{self, MAX_BYTES};
use crate::model::fault::Fault;
use crate::model::scenario::Scenario;

/// What came of opening a file.
pub type Opened = Result<Box<Scenario>, Notice>;

/// Reads a file and says what came of it.
pub fn open(file: File, on_opened: Callback<Opened>) {
    spawn_local(async move { on_opened.emit(read(&file).await) });
}

async fn read(file: &File) -> Opened {
    let name = file.name();
    let refused = |faults: &[Fault]| {
        let text = format!("“{name}” could not be opened; nothing was changed:");
        Err(Notice::of_faults(&text, faults))
    };
    if file.size() > MAX_BYTES as f64 {
        return refused(&[Fault::new(
            "file",
            &format!("{} bytes", file.size()),
            &format!("at most {MAX_BYTES} bytes"),
        )]);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    match text.as_deref().map(file::parse) {
        Some(Ok(scenario)) => Ok(Box::new(scenario)),
        Some(Err(faults)) => refused(&faults),
        None => refused(&[Fault::new("file", "", "a text that this browser may read")]),
    }
}

/// Opens what is dropped anywhere on the page; whether something that could be dropped is over it now.
#[hook]
pub fn use_drop(on_opened: Callback<Opened>) -> bool {
    let over = use_state_eq(|| false);
    use_effect_with((over.setter(), on_opened), |(over, on_opened)| {
        let document = gloo::utils::document();
        let listen = |kind: &'static str, hear: Box<dyn Fn(&DragEvent)>| {
            EventListener::new_with_options(
                &document,
                kind,
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    if let Some(event) = event.dyn_ref::<DragEvent>() {
                        hear(event);
                    }
                },
            )
        };
        let (enter, leave, drop_over, opened) = (over.clone(), over.clone(), over.clone(), on_opened.clone());
        let listeners = [
            listen(
                "dragover",
                Box::new(move |event| {
                    if holds_files(event) {
                        event.prevent_default();
                        enter.set(true);
                    }
                }),
            ),
            listen(
                "dragleave",
                Box::new(move |event| {
                    // Out of the window, not from one part of the page to the next.
                    if event.related_target().is_none() {
                        leave.set(false);
                    }
                }),
            ),
            listen(
                "drop",
                Box::new(move |event| {
                    if !holds_files(event) {
                        return;
                    }
                    event.prevent_default();
                    drop_over.set(false);
                    let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
                    if let Some(file) = file {
                        open(file, opened.clone());
                    }
                }),
            ),
        ];
        move || drop(listeners)
    });
    *over
}

fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
