//! What happens from outside, in a few words.

use super::labels::Labels;
use super::numbers::plain;
use model::shock::{Change, Shock};

/// What a shock is called: as its scenario says, or by what it does.
pub fn label(shock: &Shock, labels: Labels) -> String {
    if !shock.label.is_empty() {
        return shock.label.clone();
    }
    let more = |factor: f64, what: &str| format!("{} {what}", if factor < 1.0 { "less" } else { "more" });
    match shock.change {
        Change::Demand(factor) => more(factor, "demand"),
        Change::Blockers(factor) => more(factor, "blocked work"),
        Change::Hours(factor) => format!("{} hours", if factor < 1.0 { "fewer" } else { "longer" }),
        Change::Asking(factor) => more(factor, "asking"),
        Change::LeadAway => "lead away".to_owned(),
        Change::Leaves(seat) => format!("{} leaves", labels.person(seat.saturating_sub(1) as usize)),
        Change::Joins(1) => "one joins".to_owned(),
        Change::Joins(count) => format!("{count} join"),
        Change::Redo(share) => format!("{} % to be done again", plain(100.0 * share)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shock_without_a_name_is_called_by_what_it_does() {
        let shock = |change: Change, label: &str| Shock { week: 1, weeks: None, change, label: label.to_owned() };
        let software = library::scenario("software").expect("built in");
        let check = |change, name, expect| assert_eq!(label(&shock(change, name), Labels::of(&software)), expect);
        check(Change::Demand(1.25), "surge", "surge");
        check(Change::Demand(1.25), "", "more demand");
        check(Change::Hours(0.5), "", "fewer hours");
        check(Change::Redo(0.3), "", "30 % to be done again");
        check(Change::Leaves(3), "", "developer 3 leaves");
    }
}
