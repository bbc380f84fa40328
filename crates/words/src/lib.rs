//! All that a reader reads, by message: a function for each, or a struct where a sentence has several arguments.
//!
//! The sentences stand in `languages`, a folder for each language, in Fluent's syntax. English is compiled in; another
//! language is a file that is handed over once, before anything is said.

pub mod choice;
pub mod difference;
pub mod fault;
pub mod grammar;
pub mod language;
pub mod markup;
pub mod mechanism;
mod message;
pub mod outcome;
pub mod parameter;
pub mod process;
mod rows;

/// A text without arguments, for a table of the code: it is said when it is asked for, not before the language is known.
pub type Text = fn() -> &'static str;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
