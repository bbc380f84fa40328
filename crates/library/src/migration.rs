//! Files and links of earlier versions, read as they were meant.
//!
//! Since format 2 demand is the team's, not each seat's; the attention of the lead is decided by each arm; and `HR` is how steeply
//! leaving rises with exhaustion, where it was the factor on leaving while burnt out. What other parameters do has changed with the
//! model, as the changelog says; their values stay.

use model::math::ln;
use model::number;
use model::parameters::{Source, World, parameter};
use serde_json::{Map, Value};
use words::file_faults;

/// The format before.
pub const BEFORE: u64 = 1;
/// Demand by seat that a scenario of format 1 had unless it said otherwise [tasks/seat/wk].
const DEMAND: f64 = 2.4;

/// What there is to say of a file or link of the version before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// That it is of an earlier version: what it leaves out has the defaults of now, and the model has changed.
    pub earlier: bool,
    /// That demand is the team's.
    pub demand: bool,
    /// That `HR` is a steepness.
    pub leaving: bool,
}

impl Notes {
    /// In sentences, about something that came to this world; of demand only where it acts.
    pub fn told(self, world: &World) -> Vec<String> {
        let mut told = Vec::new();
        if self.earlier {
            told.push(file_faults::earlier_model().to_owned());
        }
        if self.demand && world.source == Source::Flow {
            told.push(file_faults::demand_of_team(&number::show(world.demand, 0)));
        }
        if self.leaving {
            told.push(file_faults::leaving_by_exhaustion().to_owned());
        }
        told
    }
}

/// What parameters of the world in a file of format 1, that meant something else there, are now; and what there is to say about it.
/// A value that is refused is not converted, for it is named as it stands.
pub fn world(settings: &Map<String, Value>) -> (Vec<(&'static str, f64)>, Notes) {
    let accepted = |id: &str, value: &f64| parameter(id).is_some_and(|row| row.accepts(Some(*value)));
    let given = |id: &str| settings.get(id).and_then(Value::as_f64).filter(|value| accepted(id, value));
    let (mut values, mut notes) = (Vec::new(), Notes::default());
    let defaults = World { demand: DEMAND * f64::from(World::default().members), ..World::default() };
    if let Some(whole) = demand(given("demand"), given("members"), &defaults) {
        values.push(("demand", whole));
        notes.demand = true;
    }
    if let Some(factor) = given("HR") {
        values.push(("HR", steepness(factor)));
        notes.leaving = true;
    }
    (values, notes)
}

/// How steeply leaving rises with exhaustion so that those who were burnt out leave about as much more often as by this factor:
/// the default stands for the factor 2.6.
pub fn steepness(factor: f64) -> f64 {
    World::default().HR * ln(factor.max(1.0)) / ln(2.6)
}

/// Demand of the team that a link of version 1, or a file of format 1, meant by these, on top of a world of now; `None` where it is
/// that of the world.
pub fn demand(by_seat: Option<f64>, members: Option<f64>, built_in: &World) -> Option<f64> {
    let before = f64::from(built_in.members);
    match (by_seat, members) {
        (None, None) => None,
        (Some(by_seat), members) => Some(by_seat * members.unwrap_or(before)),
        (None, Some(members)) => Some(built_in.demand / before * members),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Opened, open};
    use model::scenario::{Arm, Scenario};

    fn opened(text: &str) -> Opened {
        open("a.json", text.as_bytes()).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
    }

    const EARLIER: &str =
        "This comes from an earlier version of the model, so what you see now may differ from what it showed then.";

    /// A file of format 1 is what the other text is in format 2, and these notes tell of it after the one on all such files.
    fn check(before: &str, now: &str, notes: &[&str]) {
        let found = opened(&format!("{{\"format\": 1, {before}}}"));
        let of_now = opened(&format!("{{\"format\": 2, {now}}}"));
        assert_eq!(found.scenario, of_now.scenario, "{before}");
        assert_eq!(found.told(), [&[EARLIER], notes].concat(), "{before}");
        assert_eq!(of_now.told(), [""; 0], "{now}");
    }

    const STEEPNESS: &str = "\"HR\" used to multiply the risk that those burnt out leave. It now says how steeply leaving rises with exhaustion, \
                             and has been converted.";

    #[test]
    fn demand_by_seat_is_the_teams() {
        let said = "Demand used to be given per seat. It is now the whole team's: 12 tasks a week.";
        check(
            r#""world": {"source": "flow", "members": 5, "demand": 2.4}"#,
            r#""world": {"source": "flow", "members": 5, "demand": 12}"#,
            &[said],
        );
        // Whichever of both stood in the file.
        check(
            r#""world": {"source": "flow", "members": 5}"#,
            r#""world": {"source": "flow", "members": 5, "demand": 12}"#,
            &[said],
        );
        check(r#""world": {"source": "flow", "demand": 1.5}"#, r#""world": {"source": "flow", "demand": 12}"#, &[said]);
        // Where no work flows there is nothing to tell.
        check(r#""world": {"members": 5}"#, r#""world": {"members": 5, "demand": 12}"#, &[]);
        check(r#""seed": 7"#, r#""seed": 7"#, &[]);
        check(r#""world": {"beta": 0.2}"#, r#""world": {"beta": 0.2}"#, &[]);
    }

    #[test]
    fn the_factor_on_leaving_is_a_steepness() {
        check(r#""world": {"HR": 1}"#, r#""world": {"HR": 0}"#, &[STEEPNESS]);
        check(r#""world": {"HR": 0.5}"#, r#""world": {"HR": 0}"#, &[STEEPNESS]);
        check(r#""world": {"HR": 2.6}"#, r#""world": {}"#, &[STEEPNESS]);
        let squared = opened(r#"{"format": 1, "world": {"HR": 6.76}}"#).scenario.world().HR;
        assert!((squared - 2.0 * World::default().HR).abs() < 1e-12, "{squared}");
    }

    #[test]
    fn the_leads_attention_is_decided_by_each_arm() {
        check(r#""world": {"lead_attention": 0.25}"#, r#""policy": {"lead_attention": 0.25}"#, &[]);
        check(
            r#""world": {"lead_attention": 0.25}, "policy": {"route": 0.2}, "control": {"route": 0.4}"#,
            r#""policy": {"lead_attention": 0.25, "route": 0.2}, "control": {"route": 0.4}"#,
            &[],
        );
        let attention = |scenario: &Scenario| Arm::BOTH.map(|arm| scenario.policy(arm).lead_attention);
        assert_eq!(attention(&opened(r#"{"format": 1, "world": {"lead_attention": 0.25}}"#).scenario), [0.25; 2]);
    }

    #[test]
    fn what_was_wrong_before_is_wrong_now_and_what_comes_later_is_not_known() {
        let faults = |text: &str| -> Vec<String> {
            let found = open("a.json", text.as_bytes()).err().unwrap_or_default();
            found.iter().map(words::fault::sentence).collect()
        };
        assert_eq!(faults(r#"{"format": 3}"#), ["format = 3: must be at most 2, the newest this version knows"]);
        assert_eq!(faults(r#"{"format": 0}"#).len(), 1);
        for world in
            [r#"{"members": "x"}"#, r#"{"demand": []}"#, r#"{"HR": null}"#, r#"{"lead_attention": 7}"#, "7", "[]"]
        {
            assert_eq!(faults(&format!("{{\"format\": 1, \"world\": {world}}}")).len(), 1, "{world}");
        }
        assert_eq!(faults(r#"{"format": 1, "world": {"lead_attention": 0.2}, "policy": 7}"#).len(), 1);
        // What is converted names no value that nobody wrote.
        let check = |world: &str, said: &str| {
            let found = faults(&format!("{{\"format\": 1, \"world\": {{{world}}}}}"));
            assert!(found.len() == 1 && found[0].starts_with(said), "{world}: {found:?}");
        };
        check(r#""members": 1000000"#, "world.members = 1000000: ");
        check(r#""members": -3, "demand": 2"#, "world.members = -3: ");
        check(r#""demand": -1, "members": 5"#, "world.demand = -1: ");
        check(r#""demand": 400000"#, "world.demand = 400000: ");
        check(r#""HR": -1"#, "world.HR = -1: ");
        check(r#""HR": 1e300"#, "world.HR = 1e300: ");
        // A file of now is taken at its word.
        assert_eq!(faults(r#"{"format": 2, "world": {"lead_attention": 0.2}}"#).len(), 1);
    }
}
