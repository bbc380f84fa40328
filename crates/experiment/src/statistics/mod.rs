//! Statistics of replications, one concept a file.

pub mod sample;
pub mod shapley;
pub mod student;
