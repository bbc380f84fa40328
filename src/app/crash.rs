//! The page after a panic: a sentence and the way back, instead of controls that no longer answer.

use std::fmt::Write;

use super::page::document_element;

/// The program no longer answers, so the browser copies by itself; marked, the report can be copied by hand.
const COPY: &str = "const report = document.querySelector('.crash pre'); getSelection().selectAllChildren(report); \
                    navigator.clipboard?.writeText(report.textContent).then(() => this.textContent = 'Copied');";

/// Shows what happened instead of the page. The state is in the address, so loading it again brings it back.
pub fn show(message: &str) {
    web_sys::console::error_1(&message.into());
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let (Some(body), Ok(main)) = (document.body(), document.create_element("main")) else { return };
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    main.set_class_name("crash");
    let mut html = "<h1>Assist Lab has stopped</h1><p>Something went wrong in the program; nothing you did. \
                    <a>Open the page again as it was</a>, or "
        .to_owned();
    // Writing to a string cannot fail.
    let _ = write!(
        html,
        "<a href=\"./\">start afresh</a>.</p><details><summary>What to report</summary><pre tabindex=\"0\"></pre>\
         <button type=\"button\" onclick=\"{COPY}\">Copy the report</button></details>"
    );
    main.set_inner_html(&html);
    if let Ok(Some(link)) = main.query_selector("a") {
        let _ = link.set_attribute("href", &address);
    }
    if let Ok(Some(report)) = main.query_selector("pre") {
        report.set_text_content(Some(&format!("Assist Lab {}\n{address}\n{message}", env!("CARGO_PKG_VERSION"))));
    }
    body.set_inner_html("");
    let _ = body.append_child(&main);
    if let Some(root) = document_element() {
        let _ = root.set_attribute("data-crashed", "true");
    }
}
