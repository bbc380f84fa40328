//! What one has to name to get the same again.

use library::origin::Origin;
use model::scenario::Scenario;

/// Longest list of settings [characters].
const SETTINGS: usize = 300;

/// Program, scenario, what is set in it, and seed; `shown` is whether that is what is seen.
pub fn version(scenario: &Scenario, shown: bool) -> String {
    let (program, origin, seed) = (env!("CARGO_PKG_VERSION"), Origin::of(scenario).clause(SETTINGS), scenario.seed());
    if shown {
        words::page::Version { version: &program, origin: &origin, seed: &seed }.say()
    } else {
        words::page::VersionElsewhere { version: &program, origin: &origin, seed: &seed }.say()
    }
}
