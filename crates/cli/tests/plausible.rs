//! `--plausible` and `--known` as their users meet them.

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

fn refuses(arguments: &[&str], expect: &str) {
    let output = lab(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{arguments:?}");
    assert!(said.contains(expect) && said.lines().count() == 1, "{arguments:?}: {said}");
}

#[test]
fn a_text_says_both_what_luck_does_and_what_may_be_meant() {
    let text = answer(&["run", "software", "--replications", "20", "--plausible", "--known", "beta,eta"]);
    let json = |settings: &[&str]| -> Value {
        let all = [&["run", "software", "--replications", "20", "--format", "json"], settings].concat();
        serde_json::from_str(&answer(&all)).expect("JSON")
    };
    let higher =
        |json: &Value| (20.0 * json["paired"]["throughput"]["share_higher"].as_f64().expect("a share")).round();
    let [teams, worlds] = [json(&[]), json(&["--set", "plausible=yes", "--set", "known=eta,beta"])];
    let said = format!("better in {} of 20 teams like this", higher(&teams));
    assert!(text.contains(&said), "{said}: {text}");
    assert!(text.contains(&format!("in {} of 20 plausible worlds", higher(&worlds))), "{text}");
    assert_eq!(worlds["settings"], "plausible=yes known=beta,eta");
    assert_eq!(teams["settings"], "");
    let mean = |json: &Value| json["paired"]["throughput"]["mean"].as_f64().expect("a number");
    assert!(text.contains(&format!("{:+.4}", mean(&worlds))), "the table is of worlds");
    assert_ne!(mean(&teams), mean(&worlds));
}

#[test]
fn every_table_is_of_the_same_worlds() {
    let worlds = ["run", "software", "--replications", "3", "--plausible", "--format", "csv"];
    let column = |text: &str, name: &str| -> Vec<f64> {
        let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let head = lines.next().expect("a head");
        let place = |name: &str| head.iter().position(|column| *column == name).expect("a column");
        let rows = lines.filter(|line| line[place("outcome")] == "throughput");
        rows.map(|line| line[place(name)].parse().expect("a number")).collect()
    };
    let pairs = column(&answer(&[&worlds[..], &["--table", "pairs"]].concat()), "difference");
    let mean = column(&answer(&worlds), "difference_mean");
    assert!((pairs.iter().sum::<f64>() / 3.0 - mean[0]).abs() < 1e-12, "{pairs:?} {mean:?}");
    let why = answer(&["why", "software", "--replications", "3", "--plausible", "--format", "csv"]);
    assert_eq!(column(&why, "difference_mean")[0], mean[0]);
    let members = answer(&["run", "software", "--replications", "3", "--plausible", "--members", "--format", "csv"]);
    assert!(members.contains("plausible=yes"));
}

#[test]
fn what_is_varied_is_not_drawn_besides() {
    let text = answer(&[
        "sweep",
        "software",
        "--replications",
        "4",
        "--vary",
        "beta=0.1..0.2:2",
        "--plausible",
        "--format",
        "json",
    ]);
    let sweep: Value = serde_json::from_str(&text).expect("JSON");
    let run = [
        "run",
        "software",
        "--replications",
        "4",
        "--set",
        "beta=0.1",
        "--plausible",
        "--known",
        "beta",
        "--format",
        "json",
    ];
    let run: Value = serde_json::from_str(&answer(&run)).expect("JSON");
    assert_eq!(sweep["points"][0]["difference_mean"], run["paired"]["throughput"]["mean"]);
}

#[test]
fn what_cannot_be_known_or_drawn_is_refused_in_a_sentence() {
    let run = |more: &[&str], expect: &str| refuses(&[&["run", "software", "--plausible"], more].concat(), expect);
    run(&["--known", "betta"], "--known betta: no parameter has this name; did you mean beta?");
    run(&["--known", "members"], "--known members: never drawn, because it is known or decided");
    run(&["--replications", "65537"], "--replications = 65537: must be at most 65536 where worlds are drawn");
    run(&["--set", "plausible=perhaps"], "plausible = perhaps: must be yes or no");
    run(&["--set", "known=beta,members"], "--set known: members: never drawn");
    let huge = ["--set", "source=flow", "--set", "demand=48000"];
    run(&huge, "in a plausible world (--known makes a parameter stay), task_hours");
}

#[test]
fn what_is_known_without_worlds_is_told_to_do_nothing() {
    let output = lab(&["run", "software", "--replications", "2", "--known", "beta"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.contains("--known does nothing here"), "{said}");
}
