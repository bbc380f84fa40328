// The golden digest and how it is made; included by the native and by the browser's tests.

/// Digest of the runs below.
const GOLDEN: u64 = 0x4aa8_4041_b1c8_628a;

/// Runs two pairs of three scenarios that between them use every process, and digests all their numbers.
fn found() -> u64 {
    use assist_lab::experiment::{digest::digest, ensemble::run};
    use assist_lab::library::{file, scenario};

    let flow = file::parse(
        r#"{"format": 1, "seed": 9007199254740991,
            "world": {"source": "flow", "demand": 2.2, "members": 9, "groups": 3, "task_cv": 1.3},
            "policy": {"micromanagement": 0.5, "remote_share": 0.3, "hours_per_week": 50},
            "treatment": {"assist_leaders": 2, "delegated": 0.5, "automation": 0.2, "role_charter": true, "recognition": 0.4}}"#,
    );
    let scenarios = [scenario("software"), scenario("baseline"), flow.ok()];
    let pairs: Vec<_> = scenarios.iter().flatten().flat_map(|scenario| run(scenario, 0..2)).collect();
    assert_eq!(pairs.len(), 6, "all three scenarios are valid");
    digest(pairs.iter())
}
