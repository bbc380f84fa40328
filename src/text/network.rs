//! Who helps whom, in words and numbers: the measures by which an assist leader could have been found without being named.

use super::labels::Labels;
use super::numbers::{amount, fixed};
use super::{arms, list};
use experiment::story::Story;
use experiment::story::network::{Network, rank};
use model::scenario::{Arm, Scenario};
use words::network;

/// A measure of one member, by arm: its value and the place it has in the team. What is so at the moment shown comes last: trust
/// by the others, rate of leaving a year [hundredths]; 0 where nobody is.
pub fn measures(story: &Story, seat: usize, [trusted, leaving]: [[u32; 2]; 2]) -> Vec<[String; 3]> {
    let placed = |values: &[f64], write: &dyn Fn(f64) -> String| {
        let value = values.get(seat).filter(|value| !value.is_nan());
        value.map_or("–".to_owned(), |&value| {
            network::Cell { value: &write(value), place: &standing(values, seat), all: &those(values) }.say()
        })
    };
    let hours = |value: f64| network::hours(&amount(value, 1));
    let shown = |hundredths: u32| match hundredths {
        0 => "–".to_owned(),
        _ => fixed(0.01 * f64::from(hundredths), 2),
    };
    let row = |name: &str, value: &dyn Fn(&Network) -> String| {
        let [control, treatment] = Arm::BOTH.map(|arm| value(story.network(arm)));
        [name.to_owned(), control, treatment]
    };
    let [control, treatment] =
        Arm::BOTH.map(|arm| placed(&story.network(arm).weekly(&story.finished(arm)), &|value| amount(value, 1)));
    vec![
        [network::finished().to_owned(), control, treatment],
        row(network::given(), &|network| placed(&network.weekly(&network.given()), &hours)),
        row(network::received(), &|network| placed(&network.weekly(&network.received()), &hours)),
        row(network::asked(), &|found| {
            let requests: Vec<f64> = found.requests.iter().map(|&count| f64::from(count)).collect();
            placed(&found.weekly(&requests), &|value| network::times(&amount(value, 1)))
        }),
        row(network::betweenness(), &|network| placed(&network.betweenness, &|value| amount(value, 2))),
        [network::trusted().to_owned(), shown(trusted[0]), shown(trusted[1])],
        [network::leaving().to_owned(), shown(leaving[0]), shown(leaving[1])],
    ]
}

/// Who stands out in each team, in a sentence each.
pub fn spotted(story: &Story, scenario: &Scenario) -> [String; 2] {
    let names = arms::names(scenario);
    Arm::BOTH.map(|arm| {
        let (name, found) = (&names[arm as usize], story.network(arm));
        let given = found.given();
        let most = top(&given);
        let Some(&first) = most.first() else {
            return network::nobody(name);
        };
        let who = |seats: &[usize], last: bool| who(story, scenario, arm, seats, last);
        let centre = top(&found.betweenness);
        let same = centre == most && most.len() == 1;
        let hours = amount(found.weekly(&given)[first], 1);
        let mut clauses = vec![network::Gives { count: most.len(), who: &who(&most, false), hours: &hours }.say()];
        if same {
            clauses.push(network::paths_same().to_owned());
        } else if !centre.is_empty() {
            clauses.push(network::paths(&who(&centre, true)));
        }
        network::Spotted { team: name, clauses: &list::clauses(clauses) }.say()
    })
}

/// These people by name, or how many they are; `last` where the sentence ends with them.
fn who(story: &Story, scenario: &Scenario, arm: Arm, seats: &[usize], last: bool) -> String {
    let labels = Labels::of(scenario);
    let one = |seat: usize, last: bool| {
        let leads = story.days(arm, seat).last().is_some_and(|day| day.assist_leader);
        match (leads, last) {
            (false, _) => labels.person(seat),
            (true, false) => network::Leader { person: &labels.person(seat), assist: &labels.assist(1) }.say(),
            (true, true) => network::LeaderLast { person: &labels.person(seat), assist: &labels.assist(1) }.say(),
        }
    };
    match *seats {
        [seat] => one(seat, last),
        [seat, other] => list::and(vec![one(seat, false), one(other, last)]),
        _ => network::People { count: &seats.len(), members: &labels.member(seats.len()) }.say(),
    }
}

/// The seats with the largest value; nobody's where all are 0.
fn top(values: &[f64]) -> Vec<usize> {
    let largest = values.iter().copied().fold(0.0, f64::max);
    let seats = values.iter().enumerate().filter(|&(_, &value)| largest > 0.0 && value == largest);
    seats.map(|(seat, _)| seat).collect()
}

/// How many there are who have a place.
fn those(values: &[f64]) -> usize {
    values.iter().filter(|value| !value.is_nan()).count()
}

/// The place of a seat when the largest comes first; one that is shared is said to be.
fn standing(values: &[f64], seat: usize) -> String {
    let place = place(rank(values, seat));
    let tied = values.iter().filter(|&&value| value == values[seat]).count() > 1;
    if tied { network::joint(&place) } else { place }
}

/// A place as people say it.
fn place(rank: usize) -> String {
    match (rank % 10, rank % 100) {
        (1, hundred) if hundred != 11 => network::first(&rank),
        (2, hundred) if hundred != 12 => network::second(&rank),
        (3, hundred) if hundred != 13 => network::third(&rank),
        _ => network::nth(&rank),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::recording::Recording;
    use model::scenario::Scope;
    use model::shock::{Change, Shock};

    #[test]
    fn the_assist_leader_stands_out() {
        let scenario = library::scenario("software").expect("built in");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        let [without, with] = spotted(&story, &scenario);
        assert!(without.starts_with("Without assist leader: developer "), "{without}");
        assert!(with.contains(", the assist leader, gives the most help, "), "{with}");
        let given = story.network(Arm::Treatment).given();
        let leader = top(&given)[0];
        let rows = measures(&story, leader, [[61, 0], [17, 12]]);
        assert!(
            rows[0][2].ends_with(" of 8") && !rows[0][2].contains(", 1st"),
            "the one who helps most finishes less: {rows:?}"
        );
        assert!(rows[1][2].ends_with(" h, 1st of 8"), "{rows:?}");
        assert_eq!(rows[5], ["Trusted by the others at the moment shown, 0 to 1", "0.61", "–"]);
        assert_eq!(rows[6][1..], ["0.17", "0.12"]);
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
    fn a_place_that_is_shared_is_said_to_be() {
        let values = [2.0, 5.0, 2.0, 0.0];
        assert_eq!([0, 1, 2, 3].map(|seat| standing(&values, seat)), ["joint 2nd", "1st", "joint 2nd", "4th"]);
        assert_eq!([0, 1].map(|seat| standing(&[0.0, 0.0], seat)), ["joint 1st"; 2]);
        assert_eq!(top(&values), [1]);
        assert_eq!(top(&[3.0, 1.0, 3.0]), [0, 2]);
        assert_eq!(top(&[0.0, 0.0]), [0; 0]);
    }

    #[test]
    fn where_nobody_is_stuck_nobody_helps() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(Scope::Both, "beta", Some(0.0));
        let scenario = draft.finish().expect("valid");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        assert_eq!(spotted(&story, &scenario)[0], "Without assist leader: nobody helped.");
        let rows = measures(&story, 0, [[0; 2]; 2]);
        assert_eq!(rows[1][1..], ["0.0 h, joint 1st of 8"; 2]);
        assert!(rows.iter().flatten().all(|cell| !cell.contains("NaN")), "{rows:?}");
    }

    #[test]
    fn whom_the_other_team_hires_has_no_place() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(Scope::Only(Arm::Treatment), "extra_members", Some(1.0));
        let scenario = draft.finish().expect("valid");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        for [name, control, treatment] in measures(&story, 0, [[0; 2]; 2]).into_iter().take(5) {
            assert!(control.ends_with(" of 8") && treatment.ends_with(" of 9"), "{name}: {control}, {treatment}");
        }
        for [name, control, treatment] in measures(&story, 8, [[0; 2]; 2]).into_iter().take(5) {
            assert!(control == "–" && treatment.ends_with(" of 9"), "{name}: {control}, {treatment}");
        }
        let weeks = Arm::BOTH.map(|arm| story.weeks(arm, 8).iter().flatten().sum::<f64>());
        assert!(weeks[0] == 0.0 && weeks[1] > 1000.0, "{weeks:?}");
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
        assert_eq!((founder, joined), (network.received()[0] / 26.0, network.received()[8] / 2.0));
    }
}
