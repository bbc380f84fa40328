//! The limiting cases: what the model must equal where theory knows the answer.
//!
//! A family has a formula; a case of it a point in parameter space, settings that lead there, and the number.

use crate::case::Family;

pub mod queueing;

/// All of them, in the order of the document.
pub fn families() -> Vec<Family> {
    [queueing::families()].into_iter().flatten().collect()
}
