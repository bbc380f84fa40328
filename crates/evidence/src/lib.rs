//! What speaks for the model of Assist Lab, as code.
//!
//! *Verification* asks whether the program computes what it should: [`limits`] are cases in which theory knows the answer. `cargo
//! xtask verify` works them out and writes docs/verification.md; the tests do the same with fewer replications.

pub mod case;
pub mod coupling;
pub mod coverage;
pub mod document;
pub mod limits;
pub mod relations;
pub mod settings;
pub mod switches;
pub mod validation;
