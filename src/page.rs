//! The few places where the page touches the browser itself.

use gloo::timers::callback::Timeout;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, Element, History, HtmlAnchorElement, HtmlElement, Response, Storage, Url,
    UrlSearchParams,
};

use super::route::cleaned;

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

/// How many processors the machine has, by what the browser says.
pub fn processors() -> usize {
    web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency()) as usize
}

/// The name of the program's file, which has a digest of all of it.
pub fn program() -> Option<String> {
    let files = document_element()?.query_selector("link[type='application/wasm']").ok()?;
    files?.get_attribute("href")
}

/// The keys and values of the address.
pub fn query() -> Vec<(String, String)> {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let Ok(parameters) = UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    let entries = js_sys::try_iter(&parameters).ok().flatten().into_iter().flatten().flatten();
    let entries = entries.filter_map(|entry| {
        let entry = js_sys::Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    });
    cleaned(entries.collect())
}

/// The address of the page in the state of a query, without the host.
pub fn address(query: &str) -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok());
    format!("{}?{query}", path.unwrap_or_default())
}

/// Puts the query into the address without a new page in the history. A browser that refuses leaves the address as it is.
pub fn replace_query(query: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address(query)));
    }
}

/// Puts the query into the address as a new page in the history.
pub fn push_query(query: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address(query)));
    }
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The whole address of the page in the state of a query.
pub fn whole_address(query: &str) -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    format!("{}?{query}", here.split(['?', '#']).next().unwrap_or_default())
}

/// Puts a text where the reader can paste it from; `None` if the browser has no such place for this page.
pub fn copy(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    // Only pages of a secure host have one.
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?.dyn_into::<Clipboard>().ok()?;
    Some(clipboard.write_text(text))
}

/// Asks the browser to print.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused only where there is nothing to print on.
        let _ = window.print();
    }
}

/// Names the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Shows the beginning of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Gives the focus to the first element that the selector finds.
pub fn focus(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// An element that is pointed at, as long as this value lives.
pub struct Pointed(Element);

impl Drop for Pointed {
    fn drop(&mut self) {
        let _ = self.0.class_list().remove_1("pointed");
    }
}

/// Brings the first element that the selector finds into sight and marks it.
pub fn point_at(selector: &str) -> Option<Pointed> {
    let element = web_sys::window()?.document()?.query_selector(selector).ok()??;
    element.scroll_into_view();
    element.class_list().add_1("pointed").ok()?;
    Some(Pointed(element))
}

/// Whether the lab shows all of its parts at once, as static/lab.css has it.
pub fn is_wide() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(min-width: 80rem) and (min-height: 40rem)").ok().flatten());
    query.is_none_or(|query| query.matches())
}

/// Marks the root element, for style sheets and tests.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Hands the reader a text as a file; `None` if the browser does not let us.
pub fn hand_out_text(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let content = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options).ok()?;
    hand_out(name, &content)
}

/// Hands the reader a file.
pub fn hand_out(name: &str, content: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(content).ok()?;
    let link = gloo::utils::document().create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers read the content a little later.
    Timeout::new(HOLD, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}

/// How long the content of a file handed out is held [ms].
const HOLD: u32 = 10_000;

/// The text of a file of the site; `None` if there is none, or no connection. An older one that the browser keeps is not taken for it.
pub async fn fetch(name: &str) -> Option<String> {
    let address = format!("{name}?v={}", words::FINGERPRINT);
    let promise = web_sys::window()?.fetch_with_str(&address);
    let response: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let text = if response.ok() { response.text().ok()? } else { return None };
    JsFuture::from(text).await.ok().as_ref().and_then(JsValue::as_string)
}
