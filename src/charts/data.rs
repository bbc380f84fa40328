//! What a chart shows: the course of both arms over the weeks, or how the pairs are spread.

use std::rc::Rc;

use super::catalogue::{Unit, wording};
use crate::ensemble_summary::EnsembleSummary;
use crate::text::arms;
use crate::text::labels::Labels;
use crate::text::shocks::label;
use experiment::ensemble::{Contrast, Ensemble, WeekContrast};
use experiment::pair::Pair;
use experiment::story::Story;
use library::origin;
use model::diary::Day;
use model::metrics::{ascending, quantile};
use model::outcome::Measure;
use model::parameters::Source;
use model::scenario::{Arm, Scenario};
use words::charts;

/// What one chart shows.
#[derive(Clone, Debug)]
pub struct ChartData {
    /// Its name in files and tests.
    pub id: &'static str,
    /// What is shown.
    pub title: String,
    /// Its unit.
    pub unit: Unit,
    /// What the arms are called.
    pub names: [String; 2],
    /// Whose it is, by seat, where it is one person's.
    pub seat: Option<usize>,
    /// What it is made of.
    pub origin: Origin,
    /// The numbers.
    pub body: Body,
    /// What they were worked out from, the pinned setup's pairs last; nothing for a person's.
    pub pairs: Vec<(Rc<Scenario>, Ensemble)>,
}

/// Where the numbers of a chart come from: enough to have them again.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// What the scenario is.
    pub of: origin::Origin,
    /// Pairs in the ensemble; 0 where only one pair is shown.
    pub pairs: u32,
    /// Whether more of them are on their way.
    pub so_far: bool,
    /// The pair that is shown by itself, from 1.
    pub pair: u32,
}

/// How the numbers are shown.
#[derive(Clone, Debug)]
pub enum Body {
    /// Over time.
    Course(Course),
    /// Pair by pair.
    Spread(Spread),
}

/// Both arms over time.
#[derive(Clone, Debug)]
pub struct Course {
    /// Where the points stand [weeks since the change].
    pub at: Vec<f64>,
    /// Ends of the axis [weeks since the change].
    pub ends: [f64; 2],
    /// What is drawn in full: the means of the ensemble, or one person's weeks.
    pub arms: [Vec<f64>; 2],
    /// The visible pair beside the means, where there are means.
    pub single: Option<[Vec<f64>; 2]>,
    /// Another setup to compare with: its treatment arm.
    pub baseline: Option<Vec<f64>>,
    /// How the arms differ over the pairs; empty where there is only one.
    pub weeks: Vec<WeekContrast>,
    /// Means of both arms and of the difference over a project: the weeks near its end are those of the slow pairs alone.
    pub whole: Option<[f64; 3]>,
    /// What happens when.
    pub marks: Vec<Mark>,
    /// Values for which the axes of arms and difference make room beside their own.
    pub room: [Vec<f64>; 2],
}

/// Something that happens, at once or for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// When [weeks since the change].
    pub from: f64,
    /// Until when, if it lasts [weeks since the change].
    pub to: Option<f64>,
    /// What.
    pub label: String,
}

/// How the pairs are spread.
#[derive(Clone, Debug)]
pub struct Spread {
    /// Quantiles of each arm: 2.5, 25, 50, 75, 97.5 %.
    pub arms: [[f64; 5]; 2],
    /// Treatment less control, the smallest first.
    pub differences: Vec<f64>,
    /// The visible pair's values.
    pub single: [f64; 2],
}

/// A chart is the same as itself only: whoever makes one keeps it as long as nothing changes.
impl PartialEq for ChartData {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The quantiles shown.
const SHOWN: [f64; 5] = [0.025, 0.25, 0.5, 0.75, 0.975];

impl ChartData {
    /// A measure's chart; `single` is the visible pair, if it is to be seen, `pinned` another setup's summary to compare with.
    pub fn of(
        measure: Measure,
        summary: &EnsembleSummary,
        single: Option<&Pair>,
        replicate: u32,
        pinned: Option<&EnsembleSummary>,
    ) -> Rc<Self> {
        let scenario = &summary.scenario;
        let (title, unit) = wording(measure, scenario);
        let body = match measure.info().series {
            Some(series) => {
                let warmup = scenario.world().warmup_weeks as usize;
                let weeks = summary.series(series);
                let value = |single: &Pair, arm: Arm| {
                    single.arm(arm).weeks.iter().skip(warmup).map(|week| week[series as usize]).collect::<Vec<f64>>()
                };
                let first = -f64::from(scenario.world().baseline_weeks);
                let baseline = pinned.map(|pinned| {
                    // Weeks are counted from the change, and one setup may have more of them before it.
                    let [_, treatment] = pinned.means(series);
                    let shift =
                        i64::from(pinned.scenario.world().baseline_weeks) - i64::from(scenario.world().baseline_weeks);
                    let at = |week: usize| usize::try_from(week as i64 + shift).ok();
                    (0..weeks.len())
                        .map(|week| at(week).and_then(|at| treatment.get(at)).copied().unwrap_or(f64::NAN))
                        .collect()
                });
                Body::Course(Course {
                    at: (0..weeks.len()).map(|week| first + week as f64 + 0.5).collect(),
                    ends: [first, first + weeks.len() as f64],
                    arms: [
                        weeks.iter().map(|week| week.control).collect(),
                        weeks.iter().map(|week| week.treatment).collect(),
                    ],
                    single: single.map(|single| Arm::BOTH.map(|arm| value(single, arm))),
                    baseline,
                    weeks,
                    whole: (scenario.world().source == Source::Project).then(|| {
                        let Contrast { control, treatment, difference, .. } = summary.contrast(measure);
                        [control.mean, treatment.mean, difference.mean]
                    }),
                    marks: marks(scenario),
                    room: Default::default(),
                })
            }
            None => {
                let single = Arm::BOTH.map(|arm| single.map_or(f64::NAN, |single| single.arm(arm).get(measure)));
                Body::Spread(Spread::new(&summary.values(measure), single))
            }
        };
        Rc::new(Self {
            id: measure.info().id,
            title,
            unit,
            names: arms::names(scenario),
            seat: None,
            origin: Origin { so_far: !summary.complete(), ..Origin::new(scenario, summary.done, replicate) },
            body,
            pairs: std::iter::once(summary).chain(pinned).map(EnsembleSummary::pairs).collect(),
        })
    }

    /// The course of one of a person's states in both arms, week by week: within a week energy goes up and down.
    pub fn of_person(state: PersonState, story: &Story, seat: usize, scenario: &Scenario, replicate: u32) -> Rc<Self> {
        let warmup = 5 * scenario.world().warmup_weeks as usize;
        let change = f64::from(scenario.days_before());
        let weeks = |arm: Arm| {
            let mean = |week: &[Day]| {
                let here: Vec<f64> = week.iter().filter(|day| day.present).map(|day| state.of(day)).collect();
                here.iter().sum::<f64>() / here.len() as f64
            };
            story.days(arm, seat)[warmup..].chunks(5).map(mean).collect::<Vec<f64>>()
        };
        let count = story.days(Arm::Control, seat).len();
        let week = |day: f64| (day - change) / 5.0;
        let course = Course {
            at: (warmup..count).step_by(5).map(|day| week(day as f64 + 2.5)).collect(),
            ends: [week(warmup as f64), week(count as f64)],
            arms: Arm::BOTH.map(weeks),
            single: None,
            baseline: None,
            weeks: Vec::new(),
            whole: None,
            marks: marks(scenario),
            room: Default::default(),
        };
        Rc::new(Self {
            id: state.id(),
            title: state.title(&Labels::of(scenario).person(seat)),
            unit: Unit { name: charts::unit_index().to_owned(), factor: 100.0 },
            names: arms::names(scenario),
            seat: Some(seat),
            origin: Origin::new(scenario, 0, replicate),
            body: Body::Course(course),
            pairs: Vec::new(),
        })
    }
}

impl Origin {
    fn new(scenario: &Scenario, pairs: u32, replicate: u32) -> Self {
        Self { of: origin::Origin::of(scenario), pairs, so_far: false, pair: replicate + 1 }
    }
}

/// What a person's chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonState {
    /// Energy.
    Energy,
    /// Morale.
    Morale,
    /// Exhaustion.
    Exhaustion,
    /// Skill.
    Skill,
}

impl PersonState {
    /// All of them.
    pub const ALL: [PersonState; 4] = [Self::Energy, Self::Morale, Self::Exhaustion, Self::Skill];

    fn of(self, day: &Day) -> f64 {
        match self {
            Self::Energy => day.energy,
            Self::Morale => day.morale,
            Self::Exhaustion => day.exhaustion,
            Self::Skill => day.skill,
        }
    }

    fn title(self, person: &str) -> String {
        match self {
            Self::Energy => charts::energy(&person),
            Self::Morale => charts::morale(&person),
            Self::Exhaustion => charts::exhaustion(&person),
            Self::Skill => charts::skill(&person),
        }
    }

    /// What it is called where it is clear whose it is.
    pub fn short(self) -> &'static str {
        match self {
            Self::Energy => charts::energy_short(),
            Self::Morale => charts::morale_short(),
            Self::Exhaustion => charts::exhaustion_short(),
            Self::Skill => charts::skill_short(),
        }
    }

    /// Its name in files and tests.
    pub fn id(self) -> &'static str {
        match self {
            Self::Energy => "person-energy",
            Self::Morale => "person-morale",
            Self::Exhaustion => "person-exhaustion",
            Self::Skill => "person-skill",
        }
    }
}

impl Course {
    /// What happens within the weeks shown.
    pub fn seen_marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| mark.from >= self.ends[0] && mark.from < self.ends[1])
    }

    /// Values for which the axis of the arms (0) or of the difference (1) needs room.
    pub fn reach(&self, part: usize) -> Vec<f64> {
        let own: Vec<f64> = if part == 0 {
            let lines = self.arms.iter().chain(self.single.iter().flatten()).chain(&self.baseline);
            lines.flatten().copied().collect()
        } else {
            self.weeks.iter().flat_map(|week| [week.quantiles[0], week.quantiles[4], 0.0]).collect()
        };
        [own.as_slice(), &self.room[part]].concat()
    }
}

impl Spread {
    /// Of values in both arms, pair by pair, and those of the visible pair.
    pub fn new(values: &[[f64; 2]], single: [f64; 2]) -> Self {
        let sorted = |value: fn(&[f64; 2]) -> f64| ascending(values.iter().map(value).collect());
        let arms: [fn(&[f64; 2]) -> f64; 2] = [|[control, _]| *control, |[_, treatment]| *treatment];
        Self {
            arms: arms.map(|arm| quantiles(&sorted(arm))),
            differences: sorted(|[control, treatment]| treatment - control),
            single,
        }
    }

    /// Quantiles of the differences: 2.5, 25, 50, 75, 97.5 %.
    pub fn quantiles(&self) -> [f64; 5] {
        quantiles(&self.differences)
    }
}

fn quantiles(sorted: &[f64]) -> [f64; 5] {
    SHOWN.map(|share| quantile(sorted, share))
}

/// The change, the end of the treatment, and what happens from outside.
fn marks(scenario: &Scenario) -> Vec<Mark> {
    let at_once = |from: f64, label: &str| Mark { from, to: None, label: label.to_owned() };
    let mut marks = vec![at_once(0.0, &arms::change(scenario))];
    if let Some(week) = scenario.until_week() {
        marks.push(at_once(f64::from(week), charts::back()));
    }
    let end = f64::from(scenario.world().intervention_weeks);
    for shock in scenario.shocks() {
        let from = f64::from(shock.week);
        let to = shock.weeks.map_or(end, |weeks| from + f64::from(weeks)).min(end);
        marks.push(Mark { from, to: shock.change.lasts().then_some(to), label: label(shock, Labels::of(scenario)) });
    }
    marks
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::charts::tests::summary;
    use experiment::recording::Recording;

    fn course(data: &ChartData) -> &Course {
        let Body::Course(course) = &data.body else { panic!("{} has a course", data.id) };
        course
    }

    #[test]
    fn a_course_has_a_point_for_every_week() {
        let summary = summary("software", 8);
        let data = ChartData::of(Measure::LeadMedian, &summary, summary.pair(0).map(Arc::as_ref), 0, None);
        let course = course(&data);
        assert_eq!(course.at.len(), 30);
        assert_eq!((course.at[0], course.ends), (-3.5, [-4.0, 26.0]));
        for line in course.arms.iter().chain(course.single.iter().flatten()) {
            assert_eq!(line.len(), 30);
        }
        assert_eq!(course.marks, [Mark { from: 0.0, to: None, label: "assist leader starts".to_owned() }]);
    }

    #[test]
    fn what_has_no_weeks_is_spread() {
        let summary = summary("software", 21);
        let data = ChartData::of(Measure::Participation, &summary, summary.pair(0).map(Arc::as_ref), 0, None);
        let Body::Spread(spread) = &data.body else { panic!("no course") };
        assert_eq!(spread.differences.len(), 21);
        assert!(spread.differences.is_sorted());
        assert_eq!(spread.quantiles()[2], spread.differences[10]);
        assert_eq!((data.origin.of.clause(0), data.origin.of.seed), ("scenario “software”".to_owned(), 60));
        assert_eq!((data.origin.pairs, data.origin.pair), (21, 1));
    }

    #[test]
    fn shocks_are_marked() {
        let summary = summary("emergency", 4);
        let data = ChartData::of(Measure::WaitMean, &summary, summary.pair(0).map(Arc::as_ref), 0, None);
        let surge = Mark { from: 4.0, to: Some(10.0), label: "surge".to_owned() };
        assert!(course(&data).marks.contains(&surge), "{:?}", course(&data).marks);
    }

    #[test]
    fn a_pinned_setup_is_a_line_counted_from_the_change() {
        let summary = summary("software", 4);
        let data = ChartData::of(Measure::Morale, &summary, summary.pair(0).map(Arc::as_ref), 0, Some(&summary));
        assert_eq!(course(&data).baseline.as_ref(), Some(&course(&data).arms[1]));
    }

    #[test]
    fn a_person_has_a_point_for_every_week_and_none_where_the_seat_is_empty() {
        let scenario = library::scenario("turnover").expect("built in");
        let story = Story::new(Recording::new(&scenario, 0).finish(), &scenario);
        let mut gaps = 0;
        for seat in 0..story.seats() {
            let data = ChartData::of_person(PersonState::Morale, &story, seat, &scenario, 0);
            let course = course(&data);
            assert_eq!(course.at.len(), (scenario.days() / 5 - scenario.world().warmup_weeks) as usize);
            gaps += course.arms[0].iter().filter(|value| value.is_nan()).count();
        }
        assert!(gaps > 0, "someone leaves");
    }
}
