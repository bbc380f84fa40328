//! Why the teams of a scenario differ: their difference taken apart by mechanism.
//!
//! In each replicate the mechanisms by which the teams may differ are players of a game. What a coalition of them reaches is the difference
//! between the arms, under the same luck, with all other mechanisms switched off. Without any, what is left is the role itself: its hours,
//! and help as a colleague would give it. From there each mechanism has its Shapley value, so that all parts add up to the difference of
//! the pair. Up to [`EXACT`] mechanisms are played through in all coalitions; more in one random order of the replicate and its reverse. As
//! replicates are drawn independently, and orders with them, the mean of a part over replicates has an interval like any other mean, and
//! that holds what the draw of orders adds.
//!
//! Mechanisms of the role are switched off in both arms, decisions in the treatment arm, where they are then as in the control arm. A
//! control arm without assist leaders is the same whatever of the role is off, and is run once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ensemble::{Contrast, Ensemble};
use crate::pair::{Pair, holders, treat};
use crate::plausible::world;
use crate::slices::run_some;
use crate::statistics::sample::Estimate;
use crate::statistics::shapley::{self, Coalition, MOST_PLAYERS};
use model::chance::{Chance, Purpose};
use model::mechanism::{MECHANISMS, Mechanism, Without, differing, without};
use model::outcome::{MEASURE_COUNT, Measure, Outcome};
use model::parameters::Policy;
use model::scenario::{Arm, Scenario};
use model::simulation::Simulation;

/// Most mechanisms that are played through in all coalitions.
pub const EXACT: usize = 7;

const _: () = assert!(MECHANISMS.len() <= MOST_PLAYERS, "a coalition has a bit for each mechanism");

/// What of each measure is owed to something.
pub type Values = [f64; MEASURE_COUNT];

/// What the difference of a pair is made of: treatment less control in each measure; `NaN` where some of what it takes was not there to
/// measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// What is there with all mechanisms off.
    pub role: Values,
    /// What is owed to each mechanism, in the order of [`differing`].
    pub mechanisms: Vec<Values>,
}

impl Parts {
    /// Whether all of them are there in a measure.
    fn has(&self, measure: usize) -> bool {
        std::iter::once(&self.role).chain(&self.mechanisms).all(|values| !values[measure].is_nan())
    }
}

/// How many runs of an arm, from the change on, it takes to take the difference of a pair apart, its two own arms among them.
pub fn runs(scenario: &Scenario) -> u32 {
    Game::new(scenario, 0).runs().len() as u32
}

/// A pair with its parts, run to the end.
pub fn run_pair(scenario: &Scenario, replicate: u32) -> Pair {
    Explaining::new(scenario, replicate).finish()
}

/// A pair on the way to its parts, for whoever must not be held up.
pub struct Explaining {
    scenario: Scenario,
    game: Game,
    /// The seats that are reported as those of assist leaders.
    marked: Vec<usize>,
    /// How far the past has come, and then the team at the change, the window begun [working days since the start].
    past: (f64, Vec<Simulation>),
    /// What is still to be run.
    left: Vec<Run>,
    /// What is run now, and how far that has come.
    current: Option<(Run, f64, Vec<Simulation>)>,
    done: BTreeMap<Run, Outcome>,
}

/// An arm with some mechanisms on.
type Run = (Arm, Coalition);

impl Explaining {
    /// Of a replicate, at its start.
    pub fn new(scenario: &Scenario, replicate: u32) -> Self {
        // The same mechanisms in every world.
        let game = Game::new(scenario, replicate);
        let scenario = &*world(scenario, replicate);
        let left = game.runs().into_iter().collect();
        let past = (0.0, vec![Simulation::new(scenario, replicate)]);
        let (scenario, marked) = (scenario.clone(), Vec::new());
        Self { scenario, game, marked, past, left, current: None, done: BTreeMap::new() }
    }

    /// Goes on until so much work is done, or all of it; answers how much that was.
    pub fn go_on(&mut self, most: u64) -> u64 {
        let (change, end) = (f64::from(self.scenario.days_before()), f64::from(self.scenario.days()));
        let mut done = 0;
        while done < most && !self.is_over() {
            let (day, start) = &mut self.past;
            if *day < change {
                let (to, work) = run_some(start, &self.scenario, [*day, change], most - done);
                *day = to;
                done += work;
                continue;
            }
            let Some((run, day, mut arm)) = self.current.take().or_else(|| self.begin()) else { break };
            let (day, work) = run_some(&mut arm, &self.scenario, [day, end], most - done);
            done += work;
            if day < end {
                self.current = Some((run, day, arm));
            } else {
                self.done.extend(arm.iter_mut().map(|arm| (run, arm.outcome())));
            }
        }
        done
    }

    /// Begins the next run, at the change.
    fn begin(&mut self) -> Option<(Run, f64, Vec<Simulation>)> {
        let run = self.left.pop()?;
        let start = self.past.1.first_mut()?;
        if self.done.is_empty() {
            start.begin_window(self.scenario.world().intervention_weeks);
            self.marked = holders(start, &treat(start, &self.scenario));
        }
        let mut arm = start.clone();
        let (policy, without) = self.game.policy(&self.scenario, run);
        arm.take_policy_without(&policy, without);
        arm.hire_extra();
        arm.mark(&self.marked);
        Some((run, f64::from(self.scenario.days_before()), vec![arm]))
    }

    /// Whether all is done.
    pub fn is_over(&self) -> bool {
        self.left.is_empty() && self.current.is_none()
    }

    /// The pair and its parts, all that is left run to the end.
    pub fn finish(mut self) -> Pair {
        self.go_on(u64::MAX);
        let parts = self.game.parts(|run| &self.done[&run].values);
        let all = shapley::all(self.game.mechanisms.len());
        let [control, treatment] = Arm::BOTH.map(|arm| self.done[&(arm, all)].clone());
        Pair { control, treatment, parts: Some(Arc::new(parts)) }
    }
}

/// What is played in a replicate.
struct Game {
    mechanisms: Vec<&'static Mechanism>,
    /// Those that may be off in the control arm too.
    of_role: Coalition,
    /// The order in which they come; none if all coalitions are played.
    order: Option<Vec<usize>>,
}

impl Game {
    fn new(scenario: &Scenario, replicate: u32) -> Self {
        let mechanisms = differing(scenario);
        let players = mechanisms.len();
        let led = scenario.policy(Arm::Control).assist_leaders > 0;
        let of_role = mechanisms.iter().enumerate().filter(|(_, mechanism)| led && mechanism.is_of_role());
        let of_role = of_role.map(|(player, _)| 1 << player).sum();
        let order = (players > EXACT).then(|| order(scenario, replicate, players));
        Self { mechanisms, of_role, order }
    }

    /// The runs by which a coalition's difference is known, treatment first. Decisions are as they are in the control arm.
    fn of(&self, on: Coalition) -> [Run; 2] {
        let all = shapley::all(self.mechanisms.len());
        [(Arm::Treatment, on), (Arm::Control, on | (all & !self.of_role))]
    }

    /// Values of the mechanisms from those of coalitions.
    fn play<const N: usize>(&self, value: impl FnMut(Coalition) -> [f64; N]) -> Vec<[f64; N]> {
        match &self.order {
            Some(order) => shapley::along(order, value),
            None => shapley::exact(self.mechanisms.len(), value),
        }
    }

    /// All runs that it takes.
    fn runs(&self) -> BTreeSet<Run> {
        let mut runs = BTreeSet::from_iter(self.of(shapley::all(self.mechanisms.len())));
        runs.extend(self.of(0));
        self.play(|on| {
            runs.extend(self.of(on));
            []
        });
        runs
    }

    /// What is decided in a run, and what of the role does not act.
    fn policy(&self, scenario: &Scenario, (arm, on): Run) -> (Policy, Without) {
        let off = self.mechanisms.iter().enumerate().filter(|(player, _)| on & 1 << player == 0);
        without(scenario, arm, off.map(|(_, mechanism)| *mechanism))
    }

    /// The parts, by what each run came to.
    fn parts<'a>(&self, of: impl Fn(Run) -> &'a Values) -> Parts {
        let difference = |on: Coalition| -> Values {
            let [treatment, control] = self.of(on).map(&of);
            std::array::from_fn(|measure| treatment[measure] - control[measure])
        };
        Parts { role: difference(0), mechanisms: self.play(difference) }
    }
}

/// The order of a replicate in which its players come, drawn at random.
fn order(scenario: &Scenario, replicate: u32, players: usize) -> Vec<usize> {
    let chance = Chance::new(scenario.seed(), replicate);
    let mut drawn: Vec<(f64, usize)> =
        (0..players).map(|player| (chance.draw(Purpose::Order, player as u32, 0, 0)[0].unit(), player)).collect();
    drawn.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    drawn.into_iter().map(|(_, player)| player).collect()
}

/// What pairs say of why the teams differ.
#[derive(Clone, Debug)]
pub struct Why {
    mechanisms: Vec<&'static Mechanism>,
    pairs: Ensemble,
}

/// A part of the difference.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The mechanism that it is owed to; `None` for the role itself.
    pub mechanism: Option<&'static Mechanism>,
    /// Its mean, in the unit of the measure.
    pub estimate: Estimate,
}

/// The difference in one measure and its parts.
#[derive(Clone, Debug)]
pub struct Explained {
    /// Of the pairs in which all parts are known.
    pub contrast: Contrast,
    /// The role first, then the mechanisms, that with the largest mean first; their means add up to that of the difference.
    pub parts: Vec<Part>,
}

impl Why {
    /// Of pairs of a scenario that have their parts.
    pub fn new(scenario: &Scenario, pairs: &Ensemble) -> Self {
        Self { mechanisms: differing(scenario), pairs: pairs.clone() }
    }

    /// Of how many pairs.
    pub fn pairs(&self) -> u32 {
        self.pairs.done()
    }

    /// Whether all coalitions were played; if not, what is owed to the mechanisms is an estimate.
    pub fn is_exact(&self) -> bool {
        self.mechanisms.len() <= EXACT
    }

    /// What they say of a measure.
    pub fn of(&self, measure: Measure) -> Explained {
        let place = measure as usize;
        let known = self.pairs.pairs().filter_map(|pair| Some((pair, pair.parts.as_ref()?)));
        let known: Vec<_> = known.filter(|(_, parts)| parts.has(place)).collect();
        let estimate = |of: &dyn Fn(&Parts) -> f64| {
            Estimate::of(known.iter().map(|(_, parts)| of(parts)).collect::<Vec<_>>().into_iter())
        };
        let role = Part { mechanism: None, estimate: estimate(&|parts| parts.role[place]) };
        let mechanisms = self.mechanisms.iter().enumerate();
        let mut parts: Vec<Part> = mechanisms
            .map(|(player, mechanism)| Part {
                mechanism: Some(mechanism),
                estimate: estimate(&|parts| parts.mechanisms[player][place]),
            })
            .collect();
        parts.sort_by(|a, b| b.estimate.mean.abs().total_cmp(&a.estimate.mean.abs()));
        parts.insert(0, role);
        let values = known.iter().map(|(pair, _)| [pair.control.get(measure), pair.treatment.get(measure)]);
        Explained { contrast: Contrast::of(values), parts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair;
    use model::scenario::{Draft, Scope};

    fn scenario(first: &[(&str, f64)], second: &[(&str, f64)]) -> Scenario {
        let mut draft = Draft::default();
        for (id, value) in [("warmup_weeks", 2.0), ("baseline_weeks", 2.0), ("intervention_weeks", 8.0)] {
            draft.set(Scope::Both, id, Some(value));
        }
        for (arm, settings) in [(Arm::Control, first), (Arm::Treatment, second)] {
            for (id, value) in settings {
                draft.set(Scope::Only(arm), id, Some(*value));
            }
        }
        draft.finish().expect("valid")
    }

    /// That parts add up, and what they add up to is the difference of the pair itself.
    fn check(scenario: &Scenario, replicate: u32) -> (Pair, Arc<Parts>) {
        let found = run_pair(scenario, replicate);
        let plain = pair::run_pair(scenario, replicate);
        let arms = |pair: &Pair| format!("{:?}{:?}", pair.control, pair.treatment);
        assert!(arms(&found) == arms(&plain), "the pair is the pair");
        let parts = found.parts.clone().expect("asked for");
        for place in (0..MEASURE_COUNT).filter(|place| parts.has(*place)) {
            let [control, treatment] = [&plain.control, &plain.treatment].map(|arm| arm.values[place]);
            let sum: f64 = parts.role[place] + parts.mechanisms.iter().map(|values| values[place]).sum::<f64>();
            let scale = control.abs().max(1.0);
            assert!((sum - (treatment - control)).abs() < 1e-9 * scale, "{place}: {sum}, {control} to {treatment}");
        }
        (found, parts)
    }

    fn part<'a>(scenario: &Scenario, parts: &'a Parts, id: &str) -> &'a Values {
        let place = differing(scenario).iter().position(|mechanism| mechanism.id == id).expect("a player");
        &parts.mechanisms[place]
    }

    #[test]
    fn parts_add_up_to_the_difference_of_the_pair() {
        let leader = ("assist_leaders", 1.0);
        check(&scenario(&[], &[leader]), 0);
        check(&scenario(&[leader], &[("assist_leaders", 2.0)]), 1);
        check(&scenario(&[leader], &[]), 2);
        check(&scenario(&[leader], &[leader, ("notice", 2.0), ("recognition", 0.8)]), 3);
        check(&scenario(&[("micromanagement", 0.7)], &[("micromanagement", 0.1), leader]), 4);
        check(&scenario(&[], &[("extra_members", 1.0), leader, ("remote_share", 0.5)]), 5);
    }

    #[test]
    fn parts_add_up_in_every_built_in_scenario() {
        for name in library::names() {
            let mut draft = library::scenario(name).expect("built in").draft();
            draft.set(Scope::Both, "warmup_weeks", Some(1.0));
            check(&draft.finish().expect("valid"), 0);
        }
    }

    #[test]
    fn what_cannot_act_has_exactly_nothing() {
        // Without a formal lead there is but one voice; without explaining nobody explains more.
        let settings = [("assist_leaders", 1.0), ("formal_lead", 0.0)];
        let mut draft = scenario(&[("formal_lead", 0.0)], &settings).draft();
        draft.set(Scope::Both, "teach", Some(0.0));
        let scenario = draft.finish().expect("valid");
        let (_, parts) = check(&scenario, 0);
        for id in ["two_voices", "explaining"] {
            let part = part(&scenario, &parts, id);
            assert!((0..MEASURE_COUNT).all(|place| part[place] == 0.0 || !parts.has(place)), "{id}: {part:?}");
        }
    }

    #[test]
    fn what_cannot_act_has_exactly_nothing_where_both_teams_have_assist_leaders_too() {
        let first = [("formal_lead", 0.0), ("assist_leaders", 1.0)];
        let scenario = scenario(&first, &[("formal_lead", 0.0), ("assist_leaders", 2.0)]);
        let (_, parts) = check(&scenario, 0);
        let part = part(&scenario, &parts, "two_voices");
        assert!((0..MEASURE_COUNT).all(|place| part[place] == 0.0 || !parts.has(place)), "{part:?}");
    }

    #[test]
    fn parts_add_up_where_the_treatment_ends() {
        let mut draft = scenario(&[], &[("assist_leaders", 1.0)]).draft();
        draft.until_week = Some(4);
        check(&draft.finish().expect("valid"), 0);
    }

    #[test]
    fn one_decision_is_the_whole_difference() {
        let leader = ("assist_leaders", 1.0);
        let scenario = scenario(&[leader], &[leader, ("notice", 4.0)]);
        let (pair, parts) = check(&scenario, 0);
        let noticing = part(&scenario, &parts, "noticing");
        for place in (0..MEASURE_COUNT).filter(|place| parts.has(*place)) {
            let difference = pair.treatment.values[place] - pair.control.values[place];
            assert_eq!([noticing[place], parts.role[place]], [difference, 0.0], "{place}");
        }
    }

    #[test]
    fn few_orders_estimate_what_all_coalitions_say() {
        // Eight mechanisms are played in orders; the same game in all coalitions is the value.
        let all: Vec<(&str, f64)> = vec![
            ("assist_leaders", 1.0),
            ("route", 0.0),
            ("collaboration", 0.0),
            ("humility", 0.0),
            ("fairness", 0.0),
            ("long_term", 0.0),
        ];
        let scenario = scenario(&[], &all);
        let players = differing(&scenario).len();
        assert_eq!(players, 8);
        let place = Measure::HoursStuck as usize;
        let (mut differences, mut noticing) = (Vec::new(), Vec::new());
        for replicate in 0..40 {
            let (_, parts) = check(&scenario, replicate);
            let exact = Game { order: None, ..Game::new(&scenario, replicate) };
            let mut playing = Explaining::new(&scenario, replicate);
            playing.left = exact.runs().into_iter().collect();
            playing.game = exact;
            let all = playing.finish().parts.expect("asked for");
            differences.push(parts.mechanisms[0][place] - all.mechanisms[0][place]);
            noticing.push(all.mechanisms[0][place]);
        }
        let [off, noticing] = [differences, noticing].map(|values| Estimate::of(values.into_iter()));
        assert!(off.mean.abs() < 4.0 * off.se && off.se < noticing.mean.abs(), "{off:?} of {noticing:?}");
        assert!(noticing.mean < -3.0 * noticing.se, "who is noticed is stuck for less long: {noticing:?}");
    }

    #[test]
    fn in_slices_it_comes_to_the_same_and_no_slice_is_longer_than_it_may_be() {
        const SLICE: u64 = 3000;
        let scenario = scenario(&[], &[("assist_leaders", 1.0)]);
        let mut cut = Explaining::new(&scenario, 2);
        while !cut.is_over() {
            assert!((1..2 * SLICE).contains(&cut.go_on(SLICE)));
        }
        assert_eq!(format!("{:?}", cut.finish()), format!("{:?}", run_pair(&scenario, 2)));
    }

    #[test]
    fn it_takes_two_runs_of_each_step_of_an_order_or_all_coalitions() {
        let leader = ("assist_leaders", 1.0);
        assert_eq!(runs(&scenario(&[], &[leader])), 2 + 1 + 2 * 12, "thirteen mechanisms");
        assert_eq!(runs(&scenario(&[], &[("recognition", 1.0), ("huddle", 1.0)])), 1 + 4);
        assert_eq!(runs(&scenario(&[], &[])), 2);
        // The control arm without what the role does is run too.
        assert_eq!(runs(&scenario(&[leader], &[leader, ("notice", 1.0)])), 2 + 2);
    }

    #[test]
    fn means_of_the_parts_add_up_to_that_of_the_difference() {
        let scenario = scenario(&[], &[("assist_leaders", 1.0)]);
        let mut pairs = Ensemble::default();
        pairs.put(0, (0..10).map(|replicate| run_pair(&scenario, replicate)).collect());
        let why = Why::new(&scenario, &pairs);
        for measure in [Measure::Throughput, Measure::Morale, Measure::HoursStuck] {
            let Explained { contrast, parts } = why.of(measure);
            let sum: f64 = parts.iter().map(|part| part.estimate.mean).sum();
            assert!((sum - contrast.difference.mean).abs() < 1e-9 && contrast.difference.n == 10, "{measure:?}");
            assert!(parts[0].mechanism.is_none());
            let sizes: Vec<f64> = parts[1..].iter().map(|part| part.estimate.mean.abs()).collect();
            assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
        }
    }
}
