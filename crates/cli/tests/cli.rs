//! The command line as its users meet it.

use std::process::{Command, Output};

use library::file::json_of;
use model::parameters::{Group, PARAMETERS};
use serde_json::Value;

fn assist_lab(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(arguments).output().expect("the binary runs")
}

fn answer(arguments: &[&str]) -> String {
    let output = assist_lab(arguments);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {complaint}");
    assert!(complaint.is_empty(), "nothing is said where nobody watches: {complaint}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Exit code 2, nothing on standard output, and these lines on standard error.
fn refuses(arguments: &[&str], lines: &[&str]) {
    let output = assist_lab(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}: nothing half-written");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(said.lines().collect::<Vec<_>>(), lines, "{arguments:?}");
}

#[test]
fn it_says_which_program_it_is_and_counts_right() {
    assert_eq!(answer(&["--version"]), format!("assist-lab {}\n", library::results::VERSION));
    let first = |pairs: &str| answer(&["run", "baseline", "--replications", pairs]).lines().next().map(str::to_owned);
    assert!(first("1").is_some_and(|line| line.contains(" 1 pair, ")));
    assert!(first("2").is_some_and(|line| line.contains(" 2 pairs, ")));
}

#[test]
fn what_would_not_fit_into_memory_is_refused_before_it_is_run() {
    for table in ["pairs", "weeks", "pair-weeks"] {
        let output =
            assist_lab(&["run", "software", "--replications", "16777215", "--format", "csv", "--table", table]);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{table}: {said}");
        assert!(output.stdout.is_empty(), "{table}");
        let begins = "assist-lab: --replications = 16777215: must be at most ";
        assert!(said.starts_with(begins) && said.contains(&format!("with --table {table}, ")), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn json_has_the_promised_shape() {
    let text = answer(&["run", "software", "--replications", "5", "--seed", "9", "--format", "json"]);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["scenario"], "software");
    assert_eq!(value["seed"], 9);
    assert_eq!(value["replications"], 5);
    for arm in ["control", "treatment"] {
        let estimate = &value["arms"][arm]["throughput"];
        assert!(estimate["mean"].is_f64() && estimate["se"].is_f64(), "{estimate}");
    }
    let paired = &value["paired"]["morale"];
    let bounds = paired["ci95"].as_array().expect("two bounds");
    assert!(bounds[0].as_f64() < paired["mean"].as_f64() && paired["mean"].as_f64() < bounds[1].as_f64());
    assert!(paired["share_higher"].as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)));
}

#[test]
fn results_depend_on_the_seed_but_not_on_threads() {
    let run = |threads: &str, seed: &str| {
        answer(&["run", "software", "--replications", "40", "--threads", threads, "--seed", seed, "--format", "csv"])
    };
    assert_eq!(run("1", "5"), run("3", "5"));
    assert_ne!(run("1", "5"), run("1", "6"));
}

#[test]
fn settings_reach_the_arm_they_name() {
    let run = |option: &str, setting: &str| -> Value {
        let text = answer(&["run", "baseline", option, setting, "--replications", "4", "--format", "json"]);
        serde_json::from_str(&text).expect("JSON")
    };
    let hours = |value: &Value, arm: &str| value["arms"][arm]["hours_standby"]["mean"].as_f64().expect("a number");
    let treated = run("--treatment", "assist_leaders=1");
    assert!(hours(&treated, "control") == 0.0 && hours(&treated, "treatment") > 0.0);
    let both = run("--set", "assist_leaders=1");
    assert!(hours(&both, "control") > 0.0);
    assert_eq!(both["paired"]["throughput"]["mean"], 0.0, "the same policy in both arms");
}

#[test]
fn faults_are_named_one_a_line() {
    refuses(
        &["run", "baseline", "--set", "betta=1", "--set", "beta=99", "--treatment", "members=3", "--control", "x"],
        &[
            "assist-lab: --set betta: no parameter has this name; did you mean beta?",
            "assist-lab: --set beta = 99: must be a number from 0 to 10",
            "assist-lab: --control x: write ID=VALUE, such as beta=0.2",
            "assist-lab: --treatment members: a parameter of the world applies to both arms; set it for both",
        ],
    );
    let names = library::names().collect::<Vec<_>>().join(", ");
    let line = format!("assist-lab: scenario = nowhere: must be one of {names}, defaults, or the path of a JSON file");
    refuses(&["run", "nowhere"], &[&line]);
}

#[test]
fn numbers_are_read_as_people_write_them_or_refused_in_words() {
    let run = |more: &[&str]| {
        answer(
            &[&["run", "baseline", "--format", "csv", "--threads", "1", "--treatment", "assist_leaders=1"], more]
                .concat(),
        )
    };
    let plain =
        run(&["--seed", "1000", "--replications", "3", "--set", "task_hours=1000", "--treatment", "assist_share=0.4"]);
    for [seed, pairs, hours, share] in [
        ["1,000", "3.0", "1 000", "40 %"],
        ["1.000", "3e0", "1e3", "0,4"],
        ["1\u{202f}000", "+3", "1\u{2009}000 h", ".4"],
    ] {
        let (hours, share) = (format!("task_hours={hours}"), format!("assist_share={share}"));
        assert_eq!(plain, run(&["--seed", seed, "--replications", pairs, "--set", &hours, "--treatment", &share]));
    }
    refuses(
        &["run", "baseline", "--set", "task_hours=1,000", "--set", "members=7.5"],
        &[
            "assist-lab: --set task_hours = 1,000: must be a number from 0.01 to 1000; 1,000 could mean 1000 or 1.0, so write the one you mean",
            "assist-lab: --set members = 7.5: must be a whole number from 1 to 300",
        ],
    );
    for (option, text) in [
        ("--seed", "-1"),
        ("--seed", "−1"),
        ("--seed", "1.5"),
        ("--seed", "9007199254740992"),
        ("--seed", "sea"),
        ("--replications", "0"),
        ("--replications", "1.5"),
        ("--threads", "-2"),
    ] {
        let output = assist_lab(&["run", "baseline", option, text]);
        assert_eq!(output.status.code(), Some(2), "{option} {text}");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(
            said.contains(&format!("'{text}'")) && said.contains(": a whole number from "),
            "{option} {text}: {said}"
        );
    }
}

#[test]
fn the_same_parameter_set_twice_counts_as_it_was_set_last_and_that_is_said() {
    let run = |settings: &[&str]| {
        let output = assist_lab(
            &[&["run", "baseline", "--replications", "3", "--format", "csv", "--set", "assist_leaders=1"], settings]
                .concat(),
        );
        assert!(output.status.success());
        (output.stdout, String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let (once, nothing) = run(&["--set", "beta=0.3", "--treatment", "route=0.5"]);
    assert_eq!(nothing, "");
    let (twice, said) =
        run(&["--set", "beta=0.2", "--set", "beta = 0.3", "--treatment", "route=0.5", "--treatment", "route=0.5"]);
    assert_eq!(said, "assist-lab: --set beta is set more than once: to 0.2 and last to 0.3, which counts\n");
    assert_eq!(once, twice);
    // By two options as well.
    let seed = run(&["--seed", "7", "--set", "seed=5"]).1;
    assert_eq!(seed, "assist-lab: --set seed is set more than once: to 7 and last to 5, which counts\n");
    let notice = run(&["--set", "t.notice=0.1", "--treatment", "notice=0.2"]).1;
    assert_eq!(notice, "assist-lab: --treatment notice is set more than once: to 0.1 and last to 0.2, which counts\n");
    // What both arms decide and what one decides are two things.
    assert_eq!(run(&["--treatment", "route=0.5", "--set", "route=0.2"]).1, "");
}

#[test]
fn a_file_is_read_whatever_saved_it_and_what_is_no_scenario_is_called_what_it_is() {
    let folder = std::env::temp_dir().join(format!("assist-lab-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a writable folder");
    let text = "{\"format\": 2, \"title\": \"Zürich\", \"world\": {\"members\": 5.0}}";
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("a writable folder");
        path.into_os_string().into_string().expect("UTF-8")
    };
    let run = |path: &str| answer(&["run", path, "--replications", "2"]);
    let plain = run(&file("plain.json", text.as_bytes()));
    assert!(plain.starts_with("Zürich"), "{plain}");
    let units = |unit: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        mark.encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect()
    };
    for bytes in [
        format!("\u{feff}{text}").into_bytes(),
        units(u16::to_le_bytes, "\u{feff}"),
        units(u16::to_be_bytes, "\u{feff}"),
        units(u16::to_le_bytes, ""),
        units(u16::to_be_bytes, ""),
    ] {
        assert_eq!(run(&file("plain.json", &bytes)), plain);
    }
    for (name, bytes, what) in [
        ("picture.png", &b"\x89PNG\r\n\x1a\n"[..], "a picture"),
        ("chart.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a picture"),
        ("table.csv", b"name,age\nAda,36\n", "a table"),
        ("team.zip", b"PK\x03\x04", "an archive or an office document"),
    ] {
        let path = file(name, bytes);
        refuses(&["run", &path], &[&format!("assist-lab: file: “{path}” is {what}, not a scenario file")]);
    }
    for format in ["csv", "json"] {
        let results = answer(&["run", "baseline", "--replications", "2", "--format", format]);
        let path = file(&format!("results.{format}"), results.as_bytes());
        refuses(&["run", &path], &[&format!("assist-lab: file: “{path}” is a file of results, not a scenario file")]);
    }
    let latin = file("latin.json", b"{\"format\": 2, \"title\": \"Z\xfcrich\"}");
    let line = "assist-lab: file: not UTF-8 text: byte 26 is FC, perhaps Latin-1 or Windows-1252; save it as UTF-8";
    refuses(&["run", &latin], &[line]);
    let twice = file("twice.json", b"{\"format\": 2, \"world\": {\"beta\": 0.2, \"beta\": 0.3}}");
    refuses(&["run", &twice], &["assist-lab: world.beta: given twice; an object may have each key only once"]);
    let empty = file("empty.json", b"");
    let line = "assist-lab: file: empty; a JSON object is expected, such as {\"format\": 2, \"world\": {}}";
    refuses(&["run", &empty], &[line]);
    let path = folder.to_str().expect("UTF-8");
    refuses(&["run", path], &[&format!("assist-lab: file: “{path}” is a folder, not a scenario file")]);
    std::fs::remove_dir_all(&folder).expect("it was there");
}

#[test]
fn a_scenario_file_runs_like_a_built_in_one() {
    let path = std::env::temp_dir().join(format!("assist-lab-{}.json", std::process::id()));
    let scenario = library::scenario("software").expect("built in");
    std::fs::write(&path, library::file::write(&scenario)).expect("a writable folder");
    let from_file = answer(&["run", path.to_str().expect("UTF-8"), "--replications", "3"]);
    std::fs::write(&path, "{\"format\": 2, \"world\": {\"beta\": \"much\"}}").expect("a writable folder");
    let line = "assist-lab: world.beta = \"much\": must be a number from 0 to 10";
    refuses(&["run", path.to_str().expect("UTF-8")], &[line]);
    std::fs::remove_file(&path).expect("it was there");
    assert_eq!(from_file, answer(&["run", "software", "--replications", "3"]));
}

/// The fields of the rows of a CSV without quotes, by column.
fn columns(csv: &str) -> Vec<std::collections::BTreeMap<&str, &str>> {
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().expect("a head").split(',').collect();
    lines.map(|line| head.iter().copied().zip(line.split(',')).collect()).collect()
}

#[test]
fn a_scenario_of_a_built_in_name_that_is_another_is_said_to_be_another() {
    let path = std::env::temp_dir().join(format!("assist-lab-named-{}.json", std::process::id()));
    let mut draft = library::scenario("software").expect("built in").draft();
    draft.set(model::scenario::Scope::Both, "beta", Some(1.0));
    let scenario = draft.finish().expect("valid");
    std::fs::write(&path, library::file::write(&scenario)).expect("a writable folder");
    let file = path.to_str().expect("UTF-8");
    let run = |arguments: &[&str]| answer(&[&["run", file, "--replications", "2"], arguments].concat());
    assert!(run(&[]).contains("differs from the built-in scenario software: beta=1\n"));
    for table in ["summary", "pairs", "weeks", "pair-weeks"] {
        let csv = run(&["--format", "csv", "--table", table]);
        let rows = columns(&csv);
        assert!(rows.iter().all(|row| row["scenario"] == "software" && row["settings"] == "beta=1"), "{table}");
        let json: Value = serde_json::from_str(&run(&["--format", "json", "--table", table])).expect("JSON");
        assert_eq!((&json["based_on"], &json["settings"]), (&Value::from("software"), &Value::from("beta=1")));
        assert_eq!(json[table].as_array().map(Vec::len), Some(rows.len()), "{table}");
    }
    // The same by options, in both arms, and as it is.
    let set = answer(&["run", "software", "--replications", "2", "--set", "beta=1", "--treatment", "notice=1"]);
    assert!(set.contains("software: beta=1 t.notice=1\n"), "{set}");
    assert!(!answer(&["run", "software", "--replications", "2"]).contains("differs from"));
    std::fs::remove_file(&path).expect("it was there");
}

#[test]
fn tables_begin_with_a_mark_only_if_asked() {
    let run = |arguments: &[&str]| {
        answer(
            &[&["run", "baseline", "--replications", "2", "--format", "csv", "--table", "weeks"], arguments].concat(),
        )
    };
    let plain = run(&[]);
    let origin = "scenario,based_on,settings,version,seed,replications,idle,control_unstable,treatment_unstable,\
                  control_unfinished,treatment_unfinished,over_before_change,";
    assert!(plain.starts_with(&format!("{origin}outcome,unit,week,")), "{plain}");
    assert_eq!(run(&["--bom"]), format!("\u{feff}{plain}"));
}

#[test]
fn members_are_told_apart_in_every_form() {
    let hires = ["run", "software", "--treatment", "extra_members=1", "--replications", "4", "--table", "members"];
    let run = |more: &[&str]| answer(&[&hires[..], more].concat());
    let text = run(&[]);
    let of = |role: &str| text.lines().filter(|line| line.split_whitespace().next() == Some(role)).count();
    assert_eq!(["assist_leader", "other", "newcomer"].map(of), [2, 14, 1], "{text}");
    assert_eq!(answer(&[&hires[..6], &["--members"]].concat()), text);
    let csv = run(&["--format", "csv", "--threads", "1"]);
    assert_eq!(csv, run(&["--format", "csv", "--threads", "2"]));
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(rows.len() % 17, 0);
    assert!(csv.lines().next().is_some_and(|head| head.ends_with(",outcome,unit,arm,role,rank,n,mean,se")), "{csv}");
    let json: Value = serde_json::from_str(&run(&["--format", "json"])).expect("JSON");
    assert_eq!(json["members"].as_array().map(Vec::len), Some(rows.len()));
    refuses(
        &["run", "software", "--table", "weeks"],
        &[
            "assist-lab: --table = weeks: must be summary or members to be shown as text; for other tables add --format csv or json",
        ],
    );
}

#[test]
fn what_could_move_the_cursor_or_be_a_formula_is_made_harmless() {
    let path = std::env::temp_dir().join(format!("assist-lab-hostile-{}.json", std::process::id()));
    std::fs::write(&path, r#"{"format": 2, "name": "=1+1", "title": "\u001b[2Jgone"}"#).expect("a writable folder");
    let file = path.to_str().expect("UTF-8");
    let text = answer(&["run", file, "--replications", "2"]);
    assert!(text.starts_with(" [2Jgone (=1+1)") && !text.contains('\u{1b}'), "{text}");
    let csv = answer(&["run", file, "--replications", "2", "--format", "csv"]);
    assert!(csv.lines().skip(1).all(|line| line.starts_with("'=1+1,defaults,")), "{csv}");
    std::fs::remove_file(&path).expect("it was there");
}

#[test]
fn pairs_are_counted_not_rounded() {
    let csv = answer(&["run", "software", "--replications", "20", "--format", "csv"]);
    let text = answer(&["run", "software", "--replications", "20"]);
    for row in columns(&csv) {
        let line = text.lines().find(|line| line.split_whitespace().next() == Some(row["outcome"]));
        let counted = match row["pairs_compared"] {
            "0" => " - ".to_owned(),
            compared => format!(" {} of {compared} ", row["pairs_higher"]),
        };
        assert!(line.is_some_and(|line| line.contains(&counted)), "{row:?} {line:?}");
    }
}

/// What stands first in each line.
fn firsts(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_whitespace().next()).collect()
}

#[test]
fn lists_name_every_row_once_and_in_order() {
    let scenarios = answer(&["scenarios"]);
    let names: Vec<&str> = library::names().collect();
    assert_eq!(firsts(&scenarios), names);
    for (name, line) in names.iter().zip(scenarios.lines()) {
        let scenario = library::scenario(name).expect("built in");
        assert!(line.contains(&scenario.texts().title), "{line}");
    }

    let ids = PARAMETERS.map(|row| row.id);
    assert_eq!(firsts(&answer(&["parameters"])), ids);
    let rows: Value = serde_json::from_str(&answer(&["parameters", "--format", "json"])).expect("JSON");
    let rows = rows.as_array().expect("a list");
    assert_eq!(rows.len(), PARAMETERS.len());
    for (row, parameter) in rows.iter().zip(&PARAMETERS) {
        assert_eq!(row["id"], parameter.id);
        assert_eq!([row["min"].as_f64(), row["max"].as_f64()], [parameter.min, parameter.max].map(Some), "{row}");
        assert_eq!(row["default"], json_of(parameter, parameter.default()), "{row}");
    }
    let markdown = answer(&["parameters", "--format", "markdown"]);
    let listed = |table: &str| -> Vec<String> {
        let cells = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        cells.map(|(id, _)| id.to_owned()).collect()
    };
    let (all, plausible) = markdown.split_once("### What is plausible").expect("a table of its own");
    assert_eq!(listed(all), ids);
    let guessed = PARAMETERS.iter().filter(|row| row.group == Group::World || row.plausible.is_some());
    assert_eq!(listed(plausible), guessed.map(|row| row.id).collect::<Vec<_>>());
}
