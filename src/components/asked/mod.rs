//! The page of questions: a part for each subject.

pub mod bar;
pub mod figure;
pub mod file;
pub mod files;
pub mod matters;
pub mod pays;
pub mod sure;
pub mod why;
