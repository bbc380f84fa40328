// The golden digest and how it is made; included by the native and by the browser's tests.

/// Digest of the runs below.
const GOLDEN: u64 = 0x772b_9bcd_f8e2_8375;

/// Runs two pairs of four scenarios that between them use every process, and digests all their numbers.
fn found() -> u64 {
    use experiment::pair::run_pair;
    found_by(run_pair)
}

/// The same with a diary of every arm.
fn found_with_diaries() -> u64 {
    use experiment::recording::Recording;
    found_by(|scenario, replicate| Recording::new(scenario, replicate).finish().pair)
}

/// Digest of the same in worlds that are drawn.
const GOLDEN_WORLDS: u64 = 0xf489_094b_51c5_eebf;

/// The same in worlds that are drawn.
fn found_in_worlds() -> u64 {
    found_by(|scenario, replicate| {
        let mut draft = scenario.draft();
        draft.plausible.on = true;
        experiment::pair::run_pair(&draft.finish().expect("valid"), replicate)
    })
}

fn found_by(
    run_pair: fn(&model::scenario::Scenario, u32) -> experiment::pair::Pair,
) -> u64 {
    experiment::digest::digest(pairs(run_pair, &[NEW_IN_FLOW, NEW_IN_PROJECT]).iter())
}

/// What came to the model after its first version, so far as it is not on by itself: for both arms, for the treatment, and what happens from
/// outside.
type New = [&'static str; 4];

const NEW_IN_FLOW: New = [
    r#", "quiet": 0.4, "a_G": 0.05"#,
    r#", "shared_board": 0.5, "check_ins": 1"#,
    r#", "improvement_share": 0.15, "lead_assists": 0.2, "gatekeeping": 0.4, "pass_on": true, "huddle": 1"#,
    r#", "shocks": [{"week": 3, "estrange": 0.5}, {"week": 5, "weeks": 4, "trouble": 2}]"#,
];
const NEW_IN_PROJECT: New = [
    "",
    "",
    r#", "improvement_share": 0.15, "documentation": 2, "relief": true, "successors": true, "stretch": true, "career_path": 0.5"#,
    r#", {"week": 9, "unlearn": 0.2}"#,
];

/// The pairs, with so much of what is new in those with a flow of work and a project.
fn pairs(
    run_pair: fn(&model::scenario::Scenario, u32) -> experiment::pair::Pair,
    [flow, project]: &[New; 2],
) -> Vec<experiment::pair::Pair> {
    use library::{file, scenario};

    let [world, policy, treatment, shocks] = flow;
    let flow = file::parse(&format!(
        r#"{{"format": 2, "seed": 9007199254740991,
            "world": {{"source": "flow", "demand": 2.2, "members": 9, "groups": 3, "task_cv": 1.3, "voice": 1, "mend_hours": 10{world}}},
            "policy": {{"micromanagement": 0.5, "remote_share": 0.3, "hours_per_week": 50{policy}}},
            "treatment": {{"assist_leaders": 2, "delegated": 0.5, "automation": 0.2, "role_charter": true, "recognition": 0.4{treatment}}}{shocks}}}"#,
    ));
    let [world, policy, treatment, shocks] = project;
    let project = file::parse(&format!(
        r#"{{"format": 2, "seed": 3,
            "world": {{"source": "project", "project_tasks": 400, "h0": 0.6, "vacancy": 3, "k_R": 2, "voice": 1, "mend_hours": 10{world}}},
            "policy": {{"training": 3, "assist_leaders": 1{policy}}}, "treatment": {{"assist_share": 0.7, "formal_lead": false{treatment}}},
            "shocks": [{{"week": 2, "weeks": 3, "lead_away": true}}, {{"week": 4, "weeks": 2, "blockers": 2}}, {{"week": 5, "joins": 2}},
                       {{"week": 6, "leaves": 3}}, {{"week": 7, "redo": 0.5}}, {{"week": 8, "weeks": 2, "hours": 1.3}}{shocks}],
            "treatment_until_week": 20}}"#,
    ));
    let scenarios = [scenario("software"), scenario("baseline"), flow.ok(), project.ok()];
    let pairs: Vec<_> =
        scenarios.iter().flatten().flat_map(|scenario| [0, 1].map(|replicate| run_pair(scenario, replicate))).collect();
    assert_eq!(pairs.len(), 8, "all four scenarios are valid");
    pairs
}
