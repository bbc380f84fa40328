//! The languages of the site, a file each; the page has English in itself and fetches another when its address asks for it.

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::Path;

use crate::command::root;
use messages::Language;
use messages::pack::pack;
use messages::pseudo::pseudo;

/// The folder of the site that they are in.
pub const FOLDER: &str = "languages";

/// Where they are written.
const FOLDER_OF_SOURCES: &str = "crates/words/languages";

/// The language that the others are translated from.
const SOURCE: &str = "en";

/// Writes them into the site's folder: all that there are, and one that is made of English to try the page with.
pub fn write(site: &Path) -> Result<()> {
    let sources = root().join(FOLDER_OF_SOURCES);
    let source = source()?;
    let mut languages = vec![source.clone(), pseudo(&source)];
    for entry in fs::read_dir(&sources).context("could not read the languages")? {
        let path = entry.context("could not read the languages")?.path();
        if path.is_dir() && !path.ends_with(SOURCE) {
            languages.push(read(&path)?.fitted_to(&source).map_err(|wrong| anyhow!(wrong.join("\n")))?);
        }
    }
    let folder = site.join(FOLDER);
    let unwritable = || format!("could not write into {}", folder.display());
    fs::create_dir_all(&folder).with_context(unwritable)?;
    for language in languages {
        for (ending, later) in [("words", false), ("later.words", true)] {
            let file = folder.join(format!("{}.{ending}", language.tag));
            fs::write(file, pack(&language, &source, later)).with_context(unwritable)?;
        }
    }
    Ok(())
}

/// The source language.
pub fn source() -> Result<Language> {
    read(&root().join(FOLDER_OF_SOURCES).join(SOURCE))
}

fn read(folder: &Path) -> Result<Language> {
    messages::read(folder).map_err(|wrong| anyhow!(wrong.join("\n")))
}
