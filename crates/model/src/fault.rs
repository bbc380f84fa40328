//! What is wrong with a value that someone wrote.

use std::fmt;

use super::number;
use super::parameters::{Kind, PARAMETERS, Parameter};

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
            .map(|row| (strsim::osa_distance(&row.id.to_ascii_lowercase(), &id.to_ascii_lowercase()), row.id))
            .min()
            // A third of the letters may be wrong; of more, any id is as near as another.
            .filter(|(distance, near)| 3 * distance <= near.len().max(id.len()) && *distance <= 3);
        match nearest {
            Some((_, near)) => Self::new(id, "", &format!("no parameter has this name; did you mean {near}?")),
            None => Self::new(id, "", "no parameter has this name; `assist-lab parameters` lists them"),
        }
    }

    /// What stood there says nothing that this parameter takes, and why, if there is more to say than that.
    pub fn unread(row: &Parameter, text: &str, why: &str) -> Self {
        let allowed = row.allowed();
        if text.is_empty() {
            return Self::new(row.id, "", &format!("no value is given; allowed is {allowed}"));
        }
        let number = !matches!(row.kind, Kind::Switch | Kind::Choice(_));
        // Another unit may stand behind a number, or a word.
        let unit = match row.unit {
            _ if !number || !why.is_empty() || !text.contains(char::is_alphabetic) => String::new(),
            "" => String::new(),
            "share" => ", as a share of 1 or with %".to_owned(),
            unit => format!(", in {unit}"),
        };
        Self::new(row.id, text, &number::because(allowed + &unit, why))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::parameter;

    #[test]
    fn a_name_is_taken_for_another_only_if_most_of_it_is_right() {
        let check = |id: &str, near: Option<&str>| {
            let said = Fault::unknown(id).allowed;
            match near {
                Some(near) => assert!(said.ends_with(&format!("did you mean {near}?")), "{id}: {said}"),
                None => assert!(said.ends_with("lists them"), "{id}: {said}"),
            }
        };
        check("betta", Some("beta"));
        check("trust", Some("trust0"));
        check("k_r", Some("k_R"));
        check("Members", Some("members"));
        check("asist_leader", Some("assist_leaders"));
        for far in ["foo", "x", "abc", "", "joy", "zzzzz", "people"] {
            check(far, None);
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_what_is_expected() {
        let check = |id: &str, text: &str, expect: &str| {
            let row = parameter(id).expect("a parameter");
            assert_eq!(Fault::unread(row, text, "").to_string(), expect);
        };
        check("task_hours", "", "task_hours: no value is given; allowed is a number from 0.01 to 1000");
        check("task_hours", "6 days", "task_hours = 6 days: allowed is a number from 0.01 to 1000, in h");
        check(
            "assist_share",
            "half",
            "assist_share = half: allowed is a number from 0 to 1, as a share of 1 or with %",
        );
        check("members", "7.5", "members = 7.5: allowed is a whole number from 1 to 300");
        check("formal_lead", "maybe", "formal_lead = maybe: allowed is yes or no");
    }
}
