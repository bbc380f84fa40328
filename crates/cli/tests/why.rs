//! `assist-lab why` as its users meet it.

use std::process::{Command, Output};

use serde_json::Value;

fn why(arguments: &[&str]) -> Output {
    let mut all = vec!["why"];
    all.extend(arguments);
    Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(all).output().expect("the binary runs")
}

fn answer(arguments: &[&str]) -> String {
    let output = why(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}

fn refuses(arguments: &[&str], line: &str) {
    let output = why(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{arguments:?}");
    assert!(said.starts_with(line) && said.lines().count() == 1, "{said}");
}

#[test]
fn json_has_the_promised_shape_and_the_parts_add_up() {
    let found = json(&["software", "--replications", "6", "--seed", "9", "--outcome", "morale"]);
    assert_eq!(found["scenario"], "software");
    assert_eq!((&found["seed"], &found["replications"]), (&Value::from(9), &Value::from(6)));
    assert_eq!((&found["outcome"], &found["settings"]), (&Value::from("morale"), &Value::from("")));
    assert!(found["version"].is_string());
    let mean = |of: &Value| of["mean"].as_f64().expect("a number");
    let parts = found["parts"].as_array().expect("parts");
    let sum: f64 = parts.iter().map(mean).sum();
    assert!((sum - mean(&found["difference"])).abs() < 1e-12, "{sum}");
    assert_eq!(parts[0]["mechanism"], "role");
    for part in parts.iter().chain([&found["difference"]]) {
        let [low, high] = [0, 1].map(|end| part["ci95"][end].as_f64().expect("a number"));
        assert!(low <= mean(part) && mean(part) <= high, "{part}");
    }
}

#[test]
fn the_difference_is_that_of_the_pairs_and_threads_change_nothing() {
    let arguments = ["emergency", "--replications", "5"];
    let [one, three] = ["1", "3"].map(|threads| json(&[&arguments[..], &["--threads", threads]].concat()));
    assert_eq!(one, three);
    let run =
        Command::new(env!("CARGO_BIN_EXE_assist-lab")).arg("run").args(arguments).args(["--format", "json"]).output();
    let run: Value = serde_json::from_slice(&run.expect("the binary runs").stdout).expect("JSON");
    let outcome = one["outcome"].as_str().expect("an outcome");
    assert_eq!(run["paired"][outcome]["mean"], one["difference"]["mean"]);
    assert_eq!(run["paired"][outcome]["ci95"], one["difference"]["ci95"]);
}

#[test]
fn what_cannot_act_has_exactly_nothing_and_what_one_decision_does_is_all_there_is() {
    let alone =
        json(&["defaults", "--replications", "3", "--set", "formal_lead=no", "--treatment", "assist_leaders=1"]);
    let voices = alone["parts"].as_array().expect("parts").iter().find(|part| part["mechanism"] == "two_voices");
    assert_eq!(voices.expect("a part")["ci95"], serde_json::json!([0.0, 0.0]));
    let one = json(&["defaults", "--replications", "3", "--set", "assist_leaders=1", "--treatment", "recognition=0.9"]);
    let parts = one["parts"].as_array().expect("parts");
    assert_eq!(parts.len(), 2);
    assert_eq!((&parts[0]["mean"], &parts[1]["mechanism"]), (&Value::from(0.0), &Value::from("recognition")));
    assert_eq!(parts[1]["mean"], one["difference"]["mean"]);
    assert_eq!(one["exact"], true);
    let same = json(&["baseline", "--replications", "2"]);
    assert_eq!((same["parts"].as_array().map(Vec::len), &same["difference"]["mean"]), (Some(1), &Value::from(0.0)));
}

#[test]
fn text_and_csv_say_the_same() {
    let arguments = ["software", "--replications", "4"];
    let text = answer(&arguments);
    assert!(text.contains("Why the teams differ in throughput") && text.contains("Noticing who is stuck"), "{text}");
    let csv = answer(&[&arguments[..], &["--format", "csv"]].concat());
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 1 + json(&arguments)["parts"].as_array().map_or(0, Vec::len));
    assert!(rows[0].starts_with("scenario,") && rows[1].contains(",role,"), "{csv}");
}

#[test]
fn bad_questions_are_answered_in_a_line() {
    refuses(&["software", "--outcome", "moral"], "assist-lab: --outcome = moral: ");
    refuses(&["software", "--bom"], "assist-lab: --bom");
    refuses(&["software", "--replications", "16777215"], "assist-lab: --replications = 16777215: ");
    refuses(&["softwar"], "assist-lab: scenario = softwar: ");
}
