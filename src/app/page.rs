//! The few places where the page touches the browser itself.

use web_sys::{Element, Storage, UrlSearchParams};

/// The root element.
pub fn document_element() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// The storage, if the browser lets us have it.
pub fn local_storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Whether the reader asks for less motion.
pub fn reduced_motion() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// How many workers the machine can bear beside the page.
pub fn spare_processors() -> usize {
    let processors = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    // On two processors two workers still: the page itself seldom computes.
    if processors >= 2.0 { (processors as usize - 1).clamp(2, 4) } else { 1 }
}

/// The keys and values of the address.
pub fn query() -> Vec<(String, String)> {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let Ok(parameters) = UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    let entries = js_sys::try_iter(&parameters).ok().flatten().into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let entry = js_sys::Array::from(&entry);
            Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
        })
        .collect()
}

/// Puts the query into the address without a new page in the history. A browser that refuses leaves the address as it is.
pub fn replace_query(query: &str) {
    let Some(window) = web_sys::window() else { return };
    let address = window.location().pathname().map(|path| format!("{path}?{query}"));
    if let (Ok(address), Ok(history)) = (address, window.history()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// Marks the root element, for style sheets and tests.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document_element() {
        let _ = root.set_attribute(name, value);
    }
}
