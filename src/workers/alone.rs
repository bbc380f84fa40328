//! What the page computes by itself where no worker does: pairs, a slice at a time.

use std::ops::Range;

use super::run::Run;
use experiment::recording::Recording;
use experiment::slices::SLICE;

/// The pair that the page is at.
#[derive(Default)]
pub struct Alone {
    begun: Option<Begun>,
}

/// A pair that did not fit into the last slice.
struct Begun {
    /// Run and replicate.
    place: (u32, u32),
    pair: Recording,
}

impl Alone {
    /// Does as much of a job as fits into a slice, and gives the rest back; answers how much work that was.
    pub fn compute(&mut self, run: &mut Run, job: Range<u32>) -> u64 {
        let mut left = job;
        let mut done = 0;
        while !left.is_empty() && done < SLICE {
            let place = (run.generation(), left.start);
            let begun = self.begun.take().filter(|begun| begun.place == place);
            let new = || Begun { place, pair: Recording::without_diaries(run.scenario(), place.1) };
            let mut begun = begun.unwrap_or_else(new);
            done += begun.pair.go_on(SLICE - done);
            if begun.pair.is_over() {
                run.put(place.1, vec![begun.pair.finish().pair], run.millis());
                left.start += 1;
            } else {
                self.begun = Some(begun);
            }
        }
        run.give_back(left);
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble;
    use experiment::goal::Goal;
    use model::outcome::Measure;
    use std::rc::Rc;

    #[test]
    fn pairs_done_in_slices_are_the_pairs_and_no_slice_is_longer_than_it_may_be() {
        for name in ["software", "emergency", "turnover"] {
            let scenario = Rc::new(library::scenario(name).expect("built in"));
            let mut run = Run::new(1, Rc::clone(&scenario), Goal::Pairs(9), None, 0.0);
            let (mut alone, mut slices) = (Alone::default(), 0);
            while let Some(job) = run.take(0, 1) {
                let work = alone.compute(&mut run, job);
                assert!((1..2 * SLICE).contains(&work), "{name}: {work}");
                slices += 1;
            }
            let found = run.report(0.0);
            assert!(found.complete() && slices > 1, "{name}: {slices} slices");
            let mut expected = ensemble::Ensemble::default();
            expected.put(0, ensemble::run(&scenario, 0..9));
            for &measure in Measure::ALL {
                let [found, expected] = [found.contrast(measure), expected.contrast(measure)];
                assert_eq!(format!("{found:?}"), format!("{expected:?}"), "{name}");
            }
        }
    }
}
