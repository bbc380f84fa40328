//! Statistics of replications, one concept a file.

pub mod elementary;
pub mod sample;
pub mod shapley;
pub mod shares;
pub mod student;
