//! What the page computes by itself where no worker does: pairs, a slice at a time.

use experiment::recording::Recording;
use experiment::slices::SLICE;
use experiment::study::{Job, Study};

/// The pair that the page is at.
#[derive(Default)]
pub struct Alone {
    begun: Option<Begun>,
}

/// A pair that did not fit into the last slice.
struct Begun {
    /// Digest of the scenario, and replicate.
    place: (u128, u32),
    pair: Recording,
}

impl Alone {
    /// Does as much of a job as fits into a slice, and gives the rest back; answers how much work that was.
    pub fn compute(&mut self, study: &mut Study, job: &Job) -> u64 {
        let (mut pairs, mut done) = (Vec::new(), 0);
        for replicate in job.replicates.clone() {
            if done >= SLICE {
                break;
            }
            let place = (job.digest, replicate);
            let begun = self.begun.take().filter(|begun| begun.place == place);
            let new = || Begun { place, pair: Recording::without_diaries(&job.scenario, replicate) };
            let mut begun = begun.unwrap_or_else(new);
            done += begun.pair.go_on(SLICE - done);
            if !begun.pair.is_over() {
                self.begun = Some(begun);
                break;
            }
            pairs.push(begun.pair.finish().pair);
        }
        study.accept(job.id, pairs);
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::ensemble;
    use experiment::study::plan::{Keep, Point};
    use experiment::study::shares::Hand;
    use model::outcome::Measure;

    #[test]
    fn pairs_done_in_slices_are_the_pairs_and_no_slice_is_longer_than_it_may_be() {
        for name in ["software", "emergency", "turnover"] {
            let scenario = library::scenario(name).expect("built in");
            let mut study = Study::new(0);
            let point = study.add(Point::new(scenario.clone(), 9, Keep::Weeks));
            let (mut alone, mut slices) = (Alone::default(), 0);
            while let Some(job) = study.next_job(Hand::ANY, |_| 4) {
                let work = alone.compute(&mut study, &job);
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
}
