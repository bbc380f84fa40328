//! Sentences of struggles made by hand, and of every scenario.

use super::*;
use experiment::recording::Recording;
use model::diary::Blocker;
use model::scenario::{Draft, Scope};

/// Tells from person 3 of a team without assist leader and without words of its own.
fn check(test: impl FnOnce(Teller<'_>)) {
    let mut draft = Draft::default();
    draft.set(Scope::Both, "groups", Some(2.0));
    draft.set(Scope::Both, "h0", Some(0.0));
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
    let scenario = draft.finish().expect("valid");
    let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
    test(Teller { story: &story, scenario: &scenario, arm: Arm::Control, seat: 2 });
}

fn at(hour: f64) -> Moment {
    Moment { hour, day: hour / 8.0 }
}

/// Person 3 stuck for some hours from the second day of the second week on.
fn struggle(hours: f64, end: End) -> Struggle {
    Struggle {
        seat: 2,
        blocker: Blocker { task: 131, place: 0 },
        kind: BlockerKind::Clarity,
        cause: None,
        met: at(528.0),
        over: at(528.0 + hours),
        requests: Vec::new(),
        noticed: None,
        declined: Vec::new(),
        in_vain: Vec::new(),
        escalated: false,
        end,
    }
}

fn refused(whom: usize) -> Request {
    Request { at: at(530.0), whom, granted: false }
}

const HELPED: End = End::Helped { by: 3, hours: 0.6, from: Activity::Working };

fn told(teller: &Teller<'_>, what: What<'_>) -> [String; 3] {
    let Told { when, here, there } =
        teller.tell(&Episode { at: at(528.0), topic: experiment::story::Topic::Stuck, what, weight: 0.0 });
    [when, here, there]
}

#[test]
fn a_struggle_stands_beside_its_counterpart() {
    check(|teller| {
        let mut here = struggle(1.8, HELPED);
        here.requests = vec![refused(5), refused(5), refused(6)];
        let there = struggle(9.0, End::Alone);
        assert_eq!(
            told(&teller, What::Stuck(&here, Fate::Stuck(&there))),
            [
                "Week 2, day 2",
                "Stuck for 1.8 h on task 132: it was unclear what was wanted. Person 6 and person 7 said no; person 4 \
             interrupted their own work and helped for 36 min.",
                "Stuck 9.0 h, solved alone.",
            ]
        );
        assert_eq!(told(&teller, What::Stuck(&here, Fate::Stuck(&here)))[2], "The same.");
    });
}

#[test]
fn who_had_the_task_there_is_said() {
    check(|teller| {
        let here = struggle(0.2, End::Lead);
        let there = Struggle { seat: 4, ..struggle(12.0, End::Open) };
        assert_eq!(
            told(&teller, What::Stuck(&here, Fate::Stuck(&there)))[2],
            "The task was with person 5: stuck 12 h, unsolved at the end."
        );
        assert_eq!(told(&teller, What::Stuck(&here, Fate::Passed(4)))[2], "The task was with person 5: no obstacle.");
        assert_eq!(told(&teller, What::Stuck(&here, Fate::Passed(2)))[2], "No obstacle.");
    });
}

#[test]
fn what_was_not_reached_there_is_said() {
    check(|teller| {
        let here = struggle(0.2, End::Left);
        let begun = Course { holders: vec![(at(900.0), 2), (at(990.0), 6)], ..Course::default() };
        assert_eq!(told(&teller, What::Stuck(&here, Fate::NotReached))[2], "The task was not begun by the end.");
        assert_eq!(
            told(&teller, What::Stuck(&here, Fate::NotMet(&begun)))[2],
            "The task was with person 7: it did not come up by the end."
        );
        assert_eq!(told(&teller, What::Finished(131, &begun, None))[2], "Not begun by the end.");
        assert_eq!(told(&teller, What::Finished(131, &begun, Some(&begun)))[2], "Not finished by the end.");
    });
}

#[test]
fn help_is_told_from_both_sides() {
    check(|teller| {
        let mut here =
            Struggle { seat: 7, ..struggle(2.0, End::Helped { by: 2, hours: 0.6, from: Activity::StandBy }) };
        here.noticed = Some(2);
        let there = Struggle { seat: 7, ..struggle(9.0, End::Alone) };
        assert_eq!(
            told(&teller, What::Helped(&here, Fate::Stuck(&there)))[1..],
            [
                "Noticed that person 8 was stuck and helped for 36 min: it was unclear what was wanted. Person 8 was stuck for \
             2.0 h in all.",
                "Person 8: stuck 9.0 h, solved alone.",
            ]
        );
        here.requests = vec![refused(2), refused(2)];
        assert_eq!(
            told(&teller, What::Refused(&here, 2, Fate::NotReached))[1],
            "Person 8 asked twice and was turned down, and was stuck for 2.0 h: noticed and helped by person 3."
        );
    });
}

#[test]
fn tasks_roles_and_spells_are_told() {
    check(|teller| {
        let done = |hour: f64, seat: usize| Course {
            holders: vec![(at(hour - 9.0), seat)],
            rework: 1,
            accepted: Some(at(hour)),
        };
        let (here, there) = (done(600.0, 2), done(612.0, 3));
        assert_eq!(
            told(&teller, What::Finished(131, &here, Some(&there)))[1..],
            ["Finished task 132, sent back once.", "1.5 working days later by person 4.",]
        );
        assert_eq!(told(&teller, What::BurntOut(23, 0))[1..], ["Burnt out for 23 days.", "Not burnt out then."]);
        let duty = Duty { standing: 9.0, helping: 5.3, helps: 8 };
        assert_eq!(
            told(&teller, What::Duty(duty))[1],
            "On duty for 14 h this week: 9.0 h standing by, 5.3 h helping, 8 times."
        );
        assert_eq!(told(&teller, What::Left(None))[2], "Stayed to the end.");
    });
}

#[test]
fn the_assist_leader_is_called_by_the_role() {
    check(|teller| {
        let teller = Teller { arm: Arm::Treatment, ..teller };
        let days = |seat: usize| &teller.story.days(Arm::Treatment, seat)[66];
        let leader = (0..8).find(|&seat| days(seat).assist_leader).expect("there is one");
        let mut here = struggle(1.0, End::Helped { by: leader, hours: 0.5, from: Activity::StandBy });
        here.noticed = Some(leader);
        let text = &told(&teller, What::Stuck(&here, Fate::NotReached))[1];
        assert!(text.contains(&format!("The assist leader (person {}) noticed it", leader + 1)), "{text}");
    });
}

#[test]
fn who_is_hired_in_one_team_only_is_said_to_be() {
    let mut draft = library::scenario("software").expect("built in").draft();
    draft.set(Scope::Only(Arm::Treatment), "extra_members", Some(1.0));
    let scenario = draft.finish().expect("valid");
    let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
    assert_eq!(in_one_team(&story, &scenario, 7), None);
    assert_eq!(
        in_one_team(&story, &scenario, 8).expect("in one only"),
        "Developer 9 is hired in one team only (With assist leader and extra developer); the other (Without assist leader or extra developer) has no such person."
    );
    assert!(story.episodes(Arm::Control, 8).is_empty());
    let teller = Teller { story: &story, scenario: &scenario, arm: Arm::Treatment, seat: 8 };
    let told: Vec<Told> = story.episodes(Arm::Treatment, 8).iter().map(|episode| teller.tell(episode)).collect();
    assert!(
        told.len() > 20 && told[0].here == "Someone new took this seat." && told[0].when.starts_with("Week 1"),
        "{:?}",
        told[0]
    );
}

#[test]
fn what_becomes_of_unasked_help_is_told() {
    check(|teller| {
        let mut here = struggle(4.0, End::Alone);
        here.declined = vec![5];
        here.in_vain = vec![6];
        assert_eq!(
            told(&teller, What::Stuck(&here, Fate::NotReached))[1],
            "Stuck for 4.0 h on task 132: it was unclear what was wanted. Declined the help of person 6; person 7 could not help; \
             solved alone in the end."
        );
    });
}

#[test]
fn a_field_has_its_own_words() {
    let scenario = library::scenario("emergency").expect("built in");
    let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
    let texts: Vec<String> = (0..story.seats())
        .flat_map(|seat| {
            let teller = Teller { story: &story, scenario: &scenario, arm: Arm::Treatment, seat };
            story.episodes(Arm::Treatment, seat).iter().map(|episode| teller.tell(episode).here).collect::<Vec<_>>()
        })
        .collect();
    for words in ["on patient ", "The flow nurse (clinician ", "the head of department", "Became flow nurse."] {
        assert!(texts.iter().any(|text| text.contains(words)), "nobody says “{words}”");
    }
}

#[test]
fn every_episode_of_every_scenario_has_words() {
    for name in library::names() {
        let scenario = library::scenario(name).expect("built in");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        for arm in Arm::BOTH {
            for seat in [0, story.seats() - 1] {
                let teller = Teller { story: &story, scenario: &scenario, arm, seat };
                for episode in story.episodes(arm, seat) {
                    let Told { when, here, there } = teller.tell(&episode);
                    assert!(when.starts_with("Week ") || when.contains("before"), "{when}");
                    for text in [here, there] {
                        let whole = text.is_empty() || text.ends_with('.') && !text.ends_with("..");
                        assert!(whole && !text.contains("NaN") && !text.contains("  "), "{name}: {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_keeps_blocking_work_has_a_name_and_what_fixing_it_spared_is_said() {
    check(|teller| {
        let of = |cause| Struggle { cause: Some(cause), ..struggle(0.5, End::Alone) };
        let told_of = |cause| told(&teller, What::Stuck(&of(cause), Fate::Averted(2)));
        assert!(told_of(40)[1].ends_with(" The cause was lasting cause 41."), "{:?}", told_of(40));
        assert_eq!(told_of(0)[2], "It did not come up: the unreliable test setup had been fixed.");
        let mended =
            |cause, before, spared, hours| told(&teller, What::Mended(Mended { cause, before, spared, hours }));
        assert_eq!(
            mended(0, 5, 4, 6.0)[1..],
            [
                "The unreliable test setup was fixed, after 5 encounters with it.",
                "Stuck because of it 4 more times, for 6.0 h in all.",
            ]
        );
        assert_eq!(
            mended(3, 0, 1, 0.5)[1..],
            ["The outdated checklist was fixed.", "Stuck because of it once more, for 30 min."]
        );
        assert_eq!(mended(40, 1, 0, 0.0)[1], "Lasting cause 41 was fixed, after one encounter with it.");
    });
}
