//! An experiment: what is asked of a scenario, and the points of a study that answer it, all at once or cut into shards.
//!
//! What is [`Asked`] is checked once, and is an [`Experiment`] from then on. Its [`Question`] says which scenarios are run
//! ([`design`](Experiment::design)) and what is kept of their pairs ([`keep`](Experiment::keep)); what their results say is put into words
//! and tables elsewhere. A point of a sweep that cannot be is a fault in its place, and the others are run all the same. A screening and
//! indices draw worlds, which are their points, and all of them can be run.

use std::ops::Range;

use crate::goal::{Goal, MOST};
use crate::indices::Indices;
use crate::plausible;
use crate::screening::Screening;
use crate::shard::Shard;
use crate::study::plan::{Keep, Point, Replicates};
use crate::sweep::{self, Axis};
use model::fault::{Fault, Rule};
use model::outcome::Measure;
use model::parameters::{Group, Kind, Parameter};
use model::plausible::guessed;
use model::scenario::{Arm, Scenario, Scope};

/// Most worlds that an experiment draws for its points: four pairs of each, with the scenarios, take half a gigabyte.
pub const MOST_WORLDS: usize = 1 << 16;

/// Pairs of a point where no number is given.
pub const PAIRS: u32 = 100;

/// Pairs of each of many worlds where no number is given: more worlds say more than more pairs of each.
pub const PAIRS_OF_WORLD: u32 = 4;

/// Pairs of a world that it takes at least: what luck does is known by how they differ.
pub const LEAST_PAIRS_OF_WORLD: u32 = 2;

/// What is asked, as it was put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What it is about, for people; may be empty.
    pub title: String,
    /// What is the same at all points but for what the question varies.
    pub scenario: Scenario,
    /// What is asked of it.
    pub question: Question,
    /// What is looked at, at least one; the first decides where [`Goal::Sure`] does.
    pub outcomes: Vec<Measure>,
    /// How many pairs of each point.
    pub effort: Goal,
}

/// What is asked of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// By how much do the teams differ?
    Pairs,
    /// Why do they?
    Why,
    /// Where does it pay: along one axis or two.
    Sweep(Vec<Axis>),
    /// Which assumptions matter: a [`Screening`].
    Screen {
        /// Base points.
        bases: u32,
    },
    /// Which of a few explains how much: [`Indices`].
    Indices {
        /// Their ids.
        parameters: Vec<String>,
        /// Points of each scrambling.
        points: u32,
    },
}

/// An experiment that can be run.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    asked: Asked,
    drawn: Drawn,
}

/// The worlds that a question draws for its points.
#[derive(Clone, Debug, PartialEq)]
enum Drawn {
    None,
    Screening(Screening),
    Indices(Indices),
}

impl Experiment {
    /// Of what is asked, if it can be.
    ///
    /// # Errors
    /// Nothing is looked at (`outcomes`). Where the question draws worlds: the scenario draws some besides (`plausible`), there are too few
    /// pairs (`pairs`) or no number of them (`precision`), there are too many worlds (`points`), or [`Screening::new`] or [`Indices::new`]
    /// finds a fault.
    pub fn new(asked: Asked) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        if asked.outcomes.is_empty() {
            faults.push(Fault::against("outcomes", "", Rule::SomeOutcome));
        }
        if asked.question.draws_worlds() {
            faults.extend(own_worlds(&asked.scenario, asked.effort));
        }
        let drawn = Drawn::new(&asked.scenario, &asked.question).unwrap_or_else(|wrong| {
            faults.extend(wrong);
            Drawn::None
        });
        if faults.is_empty() { Ok(Self { asked, drawn }) } else { Err(faults) }
    }

    /// What is asked.
    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// What is varied along axes.
    pub fn axes(&self) -> &[Axis] {
        match &self.asked.question {
            Question::Sweep(axes) => axes,
            Question::Pairs | Question::Why | Question::Screen { .. } | Question::Indices { .. } => &[],
        }
    }

    /// Which assumptions are screened, where that is asked.
    pub fn screening(&self) -> Option<&Screening> {
        if let Drawn::Screening(screening) = &self.drawn { Some(screening) } else { None }
    }

    /// Of which the shares are told apart, where that is asked.
    pub fn indices(&self) -> Option<&Indices> {
        if let Drawn::Indices(indices) = &self.drawn { Some(indices) } else { None }
    }

    /// The parameters that differ from point to point, and in whose hands they are.
    pub fn varied(&self) -> Vec<(Scope, &'static Parameter)> {
        let drawn = match &self.drawn {
            Drawn::None => return self.axes().iter().map(|axis| (axis.scope, axis.parameter)).collect(),
            Drawn::Screening(screening) => &screening.parameters,
            Drawn::Indices(indices) => &indices.parameters,
        };
        drawn.iter().flat_map(|row| scopes(&self.asked.scenario, row).iter().map(|scope| (*scope, *row))).collect()
    }

    /// The values of [these](Self::varied) at a point.
    pub fn values(&self, point: usize) -> Vec<f64> {
        let world = match &self.drawn {
            Drawn::None => return sweep::values(self.axes(), point),
            Drawn::Screening(screening) => screening.world(point),
            Drawn::Indices(indices) => indices.world(point),
        };
        let value = |(scope, row): (Scope, &Parameter)| {
            let arm = if let Scope::Only(arm) = scope { arm } else { Arm::Control };
            world.get(arm, row.id).flatten().unwrap_or(f64::NAN)
        };
        self.varied().into_iter().map(value).collect()
    }

    /// How many points there are.
    pub fn count(&self) -> usize {
        match &self.drawn {
            Drawn::None => sweep::count(self.axes()),
            Drawn::Screening(screening) => screening.count(),
            Drawn::Indices(indices) => indices.count(),
        }
    }

    /// The scenario of a point, or what is wrong with it.
    ///
    /// # Errors
    /// Values that cannot go together.
    pub fn scenario(&self, point: usize) -> Result<Scenario, Vec<Fault>> {
        match &self.drawn {
            Drawn::None => {
                let scenario = sweep::at(&self.asked.scenario, self.axes(), point)?;
                plausible_worlds(&scenario).map(|()| scenario)
            }
            Drawn::Screening(screening) => Ok(screening.world(point)),
            Drawn::Indices(indices) => Ok(indices.world(point)),
        }
    }

    /// The scenario of each point, or what is wrong with it.
    pub fn design(&self) -> Vec<Result<Scenario, Vec<Fault>>> {
        (0..self.count()).map(|point| self.scenario(point)).collect()
    }

    /// What is wrong with each point; nothing with one that can be run.
    pub fn faults(&self) -> Vec<Vec<Fault>> {
        match &self.drawn {
            Drawn::None => {
                // Looking at what is drawn at thousands of points takes seconds. Where it can be run at the corners it can at all, unless
                // an axis goes through choices, which lie in no order.
                let ordered = self.axes().iter().all(|axis| !matches!(axis.parameter.kind, Kind::Choice(_)));
                let runs = ordered && sweep::corners(self.axes()).into_iter().all(|point| self.scenario(point).is_ok());
                let scenario = |point: usize| match runs {
                    true => sweep::at(&self.asked.scenario, self.axes(), point),
                    false => self.scenario(point),
                };
                (0..self.count()).map(|point| scenario(point).err().unwrap_or_default()).collect()
            }
            // What is drawn can be run.
            Drawn::Screening(_) | Drawn::Indices(_) => vec![Vec::new(); self.count()],
        }
    }

    /// Whether each difference is taken apart.
    pub fn has_parts(&self) -> bool {
        self.asked.question == Question::Why
    }

    /// What is kept of the pairs.
    pub fn keep(&self) -> Keep {
        if self.has_parts() { Keep::Parts } else { Keep::Outcomes }
    }

    /// The most that a shard takes while it is run [bytes].
    pub fn bytes(&self, shard: Shard) -> u64 {
        self.bytes_of(shard, self.keep().pair_bytes(&self.asked.scenario))
    }

    /// What all pairs take when shards are put together, which have no weeks [bytes].
    pub fn merged_bytes(&self) -> u64 {
        self.bytes_of(Shard::WHOLE, self.keep().merged_bytes(&self.asked.scenario))
    }

    fn bytes_of(&self, shard: Shard, pair: u64) -> u64 {
        let runs = self.runs(shard).into_iter();
        runs.map(|(_, runs)| size_of::<Scenario>() as u64 + u64::from(runs.end - runs.start) * pair).sum()
    }

    /// The most pairs that are run of a point.
    pub fn most_pairs(&self) -> u32 {
        match self.asked.effort {
            Goal::Pairs(pairs) => pairs,
            Goal::Sure(_) => MOST,
        }
    }

    /// The points that can be run: which they are, and which replicates a shard has of each.
    pub fn runs(&self, shard: Shard) -> Vec<(usize, Range<u32>)> {
        let faults = self.faults();
        let points: Vec<usize> = (0..faults.len()).filter(|&point| faults[point].is_empty()).collect();
        let replicates = shard.replicates(points.len(), self.most_pairs());
        points.into_iter().zip(replicates).collect()
    }

    /// The same as points of a study, one after the other, for to draw thousands of worlds takes a while.
    pub fn points(&self, shard: Shard) -> impl Iterator<Item = Point> {
        self.runs(shard)
            .into_iter()
            .filter_map(|(point, replicates)| Some(self.point(self.scenario(point).ok()?, replicates)))
    }

    /// Of the replicates that a shard has of it.
    fn point(&self, scenario: Scenario, replicates: Range<u32>) -> Point {
        let count = replicates.end - replicates.start;
        let enough = match self.asked.effort {
            Goal::Pairs(_) => Replicates::Count(count),
            Goal::Sure(bound) => Replicates::Sure(self.asked.outcomes[0], bound),
        };
        Point { first: replicates.start, replicates: enough, ..Point::new(scenario, count, self.keep()) }
    }
}

impl Question {
    /// Whether its points are worlds that it draws, a few pairs of each.
    pub fn draws_worlds(&self) -> bool {
        matches!(self, Self::Screen { .. } | Self::Indices { .. })
    }

    /// Whether all worlds of a scenario can be run that are drawn for this, those of its pairs and those that are its points.
    ///
    /// # Errors
    /// What would be too large.
    pub fn check_worlds(&self, scenario: &Scenario) -> Result<(), Vec<Fault>> {
        match self {
            Self::Pairs | Self::Why | Self::Sweep(_) => plausible_worlds(scenario),
            Self::Screen { .. } => plausible::check(scenario),
            Self::Indices { parameters, .. } => {
                plausible::check_of(scenario, parameters.iter().filter_map(|id| guessed(id).ok()))
            }
        }
    }

    /// The number of pairs of each point where none is given.
    pub fn pairs(&self) -> u32 {
        if self.draws_worlds() { PAIRS_OF_WORLD } else { PAIRS }
    }
}

impl Drawn {
    fn new(scenario: &Scenario, question: &Question) -> Result<Self, Vec<Fault>> {
        match question {
            Question::Pairs | Question::Why | Question::Sweep(_) => Ok(Self::None),
            &Question::Screen { bases } => {
                // Before all the points are worked out.
                let of_base = 1 + plausible::open(scenario).count();
                few_worlds(bases, of_base, MOST_WORLDS / of_base)?;
                Screening::new(scenario, bases).map(Self::Screening)
            }
            Question::Indices { parameters, points } => {
                let indices = Indices::new(scenario, parameters, *points)?;
                let of_point = indices.count() / *points as usize;
                let most = (MOST_WORLDS / of_point).checked_ilog2().map_or(0, |power| 1 << power);
                few_worlds(*points, of_point, most).map(|()| Self::Indices(indices))
            }
        }
    }
}

/// Whether so many points, each of so many worlds, are at most so many.
fn few_worlds(points: u32, worlds_of_each: usize, most: usize) -> Result<(), Vec<Fault>> {
    if points as usize <= most {
        return Ok(());
    }
    let rule = Rule::Worlds(most as u32, points as u64 * worlds_of_each as u64, MOST_WORLDS as u64);
    Err(vec![Fault::against("points", &points.to_string(), rule)])
}

/// What keeps a scenario from a question that draws worlds of its own.
fn own_worlds(scenario: &Scenario, effort: Goal) -> Vec<Fault> {
    let drawn = scenario.plausible().on.then(|| Fault::against("plausible", "yes", Rule::NotDrawn));
    let effort = match effort {
        Goal::Pairs(pairs) if pairs < LEAST_PAIRS_OF_WORLD => {
            Some(Fault::against("pairs", &pairs.to_string(), Rule::PairsOfWorld(LEAST_PAIRS_OF_WORLD)))
        }
        Goal::Pairs(_) => None,
        Goal::Sure(_) => Some(Fault::against("precision", "", Rule::NoPrecision)),
    };
    drawn.into_iter().chain(effort).collect()
}

/// In whose hands a parameter is that is drawn: both teams' where it is the same to them, or each team's where they differ in it.
fn scopes(scenario: &Scenario, row: &Parameter) -> &'static [Scope] {
    let own = |arm: Arm| scenario.get(arm, row.id).flatten().unwrap_or(scenario.policy(arm).competence);
    if row.group == Group::World || own(Arm::Control) == own(Arm::Treatment) {
        &[Scope::Both]
    } else {
        &[Scope::Only(Arm::Control), Scope::Only(Arm::Treatment)]
    }
}

/// Whether all worlds can be run that are drawn for pairs, if they are.
pub fn plausible_worlds(scenario: &Scenario) -> Result<(), Vec<Fault>> {
    if scenario.plausible().on { plausible::check(scenario) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::parameters::parameter;
    use model::scenario::{Draft, Scope};

    fn asked(scenario: Scenario, question: Question, pairs: u32) -> Result<Experiment, Vec<Fault>> {
        let (outcomes, effort) = (vec![Measure::Throughput], Goal::Pairs(pairs));
        Experiment::new(Asked { title: String::new(), scenario, question, outcomes, effort })
    }

    #[test]
    fn worlds_too_large_to_be_run_are_told_of_at_each_point_that_draws_them() {
        let huge = |source: f64, id: &str, values: &[f64]| {
            let mut draft = library::scenario("software").expect("built in").draft();
            draft.plausible.on = true;
            draft.set(Scope::Both, "source", Some(source));
            draft.set(Scope::Both, "demand", Some(48_000.0));
            let axis = Axis::of(parameter(id).expect("a parameter"), Scope::Both, values.to_vec()).expect("an axis");
            let question = Question::Sweep(vec![axis]);
            let experiment = asked(draft.finish().expect("valid"), question, 2).expect("an experiment");
            let faults = experiment.faults();
            for (point, faults) in faults.iter().enumerate() {
                assert_eq!(*faults, experiment.scenario(point).err().unwrap_or_default(), "{id} {point}");
            }
            faults.iter().map(Vec::is_empty).collect::<Vec<bool>>()
        };
        // Demand counts only where work flows in, which is neither the first nor the last choice.
        assert_eq!(huge(0.0, "source", &[0.0, 1.0, 2.0]), [true, false, true]);
        assert_eq!(huge(1.0, "beta", &[0.1, 0.2, 0.3]), [false; 3]);
        assert_eq!(huge(1.0, "intervention_weeks", &[4.0, 10.0, 52.0]), [true, true, false]);
        // What is varied is not drawn besides.
        assert_eq!(huge(1.0, "demand", &[10.0, 48_000.0]), [true; 2]);
    }

    #[test]
    fn a_point_that_cannot_be_does_not_keep_the_others() {
        let axis = Axis::of(parameter("groups").expect("a parameter"), Scope::Both, vec![2.0, 9.0, 20.0]);
        let scenario = Draft::default().finish().expect("valid");
        let experiment = asked(scenario, Question::Sweep(vec![axis.expect("an axis")]), 10).expect("an experiment");
        let design = experiment.design();
        assert_eq!(design.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(design[1].as_ref().expect_err("more groups than members")[0].field, "groups");
        assert_eq!(experiment.values(2), [20.0]);
    }

    fn software(change: impl FnOnce(&mut Draft)) -> Scenario {
        let mut draft = library::scenario("software").expect("built in").draft();
        change(&mut draft);
        draft.finish().expect("valid")
    }

    fn indices_of(parameters: &[&str], points: u32) -> Question {
        Question::Indices { parameters: parameters.iter().map(|id| (*id).to_owned()).collect(), points }
    }

    #[test]
    fn points_of_a_screening_and_of_indices_are_their_worlds() {
        let scenario = software(|draft| draft.know("eta"));
        let screened = asked(scenario.clone(), Question::Screen { bases: 2 }, 3).expect("an experiment");
        let screening = Screening::new(&scenario, 2).expect("a screening");
        assert_eq!(
            screened.design(),
            (0..screening.count()).map(|world| Ok(screening.world(world))).collect::<Vec<_>>()
        );
        let told = asked(scenario.clone(), indices_of(&["beta", "competence"], 2), 3).expect("an experiment");
        let indices = Indices::new(&scenario, &["beta".to_owned(), "competence".to_owned()], 2).expect("indices");
        assert_eq!(told.design(), (0..indices.count()).map(|world| Ok(indices.world(world))).collect::<Vec<_>>());
        for experiment in [screened, told] {
            let points: Vec<Point> = experiment.points(Shard::WHOLE).collect();
            assert!(points.iter().all(|point| point.replicates == Replicates::Count(3) && point.first == 0));
            let scenarios: Vec<_> = points.iter().map(|point| Ok((*point.scenario).clone())).collect();
            assert_eq!(scenarios, experiment.design());
            assert_eq!(experiment.runs(Shard::WHOLE).len(), experiment.count());
        }
    }

    #[test]
    fn a_world_is_known_by_what_is_varied() {
        let scenario = software(|draft| draft.set(Scope::Only(Arm::Treatment), "competence", Some(0.9)));
        let experiment = asked(scenario, indices_of(&["competence", "beta"], 2), 2).expect("an experiment");
        let keys: Vec<_> = experiment.varied().into_iter().map(|(scope, row)| (scope, row.id)).collect();
        let [control, treatment] = Arm::BOTH.map(|arm| (Scope::Only(arm), "competence"));
        assert_eq!(keys, [control, treatment, (Scope::Both, "beta")]);
        let world = experiment.scenario(5).expect("a world");
        let [control, treatment] = Arm::BOTH.map(|arm| world.policy(arm).competence);
        assert_eq!(experiment.values(5), [control, treatment, world.world().beta]);
        assert!(control < treatment);
    }

    #[test]
    fn what_cannot_be_asked_of_worlds_is_refused_by_its_field() {
        let check = |change: fn(&mut Draft), question: &Question, pairs: u32, expect: &[(&str, Rule)]| {
            let faults = asked(software(change), question.clone(), pairs).err().unwrap_or_default();
            let found: Vec<_> = faults.iter().map(|fault| (fault.field.as_str(), fault.rule.clone())).collect();
            assert_eq!(found, expect, "{question:?}");
        };
        let screen = |bases| Question::Screen { bases };
        let not_drawn = ("plausible", Rule::NotDrawn);
        check(|_| (), &screen(2), 2, &[]);
        check(|draft| draft.plausible.on = true, &screen(2), 1, &[not_drawn.clone(), ("pairs", Rule::PairsOfWorld(2))]);
        check(|draft| draft.plausible.on = true, &indices_of(&["beta"], 2), 2, &[not_drawn]);
        let of_screening = software(|_| ());
        let of_base = Screening::new(&of_screening, 2).expect("a screening").count() / 2;
        let most = (MOST_WORLDS / of_base) as u32;
        check(|_| (), &screen(most), 2, &[]);
        let worlds = (most as u64 + 1) * of_base as u64;
        check(|_| (), &screen(most + 1), 2, &[("points", Rule::Worlds(most, worlds, MOST_WORLDS as u64))]);
        check(|_| (), &indices_of(&["beta"], 4096), 2, &[]);
        check(|_| (), &indices_of(&["beta"], 8192), 2, &[("points", Rule::Worlds(4096, 98_304, MOST_WORLDS as u64))]);
        // Of a huge team only what is varied is drawn.
        let huge = |draft: &mut Draft| {
            draft.set(Scope::Both, "source", Some(1.0));
            draft.set(Scope::Both, "demand", Some(48_000.0));
        };
        check(huge, &indices_of(&["beta"], 2), 2, &[]);
        let found = asked(software(huge), screen(2), 2).expect_err("too large");
        assert_eq!(found, screen(2).check_worlds(&software(huge)).expect_err("too large"));
        assert!(indices_of(&["demand"], 2).check_worlds(&software(huge)).is_err());
        let (scenario, question) = (software(|_| ()), screen(2));
        let (outcomes, effort) = (Vec::new(), Goal::Sure(0.1));
        let nothing = Experiment::new(Asked { title: String::new(), scenario, question, outcomes, effort });
        let fields = nothing.expect_err("nothing is looked at").into_iter().map(|fault| fault.field);
        assert_eq!(fields.collect::<Vec<_>>(), ["outcomes", "precision"]);
    }
}
