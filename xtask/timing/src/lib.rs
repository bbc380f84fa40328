//! Pairs to be timed, natively and as WebAssembly.

use experiment::pair::run_pair;
use model::outcome::Measure;
use model::scenario::{Arm, Scenario, Scope};

/// The plain team of this size, with an assist leader for each eight members in the treatment arm.
fn team(members: u32) -> Scenario {
    let mut draft = library::scenario("baseline").expect("built in").draft();
    draft.set(Scope::Both, "members", Some(f64::from(members)));
    draft.set(Scope::Both, "groups", Some(f64::from(members.div_ceil(4))));
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(f64::from(members.div_ceil(8))));
    draft.finish().expect("valid")
}

/// Runs pairs of a team of so many members; answers what they put out, so that no compiler leaves them away.
// Called from JavaScript by its name.
#[unsafe(no_mangle)]
pub extern "C" fn pairs(members: u32, first: u32, count: u32) -> f64 {
    let scenario = team(members);
    let output = |replicate: u32| run_pair(&scenario, replicate).treatment.values[Measure::Throughput as usize];
    (first..first + count).map(output).sum()
}
