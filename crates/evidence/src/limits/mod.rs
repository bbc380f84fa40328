//! The limiting cases: what the model must equal where theory knows the answer.
//!
//! A family has a formula; a case of it a point in parameter space, settings that lead there, and the number.

use crate::case::Family;

pub mod approvals;
pub mod blocking;
pub mod costs;
pub mod helping;
pub mod improving;
pub mod knowing;
pub mod people;
pub mod project;
pub mod queueing;
pub mod reciprocity;
pub mod rework;
pub mod slow;
mod theory;
pub mod turnover;

/// All of them, in the order of the document.
pub fn families() -> Vec<Family> {
    let fields = [
        queueing::families,
        blocking::families,
        helping::families,
        knowing::families,
        improving::families,
        people::families,
        approvals::families,
        project::families,
        rework::families,
        slow::families,
        turnover::families,
        reciprocity::families,
        costs::families,
    ];
    fields.into_iter().flat_map(|families| families()).collect()
}
