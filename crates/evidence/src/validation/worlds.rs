//! Where an assist leader helps: a Latin hypercube of plausible worlds.

use experiment::study::Study;
use experiment::study::plan::{Keep, Point};
use experiment::study::results::Results;
use experiment::study::threads::all;
use model::outcome::{Better, Measure as M};
use model::parameters::{Group, Kind, PARAMETERS, Source};
use model::scenario::{Arm, Draft, Scenario, Scope};

use super::hypercube::{Axis, rank_correlation, sample};

/// What is not varied by itself: how long one looks, what is only reported, and what follows from `source` and `members`.
const FIXED: [&str; 10] = [
    "warmup_weeks",
    "baseline_weeks",
    "intervention_weeks",
    "source",
    "demand",
    "project_tasks",
    "due_factor",
    "hire_cost",
    "hourly_rate",
    "groups",
];

/// What of the policies is varied: the circumstances of both arms.
const SHARED: [&str; 5] = ["lead_attention", "micromanagement", "recognition", "remote_share", "automation"];
/// And how the treatment is done.
const TREATMENT: [&str; 4] = ["assist_share", "competence", "route", "notice"];

/// What a control team has to be like to count as plausible: measure, from, to.
pub const PLAUSIBLE: [(M, f64, f64); 4] =
    [(M::BlockedShare, 0.05, 0.45), (M::Burnout, 0.0, 0.60), (M::TurnoverYear, 0.03, 0.60), (M::Morale, 0.30, 0.85)];

const SEED: u64 = 47;

/// Arrivals are a share of what the same team finishes with a backlog, from the first to the second.
pub const LOAD: [f64; 2] = [0.6, 0.95];

/// Replications by which a world is judged plausible, and its capacity measured.
const FIRST_LOOK: u32 = 12;

/// What is kept of worlds that were looked at, so that they need not be run again [bytes].
const ROOM: u64 = 256 << 20;

/// The measures reported.
pub const REPORTED: [M; 14] = [
    M::Throughput,
    M::LeadMedian,
    M::LeadP85,
    M::BlockedShare,
    M::Escaped,
    M::OnTime,
    M::Morale,
    M::Burnout,
    M::BurnoutOthers,
    M::ExhaustionAssist,
    M::QuitHazard,
    M::Safety,
    M::Skill,
    M::CostPerTask,
];

/// A world, and what an assist leader does in it.
pub struct World {
    /// Values of the axes, and the load of arrivals (`NaN` with a backlog).
    pub point: Vec<f64>,
    /// Where work comes from.
    pub source: Source,
    /// By [`REPORTED`]: the difference as a share of control's level, and whether it helps (1), harms (-1) or is unclear (0).
    pub effects: Vec<(f64, i8)>,
}

/// The map.
pub struct Map {
    /// What was varied.
    pub axes: Vec<Axis>,
    /// Worlds drawn.
    pub drawn: usize,
    /// Those plausible.
    pub worlds: Vec<World>,
    /// Pairs for each.
    pub pairs: u32,
}

/// Draws worlds and compares a team with and without an assist leader in each plausible one, over `pairs` pairs.
pub fn map(draws: usize, pairs: u32) -> Map {
    let axes = axes();
    let points = sample(&axes, draws, SEED);
    let mut study = Study::new(ROOM);
    let point = |scenario: &Scenario, pairs| Point::new(scenario.clone(), pairs, Keep::Statistics);
    let backlog = |place: u32| Some((place, scenario(&axes, &points[place as usize])?));
    let backlogs: Vec<(u32, Scenario)> = (0..draws as u32).filter_map(backlog).collect();
    let looks = all(&mut study, backlogs.iter().map(|(_, backlog)| point(backlog, FIRST_LOOK)));
    let drawn = backlogs.into_iter().zip(looks).filter_map(|((place, backlog), look)| {
        let source = if place % 2 == 0 { Source::Backlog } else { Source::Flow };
        let scenario = if source == Source::Backlog { backlog } else { in_flow(&backlog, &look, place)? };
        Some((place, source, scenario))
    });
    let drawn: Vec<(u32, Source, Scenario)> = drawn.collect();
    let looks = all(&mut study, drawn.iter().map(|(_, _, scenario)| point(scenario, FIRST_LOOK)));
    let drawn: Vec<_> =
        drawn.into_iter().zip(looks).filter(|(_, look)| plausible(look)).map(|(world, _)| world).collect();
    let results = all(&mut study, drawn.iter().map(|(_, _, scenario)| point(scenario, pairs)));
    let world = |((place, source, _), results): ((u32, Source, Scenario), Results)| {
        let mut point = points[place as usize].clone();
        point.push(if source == Source::Flow { load(place) } else { f64::NAN });
        World { point, source, effects: REPORTED.map(|measure| effect(&results, measure)).to_vec() }
    };
    let worlds = drawn.into_iter().zip(results).map(world).collect();
    Map { axes, drawn: draws, worlds, pairs }
}

/// The same team with arrivals, a share of what it finishes with a backlog; `None` if its values do not go together.
fn in_flow(backlog: &Scenario, look: &Results, place: u32) -> Option<Scenario> {
    let capacity = look.contrast(M::Throughput).control.mean;
    let mut draft = backlog.draft();
    draft.set(Scope::Both, "source", Some(f64::from(Source::Flow as u8)));
    draft.set(Scope::Both, "demand", Some(capacity * load(place) * f64::from(backlog.world().members)));
    draft.finish().ok()
}

/// The load of a world with arrivals; neighbours lie far apart (van der Corput 1935).
fn load(place: u32) -> f64 {
    let share = f64::from((place / 2).reverse_bits()) / f64::from(u32::MAX);
    LOAD[0] + share * (LOAD[1] - LOAD[0])
}

fn axes() -> Vec<Axis> {
    PARAMETERS
        .iter()
        .filter(|row| match row.group {
            Group::World => matches!(row.kind, Kind::Number | Kind::Count) && !FIXED.contains(&row.id),
            Group::Policy => SHARED.contains(&row.id) || TREATMENT.contains(&row.id),
        })
        .map(Axis::middle_half)
        .collect()
}

/// The scenario at a point, with a backlog; `None` if its values do not go together.
fn scenario(axes: &[Axis], point: &[f64]) -> Option<Scenario> {
    let mut draft = Draft::default();
    for (axis, &value) in axes.iter().zip(point) {
        let scope = if TREATMENT.contains(&axis.row.id) { Scope::Only(Arm::Treatment) } else { Scope::Both };
        draft.set(scope, axis.row.id, Some(value));
        if axis.row.id == "members" {
            // Groups of about five.
            draft.set(Scope::Both, "groups", Some((value / 5.0).round().max(1.0)));
        }
    }
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
    draft.finish().ok()
}

fn plausible(results: &Results) -> bool {
    let within = |&(measure, from, to): &(M, f64, f64)| {
        let level = results.contrast(measure).control.mean;
        (from..=to).contains(&level)
    };
    PLAUSIBLE.iter().all(within) && 2 * results.caveats().unstable[Arm::Control as usize] < results.done()
}

fn effect(results: &Results, measure: M) -> (f64, i8) {
    let contrast = results.contrast(measure);
    let [low, high] = contrast.difference.ci95();
    let sign = i8::from(low > 0.0) - i8::from(high < 0.0);
    let better = match measure.info().better {
        Better::Lower => -sign,
        Better::Higher | Better::Neither => sign,
    };
    (contrast.difference.mean / contrast.control.mean.abs(), better)
}

/// A measure's share of worlds.
pub struct Tally {
    /// Worlds counted.
    pub worlds: usize,
    /// In how many an assist leader helps, harms.
    pub helps: usize,
    /// Harms.
    pub harms: usize,
    /// Quartiles of the difference as a share of control's level.
    pub quartiles: [f64; 3],
}

impl Map {
    /// The worlds of a source.
    pub fn of(&self, source: Source) -> impl Iterator<Item = &World> + Clone {
        self.worlds.iter().filter(move |world| world.source == source)
    }

    /// How a measure fares in the worlds of a source.
    pub fn tally(&self, source: Source, measure: usize) -> Tally {
        let effects = || self.of(source).map(move |world| world.effects[measure]);
        let mut sizes: Vec<f64> = effects().map(|(size, _)| size).filter(|size| size.is_finite()).collect();
        sizes.sort_by(f64::total_cmp);
        Tally {
            worlds: effects().count(),
            helps: effects().filter(|&(_, sign)| sign > 0).count(),
            harms: effects().filter(|&(_, sign)| sign < 0).count(),
            quartiles: [0.25, 0.5, 0.75].map(|p| model::metrics::quantile(&sizes, p)),
        }
    }

    /// The name of an axis.
    pub fn name(&self, axis: usize) -> &str {
        self.axes.get(axis).map_or("load", |axis| axis.row.id)
    }

    /// The range of an axis.
    pub fn range(&self, axis: usize) -> [f64; 2] {
        self.axes.get(axis).map_or(LOAD, |axis| axis.range)
    }

    /// The axes that go most with the size of an effect, and their rank correlation with it.
    pub fn drivers(&self, source: Source, measure: usize, count: usize) -> Vec<(usize, f64)> {
        let known: Vec<&World> = self.of(source).filter(|world| world.effects[measure].0.is_finite()).collect();
        let sizes: Vec<f64> = known.iter().map(|world| world.effects[measure].0).collect();
        let mut drivers: Vec<(usize, f64)> = (0..=self.axes.len())
            .map(|axis| {
                let values: Vec<f64> = known.iter().map(|world| world.point[axis]).collect();
                (axis, rank_correlation(&values, &sizes))
            })
            .filter(|(_, correlation)| correlation.is_finite())
            .collect();
        drivers.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        drivers.truncate(count);
        drivers
    }

    /// Shares of worlds helped and harmed by thirds of two axes: rows are thirds of the first.
    pub fn grid(&self, source: Source, measure: usize, axes: [usize; 2]) -> [[[usize; 3]; 3]; 3] {
        let third = |axis: usize, world: &World| {
            let [low, high] = self.range(axis);
            ((3.0 * (world.point[axis] - low) / (high - low)) as usize).min(2)
        };
        let mut grid = [[[0; 3]; 3]; 3];
        for world in self.of(source) {
            let cell = &mut grid[third(axes[0], world)][third(axes[1], world)];
            cell[0] += 1;
            cell[1] += usize::from(world.effects[measure].1 > 0);
            cell[2] += usize::from(world.effects[measure].1 < 0);
        }
        grid
    }
}
