//! A pair with the diaries of both arms, made in slices for a page that must not stand still.

use super::pair::{Pair, part_from};
use super::plausible::world;
use super::slices::run_some;
use model::diary::Diary;
use model::scenario::Scenario;
use model::simulation::Simulation;

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
    /// How far it has come [working days since the start].
    day: f64,
    /// One while the arms are one.
    arms: Vec<Simulation>,
}

impl Recording {
    /// Of a replicate, at its start.
    pub fn new(scenario: &Scenario, replicate: u32) -> Self {
        let scenario = &*world(scenario, replicate);
        let mut simulation = Simulation::new(scenario, replicate);
        simulation.keep_diary();
        Self::of(scenario, simulation)
    }

    /// The same with empty diaries: the pair alone, in slices.
    pub fn without_diaries(scenario: &Scenario, replicate: u32) -> Self {
        let scenario = &*world(scenario, replicate);
        Self::of(scenario, Simulation::new(scenario, replicate))
    }

    fn of(scenario: &Scenario, simulation: Simulation) -> Self {
        Self { scenario: scenario.clone(), day: 0.0, arms: vec![simulation] }
    }

    /// Goes on until so much work is done, or all of it; answers how much that was.
    pub fn go_on(&mut self, most: u64) -> u64 {
        let (change, end) = (f64::from(self.scenario.days_before()), f64::from(self.scenario.days()));
        let mut done = 0;
        while done < most && !self.is_over() {
            if self.day == change && self.arms.len() == 1 {
                let past = std::mem::take(&mut self.arms).into_iter();
                self.arms = past.flat_map(|past| part_from(past, &self.scenario)).collect();
            }
            let to = if self.day < change { change } else { end };
            let (day, work) = run_some(&mut self.arms, &self.scenario, [self.day, to], most - done);
            self.day = day;
            done += work;
        }
        done
    }

    /// Whether all is done.
    pub fn is_over(&self) -> bool {
        self.day >= f64::from(self.scenario.days())
    }

    /// The pair, all that is left lived to the end.
    pub fn finish(mut self) -> Recorded {
        self.go_on(u64::MAX);
        let Ok(mut arms) = <[Simulation; 2]>::try_from(self.arms) else {
            unreachable!("invariant: an intervention lasts a week at least");
        };
        let [control, treatment] = [0, 1].map(|arm: usize| arms[arm].outcome());
        let diaries = arms.each_mut().map(|arm| arm.take_diary().unwrap_or_default());
        Recorded { pair: Pair { control, treatment, parts: None }, diaries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair::run_pair;

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
