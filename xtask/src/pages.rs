//! The documents in `docs/` as pages of the site: plain HTML and one style sheet, without a program. A line of script puts on the
//! colours that were chosen in the lab; without it they are the system's.

mod document;
mod formula;

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

use crate::command::root;
use document::{Document, Heading};

/// The documents, in the order in which they are offered: the file in `docs/`, without its ending, and what it is called.
const DOCUMENTS: [(&str, &str); 9] = [
    ("model", "Model"),
    ("verification", "Verification"),
    ("validation", "Validation"),
    ("coverage", "Coverage"),
    ("scenarios", "Scenario files"),
    ("results", "Results as files"),
    ("experiments", "Experiment files"),
    ("clusters", "Clusters"),
    ("performance", "Performance"),
];

/// The folder of the site that they are in.
pub const FOLDER: &str = "docs";

const FRAME: &str = include_str!("pages/frame.html");

/// Writes them into a folder `docs` of the site's folder.
pub fn write(site: &Path) -> Result<()> {
    let folder = site.join(FOLDER);
    let unwritable = || format!("could not write into {}", folder.display());
    fs::create_dir_all(&folder).with_context(unwritable)?;
    for (name, content) in files()? {
        fs::write(folder.join(name), content).with_context(unwritable)?;
    }
    Ok(())
}

/// The files of that folder, by name.
fn files() -> Result<Vec<(String, String)>> {
    let read = |name: &str| {
        let text = fs::read_to_string(root().join(name)).with_context(|| format!("could not read {name}"))?;
        // A checkout may have turned the ends of lines.
        anyhow::Ok(text.replace("\r\n", "\n"))
    };
    let names = DOCUMENTS.map(|(name, _)| name);
    let mut files = Vec::new();
    for name in names {
        let document = document::render(&read(&format!("docs/{name}.md"))?, &names);
        files.push((format!("{name}.html"), page(name, &document)));
    }
    // The same colours, type and spaces as the lab's.
    let styles = ["static/tokens.css", "static/documents.css"].map(read).into_iter().collect::<Result<String>>()?;
    files.push(("documents.css".to_owned(), styles));
    files.push(("favicon.svg".to_owned(), read("static/favicon.svg")?));
    Ok(files)
}

/// A document as a page.
fn page(name: &str, document: &Document) -> String {
    let others = DOCUMENTS.iter().map(|(other, title)| {
        let here = if *other == name { " aria-current=\"page\"" } else { "" };
        format!("<li><a href=\"{other}.html\"{here}>{title}</a></li>")
    });
    FRAME
        .replace("{title}", &document.title)
        .replace("{documents}", &others.collect::<String>())
        .replace("{contents}", &contents(&document.contents))
        .replace("{document}", &document.html)
}

/// The list of contents: chapters, and in them what they are divided into.
fn contents(headings: &[Heading]) -> String {
    let link = |heading: &Heading| format!("<a href=\"#{}\">{}</a>", heading.id, heading.html);
    let chapters = headings.chunk_by(|_, next| !next.chapter).filter_map(<[Heading]>::split_first);
    let items = chapters.map(|(chapter, parts)| {
        let parts: String = parts.iter().map(|part| format!("<li>{}</li>", link(part))).collect();
        let parts = if parts.is_empty() { parts } else { format!("<ul>{parts}</ul>") };
        format!("<li>{}{parts}</li>", link(chapter))
    });
    format!("<ul>{}</ul>", items.collect::<String>())
}

#[cfg(test)]
mod tests;
