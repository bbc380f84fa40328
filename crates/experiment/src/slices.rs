//! Work cut into slices, for a page that must not stand still.
//!
//! A slice is bounded in work and not in time: events and members' days while a team lives, entries while its diary is read. How
//! long it takes is a matter of the machine; that nothing longer is done at a stretch is not, and so it can be tested.

use super::pair::run_arm;
use model::scenario::Scenario;
use model::simulation::Simulation;

/// The work of a slice. A pair of the plain team comes to 8,700.
pub const SLICE: u64 = 30_000;

/// Seats of which each lives a day at a stretch; in a larger team all live as much less of it.
const SEATS: u32 = 2;

/// Lets arms live on from a day towards another, until so much work is done; answers how far they came, and how much it was.
pub fn run_some(arms: &mut [Simulation], scenario: &Scenario, [from, to]: [f64; 2], most: u64) -> (f64, u64) {
    let stretch = 1.0 / f64::from(scenario.seats().div_ceil(SEATS));
    let work = |arm: &Simulation| arm.events() + u64::from(scenario.seats()) * u64::from(arm.days());
    let (mut day, mut done) = (from, 0);
    while day < to && done < most {
        day = (day + stretch).min(to);
        for arm in arms.iter_mut() {
            let before = work(arm);
            run_arm(arm, scenario, day);
            done += work(arm) - before;
        }
    }
    (day, done)
}
