//! A mechanism in words.

use model::mechanism::{MECHANISM_IDS, Mechanism};

use super::{mechanisms, rows, why};

const _: () =
    assert!(rows::same(&mechanisms::IDS, &MECHANISM_IDS), "mechanisms.ftl: a row for each mechanism, in their order");

/// What a part of a difference is called that is owed to a mechanism, or else to the role itself; empty until that is there.
pub fn label(mechanism: Option<&Mechanism>) -> &'static str {
    mechanism.and_then(place).map_or_else(why::role, mechanisms::label)
}

/// What it is; empty until that is there.
pub fn help(mechanism: Option<&Mechanism>) -> &'static str {
    mechanism.and_then(place).map_or_else(why::role_help, mechanisms::help)
}

fn place(mechanism: &Mechanism) -> Option<usize> {
    MECHANISM_IDS.iter().position(|id| *id == mechanism.id)
}
