//! Content as data: the built-in scenarios, one file each.

pub mod file;
pub mod schema;
mod words;

use crate::model::scenario::Scenario;

/// The built-in scenarios' names and files, in the order in which they are shown.
const SCENARIOS: &[(&str, &str)] = &[
    ("software", include_str!("scenarios/software.json")),
    ("emergency", include_str!("scenarios/emergency.json")),
    ("marketing", include_str!("scenarios/marketing.json")),
    ("nonprofit", include_str!("scenarios/nonprofit.json")),
    ("basketball", include_str!("scenarios/basketball.json")),
    ("research", include_str!("scenarios/research.json")),
    ("over_assisting", include_str!("scenarios/over_assisting.json")),
    ("overload_knee", include_str!("scenarios/overload_knee.json")),
    ("helper_burnout", include_str!("scenarios/helper_burnout.json")),
    ("role_confusion", include_str!("scenarios/role_confusion.json")),
    ("dependency", include_str!("scenarios/dependency.json")),
    ("approvals", include_str!("scenarios/approvals.json")),
    ("unrecognised", include_str!("scenarios/unrecognised.json")),
    ("takers", include_str!("scenarios/takers.json")),
    ("silos", include_str!("scenarios/silos.json")),
    ("remote", include_str!("scenarios/remote.json")),
    ("turnover", include_str!("scenarios/turnover.json")),
    ("automation", include_str!("scenarios/automation.json")),
    ("ambiguity", include_str!("scenarios/ambiguity.json")),
    ("already_good", include_str!("scenarios/already_good.json")),
    ("two_ways_to_lead", include_str!("scenarios/two_ways_to_lead.json")),
    ("baseline", include_str!("scenarios/baseline.json")),
];

/// The scenario the lab opens with.
pub const DEFAULT: &str = "software";

/// Names of the built-in scenarios.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCENARIOS.iter().map(|(name, _)| *name)
}

/// A built-in scenario.
pub fn scenario(name: &str) -> Option<Scenario> {
    let (_, text) = SCENARIOS.iter().find(|(other, _)| *other == name)?;
    Some(file::parse(text).expect("invariant: built-in scenarios are valid, a test sees to it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_is_valid_and_bears_its_name() {
        for name in names() {
            let scenario = scenario(name).expect("built in");
            assert_eq!(scenario.texts().name, name);
        }
        assert!(names().any(|name| name == DEFAULT));
    }

    #[test]
    fn every_scenario_has_what_its_page_shows() {
        for name in names() {
            let scenario = scenario(name).expect("built in");
            let texts = scenario.texts();
            assert!(texts.shelf.is_some() && !texts.field.is_empty(), "{name} stands nowhere in the gallery");
            let lines = [&texts.summary, &texts.picture];
            assert!(lines.iter().all(|line| line.ends_with(['.', '?'])), "{name}: {lines:?}");
            assert!(texts.summary.chars().count() <= 110, "{name} has no room for its summary");
            assert!(texts.people.len() >= 3, "{name} does not say who is who");
            assert_eq!(texts.questions.len(), 3, "{name}");
            assert!(texts.questions.iter().all(|question| question.ends_with('?')), "{name}: {:?}", texts.questions);
            let claims = [!texts.claim.is_empty(), !texts.differs.is_empty(), !texts.measure.is_empty()];
            assert!(claims[0] == claims[1] && (claims[2] || !claims[0]), "{name} claims what it does not compare");
        }
    }

    #[test]
    fn every_file_in_the_folder_is_listed() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/library/scenarios");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("folder")
            .map(|entry| entry.expect("entry").file_name().to_string_lossy().replace(".json", ""))
            .collect();
        let mut listed: Vec<String> = names().map(str::to_owned).collect();
        files.sort();
        listed.sort();
        assert_eq!(files, listed);
    }
}
