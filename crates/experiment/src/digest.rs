//! One number for all bits of a result, or for all that decides one: two agree if and, but for chance, only if their digests do.

use super::pair::Pair;
use model::outcome::{Measure, Outcome};
use model::parameters::PARAMETERS;
use model::plausible::all;
use model::scenario::{Arm, Scenario};
use model::series::{SERIES, Series};
use model::shock::Change;

/// FNV-1a of 64 bits over every number of every pair, in order.
///
/// Source: Fowler, Noll & Vo; offset basis and prime of draft-eastlake-fnv. A value that is not there counts as one fixed `NaN`,
/// because the bits of a `NaN` are the machine's own affair.
pub fn digest<'a>(pairs: impl Iterator<Item = &'a Pair>) -> u64 {
    digest_without(pairs, &[], &[])
}

/// The same without some outcomes and series: that of a version which did not have them yet.
pub fn digest_without<'a>(pairs: impl Iterator<Item = &'a Pair>, outcomes: &[Measure], series: &[Series]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for pair in pairs {
        absorb(&mut hash, &pair.control, outcomes, series);
        absorb(&mut hash, &pair.treatment, outcomes, series);
    }
    hash
}

fn absorb(hash: &mut u64, outcome: &Outcome, without: &[Measure], series: &[Series]) {
    let counted = Measure::ALL.iter().filter(|measure| !without.contains(measure));
    let values = counted.map(|&measure| outcome.get(measure));
    let is_counted = |place: usize| !series.iter().any(|&series| series as usize == place);
    let places: Vec<usize> = (0..SERIES).filter(|&place| is_counted(place)).collect();
    let weeks = outcome.weeks.iter().flat_map(|week| places.iter().map(|&place| week[place]));
    for value in values.chain(weeks) {
        let bits = if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
        for byte in bits.to_le_bytes() {
            *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// Where FNV-1a of 128 bits begins.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;

/// FNV-1a of 128 bits over all that decides what a replicate of a scenario comes to: seed, world, policies, shocks and where the treatment
/// ends. What it is called and what is said about it is not among that.
pub fn scenario(scenario: &Scenario) -> u128 {
    let mut hash = BASIS;
    let mut number = |value: Option<f64>| absorb_bytes(&mut hash, value.map(|value| (value + 0.0).to_bits()));
    // A seed has 53 bits, as many as a number keeps.
    number(Some(scenario.seed() as f64));
    for row in PARAMETERS {
        for arm in Arm::BOTH {
            number(scenario.get(arm, row.id).flatten());
        }
    }
    number(scenario.until_week().map(f64::from));
    for shock in scenario.shocks() {
        number(Some(f64::from(shock.week)));
        number(shock.weeks.map(f64::from));
        let [change, size] = of_change(shock.change);
        number(Some(change));
        number(Some(size));
    }
    let plausible = scenario.plausible();
    if plausible.on {
        number(Some(PLAUSIBLE));
        for (place, _) in all().enumerate().filter(|(_, row)| plausible.knows(row.id)) {
            number(Some(place as f64));
        }
    }
    hash
}

/// What stands in a digest where worlds are drawn: no kind of shock, and no week.
const PLAUSIBLE: f64 = -1.0;

fn of_change(change: Change) -> [f64; 2] {
    match change {
        Change::Demand(factor) => [0.0, factor],
        Change::Blockers(factor) => [1.0, factor],
        Change::Asking(factor) => [2.0, factor],
        Change::Hours(factor) => [3.0, factor],
        Change::LeadAway => [4.0, 0.0],
        Change::Leaves(seat) => [5.0, f64::from(seat)],
        Change::Joins(count) => [6.0, f64::from(count)],
        Change::Redo(share) => [7.0, share],
        Change::Unlearn(share) => [8.0, share],
        Change::Estrange(share) => [9.0, share],
        Change::Trouble(seat) => [10.0, f64::from(seat)],
    }
}

/// A byte that says whether there is a value, and its bits.
fn absorb_bytes(hash: &mut u128, bits: Option<u64>) {
    let there = u8::from(bits.is_some());
    for byte in std::iter::once(there).chain(bits.unwrap_or(0).to_le_bytes()) {
        absorb_byte(hash, byte);
    }
}

fn absorb_byte(hash: &mut u128, byte: u8) {
    *hash = (*hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
}

/// FNV-1a of 128 bits over a text, part by part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfText(u128);

impl OfText {
    /// Of an empty text.
    pub const EMPTY: Self = Self(BASIS);

    /// With more text behind it.
    #[must_use]
    pub fn and(mut self, text: &str) -> Self {
        text.bytes().for_each(|byte| absorb_byte(&mut self.0, byte));
        self
    }

    /// As 32 hexadecimal digits.
    pub fn shown(self) -> String {
        format!("{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::{Draft, Scope};
    use model::shock::Shock;

    fn changed(change: impl Fn(&mut Draft)) -> u128 {
        let mut draft = library::scenario("software").expect("built in").draft();
        change(&mut draft);
        scenario(&draft.finish().expect("valid"))
    }

    #[test]
    fn all_that_decides_a_run_is_in_the_digest_of_its_scenario_and_no_more() {
        let shock = |week, change| Shock { week, weeks: None, change, label: String::new() };
        let changes: [&dyn Fn(&mut Draft); 11] = [
            &|_| {},
            &|draft| draft.seed += 1,
            &|draft| draft.until_week = Some(3),
            &|draft| draft.plausible.on = true,
            &|draft| {
                draft.plausible.on = true;
                draft.know("beta");
            },
            &|draft| draft.set(Scope::Both, "beta", Some(0.213)),
            &|draft| draft.set(Scope::Only(Arm::Control), "recognition", Some(0.51)),
            &|draft| draft.set(Scope::Only(Arm::Treatment), "recognition", Some(0.51)),
            &|draft| draft.shocks.push(shock(1, Change::Redo(0.5))),
            &|draft| draft.shocks.push(shock(2, Change::Redo(0.5))),
            &|draft| draft.shocks.push(shock(1, Change::Blockers(0.5))),
        ];
        let digests: Vec<u128> = changes.iter().map(|change| changed(change)).collect();
        for (place, digest) in digests.iter().enumerate() {
            assert!(!digests[..place].contains(digest), "change {place}");
        }
        assert_eq!(changed(|draft| draft.texts.title = "another".to_owned()), digests[0]);
        assert_eq!(changed(|draft| draft.know("beta")), digests[0], "what is known counts where worlds are drawn");
    }

    #[test]
    fn a_text_has_the_published_digest_however_it_is_cut() {
        // Test vectors of draft-eastlake-fnv for FNV-1a of 128 bits.
        assert_eq!(OfText::EMPTY.shown(), "6c62272e07bb014262b821756295c58d");
        assert_eq!(OfText::EMPTY.and("a").shown(), "d228cb696f1a8caf78912b704e4a8964");
        assert_eq!(OfText::EMPTY.and("foo").and("bar").shown(), "343e1662793c64bf6f0d3597ba446f18");
    }

    #[test]
    fn built_in_scenarios_have_digests_of_their_own() {
        let digests: Vec<u128> = library::names().filter_map(library::scenario).map(|found| scenario(&found)).collect();
        let different: std::collections::BTreeSet<&u128> = digests.iter().collect();
        assert_eq!(different.len(), digests.len());
    }
}
