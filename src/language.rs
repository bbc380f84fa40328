//! The language that the address asks for: a file beside the page, fetched before the page opens.

use super::page;
use super::route;
use model::fault::Fault;

/// Speaks the language of the address; English, and why, where that cannot be had.
pub async fn speak() -> Option<Fault> {
    let query = page::query();
    let tag = route::value(&query, "lang").filter(|tag| *tag != words::language::ENGLISH)?;
    let fault = match file(tag).await {
        Some(file) => words::language::speak(file).err().map(|unusable| unusable.to_string()),
        None => Some("a language of this site; there is no file of this one".to_owned()),
    };
    if let Some(root) = page::document_element() {
        let _ = root.set_attribute("lang", words::language::tag());
    }
    fault.map(|allowed| Fault::new("lang", tag, &allowed))
}

/// What the address needs so that the page is in this language again.
pub fn key() -> String {
    match words::language::tag() {
        words::language::ENGLISH => String::new(),
        tag => format!("&lang={tag}"),
    }
}

async fn file(tag: &str) -> Option<String> {
    let tag = Some(tag).filter(|tag| tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))?;
    page::fetch(&format!("languages/{tag}.words")).await
}
