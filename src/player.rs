//! The visible pair: one replicate's two teams, at any moment of the time shown.

use std::rc::Rc;

use experiment::pair::part_from;
use experiment::slices::{SLICE, run_some};
use model::scenario::{Arm, Scenario};
use model::simulation::Simulation;
use model::snapshot::Snapshot;

/// Two teams that can be moved to any moment.
///
/// Before the intervention there is one simulation, seen twice. A step back simulates again from the start, which takes about
/// a millisecond and needs no memory of the past. A larger team comes there in slices.
pub struct Player {
    scenario: Rc<Scenario>,
    replicate: u32,
    /// Where it is to be, and where it is [working days since the start].
    wanted: f64,
    reached: f64,
    /// One while the teams are one.
    teams: Vec<Simulation>,
    /// Tasks accepted at the first moment shown, and at the intervention.
    done: [u32; 2],
}

/// The days shown: from the end of the warm-up to the end of the run [working days since the start].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// First moment shown.
    pub start: f64,
    /// The intervention.
    pub change: f64,
    /// Last moment.
    pub end: f64,
}

impl Span {
    /// Of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            start: f64::from(5 * scenario.world().warmup_weeks),
            change: f64::from(scenario.days_before()),
            end: f64::from(scenario.days()),
        }
    }

    /// The nearest moment shown.
    pub fn clamp(self, day: f64) -> f64 {
        day.clamp(self.start, self.end)
    }

    /// How far a day lies along the span [0, 1].
    pub fn share(self, day: f64) -> f64 {
        (day - self.start) / (self.end - self.start)
    }

    /// Weeks since the intervention; negative before it.
    pub fn week(self, day: f64) -> f64 {
        (day - self.change) / 5.0
    }
}

impl Player {
    /// The pair of a replicate, on its way to a day.
    pub fn new(scenario: Rc<Scenario>, replicate: u32, day: f64) -> Self {
        let teams = vec![Simulation::new(&scenario, replicate)];
        let mut player = Self { scenario, replicate, wanted: 0.0, reached: 0.0, teams, done: [0; 2] };
        player.seek(day);
        player
    }

    /// Sends it to a day, or to the nearest one shown, and goes a slice of the way, mostly all of it; answers how much work it was.
    pub fn seek(&mut self, day: f64) -> u64 {
        self.wanted = self.span().clamp(day);
        if self.wanted < self.reached {
            self.teams = vec![Simulation::new(&self.scenario, self.replicate)];
            self.reached = 0.0;
        }
        self.go_on()
    }

    /// Goes on, as far as a slice of work leads; answers how much it was.
    pub fn go_on(&mut self) -> u64 {
        let span = self.span();
        let mut done = 0;
        for stop in [span.start, span.change, span.end] {
            let to = stop.min(self.wanted);
            if self.reached < to {
                let (day, work) =
                    run_some(&mut self.teams, &self.scenario, [self.reached, to], SLICE - done.min(SLICE));
                self.reached = day;
                done += work;
            }
            if self.reached == stop && self.teams.len() == 1 {
                self.pass(stop);
            }
        }
        done
    }

    /// The teams have come to the first moment shown, or to the intervention.
    fn pass(&mut self, stop: f64) {
        let span = self.span();
        let accepted = self.teams[0].snapshot(stop).board.done;
        if stop == span.start {
            self.done[0] = accepted;
        }
        if stop == span.change {
            self.done[1] = accepted;
            let past = std::mem::take(&mut self.teams).into_iter();
            self.teams = past.flat_map(|past| part_from(past, &self.scenario)).collect();
        }
    }

    /// Whether it is where it was sent.
    pub fn is_there(&self) -> bool {
        self.reached >= self.wanted
    }

    /// Where the pair is to be [working days since the start].
    pub fn day(&self) -> f64 {
        self.wanted
    }

    /// The days shown.
    pub fn span(&self) -> Span {
        Span::of(&self.scenario)
    }

    /// Tasks that each team had accepted at the intervention; before it, at the first moment shown.
    pub fn done_before(&self) -> u32 {
        self.done[usize::from(self.changed())]
    }

    /// Whether the intervention is past.
    pub fn changed(&self) -> bool {
        self.teams.len() > 1
    }

    /// How the two teams look now, control first.
    pub fn snapshots(&self) -> [Snapshot; 2] {
        Arm::BOTH.map(|arm| self.team(arm).snapshot(self.reached))
    }

    /// How far two members of a team trust each other now, by seat [0, 1].
    pub fn mutual_trust(&self, arm: Arm, seat: usize, other: usize) -> f64 {
        self.team(arm).mutual_trust(seat, other)
    }

    /// Before the intervention both are one.
    fn team(&self, arm: Arm) -> &Simulation {
        &self.teams[(arm as usize).min(self.teams.len() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::pair::{part, run_arm};
    use model::scenario::Scope;
    use model::state::member::Activity;

    fn player() -> Player {
        Player::new(Rc::new(library::scenario(library::DEFAULT).expect("built in")), 3, 0.0)
    }

    #[test]
    fn every_way_to_a_day_shows_the_same() {
        let mut direct = player();
        direct.seek(100.3);
        let mut wandering = player();
        for day in [45.5, 60.0, 59.9, 120.0, 70.2, 100.3] {
            wandering.seek(day);
        }
        assert_eq!(direct.snapshots(), wandering.snapshots());
    }

    #[test]
    fn the_teams_are_alike_until_the_change() {
        let mut player = player();
        let span = player.span();
        assert_eq!(player.day(), span.start);
        player.seek(span.change - 0.01);
        let [control, treatment] = player.snapshots();
        assert_eq!(control, treatment);
        player.seek(span.change + 10.0);
        let [control, treatment] = player.snapshots();
        assert!(treatment.members.iter().any(|member| member.assist_leader));
        assert!(!control.members.iter().any(|member| member.assist_leader));
    }

    #[test]
    fn trust_is_that_of_the_teams() {
        let mut player = player();
        for day in [player.span().change - 0.01, player.span().change + 60.0] {
            player.seek(day);
            for (arm, team) in Arm::BOTH.into_iter().zip(player.snapshots()) {
                let seats = team.members.len();
                let others = |seat: usize| (0..seats).filter(move |&other| other != seat);
                let trust = |seat: usize| others(seat).map(|other| player.mutual_trust(arm, seat, other)).sum::<f64>();
                let both = 2.0 * (0..seats).map(trust).sum::<f64>();
                let held = team.members.iter().filter(|member| member.activity != Activity::Away).count() as f64;
                let trusted = team.members.iter().map(|member| member.trusted * (held - 1.0)).sum::<f64>();
                assert!(held > 1.0 && (both - 2.0 * trusted).abs() < 1e-9, "{arm:?} on day {day}: {both}, {trusted}");
            }
        }
    }

    #[test]
    fn a_large_team_goes_a_long_way_in_slices() {
        let mut draft = library::scenario(library::DEFAULT).expect("built in").draft();
        draft.set(Scope::Both, "members", Some(60.0));
        let scenario = Rc::new(draft.finish().expect("valid"));
        let mut player = Player::new(Rc::clone(&scenario), 3, 0.0);
        let mut slices = 0;
        let mut work = player.seek(190.0);
        while !player.is_there() {
            assert!((1..2 * SLICE).contains(&work), "{work}");
            work = player.go_on();
            slices += 1;
        }
        assert!(slices > 0, "{slices} slices");
        let whole = part(&scenario, 3).map(|mut team| {
            run_arm(&mut team, &scenario, 190.0);
            team.snapshot(190.0)
        });
        assert_eq!(player.snapshots(), whole);
        assert_eq!(player.day(), 190.0);
    }

    #[test]
    fn days_beyond_the_span_are_its_ends() {
        let mut player = player();
        player.seek(f64::MAX);
        assert_eq!(player.day(), player.span().end);
        player.seek(-3.0);
        assert_eq!(player.day(), player.span().start);
    }
}
