//! What the command line says of its own results: where they say less than they seem to, and what does nothing.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

/// What comes to standard output and standard error.
fn run(arguments: &[&str]) -> [String; 2] {
    let arguments = [&["run"], arguments, &["--replications", "6"]].concat();
    let output = Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(&arguments).output().expect("the binary runs");
    let [out, notes] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    assert!(output.status.success(), "{arguments:?}: {notes}");
    [out, notes]
}

/// The complaints about arguments that are refused.
fn refused(arguments: &[&str]) -> String {
    let arguments = [&["run"], arguments].concat();
    let output = Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(&arguments).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(output.stderr).expect("UTF-8")
}

/// The line of an outcome in a text, with single spaces.
fn line(text: &str, outcome: &str) -> String {
    let found = text.lines().find(|line| line.split_whitespace().next() == Some(outcome)).expect("a line");
    found.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row of an outcome in a CSV without quotes, by column.
fn row<'a>(csv: &'a str, outcome: &str) -> BTreeMap<&'a str, &'a str> {
    let head: Vec<&str> = csv.lines().next().expect("a head").split(',').collect();
    let place = head.iter().position(|column| *column == "outcome").expect("a column");
    let found = csv.lines().find(|line| line.split(',').nth(place) == Some(outcome)).expect("a row");
    head.into_iter().zip(found.split(',')).collect()
}

/// Under these settings of the plain team, with an assist leader in the treatment arm, all forms say this of the runs: in how many pairs
/// something is so, by the columns' names, and a part of the sentence.
fn check(settings: &[&str], counts: &[(&str, &str)], sentence: &str) {
    let settings = [&["baseline", "--treatment", "assist_leaders=1"], settings].concat();
    let [text, nothing] = run(&settings);
    assert!(text.contains(sentence) && nothing.is_empty(), "{text}{nothing}");
    for table in ["summary", "pairs", "weeks", "pair-weeks"] {
        let [csv, notes] = run(&[&settings[..], &["--format", "csv", "--table", table]].concat());
        assert!(notes.contains(sentence), "{notes}");
        let [json, notes] = run(&[&settings[..], &["--format", "json", "--table", table]].concat());
        assert!(notes.contains(sentence), "{notes}");
        let json: Value = serde_json::from_str(&json).expect("JSON");
        for (column, pairs) in counts {
            assert_eq!(row(&csv, "throughput")[column], *pairs, "{table} {column}");
            assert_eq!(json[column].to_string(), *pairs, "{table} {column}");
        }
    }
}

#[test]
fn a_project_that_is_not_finished_is_said_not_to_be() {
    let settings = ["--set", "source=project", "--set", "project_tasks=5000"];
    let counts = [("control_unfinished", "6"), ("treatment_unfinished", "6"), ("control_unstable", "0")];
    check(&settings, &counts, "not finished: in 6 of 6 pairs control does not finish the project within the run");
    let [text, _] = run(&[&["baseline"], &settings[..]].concat());
    assert_eq!(line(&text, "makespan"), "makespan - - - - - h");
    let [csv, _] = run(&[&["baseline", "--format", "csv"], &settings[..]].concat());
    let row = row(&csv, "makespan");
    assert_eq!(
        ["control_mean", "difference_mean", "ci95_low", "pairs_compared"].map(|column| row[column]),
        ["", "", "", "0"]
    );
}

#[test]
fn a_project_that_is_over_before_the_change_is_said_to_be() {
    let settings = ["--set", "source=project", "--set", "project_tasks=5"];
    let counts = [("over_before_change", "6"), ("control_unfinished", "0")];
    check(&settings, &counts, "over before the change: in 6 of 6 pairs the project is finished before the arms part");
    let [text, _] = run(&[&["baseline"], &settings[..]].concat());
    assert!(line(&text, "makespan").contains(" 0.0000 the same 0 of 6 h"), "{text}");
    assert!(!text.contains("by luck") && !text.contains("luck alone"), "no interval is shown: {text}");
}

#[test]
fn work_that_piles_up_is_said_in_every_form() {
    let counts = [("control_unstable", "6"), ("treatment_unstable", "6"), ("control_unfinished", "0")];
    check(
        &["--set", "source=flow", "--set", "demand=320"],
        &counts,
        "unstable: in 6 of 6 pairs work piles up in control",
    );
}

#[test]
fn luck_is_told_of_the_intervals_that_are_shown_and_can_differ() {
    let check = |arguments: &[&str]| {
        let [text, _] = run(arguments);
        let shown = text.lines().filter(|line| line.contains(" [")).count();
        let said = text.lines().find(|line| line.contains("luck alone"));
        match shown {
            0 => assert_eq!(said, None, "{text}"),
            _ => {
                assert!(said.is_some_and(|line| line.ends_with(&format!(" of {shown} intervals off zero."))), "{text}")
            }
        }
        assert!(!text.contains("[0.0000, 0.0000]"), "{text}");
        shown
    };
    assert!((20..70).contains(&check(&["software"])));
    assert!(check(&["software", "--set", "beta=0"]) < 50);
    assert_eq!(check(&["baseline"]), 0, "the same in both arms");
}

#[test]
fn what_rounding_leaves_over_is_no_difference_in_text_and_all_there_in_data() {
    // Nobody is ever stuck, so trust stays as it was; its mean is summed up in another order wherever someone else leaves.
    let still = ["over_assisting", "--set", "beta=0"];
    let [text, _] = run(&still);
    assert_eq!(line(&text, "trust_within"), "trust_within 0.5750 0.5750 0.0000 the same 0 of 6");
    let [csv, _] = run(&[&still[..], &["--format", "csv"]].concat());
    let row = row(&csv, "trust_within");
    assert!(row["pairs_lower"] != "0" && row["difference_se"] != "0", "{row:?}");
}

#[test]
fn settings_that_do_nothing_are_named() {
    let check = |settings: &[&str], idle: &str, notes: &[&str]| {
        let expect: String = notes.iter().map(|note| format!("assist-lab: {note}\n")).collect();
        let [csv, said] = run(&[settings, &["--format", "csv"]].concat());
        assert_eq!((row(&csv, "morale")["idle"], said.as_str()), (idle, expect.as_str()), "{settings:?}");
        let [json, _] = run(&[settings, &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["idle"], idle, "{settings:?}");
        assert_eq!(run(settings)[1], expect, "{settings:?}");
    };
    check(&["baseline", "--set", "beta=0.3"], "", &[]);
    let flow = "demand does nothing here: it counts only where work comes as a flow";
    check(&["baseline", "--set", "demand=3"], "demand", &[flow]);
    let nobody = "t.notice does nothing here: nobody has the role of assist leader";
    check(&["baseline", "--treatment", "notice=0.9"], "t.notice", &[nobody]);
    check(&["baseline", "--set", "t.notice=0.9"], "t.notice", &[nobody]);
    check(&["baseline", "--treatment", "notice=0.9", "--treatment", "assist_leaders=1"], "", &[]);
    // Set to what it is anyway, it is no setting of the scenario's own, but was given all the same.
    let default = model::parameters::parameter("demand").expect("a parameter");
    let given = format!("demand={}", default.show(default.default()));
    check(&["baseline", "--set", &given], "", &[flow]);
}

#[test]
fn what_results_call_settings_can_be_set() {
    let settings = |arguments: &[&str]| {
        let [json, _] = run(&[arguments, &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let text = |field: &str| json[field].as_str().expect("a text").to_owned();
        (text("based_on"), text("settings"), json["morale"].clone(), json["summary"].clone())
    };
    let emergency = ["--set", "beta=0.3", "--control", "hours_per_week=38", "--treatment", "assist_share=0.6"];
    let first = settings(&[&["emergency"], &emergency[..]].concat());
    let options: Vec<&str> = first.1.split(' ').flat_map(|setting| ["--set", setting]).collect();
    assert_eq!(settings(&[&["emergency"], &options[..]].concat()), first);
    let own = [
        "--set",
        "treatment_until_week=9",
        "--set",
        "shocks=[{\"joins\":2,\"week\":4}]",
        "--set",
        "t.assist_leaders=1",
    ];
    let first = settings(&[&["defaults"], &own[..]].concat());
    assert_eq!(first.0, "defaults");
    let options: Vec<&str> = first.1.split(' ').flat_map(|setting| ["--set", setting]).collect();
    assert_eq!(settings(&[&["defaults"], &options[..]].concat()), first);
    assert_eq!(first.1, "t.assist_leaders=1 shocks=[{\"joins\":2,\"week\":4}] treatment_until_week=9");
}

#[test]
fn faults_of_options_name_option_and_what_is_expected() {
    let check = |option: &str, setting: &str, line: &str| {
        assert_eq!(refused(&["baseline", option, setting]), format!("assist-lab: {option} {line}\n"));
    };
    check("--set", "task_hours=", "task_hours: no value given; must be a number from 0.01 to 1000");
    check("--set", "task_hours=6 days", "task_hours = 6 days: must be a number from 0.01 to 1000, in h");
    check("--treatment", "assist_share=2", "assist_share = 2: must be a number from 0 to 1");
    check("--set", "c.assist_share=2", "c.assist_share = 2: must be a number from 0 to 1");
    check("--control", "foo=1", "foo: no parameter has this name; `assist-lab parameters` lists them");
}

#[test]
fn fewer_threads_than_asked_for_are_said() {
    let [_, notes] = run(&["baseline", "--threads", "100000"]);
    assert!(
        notes.starts_with("assist-lab: --threads 100000: only ") && notes.ends_with(" are used, four per processor\n")
    );
    assert_eq!(run(&["baseline", "--threads", "2"])[1], "");
}

#[test]
fn a_file_without_a_name_is_called_by_its_own() {
    let folder = std::env::temp_dir().join(format!("assist-lab-notes-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a writable folder");
    let path = folder.join("night shift.json");
    std::fs::write(&path, r#"{"format": 2, "world": {"members": 5}}"#).expect("a writable folder");
    let [text, _] = run(&[path.to_str().expect("UTF-8")]);
    std::fs::remove_dir_all(&folder).expect("it was there");
    assert!(text.starts_with("night shift (night shift), seed 1, 6 pairs"), "{text}");
}

#[test]
fn what_was_converted_of_an_earlier_file_is_told() {
    let path = std::env::temp_dir().join(format!("assist-lab-earlier-{}.json", std::process::id()));
    let file = path.to_str().expect("UTF-8");
    let earlier =
        "This comes from an earlier version of the model, so what you see now may differ from what it showed then.";
    let check = |text: &str, expect: &[&str]| {
        std::fs::write(&path, text).expect("a writable folder");
        let [_, notes] = run(&[file]);
        let said: Vec<String> = expect.iter().map(|note| format!("assist-lab: {file}: {note}")).collect();
        assert_eq!(notes.lines().collect::<Vec<_>>(), said, "{text}");
    };
    check(
        r#"{"format": 1, "world": {"source": "flow", "demand": 2, "HR": 1}}"#,
        &[
            earlier,
            "Demand used to be given per seat. It is now the whole team's: 16 tasks a week.",
            "\"HR\" used to multiply the risk that those burnt out leave. It now says how steeply leaving rises with exhaustion, and has been converted.",
        ],
    );
    check(r#"{"format": 1, "seed": 7}"#, &[earlier]);
    check(r#"{"format": 2, "world": {"source": "flow", "demand": 16, "HR": 1}}"#, &[]);
    std::fs::remove_file(&path).expect("it was there");
}
