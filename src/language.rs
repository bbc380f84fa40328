//! The language that the address asks for: a file beside the page, fetched before the page opens.

use super::page;
use super::route;
use model::fault::Fault;
use words::language::{self, ENGLISH};
use words::{TAGS, page as page_words};

/// Speaks the language of the address; English, and why, where that cannot be had.
pub async fn speak() -> Option<Fault> {
    let query = page::query();
    let tag = route::value(&query, "lang").filter(|tag| *tag != ENGLISH)?;
    let fault = if TAGS.contains(&tag) {
        let file = page::fetch(&format!("languages/{tag}.words")).await;
        let spoken = file.is_some_and(|file| language::speak(file).is_ok());
        (!spoken).then(|| Fault::new("lang", "", &page_words::language_missing(&tag)))
    } else {
        Some(Fault::new("lang", tag, &words::faults::one_of(&TAGS.join(", "))))
    };
    if let Some(root) = page::document_element() {
        let _ = root.set_attribute("lang", language::tag());
    }
    fault
}

/// What the address needs so that the page is in this language again.
pub fn key() -> String {
    match language::tag() {
        ENGLISH => String::new(),
        tag => format!("&lang={tag}"),
    }
}
