//! House rules that a reader of the source can check: the page runs the model in slices only, its code holds no words for its readers,
//! and no test looks at a clock.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("a folder of the repository").map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// Whatever runs the model, and the files of the page that may: the worker's side runs beside the page, the others in slices.
const RUNNING: [(&str, &[&str]); 9] = [
    ("ControlArmCache", &["workers/desk.rs"]),
    ("ensemble::run(", &[]),
    ("run_pair(", &[]),
    ("run_arm(", &[]),
    (".run_days(", &[]),
    ("Story::new(", &[]),
    ("Simulation::new(", &["player.rs"]),
    ("Recording::", &["pages/pair.rs", "workers/alone.rs"]),
    ("Telling::", &["components/person/recorded.rs"]),
];

#[test]
fn the_page_runs_the_model_in_slices_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&root) {
        let name = path.strip_prefix(&root).expect("a file of the page").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("a source file");
        let code = without_tests(&name, &text);
        for (word, allowed) in RUNNING {
            let used = code.lines().any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert!(!used || allowed.contains(&name.as_str()), "src/{name} uses {word}: the page works in slices");
            assert!(used || !allowed.contains(&name.as_str()), "src/{name} does not use {word} any more");
        }
    }
}

/// The code of a file; tests may run and say what they like.
fn without_tests<'a>(name: &str, text: &'a str) -> &'a str {
    if name.ends_with("tests.rs") { "" } else { text.split("#[cfg(test)]").next().unwrap_or_default() }
}

/// Attributes that are read or heard.
const HEARD: [&str; 5] = ["aria-label=\"", "aria-valuetext=\"", "title=\"", "placeholder=\"", "alt=\""];

/// The first words for readers in a line of code: what one of those attributes says, or what is put on the page and begins with a
/// capital or has more than one word. The program's name is the same in all languages.
fn words_in(line: &str) -> Option<&str> {
    let literals = |mark: &str| line.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>();
    let heard = HEARD.iter().flat_map(|mark| literals(mark)).filter(|text| !text.is_empty());
    let shown = literals("{ \"")
        .into_iter()
        .filter(|text| text.starts_with(|sign: char| sign.is_ascii_uppercase()) || text.trim().contains(' '));
    heard.chain(shown).find(|text| *text != "Assist Lab")
}

#[test]
fn what_the_page_says_stands_in_the_language_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&root) {
        let name = path.strip_prefix(&root).expect("a file of the page").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("a source file");
        for line in without_tests(&name, &text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            assert_eq!(
                words_in(line),
                None,
                "src/{name} has words of its own: crates/words/languages is the place for them"
            );
        }
    }
}

#[test]
fn no_test_looks_at_a_clock() {
    let banned = ["Instant", "SystemTime", "elapsed(", "sleep(", "performance.now", "longtask", "Date.now", "new Date"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests", "crates/evidence/tests", "crates/cli/tests"] {
        for path in sources(&root.join(folder)) {
            // This file has the words, and measuring is what the other is for.
            if path.ends_with("tidy.rs") || path.parent().is_some_and(|folder| folder.ends_with("bin/measure")) {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source file");
            for word in banned {
                assert!(
                    !text.contains(word),
                    "{} has {word}: `cargo xtask measure` is the place for it",
                    path.display()
                );
            }
        }
    }
}
