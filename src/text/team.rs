//! A team at a moment, in a sentence, for those who do not see the picture.

use std::fmt::Display;

use super::labels::Labels;
use super::list;
use super::numbers::fixed;
use super::time::duration;
use model::scenario::{Arm, Scenario};
use model::snapshot::{MemberSnapshot, Snapshot};
use model::state::member::Activity;
use words::team;

/// How many tasks are done, counted as the board counts them.
pub fn done(snapshot: &Snapshot, before: u32) -> u32 {
    snapshot.board.done.saturating_sub(before)
}

/// Since when they are counted.
pub fn since(changed: bool) -> &'static str {
    if changed { team::board_since() } else { team::board_so_far() }
}

/// What says how many there are of something.
type Counted = fn(&dyn Display) -> String;

/// Which seats are ever there in an arm: whom a policy hires on top of the team is in one arm only.
pub fn comers(scenario: &Scenario, arm: Arm) -> Vec<bool> {
    scenario.seat_days(arm).iter().map(Option::is_some).collect()
}

/// Since when what is done is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// Tasks that were done before the counting began.
    pub before: u32,
    /// Whether it began at the change, which is past.
    pub changed: bool,
}

/// Who does what at this moment in a team that has so many seats in the end, and what is done, if that is to be said; `trust` is whether
/// it is shown who trusts whom.
pub fn describe(name: &str, snapshot: &Snapshot, seats: usize, counted: Option<Since>, trust: bool) -> String {
    let count = |wanted: Activity| snapshot.members.iter().filter(|member| member.activity == wanted).count();
    let burnt_out = snapshot.members.iter().filter(|member| member.burnt_out).count();
    let people = snapshot.members.iter().filter(|member| member.there).count();
    let to_come = seats - people;
    // Who is yet to join is not gone.
    let gone = count(Activity::Away) - (snapshot.members.len() - people);
    let mut doing = vec![team::working(&count(Activity::Working))];
    let others: [(Counted, usize); 6] = [
        (team::stuck, count(Activity::Stuck)),
        (team::helping, count(Activity::Helping)),
        (team::standing_by, count(Activity::StandBy)),
        (team::without_work, count(Activity::Idle)),
        (team::in_training, count(Activity::Training)),
        (team::gone, gone),
    ];
    doing.extend(others.into_iter().filter(|(_, count)| *count > 0).map(|(said, count)| said(&count)));
    let done = counted.map(|Since { before, changed }| {
        let done = done(snapshot, before);
        if changed { team::done_since(&done) } else { team::done_so_far(&done) }
    });
    list::sentences(vec![
        team::Now { people, name: &name, doing: &list::commas(doing) }.say(),
        if burnt_out > 0 { team::burnt_out(burnt_out) } else { String::new() },
        if to_come > 0 { team::to_join(&to_come) } else { String::new() },
        team::energy(&mean(snapshot, |member| member.energy)),
        if trust { team::trust(&mean(snapshot, |member| member.trusted)) } else { String::new() },
        done.unwrap_or_default(),
    ])
}

/// The mean over those who are there, as it is shown.
fn mean(snapshot: &Snapshot, value: fn(&MemberSnapshot) -> f64) -> String {
    let present = || snapshot.members.iter().filter(|member| member.activity != Activity::Away);
    fixed(present().map(value).sum::<f64>() / present().count().max(1) as f64, 2)
}

/// What a member does at this moment, and how that one is; `comes` is whether the seat is ever there in this team.
pub fn member(member: &MemberSnapshot, comes: bool, labels: Labels<'_>) -> String {
    let doing = match member.activity {
        Activity::Working => team::member_working().to_owned(),
        Activity::Stuck if member.with_lead => {
            team::MemberWithLead { time: &duration(member.stuck_hours), lead: &labels.lead() }.say()
        }
        Activity::Stuck => team::member_stuck(&duration(member.stuck_hours)),
        Activity::Helping => match member.helps {
            None => team::member_helping().to_owned(),
            Some(seeker) => team::member_helping_whom(&labels.person(seeker)),
        },
        Activity::StandBy => team::member_standing_by().to_owned(),
        Activity::Idle => team::member_without_work().to_owned(),
        Activity::Training => team::member_in_training().to_owned(),
        Activity::Away if !comes => return team::elsewhere().to_owned(),
        Activity::Away if !member.there => return team::to_come().to_owned(),
        Activity::Away => return team::empty_seat().to_owned(),
    };
    let doing =
        if member.assist_leader { team::AsLeader { assist: &labels.assist(1), doing: &doing }.say() } else { doing };
    let (doing, energy, morale) = (&doing, &fixed(member.energy, 2), &fixed(member.morale, 2));
    if member.burnt_out {
        team::MemberBurntOut { doing, energy, morale }.say()
    } else {
        team::Member { doing, energy, morale }.say()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::pair::part;
    use model::scenario::Scope;
    use model::shock::{Change, Shock};
    use model::simulation::Simulation;

    #[test]
    fn a_member_is_described_by_what_can_be_seen() {
        let scenario = library::scenario("software").expect("built in");
        let mut seen = Simulation::new(&scenario, 0).snapshot(0.0).members.swap_remove(0);
        let text = |seen: &MemberSnapshot| member(seen, true, Labels::of(&scenario));
        (seen.energy, seen.morale, seen.burnt_out, seen.activity) = (0.724, 0.5, false, Activity::Working);
        assert_eq!(text(&seen), "working; energy 0.72, morale 0.50");
        (seen.activity, seen.helps, seen.assist_leader) = (Activity::Helping, Some(4), true);
        assert_eq!(text(&seen), "assist leader, helping developer 5; energy 0.72, morale 0.50");
        (seen.activity, seen.assist_leader, seen.burnt_out) = (Activity::Stuck, false, true);
        (seen.stuck_hours, seen.with_lead) = (1.25, true);
        assert_eq!(text(&seen), "stuck for 1.2 h, asking the project lead; energy 0.72, morale 0.50, burnt out");
        seen.activity = Activity::Away;
        assert_eq!(text(&seen), "an empty seat");
        seen.there = false;
        assert_eq!(text(&seen), "yet to join");
        assert_eq!(member(&seen, false, Labels::of(&scenario)), "not in this team");
    }

    #[test]
    fn whom_one_team_hires_is_not_counted_in_the_other() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(Scope::Only(Arm::Treatment), "extra_members", Some(2.0));
        draft.set(Scope::Both, "h0", Some(0.0));
        let scenario = draft.finish().expect("valid");
        let [control, treatment] = part(&scenario, 0).map(|team| team.snapshot(f64::from(scenario.days_before())));
        assert_eq!((control.members.len(), treatment.members.len()), (10, 10));
        let text = |arm: Arm, team: &Snapshot| {
            let seats = comers(&scenario, arm).iter().filter(|&&comes| comes).count();
            describe("Team", team, seats, None, false)
        };
        let [without, with] = [text(Arm::Control, &control), text(Arm::Treatment, &treatment)];
        assert!(
            without.starts_with("Team: of 8 people ") && with.starts_with("Team: of 10 people "),
            "{without}{with}"
        );
        assert!(
            [&without, &with].iter().all(|text| !text.contains("join") && !text.contains("gone")),
            "{without}{with}"
        );
        let before = text(Arm::Treatment, &control);
        assert!(before.starts_with("Team: of 8 people ") && before.contains(". 2 more will join."), "{before}");
    }

    #[test]
    fn who_is_yet_to_join_is_not_counted_among_the_people() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.shocks.push(Shock { week: 3, weeks: None, change: Change::Joins(2), label: String::new() });
        let scenario = draft.finish().expect("valid");
        let start = Simulation::new(&scenario, 0).snapshot(0.0);
        let text = describe("Team", &start, start.members.len(), None, false);
        assert!(text.starts_with("Team: of 8 people ") && text.contains(". 2 more will join. Mean energy"), "{text}");
        assert!(!text.contains("gone"), "{text}");
    }

    #[test]
    fn what_is_read_out_is_what_the_board_shows() {
        let scenario = library::scenario("software").expect("built in");
        let mut seen = Simulation::new(&scenario, 0).snapshot(0.0);
        seen.board.done = 683;
        let text = |seen: &Snapshot, counted, trust| describe("Team", seen, 8, counted, trust);
        let since = |before, changed| Some(Since { before, changed });
        assert!(text(&seen, since(256, true), false).ends_with(" 427 done since the change."));
        assert!(text(&seen, since(600, false), false).ends_with(" 83 done so far."));
        let covered = text(&seen, None, false);
        assert!(!covered.contains("done") && covered.contains("Mean energy"), "{covered}");
        seen.members.iter_mut().for_each(|member| member.trusted = 0.25);
        seen.members[0].trusted = 0.65;
        assert!(text(&seen, since(600, false), true).contains(" Mean trust in one another 0.30. "));
        seen.members[0].activity = Activity::Away;
        assert!(text(&seen, since(600, false), true).contains(" Mean trust in one another 0.25. "));
    }
}
