//! The one table of parameters.
//!
//! Every number that someone may change stands here once: the two structs [`World`] and [`Policy`] that the model reads,
//! and the rows of [`PARAMETERS`] that the page, files, links, sweeps, the command line, documents and tests read, come from
//! the same lines. A range stands nowhere else.

use std::fmt;

use serde::Serialize;

use crate::number::{self, Slip};

/// What a parameter belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// How the world works; both arms share it.
    World,
    /// What is decided; each arm has its own.
    Policy,
}

/// How well a default is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Evidence {
    /// Measured in the cited study.
    A,
    /// Inferred from the cited study.
    B,
    /// Assumed.
    C,
}

/// What kind of value a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A real number.
    Number,
    /// A whole number.
    Count,
    /// Yes (1) or no (0).
    Switch,
    /// One of a list of names, stored as its position.
    Choice(&'static [&'static str]),
    /// A real number, or nothing: then it follows `competence`.
    Optional,
}

/// One row of the table.
#[derive(Clone, Copy, PartialEq, Serialize)]
pub struct Parameter {
    /// The name used everywhere: equations, files, links, command line.
    pub id: &'static str,
    /// World or Policy.
    pub group: Group,
    /// The heading it stands under, by id.
    pub section: &'static str,
    /// Unit; empty for a pure number.
    pub unit: &'static str,
    /// What kind of value.
    pub kind: Kind,
    /// Smallest value allowed.
    pub min: f64,
    /// Largest value allowed.
    pub max: f64,
    /// A sensible step for a lever.
    pub step: f64,
    /// The part of the range in which a lever moves; a typed value may use all of the range.
    pub lever: (f64, f64),
    /// How well the default is supported.
    pub evidence: Evidence,
    /// The lowest and the highest value that are plausible where the default is most likely; `None` for what nobody has to guess.
    pub plausible: Option<(f64, f64)>,
}

/// Its id says which; all of it would make the page heavier.
impl fmt::Debug for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl Parameter {
    /// The value as people write it: a name for a choice, yes or no for a switch.
    pub fn show(&self, value: Option<f64>) -> String {
        match (self.kind, value) {
            (_, None) => "as competence".to_owned(),
            (Kind::Switch, Some(value)) => if value != 0.0 { "yes" } else { "no" }.to_owned(),
            (Kind::Choice(names), Some(value)) => names.get(value as usize).copied().unwrap_or("?").to_owned(),
            (_, Some(value)) => number::show(value, 0),
        }
    }

    /// Reads a value in the parameter's own unit, which may stand behind it; otherwise why not, where there is more to say than that
    /// it is no number. Whether it lies in the range is another question.
    pub fn read(&self, text: &str) -> Result<f64, Slip> {
        let text = text.trim();
        let number = text.strip_suffix(self.unit).unwrap_or(text).trim_end();
        let fractions = matches!(self.kind, Kind::Number | Kind::Optional);
        if !number.ends_with('%') {
            return number::read(number, !fractions, 0);
        }
        if fractions && matches!(self.unit, "" | "share") {
            return number::per_cent(number);
        }
        Err(Slip::PerCent)
    }

    /// The value unless set; `None` follows `competence`.
    pub fn default(&self) -> Option<f64> {
        match self.group {
            Group::World => World::default().get(self.id),
            Group::Policy => Policy::default().get(self.id),
        }
        .flatten()
    }

    /// Whether the value lies in the range and is whole where it must be.
    pub fn accepts(&self, value: Option<f64>) -> bool {
        match value {
            None => self.kind == Kind::Optional,
            Some(value) => {
                let whole =
                    !matches!(self.kind, Kind::Count | Kind::Switch | Kind::Choice(_)) || value.trunc() == value;
                value >= self.min && value <= self.max && whole
            }
        }
    }
}

/// Looks a parameter up by its id.
pub fn parameter(id: &str) -> Option<&'static Parameter> {
    PARAMETERS.iter().find(|parameter| parameter.id == id)
}

/// Where the work comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// There is always a next task: throughput is the question.
    Backlog,
    /// Tasks arrive at random: waiting is the question.
    Flow,
    /// A fixed list with dependencies, from the start: the finish is the question.
    Project,
}

/// Who takes the role of assist leader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssistWho {
    /// The first seats.
    Seated,
    /// Those who help most readily; among them the most trusted.
    Giver,
    /// Those with the highest mean skill.
    Skilled,
    /// Those whom the others trust most.
    Connected,
}

const SOURCE_IDS: [&str; 3] = ["backlog", "flow", "project"];
const ASSIST_WHO_IDS: [&str; 4] = ["seated", "giver", "skilled", "connected"];

/// What parameters of a list of names may be, each once.
pub const CHOICE_IDS: [&str; 7] = {
    let ([a, b, c], [d, e, f, g]) = (SOURCE_IDS, ASSIST_WHO_IDS);
    [a, b, c, d, e, f, g]
};

/// A value that the table can hold.
trait Value: Copy {
    const KIND: Kind;
    fn number(self) -> Option<f64>;
    /// The value must have been accepted by the parameter's row.
    fn from_number(number: Option<f64>) -> Self;
}

impl Value for f64 {
    const KIND: Kind = Kind::Number;
    fn number(self) -> Option<f64> {
        Some(self)
    }
    fn from_number(number: Option<f64>) -> Self {
        number.unwrap_or_default()
    }
}

impl Value for u32 {
    const KIND: Kind = Kind::Count;
    fn number(self) -> Option<f64> {
        Some(f64::from(self))
    }
    fn from_number(number: Option<f64>) -> Self {
        number.unwrap_or_default() as u32
    }
}

impl Value for bool {
    const KIND: Kind = Kind::Switch;
    fn number(self) -> Option<f64> {
        Some(f64::from(u8::from(self)))
    }
    fn from_number(number: Option<f64>) -> Self {
        number.unwrap_or_default() != 0.0
    }
}

impl Value for Option<f64> {
    const KIND: Kind = Kind::Optional;
    fn number(self) -> Option<f64> {
        self
    }
    fn from_number(number: Option<f64>) -> Self {
        number
    }
}

impl Value for Source {
    const KIND: Kind = Kind::Choice(&SOURCE_IDS);
    fn number(self) -> Option<f64> {
        Some(f64::from(self as u8))
    }
    fn from_number(number: Option<f64>) -> Self {
        match number.unwrap_or_default() as u8 {
            0 => Source::Backlog,
            1 => Source::Flow,
            _ => Source::Project,
        }
    }
}

impl Value for AssistWho {
    const KIND: Kind = Kind::Choice(&ASSIST_WHO_IDS);
    fn number(self) -> Option<f64> {
        Some(f64::from(self as u8))
    }
    fn from_number(number: Option<f64>) -> Self {
        match number.unwrap_or_default() as u8 {
            0 => AssistWho::Seated,
            1 => AssistWho::Giver,
            2 => AssistWho::Skilled,
            _ => AssistWho::Connected,
        }
    }
}

/// What is plausible, if anything has to be guessed.
macro_rules! plausible {
    () => {
        None
    };
    ($lowest:literal..$highest:literal) => {
        Some(($lowest as f64, $highest as f64))
    };
}

/// One line of the table becomes a field of a struct and a row of a list.
///
/// `name: type = default, "unit", min..max, step, lever low..high, evidence;`, and behind the evidence, for what has to be guessed,
/// `plausible lowest..highest`.
macro_rules! table {
    (
        $(#[$struct_doc:meta])*
        $name:ident, $group:ident, $rows:ident;
        $( [$section:literal] $(
            $field:ident: $type:ty = $default:expr, $unit:literal, $min:literal..$max:literal, $step:literal,
            $low:literal..$high:literal, $evidence:ident $(, $lowest:literal..$highest:literal)?;
        )* )*
    ) => {
        $(#[$struct_doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            $($(
                #[doc = concat!("`", stringify!($field), "` [", $unit, "], ", $min, " to ", $max, "; constant during a run.")]
                pub $field: $type,
            )*)*
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $($($field: $default,)*)* }
            }
        }

        impl $name {
            /// The value of a parameter of this group; `None` for an id that is not one, `Some(None)` for an optional value not set.
            pub fn get(&self, id: &str) -> Option<Option<f64>> {
                match id {
                    $($(stringify!($field) => Some(self.$field.number()),)*)*
                    _ => None,
                }
            }

            /// Puts a value that its row accepts; answers whether it did.
            #[must_use]
            pub fn put(&mut self, id: &str, value: Option<f64>) -> bool {
                let accepted = parameter(id).is_some_and(|row| row.accepts(value));
                match id {
                    $($(stringify!($field) if accepted => self.$field = Value::from_number(value),)*)*
                    _ => return false,
                }
                true
            }
        }

        pub(super) const $rows: &[Parameter] = &[ $($(
            Parameter {
                id: stringify!($field),
                group: Group::$group,
                section: $section,
                unit: $unit,
                kind: <$type as Value>::KIND,
                min: $min as f64,
                max: $max as f64,
                step: $step as f64,
                lever: ($low as f64, $high as f64),
                evidence: Evidence::$evidence,
                plausible: plausible!($($lowest..$highest)?),
            },
        )*)* ];
    };
}

pub mod idle;
mod table;
pub mod touches;

pub use table::{Policy, World};

const COUNT: usize = table::WORLD_ROWS.len() + table::POLICY_ROWS.len();

/// All parameters, World first, in the order in which they are shown.
pub static PARAMETERS: [Parameter; COUNT] = {
    let mut all = [table::WORLD_ROWS[0]; COUNT];
    let mut index = 0;
    while index < COUNT {
        all[index] = if index < table::WORLD_ROWS.len() {
            table::WORLD_ROWS[index]
        } else {
            table::POLICY_ROWS[index - table::WORLD_ROWS.len()]
        };
        index += 1;
    }
    all
};

/// Their ids, in the same order.
pub const PARAMETER_IDS: [&str; COUNT] = {
    let mut ids = [""; COUNT];
    let mut index = 0;
    while index < COUNT {
        let world = table::WORLD_ROWS.len();
        ids[index] = if index < world { table::WORLD_ROWS[index].id } else { table::POLICY_ROWS[index - world].id };
        index += 1;
    }
    ids
};

#[cfg(test)]
mod tests {
    use super::parameter;

    #[test]
    fn a_unit_and_a_sign_of_per_cent_may_stand_behind() {
        let read = |id: &str, text: &str| parameter(id).expect("a parameter").read(text);
        assert_eq!(read("assist_share", "40 %"), Ok(0.4));
        assert_eq!(read("assist_share", "57,5%"), Ok(0.575));
        assert_eq!(read("assist_share", "0.4"), Ok(0.4));
        assert_eq!(read("competence", "70%"), Ok(0.7));
        assert_eq!(read("task_hours", "6 h"), Ok(6.0));
        assert_eq!(read("beta", "0.2 per h"), Ok(0.2));
        assert_eq!(read("members", "8 people"), Ok(8.0));
        assert!(
            read("members", "50 %").is_err() && read("beta", "20 %").is_err() && read("task_hours", "6 min").is_err()
        );
    }
}
