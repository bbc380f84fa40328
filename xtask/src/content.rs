//! What the page fetches after its first screen and what no language changes: the drawings of the scenarios.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

use crate::command::root;

/// The folder of the site that it is in.
pub const FOLDER: &str = "content";

/// Writes the drawings into one file: before each a zero, its name and the end of a line.
pub fn write(site: &Path) -> Result<()> {
    let folder = root().join("crates/library/src/drawings");
    let entries = fs::read_dir(&folder).context("could not read the drawings")?;
    let mut names: Vec<_> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    names.sort();
    let mut drawings = String::new();
    for path in names {
        let drawing = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        drawings.push_str(&format!("\0{name}\n{}", drawing.trim()));
    }
    let unwritable = || "could not write the drawings into the site".to_owned();
    fs::create_dir_all(site.join(FOLDER)).with_context(unwritable)?;
    fs::write(site.join(FOLDER).join("drawings"), drawings).with_context(unwritable)
}
