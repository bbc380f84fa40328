//! Where each parameter is said to act and show, it does.

use crate::lively::lively;
use experiment::pair::run_pair;
use model::outcome::Outcome;
use model::parameters::touches::{Process, TOUCHES, touches};
use model::parameters::{Kind, PARAMETERS, Parameter};

#[test]
fn every_parameter_touches_something_and_every_process_is_touched() {
    let ids: Vec<&str> = TOUCHES.iter().map(|touches| touches.id).collect();
    let table: Vec<&str> = PARAMETERS.iter().map(|row| row.id).collect();
    assert_eq!(ids, table, "a line for each parameter, in the order of the table");
    for touches in TOUCHES {
        assert!((1..=4).contains(&touches.processes.len()), "{}", touches.id);
        assert!((1..=3).contains(&touches.measures.len()), "{}", touches.id);
    }
    for process in Process::ALL {
        assert!(TOUCHES.iter().any(|touches| touches.processes.contains(process)), "{process:?}");
    }
}

/// Two values far from each other on the row's lever.
fn ends(row: &Parameter) -> [String; 2] {
    let (low, high) = row.lever;
    let between = |share: f64| low + share * (high - low);
    match row.kind {
        Kind::Number | Kind::Optional => [0.2, 0.8].map(|share| between(share).to_string()),
        Kind::Count => [0.25, 0.75].map(|share| between(share).round().to_string()),
        Kind::Switch => ["no", "yes"].map(str::to_owned),
        Kind::Choice(names) => [names[0], names[names.len() - 1]].map(str::to_owned),
    }
}

/// What the treatment arm of a replicate comes to at both ends of a parameter's lever, under one source of work.
fn outcomes(row: &Parameter, source: &str, replicate: u32) -> [Outcome; 2] {
    ends(row).map(|text| {
        let changes: Vec<(&str, &str)> = match row.id {
            "givers" | "takers" => vec![("givers", "0.1"), ("takers", "0.1"), (row.id, &text)],
            "role_charter" => vec![("role_clarity", "0.2"), (row.id, &text)],
            _ => vec![(row.id, &text)],
        };
        let settings = [&[("source", source)], changes.as_slice()].concat();
        run_pair(&lively(&settings).finish().expect("valid"), replicate).treatment
    })
}

#[test]
fn moving_a_parameter_shows_where_it_is_said_to() {
    let mut still = Vec::new();
    for row in &PARAMETERS {
        let touches = touches(row.id).expect("a line for each parameter");
        let mut quiet = touches.measures.to_vec();
        // Some need the right source of work, some that chance lets somebody leave.
        for (source, replicate) in [("backlog", 0), ("flow", 1), ("project", 2), ("backlog", 3), ("flow", 4)] {
            if !quiet.is_empty() {
                let [low, high] = outcomes(row, source, replicate);
                quiet.retain(|&measure| low.get(measure).to_bits() == high.get(measure).to_bits());
            }
        }
        still.extend(quiet.into_iter().map(|measure| format!("{} moves no {measure:?}", row.id)));
    }
    assert!(still.is_empty(), "{still:#?}");
}
