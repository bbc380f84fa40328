//! A language as a folder of Fluent files, and what is made of it: functions to call, and a file for the page to read.
//!
//! A file `result.ftl` becomes a module `result`, a message `no-difference` in it a function `no_difference`
//! with an argument for each of its variables. A variable that a plural goes by is a `usize`, any other a `&dyn Display`.
//! A file that begins with the comment `### Table` has rows: each message is a row with the same attributes, and each
//! attribute a function of the row.

pub mod code;
pub mod language;
pub mod pack;
pub mod pseudo;
mod reader;

pub use language::{Form, Language, Message, Module, Piece, Text};
pub use reader::read;
