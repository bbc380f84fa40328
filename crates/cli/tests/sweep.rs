//! `assist-lab sweep` as its users meet it.

use std::process::{Command, Output};

use serde_json::Value;

fn sweep(arguments: &[&str]) -> Output {
    let all = [&["sweep"], arguments].concat();
    Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(all).output().expect("the binary runs")
}

fn answer(arguments: &[&str]) -> String {
    let output = sweep(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn refuses(arguments: &[&str], expect: &str) {
    let output = sweep(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{arguments:?}");
    assert!(said.contains(expect) && said.lines().count() == 1, "{arguments:?}: {said}");
}

#[test]
fn each_point_is_what_a_run_with_that_setting_says() {
    let text = answer(&["software", "--replications", "6", "--vary", "beta=0.1..0.3:3", "--format", "json"]);
    let found: Value = serde_json::from_str(&text).expect("JSON");
    let points = found["points"].as_array().expect("points");
    assert_eq!(points.iter().map(|point| &point["x"]).collect::<Vec<_>>(), [0.1, 0.2, 0.3]);
    for point in points {
        let setting = format!("beta={}", point["x"]);
        let run = Command::new(env!("CARGO_BIN_EXE_assist-lab"))
            .args(["run", "software", "--replications", "6", "--format", "json", "--set", &setting])
            .output()
            .expect("the binary runs");
        let run: Value = serde_json::from_slice(&run.stdout).expect("JSON");
        let paired = &run["paired"]["throughput"];
        assert_eq!([&point["difference_mean"], &point["ci95_low"]], [&paired["mean"], &paired["ci95"][0]]);
    }
}

#[test]
fn a_line_says_where_it_passes_zero_and_a_map_has_a_sign_for_each_point() {
    let line = answer(&["software", "--replications", "20", "--vary", "beta=0..0.3:4"]);
    assert!(line.contains("passes zero at beta = 0.0") && line.contains("worse") && line.contains("better"), "{line}");
    let map =
        answer(&["software", "--replications", "8", "--vary", "beta=0..0.4:3", "--vary", "t.assist_share=0.1..0.9:4"]);
    let rows: Vec<&str> = map.lines().filter(|line| line.trim_start().starts_with("0")).collect();
    assert!(rows.len() >= 3 && map.contains("- - - -"), "{map}");
    let csv = answer(&["software", "--replications", "3", "--vary", "beta=0.1..0.2:2", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 3, "{csv}");
}

#[test]
fn bad_axes_are_refused_with_what_must_be() {
    let check = |vary: &str, expect: &str| refuses(&["software", "--vary", vary], expect);
    check("beta=0..40", "--vary = beta=0..40: must be numbers from 0 to 10");
    check("beta=0.3..0.1", "a lowest value below the highest");
    check("beta=0.1..0.1", "a lowest value below the highest");
    check("beta", "ID=LOW..HIGH");
    check("beta=0..1:1000", "2 to 201 values");
    check("beta=0..1:log", "above 0 on a logarithmic axis");
    check("beta=0..1:many", "2 to 201 values");
    check("t.beta=0..1", "both teams share the world");
    check("bta=0..1", "did you mean beta");
    refuses(&["software", "--vary", "beta=0..1:60", "--vary", "alpha=0..1:60"], "at most 2601 points");
    refuses(&["software", "--vary", "beta=0..1", "--vary", "beta=0..1"], "another parameter than the first");
    refuses(&["software", "--vary", "beta=0..1", "--outcome", "moral"], "--outcome = moral");
    refuses(&["software", "--vary", "groups=1..30"], "groups");
}
