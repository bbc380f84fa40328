//! What is wrong with a value that someone wrote: a value itself, which a language puts into words.

use super::number::Slip;
use super::parameters::{PARAMETERS, Parameter};

/// Longest name that may be a parameter's with a slip in it [bytes]; to compare a longer one would only take time.
const LONGEST_ID: usize = 40;

/// Something wrong with a value: which, what it was, and the rule it breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The field.
    pub field: String,
    /// What stood there; empty where it is not about that.
    pub value: String,
    /// What it breaks.
    pub rule: Rule,
}

/// A rule for values.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Of a format, in the words of whoever reads it.
    Said(String),
    /// There is a parameter of this name; the one that may be meant.
    Known(Option<&'static str>),
    /// A parameter needs a value.
    Given(&'static Parameter),
    /// The text is a value of the parameter, and why it is none.
    Read(&'static Parameter, Slip),
    /// The parameter is one that has to be guessed, and may be drawn.
    Guessed,
    /// The value lies in the parameter's range.
    InRange(&'static Parameter),
    /// A parameter of the world is the same in both arms.
    BothArms,
    /// A whole number from the first to the second, and why what stood there is none.
    Whole(u64, u64, Slip),
    /// A number from the first to the second.
    Number(f64, f64),
    /// At most as many as members, of whom there are so many.
    AsMembers(u32),
    /// Givers and takers are at most all.
    GiversAndTakers,
    /// There is some kind of blocker.
    KindsOfBlocker,
    /// Something counts for morale.
    WeightsOfMorale,
    /// So many tasks at most are expected in an arm; here it would be so many.
    Tasks(f64, f64),
    /// So many requests at most could come up.
    Requests(f64),
    /// Weeks times members are at most this.
    MemberWeeks(f64),
    /// A week after the change, from the first to the last.
    Week(u32, u32),
    /// A shock has a length only if it lasts, and then at least a week.
    ShockWeeks,
    /// So many shocks at most.
    Shocks(usize),
    /// So many people at most.
    Seats(u32),
    /// At least one outcome is looked at.
    SomeOutcome,
    /// Named only once.
    Once,
    /// So many parameters at least and at most.
    Parameters(usize, usize),
    /// At least one parameter is left to be screened, and at most so many.
    LeftToScreen(usize),
    /// A parameter that is not marked as known.
    NotKnown,
    /// A parameter that is not switched off.
    NotOff,
    /// A power of two from the first to the second.
    PowerOfTwo(u32, u32),
    /// At most so many points, for this many would take so many worlds, and at most so many are run.
    Worlds(u32, u64, u64),
    /// Pairs of each world by which luck is known.
    PairsOfWorld(u32),
    /// No world is drawn for each pair where the question draws worlds of its own.
    NotDrawn,
    /// A number of pairs, no precision.
    NoPrecision,
}

impl Fault {
    /// A fault against a rule.
    pub fn against(field: &str, value: &str, rule: Rule) -> Self {
        Self { field: field.to_owned(), value: value.to_owned(), rule }
    }

    /// A fault in these words: what is allowed, or what to do.
    pub fn new(field: &str, value: &str, allowed: &str) -> Self {
        Self::against(field, value, Rule::Said(allowed.to_owned()))
    }

    /// No parameter has this id; names the nearest one.
    pub fn unknown(id: &str) -> Self {
        Self::against(id, "", Rule::Known(nearest(id, PARAMETERS.iter().map(|row| row.id))))
    }

    /// What stood there is no value of this parameter, and why.
    pub fn unread(row: &'static Parameter, text: &str, slip: Slip) -> Self {
        Self::against(row.id, text, if text.is_empty() { Rule::Given(row) } else { Rule::Read(row, slip) })
    }

    /// The value is not one that this parameter takes.
    pub fn out_of_range(row: &'static Parameter, value: &str) -> Self {
        Self::against(row.id, value, Rule::InRange(row))
    }
}

/// The one of these names that may be meant.
pub fn nearest(id: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    names
        .filter(|_| id.len() <= LONGEST_ID)
        .map(|name| (strsim::osa_distance(&name.to_ascii_lowercase(), &id.to_ascii_lowercase()), name))
        .min()
        // A third of the letters may be wrong; of more, any name is as near as another.
        .filter(|(distance, near)| 3 * distance <= near.len().max(id.len()) && *distance <= 3)
        .map(|(_, near)| near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_for_another_only_if_most_of_it_is_right() {
        let check = |id: &str, near: Option<&'static str>| {
            assert_eq!(Fault::unknown(id).rule, Rule::Known(near), "{id}");
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
}
