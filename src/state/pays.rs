//! What is asked of where it pays, as its form has it and links hold it.

use crate::text::swept::{Field, has_values};
use crate::text::value;
use experiment::sweep::{MOST_POINTS, MOST_VALUES};
use library::results::key;
use model::outcome::Measure;
use model::parameters::Group;
use model::scenario::Scope;

/// Between the parts of a link's value, and between those of an axis.
const PARTS: &str = "~";
const ENDS: &str = "..";
/// What marks an axis whose values are each the one before times the same factor.
const LOG: &str = "log";

/// One setting or two through their values, for an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Pays {
    /// The settings, one or two.
    pub fields: Vec<Field>,
    /// How many values each goes through.
    pub count: usize,
    /// The outcome.
    pub outcome: Measure,
}

impl Pays {
    /// As links hold it: `9~throughput~t.assist_share..0.1..0.9~beta..0.05..0.4..log`. If an end is no number, both are left out.
    pub fn link(&self) -> String {
        let axes = self.fields.iter().map(|field| {
            let mut parts = vec![key(field.scope, field.row)];
            if let [Ok(low), Ok(high)] = field.ends.each_ref().map(|end| value::read(field.row, end)) {
                parts.extend([low, high].map(|end| field.row.show(Some(end))));
            }
            parts.extend(field.log.then(|| LOG.to_owned()));
            parts.join(ENDS)
        });
        [self.count.to_string(), self.outcome.info().id.to_owned()]
            .into_iter()
            .chain(axes)
            .collect::<Vec<_>>()
            .join(PARTS)
    }

    /// As a link has it.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(PARTS);
        let count = parts.next()?.parse().ok().filter(|count| (2..=MOST_VALUES).contains(count))?;
        let outcome = Measure::named(parts.next()?)?;
        let fields = parts.map(axis).collect::<Option<Vec<_>>>()?;
        let differ = |fields: &[Field]| !matches!(fields, [first, second] if first.key() == second.key());
        let few = count.checked_pow(fields.len() as u32).is_some_and(|points| points <= MOST_POINTS);
        ((1..=2).contains(&fields.len()) && differ(&fields) && few).then_some(Self { fields, count, outcome })
    }
}

fn axis(text: &str) -> Option<Field> {
    let mut parts: Vec<&str> = text.split(ENDS).collect();
    let log = parts.len() > 1 && parts.last() == Some(&LOG);
    parts.truncate(parts.len() - usize::from(log));
    let field = Field::named(parts[0]).filter(|field| has_values(field.row) && is_of_its_hands(field))?;
    let field = Field { log, ..field };
    let end = |text: &str| field.row.read(text).ok().map(|end| value::typed(field.row, end));
    match parts[1..] {
        [] => Some(field),
        [low, high] => Some(Field { ends: [end(low)?, end(high)?], ..field }),
        _ => None,
    }
}

/// Both teams share the world.
fn is_of_its_hands(field: &Field) -> bool {
    field.row.group == Group::Policy || field.scope == Scope::Both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_holds_it_and_brings_it_back() {
        for link in [
            "9~throughput~t.assist_share..0.1..0.9",
            "21~morale~beta..0.05..0.4..log~c.hours_per_week..30..45",
            "5~throughput~members..4..12",
        ] {
            assert_eq!(Pays::read(link).map(|pays| pays.link()).as_deref(), Some(link));
        }
        // Without ends it goes through those of its lever.
        let lever = Pays::read("9~throughput~beta").expect("known");
        assert_eq!(lever.fields, [Field::named("beta").expect("a setting")]);
        assert_eq!(Pays::read(&lever.link()), Some(lever));
    }

    #[test]
    fn what_is_half_typed_is_left_to_the_lever() {
        let mut pays = Pays::read("9~throughput~beta..0.1..0.2").expect("known");
        "0.x".clone_into(&mut pays.fields[0].ends[1]);
        assert_eq!(pays.link(), "9~throughput~beta");
    }

    #[test]
    fn what_is_no_question_is_none() {
        for link in [
            "",
            "9",
            "9~throughput",
            "1~throughput~beta",
            "202~throughput~beta",
            "9~luck~beta",
            "9~throughput~nothing",
            "9~throughput~beta..0.1",
            "9~throughput~beta..a..b",
            "9~throughput~beta..0.1..0.2..0.3",
            "9~throughput~beta~m~members",
            "9~throughput~source",
            "9~throughput~c.beta",
            "9~throughput~beta~beta",
            "201~throughput~beta~members",
        ] {
            assert_eq!(Pays::read(link), None, "{link}");
        }
    }
}
