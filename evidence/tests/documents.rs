//! The written evidence is that of the model as it is.

use evidence::validation::document::fingerprint;

#[test]
fn validation_was_made_with_this_model() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/validation.md");
    let document = std::fs::read_to_string(path).expect("docs/validation.md");
    let fingerprint = fingerprint();
    assert!(
        document.contains(&fingerprint),
        "docs/validation.md is of another model ({fingerprint}): run `cargo xtask validate`"
    );
}
