//! The documents name what there is: parameters, outcomes, files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use model::outcome::MEASURES;

const BEGIN: &str = "<!-- parameters:begin -->\n";
const END: &str = "<!-- parameters:end -->";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(document: &str) -> String {
    let text = fs::read_to_string(root().join(document)).unwrap_or_else(|error| panic!("{document}: {error}"));
    // A checkout may have turned the ends of lines.
    text.replace("\r\n", "\n")
}

/// README.md, ARCHITECTURE.md and everything in docs/.
fn documents() -> Vec<String> {
    let folder = fs::read_dir(root().join("docs")).expect("docs/ is there");
    let names = folder.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let pages = names.filter(|name| name.ends_with(".md")).map(|name| format!("docs/{name}"));
    ["README.md", "ARCHITECTURE.md"].map(str::to_owned).into_iter().chain(pages).collect()
}

/// The part of a text from one mark to the next.
fn between<'text>(text: &'text str, begin: &str, end: &str) -> &'text str {
    let (_, rest) = text.split_once(begin).unwrap_or_else(|| panic!("{begin:?} is missing"));
    rest.split_once(end).unwrap_or_else(|| panic!("{end:?} is missing after {begin:?}")).0
}

/// The text without its blocks of code, in which nothing is a link or a path.
fn without_blocks(text: &str) -> String {
    text.split("```").step_by(2).collect()
}

/// What stands in backticks.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Targets of `[text](target)` and `![text](target)`.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
}

#[test]
fn the_parameter_table_is_the_one_the_command_line_prints() {
    let document = read("docs/model.md");
    let output = Command::new(env!("CARGO_BIN_EXE_assist-lab"))
        .args(["parameters", "--format", "markdown"])
        .output()
        .expect("the binary runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let written = between(&document, BEGIN, END);
    let differs = written.trim().lines().zip(printed.trim().lines()).find(|(written, printed)| written != printed);
    assert!(
        written.trim() == printed.trim(),
        "the table in docs/model.md is not that of the parameters; put the output of \
         `cargo run -q -- parameters --format markdown` between its two marks. First line that differs: {differs:#?}"
    );
}

#[test]
fn every_outcome_is_described() {
    let document = read("docs/model.md");
    let rows = between(&document, "\n## 4 Outcomes\n", "\n## ");
    let first_cells = rows.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let described: BTreeSet<&str> = first_cells.flat_map(code).collect();
    let known: BTreeSet<&str> = MEASURES.iter().map(|measure| measure.id).collect();
    let missing: Vec<_> = known.difference(&described).collect();
    assert!(missing.is_empty(), "no row of the table in docs/model.md, section 4, begins with {missing:?}");
    let stale: Vec<_> = described.difference(&known).collect();
    assert!(stale.is_empty(), "docs/model.md, section 4, describes {stale:?}, which no run gives");
}

#[test]
fn every_relative_link_leads_somewhere() {
    for document in documents() {
        let text = without_blocks(&read(&document));
        let folder = root().join(Path::new(&document).parent().expect("a file has a folder"));
        for link in links(&text).filter(|link| !link.contains("://")) {
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            assert!(path.is_empty() || folder.join(path).exists(), "{document} links to {path}, which is not there");
            if path.is_empty() {
                assert!(headings(&text).any(|found| found == heading), "{document} has no heading #{heading}");
            }
        }
    }
}

/// The commands of docs/verification.md, with the names that it gives to settings written out.
fn commands_of_verification(document: &str) -> Vec<Vec<String>> {
    let names: Vec<(String, &str)> = document
        .lines()
        .filter_map(|line| line.strip_suffix('"')?.split_once("=\""))
        .map(|(name, settings)| (format!("${name}"), settings))
        .collect();
    assert!(!names.is_empty(), "docs/verification.md gives no names to settings");
    let written_out = |word: &str| -> Vec<String> {
        match names.iter().find(|(name, _)| name == word) {
            Some((_, settings)) => settings.split(' ').map(str::to_owned).collect(),
            None => vec![word.to_owned()],
        }
    };
    let commands = document
        .lines()
        .filter_map(|line| line.strip_prefix("assist-lab "))
        .filter(|command| command.starts_with("run "));
    commands.map(|command| command.split(' ').flat_map(written_out).collect()).collect()
}

#[test]
fn the_commands_of_the_verification_work_and_give_its_numbers() {
    let document = read("docs/verification.md");
    let commands = commands_of_verification(&document);
    assert!(commands.len() > 25, "a command for each family");
    let run = |arguments: &[String]| {
        let output = Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(arguments).output().expect("the binary runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for command in &commands {
        let (count, rest) = command.split_last().expect("a command has words");
        assert!(count.parse::<u32>().is_ok() && rest.ends_with(&["--replications".to_owned()]), "{command:?}");
        run(&[rest, &["1".to_owned()]].concat());
    }
    // The first in full: what it prints is what the first row of its table says was simulated.
    let json = [commands[0].as_slice(), &["--format".to_owned(), "json".to_owned()]].concat();
    let answer: serde_json::Value = serde_json::from_str(&run(&json)).expect("JSON");
    let printed = answer["arms"]["control"]["wait_mean"]["mean"].as_f64().expect("a number");
    let row = document.lines().find(|line| line.starts_with("| M/M/1")).expect("a row of M/M/1");
    let simulated: f64 = row.split(" | ").nth(4).and_then(|cell| cell.parse().ok()).expect("a number");
    assert!((printed / simulated - 1.0).abs() < 1e-5, "{printed}, and in the table {simulated}");
}

/// The anchors of a page's headings, as web sites that show Markdown make them.
fn headings(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter(|line| line.starts_with('#')).map(|line| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
    })
}

#[test]
fn the_map_and_the_tests_of_the_architecture_are_there() {
    let document = read("ARCHITECTURE.md");
    let map = between(&document, "\n## Map\n", "\n## ");
    // In the map all code is a path but for names of types; elsewhere only what has a slash.
    let mapped: Vec<&str> =
        code(map).filter(|name| !name.starts_with(char::is_uppercase) || name.contains('.')).collect();
    assert!(mapped.len() > 30, "the map is nearly empty: {mapped:?}");
    let others = code(&document).filter(|name| name.contains('/') && !name.contains([' ', ':', '(']));
    let named = mapped.iter().copied().chain(others);
    for path in named {
        assert!(root().join(path).exists(), "ARCHITECTURE.md names {path}, which is not there");
    }
}

#[test]
fn the_model_document_lists_every_mechanism() {
    let document = read("docs/model.md");
    for id in model::mechanism::MECHANISM_IDS {
        assert!(document.contains(&format!("\n| `{id}` | ")), "{id}");
    }
}

#[test]
fn documents_show_the_scripts_and_examples_as_they_are() {
    for (document, folder, count) in
        [("docs/clusters.md", "docs/clusters", 3), ("docs/experiments.md", "docs/experiments", 5)]
    {
        let text = read(document);
        let files = fs::read_dir(root().join(folder)).expect("a folder beside the document");
        let names: Vec<String> =
            files.map(|file| file.expect("an entry").file_name().to_string_lossy().into()).collect();
        assert_eq!(names.len(), count, "{names:?}");
        for name in names {
            let file = read(&format!("{folder}/{name}"));
            assert!(text.contains(&format!("\n{file}```\n")), "{document} does not show {name} as it is");
        }
    }
}
