//! What stands on the pages, and that no link on them is dead.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// What stands between quotes after this.
fn quoted<'text>(html: &'text str, before: &str) -> Vec<&'text str> {
    html.split(before).skip(1).filter_map(|rest| rest.split_once('"')).map(|(quoted, _)| quoted).collect()
}

fn all_files() -> BTreeMap<String, String> {
    files().expect("the documents can be rendered").into_iter().collect()
}

fn rendered(markdown: &str) -> Document {
    document::render(markdown, &["model", "results"])
}

fn check(markdown: &str, expect: &str) {
    let html = rendered(markdown).html;
    assert!(html.contains(expect), "{markdown}\nbecomes\n{html}\nwithout\n{expect}");
}

#[test]
fn links_lead_to_pages_or_are_plain_text() {
    check("see [it](model.md#8-parameters)", "<a href=\"model.html#8-parameters\">it</a>");
    check("[it](results.md)", "<a href=\"results.html\">it</a>");
    check("[here](#there)", "<a href=\"#there\">here</a>");
    check("[far](https://example.org/a.md)", "<a href=\"https://example.org/a.md\">far</a>");
    check("the [*map*](../ARCHITECTURE.md#map) says", "<p>the <em>map</em> says</p>");
    check("[code](../src/model.md)", "<p>code</p>");
}

#[test]
fn headings_have_anchors_and_stand_in_the_contents() {
    let document = rendered("# The *model*\n\n## 3.1 What is `it`?\n\n### More, more\n\n#### Deep\n\n## More, more\n");
    assert_eq!(document.title, "The model");
    let heading = |chapter, id: &str, html: &str| Heading { chapter, id: id.into(), html: html.into() };
    let expected = [
        heading(true, "31-what-is-it", "3.1 What is <code translate=\"no\">it</code>?"),
        heading(false, "more-more", "More, more"),
        heading(true, "more-more-1", "More, more"),
    ];
    assert_eq!(document.contents, expected);
    for id in ["31-what-is-it", "more-more", "deep", "more-more-1"] {
        assert!(document.html.contains(&format!(" id=\"{id}\"")), "{id}: {}", document.html);
    }
    let list = contents(&document.contents);
    assert!(list.contains("</code>?</a><ul><li><a href=\"#more-more\">More, more</a></li></ul></li><li>"), "{list}");
}

#[test]
fn rows_that_explain_ids_have_anchors_and_uses_of_them_lead_there() {
    let table = "`beta` first, then\n\n| id | meaning |\n|---|---|\n| `beta`, `eta` | as `eta` |\n\n    v = beta x 2\n";
    check(table, "<p><a href=\"#parameter-beta\"><code translate=\"no\">beta</code></a> first");
    check(
        table,
        "<td><code translate=\"no\" id=\"parameter-beta\">beta</code>, <code translate=\"no\" id=\"parameter-eta\">",
    );
    check(table, "as <a href=\"#parameter-eta\">");
    check(table, "v = <a href=\"#parameter-beta\">beta</a> × 2");
    check("| id | other |\n|---|---|\n| `beta` | |", "<td><code translate=\"no\">beta</code></td>");
}

#[test]
fn what_is_code_stays_as_it_is() {
    let block = rendered("```sh\na --x \"$B\" > c^2\n\n  d\n```").html;
    let line = |indent: u8, html: &str| format!("<span class=\"line\" style=\"--in: {indent}ch\">{html}</span>");
    let option = "<span class=\"option\">--x </span>";
    let lines = [line(0, &format!("a {option}\"$B\" &gt; c^2")), line(0, ""), line(2, "d")].concat();
    assert_eq!(block, format!("<pre><code translate=\"no\">{lines}</code></pre>\n"));
    check("`T_ij x 2 - 1`", "<code translate=\"no\">T_ij x 2 - 1</code>");
}

#[test]
fn marks_for_programs_are_left_out() {
    assert_eq!(rendered("<!-- begin -->\n\ntext\n").html, "<p>text</p>\n");
}

#[test]
fn tables_have_a_box_to_scroll_in_and_every_column_a_name() {
    let table = "| a | |\n|---|---|\n| 1 | -2 |\n";
    check(table, "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table 1 of this page\"><table>");
    check(table, "<th><span class=\"unseen\">Result</span></th>");
    check(table, "<td>−2</td>");
}

#[test]
fn every_document_is_a_page() {
    let folder = fs::read_dir(root().join("docs")).expect("docs/ is there");
    let names = folder.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let documents: BTreeSet<String> = names.filter(|name| name.ends_with(".md")).collect();
    let pages: BTreeSet<String> = DOCUMENTS.iter().map(|(name, _)| format!("{name}.md")).collect();
    assert_eq!(documents, pages);
    for (name, html) in all_files().iter().filter(|(name, _)| name.ends_with(".html")) {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(html.contains("<a href=\"#"), "{name} has no contents");
        assert!(!html.contains("{title}") && !html.contains("{document}"), "{name}");
    }
}

#[test]
fn no_link_is_dead() {
    let files = all_files();
    let anchors = |html: &str| quoted(html, " id=\"").into_iter().map(str::to_owned).collect::<Vec<_>>();
    for (name, html) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let ids = anchors(html);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name} has an anchor twice");
        let links = [quoted(html, " href=\""), quoted(html, " src=\"")].concat();
        // The lab itself is put beside them by the build.
        for link in links.into_iter().filter(|link| !link.contains("://") && *link != "../") {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let file = if file.is_empty() { name } else { file };
            let there = files.get(file).unwrap_or_else(|| panic!("{name} links to {link}, which is no file"));
            let found = anchor.is_empty() || anchors(there).iter().any(|id| id == anchor);
            assert!(found, "{name} links to {link}, and there is no such anchor");
        }
    }
}

#[test]
fn every_parameter_and_outcome_can_be_linked_to() {
    let files = all_files();
    let ids = quoted(&files["model.html"], " id=\"");
    let parameters = model::parameters::PARAMETERS.iter().map(|row| format!("parameter-{}", row.id));
    let outcomes = model::outcome::MEASURES.iter().map(|measure| format!("outcome-{}", measure.id));
    for anchor in parameters.chain(outcomes) {
        assert!(ids.contains(&anchor.as_str()), "the page of the model has no anchor {anchor}");
    }
}
