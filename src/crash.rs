//! The page after a panic: a sentence, the way back to the state as it was, and a report to copy, instead of controls that no
//! longer answer.

use std::cell::RefCell;
use std::fmt::Write;

use super::page::{document_element, whole_address};
use words::markup::around;

thread_local! {
    /// The query of a link to the state shown last. The address itself follows only after a rest.
    static QUERY: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The state as it is now, to come back to.
pub fn remember(query: &str) {
    QUERY.with(|known| known.replace(Some(query.to_owned())));
}

/// Copies what stands before the button. It is the page's own script, for the program is at its end.
const COPY: &str = "const report = this.previousElementSibling; getSelection().selectAllChildren(report); \
                    navigator.clipboard?.writeText(report.textContent).then(() => this.textContent = this.dataset.copied);";

/// Shows what happened instead of the page.
pub fn show(message: &str) {
    web_sys::console::error_1(&message.into());
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let (Some(body), Ok(main)) = (document.body(), document.create_element("main")) else { return };
    let query = QUERY.with(|known| known.try_borrow().ok().and_then(|known| known.clone()));
    let link = query.map_or_else(|| ".".to_owned(), |query| whole_address(&query));
    main.set_class_name("crash");
    main.set_inner_html(&html());
    if let Ok(Some(anchor)) = main.query_selector("a") {
        let _ = anchor.set_attribute("href", &link);
    }
    if let Ok(Some(button)) = main.query_selector("button") {
        let _ = button.set_attribute("data-copied", words::crash::copied());
    }
    if let Ok(Some(report)) = main.query_selector("pre") {
        let window = web_sys::window();
        let browser = window.and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
        let version = env!("CARGO_PKG_VERSION");
        report.set_text_content(Some(&format!("Assist Lab {version}\n{link}\n{browser}\n{message}")));
    }
    body.set_inner_html("");
    let _ = body.append_child(&main);
    if let Some(root) = document_element() {
        let _ = root.set_attribute("data-crashed", "true");
    }
}

fn html() -> String {
    let [what, as_it_was, rest] = around(words::crash::what());
    let [or, afresh, end] = around(rest);
    let mut html = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        html,
        "<h1>{}</h1><p>{what}<a data-testid=\"as-it-was\">{as_it_was}</a>{or}<a href=\"./\">{afresh}</a>{end}</p>\
         <h2>{}</h2><pre translate=\"no\" data-testid=\"report\" tabindex=\"0\"></pre>\
         <button type=\"button\" data-testid=\"copy-report\" onclick=\"{COPY}\">{}</button>",
        words::crash::title(),
        words::crash::report(),
        words::crash::copy(),
    );
    html
}
