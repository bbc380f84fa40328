//! Who helps whom, in words and numbers: the measures by which an assist leader could have been found without being named.

use super::arms;
use super::labels::{Labels, lower_first, upper_first};
use super::numbers::fixed;
use crate::experiment::story::Story;
use crate::experiment::story::network::{Network, rank};
use crate::model::scenario::{Arm, Scenario};

/// A measure of one member, by arm: its value and the place it has in the team.
pub fn measures(story: &Story, seat: usize) -> Vec<[String; 3]> {
    let placed = |values: &[f64], decimals: usize, unit: &str| {
        let of = values.len();
        values.get(seat).filter(|value| !value.is_nan()).map_or("–".to_owned(), |&value| {
            format!("{}{unit}, {} of {of}", fixed(value, decimals), place(rank(values, seat)))
        })
    };
    let row = |name: &str, value: &dyn Fn(&Network) -> String| {
        let [control, treatment] = Arm::BOTH.map(|arm| value(story.network(arm)));
        [name.to_owned(), control, treatment]
    };
    vec![
        row("Help given a week", &|network| placed(&network.weekly(&network.given()), 1, " h")),
        row("Help received a week", &|network| placed(&network.weekly(&network.received()), 1, " h")),
        row("Asked a week", &|network| {
            let requests: Vec<f64> = network.requests.iter().map(|&count| f64::from(count)).collect();
            placed(&network.weekly(&requests), 1, " times")
        }),
        row("Betweenness, last four weeks", &|network| placed(&network.betweenness, 2, "")),
    ]
}

/// Who stands out in each team, in a sentence each.
pub fn spotted(story: &Story, scenario: &Scenario) -> [String; 2] {
    let (labels, names) = (Labels::of(scenario), arms::names(scenario));
    Arm::BOTH.map(|arm| {
        let network = story.network(arm);
        let given = network.given();
        let Some(most) = top(&given).filter(|&seat| given[seat] > 0.0) else {
            return format!("{}: nobody helped.", names[arm as usize]);
        };
        let who = |seat: usize| {
            let leads = story.days(arm, seat).last().is_some_and(|day| day.assist_leader);
            if leads { format!("{}, the {},", labels.person(seat), labels.assist(1)) } else { labels.person(seat) }
        };
        let hours = fixed(network.weekly(&given)[most], 1);
        let centre = match top(&network.betweenness) {
            Some(seat) if seat == most => "; most paths of help run through the same one".to_owned(),
            Some(seat) => format!("; most paths of help run through {}", who(seat)),
            None => String::new(),
        };
        let name = upper_first(&lower_first(&names[arm as usize]));
        format!("{name}: {} gives the most help, {hours} h a week{}.", who(most), centre.trim_end_matches(','))
    })
}

/// The seat with the largest value; nobody's where all are 0.
fn top(values: &[f64]) -> Option<usize> {
    let largest = values.iter().copied().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    (largest.1 > 0.0).then_some(largest.0)
}

/// A place as people say it.
fn place(rank: usize) -> String {
    let ending = match (rank % 10, rank % 100) {
        (1, hundred) if hundred != 11 => "st",
        (2, hundred) if hundred != 12 => "nd",
        (3, hundred) if hundred != 13 => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::recording::Recording;
    use crate::library;
    use crate::model::shock::{Change, Shock};

    #[test]
    fn the_assist_leader_stands_out() {
        let scenario = library::scenario("software").expect("built in");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        let [without, with] = spotted(&story, &scenario);
        assert!(without.starts_with("Without assist leader: developer "), "{without}");
        assert!(with.contains(", the assist leader, gives the most help, "), "{with}");
        let given = story.network(Arm::Treatment).given();
        let leader = top(&given).expect("someone helps");
        let rows = measures(&story, leader);
        assert!(rows[0][2].ends_with(" h, 1st of 8"), "{rows:?}");
        assert!(rows.iter().flatten().all(|cell| !cell.contains("NaN")), "{rows:?}");
    }

    #[test]
    fn places_have_their_endings() {
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 13, 21, 111].map(place),
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th"]
        );
    }

    #[test]
    fn where_nobody_is_stuck_nobody_helps() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(crate::model::scenario::Scope::Both, "beta", Some(0.0));
        let scenario = draft.finish().expect("valid");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        assert_eq!(spotted(&story, &scenario)[0], "Without assist leader: nobody helped.");
        assert!(measures(&story, 0).iter().flatten().all(|cell| !cell.contains("NaN")));
    }

    #[test]
    fn a_week_is_one_of_those_in_which_the_seat_was_there() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.shocks.push(Shock { week: 24, weeks: None, change: Change::Joins(1), label: String::new() });
        let scenario = draft.finish().expect("valid");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        let network = story.network(Arm::Control);
        let (founder, joined) = (network.weekly(&network.received())[0], network.weekly(&network.received())[8]);
        assert_eq!((network.weeks[0], network.weeks[8]), (26.0, 2.0));
        assert_eq!((founder * 26.0, joined * 2.0), (network.received()[0], network.received()[8]));
    }
}
