//! How fast and how heavy the page is, measured in Chromium and written into docs/performance.md.

use crate::browser::Chromium;
use crate::command::{cargo, output, root};
use crate::serve::SiteServer;
use crate::site::{self, Site, weights};
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::fs;
use std::process::Stdio;

/// What is measured stands between these lines.
const BEGIN: &str = "<!-- What follows is written by `cargo xtask measure`. -->";
const END: &str = "<!-- What was written by `cargo xtask measure` ends here. -->";

/// Builds the site, measures it and writes the document's part anew.
pub fn run() -> Result<()> {
    let chromium = Chromium::ensure()?;
    let site = site::build()?;
    let weight = weight(&site)?;
    let server = SiteServer::start_anywhere(site, "/")?;
    let driver = chromium.start_driver()?;
    let mut measure = cargo();
    let measure = measure
        .args(["run", "--quiet", "--package", "e2e", "--bin", "measure"])
        .env("ASSIST_LAB_URL", &server.address)
        .env("ASSIST_LAB_WEBDRIVER", &driver.address)
        .env("ASSIST_LAB_CAPABILITIES", chromium.capabilities())
        .stderr(Stdio::inherit());
    let part = format!("{}\n\n{weight}", output(measure)?);
    println!("{part}");

    let file = root().join("docs/performance.md");
    let before = fs::read_to_string(&file).context("could not read docs/performance.md")?;
    fs::write(&file, replace(&before, &part)?).context("could not write docs/performance.md")
}

/// The document with another part between the marks.
fn replace(document: &str, part: &str) -> Result<String> {
    let parts = document.split_once(BEGIN).and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
    let Some((head, tail)) = parts else { bail!("docs/performance.md has no place for it: `{BEGIN}` … `{END}`") };
    Ok(format!("{head}{BEGIN}\n\n{}\n\n{END}{tail}", part.trim()))
}

/// The weight of the site's program as a table.
fn weight(site: &Site) -> Result<String> {
    let weights = weights(site);
    let mut table = "| file | bytes | gzipped |\n|---|---|---|\n".to_owned();
    let kinds = [("WebAssembly, of the page and its workers", ".wasm"), ("JavaScript", ".js"), ("in total", "")];
    for (what, ending) in kinds {
        let these = || weights.iter().filter(|weight| weight.name.ends_with(ending));
        let bytes: usize = these().map(|weight| weight.bytes).sum();
        let gzipped: usize = these().map(|weight| weight.gzipped).sum();
        writeln!(table, "| {what} | {} | {} |", thousands(bytes), thousands(gzipped))?;
    }
    Ok(table)
}

/// A number with its thousands set apart.
fn thousands(number: usize) -> String {
    match number / 1000 {
        0 => number.to_string(),
        more => format!("{},{:03}", thousands(more), number % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_between_the_marks_is_replaced_and_nothing_else() -> Result<()> {
        let document = format!("before\n\n{BEGIN}\n\nold\n\n{END}\n\nafter\n");
        let found = replace(&document, "new\n")?;
        assert_eq!(found, format!("before\n\n{BEGIN}\n\nnew\n\n{END}\n\nafter\n"));
        assert_eq!(replace(&found, "new")?, found);
        assert!(replace("no marks", "new").is_err());
        Ok(())
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([7, 1_000, 1_206_746].map(thousands), ["7", "1,000", "1,206,746"]);
    }
}
