//! What a scenario is, in words that anyone can repeat: the built-in one it is named after, and all that is set otherwise in it.

use super::printable::printable;
use super::shocks;
use model::difference::Difference;
use model::fault::{Fault, Rule};
use model::number;
use model::parameters::Parameter;
use model::parameters::idle::{Idle, idle};
use model::scenario::{Arm, Draft, MAX_SEED, Scenario, Scope};
use words::origin;

/// What stands for the defaults, where a scenario is named after no built-in one.
pub const DEFAULTS: &str = "defaults";

/// What a scenario is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Its name.
    pub scenario: String,
    /// The built-in scenario of that name, or [`DEFAULTS`].
    pub based_on: &'static str,
    /// What changes a run and is otherwise than there, in the keys and values of a link, with spaces between; empty if nothing.
    pub settings: String,
    /// The keys of those settings that do nothing as things stand, with spaces between; empty if none.
    pub idle: String,
    /// Its seed.
    pub seed: u64,
}

impl Origin {
    /// Of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let name = &scenario.texts().name;
        let mut differences = base(scenario).diff(scenario);
        differences.retain(|difference| !matches!(difference, Difference::Seed { .. }));
        let settings: Vec<String> =
            keys(&differences).into_iter().map(|(key, value)| format!("{key}={value}")).collect();
        let idle: Vec<String> = of_no_effect(scenario, &differences).into_iter().map(|(key, _)| key).collect();
        Self {
            scenario: printable(name),
            based_on: super::names().find(|known| known == name).unwrap_or(DEFAULTS),
            settings: settings.join(" "),
            idle: idle.join(" "),
            seed: scenario.seed(),
        }
    }

    /// What a file's name has behind the scenario's: nothing, or a mark that it is not quite the built-in one.
    pub fn mark(&self) -> &'static str {
        if self.based_on == DEFAULTS || self.settings.is_empty() { "" } else { "-changed" }
    }

    /// As many of the settings as have room in so many characters, and how many more there are.
    pub fn settings_within(&self, room: usize) -> String {
        let all: Vec<&str> = self.settings.split(' ').collect();
        let mut length = 0;
        let fit = all.iter().take_while(|setting| {
            length += setting.chars().count() + 1;
            length <= room + 1
        });
        let shown = fit.count();
        match all.len() - shown {
            0 => self.settings.clone(),
            more if shown == 0 => origin::own_settings(more),
            more => origin::AndMore { settings: &all[..shown].join(" "), more: &more }.say(),
        }
    }

    /// The scenario's name and what is set otherwise in it, in a clause; of the settings as many as have room in so many characters.
    pub fn clause(&self, room: usize) -> String {
        let settings = self.settings_within(room);
        let Self { scenario, based_on, .. } = self;
        match (*based_on == DEFAULTS, settings.is_empty()) {
            (true, true) => origin::at_defaults(scenario),
            (true, false) => origin::DefaultsWith { scenario, settings: &settings }.say(),
            (false, true) => origin::plain(scenario),
            (false, false) => origin::With { scenario, settings: &settings }.say(),
        }
    }
}

/// What a scenario is compared with to say what it is: the built-in one of its name, or else the defaults.
pub fn base(scenario: &Scenario) -> Scenario {
    let defaults = || Draft::default().finish().expect("invariant: the defaults are valid, a test sees to it");
    super::scenario(&scenario.texts().name).unwrap_or_else(defaults)
}

/// Sets what a key of [`keys`] says, or remembers what is wrong with it.
pub fn set(draft: &mut Draft, key: &str, text: &str) {
    let mut of_arm =
        |arm: Arm, mark: &str, id: &str| draft.at(mark, |draft| draft.set_text(Scope::Only(arm), id, text));
    match key.split_once('.') {
        Some(("c", id)) => return of_arm(Arm::Control, "c.", id),
        Some(("t", id)) => return of_arm(Arm::Treatment, "t.", id),
        _ => {}
    }
    match key {
        "shocks" => shocks::set(draft, text),
        "seed" => match number::whole(text, 0..=MAX_SEED) {
            Ok(seed) => draft.seed = seed,
            Err(slip) => draft.fault(Fault::against(key, text, Rule::Whole(0, MAX_SEED, slip))),
        },
        "plausible" => match text.trim() {
            "yes" | "true" => draft.plausible.on = true,
            "no" | "false" => draft.plausible.on = false,
            other => draft.fault(Fault::new(key, other, words::faults::yes_or_no())),
        },
        "known" => {
            draft.plausible.forget();
            let ids = text.split(',').map(str::trim).filter(|id| !id.is_empty());
            draft.at("known: ", |draft| ids.for_each(|id| draft.know(id)));
        }
        "treatment_until_week" if text.trim() == "none" => draft.until_week = None,
        "treatment_until_week" => match number::whole(text, 0..=u64::from(u32::MAX)) {
            Ok(week) => draft.until_week = Some(week as u32),
            Err(_) => draft.fault(Fault::new(key, text, words::file_faults::weeks_or_none())),
        },
        _ => draft.set_text(Scope::Both, key, text),
    }
}

/// Differences in the keys and values of a link, in their order: what happens from outside is as a scenario file has it, and texts, which
/// change no run, have none. What both arms come to is one setting, whatever each had before.
pub fn keys(differences: &[Difference]) -> Vec<(String, String)> {
    differences.chunk_by(are_one_setting).filter_map(key).collect()
}

/// The settings of a scenario that do nothing in it as things stand, by their keys, and why.
pub fn idle_settings(scenario: &Scenario) -> Vec<(String, Idle)> {
    of_no_effect(scenario, &base(scenario).diff(scenario))
}

fn of_no_effect(scenario: &Scenario, differences: &[Difference]) -> Vec<(String, Idle)> {
    let settings = differences.chunk_by(are_one_setting);
    settings.filter_map(|setting| Some((key(setting)?.0, idle_setting(scenario, setting)?))).collect()
}

fn idle_setting(scenario: &Scenario, setting: &[Difference]) -> Option<Idle> {
    match setting {
        [Difference::Parameter { row, scope, .. }] => idle_in(scenario, *scope, row.id),
        [Difference::Parameter { row, .. }, ..] => idle_in(scenario, Scope::Both, row.id),
        _ => None,
    }
}

/// Why a parameter does nothing in any of these arms; `None` where it may do something in one of them.
pub fn idle_in(scenario: &Scenario, scope: Scope, id: &str) -> Option<Idle> {
    let reasons: Option<Vec<Idle>> = scope.arms().iter().map(|&arm| idle(scenario, arm, id)).collect();
    reasons?.first().copied()
}

fn are_one_setting(one: &Difference, next: &Difference) -> bool {
    match (one, next) {
        (Difference::Parameter { row, after, .. }, Difference::Parameter { row: other, after: then, .. }) => {
            row.id == other.id && after == then
        }
        _ => false,
    }
}

fn key(setting: &[Difference]) -> Option<(String, String)> {
    let (key, value) = match setting.first()? {
        Difference::Parameter { row, scope, after, .. } => {
            let of_arm = match scope {
                Scope::Only(Arm::Control) if setting.len() == 1 => "c.",
                Scope::Only(Arm::Treatment) => "t.",
                _ => "",
            };
            return Some((format!("{of_arm}{}", row.id), shown(row, *after)));
        }
        Difference::Seed { after, .. } => ("seed", after.to_string()),
        Difference::Shocks { after, .. } => ("shocks", shocks::text(after)),
        Difference::UntilWeek { after, .. } => {
            ("treatment_until_week", after.map_or_else(|| "none".to_owned(), |week| week.to_string()))
        }
        Difference::Plausible { after } => ("plausible", if *after { "yes" } else { "no" }.to_owned()),
        Difference::Known { after } => ("known", after.join(",")),
        Difference::Texts => return None,
    };
    Some((key.to_owned(), value))
}

fn shown(row: &Parameter, value: Option<f64>) -> String {
    if value.is_none() { "none".to_owned() } else { row.show(value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate as library;
    use crate::file;

    fn check(text: &str, based_on: &str, settings: &str, clause: &str) {
        let origin = Origin::of(&file::parse(text).expect("valid"));
        assert_eq!((origin.based_on, origin.settings.as_str()), (based_on, settings), "{text}");
        assert_eq!(origin.clause(200), clause, "{text}");
    }

    #[test]
    fn a_built_in_scenario_is_itself() {
        for name in library::names() {
            let origin = Origin::of(&library::scenario(name).expect("built in"));
            assert_eq!((origin.based_on, origin.settings.as_str()), (name, ""));
        }
    }

    #[test]
    fn whatever_is_otherwise_than_in_the_built_in_one_of_that_name_is_said() {
        let software = file::write(&library::scenario("software").expect("built in"));
        let with = |from: &str, to: &str| software.replacen(from, to, 1);
        check(
            &with("\"world\": {", "\"world\": {\"alpha\": 0.7,"),
            "software",
            "alpha=0.7",
            "scenario “software” with alpha=0.7",
        );
        let shock = with("\"world\": {", "\"shocks\": [{\"week\": 4, \"demand\": 1.5}], \"world\": {");
        let said = "shocks=[{\"demand\":1.5,\"week\":4}]";
        check(&shock, "software", said, &format!("scenario “software” with {said}"));
        let until = with("\"world\": {", "\"treatment_until_week\": 20, \"world\": {");
        check(&until, "software", "treatment_until_week=20", "scenario “software” with treatment_until_week=20");
    }

    #[test]
    fn what_is_said_can_be_said_back() {
        let all = r#"{"format": 2, "name": "ours", "world": {"members": 12, "source": "flow"}, "policy": {"empathy": 0.3},
            "control": {"notice": 0.1}, "treatment": {"assist_leaders": 1, "formal_lead": false}, "treatment_until_week": 9,
            "plausible": true, "known": ["eta", "beta"],
            "shocks": [{"week": 1, "weeks": 2, "demand": 1.7, "label": "surge"}, {"week": 3, "lead_away": true}], "seed": 5}"#;
        let emergency = file::write(&library::scenario("emergency").expect("built in"));
        for text in [all, &emergency.replacen("\"shocks\"", "\"treatment_until_week\": 3, \"shocks\"", 1)] {
            let scenario = file::parse(text).expect("valid");
            let mut draft = base(&scenario).draft();
            for (key, value) in keys(&base(&scenario).diff(&scenario)) {
                set(&mut draft, &key, &value);
            }
            let again = draft.finish().expect("valid");
            assert!(again.diff(&scenario).iter().all(|difference| *difference == Difference::Texts), "{text}");
        }
        let refuses = |key: &str, text: &str, expect: &str| {
            let mut draft = Draft::default();
            set(&mut draft, key, text);
            assert_eq!(words::fault::sentence(&draft.finish().expect_err("wrong")[0]), expect);
        };
        refuses("t.beta", "1", "t.beta: a parameter of the world applies to both arms; set it for both");
        refuses("c.empathy", "x", "c.empathy = x: must be a number from 0 to 1, or null to follow competence");
        refuses("shocks", "[", "shocks = [: must be a list of shocks, such as [{\"week\": 4, \"demand\": 1.5}]");
        refuses(
            "treatment_until_week",
            "x",
            "treatment_until_week = x: must be a whole number of weeks after the change, or none",
        );
    }

    #[test]
    fn settings_that_do_nothing_are_named() {
        let check = |text: &str, idle: &str| {
            assert_eq!(Origin::of(&file::parse(text).expect("valid")).idle, idle, "{text}");
        };
        check(r#"{"format": 2, "name": "ours", "world": {"beta": 0.25}}"#, "");
        check(r#"{"format": 2, "name": "ours", "world": {"demand": 3, "beta": 0.25}}"#, "demand");
        let role = r#"{"format": 2, "name": "ours", "policy": {"notice": 0.1}, "treatment": {"empathy": 0.2"#;
        check(&format!("{role}}}}}"), "notice t.empathy");
        check(&format!("{role}, \"assist_leaders\": 1}}}}"), "");
        check(&format!("{role}, \"assist_leaders\": 1}}, \"control\": {{\"notice\": 0.3}}}}"), "c.notice");
        for name in super::super::names() {
            assert_eq!(Origin::of(&library::scenario(name).expect("built in")).idle, "", "{name}");
        }
    }

    #[test]
    fn a_long_list_is_cut_between_settings_and_says_so() {
        let mut draft = library::scenario("software").expect("built in").draft();
        for id in ["beta", "alpha", "eta"] {
            draft.set(Scope::Both, id, Some(0.75));
        }
        let origin = Origin::of(&draft.finish().expect("valid"));
        let all = origin.settings.clone();
        let check = |room, expected: &str| assert_eq!(origin.settings_within(room), expected, "{room}");
        check(all.len(), &all);
        check(all.len() - 1, "beta=0.75 alpha=0.75 and 1 more");
        check(9, "beta=0.75 and 2 more");
        check(8, "3 changed settings");
    }

    #[test]
    fn what_is_taken_away_is_said_too() {
        let emergency = library::scenario("emergency").expect("built in");
        let mut draft = emergency.draft();
        draft.shocks.clear();
        let origin = Origin::of(&draft.finish().expect("valid"));
        assert_eq!(origin.settings, "shocks=[]");
    }

    #[test]
    fn the_name_of_a_shock_changes_no_run_and_breaks_no_list() {
        let built_in = library::scenario("emergency").expect("built in");
        let mut draft = built_in.draft();
        draft.shocks[0].label = "the main experiment fails".to_owned();
        assert_eq!(Origin::of(&draft.clone().finish().expect("valid")).settings, "");
        draft.shocks[0].week += 1;
        let origin = Origin::of(&draft.finish().expect("valid"));
        assert!(origin.settings.starts_with("shocks=[") && !origin.settings.contains(' '), "{}", origin.settings);
        assert_eq!(origin.settings_within(5), "one changed setting");
    }

    #[test]
    fn a_scenario_of_another_name_is_told_from_the_defaults() {
        let text = r#"{"format": 2, "name": "ours", "world": {"members": 12, "beta": 0.25}, "treatment": {"assist_leaders": 1}}"#;
        let settings = "members=12 beta=0.25 t.assist_leaders=1";
        check(text, DEFAULTS, settings, &format!("scenario “ours” (the defaults with {settings})"));
        check(r#"{"format": 2, "name": "ours"}"#, DEFAULTS, "", "scenario “ours”, all at the defaults");
    }
}
