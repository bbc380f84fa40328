//! The queue in Assist Lab: a team in which nothing hinders anyone, as docs/verification.md has it.

use evidence::limits::queueing::QUEUE;
use evidence::settings::{IDEAL, seeded};
use experiment::pair::run_pair;
use model::outcome::Measure;
use peers::Queue;

/// Demand is by the week.
const HOURS: f64 = 40.0;

fn run(queue: Queue) -> (f64, f64) {
    let demand = queue.arrivals * HOURS;
    let weeks = (f64::from(queue.customers) / demand).ceil();
    let own = format!(
        "members={} demand={demand} task_hours={} task_cv=1 warmup_weeks=0 intervention_weeks={weeks}",
        queue.servers,
        1.0 / queue.services
    );
    let scenario = seeded(&format!("{} {} {own}", IDEAL.settings, QUEUE.settings), queue.seed).untreated();
    let outcome = run_pair(&scenario, 0).control;
    let done = outcome.get(Measure::Throughput) * f64::from(queue.servers) * weeks;
    (done.round(), outcome.get(Measure::WaitMean))
}

fn main() {
    peers::answer(run);
}
