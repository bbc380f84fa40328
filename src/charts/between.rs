//! A chart on the way from what was before a change to what is now, as a replay shows it.

use super::data::{Body, ChartData, Course, Spread};
use experiment::ensemble::WeekContrast;

impl ChartData {
    /// The chart at a share [0, 1] of the way from one to the other. Where the two do not have the same points, it leaps half way.
    pub fn between(before: &Self, now: &Self, share: f64) -> Self {
        let nearer = if share < 0.5 { before } else { now };
        let body = match (&before.body, &now.body) {
            (Body::Course(before), Body::Course(now)) => Body::Course(course(before, now, share)),
            (Body::Spread(before), Body::Spread(now)) => Body::Spread(spread(before, now, share)),
            _ => nearer.body.clone(),
        };
        Self { body, ..nearer.clone() }
    }
}

fn course(before: &Course, now: &Course, share: f64) -> Course {
    let nearer = if share < 0.5 { before } else { now };
    // The axes stand still on the way.
    let room = [0, 1].map(|part: usize| [before.reach(part), now.reach(part)].concat());
    if before.at != now.at {
        return Course { room, ..nearer.clone() };
    }
    let mix = |from: f64, to: f64| from + share * (to - from);
    let weeks = before.weeks.iter().zip(&now.weeks).map(|(from, to)| WeekContrast {
        control: mix(from.control, to.control),
        treatment: mix(from.treatment, to.treatment),
        difference: mix(from.difference, to.difference),
        ci95: [0, 1].map(|end: usize| mix(from.ci95[end], to.ci95[end])),
        quantiles: [0, 1, 2, 3, 4].map(|place: usize| mix(from.quantiles[place], to.quantiles[place])),
    });
    Course {
        arms: [0, 1].map(|arm: usize| lines(&before.arms[arm], &now.arms[arm], share)),
        weeks: weeks.collect(),
        room,
        ..nearer.clone()
    }
}

fn spread(before: &Spread, now: &Spread, share: f64) -> Spread {
    let nearer = if share < 0.5 { before } else { now };
    let alike = before.differences.len() == now.differences.len();
    Spread {
        arms: [0, 1].map(|arm: usize| {
            [0, 1, 2, 3, 4].map(|place: usize| {
                let [from, to] = [before, now].map(|spread| spread.arms[arm][place]);
                from + share * (to - from)
            })
        }),
        differences: if alike {
            lines(&before.differences, &now.differences, share)
        } else {
            nearer.differences.clone()
        },
        single: nearer.single,
    }
}

fn lines(before: &[f64], now: &[f64], share: f64) -> Vec<f64> {
    before.iter().zip(now).map(|(from, to)| from + share * (to - from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::summary;
    use model::outcome::Measure;

    fn check(measure: Measure, look: impl Fn(&ChartData) -> Vec<f64>) {
        let [before, now] = ["software", "silos"].map(|name| ChartData::of(measure, &summary(name, 12), None, 0, None));
        let near =
            |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9 || a.is_nan() && b.is_nan());
        let at = |share: f64| look(&ChartData::between(&before, &now, share));
        assert!(near(&at(0.0), &look(&before)) && near(&at(1.0), &look(&now)), "{measure:?}");
        let middle: Vec<f64> = look(&before).iter().zip(look(&now)).map(|(a, b)| 0.5 * (a + b)).collect();
        assert!(near(&at(0.5), &middle) && at(0.5).len() == look(&now).len(), "{measure:?}");
    }

    #[test]
    fn a_way_begins_where_it_was_and_ends_where_it_is() {
        check(Measure::Throughput, |data| match &data.body {
            Body::Course(course) => {
                [course.arms[1].clone(), course.weeks.iter().map(|week| week.quantiles[4]).collect()].concat()
            }
            Body::Spread(_) => panic!("a course"),
        });
        check(Measure::Participation, |data| match &data.body {
            Body::Spread(spread) => [spread.differences.clone(), spread.arms[0].to_vec()].concat(),
            Body::Course(_) => panic!("a spread"),
        });
    }

    #[test]
    fn the_axes_have_room_for_both_ends_all_the_way() {
        let [before, now] =
            ["software", "approvals"].map(|name| ChartData::of(Measure::Morale, &summary(name, 6), None, 0, None));
        let room = |share: f64| match ChartData::between(&before, &now, share).body {
            Body::Course(course) => course.room,
            Body::Spread(_) => panic!("a course"),
        };
        assert_eq!(room(0.1), room(0.9));
        assert!(!room(0.1)[0].is_empty());
    }
}
