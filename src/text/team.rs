//! A team at a moment, in a sentence, for those who do not see the picture.

use super::labels::Labels;
use super::numbers::fixed;
use super::time::duration;
use model::snapshot::{MemberSnapshot, Snapshot};
use model::state::member::Activity;

/// How many tasks are done, counted as the board counts them.
pub fn done(snapshot: &Snapshot, before: u32) -> u32 {
    snapshot.board.done.saturating_sub(before)
}

/// Since when they are counted.
pub fn since(changed: bool) -> &'static str {
    if changed { " since the change" } else { " so far" }
}

/// Who does what at this moment; `before` tasks were done before the counting began, at the change if that is past.
pub fn describe(name: &str, snapshot: &Snapshot, before: u32, changed: bool) -> String {
    let count = |wanted: Activity| snapshot.members.iter().filter(|member| member.activity == wanted).count();
    let burnt_out = snapshot.members.iter().filter(|member| member.burnt_out).count();
    let people = snapshot.members.iter().filter(|member| member.there).count();
    let to_come = snapshot.members.len() - people;
    let present = || snapshot.members.iter().filter(|member| member.activity != Activity::Away);
    let energy: f64 = present().map(|member| member.energy).sum::<f64>() / present().count().max(1) as f64;
    let mut parts = vec![format!("{} working", count(Activity::Working))];
    for (activity, doing) in [
        (Activity::Stuck, "stuck"),
        (Activity::Helping, "helping"),
        (Activity::StandBy, "standing by to help"),
        (Activity::Idle, "without work"),
        (Activity::Training, "in training"),
        (Activity::Away, "gone and not replaced yet"),
    ] {
        // Who is yet to join is not gone.
        let number = count(activity) - if activity == Activity::Away { to_come } else { 0 };
        if number > 0 {
            parts.push(format!("{number} {doing}"));
        }
    }
    if burnt_out > 0 {
        parts.push(format!("{burnt_out} burnt out"));
    }
    let later = if to_come > 0 { format!(" {to_come} more will join.") } else { String::new() };
    format!(
        "{name}: of {people} people {}.{later} Mean energy {}. {} done{}.",
        parts.join(", "),
        fixed(energy, 2),
        done(snapshot, before),
        since(changed)
    )
}

/// What a member does at this moment, and how that one is.
pub fn member(member: &MemberSnapshot, labels: Labels<'_>) -> String {
    let doing = match member.activity {
        Activity::Working => "working".to_owned(),
        Activity::Stuck if member.with_lead => {
            format!("stuck for {}, asking the {}", duration(member.stuck_hours), labels.lead())
        }
        Activity::Stuck => format!("stuck for {}", duration(member.stuck_hours)),
        Activity::Helping => {
            member.helps.map_or("helping".to_owned(), |seeker| format!("helping {}", labels.person(seeker)))
        }
        Activity::StandBy => "standing by to help".to_owned(),
        Activity::Idle => "without work".to_owned(),
        Activity::Training => "in training".to_owned(),
        Activity::Away if !member.there => return "yet to join".to_owned(),
        Activity::Away => return "an empty seat".to_owned(),
    };
    let role = if member.assist_leader { format!("{}, ", labels.assist(1)) } else { String::new() };
    let worn = if member.burnt_out { ", burnt out" } else { "" };
    format!("{role}{doing}; energy {}, morale {}{worn}", fixed(member.energy, 2), fixed(member.morale, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::shock::{Change, Shock};
    use model::simulation::Simulation;

    #[test]
    fn a_member_is_described_by_what_can_be_seen() {
        let scenario = library::scenario("software").expect("built in");
        let mut seen = Simulation::new(&scenario, 0).snapshot(0.0).members.swap_remove(0);
        let text = |seen: &MemberSnapshot| member(seen, Labels::of(&scenario));
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
    }

    #[test]
    fn who_is_yet_to_join_is_not_counted_among_the_people() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.shocks.push(Shock { week: 3, weeks: None, change: Change::Joins(2), label: String::new() });
        let scenario = draft.finish().expect("valid");
        let start = Simulation::new(&scenario, 0).snapshot(0.0);
        let text = describe("Team", &start, 0, false);
        assert!(text.starts_with("Team: of 8 people ") && text.contains(". 2 more will join. Mean energy"), "{text}");
        assert!(!text.contains("gone"), "{text}");
    }

    #[test]
    fn what_is_read_out_is_what_the_board_shows() {
        let scenario = library::scenario("software").expect("built in");
        let mut seen = Simulation::new(&scenario, 0).snapshot(0.0);
        seen.board.done = 683;
        assert!(describe("Team", &seen, 256, true).ends_with(" 427 done since the change."));
        assert!(describe("Team", &seen, 600, false).ends_with(" 83 done so far."));
    }
}
