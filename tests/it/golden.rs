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
fn results_in_plausible_worlds_are_those_of_their_golden_digest() {
    let found = found_in_worlds();
    assert_eq!(found, GOLDEN_WORLDS, "{found:#018x} instead of {GOLDEN_WORLDS:#018x}");
}

#[test]
fn a_diary_changes_no_bit() {
    assert_eq!(found_with_diaries(), GOLDEN);
}

#[test]
fn with_all_that_is_new_off_results_are_those_of_the_version_before() {
    use model::outcome::Measure as M;
    use model::scenario::{Scenario, Scope};
    use model::series::Series as S;
    let new = [
        M::Output,
        M::HoursImproving,
        M::CausesRemoved,
        M::Averted,
        M::IdeasRaised,
        M::IdeasAdopted,
        M::OwnDecisions,
        M::Misunderstandings,
        M::TrustWithin,
        M::TrustAcross,
        M::GapStuck,
        M::GapVoice,
        M::HelpOthers,
        M::LeadHoursFree,
        M::HoursPractice,
        M::MoraleAssist,
        M::QuitAssist,
        M::WorkAssist,
        M::Heirs,
        M::SkillNewcomers,
        M::RecoveryWeeks,
    ];
    let without = |scenario: &Scenario, replicate: u32| {
        let mut draft = scenario.draft();
        for id in ["recurring", "k_admit", "depend", "k_desk"] {
            draft.set(Scope::Both, id, Some(0.0));
        }
        experiment::pair::run_pair(&draft.finish().expect("valid"), replicate)
    };
    let pairs = pairs(without, &[[""; 4]; 2]);
    let found = experiment::digest::digest_without(pairs.iter(), &new, &[S::TrustWithin, S::TrustAcross]);
    assert_eq!(found, 0x167c_54c1_6205_efe9, "{found:#018x}");
}
