//! Native tests of the model and the experiments: invariants, the golden digest, the command line, the documents.

#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod documents;
mod files;
mod finishing;
mod golden;
mod invariants;
mod joining;
mod metamorphic;
mod questions;
mod random;
mod scenario_texts;
mod setting;
mod tidy;
mod weekly;
