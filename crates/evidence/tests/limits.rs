//! Every limiting case, with as few replications as its rule of acceptance allows.

use evidence::case::{Depth, Family};
use evidence::limits;
use evidence::settings::SEED;

/// All cases of some families pass.
fn check(families: &[Family]) {
    for family in families {
        for case in family.cases.iter().filter(|case| case.effort.at(Depth::Quick) > 0) {
            let finding = case.examine(&family.presets, case.effort.at(Depth::Quick), SEED);
            assert!(finding.passes, "{}, {} ({}): {finding:?}", family.title, case.title, case.settings);
        }
    }
}

#[test]
fn queues() {
    check(&limits::queueing::families());
}

#[test]
fn blockers_without_help() {
    check(&limits::blocking::families());
}

#[test]
fn help() {
    check(&limits::helping::families());
}

#[test]
fn people() {
    check(&limits::people::families());
}

#[test]
fn the_formal_lead() {
    check(&limits::approvals::families());
}

#[test]
fn projects() {
    check(&limits::project::families());
}

#[test]
fn rework() {
    check(&limits::rework::families());
}

#[test]
fn slow_states() {
    check(&limits::slow::families());
}

#[test]
fn turnover() {
    check(&limits::turnover::families());
}

#[test]
fn pay_forward_and_stars() {
    check(&limits::reciprocity::families());
}

#[test]
fn who_knows_what_and_unasked_help() {
    check(&limits::knowing::families());
}

#[test]
fn costs() {
    check(&limits::costs::families());
}

#[test]
fn lasting_causes() {
    check(&limits::improving::families());
}
