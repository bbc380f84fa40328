//! Files of the reader's own, opened by button or by drop: scenarios, and experiments.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileList};
use yew::prelude::*;

use super::inquiry::Question;
use super::state::Notice;
use super::text::files::{Refused, notice_of_earlier, notice_of_others, notice_of_refused};
use library::experiment_file;
use library::file::{self, MAX_BYTES};
use model::fault::Fault;
use model::scenario::Scenario;

/// What came of opening a file.
pub type Opened = Result<Content, Notice>;

/// What was in it.
#[derive(Clone, Debug)]
pub enum Content {
    /// A scenario.
    Scenario(Box<Scenario>),
    /// A question.
    Experiment(Rc<Question>),
}

/// Most files looked at, of those that are dropped together.
const MOST: usize = 20;

/// Opens the first scenario or experiment among files and says what came of it; and of the others, if there are more.
pub fn open(files: &FileList, on_opened: Callback<Opened>) {
    let files: Vec<File> = (0..files.length()).filter_map(|place| files.get(place)).collect();
    spawn_local(async move {
        let mut refused = Vec::new();
        for (place, file) in files.iter().enumerate().take(MOST) {
            match read(file).await {
                Ok((content, notes)) => {
                    let later = files[place + 1..].iter().map(File::name);
                    let others = notice_of_others(&file.name(), &refused, &later.collect::<Vec<_>>());
                    let notices = others.into_iter().chain(notice_of_earlier(&file.name(), notes));
                    on_opened.emit(Ok(content));
                    return notices.for_each(|notice| on_opened.emit(Err(notice)));
                }
                Err(faults) => refused.push(Refused { name: file.name(), faults }),
            }
        }
        if !refused.is_empty() {
            on_opened.emit(Err(notice_of_refused(&refused)));
        }
    });
}

/// What is in a file, and what there is to say of it. Its beginning says what it is, however large it may be.
async fn read(file: &File) -> Result<(Content, Vec<String>), Vec<Fault>> {
    let beginning = file.slice_with_f64_and_f64(0.0, MAX_BYTES as f64 + 1.0).ok();
    let bytes = match beginning {
        Some(beginning) => JsFuture::from(beginning.array_buffer()).await.ok(),
        None => None,
    };
    let name = file.name();
    let unreadable = || vec![Fault::new("file", "", &words::file_faults::unreadable(&name))];
    let bytes = bytes.ok_or_else(unreadable)?;
    let bytes = Uint8Array::new(&bytes).to_vec();
    if experiment_file::is_one(&bytes) {
        let opened = experiment_file::open(&bytes)?;
        return Ok((Content::Experiment(Rc::new(Question::of(opened.experiment)?)), opened.notes));
    }
    let opened = file::open(&name, &bytes)?;
    let notes = opened.told();
    Ok((Content::Scenario(Box::new(opened.scenario)), notes))
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
                    if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                        open(&files, opened.clone());
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
