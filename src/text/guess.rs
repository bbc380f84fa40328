//! What a reader expected of the result, in words.

use crate::state::guess::Expected;
use words::{guess, numbers};

/// What was expected, in the unit in which the result is told.
pub fn expected(expected: Expected, unit: &str) -> String {
    let amount = |number| numbers::WithUnit { number: &number, unit: &unit }.say();
    match expected {
        Expected::More(number) => guess::expected_more(&amount(number)),
        Expected::Same => guess::expected_same().to_owned(),
        Expected::Less(number) => guess::expected_less(&amount(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_expected_has_the_unit_of_the_result() {
        let check = |given, unit: &str, text: &str| assert_eq!(expected(given, unit), text);
        check(Expected::More(5), "%", "You expected 5 % more.");
        check(Expected::Less(10), "points", "You expected 10 points less.");
        check(Expected::Same, "points", "You expected about the same.");
    }
}
