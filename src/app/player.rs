//! The visible pair: one replicate's two teams, at any moment of the time shown.

use std::rc::Rc;

use crate::experiment::pair::{part_from, run_arm};
use crate::model::scenario::Scenario;
use crate::model::simulation::Simulation;
use crate::model::snapshot::Snapshot;

/// Two teams that can be moved to any moment.
///
/// Before the intervention there is one simulation, seen twice. A step back simulates again from the start, which takes about
/// a millisecond and needs no memory of the past.
pub struct Player {
    scenario: Rc<Scenario>,
    replicate: u32,
    day: f64,
    stage: Stage,
    /// Tasks accepted at the first moment shown, and at the intervention.
    done: [u32; 2],
}

enum Stage {
    Together(Box<Simulation>),
    Apart(Box<[Simulation; 2]>),
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
    /// The pair of a replicate at a day.
    pub fn new(scenario: Rc<Scenario>, replicate: u32, day: f64) -> Self {
        let stage = Stage::Together(Box::new(Simulation::new(&scenario, replicate)));
        let mut player = Self { scenario, replicate, day: 0.0, stage, done: [0; 2] };
        player.seek(day);
        player
    }

    /// Goes to a day, or to the nearest one shown.
    pub fn seek(&mut self, day: f64) {
        let span = self.span();
        let day = span.clamp(day);
        if day < self.day {
            self.stage = Stage::Together(Box::new(Simulation::new(&self.scenario, self.replicate)));
        }
        self.day = day;
        if let Stage::Together(team) = &mut self.stage {
            if team.days() < span.start as u32 {
                team.run_days(span.start);
                self.done[0] = team.snapshot(span.start).board.done;
            }
            team.run_days(day.min(span.change));
            if day < span.change {
                return;
            }
            self.done[1] = team.snapshot(span.change).board.done;
            self.stage = Stage::Apart(Box::new(part_from(team.as_ref().clone(), &self.scenario)));
        }
        if let Stage::Apart(teams) = &mut self.stage {
            for team in teams.iter_mut() {
                run_arm(team, &self.scenario, day);
            }
        }
    }

    /// Where the pair is [working days since the start].
    pub fn day(&self) -> f64 {
        self.day
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
        matches!(self.stage, Stage::Apart(_))
    }

    /// How the two teams look now, control first.
    pub fn snapshots(&self) -> [Snapshot; 2] {
        match &self.stage {
            Stage::Together(team) => [team.snapshot(self.day), team.snapshot(self.day)],
            Stage::Apart(teams) => [teams[0].snapshot(self.day), teams[1].snapshot(self.day)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

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
    fn days_beyond_the_span_are_its_ends() {
        let mut player = player();
        player.seek(f64::MAX);
        assert_eq!(player.day(), player.span().end);
        player.seek(-3.0);
        assert_eq!(player.day(), player.span().start);
    }
}
