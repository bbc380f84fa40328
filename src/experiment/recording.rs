//! A pair with the diaries of both arms, made in steps short enough for a page that must not stand still.

use super::pair::{Pair, part_from, run_arm};
use crate::model::diary::Diary;
use crate::model::scenario::Scenario;
use crate::model::simulation::Simulation;

/// A pair as [`run_pair`](super::pair::run_pair) gives it, and what happened to whom.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// What both arms came to.
    pub pair: Pair,
    /// What happened in them, control first; the past they share is in both.
    pub diaries: [Diary; 2],
}

/// A recorded pair on the way.
pub struct Recording {
    scenario: Scenario,
    day: u32,
    arms: Arms,
}

enum Arms {
    Together(Box<Simulation>),
    Apart(Box<[Simulation; 2]>),
}

impl Recording {
    /// Of a replicate, at its start.
    pub fn new(scenario: &Scenario, replicate: u32) -> Self {
        let mut simulation = Simulation::new(scenario, replicate);
        simulation.keep_diary();
        Self::of(scenario, simulation)
    }

    /// The same with empty diaries: the pair alone, in short steps.
    pub fn without_diaries(scenario: &Scenario, replicate: u32) -> Self {
        Self::of(scenario, Simulation::new(scenario, replicate))
    }

    fn of(scenario: &Scenario, simulation: Simulation) -> Self {
        Self { scenario: scenario.clone(), day: 0, arms: Arms::Together(Box::new(simulation)) }
    }

    /// Lets another working day pass in each arm; answers whether that was the last.
    pub fn step(&mut self) -> bool {
        if self.day >= self.scenario.days() {
            return true;
        }
        if self.day == self.scenario.days_before()
            && let Arms::Together(past) = &self.arms
        {
            self.arms = Arms::Apart(Box::new(part_from(past.as_ref().clone(), &self.scenario)));
        }
        self.day += 1;
        let day = f64::from(self.day);
        match &mut self.arms {
            Arms::Together(past) => past.run_days(day),
            Arms::Apart(arms) => arms.iter_mut().for_each(|arm| run_arm(arm, &self.scenario, day)),
        }
        self.day == self.scenario.days()
    }

    /// The pair, all days that are left lived to the end.
    pub fn finish(mut self) -> Recorded {
        while !self.step() {}
        let Arms::Apart(mut arms) = self.arms else {
            unreachable!("invariant: an intervention lasts a week at least");
        };
        let [control, treatment] = [0, 1].map(|arm: usize| arms[arm].outcome());
        let diaries = arms.each_mut().map(|arm| arm.take_diary().unwrap_or_default());
        Recorded { pair: Pair { control, treatment }, diaries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::pair::run_pair;
    use crate::library;

    #[test]
    fn a_recorded_pair_is_the_pair() {
        for name in ["software", "emergency", "turnover"] {
            let scenario = library::scenario(name).expect("built in");
            let recorded = Recording::new(&scenario, 2).finish();
            let plain = Recording::without_diaries(&scenario, 2).finish();
            let expect = format!("{:?}", run_pair(&scenario, 2));
            assert_eq!([recorded.pair, plain.pair].map(|pair| format!("{pair:?}")), [expect.clone(), expect], "{name}");
        }
    }

    #[test]
    fn the_diaries_share_the_past_and_no_more() {
        let scenario = library::scenario("software").expect("built in");
        let Recorded { diaries: [control, treatment], .. } = Recording::new(&scenario, 0).finish();
        let before = f64::from(scenario.days_before());
        let past = |diary: &Diary| diary.entries.iter().filter(|entry| entry.at.day < before).count();
        let shared = past(&control);
        assert!(shared > 100);
        assert_eq!(control.entries[..shared], treatment.entries[..shared]);
        assert_ne!(control.entries, treatment.entries);
    }
}
