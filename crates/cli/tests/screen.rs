//! `assist-lab screen` and `assist-lab indices` as their users meet them.

use std::process::{Command, Output};

use serde_json::Value;

fn lab(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(arguments).output().expect("the binary runs")
}

fn answer(arguments: &[&str]) -> String {
    let output = lab(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}

fn refuses(arguments: &[&str], expect: &str) {
    let output = lab(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{arguments:?}");
    assert!(said.contains(expect) && said.lines().count() == 1, "{arguments:?}: {said}");
}

/// Runs that are short, of a small team.
const SHORT: [&str; 8] = [
    "software",
    "--set",
    "intervention_weeks=4",
    "--set",
    "warmup_weeks=2",
    "--set",
    "baseline_weeks=1",
    "--replications",
];

fn rows(found: &Value) -> &[Value] {
    found["parameters"].as_array().expect("rows")
}

/// That CSV has the rows of JSON, cell by cell.
fn check_csv(csv: &str, found: &Value) {
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().expect("a head");
    let lines: Vec<_> = lines.collect();
    assert_eq!(lines.len(), rows(found).len());
    for (line, row) in lines.iter().zip(rows(found)) {
        assert_eq!(line.len(), head.len());
        for (column, cell) in head.iter().zip(line) {
            let value = row.get(column).or_else(|| found.get(column)).unwrap_or(&found["stability"][column]);
            let same = match value {
                Value::Null => cell.is_empty(),
                Value::String(text) => cell == text,
                number => cell.parse::<f64>().ok() == number.as_f64(),
            };
            assert!(same, "{column}: {cell} and {value}");
        }
    }
}

#[test]
fn a_screening_has_a_row_for_all_that_is_guessed_and_nothing_for_what_does_nothing() {
    let all = [&["screen"], &SHORT[..], &["2", "--points", "3"]].concat();
    let found = json(&all);
    assert_eq!(
        (&found["outcome"], &found["base_points"], &found["replications"]),
        (&"throughput".into(), &3.into(), &2.into())
    );
    assert!(rows(&found).len() > 80, "{}", rows(&found).len());
    let row = |id: &str| rows(&found).iter().find(|row| row["parameter"] == id).expect("a row");
    let number = |id: &str, column: &str| row(id)[column].as_f64().expect("a number");
    // What a hire costs changes no work.
    assert_eq!(["mu_star", "mu", "sigma", "luck"].map(|column| number("hire_cost", column)), [0.0; 4]);
    assert_eq!(number("hire_cost", "effects"), 3.0);
    assert!(number("beta", "mu_star") > 0.0 && number("beta", "luck") > 0.0);
    assert!(
        number("beta", "mu_star_low") <= number("beta", "mu_star")
            && number("beta", "mu").abs() <= number("beta", "mu_star")
    );
    let sizes: Vec<f64> = rows(&found).iter().map(|row| row["mu_star"].as_f64().expect("a number")).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b));
    check_csv(&answer(&[&all[..], &["--format", "csv"]].concat()), &found);
    let text = answer(&[&all[..], &["--threads", "1"]].concat());
    assert!(text.contains("of 100 cases") && text.contains("hire_cost"), "{text}");
}

#[test]
fn what_is_known_is_not_screened_and_does_not_depend_on_threads() {
    let all = |threads| {
        [&["screen"], &SHORT[..], &["2", "--points", "2", "--known", "beta,eta", "--threads", threads]].concat()
    };
    let found = json(&all("1"));
    assert!(!rows(&found).iter().any(|row| row["parameter"] == "beta" || row["parameter"] == "eta"));
    assert_eq!(found, json(&all("3")));
    assert_eq!(found["settings"], "warmup_weeks=2 baseline_weeks=1 intervention_weeks=4 known=beta,eta");
}

#[test]
fn only_where_it_does_nothing_is_what_is_known_told_to_do_nothing() {
    let said = |arguments: &[&str]| {
        let output = lab(&[arguments, &SHORT[..], &["2", "--points", "2", "--known", "eta"]].concat());
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert_eq!(said(&["screen", "--format", "json"]), "");
    let nothing = "assist-lab: --known does nothing here: only what --vary names is drawn\n";
    assert_eq!(said(&["indices", "--format", "json", "--vary", "beta"]), nothing);
}

#[test]
fn indices_tell_shares_and_what_is_luck() {
    let all = [&["indices"], &SHORT[..], &["3", "--points", "8", "--vary", "beta,hire_cost"]].concat();
    let found = json(&all);
    assert_eq!((&found["points"], &found["scramblings"], &found["points_missing"]), (&8.into(), &4.into(), &0.into()));
    assert_eq!(rows(&found).iter().map(|row| &row["parameter"]).collect::<Vec<_>>(), ["beta", "hire_cost"]);
    // Whoever does nothing has exactly 0, whatever the noise.
    assert_eq!([&rows(&found)[1]["first"], &rows(&found)[1]["total"]].map(Value::as_f64), [Some(0.0); 2]);
    let luck = found["luck"].as_f64().expect("a number");
    assert!(luck > 0.2, "so short a time is mostly luck: {luck}");
    check_csv(&answer(&[&all[..], &["--format", "csv"]].concat()), &found);
    let text = answer(&all);
    assert!(text.contains("is luck") && text.contains("4 times 8 points, 3 pairs of each world"), "{text}");
}

#[test]
fn four_pairs_are_run_of_a_world_unless_said() {
    let found = json(&[&["indices"], &SHORT[..7], &["--points", "2", "--vary", "beta"]].concat());
    assert_eq!(found["replications"], 4);
}

#[test]
fn what_cannot_be_asked_is_refused_in_a_sentence() {
    let indices = |more: &[&str], expect: &str| refuses(&[&["indices", "software"], more].concat(), expect);
    indices(&["--vary", "betta"], "--vary betta: no parameter has this name; did you mean beta?");
    indices(&["--vary", "members"], "--vary members: never drawn, because it is known or decided");
    indices(&["--vary", "beta,beta"], "--vary = beta: must be named only once");
    indices(&["--vary", "beta", "--known", "beta"], "--vary = beta: must be a parameter that is not marked as known");
    indices(&["--vary", "beta", "--set", "beta=0"], "--vary = beta: must be a parameter that is on in this scenario");
    indices(&["--vary", "beta,eta,alpha,stigma,silo,teach,psi,k_T,k_gap"], "--vary = 9: must be 1 to 8 parameters");
    indices(&["--vary", "beta", "--points", "100"], "--points = 100: must be a power of two from 2 to 65536");
    indices(&["--vary", "beta", "--points", "131072"], "--points = 131072: must be a power of two from 2 to 65536");
    indices(&["--vary", "beta", "--replications", "1"], "--replications = 1: must be at least 2");
    indices(&["--vary", "beta", "--plausible"], "--plausible: works with run, why and sweep");
    indices(&["--vary", "beta", "--outcome", "joy"], "--outcome = joy: must be one of");
    let screen = |more: &[&str], expect: &str| refuses(&[&["screen", "software"], more].concat(), expect);
    let huge = ["--set", "source=flow", "--set", "demand=48000"];
    screen(&huge, "in a plausible world, task_hours");
    // Only what is varied is drawn.
    indices(&[&["--vary", "demand"], &huge[..]].concat(), "in a plausible world, task_hours");
    screen(&["--points", "1"], "--points = 1: must be a whole number from 2 to 65536");
    screen(&["--points", "70000"], "--points = 70000: must be a whole number from 2 to 65536");
    screen(&["--known", "members"], "--known members: never drawn");
}
