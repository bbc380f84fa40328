//! The same file and seed give the same bits, today as when the digest was written, here as in the browser.

include!("../golden/digest.rs");

#[test]
fn results_are_those_of_the_golden_digest() {
    let found = found();
    assert_eq!(
        found, GOLDEN,
        "results changed: {found:#018x} instead of {GOLDEN:#018x}. If that is meant, put the new number into \
         tests/golden/digest.rs and say in CHANGELOG.md why results changed; the browser's test must give the same number."
    );
}

#[test]
fn a_diary_changes_no_bit() {
    assert_eq!(found_with_diaries(), GOLDEN);
}

#[test]
fn where_nothing_is_improved_results_are_those_of_the_version_before() {
    use model::outcome::Measure as M;
    let new = [M::Output, M::HoursImproving, M::CausesRemoved, M::Averted, M::IdeasRaised, M::IdeasAdopted];
    let pairs = pairs(experiment::pair::run_pair, 0.0);
    assert_eq!(experiment::digest::digest_without(pairs.iter(), &new), 0xe138_ad76_9e47_eeca);
}
