//! How fast and how heavy the page is, measured in Chromium and, for its levers, in Firefox, and written into docs/performance.md.

use crate::browser::{Browser, Chromium, Firefox};
use crate::command::{cargo, output, root};
use crate::serve::SiteServer;
use crate::site::{self, Site, weights};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::fmt::Write;
use std::fs;
use std::process::Stdio;

/// What is measured, each a part of the document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Part {
    /// How fast the page responds, and what blocks it
    Page,
    /// How fast the page responds in Firefox
    Firefox,
    /// How the page starts, and what appears when
    Start,
    /// How long the answers to larger questions take
    Questions,
    /// How much memory a long session takes
    Memory,
}

/// Builds the site, measures the parts named, or all, and writes their places in the document anew.
pub fn run(parts: &[Part]) -> Result<()> {
    let parts = if parts.is_empty() { Part::value_variants() } else { parts };
    let site = site::build()?;
    let weight = weight(&site)?;
    let server = SiteServer::start_anywhere(site, "/")?;
    for part in parts {
        let name = name(*part);
        let browser = browser(*part)?;
        let driver = browser.start_driver()?;
        let mut measure = cargo();
        let measure = measure
            .args(["run", "--quiet", "--package", "e2e", "--bin", "measure", "--", &name])
            .env("ASSIST_LAB_URL", &server.address)
            .env("ASSIST_LAB_WEBDRIVER", &driver.address)
            .env("ASSIST_LAB_CAPABILITIES", browser.capabilities())
            .stderr(Stdio::inherit());
        let mut found = output(measure)?;
        if *part == Part::Page {
            found = format!("{found}\n\n{weight}");
        }
        println!("{found}\n");

        let file = root().join("docs/performance.md");
        let before = fs::read_to_string(&file).context("could not read docs/performance.md")?;
        fs::write(&file, replace(&before, &name, &found)?).context("could not write docs/performance.md")?;
    }
    Ok(())
}

/// The browser that a part is measured in.
fn browser(part: Part) -> Result<Box<dyn Browser>> {
    Ok(match part {
        Part::Firefox => Box::new(Firefox::ensure()?),
        Part::Page | Part::Start | Part::Questions | Part::Memory => Box::new(Chromium::ensure()?),
    })
}

fn name(part: Part) -> String {
    part.to_possible_value().expect("invariant: no part is hidden").get_name().to_owned()
}

/// What is measured of a part stands between these lines.
fn marks(part: &str) -> [String; 2] {
    [
        format!("<!-- What follows is written by `cargo xtask measure {part}`. -->"),
        format!("<!-- What was written by `cargo xtask measure {part}` ends here. -->"),
    ]
}

/// The document with another text between a part's marks.
fn replace(document: &str, part: &str, text: &str) -> Result<String> {
    let [begin, end] = marks(part);
    let parts = document.split_once(&begin).and_then(|(head, rest)| Some((head, rest.split_once(&end)?.1)));
    let Some((head, tail)) = parts else { bail!("docs/performance.md has no place for it: `{begin}` … `{end}`") };
    Ok(format!("{head}{begin}\n\n{}\n\n{end}{tail}", text.trim()))
}

/// The weight of the site's program as a table.
fn weight(site: &Site) -> Result<String> {
    let weights = weights(site);
    let mut table = "| file | bytes | gzipped | brotli |\n|---|---|---|---|\n".to_owned();
    let kinds = [("WebAssembly, of the page and its workers", ".wasm"), ("JavaScript", ".js"), ("in total", "")];
    for (what, ending) in kinds {
        let these = || weights.iter().filter(|weight| weight.name.ends_with(ending));
        let bytes: usize = these().map(|weight| weight.bytes).sum();
        let gzipped: usize = these().map(|weight| weight.gzipped).sum();
        let brotli: usize = these().map(|weight| weight.brotli).sum();
        writeln!(table, "| {what} | {} | {} | {} |", thousands(bytes), thousands(gzipped), thousands(brotli))?;
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
        let part = |name: &str, text: &str| marks(name).join(&format!("\n\n{text}\n\n"));
        let document =
            |text: &str| format!("before\n\n{}\n\n{}\n\nafter\n", part("page", text), part("start", "as it was"));
        let found = replace(&document("old"), "page", "new\n")?;
        assert_eq!(found, document("new"));
        assert_eq!(replace(&found, "page", "new")?, found);
        assert!(replace(&found, "memory", "new").is_err());
        Ok(())
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([7, 1_000, 1_206_746].map(thousands), ["7", "1,000", "1,206,746"]);
    }
}
