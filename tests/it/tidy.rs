//! House rules that a reader of the source can check: the model uses nothing whose bits differ between machines, the page
//! runs it in slices only, and no test looks at a clock.

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

#[test]
fn the_model_calls_no_function_whose_bits_depend_on_the_platform() {
    let banned = [
        ".exp(",
        ".ln(",
        ".powf(",
        ".powi(",
        ".tanh(",
        ".sin(",
        ".cos(",
        ".ln_1p(",
        ".exp_m1(",
        ".mul_add(",
        ".log10(",
        "HashMap",
        "HashSet",
        "Instant::",
        "SystemTime",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for folder in ["model", "experiment"] {
        for path in sources(&root.join(folder)) {
            let text = fs::read_to_string(&path).expect("a source file");
            for word in banned {
                // The house rule may be named in a comment.
                let used = text.lines().any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
                assert!(
                    !used,
                    "{} uses {word}; src/model/math.rs has what gives the same bits everywhere",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_model_reads_and_writes_nothing_and_keeps_nothing_global() {
    let banned =
        ["println!", "std::fs", "std::io", "std::thread", "std::env", "thread_local!", "static mut", "OnceLock"];
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model")) {
        let text = fs::read_to_string(&path).expect("a source file");
        for word in banned {
            assert!(!text.contains(word), "{} uses {word}", path.display());
        }
    }
}

/// Whatever runs the model, and the files of the page that may: the worker's side runs beside the page, the others in slices.
const RUNNING: [(&str, &[&str]); 9] = [
    ("Memory", &["workers/serve.rs"]),
    ("ensemble::run(", &[]),
    ("run_pair(", &[]),
    ("run_arm(", &[]),
    (".run_days(", &[]),
    ("Story::new(", &[]),
    ("Simulation::new(", &["player.rs"]),
    ("Recording::", &["pages/mod.rs", "workers/alone.rs"]),
    ("Telling::", &["components/person/recorded.rs"]),
];

#[test]
fn the_page_runs_the_model_in_slices_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
    for path in sources(&root) {
        let name = path.strip_prefix(&root).expect("a file of the page").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("a source file");
        // Tests may run what they like.
        let code = if name.ends_with("tests.rs") { "" } else { text.split("#[cfg(test)]").next().unwrap_or_default() };
        for (word, allowed) in RUNNING {
            let used = code.lines().any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert!(!used || allowed.contains(&name.as_str()), "src/app/{name} uses {word}: the page works in slices");
            assert!(used || !allowed.contains(&name.as_str()), "src/app/{name} does not use {word} any more");
        }
    }
}

#[test]
fn no_test_looks_at_a_clock() {
    let banned = ["Instant", "SystemTime", "elapsed(", "sleep(", "performance.now", "longtask", "Date.now", "new Date"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests", "evidence/tests"] {
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
