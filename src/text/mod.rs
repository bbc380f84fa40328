//! What the page says in words: pure functions from results to text.

pub mod arms;
pub mod asked;
pub mod change;
pub mod claim;
pub mod files;
pub mod goal;
pub mod guess;
pub mod idle;
pub mod labels;
pub mod leading;
pub mod list;
pub mod network;
pub mod numbers;
pub mod reasons;
pub mod report;
pub mod result;
pub mod search;
pub mod shocks;
pub mod story;
pub mod sure;
pub mod swept;
pub mod team;
pub mod time;
pub mod tour;
pub mod value;
pub mod why;
