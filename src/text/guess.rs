//! What a reader expected of the result, in words.

use super::result::unit_name;
use crate::state::guess::{Amount, Expected, Unit};
use model::scenario::Scenario;
use words::{guess, numbers};

/// What was expected, in the unit in which it was, or else in that in which the result is told.
pub fn expected(expected: Expected, told: Unit, scenario: &Scenario) -> String {
    let amount = |amount: Amount| with_unit(amount.number, amount.unit.unwrap_or(told), scenario);
    match expected {
        Expected::More(number) => guess::expected_more(&amount(number)),
        Expected::Same => guess::expected_same().to_owned(),
        Expected::Less(number) => guess::expected_less(&amount(number)),
    }
}

/// A number of such units.
pub fn with_unit(number: u32, unit: Unit, scenario: &Scenario) -> String {
    numbers::WithUnit { number: &number, unit: &unit_name(unit, scenario) }.say()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_expected_keeps_the_unit_it_was_expected_in() {
        let scenario = library::scenario(library::DEFAULT).unwrap();
        let check = |given, told, text: &str| assert_eq!(expected(given, told, &scenario), text);
        let amount = |number, unit| Amount { number, unit };
        let own = unit_name(Unit::Own, &scenario);
        check(Expected::More(amount(5, Some(Unit::PerCent))), Unit::PerCent, "You expected 5 % more.");
        check(Expected::More(amount(5, Some(Unit::PerCent))), Unit::Own, "You expected 5 % more.");
        check(Expected::Less(amount(10, Some(Unit::Own))), Unit::PerCent, &format!("You expected 10 {own} less."));
        check(Expected::Less(amount(10, None)), Unit::PerCent, "You expected 10 % less.");
        check(Expected::Same, Unit::Own, "You expected about the same.");
    }
}
