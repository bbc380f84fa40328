//! What the page computes by itself where no worker does: pairs, a slice at a time.

use experiment::pair::Pair;
use experiment::recording::Recording;
use experiment::slices::SLICE;
use experiment::study::Job;
use experiment::study::plan::Keep;
use experiment::why::Explaining;

/// The pair that the page is at.
#[derive(Default)]
pub struct Alone {
    begun: Option<Begun>,
}

/// A pair that did not fit into the last slice.
struct Begun {
    /// Digest of the scenario, replicate, and whether its difference is taken apart.
    place: (u128, u32, bool),
    pair: Running,
}

/// A pair on the way.
enum Running {
    Plain(Box<Recording>),
    /// To be taken apart.
    Parts(Box<Explaining>),
}

impl Running {
    fn new(job: &Job, replicate: u32) -> Self {
        match job.keep {
            Keep::Parts => Self::Parts(Box::new(Explaining::new(&job.scenario, replicate))),
            _ => Self::Plain(Box::new(Recording::without_diaries(&job.scenario, replicate))),
        }
    }

    fn go_on(&mut self, most: u64) -> u64 {
        match self {
            Self::Plain(pair) => pair.go_on(most),
            Self::Parts(pair) => pair.go_on(most),
        }
    }

    fn is_over(&self) -> bool {
        match self {
            Self::Plain(pair) => pair.is_over(),
            Self::Parts(pair) => pair.is_over(),
        }
    }

    fn finish(self) -> Pair {
        match self {
            Self::Plain(pair) => pair.finish().pair,
            Self::Parts(pair) => pair.finish(),
        }
    }
}

impl Alone {
    /// Does as much of a job as fits into a slice: the first of its pairs, and how much work that was.
    pub fn compute(&mut self, job: &Job) -> (Vec<Pair>, u64) {
        let (mut pairs, mut done) = (Vec::new(), 0);
        for replicate in job.replicates.clone() {
            if done >= SLICE {
                break;
            }
            let place = (job.digest, replicate, job.keep == Keep::Parts);
            let begun = self.begun.take().filter(|begun| begun.place == place);
            let new = || Begun { place, pair: Running::new(job, replicate) };
            let mut begun = begun.unwrap_or_else(new);
            done += begun.pair.go_on(SLICE - done);
            if !begun.pair.is_over() {
                self.begun = Some(begun);
                break;
            }
            pairs.push(begun.pair.finish());
        }
        (pairs, done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble;
    use experiment::study::Study;
    use experiment::study::plan::Point;
    use experiment::study::shares::Hand;
    use model::outcome::Measure;

    #[test]
    fn pairs_done_in_slices_are_the_pairs_and_no_slice_is_longer_than_it_may_be() {
        for name in ["software", "emergency", "turnover"] {
            let scenario = library::scenario(name).expect("built in");
            let mut study = Study::new(0);
            let point = study.add(Point::new(scenario.clone(), 9, Keep::Weeks));
            let (mut alone, mut slices) = (Alone::default(), 0);
            while let Some(job) = study.next_job(Hand::ANY, |_, _| 4) {
                let (pairs, work) = alone.compute(&job);
                study.accept(job.id, pairs);
                assert!((1..2 * SLICE).contains(&work), "{name}: {work}");
                slices += 1;
            }
            let found = study.results(point).expect("complete");
            assert!(slices > 1, "{name}: {slices} slices");
            let mut expected = ensemble::Ensemble::default();
            expected.put(0, ensemble::run(&scenario, 0..9));
            for &measure in Measure::ALL {
                let [found, expected] = [found.contrast(measure), expected.contrast(measure)];
                assert_eq!(format!("{found:?}"), format!("{expected:?}"), "{name}");
            }
        }
    }

    #[test]
    fn differences_are_taken_apart_in_slices_too() {
        let scenario = library::scenario("software").expect("built in");
        let mut study = Study::new(0);
        let point = study.add(Point::new(scenario.clone(), 3, Keep::Parts));
        let (mut alone, mut slices) = (Alone::default(), 0);
        while let Some(job) = study.next_job(Hand::ANY, |_, _| 2) {
            let (pairs, work) = alone.compute(&job);
            study.accept(job.id, pairs);
            assert!((1..2 * SLICE).contains(&work), "{work}");
            slices += 1;
        }
        let found = study.results(point).expect("complete");
        let expected: Vec<_> = (0..3).map(|replicate| experiment::why::run_pair(&scenario, replicate)).collect();
        let found: Vec<_> = found.pairs().expect("kept").pairs().collect();
        assert!(format!("{found:?}") == format!("{expected:?}"));
        assert!(slices > 3, "{slices}");
    }
}
