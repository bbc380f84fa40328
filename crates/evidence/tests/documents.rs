//! The written evidence is that of the model as it is.

use evidence::coverage::{self, statements};
use evidence::limits;
use evidence::relations::RELATIONS;
use evidence::validation::document::fingerprint;

/// A document has what it must, and was made with this model.
fn check(name: &str, command: &str, contents: &[String]) {
    let path = format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let fingerprint = fingerprint();
    assert!(
        document.contains(&fingerprint),
        "docs/{name} is of another model ({fingerprint}): run `cargo xtask {command}`"
    );
    for content in contents {
        assert!(document.contains(content), "docs/{name} lacks {content:?}: run `cargo xtask {command}`");
    }
    assert!(!document.contains("**fails**"), "docs/{name} shows a failure");
}

#[test]
fn validation_was_made_with_this_model() {
    check("validation.md", "validate", &[]);
}

#[test]
fn coverage_was_made_with_this_model_and_these_statements() {
    let rows: Vec<String> = statements().iter().map(coverage::document::row).collect();
    check("coverage.md", "coverage", &rows);
}

#[test]
fn verification_was_made_with_this_model_and_these_cases() {
    let cases = limits::families().into_iter().flat_map(|family| family.cases);
    let rows = cases.map(|case| format!("| {} | `{}` | {} |", case.title, case.settings, case.reading.name()));
    let relations = RELATIONS.iter().map(|relation| {
        format!(
            "### {}\n\nBoth: `{}`. One: `{}`. Other: `{}`.",
            relation.title, relation.common, relation.one, relation.other
        )
    });
    check("verification.md", "verify", &rows.chain(relations).collect::<Vec<_>>());
}

#[test]
fn a_name_stands_for_the_same_settings_throughout() {
    let families = limits::families();
    let presets = families.iter().flat_map(|family| &family.presets);
    let mut known = std::collections::BTreeMap::new();
    for preset in presets {
        // Whoever pastes the document's names into a shell would have the last of them.
        let before = known.insert(preset.name, preset.settings);
        assert!(before.is_none_or(|before| before == preset.settings), "{} is two things", preset.name);
    }
}
