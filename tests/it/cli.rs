//! The command line as its users meet it.

use std::process::{Command, Output};

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
            "assist-lab: betta: no parameter has this name; did you mean beta?",
            "assist-lab: beta = 99: allowed is a number from 0 to 10",
            "assist-lab: x: write ID=VALUE, such as beta=0.2",
            "assist-lab: members: a parameter of the world holds in both arms; set it for both",
        ],
    );
    let names = assist_lab::library::names().collect::<Vec<_>>().join(", ");
    let line = format!("assist-lab: scenario = nowhere: allowed is one of {names}, or the path of a JSON file");
    refuses(&["run", "nowhere"], &[&line]);
}

#[test]
fn a_scenario_file_runs_like_a_built_in_one() {
    let path = std::env::temp_dir().join(format!("assist-lab-{}.json", std::process::id()));
    let scenario = assist_lab::library::scenario("software").expect("built in");
    std::fs::write(&path, assist_lab::library::file::write(&scenario)).expect("a writable folder");
    let from_file = answer(&["run", path.to_str().expect("UTF-8"), "--replications", "3"]);
    std::fs::write(&path, "{\"format\": 1, \"world\": {\"beta\": \"much\"}}").expect("a writable folder");
    let line = "assist-lab: beta = \"much\": allowed is a number from 0 to 10";
    refuses(&["run", path.to_str().expect("UTF-8")], &[line]);
    std::fs::remove_file(&path).expect("it was there");
    assert_eq!(from_file, answer(&["run", "software", "--replications", "3"]));
}

#[test]
fn lists_name_every_row() {
    assert!(answer(&["scenarios"]).contains("software"));
    let rows: Value = serde_json::from_str(&answer(&["parameters", "--format", "json"])).expect("JSON");
    let rows = rows.as_array().expect("a list");
    assert_eq!(rows.len(), assist_lab::model::parameters::PARAMETERS.len());
    assert!(rows.iter().all(|row| row["id"].is_string() && row["min"].is_f64() && row.get("default").is_some()));
    assert!(answer(&["parameters", "--format", "markdown"]).contains("| `beta` |"));
}
