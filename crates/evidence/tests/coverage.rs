//! What the table of coverage says about the model shows with few pairs, for some that matter most.

use evidence::coverage::statements;
use evidence::validation::figure::ensemble;

/// Statements whose readings are tried: effects that few pairs show.
const CHOSEN: [&str; 18] = [
    "1.8", "1.12", "1.14", "2.5", "2.6", "2.8", "4.7", "5.6", "5.12", "5.15", "6.3", "6.4", "7.2", "7.6", "9.5", "9.7",
    "10.3", "10.7",
];

#[test]
fn the_readings_show_what_is_said_of_them() {
    let mut tried = 0;
    for statement in statements().iter().filter(|statement| CHOSEN.contains(&statement.number.as_str())) {
        for reading in &statement.readings {
            let Some(shows) = reading.shows else { continue };
            let contrast = ensemble(&reading.scenario(), 60).contrast(reading.measure());
            assert!(shows.holds(&contrast), "{}: {reading:?} shows {:?}", statement.number, contrast.difference);
            tried += 1;
        }
    }
    assert!(tried > 2 * CHOSEN.len() - 6, "{tried} are few");
}
