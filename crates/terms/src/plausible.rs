//! Whether a replicate also draws its world, from what is plausible, and what stays because it is known.

use super::fault::{Fault, Rule};
use super::parameters::{PARAMETERS, Parameter, parameter};

/// What of a scenario is drawn anew for each replicate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plausible {
    /// Whether anything is: then replicates are plausible worlds, and else teams of one world.
    pub on: bool,
    /// The ids of what stays, each once, in the order of the table.
    known: Vec<&'static str>,
}

impl Plausible {
    /// The ids of what stays, in the order of the table.
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }

    /// Whether a parameter stays as the scenario has it.
    pub fn knows(&self, id: &str) -> bool {
        self.known.contains(&id)
    }

    /// Has nothing stay.
    pub fn forget(&mut self) {
        self.known.clear();
    }

    /// Has a parameter stay.
    ///
    /// # Errors
    /// There is no such parameter, or it is never drawn.
    pub fn know(&mut self, id: &str) -> Result<(), Fault> {
        let row = guessed(id)?;
        if !self.knows(row.id) {
            self.known.push(row.id);
            self.known.sort_by_key(|id| PARAMETERS.iter().position(|row| row.id == *id));
        }
        Ok(())
    }
}

/// The parameters of which something is plausible, in the order of the table.
pub fn all() -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(|row| row.plausible.is_some())
}

/// The parameter of this id, of which something is plausible.
///
/// # Errors
/// There is no such parameter, or it is never drawn.
pub fn guessed(id: &str) -> Result<&'static Parameter, Fault> {
    let row = parameter(id).ok_or_else(|| Fault::unknown(id))?;
    if row.plausible.is_none() { Err(Fault::against(id, "", Rule::Guessed)) } else { Ok(row) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_so_once_and_in_the_order_of_the_table() {
        let mut plausible = Plausible::default();
        for id in ["eta", "beta", "eta"] {
            assert_eq!(plausible.know(id), Ok(()));
        }
        assert_eq!(plausible.known(), ["beta", "eta"]);
        assert_eq!(plausible.know("betta"), Err(Fault::unknown("betta")));
        assert_eq!(plausible.know("members"), Err(Fault::against("members", "", Rule::Guessed)));
    }
}
