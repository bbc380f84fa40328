//! Content as data: the built-in scenarios, one file each; what is said and saved of a scenario and its results.

mod encoding;
pub mod file;
mod kind;
mod number_slip;
pub mod origin;
pub mod results;
pub mod schema;
mod strict;
mod words;

use std::sync::OnceLock;

use serde_json::Value;

use model::scenario::Scenario;

/// A built-in scenario: its name, its file, its drawing; and what was read from the file, once someone asked.
struct BuiltIn {
    name: &'static str,
    file: &'static str,
    drawing: &'static str,
    read: OnceLock<Scenario>,
}

macro_rules! built_in {
    ($($name:literal,)*) => {
        /// The built-in scenarios, in the order in which they are shown.
        static SCENARIOS: [BuiltIn; [$($name),*].len()] = [$(BuiltIn {
            read: OnceLock::new(),
            name: $name,
            file: include_str!(concat!("scenarios/", $name, ".json")),
            drawing: include_str!(concat!("drawings/", $name, ".svg")),
        },)*];
    };
}

built_in! {
    "software",
    "emergency",
    "marketing",
    "nonprofit",
    "basketball",
    "research",
    "over_assisting",
    "overload_knee",
    "helper_burnout",
    "role_confusion",
    "dependency",
    "approvals",
    "unrecognised",
    "takers",
    "silos",
    "remote",
    "turnover",
    "automation",
    "ambiguity",
    "already_good",
    "two_ways_to_lead",
    "baseline",
}

/// The sample questions, as they stand in their file.
pub fn questions() -> Value {
    strict::read(include_str!("questions.json")).expect("invariant: the questions are JSON, a test sees to it").0
}

/// The scenario the lab opens with.
pub const DEFAULT: &str = "software";

/// Names of the built-in scenarios.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCENARIOS.iter().map(|built_in| built_in.name)
}

/// A built-in scenario.
pub fn scenario(name: &str) -> Option<Scenario> {
    read(name).cloned()
}

/// Whether a scenario is a built-in one as it is, and not another of the same name.
pub fn is_built_in(scenario: &Scenario) -> bool {
    read(&scenario.texts().name) == Some(scenario)
}

fn read(name: &str) -> Option<&'static Scenario> {
    let built_in = find(name)?;
    let parse = || file::parse(built_in.file).expect("invariant: built-in scenarios are valid, a test sees to it");
    Some(built_in.read.get_or_init(parse))
}

/// The drawing of a built-in scenario, as SVG. Its colours are those of the page that it stands in.
pub fn drawing(name: &str) -> Option<&'static str> {
    find(name).map(|built_in| built_in.drawing)
}

fn find(name: &str) -> Option<&'static BuiltIn> {
    SCENARIOS.iter().find(|built_in| built_in.name == name)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

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

    /// Names of the files in a folder beside this one, without their ending.
    fn files(folder: &str, ending: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
        let entries = folder.read_dir().expect("folder");
        let names = entries.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.map(|name| name.replace(ending, "")).collect();
        names.sort();
        names
    }

    #[test]
    fn every_file_in_the_folders_is_listed() {
        let mut listed: Vec<String> = names().map(str::to_owned).collect();
        listed.sort();
        assert_eq!(files("scenarios", ".json"), listed);
        assert_eq!(files("drawings", ".svg"), listed);
    }

    #[test]
    fn drawings_are_light_alike_and_take_their_colours_from_the_page() {
        for name in names() {
            let drawing = drawing(name).expect("built in");
            assert!(drawing.len() < 2_500, "{name} weighs {} bytes", drawing.len());
            assert!(drawing.starts_with("<svg ") && drawing.trim_end().ends_with("</svg>"), "{name}");
            assert!(
                drawing.contains("viewBox=\"0 0 160 100\"") && drawing.contains("stroke=\"currentColor\""),
                "{name}"
            );
            // Several stand in one page: an id would be there twice, a script has no place in a drawing.
            assert!(!drawing.contains(" id=") && !drawing.contains("<script"), "{name}");
            // A colour of its own only as what stands in for the page's, where the file is looked at alone.
            for colour in drawing.match_indices('#') {
                let before = &drawing[..colour.0];
                let known = ["star", "paper", "group", "control", "treatment", "stuck", "help", "muted", "line"];
                assert!(known.iter().any(|known| before.ends_with(&format!("var(--{known},"))), "{name}: {colour:?}");
            }
        }
    }
}
