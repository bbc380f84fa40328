//! Native tests of the model and the experiments: invariants, the golden digest.

mod files;
mod finishing;
mod golden;
mod idle;
mod invariants;
mod joining;
mod lively;
mod metamorphic;
mod questions;
mod random;
mod scenario_texts;
mod schema;
mod setting;
mod slices;
mod tidy;
mod touches;
mod weekly;
