//! What a scenario is, in words that anyone can repeat: the built-in one it is named after, and all that is set otherwise in it.

use super::file;
use model::difference::Difference;
use model::parameters::Parameter;
use model::scenario::{Arm, Draft, Scenario, Scope};

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
        Self {
            scenario: name.clone(),
            based_on: super::names().find(|known| known == name).unwrap_or(DEFAULTS),
            settings: settings.join(" "),
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
            1 if shown == 0 => "a setting of its own".to_owned(),
            more if shown == 0 => format!("{more} settings of its own"),
            more => format!("{} and {more} more", all[..shown].join(" ")),
        }
    }

    /// The scenario's name and what is set otherwise in it, in a clause; of the settings as many as have room in so many characters.
    pub fn clause(&self, room: usize) -> String {
        let settings = self.settings_within(room);
        let Self { scenario, based_on, .. } = self;
        match (*based_on == DEFAULTS, settings.is_empty()) {
            (true, true) => format!("scenario “{scenario}”, all at the defaults"),
            (true, false) => format!("scenario “{scenario}” (the defaults with {settings})"),
            (false, true) => format!("scenario “{scenario}”"),
            (false, false) => format!("scenario “{scenario}” with {settings}"),
        }
    }
}

/// What a scenario is compared with to say what it is: the built-in one of its name, or else the defaults.
pub fn base(scenario: &Scenario) -> Scenario {
    let defaults = || Draft::default().finish().expect("invariant: the defaults are valid, a test sees to it");
    super::scenario(&scenario.texts().name).unwrap_or_else(defaults)
}

/// Differences in the keys and values of a link, in their order: what happens from outside is as a scenario file has it, and texts, which
/// change no run, have none. What both arms come to is one setting, whatever each had before.
pub fn keys(differences: &[Difference]) -> Vec<(String, String)> {
    differences.chunk_by(are_one_setting).filter_map(key).collect()
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
        Difference::Shocks { after, .. } => ("shocks", file::shocks_text(after)),
        Difference::UntilWeek { after, .. } => {
            ("treatment_until_week", after.map_or_else(|| "none".to_owned(), |week| week.to_string()))
        }
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
        check(8, "3 settings of its own");
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
        assert_eq!(origin.settings_within(5), "a setting of its own");
    }

    #[test]
    fn a_scenario_of_another_name_is_told_from_the_defaults() {
        let text = r#"{"format": 1, "name": "ours", "world": {"members": 12, "beta": 0.25}, "treatment": {"assist_leaders": 1}}"#;
        let settings = "members=12 beta=0.25 t.assist_leaders=1";
        check(text, DEFAULTS, settings, &format!("scenario “ours” (the defaults with {settings})"));
        check(r#"{"format": 1, "name": "ours"}"#, DEFAULTS, "", "scenario “ours”, all at the defaults");
    }
}
