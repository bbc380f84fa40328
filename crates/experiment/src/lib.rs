//! What is asked of the model: pairs of arms, ensembles of pairs, studies of many scenarios.

pub mod caveats;
mod contrast;
pub mod control_arm_cache;
pub mod design;
pub mod digest;
pub mod effort;
pub mod ensemble;
pub mod goal;
pub mod indices;
pub mod members;
pub mod pair;
pub mod plausible;
pub mod points;
pub mod recording;
pub mod relative;
pub mod screening;
pub mod shard;
pub mod slices;
pub mod statistics;
pub mod story;
pub mod study;
pub mod sweep;
pub mod why;
