//! What the page says in words: pure functions from results to text.

pub mod arms;
pub mod labels;
pub mod network;
pub mod numbers;
pub mod result;
pub mod shocks;
pub mod story;
pub mod team;
