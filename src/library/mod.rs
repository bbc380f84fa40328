//! Content as data: the built-in scenarios, one file each.

pub mod file;

use crate::model::scenario::Scenario;

/// The built-in scenarios' names and files, in the order in which they are shown.
const SCENARIOS: &[(&str, &str)] =
    &[("software", include_str!("scenarios/software.json")), ("baseline", include_str!("scenarios/baseline.json"))];

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
    fn every_file_in_the_folder_is_listed() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/library/scenarios");
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
