//! A story holds what the outcomes count.

use super::*;
use crate::recording::Recording;
use model::metrics::top_share;
use model::outcome::{Measure, Outcome};
use model::scenario::Scope;
use model::state::member::Activity;

const SCENARIOS: [&str; 5] = ["software", "emergency", "turnover", "research", "marketing"];

fn told(name: &str, replicate: u32) -> (Story, [Outcome; 2]) {
    let scenario = library::scenario(name).expect("built in");
    let recorded = Recording::new(&scenario, replicate).finish();
    let outcomes = [recorded.pair.control.clone(), recorded.pair.treatment.clone()];
    (Story::new(recorded, &scenario), outcomes)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * a.abs().max(1.0) || (a.is_nan() && b.is_nan())
}

#[test]
fn a_story_told_in_slices_is_the_story() {
    for name in SCENARIOS {
        let scenario = library::scenario(name).expect("built in");
        let (whole, _) = told(name, 1);
        let mut telling = Telling::new(&scenario, 1);
        let sliced = loop {
            match telling.go_on(&scenario, 100) {
                Ok(story) => break story,
                Err(rest) => telling = rest,
            }
        };
        assert_eq!(format!("{sliced:?}"), format!("{whole:?}"), "{name}");
    }
}

#[test]
fn the_network_is_the_one_the_outcomes_are_of() {
    for name in SCENARIOS {
        let (story, outcomes) = told(name, 1);
        for arm in Arm::BOTH {
            let (network, outcome) = (story.network(arm), &outcomes[arm as usize]);
            assert!(close(top_share(&network.given(), 1), outcome.get(Measure::Top1)), "{name} {arm:?}");
            let most = network.betweenness.iter().copied().fold(f64::NAN, f64::max);
            assert!(close(most, outcome.get(Measure::BetweennessTop)), "{name} {arm:?}");
            assert!(close(network.given().iter().sum(), network.received().iter().sum()), "{name} {arm:?}");
        }
    }
}

#[test]
fn struggles_and_tasks_are_those_the_outcomes_count() {
    for name in SCENARIOS {
        let (story, outcomes) = told(name, 1);
        for arm in Arm::BOTH {
            let (ledger, outcome) = (story.ledger(arm), &outcomes[arm as usize]);
            let change = story.change as f64;
            let ended = |end: fn(&End) -> bool| {
                let after = ledger.struggles.iter().filter(|struggle| struggle.over.day > change);
                after.filter(|struggle| end(&struggle.end)).count() as f64
            };
            let alone = ended(|end| matches!(end, End::Alone));
            let all = ended(|end| !matches!(end, End::Left | End::Open));
            assert!(close(alone / all, outcome.get(Measure::SelfSolved)), "{name} {arm:?}");
            let accepted = ledger.tasks.values().filter_map(|course| course.accepted);
            let accepted = accepted.filter(|at| at.day > change).count() as f64;
            assert_eq!(story.finished(arm).iter().sum::<f64>(), accepted, "{name} {arm:?}");
            let end = ledger.finished(&library::scenario(name).expect("built in")).map_or(f64::INFINITY, |at| at.day);
            let present = |day: usize| (0..story.seats()).filter(|&seat| story.days(arm, seat)[day].present).count();
            let part = |day: usize| (end - day as f64).clamp(0.0, 1.0) * present(day) as f64;
            let person_weeks = (story.change..story.days(arm, 0).len()).map(part).sum::<f64>() / 5.0;
            assert!(close(accepted / person_weeks, outcome.get(Measure::Throughput)), "{name} {arm:?}");
        }
    }
}

#[test]
fn hours_by_week_are_all_paid_hours() {
    let (story, outcomes) = told("turnover", 0);
    for arm in Arm::BOTH {
        let mut hours = [0.0; ACTIVITIES];
        for seat in 0..story.seats() {
            hours = story.weeks(arm, seat).iter().fold(hours, add);
        }
        let paid: f64 = hours.iter().sum::<f64>() - hours[Activity::Away as usize];
        let stuck = hours[Activity::Stuck as usize] / paid;
        assert!(close(stuck, outcomes[arm as usize].get(Measure::BlockedShare)));
    }
}

#[test]
fn help_shows_on_both_sides_and_every_struggle_once() {
    for name in SCENARIOS {
        let (story, _) = told(name, 3);
        for arm in Arm::BOTH {
            let (mut helped, mut helps, mut struggles) = (0, 0, 0);
            for seat in 0..story.seats() {
                let episodes = story.episodes(arm, seat);
                assert!(episodes.is_sorted_by(|a, b| a.at.hour <= b.at.hour));
                for episode in episodes {
                    assert!(episode.weight >= 0.0, "{name}: {episode:?}");
                    match episode.what {
                        What::Stuck(struggle, _) => {
                            struggles += 1;
                            helped += u32::from(matches!(struggle.end, End::Helped { .. }));
                        }
                        What::Helped(..) => helps += 1,
                        _ => {}
                    }
                }
            }
            assert_eq!(helped, helps, "{name} {arm:?}");
            let over = |struggle: &&Struggle| struggle.over.day > story.change as f64;
            assert_eq!(struggles, story.ledger(arm).struggles.iter().filter(over).count(), "{name} {arm:?}");
        }
    }
}

#[test]
fn the_same_policy_leaves_no_gap() {
    let (story, _) = told("baseline", 0);
    for seat in 0..story.seats() {
        for episode in story.episodes(Arm::Treatment, seat) {
            if let What::Stuck(here, there) = episode.what {
                assert_eq!(there, Fate::Stuck(here));
                assert_eq!(episode.weight, 0.0);
            }
        }
    }
}

#[test]
fn the_assist_leader_takes_the_role_and_has_weeks_of_duty() {
    let (story, _) = told("software", 0);
    let leaders: Vec<usize> = (0..story.seats())
        .filter(|&seat| {
            let episodes = story.episodes(Arm::Treatment, seat);
            let role = episodes.iter().any(|episode| matches!(episode.what, What::Role(true)));
            let duty = episodes.iter().filter(|episode| matches!(episode.what, What::Duty(_))).count();
            assert_eq!(role, duty > 20, "{seat}");
            role
        })
        .collect();
    assert_eq!(leaders.len(), 1);
    let network = story.network(Arm::Treatment);
    assert_eq!(network::rank(&network.given(), leaders[0]), 1, "the assist leader helps most");
}

#[test]
fn a_cause_that_is_mended_stops_nobody_any_more_and_everyone_is_told_from_what_it_spared_them() {
    let mut draft = library::scenario("software").expect("built in").draft();
    for (id, value) in [("voice", 1.0), ("mend_hours", 30.0), ("h0", 0.0)] {
        draft.set(Scope::Both, id, Some(value));
    }
    draft.set(Scope::Only(Arm::Treatment), "improvement_share", Some(0.1));
    let scenario = draft.finish().expect("valid");
    let recorded = Recording::new(&scenario, 0).finish();
    let removed = recorded.pair.treatment.get(Measure::CausesRemoved);
    let story = Story::new(recorded, &scenario);
    assert!(story.ledger(Arm::Control).mended.is_empty());
    let ledger = story.ledger(Arm::Treatment);
    let change = story.change as f64;
    let after: Vec<_> = ledger.mended.iter().filter(|(_, at)| at.day > change).collect();
    assert!(removed > 0.0 && after.len() as f64 == removed);
    let mut all = 0;
    for (cause, at) in after {
        let met = |struggle: &&Struggle| struggle.cause == Some(*cause) && struggle.met.day >= at.day;
        assert_eq!(ledger.struggles.iter().filter(met).count(), 0, "cause {cause}");
        let there = story.ledger(Arm::Control).struggles.iter().filter(met).count() as u32;
        let told = (0..story.seats()).flat_map(|seat| story.episodes(Arm::Treatment, seat));
        let spared = told.filter_map(|episode| match episode.what {
            What::Mended(mended) if mended.cause == *cause => Some(mended.spared),
            _ => None,
        });
        assert_eq!(spared.sum::<u32>(), there, "cause {cause}");
        all += there;
    }
    assert!(all > 0, "it spared someone something");
}
