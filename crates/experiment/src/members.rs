//! What each member comes to over many pairs: so that those who assist, those who know most and least, and those who join can be told
//! apart.
//!
//! Who sits on a seat differs from pair to pair, so members stand by what they are when the arms part: who holds the role of assist
//! leader in either arm; the others by mean skill, the most skilled first; and those who come later, in the order in which they come.
//!
//! Everything is of the time from the change to the end of the run, in a project to the end of the day on which it is finished, and of
//! the days on which someone holds the seat.

use super::caveats::Caveats;
use super::recording::Recording;
use super::statistics::sample::Estimate;
use super::story::Story;
use model::diary::Day;
use model::scenario::{Arm, Scenario};
use model::state::member::Activity;

/// Number of outcomes of a seat.
pub const COUNT: usize = 16;

/// The outcomes of a seat: what they are called, and their units. Those of the team that mean the same have the same name.
pub const OUTCOMES: [(&str, &str); COUNT] = [
    ("assist_leader", "share"),
    ("seat_fill", "share"),
    ("skill_start", ""),
    ("skill_end", ""),
    ("skill_home_start", ""),
    ("skill_home_end", ""),
    ("morale", ""),
    ("energy", ""),
    ("exhaustion", ""),
    ("burnout", "share"),
    ("hours_work", "h/person-week"),
    ("hours_stuck", "h/person-week"),
    ("hours_help", "h/person-week"),
    ("hours_standby", "h/person-week"),
    ("help_received", "h/person-week"),
    ("throughput", "tasks/person-week"),
];

/// What a seat came to in one run, in the order of [`OUTCOMES`]; `NaN` for what was not there to measure.
pub type Values = [f64; COUNT];

/// What all seats came to in a pair.
#[derive(Clone, Debug)]
pub struct Observed {
    /// By arm and place.
    values: [Vec<Values>; 2],
    /// How many of the places are those of assist leaders.
    leaders: usize,
    caveats: Caveats,
}

impl Observed {
    /// What one takes [bytes].
    pub fn bytes(scenario: &Scenario) -> u64 {
        2 * u64::from(scenario.seats()) * size_of::<Values>() as u64
    }

    /// Of a replicate, which is the pair that every other table is of.
    pub fn new(scenario: &Scenario, replicate: u32) -> Self {
        let recorded = Recording::new(scenario, replicate).finish();
        let caveats = Caveats::default().and(&recorded.pair);
        let story = Story::new(recorded, scenario);
        let (places, leaders) = places(&story, scenario);
        let values = Arm::BOTH.map(|arm| {
            let tasks = accepted(&story, scenario, arm);
            places.iter().map(|&seat| values(&story, scenario, arm, seat, tasks[seat])).collect()
        });
        Self { values, leaders, caveats }
    }
}

/// The seats in the order of the table, and how many of them are assist leaders' when the arms part.
fn places(story: &Story, scenario: &Scenario) -> (Vec<usize>, usize) {
    let change = scenario.days_before() as usize;
    let founders = scenario.world().members as usize;
    let day = |arm: Arm, seat: usize| story.days(arm, seat).get(change);
    let assists = |seat: &usize| Arm::BOTH.iter().any(|&arm| day(arm, *seat).is_some_and(|day| day.assist_leader));
    let (leaders, mut others): (Vec<usize>, Vec<usize>) = (0..founders).partition(assists);
    // An empty seat comes last, for whoever takes it will know least.
    let skill = |seat: usize| day(Arm::Control, seat).filter(|day| day.present).map_or(-1.0, |day| day.skill);
    others.sort_by(|&a, &b| skill(b).total_cmp(&skill(a)));
    let count = leaders.len();
    (leaders.into_iter().chain(others).chain(founders..story.seats()).collect(), count)
}

/// Tasks accepted since the change, by the seat that worked last on them.
fn accepted(story: &Story, scenario: &Scenario, arm: Arm) -> Vec<f64> {
    let mut tasks = vec![0.0; story.seats()];
    for course in story.ledger(arm).tasks.values() {
        if let (Some(at), Some(&(_, seat))) = (course.accepted, course.holders.last())
            && at.day >= f64::from(scenario.days_before())
        {
            tasks[seat] += 1.0;
        }
    }
    tasks
}

/// What a seat came to in an arm, which had so many tasks accepted.
fn values(story: &Story, scenario: &Scenario, arm: Arm, seat: usize, tasks: f64) -> Values {
    let first = scenario.days_before().max(story.there_from(arm, seat).unwrap_or(u32::MAX)) as usize;
    let last = story.ledger(arm).finished(scenario).map_or(scenario.days(), |at| at.day.ceil() as u32) as usize;
    let window = story.days(arm, seat).get(first..last).unwrap_or_default();
    let held: Vec<&Day> = window.iter().filter(|day| day.present).collect();
    let days = held.len() as f64;
    let weeks = days / 5.0;
    let mean = |of: &dyn Fn(&Day) -> f64| held.iter().map(|day| of(day)).sum::<f64>() / days;
    let share = |of: &dyn Fn(&Day) -> bool| mean(&|day| f64::from(u8::from(of(day))));
    let skill = |day: Option<&&Day>| day.map_or(f64::NAN, |day| day.skill);
    let home = |day: Option<&&Day>| day.map_or(f64::NAN, |day| day.skill_home);
    let hours = |activity: Activity| held.iter().map(|day| day.hours[activity as usize]).sum::<f64>() / weeks;
    let assists =
        if held.is_empty() { f64::NAN } else { f64::from(u8::from(held.iter().any(|day| day.assist_leader))) };
    [
        assists,
        days / window.len() as f64,
        skill(held.first()),
        skill(held.last()),
        home(held.first()),
        home(held.last()),
        mean(&|day| day.morale),
        mean(&|day| day.energy),
        mean(&|day| day.exhaustion),
        share(&|day| day.burnt_out),
        hours(Activity::Working),
        hours(Activity::Stuck),
        hours(Activity::Helping),
        hours(Activity::StandBy),
        story.network(arm).received()[seat] / weeks,
        tasks / weeks,
    ]
}

/// What the seats come to over many pairs.
#[derive(Clone, Debug)]
pub struct Members {
    /// Number of pairs.
    pub pairs: u32,
    /// In how many of them the numbers say less than they seem to.
    pub caveats: Caveats,
    /// By arm, control first, and by place; a seat that an arm never has is left out.
    pub rows: Vec<Row>,
}

/// What a member is when the arms part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Holds the role of assist leader in either arm.
    AssistLeader,
    /// One of the others, by skill.
    Other,
    /// Comes later.
    Newcomer,
}

impl Role {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Role::AssistLeader => "assist_leader",
            Role::Other => "other",
            Role::Newcomer => "newcomer",
        }
    }
}

/// What a member comes to in an arm.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which arm.
    pub arm: Arm,
    /// What the member is.
    pub role: Role,
    /// Which of those, from 1.
    pub rank: usize,
    /// In the order of [`OUTCOMES`]; of the pairs that have one.
    pub estimates: [Estimate; COUNT],
}

impl Members {
    /// Of these pairs of a scenario, by replicate.
    pub fn of(scenario: &Scenario, observed: &[Observed]) -> Self {
        let founders = scenario.world().members as usize;
        // Where both teams have the role, or a holder has just left, there are not as many in every pair.
        let leaders = || observed.iter().map(|pair| pair.leaders);
        let (most, least) = (leaders().max().unwrap_or(0), leaders().min().unwrap_or(0));
        let row = |arm: Arm, role: Role, rank: usize| {
            let of = |pair: &Observed, outcome: usize| {
                let place = match role {
                    Role::AssistLeader => Some(rank - 1).filter(|place| *place < pair.leaders),
                    Role::Other => Some(pair.leaders + rank - 1).filter(|place| *place < founders),
                    Role::Newcomer => Some(founders + rank - 1),
                };
                place.map_or(f64::NAN, |place| pair.values[arm as usize][place][outcome])
            };
            let estimate = |outcome: usize| {
                Estimate::of(observed.iter().map(move |pair| of(pair, outcome)).filter(|value| !value.is_nan()))
            };
            Row { arm, role, rank, estimates: std::array::from_fn(estimate) }
        };
        let members = |arm: Arm| {
            let days = scenario.seat_days(arm);
            let assist_leaders = (1..=most).map(|rank| (Role::AssistLeader, rank));
            let others = (1..=founders - least).map(|rank| (Role::Other, rank));
            let comes = move |rank: &usize| days[founders + rank - 1].is_some();
            let newcomers = (1..=scenario.seats() as usize - founders).filter(comes).map(|rank| (Role::Newcomer, rank));
            assist_leaders.chain(others).chain(newcomers).collect::<Vec<(Role, usize)>>()
        };
        let rows = Arm::BOTH.into_iter().flat_map(|arm| members(arm).into_iter().map(move |it| (arm, it)));
        let caveats = observed.iter().fold(Caveats::default(), |all, pair| all.plus(pair.caveats));
        Self {
            pairs: observed.len() as u32,
            caveats,
            rows: rows.map(|(arm, (role, rank))| row(arm, role, rank)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair::run_pair;
    use model::outcome::Measure;
    use model::scenario::Scope;

    fn place(id: &str) -> usize {
        OUTCOMES.iter().position(|(other, _)| *other == id).expect("an outcome of a seat")
    }

    #[test]
    fn the_seats_together_are_the_team() {
        for name in ["software", "emergency", "turnover", "silos"] {
            let scenario = library::scenario(name).expect("built in");
            let (observed, pair) = (Observed::new(&scenario, 1), run_pair(&scenario, 1));
            for arm in Arm::BOTH {
                let seats = &observed.values[arm as usize];
                let days = scenario.seat_days(arm);
                // Days on which each seat is held.
                // No seat of these scenarios comes later, so that places and seats have the same days.
                let held: Vec<f64> = (seats.iter().zip(days))
                    .map(|(values, from)| {
                        let from = from.expect("in both arms").max(scenario.days_before());
                        values[place("seat_fill")] * f64::from(scenario.days() - from)
                    })
                    .collect();
                for id in [
                    "morale",
                    "energy",
                    "exhaustion",
                    "burnout",
                    "hours_work",
                    "hours_stuck",
                    "hours_standby",
                    "throughput",
                ] {
                    let measure = *Measure::ALL.iter().find(|measure| measure.info().id == id).expect("an outcome");
                    let parts = seats.iter().zip(&held).filter(|(_, days)| **days > 0.0);
                    let sum: f64 = parts.map(|(values, days)| values[place(id)] * days).sum();
                    let (found, expect) = (sum / held.iter().sum::<f64>(), pair.arm(arm).get(measure));
                    assert!(
                        (found - expect).abs() < 1e-9 * expect.abs().max(1.0),
                        "{name} {arm:?} {id}: {found}, {expect}"
                    );
                }
                let total = |id: &str| -> f64 {
                    let parts = seats.iter().zip(&held).filter(|(_, days)| **days > 0.0);
                    parts.map(|(values, days)| values[place(id)] * days).sum()
                };
                // A help that began before the change counts in full when it ends.
                assert!(total("help_received") <= total("hours_help") + 40.0, "{name} {arm:?}");
            }
        }
    }

    #[test]
    fn assist_leaders_are_told_apart_where_each_team_has_another() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(Scope::Both, "assist_leaders", Some(1.0));
        draft.set(Scope::Only(Arm::Control), "assist_who", Some(1.0));
        draft.set(Scope::Only(Arm::Treatment), "assist_who", Some(2.0));
        let scenario = draft.finish().expect("valid");
        let observed: Vec<Observed> = (0..40).map(|replicate| Observed::new(&scenario, replicate)).collect();
        let counts: Vec<usize> = observed.iter().map(|pair| pair.leaders).collect();
        assert!(counts.contains(&1) && counts.contains(&2), "{counts:?}");
        let members = Members::of(&scenario, &observed);
        let of = |role: Role, rank: usize| {
            members.rows.iter().find(|row| (row.arm, row.role, row.rank) == (Arm::Control, role, rank)).expect("a row")
        };
        let two = counts.iter().filter(|&&count| count == 2).count() as u32;
        let n = |row: &Row| row.estimates[place("seat_fill")].n;
        assert_eq!(
            [n(of(Role::AssistLeader, 1)), n(of(Role::AssistLeader, 2)), n(of(Role::Other, 7))],
            [40, two, 40 - two]
        );
    }

    #[test]
    fn who_assists_and_who_is_hired_are_told_apart() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(Scope::Only(Arm::Treatment), "extra_members", Some(1.0));
        let scenario = draft.finish().expect("valid");
        let observed: Vec<Observed> = (0..6).map(|replicate| Observed::new(&scenario, replicate)).collect();
        let members = Members::of(&scenario, &observed);
        let seats = |arm: Arm| members.rows.iter().filter(move |row| row.arm == arm);
        assert_eq!(Arm::BOTH.map(|arm| seats(arm).count()), [8, 9], "nobody's seat is in the first team's table");
        let mean = |row: &Row, id: &str| row.estimates[place(id)].mean;
        let leaders = |arm: Arm| seats(arm).map(|row| mean(row, "assist_leader")).sum::<f64>();
        assert!(leaders(Arm::Control) == 0.0 && leaders(Arm::Treatment) >= 1.0);
        let first = seats(Arm::Treatment).next().expect("nine seats");
        assert_eq!((first.role, mean(first, "assist_leader")), (Role::AssistLeader, 1.0));
        let others: Vec<f64> =
            (seats(Arm::Control).filter(|row| row.role == Role::Other)).map(|row| mean(row, "skill_start")).collect();
        assert!(others.is_sorted_by(|a, b| a > b), "the most skilled first: {others:?}");
        let hired = seats(Arm::Treatment).next_back().expect("nine seats");
        let founders = seats(Arm::Treatment).take(8).map(|row| mean(row, "skill_start")).sum::<f64>() / 8.0;
        assert!(mean(hired, "skill_start") < founders && mean(hired, "skill_end") > mean(hired, "skill_start"));
        assert_eq!((members.pairs, hired.estimates[0].n), (6, 6));
    }
}
