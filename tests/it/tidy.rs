//! House rules that a reader of the source can check: the page runs the model in slices only, and no test looks at a clock.

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
    ("ControlArmCache", &["workers/serve.rs"]),
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
        // Tests may run what they like.
        let code = if name.ends_with("tests.rs") { "" } else { text.split("#[cfg(test)]").next().unwrap_or_default() };
        for (word, allowed) in RUNNING {
            let used = code.lines().any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert!(!used || allowed.contains(&name.as_str()), "src/{name} uses {word}: the page works in slices");
            assert!(used || !allowed.contains(&name.as_str()), "src/{name} does not use {word} any more");
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
            if path.ends_with("tidy.rs") || path.ends_with("bin/measure.rs") {
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
