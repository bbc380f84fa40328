//! What is wrong with a value that someone wrote.

use std::fmt;

use super::parameters::{PARAMETERS, Parameter};

/// Longest name that may be a parameter's with a slip in it [bytes]; to compare a longer one would only take time.
const LONGEST_ID: usize = 40;

/// Something wrong with a value: which, what it was, and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: String,
    /// What stood there.
    pub value: String,
    /// What is allowed, or what to do.
    pub allowed: String,
}

impl Fault {
    /// A fault in these words.
    pub fn new(field: &str, value: &str, allowed: &str) -> Self {
        Self { field: field.to_owned(), value: value.to_owned(), allowed: allowed.to_owned() }
    }

    /// No parameter has this id; names the nearest one.
    pub fn unknown(id: &str) -> Self {
        let nearest = PARAMETERS
            .iter()
            .filter(|_| id.len() <= LONGEST_ID)
            .map(|row| (strsim::osa_distance(row.id, id), row.id))
            .min()
            .filter(|(distance, _)| *distance <= 3);
        match nearest {
            Some((_, near)) => Self::new(id, "", &format!("no parameter has this name; did you mean {near}?")),
            None => Self::new(id, "", "no parameter has this name; `assist-lab parameters` lists them"),
        }
    }

    /// The value is not one that this parameter takes.
    pub fn out_of_range(row: &Parameter, value: &str) -> Self {
        Self::new(row.id, value, &row.allowed())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.value.is_empty() {
            write!(f, "{}: {}", self.field, self.allowed)
        } else {
            write!(f, "{} = {}: allowed is {}", self.field, self.value, self.allowed)
        }
    }
}

impl std::error::Error for Fault {}
