//! All that a reader reads, by message: a function for each, whose arguments are those of the sentence.
//!
//! The sentences stand in `languages`, a folder for each language, in Fluent's syntax. English is compiled in; another
//! language is a file that is handed over once, before anything is said.

pub mod difference;
pub mod grammar;
pub mod language;
pub mod markup;
mod message;
pub mod outcome;
pub mod parameter;
mod rows;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
