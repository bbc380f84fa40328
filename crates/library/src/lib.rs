//! Content as data: the built-in scenarios, one file each; what is said and saved of a scenario and its results.

mod built_in;
pub mod carried;
pub mod drawings;
mod encoding;
pub mod experiment_file;
pub mod file;
mod json_number;
mod kind;
pub mod migration;
mod no_json;
mod number_slip;
pub mod origin;
pub mod partial;
pub mod printable;
pub mod results;
pub mod schema;
mod shocks;
mod strict;
mod texts;

use std::borrow::Cow;
use std::sync::OnceLock;

use serde_json::Value;

use model::scenario::{Draft, Scenario};
use model::texts::Story;

/// A built-in scenario: its name and its file of settings; and what was read, once someone asked.
struct BuiltIn {
    name: &'static str,
    file: &'static str,
    read: OnceLock<Scenario>,
}

macro_rules! built_in {
    ($($name:literal,)*) => {
        /// The built-in scenarios, in the order in which they are shown.
        static SCENARIOS: [BuiltIn; [$($name),*].len()] = [$(BuiltIn {
            read: OnceLock::new(),
            name: $name,
            file: include_str!(concat!("scenarios/", $name, ".json")),
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
    "lead_away",
    "everything_changes",
    "new_tool",
    "merger",
    "loudest_voice",
    "board_or_person",
    "baseline",
}

const _: () = {
    let ids = &words::scenarios::IDS;
    assert!(ids.len() == SCENARIOS.len() && ids.len() == words::stories::IDS.len(), "a row of texts for each scenario");
};

/// The sample questions, as they stand in their file.
pub fn questions() -> Value {
    strict::read(include_str!("questions.json")).expect("invariant: the questions are JSON, a test sees to it").0
}

/// What each scenario's questions to try set in it, as it stands in its file.
pub fn tries() -> Value {
    strict::read(include_str!("tries.json")).expect("invariant: the questions to try are JSON, a test sees to it").0
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

/// A built-in scenario, or that of the defaults, which has a name where scenarios are named.
pub fn named(name: &str) -> Option<Scenario> {
    if name != origin::DEFAULTS {
        return scenario(name);
    }
    let mut draft = Draft::default();
    name.clone_into(&mut draft.texts.name);
    "The defaults".clone_into(&mut draft.texts.title);
    Some(draft.finish().expect("invariant: the defaults are valid, a test sees to it"))
}

/// Whether a scenario is a built-in one as it is, and not another of the same name.
pub fn is_built_in(scenario: &Scenario) -> bool {
    read(&scenario.texts().name) == Some(scenario)
}

fn read(name: &str) -> Option<&'static Scenario> {
    let place = SCENARIOS.iter().position(|built_in| built_in.name == name)?;
    let parse = || built_in::read(SCENARIOS[place].file, place);
    Some(SCENARIOS[place].read.get_or_init(parse))
}

/// What a scenario tells: its own story, or that of the built-in scenario whose texts it bears; `None` while that is still on its way.
pub fn story(scenario: &Scenario) -> Option<Cow<'_, Story>> {
    let texts = scenario.texts();
    // Another scenario may bear the same name.
    if read(&texts.name).is_some_and(|built_in| built_in.texts() == texts) {
        return story_of(&texts.name).map(Cow::Owned);
    }
    Some(Cow::Borrowed(&texts.story))
}

/// The story of a built-in scenario, once it is there.
fn story_of(name: &str) -> Option<Story> {
    built_in::story(SCENARIOS.iter().position(|built_in| built_in.name == name)?)
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
        let listed: Vec<&str> = names().collect();
        assert_eq!([words::scenarios::IDS, words::stories::IDS].map(Vec::from), [listed.clone(), listed]);
        assert!(names().any(|name| name == DEFAULT));
    }

    #[test]
    fn every_scenario_has_what_its_page_shows() {
        for name in names() {
            let scenario = scenario(name).expect("built in");
            let texts = scenario.texts();
            let story = story(&scenario).expect("compiled in");
            assert!(texts.shelf.is_some() && !texts.field.is_empty(), "{name} stands nowhere in the gallery");
            let lines = [&texts.summary, &story.picture];
            assert!(lines.iter().all(|line| line.ends_with(['.', '?'])), "{name}: {lines:?}");
            assert!(texts.summary.chars().count() <= 110, "{name} has no room for its summary");
            assert!(story.people.len() >= 3, "{name} does not say who is who");
            assert_eq!(story.questions.len(), 3, "{name}");
            assert!(story.questions.iter().all(|question| question.ends_with('?')), "{name}: {:?}", story.questions);
            let claims = [!story.claim.is_empty(), !story.differs.is_empty(), !texts.measure.is_empty()];
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
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/drawings/{name}.svg"));
            let drawing = std::fs::read_to_string(file).expect("a drawing for each scenario");
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
