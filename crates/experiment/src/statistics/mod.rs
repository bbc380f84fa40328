//! Statistics of replications, one concept a file.

pub mod sample;
pub mod student;
