//! What sets one scenario apart from another, as values; links, change notes, reports and files put it into words.

use super::parameters::{Group, PARAMETERS, Parameter};
use super::scenario::{Arm, Scenario, Scope};
use super::shock::Shock;

/// One thing that is otherwise in a scenario than in another.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// A parameter has another value.
    Parameter {
        /// Which.
        row: &'static Parameter,
        /// Where: one parameter of a policy may differ otherwise in each arm, and is then there twice.
        scope: Scope,
        /// Its value in the one scenario.
        before: Option<f64>,
        /// Its value in the other.
        after: Option<f64>,
    },
    /// The seed.
    Seed {
        /// In the one scenario.
        before: u64,
        /// In the other.
        after: u64,
    },
    /// What happens from outside; what it is called changes no run and counts as a text.
    Shocks {
        /// In the one scenario.
        before: Vec<Shock>,
        /// In the other.
        after: Vec<Shock>,
    },
    /// The week at whose start the treatment ends.
    UntilWeek {
        /// In the one scenario.
        before: Option<u32>,
        /// In the other.
        after: Option<u32>,
    },
    /// Whether each replicate also draws its world.
    Plausible {
        /// In the other.
        after: bool,
    },
    /// What stays where it does, by id.
    Known {
        /// In the other.
        after: Vec<&'static str>,
    },
    /// It is told in other words.
    Texts,
}

impl Scenario {
    /// All that is otherwise in `other`: parameters in the order of the table, then seed, shocks, the end of the treatment, what is drawn, texts. Empty
    /// only if both are equal.
    pub fn diff(&self, other: &Scenario) -> Vec<Difference> {
        let mut found: Vec<Difference> = PARAMETERS.iter().flat_map(|row| of_parameter(row, self, other)).collect();
        if self.seed() != other.seed() {
            found.push(Difference::Seed { before: self.seed(), after: other.seed() });
        }
        let acts = |shock: &Shock| (shock.week, shock.weeks, shock.change);
        if !self.shocks().iter().map(acts).eq(other.shocks().iter().map(acts)) {
            found.push(Difference::Shocks { before: self.shocks().to_vec(), after: other.shocks().to_vec() });
        }
        if self.until_week() != other.until_week() {
            found.push(Difference::UntilWeek { before: self.until_week(), after: other.until_week() });
        }
        let [before, after] = [self, other].map(Scenario::plausible);
        if before.on != after.on {
            found.push(Difference::Plausible { after: after.on });
        }
        if before.known() != after.known() {
            found.push(Difference::Known { after: after.known().to_vec() });
        }
        let names = |scenario: &Scenario| scenario.shocks().iter().map(|shock| shock.label.clone()).collect::<Vec<_>>();
        if self.texts() != other.texts() || names(self) != names(other) {
            found.push(Difference::Texts);
        }
        found
    }
}

fn of_parameter(row: &'static Parameter, one: &Scenario, other: &Scenario) -> Vec<Difference> {
    let of = |scope: Scope, arm: Arm| {
        let [before, after] = [one, other].map(|scenario| scenario.get(arm, row.id).flatten());
        (before != after).then_some(Difference::Parameter { row, scope, before, after })
    };
    let alike = Arm::BOTH.map(|arm| of(Scope::Both, arm));
    if row.group == Group::World || alike[0] == alike[1] {
        return alike.into_iter().take(1).flatten().collect();
    }
    Arm::BOTH.into_iter().filter_map(|arm| of(Scope::Only(arm), arm)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Draft;
    use crate::shock::Change;

    fn check(change: impl FnOnce(&mut Draft), expect: &[&str]) {
        let mut start = Draft::default();
        start.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
        start.shocks = vec![Shock { week: 3, weeks: None, change: Change::Leaves(1), label: "a loss".to_owned() }];
        let start = start.finish().expect("valid");
        let mut draft = start.draft();
        change(&mut draft);
        let changed = draft.finish().expect("valid");
        let said = |difference: &Difference| match difference {
            Difference::Parameter { row, scope, before, after } => format!("{} {scope:?} {before:?} {after:?}", row.id),
            Difference::Shocks { before, after } => format!("Shocks {} {}", before[0].week, after[0].week),
            other => format!("{other:?}"),
        };
        assert_eq!(start.diff(&changed).iter().map(said).collect::<Vec<_>>(), expect);
        assert_eq!(changed.diff(&start).len(), expect.len());
        assert_eq!(start == changed, expect.is_empty());
    }

    #[test]
    fn what_is_equal_does_not_differ() {
        check(|_| {}, &[]);
        check(
            |draft| draft.set(Scope::Both, "beta", Some(Draft::default().finish().expect("valid").world().beta)),
            &[],
        );
    }

    #[test]
    fn parameters_come_in_the_order_of_the_table_with_the_arms_in_which_they_differ() {
        check(
            |draft| {
                draft.set(Scope::Both, "assist_leaders", Some(2.0));
                draft.set(Scope::Only(Arm::Control), "formal_lead", Some(0.0));
                draft.set(Scope::Both, "assist_share", Some(0.5));
                draft.set(Scope::Both, "empathy", Some(0.25));
                draft.set(Scope::Both, "members", Some(9.0));
            },
            &[
                "members Both Some(8.0) Some(9.0)",
                "formal_lead Only(Control) Some(1.0) Some(0.0)",
                "assist_leaders Only(Control) Some(0.0) Some(2.0)",
                "assist_leaders Only(Treatment) Some(1.0) Some(2.0)",
                "assist_share Both Some(0.4) Some(0.5)",
                "empathy Both None Some(0.25)",
            ],
        );
    }

    #[test]
    fn what_is_no_parameter_comes_behind_them() {
        check(
            |draft| {
                draft.texts.title = "Another".to_owned();
                draft.until_week = Some(5);
                draft.shocks[0].week = 4;
                draft.seed = 9;
            },
            &["Seed { before: 1, after: 9 }", "Shocks 3 4", "UntilWeek { before: None, after: Some(5) }", "Texts"],
        );
    }

    #[test]
    fn what_a_shock_is_called_is_a_text() {
        check(|draft| draft.shocks[0].label.clear(), &["Texts"]);
    }
}
