//! Native tests of the model and the experiments: limiting cases, invariants, the golden digest, the command line, the documents.

#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod documents;
mod files;
mod golden;
mod invariants;
mod limits_help;
mod limits_project;
mod limits_queueing;
mod limits_slow;
mod scenario_texts;
mod setting;
mod tidy;
mod weekly;
