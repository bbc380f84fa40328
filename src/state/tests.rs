use super::inquiries::Place;
use super::scene::Scene;
use super::*;
use crate::share;
use experiment::ensemble::{Ensemble, run};
use experiment::goal::Goal;
use model::outcome::Measure;

const TREATMENT: Scope = Scope::Only(Arm::Treatment);

fn start() -> State {
    State::new(share::read(&[]).0, false)
}

/// The state after some actions, each of which changes something.
fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| {
        let text = format!("{action:?}");
        state.after(action).unwrap_or_else(|| panic!("{text} changes nothing"))
    })
}

fn assist_share(state: &State) -> [f64; 2] {
    Arm::BOTH.map(|arm| state.scenario().policy(arm).assist_share)
}

/// News of a few pairs of a scenario.
fn found_of(state: &State, scenario: &Rc<Scenario>, pairs: u32, of_lab: bool) -> Action {
    let mut ensemble = Ensemble::default();
    ensemble.put(0, run(scenario, 0..pairs));
    Action::Found { summary: Rc::new(EnsembleSummary::of(scenario, &ensemble, state.cache.goal)), of_lab }
}

/// News of a few pairs of what is shown.
fn found(state: &State, pairs: u32) -> Action {
    found_of(state, state.scenario(), pairs, true)
}

/// What is to be run yet of the kind of pairs that is shown.
fn missing(state: &State) -> Option<Wanted> {
    let of_kind = |wanted: &Wanted| wanted.scenario.plausible().on == state.scenario().plausible().on;
    let wanted = state.wish(None).scenarios.into_iter().filter(of_kind);
    wanted.into_iter().find(|wanted| !state.cache.is_complete(&wanted.scenario))
}

#[test]
fn a_lever_moves_one_arm_and_goes_back() {
    let moved = after(&start(), [Action::Set(TREATMENT, "assist_share", Some(0.6))]);
    assert_eq!(assist_share(&moved), [0.4, 0.6]);
    assert!(moved.after(Action::Set(TREATMENT, "assist_share", Some(0.6))).is_none());
    let back = after(&moved, [Action::Reset(TREATMENT, "assist_share")]);
    assert_eq!(back.scenario(), back.built_in());
    let both = [("assist_leaders", 2.0), ("beta", 0.4)].map(|(id, value)| Action::Set(Scope::Both, id, Some(value)));
    let back = after(&after(&start(), both), ["assist_leaders", "beta"].map(|id| Action::Reset(Scope::Both, id)));
    assert_eq!(back.scenario(), back.built_in(), "each arm gets its own value back");
}

#[test]
fn every_change_can_be_undone_and_done_again() {
    let start = start();
    let actions = [
        Action::Set(TREATMENT, "assist_share", Some(0.6)),
        Action::Apply(vec![(Scope::Both, "beta", Some(0.3)), (TREATMENT, "notice", Some(0.0))]),
        Action::Copy { from: Arm::Treatment },
        Action::Seed(3),
        Action::Choose("emergency".to_owned()),
        Action::Set(Scope::Both, "members", Some(12.0)),
        Action::ResetAll,
    ];
    let count = actions.len();
    let mut seen = vec![start.clone()];
    for action in actions {
        seen.push(after(&seen[seen.len() - 1], [action]));
    }
    let mut state = seen[count].clone();
    for place in (0..count).rev() {
        state = after(&state, [Action::Undo]);
        assert_eq!(state.setup(), seen[place].setup(), "undone to {place}");
    }
    assert!(state.after(Action::Undo).is_none());
    for (place, expected) in seen.iter().enumerate().skip(1) {
        state = after(&state, [Action::Redo]);
        assert_eq!(state.setup(), expected.setup(), "done again up to {place}");
    }
    assert!(state.after(Action::Redo).is_none());
}

#[test]
fn a_drag_is_one_step_and_two_drags_are_two() {
    let to = |value| Action::Set(TREATMENT, "assist_share", Some(value));
    let state = after(&start(), [to(0.5), to(0.6), to(0.7), Action::Settle, to(0.8), to(0.9), Action::Settle]);
    let once = after(&state, [Action::Undo]);
    assert_eq!(assist_share(&once)[1], 0.7);
    assert_eq!(assist_share(&after(&once, [Action::Undo]))[1], 0.4);
}

#[test]
fn how_it_is_looked_at_is_no_step() {
    let state = after(
        &start(),
        [
            Action::Watch(Kind::Any),
            Action::Play(true),
            Action::Speed(2.0),
            Action::Trust(true),
            Action::Hide(true),
            Action::Guess(Some(Guess::Asked)),
            Action::Present(Some(Scene::Charts)),
            Action::Goal(Goal::Pairs(1000)),
        ],
    );
    assert!(state.after(Action::Undo).is_none());
    let moved = after(&state, [Action::Set(TREATMENT, "assist_share", Some(0.6)), Action::Undo]);
    assert_eq!((moved.view_options, moved.cache.goal), (state.view_options, Goal::Pairs(1000)));
}

#[test]
fn the_pair_watched_is_a_typical_one_of_its_scenario_and_seed_and_stays_while_levers_move() {
    let start = start();
    assert_eq!(after(&start, [found(&start, 23)]).view_options.look.pair, None, "too few to tell");
    let known = after(&start, [found(&start, 24)]);
    let pair = known.view_options.look.pair.expect("chosen");
    assert_eq!(pair.kind, Kind::Typical);
    let moved = after(&known, [Action::Set(TREATMENT, "assist_share", Some(0.2))]);
    let moved = after(&moved, [found(&moved, 24)]);
    assert_eq!(moved.view_options.look.pair, Some(pair), "levers do not change it");
    let seeded = after(&known, [Action::Seed(7)]);
    assert_eq!(seeded.view_options.look.pair, None, "other people, other luck");
    let lucky = after(&known, [Action::Watch(Kind::Lucky)]).view_options.look.pair.expect("known");
    assert!(lucky.kind == Kind::Lucky && lucky.replicate != pair.replicate, "{lucky:?}");
    let next = after(&known, [Action::Watch(Kind::Any)]).view_options.look.pair.expect("there is always another");
    assert_eq!(next, Shown::any(pair.replicate + 1));
}

#[test]
fn who_comes_by_a_link_can_go_back_to_the_scenario() {
    let (shared, faults) = share::read(&share::parse("scenario=software&t.assist_share=0.15"));
    assert!(faults.is_empty());
    let arrived = State::new(shared, true);
    let before = arrived.history.before().expect("the scenario");
    assert_eq!(before.scenario, before.built_in);
    assert!(assist_share(&arrived)[1] == 0.15 && assist_share(&after(&arrived, [Action::Undo]))[1] == 0.4);
    assert!(State::new(share::read(&[]).0, true).history.before().is_none(), "nothing was changed");
}

#[test]
fn the_clock_rests_where_a_link_says_and_goes_on_from_there() {
    let state = State::new(share::read(&share::parse("week=6.5")).0, true);
    assert!(!state.view_options.playing && state.view_options.look.week == Some(6.5));
    let plays = after(&state, [Action::Play(true)]);
    assert_eq!(plays.view_options.look.week, None);
}

#[test]
fn a_guess_is_asked_anew_for_each_scenario() {
    let more = Some(Guess::Given(guess::Expected::More(guess::Amount { number: 5, unit: Some(guess::Unit::PerCent) })));
    let state = after(&start(), [Action::Guess(Some(Guess::Asked))]);
    assert!(state.view_options.look.covered());
    let given = after(&state, [Action::Guess(more)]);
    assert!(!given.view_options.look.covered());
    let moved = after(&given, [Action::Set(Scope::Both, "beta", Some(0.3))]);
    assert_eq!(moved.view_options.look.guess, None, "it was not of that");
    let again = after(&given, [Action::Seed(99)]);
    assert_eq!(again.view_options.look.guess, more, "other luck, the same question");
    let other = after(&given, [Action::Choose("silos".to_owned())]);
    assert_eq!(other.view_options.look.guess, Some(Guess::Asked));
    let skipped = after(&other, [Action::Guess(None), Action::Choose("software".to_owned())]);
    assert_eq!(skipped.view_options.look.guess, None, "who does not want to is not asked");
    assert!(after(&start(), [Action::Hide(true)]).view_options.look.covered());
}

#[test]
fn lines_of_trust_stay_until_they_are_taken_away() {
    let shown = after(&start(), [Action::Trust(true)]);
    assert!(shown.shared().look.trust && !start().shared().look.trust);
    let question = after(&start(), [Action::Choose("silos".to_owned())]).shared();
    let asked = after(&shown, [Action::Open(Box::new(question))]);
    assert!(asked.view_options.look.trust, "a question says nothing of them");
    assert!(!after(&asked, [Action::Trust(false)]).view_options.look.trust);
}

#[test]
fn policies_change_places_and_are_copied() {
    let start = start();
    let [control, treatment] = Arm::BOTH.map(|arm| *start.scenario().policy(arm));
    assert_ne!(control, treatment);
    let policies = |state: &State| Arm::BOTH.map(|arm| *state.scenario().policy(arm));
    let swapped = after(&start, [Action::Swap]);
    assert_eq!(policies(&swapped), [treatment, control]);
    assert_eq!(after(&swapped, [Action::Swap]).setup(), start.setup());
    assert_eq!(policies(&after(&start, [Action::Copy { from: Arm::Control }])), [control; 2]);
    assert_eq!(policies(&after(&start, [Action::Copy { from: Arm::Treatment }])), [treatment; 2]);
}

#[test]
fn several_settings_go_together_or_not_at_all() {
    let settings = |leaders| vec![(Scope::Both, "members", Some(3.0)), (TREATMENT, "assist_leaders", Some(leaders))];
    let few = after(&start(), [Action::Apply(settings(3.0))]);
    assert_eq!(few.scenario().world().members, 3);
    let told = after(&start(), [Action::Apply(settings(4.0))]);
    assert_eq!(told.setup(), start().setup());
    assert_eq!(told.notices.len(), 1);
}

#[test]
fn a_replay_shows_what_was_before_and_any_change_ends_it() {
    assert!(start().after(Action::Replay(Some(Replay::Before))).is_none(), "nothing has changed");
    let moved = after(&start(), [Action::Set(TREATMENT, "assist_share", Some(0.6)), Action::Settle]);
    let replay = after(&moved, [Action::Replay(Some(Replay::Before))]);
    assert_eq!(assist_share(&replay)[1], 0.4);
    assert_eq!(replay.shared(), moved.shared(), "the link is that of what is compared");
    let on = after(&replay, [Action::Replay(Some(Replay::After))]);
    assert_eq!(assist_share(&on)[1], 0.6);
    assert_eq!(after(&on, [Action::Replay(None)]), moved);
    let changed = after(&replay, [Action::Set(Scope::Both, "beta", Some(0.3))]);
    assert_eq!((changed.replay, assist_share(&changed)[1]), (None, 0.6));
}

#[test]
fn summaries_stay_for_undo_and_follow_the_pin() {
    let start = after(&start(), [Action::Goal(Goal::Pairs(4))]);
    assert!(start.after(Action::Pin).is_none(), "nothing is found yet");
    let pinned = after(&start, [found(&start, 4), Action::Pin]);
    let moved = after(&pinned, [Action::Set(TREATMENT, "assist_share", Some(0.6))]);
    assert_eq!((moved.done(), moved.summary().map(|found| found.done)), (0, Some(4)), "shown until there are others");
    let moved = after(&moved, [found(&moved, 6)]);
    assert_eq!(moved.done(), 6);
    let back = after(&moved, [Action::Undo]);
    assert_eq!(back.done(), 4);
    let more = after(&back, [found(&back, 8)]);
    assert_eq!(pinned_pairs(&more), Some(8));
    assert!(more.after(found(&more, 2)).is_none(), "what is known is counted up once more");
    assert!(after(&more, [Action::Unpin]).cache.pin.is_none());
}

/// Pairs that are known of what is pinned.
fn pinned_pairs(state: &State) -> Option<u32> {
    state.pin().map(|pin| pin.summary.as_ref().map_or(0, |found| found.done))
}

/// News of what is computed now.
fn found_next(state: &State, pairs: u32) -> Action {
    let Wanted { scenario, of_lab, .. } = missing(state).expect("something to compute");
    found_of(state, &scenario, pairs, of_lab)
}

#[test]
fn what_is_pinned_goes_on_to_the_goal_once_the_rest_is_there() {
    let start = after(&start(), [Action::Goal(Goal::Pairs(4))]);
    // Pinned before all of its pairs are there.
    let pinned = after(&start, [found(&start, 2), Action::Pin]);
    let moved = after(&pinned, [Action::Set(TREATMENT, "assist_share", Some(0.6))]);
    let moved = after(&moved, [found_next(&moved, 4)]);
    assert!(moved.is_complete() && pinned_pairs(&moved) == Some(2));
    let wanted = |state: &State, of_lab| Wanted { scenario: Rc::clone(state.scenario()), of_lab, parts: false };
    let other = Wanted { scenario: moved.other_kind().expect("valid"), of_lab: false, parts: false };
    let scenarios = vec![wanted(&moved, true), wanted(&start, false), other];
    assert_eq!(moved.wish(None), Wish { goal: Goal::Pairs(4), scenarios, asked: None });
    let done = after(&moved, [found_next(&moved, 4)]);
    assert_eq!((pinned_pairs(&done), done.done(), missing(&done)), (Some(4), 4, None));
    assert_eq!(done.summary().map(|found| &found.scenario), Some(moved.scenario()), "what is shown stays what it was");
    // A moved lever goes on showing what was shown before, not what is pinned.
    let on = after(&done, [Action::Set(TREATMENT, "assist_share", Some(0.7))]);
    assert_eq!(on.summary().map(|found| &found.scenario), Some(moved.scenario()));
    // Another goal is one for both.
    let more = after(&done, [Action::Goal(Goal::Pairs(6))]);
    let more = after(&more, [found_next(&more, 6)]);
    assert_eq!(missing(&more), Some(wanted(&start, false)));
    assert_eq!(pinned_pairs(&after(&more, [found_next(&more, 6)])), Some(6));
    let stopped = after(&more, [Action::Compute(false)]);
    assert!(stopped.wish(None).scenarios.is_empty(), "whoever stops, stops this too");
}

#[test]
fn what_is_pinned_comes_back_with_the_link() {
    let start = after(&start(), [Action::Goal(Goal::Pairs(100))]);
    let pinned = after(&start, [found(&start, 4), Action::Pin, Action::Set(Scope::Both, "beta", Some(0.3))]);
    let link = share::query_string(&pinned.shared());
    let again = State::new(share::read(&share::parse(&link)).0, false);
    assert_eq!(again.pin().map(|pin| &pin.setup), Some(start.setup()), "{link}");
    assert_eq!((pinned_pairs(&again), again.shared()), (Some(0), pinned.shared()));
    let found = after(&again, [found_next(&again, 100)]);
    assert_eq!(pinned_pairs(&after(&found, [found_next(&found, 100)])), Some(100));
    // The way back from elsewhere loses nothing that is known.
    let away = after(&pinned, [Action::Choose("silos".to_owned())]);
    let back = after(&away, [Action::Open(Box::new(pinned.shared()))]);
    assert_eq!(pinned_pairs(&back), Some(4));
}

#[test]
fn another_scenario_begins_anew() {
    let start = State::new(share::read(&[]).0, true);
    let settled = after(&start, [Action::Goal(Goal::Pairs(4))]);
    let page = Notice { text: "no storage".to_owned(), details: Vec::new(), of_page: true };
    let used = after(
        &settled,
        [
            found(&settled, 4),
            Action::Pin,
            Action::Play(false),
            Action::Select(Some(2)),
            Action::Tell(Notice::of_faults("refused", &[])),
            Action::Tell(page.clone()),
            Action::Speed(2.0),
        ],
    );
    let anew = |state: &State| {
        assert!(
            state.view_options.playing && state.person().is_none() && state.pin().is_none(),
            "{:?}",
            state.view_options
        );
        assert_eq!((state.view_options.speed, &state.notices), (2.0, &vec![page.clone()]));
        assert_ne!(state.view_options.opened, used.view_options.opened, "the clock begins anew");
    };
    let other = after(&used, [Action::Choose("silos".to_owned())]);
    anew(&other);
    let shared = share::read(&share::parse("scenario=silos&person=2")).0;
    let opened = after(&used, [Action::Open(Box::new(shared))]);
    assert_eq!((opened.person(), opened.view_options.playing), (Some(1), true), "but for what a link says itself");
    // Undo is a way to another scenario too; what was pinned there is there again.
    let watched = after(&other, [Action::Play(false), Action::Select(Some(1))]);
    let back = after(&watched, [Action::Undo]);
    assert!(
        back.view_options.playing && back.person().is_none() && back.view_options.opened != watched.view_options.opened
    );
    assert_eq!((pinned_pairs(&back), back.setup()), (Some(4), used.setup()));
    assert_eq!(pinned_pairs(&after(&opened, [Action::Undo])), Some(4), "and after a file or a link");
    anew(&after(&back, [Action::Redo]));
    // A lever changes nothing of that, nor does the way back to the scenario as it was.
    let moved = after(&used, [Action::Set(Scope::Both, "beta", Some(0.3)), Action::Settle]);
    for state in [after(&moved, [Action::Undo]), after(&moved, [Action::ResetAll]), moved] {
        assert_eq!((&state.view_options, &state.notices), (&used.view_options, &used.notices));
        assert_eq!(pinned_pairs(&state), Some(4));
    }
}

#[test]
fn a_finished_result_stays_while_it_is_counted_up_once_more() {
    let state = after(&start(), [Action::Goal(Goal::Pairs(4))]);
    let state = after(&state, [found(&state, 2)]);
    assert!(!state.is_complete());
    let state = after(&state, [found(&state, 4)]);
    assert!(state.is_complete() && state.done() == 4);
    assert!(state.after(found(&state, 2)).is_none() && state.after(found(&state, 4)).is_none());
}

#[test]
fn what_is_read_about_comes_first_and_leaves_the_lab_as_it_is() {
    let start = after(&start(), [Action::Goal(Goal::Pairs(4))]);
    let built_in = Rc::clone(start.built_in());
    let lab = after(&start, [Action::Set(TREATMENT, "assist_share", Some(0.6))]);
    let lab = after(&lab, [found(&lab, 2)]);
    let wanted = |scenario: &Rc<Scenario>, of_lab| Wanted { scenario: Rc::clone(scenario), of_lab, parts: false };
    assert_eq!(lab.wish(Some(&built_in)).scenarios, [wanted(&built_in, false), wanted(lab.scenario(), true)]);
    // Both come to something at once, though both tell the same story.
    let read = after(&lab, [found_of(&lab, &built_in, 2, false), found(&lab, 3), found_of(&lab, &built_in, 4, false)]);
    assert_eq!((read.done(), read.cache.of(&built_in).map(|found| found.done)), (3, Some(4)));
    let on = after(&read, [Action::Set(TREATMENT, "assist_share", Some(0.7))]);
    assert_eq!(
        on.summary().map(|found| &found.scenario),
        Some(lab.scenario()),
        "the lab goes on showing what it showed"
    );
    // Of the lab's own scenario there is one result, wherever it is read.
    assert_eq!(start.wish(Some(&built_in)).scenarios, [wanted(&built_in, true)]);
    let stopped = after(&lab, [Action::Compute(false)]);
    assert_eq!(stopped.wish(Some(&built_in)).scenarios, [wanted(&built_in, false)], "reading is not stopped");
}

#[test]
fn a_replay_wants_what_was_before_and_what_it_leads_to() {
    let moved = after(&start(), [Action::Set(TREATMENT, "assist_share", Some(0.6)), Action::Settle]);
    let replay = after(&moved, [Action::Replay(Some(Replay::Before))]);
    let wanted = |scenario: &Rc<Scenario>, of_lab| Wanted { scenario: Rc::clone(scenario), of_lab, parts: false };
    assert_eq!(replay.wish(None).scenarios, [wanted(start().scenario(), true), wanted(moved.scenario(), false)]);
}

#[test]
fn what_a_lever_only_passed_takes_no_place() {
    let mut state = after(&start(), [Action::Goal(Goal::Pairs(4))]);
    let first = after(&state, [found(&state, 4)]);
    state = first.clone();
    for step in 1..30_u32 {
        state = after(&state, [Action::Set(Scope::Both, "beta", Some(0.3 + 0.01 * f64::from(step)))]);
        state = after(&state, [found(&state, 1 + step % 2)]);
    }
    let back = after(&state, [Action::Settle, Action::Undo]);
    assert_eq!((back.setup(), back.done()), (first.setup(), 4));
}

#[test]
fn what_is_there_is_not_computed_again() {
    let start = after(&start(), [Action::Goal(Goal::Pairs(2))]);
    assert!(missing(&start).is_some());
    let state = after(&start, [found(&start, 2)]);
    assert!(missing(&state).is_none());
    assert!(missing(&after(&state, [Action::Goal(Goal::Pairs(3))])).is_some());
    let moved = after(&state, [Action::Seed(3)]);
    assert!(missing(&moved).is_some());
    assert!(missing(&after(&moved, [Action::Undo])).is_none());
}

#[test]
fn a_change_starts_a_stopped_ensemble() {
    let stopped = after(&start(), [Action::Compute(false)]);
    assert!(stopped.wish(None).scenarios.is_empty());
    for action in [
        Action::Set(Scope::Both, "beta", Some(0.3)),
        Action::Goal(Goal::Pairs(1000)),
        Action::Choose("silos".to_owned()),
    ] {
        assert!(missing(&after(&stopped, [action])).is_some());
    }
}

#[test]
fn what_does_not_go_together_is_said_and_changes_nothing() {
    let few = after(&start(), [Action::Set(Scope::Both, "members", Some(2.0))]);
    let told = after(&few, [Action::Set(TREATMENT, "assist_leaders", Some(4.0))]);
    assert_eq!(told.setup(), few.setup());
    assert!(told.notices[0].details[0].contains("assist_leaders = 4"), "{:?}", told.notices);
    assert!(after(&told, [Action::Dismiss(0)]).notices.is_empty());
}

#[test]
fn a_scenario_of_no_name_is_not_chosen() {
    assert!(start().after(Action::Choose("sea".to_owned())).is_none());
    assert!(start().after(Action::Seed(u64::MAX)).is_some_and(|state| state.notices.len() == 1));
}

#[test]
fn what_is_read_about_takes_no_place_of_what_the_lab_shows() {
    let lab = after(&start(), [Action::Goal(Goal::Pairs(2))]);
    let mut lab = after(&lab, [found(&lab, 2)]);
    assert!(lab.is_complete());
    for name in library::names().filter(|name| *name != library::DEFAULT).take(8) {
        let visited = Rc::new(library::scenario(name).expect("built in"));
        lab = after(&lab, [found_of(&lab, &visited, 2, false)]);
        assert!(lab.cache.of(&visited).is_some_and(|found| found.done == 2), "{name}");
    }
    assert!(lab.is_complete(), "it was there before");
    assert!(after(&lab, [Action::Pin]).pin().is_some());
}

#[test]
fn why_the_teams_differ_is_worked_out_only_while_it_is_asked_and_last_of_all() {
    let state = start();
    let parts = |state: &State| state.wish(None).scenarios.iter().position(|wanted| wanted.parts);
    assert_eq!(parts(&state), None);
    let asked = after(&state, [Action::Ask(true), Action::Set(Scope::Both, "beta", Some(0.3))]);
    let wish = asked.wish(None);
    assert_eq!(parts(&asked), Some(wish.scenarios.len() - 1));
    assert_eq!(wish.scenarios.last().map(|wanted| &wanted.scenario), Some(asked.scenario()));
    assert_eq!(parts(&after(&asked, [Action::Compute(false)])), None);
    assert_eq!(parts(&after(&asked, [Action::Ask(false)])), None);
}

#[test]
fn an_explanation_is_shown_of_what_is_compared_and_of_nothing_else() {
    let state = start();
    let why = experiment::why::Why::new(state.scenario(), &experiment::ensemble::Ensemble::default());
    let found = Explanation { scenario: Rc::clone(state.scenario()), why, complete: false };
    let known = state.after(Action::Explained(Rc::new(found))).expect("news");
    assert!(known.explanation().is_some());
    let moved = known.after(Action::Set(Scope::Both, "beta", Some(0.3))).expect("moved");
    assert!(moved.explanation().is_none());
}

#[test]
fn worlds_that_could_be_meant_are_wanted_behind_what_is_shown_and_told_beside_it() {
    let start = after(&start(), [Action::Goal(Goal::Pairs(4))]);
    let [teams, worlds] = [Rc::clone(start.scenario()), start.other_kind().expect("valid")];
    let scenarios =
        |state: &State| state.wish(None).scenarios.into_iter().map(|wanted| wanted.scenario).collect::<Vec<_>>();
    assert_eq!(scenarios(&start), std::slice::from_ref(&teams), "what is shown comes first");
    let known = after(&start, [found(&start, 4)]);
    assert_eq!(scenarios(&known), [teams.clone(), worlds.clone()]);
    assert!(known.is_complete() && !known.is_settled());
    let both = after(&known, [found_of(&known, &worlds, 4, false)]);
    assert!(both.is_settled() && !after(&both, [Action::Seed(9)]).is_settled());
    assert!(after(&known, [Action::Compute(false)]).is_settled(), "nothing more comes of what is stopped");
    assert_eq!(both.summary().map(|found| &found.scenario), Some(&teams), "what is shown stays what it was");
    assert_eq!(both.other_summary().map(|found| (&found.scenario, found.done)), Some((&worlds, 4)));
    // In the other kind it is the other way round, and known at once.
    let turned = after(&both, [Action::Plausible(true)]);
    assert_eq!((turned.done(), turned.other_summary().map(|found| &found.scenario)), (4, Some(&teams)));
    let kinds = |state: &State| state.both_kinds().map(|found| found.map(|found| Rc::clone(&found.scenario)));
    assert_eq!(kinds(&turned), kinds(&both));
}

#[test]
fn of_all_that_is_asked_one_thing_runs_and_what_is_known_of_the_others_stays() {
    use crate::inquiry::{Findings, Question};
    use experiment::sweep::{Axis, Spacing};
    let question = |id: &str| {
        let row = model::parameters::parameter(id).expect("a parameter");
        let axis = Axis::new(row, Scope::Both, [0.1, 0.3], 2, Spacing::Linear).expect("an axis");
        Rc::new(Question::sweep(start().scenario(), vec![axis], Measure::Morale).expect("valid"))
    };
    let [beta, other] = [question("beta"), question("m")];
    let runs = |state: &State| state.wish(None).asked.map(|asked| (asked.question, asked.runs));
    let state = after(&start(), [Action::Propose(Place::File, Rc::clone(&other))]);
    assert_eq!(runs(&state), None, "it is only offered");
    let state = after(&state, [Action::Inquire(Place::Where, Rc::clone(&beta))]);
    assert_eq!(runs(&state), Some((Rc::clone(&beta), true)));
    let found = Findings {
        question: Rc::clone(&beta),
        results: vec![None; 2],
        pairs: [1, 400],
        left: None,
        round: [1, 2],
        complete: false,
    };
    let state = after(&state, [Action::Answered(Rc::new(found))]);
    let state = after(&state, [Action::Inquire(Place::File, Rc::clone(&other))]);
    assert_eq!(runs(&state), Some((Rc::clone(&other), true)));
    let rests = state.inquiries.at(Place::Where).expect("still there");
    assert!(!rests.runs && rests.found.is_some());
    let state = after(&state, [Action::RunInquiry(Place::Where, true)]);
    assert_eq!(runs(&state), Some((beta, true)));
    // What rests never knows less than before.
    let found = |done: u64, complete: bool| Findings {
        question: Rc::clone(&other),
        results: vec![None; 2],
        pairs: [done, 400],
        left: None,
        round: [1, 2],
        complete,
    };
    let state = after(&state, [Action::Answered(Rc::new(found(400, true)))]);
    assert!(state.after(Action::Answered(Rc::new(found(0, false)))).is_none(), "it is known already");
    let state = after(&state, [Action::EndInquiry(Place::Where)]);
    assert_eq!(runs(&state), None, "nothing goes on by itself, nor is what is complete begun again");
    assert!(state.inquiries.at(Place::File).is_some());
}
