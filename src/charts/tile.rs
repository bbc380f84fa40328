//! An outcome at a glance: both arms in a picture the size of a stamp, their means, and whether they differ.

use super::catalogue::wording;
use super::data::Spread;
use crate::ensemble_summary::{EnsembleSummary, is_noticeable};
use experiment::ensemble::Contrast;
use library::results::marked_by_luck;
use model::outcome::{Better, Measure};
use words::charts;

/// Width and height of the picture, in its own measure.
pub const SIZE: [f64; 2] = [100.0, 30.0];

/// An outcome at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Which one.
    pub measure: Measure,
    /// What it is called.
    pub title: String,
    /// Its means, control first, with the unit.
    pub means: String,
    /// Whether the arms differ.
    pub verdict: Verdict,
    /// Whether anything differs between the arms, so that luck alone could have made the verdict.
    pub differs: bool,
    /// The picture.
    pub picture: Picture,
}

/// What can be told of the difference between the arms: whether its 95 % interval leaves out zero, and whether that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The treatment arm is better.
    Better,
    /// It is worse.
    Worse,
    /// It is higher, which is neither.
    Higher,
    /// It is lower, which is neither.
    Lower,
    /// It differs by less than anyone would notice.
    Same,
    /// Neither can be told.
    Unclear,
}

/// The picture of an outcome, within [`SIZE`].
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// Both arms over the weeks, as points of a line.
    Course([String; 2]),
    /// The range of both arms over the pairs: from, to, and the median; `None` where an arm has nothing to measure, or no pair both.
    Range([Option<[f64; 3]>; 2]),
}

/// What to make of so many verdicts at once; empty where none can be made.
pub fn by_luck(outcomes: usize) -> String {
    if outcomes == 0 {
        return String::new();
    }
    charts::ByLuck { marked: marked_by_luck(outcomes) as usize, outcomes: &outcomes }.say()
}

impl Tile {
    /// Of a measure; `None` where there is nothing to measure.
    pub fn of(measure: Measure, summary: &EnsembleSummary) -> Option<Self> {
        let contrast = summary.contrast(measure);
        let [control, treatment] = [contrast.control.mean, contrast.treatment.mean];
        if control.is_nan() && treatment.is_nan() {
            return None;
        }
        let (title, unit) = wording(measure, &summary.scenario);
        let verdict = Verdict::of(&contrast, measure);
        let apart = verdict.differs();
        let [control, treatment] =
            if apart { unit.apart([control, treatment]) } else { [control, treatment].map(|value| unit.fixed(value)) };
        let (first, second) = (&control, &treatment);
        let means = if unit.name == charts::unit_per_cent() {
            charts::MeansPerCent { first, second }.say()
        } else {
            charts::Means { first, second }.say()
        };
        let picture = match measure.info().series {
            Some(series) => Picture::Course(course(&summary.means(series))),
            None => Picture::Range(ranges(&Spread::new(&summary.values(measure), [f64::NAN; 2]))),
        };
        Some(Self { measure, title, means, verdict, differs: contrast.differs(), picture })
    }
}

impl Verdict {
    /// Of a measure.
    pub fn of(contrast: &Contrast, measure: Measure) -> Self {
        let [low, high] = contrast.difference.ci95();
        match (low > 0.0, high < 0.0, measure.info().better) {
            (up, down, _) if (up || down) && !is_noticeable(measure, contrast) => Self::Same,
            (true, _, Better::Higher) | (_, true, Better::Lower) => Self::Better,
            (true, _, Better::Lower) | (_, true, Better::Higher) => Self::Worse,
            (true, _, Better::Neither) => Self::Higher,
            (_, true, Better::Neither) => Self::Lower,
            _ => Self::Unclear,
        }
    }

    /// Whether the arms differ, by as much as anyone would notice.
    pub fn differs(self) -> bool {
        !matches!(self, Self::Same | Self::Unclear)
    }

    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            Self::Better => charts::better(),
            Self::Worse => charts::worse(),
            Self::Higher => charts::higher(),
            Self::Lower => charts::lower(),
            Self::Same => charts::same(),
            Self::Unclear => charts::unclear(),
        }
    }
}

/// Puts values between the lowest and the highest of all into the picture's height, the highest on top.
fn fit(all: impl Iterator<Item = f64> + Clone) -> impl Fn(f64) -> f64 {
    let finite = all.filter(|value| value.is_finite());
    let (low, high) = finite.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    let span = if high > low { high - low } else { 1.0 };
    move |value| (value - low) / span
}

fn course(means: &[Vec<f64>; 2]) -> [String; 2] {
    let place = fit(means.iter().flatten().copied());
    let step = SIZE[0] / (means[0].len().max(2) - 1) as f64;
    means.each_ref().map(|line| {
        let points = line.iter().enumerate().filter(|(_, value)| value.is_finite());
        let points = points.map(|(week, &value)| {
            format!("{:.1},{:.1}", week as f64 * step, 2.0 + (SIZE[1] - 4.0) * (1.0 - place(value)))
        });
        points.collect::<Vec<String>>().join(" ")
    })
}

fn ranges(spread: &Spread) -> [Option<[f64; 3]>; 2] {
    let shown = spread.arms.map(|[low, _, median, _, high]| [low, high, median]);
    let place = fit(shown.into_iter().flatten());
    let known = shown.map(|arm| arm.iter().all(|value| value.is_finite()).then_some(arm));
    known.map(|arm| Some(arm?.map(|value| 4.0 + (SIZE[0] - 8.0) * place(value))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::summary;

    #[test]
    fn everything_measured_has_a_tile_within_its_frame() {
        let summary = summary("software", 20);
        let inside = |value: f64, side: f64| (0.0..=side).contains(&value);
        for &measure in Measure::ALL {
            let Some(tile) = Tile::of(measure, &summary) else {
                // There is no project, nobody quiet, and nothing happens from outside.
                let absent = [Measure::Makespan, Measure::GapStuck, Measure::GapVoice, Measure::RecoveryWeeks];
                assert!(absent.contains(&measure), "{measure:?}");
                continue;
            };
            match tile.picture {
                Picture::Course(lines) => {
                    for point in lines.iter().flat_map(|line| line.split(' ')) {
                        let (x, y) = point.split_once(',').expect("two numbers");
                        let [x, y] = [x, y].map(|number| number.parse::<f64>().expect("a number"));
                        assert!(inside(x, SIZE[0]) && inside(y, SIZE[1]), "{measure:?} {point}");
                    }
                }
                Picture::Range(ranges) => {
                    // Unasked help there is in the second team only.
                    assert!(measure == Measure::Unwelcome || ranges.iter().all(Option::is_some), "{measure:?}");
                    for [low, high, median] in ranges.into_iter().flatten() {
                        assert!(
                            inside(low, SIZE[0]) && low <= median && median <= high && inside(high, SIZE[0]),
                            "{measure:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn what_nobody_would_notice_is_no_verdict() {
        let check = |differences: [f64; 4], verdict| {
            let contrast = Contrast::of(differences.map(|difference| [0.5, 0.5 + difference]).into_iter());
            assert_eq!(Verdict::of(&contrast, Measure::Morale), verdict, "{differences:?}");
        };
        check([0.0019, 0.002, 0.0021, 0.002], Verdict::Same);
        check([0.019, 0.02, 0.021, 0.02], Verdict::Better);
        check([-0.02, 0.02, -0.01, 0.01], Verdict::Unclear);
        let finished = |more: f64| {
            Verdict::of(&Contrast::of([8.79, 8.80].map(|first| [first, first + more]).into_iter()), Measure::Throughput)
        };
        assert_eq!([0.005, 0.05].map(finished), [Verdict::Same, Verdict::Better]);
    }

    #[test]
    fn how_many_luck_alone_would_mark_is_said() {
        assert!(
            by_luck(46).ends_with("1 in 20: about 2 of the 46 in which the two teams are not exactly alike."),
            "{}",
            by_luck(46)
        );
        assert!(
            by_luck(8).ends_with("1 in 20: less than one of the 8 in which the two teams are not exactly alike."),
            "{}",
            by_luck(8)
        );
        assert_eq!(by_luck(0), "");
    }

    #[test]
    fn a_verdict_needs_an_interval_that_leaves_out_zero() {
        let clear = summary("software", 60);
        let tile = |measure: Measure| Tile::of(measure, &clear).expect("measured");
        assert_eq!(tile(Measure::BlockedShare).verdict, Verdict::Better);
        assert_eq!(tile(Measure::ExhaustionAssist).verdict, Verdict::Worse);
        assert_eq!(tile(Measure::HoursStandBy).verdict, Verdict::Higher);
        assert!(tile(Measure::BlockedShare).means.ends_with(" %"), "{}", tile(Measure::BlockedShare).means);
        let same = summary("baseline", 10);
        assert_eq!(Tile::of(Measure::Morale, &same).expect("measured").verdict, Verdict::Unclear);
    }
}
