//! A language as a folder of Fluent files, and what is made of it: functions to call, and a file for the page to read.
//!
//! A file `result.ftl` becomes a module `result`, a message `no-difference` in it a function `no_difference`,
//! whose argument is the one variable that it may have. A message `so-far` of several variables becomes a struct `SoFar`
//! with a field for each and a method `say`: whoever calls it gives each by name, so another order in the sentence swaps
//! nothing. A variable that a plural goes by is a `usize`, any other a `&dyn Display`.
//! A file that begins with the comment `### Table` has rows: each message is a row with the same attributes, and each
//! attribute a function of the row, or a struct that has it for a field.

pub mod code;
pub mod language;
pub mod pack;
pub mod pseudo;
mod reader;

pub use language::{Form, Language, Message, Module, Piece, Text};
pub use reader::read;
