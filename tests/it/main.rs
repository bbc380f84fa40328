//! Native tests across the packages: invariants and relations of the model, the golden digest, files, texts, house rules.

mod experiments;
mod files;
mod finishing;
mod golden;
mod idle;
mod improving;
mod invariants;
mod joining;
mod lively;
mod metamorphic;
mod people;
mod questions;
mod random;
mod scenario_texts;
mod schema;
mod setting;
mod slices;
mod tidy;
mod touches;
mod weekly;
