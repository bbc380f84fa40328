//! What happens from outside, in a few words.

use super::labels::Labels;
use super::numbers::plain;
use model::shock::{Change, Shock};
use words::shocks;

/// What a shock is called: as its scenario says, or by what it does.
pub fn label(shock: &Shock, labels: Labels) -> String {
    if !shock.label.is_empty() {
        return shock.label.clone();
    }
    match shock.change {
        Change::Demand(factor) => either(factor, shocks::more_demand, shocks::less_demand),
        Change::Blockers(factor) => either(factor, shocks::more_blocked, shocks::less_blocked),
        Change::Hours(factor) => either(factor, shocks::longer_hours, shocks::fewer_hours),
        Change::Asking(factor) => either(factor, shocks::more_asking, shocks::less_asking),
        Change::LeadAway => shocks::lead_away().to_owned(),
        Change::Leaves(seat) => shocks::leaves(&labels.person(seat.saturating_sub(1) as usize)),
        Change::Joins(count) => shocks::joins(count as usize),
        Change::Redo(share) => shocks::redo(&plain(100.0 * share)),
        Change::Unlearn(_) => shocks::unlearn().to_owned(),
        Change::Estrange(_) => shocks::estrange().to_owned(),
        Change::Trouble(seat) => shocks::trouble(&labels.person(seat.saturating_sub(1) as usize)),
    }
}

fn either(factor: f64, more: fn() -> &'static str, less: fn() -> &'static str) -> String {
    if factor < 1.0 { less() } else { more() }.to_owned()
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
        check(Change::Trouble(2), "", "developer 2 has trouble at home");
        check(Change::Leaves(3), "", "developer 3 leaves");
    }
}
