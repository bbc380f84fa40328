//! The language that is spoken.

use std::error::Error;
use std::fmt;
use std::sync::OnceLock;

use super::{FINGERPRINT, TEXTS};

/// The tag of the language that is compiled in.
pub const ENGLISH: &str = "en";

/// Its file.
const ENGLISH_FILE: &str = include_str!(concat!(env!("OUT_DIR"), "/en.words"));

static SPOKEN: OnceLock<Language> = OnceLock::new();
static LATER: OnceLock<Language> = OnceLock::new();

/// A language: its tag and its texts.
pub(crate) struct Language {
    pub(crate) tag: &'static str,
    pub(crate) texts: Vec<&'static str>,
}

/// A language's file that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is no such file, or one of another version of this program.
    Foreign,
    /// Something has been said already.
    TooLate,
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unusable::Foreign => "not a language file of this version",
            Unusable::TooLate => "the language is chosen already",
        })
    }
}

impl Error for Unusable {}

/// Speaks the language of this file from now on.
///
/// # Errors
/// If it is not of this version, or comes after the first word.
pub fn speak(file: String) -> Result<(), Unusable> {
    // It is spoken as long as the program runs.
    let language = read(file.leak(), TEXTS[0]).ok_or(Unusable::Foreign)?;
    SPOKEN.set(language).map_err(|_| Unusable::TooLate)
}

/// The tag of the language that is spoken, after BCP 47.
pub fn tag() -> &'static str {
    spoken().tag
}

/// Takes in what the first screen does without.
///
/// # Errors
/// If it is not of this version, or of another language than is spoken.
pub fn add(file: String) -> Result<(), Unusable> {
    let later = read(file.leak(), TEXTS[1]).filter(|later| later.tag == tag()).ok_or(Unusable::Foreign)?;
    // Another that came first is the same.
    let _ = LATER.set(later);
    Ok(())
}

/// Whether the texts that come later are there; until then they are empty.
pub fn is_whole() -> bool {
    later_texts().is_some()
}

/// A text that comes later, by its number; empty until it is there.
pub(crate) fn later(number: usize) -> &'static str {
    later_texts().map_or("", |later| later.texts[number])
}

/// The page fetches it after its first screen.
#[cfg(target_arch = "wasm32")]
fn later_texts() -> Option<&'static Language> {
    LATER.get()
}

/// What is not downloaded has it in itself.
#[cfg(not(target_arch = "wasm32"))]
fn later_texts() -> Option<&'static Language> {
    const ENGLISH_LATER: &str = include_str!(concat!(env!("OUT_DIR"), "/en.later.words"));
    Some(LATER.get_or_init(|| read(ENGLISH_LATER, TEXTS[1]).expect("invariant: compiled with this program")))
}

pub(crate) fn spoken() -> &'static Language {
    SPOKEN.get_or_init(|| read(ENGLISH_FILE, TEXTS[0]).expect("invariant: compiled with this program"))
}

pub(crate) fn read(file: &'static str, count: usize) -> Option<Language> {
    let (tag, rest) = file.split_once('\n')?;
    let (fingerprint, texts) = rest.split_once('\n')?;
    let texts: Vec<_> = texts.split_terminator('\0').collect();
    let fits = u64::from_str_radix(fingerprint, 16) == Ok(FINGERPRINT) && texts.len() == count;
    fits.then_some(Language { tag, texts })
}
