//! A scenario: the world, the two policies compared, and the seed. Valid by construction.
//!
//! A [`Draft`] takes values under their ids, in any order and from any origin (a file, a link, the command line), collects
//! what is wrong with them, and becomes a [`Scenario`] or the whole list of [`Fault`]s. After that nothing can fail.

use super::fault::{Fault, Rule};
use super::number::Slip;
use super::outcome::Measure;
use super::parameters::{Group, Kind, Parameter, Policy, Source, World, parameter};
use super::plausible::Plausible;
use super::shock::{Change, Shock};
use super::texts::Texts;

/// Largest seed: every whole number up to here survives a link and a file in any language.
pub const MAX_SEED: u64 = (1 << 53) - 1;

/// Largest run accepted, in member-weeks of one arm.
pub const MAX_MEMBER_WEEKS: f64 = 1_000_000.0;

/// Most tasks expected in an arm: what memory and patience allow.
const MAX_TASKS: f64 = 2_000_000.0;
/// Most requests that could come up in an arm.
const MAX_REQUESTS: f64 = 50_000_000.0;

/// One of the two teams compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arm {
    /// The team as it would go on.
    Control,
    /// The same team under the other policy.
    Treatment,
}

impl Arm {
    /// Both, control first.
    pub const BOTH: [Arm; 2] = [Arm::Control, Arm::Treatment];
}

/// A valid scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    texts: Texts,
    seed: u64,
    world: World,
    policies: [Policy; 2],
    shocks: Vec<Shock>,
    until_week: Option<u32>,
    plausible: Plausible,
}

impl Scenario {
    /// What it is about.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The seed of all chance.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How the world works.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// What is decided in an arm.
    pub fn policy(&self, arm: Arm) -> &Policy {
        &self.policies[arm as usize]
    }

    /// What happens from outside, in the order of the file.
    pub fn shocks(&self) -> &[Shock] {
        &self.shocks
    }

    /// Week of the intervention at whose start the treatment ends and the control policy returns.
    pub fn until_week(&self) -> Option<u32> {
        self.until_week
    }

    /// What of it is drawn anew for each replicate.
    pub fn plausible(&self) -> &Plausible {
        &self.plausible
    }

    /// Seats in all, in either arm: the team, those who join, and those whom a policy hires.
    pub fn seats(&self) -> u32 {
        seats(&self.world, &self.policies, &self.shocks)
    }

    /// The days on which those who join later come, the first to come first [d].
    pub fn joins(&self) -> Vec<u32> {
        let mut joins = Vec::new();
        for shock in &self.shocks {
            if let Change::Joins(count) = shock.change {
                let day = self.days_before() + 5 * shock.week;
                let place = joins.partition_point(|&other| other <= day);
                joins.splice(place..place, std::iter::repeat_n(day, count as usize));
            }
        }
        joins
    }

    /// From which day on each seat is there in an arm, by number; `None` for one that a policy fills in the other arm only [d].
    pub fn seat_days(&self, arm: Arm) -> Vec<Option<u32>> {
        let founders = std::iter::repeat_n(Some(0), self.world.members as usize);
        let joins = self.joins();
        let (all, before) = (self.seats() as usize, self.world.members as usize + joins.len());
        let extra = self.policy(arm).extra_members as usize;
        let hired = (before..all).map(|seat| (seat < before + extra).then(|| self.days_before()));
        founders.chain(joins.into_iter().map(Some)).chain(hired).collect()
    }

    /// Value of a parameter; a policy parameter's in the given arm. `None` for an unknown id.
    pub fn get(&self, arm: Arm, id: &str) -> Option<Option<f64>> {
        self.world.get(id).or_else(|| self.policy(arm).get(id))
    }

    /// The measure that the comparison is about: the one the story is about, or else, with work in plenty, how much is done, and
    /// otherwise how long it takes.
    pub fn main_measure(&self) -> Measure {
        Measure::named(&self.texts.measure).unwrap_or(match self.world.source {
            Source::Backlog => Measure::Throughput,
            Source::Flow => Measure::LeadMedian,
            Source::Project => Measure::Makespan,
        })
    }

    /// The same with nothing changed: both arms under the control policy.
    #[must_use]
    pub fn untreated(&self) -> Self {
        let [control, _] = self.policies;
        Self { policies: [control; 2], ..self.clone() }
    }

    /// Working days before the intervention.
    pub fn days_before(&self) -> u32 {
        5 * (self.world.warmup_weeks + self.world.baseline_weeks)
    }

    /// Working days in all.
    pub fn days(&self) -> u32 {
        self.days_before() + 5 * self.world.intervention_weeks
    }

    /// A draft with the same content, to change.
    pub fn draft(&self) -> Draft {
        Draft {
            texts: self.texts.clone(),
            seed: self.seed,
            world: self.world,
            policies: self.policies,
            shocks: self.shocks.clone(),
            until_week: self.until_week,
            plausible: self.plausible.clone(),
            faults: Vec::new(),
        }
    }
}

fn seats(world: &World, policies: &[Policy; 2], shocks: &[Shock]) -> u32 {
    let extra = policies.iter().map(|policy| policy.extra_members).fold(0, u32::max);
    shocks.iter().fold(world.members + extra, |sum, shock| match shock.change {
        Change::Joins(count) => sum.saturating_add(count),
        _ => sum,
    })
}

/// Whom a setting concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The world, or both policies.
    Both,
    /// One policy.
    Only(Arm),
}

impl Scope {
    /// The arms concerned, control first.
    pub fn arms(self) -> &'static [Arm] {
        match self {
            Scope::Both => &Arm::BOTH,
            Scope::Only(Arm::Control) => &[Arm::Control],
            Scope::Only(Arm::Treatment) => &[Arm::Treatment],
        }
    }
}

/// A scenario in the making.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is about.
    pub texts: Texts,
    /// The seed.
    pub seed: u64,
    world: World,
    policies: [Policy; 2],
    /// What happens from outside.
    pub shocks: Vec<Shock>,
    /// Week at whose start the treatment ends.
    pub until_week: Option<u32>,
    /// What is drawn anew for each replicate.
    pub plausible: Plausible,
    faults: Vec<Fault>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            texts: Texts::default(),
            seed: 1,
            world: World::default(),
            policies: [Policy::default(); 2],
            shocks: Vec::new(),
            until_week: None,
            plausible: Plausible::default(),
            faults: Vec::new(),
        }
    }
}

impl Draft {
    /// Value of a parameter as it is so far; a policy parameter's in the given arm. `None` for an unknown id.
    pub fn get(&self, arm: Arm, id: &str) -> Option<Option<f64>> {
        self.world.get(id).or_else(|| self.policies[arm as usize].get(id))
    }

    /// Sets a parameter; what is wrong is remembered.
    pub fn set(&mut self, scope: Scope, id: &str, value: Option<f64>) {
        match parameter(id) {
            None => self.fault(Fault::unknown(id)),
            Some(row) => self.put(scope, row, value, &row.show(value)),
        }
    }

    /// Sets a parameter from what someone wrote: a number, yes or no, a name, or nothing for an optional one.
    pub fn set_text(&mut self, scope: Scope, id: &str, text: &str) {
        let text = text.trim();
        match parameter(id) {
            None => self.fault(Fault::unknown(id)),
            Some(row) => match parse(row, text) {
                Ok(value) => self.put(scope, row, value, text),
                Err(slip) => self.fault(Fault::unread(row, text, slip)),
            },
        }
    }

    /// The one place where a value is held against its row.
    fn put(&mut self, scope: Scope, row: &'static Parameter, value: Option<f64>, written: &str) {
        let id = row.id;
        if row.group == Group::World && scope != Scope::Both {
            return self.fault(Fault::against(id, "", Rule::BothArms));
        }
        if !row.accepts(value) {
            return self.fault(Fault::out_of_range(row, written));
        }
        // So that −0 is 0.
        let value = value.map(|number| number + 0.0);
        let done = match (row.group, scope) {
            (Group::World, _) => self.world.put(id, value),
            (Group::Policy, Scope::Both) => self.policies.iter_mut().all(|policy| policy.put(id, value)),
            (Group::Policy, Scope::Only(arm)) => self.policies[arm as usize].put(id, value),
        };
        debug_assert!(done, "a value accepted by its row has a field");
    }

    /// Has a parameter stay where worlds are drawn; what is wrong is remembered.
    pub fn know(&mut self, id: &str) {
        if let Err(fault) = self.plausible.know(id.trim()) {
            self.fault(fault);
        }
    }

    /// Sets something, and puts `place` before the field of whatever is wrong with it.
    pub fn at(&mut self, place: &str, set: impl FnOnce(&mut Self)) {
        let known = self.faults.len();
        set(self);
        for fault in &mut self.faults[known..] {
            fault.field.insert_str(0, place);
        }
    }

    /// Remembers a fault found outside, so that all are reported together.
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// The scenario, or all that is wrong.
    pub fn finish(mut self) -> Result<Scenario, Vec<Fault>> {
        self.check_together();
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        Ok(Scenario {
            texts: self.texts,
            seed: self.seed,
            world: self.world,
            policies: self.policies,
            shocks: self.shocks,
            until_week: self.until_week,
            plausible: self.plausible,
        })
    }

    /// What no single row can say.
    fn check_together(&mut self) {
        let world = self.world;
        if self.seed > MAX_SEED {
            self.faults.push(Fault::against("seed", &self.seed.to_string(), Rule::Whole(0, MAX_SEED, Slip::NoNumber)));
        }
        if world.groups > world.members {
            self.faults.push(Fault::against("groups", &world.groups.to_string(), Rule::AsMembers(world.members)));
        }
        if world.givers + world.takers > 1.0 {
            self.faults.push(Fault::against("takers", &world.takers.to_string(), Rule::GiversAndTakers));
        }
        if world.mix_expertise + world.mix_clarity + world.mix_coordination <= 0.0 {
            self.faults.push(Fault::against("mix_expertise", "0", Rule::KindsOfBlocker));
        }
        if world.w_p + world.w_s + world.w_r + world.w_a + world.w_x <= 0.0 {
            self.faults.push(Fault::against("w_p", "0", Rule::WeightsOfMorale));
        }
        // Both arms together, so that what is wrong in both is said once.
        let leaders = self.policies.iter().map(|policy| policy.assist_leaders).fold(0, u32::max);
        if leaders > world.members {
            self.faults.push(Fault::against("assist_leaders", &leaders.to_string(), Rule::AsMembers(world.members)));
        }
        self.check_shocks();
        let weeks = f64::from(world.warmup_weeks + world.baseline_weeks + world.intervention_weeks);
        // What shocks could at most come to, were they all in force together.
        let worst = |of: fn(Change) -> Option<f64>| -> f64 {
            self.shocks.iter().filter_map(|shock| of(shock.change)).filter(|factor| *factor > 1.0).product()
        };
        let more_demand = worst(|change| if let Change::Demand(factor) = change { Some(factor) } else { None });
        let more_blockers = worst(|change| if let Change::Blockers(factor) = change { Some(factor) } else { None });
        let more_asking = worst(|change| if let Change::Asking(factor) = change { Some(factor) } else { None });
        let more_hours = worst(|change| if let Change::Hours(factor) = change { Some(factor) } else { None });
        let size = weeks * f64::from(seats(&self.world, &self.policies, &self.shocks));
        let hours = more_hours * size * self.policies.iter().map(|policy| policy.hours_per_week).fold(0.0, f64::max);
        let tasks = match world.source {
            Source::Backlog => hours / world.task_hours,
            Source::Flow => weeks * world.demand * more_demand,
            Source::Project => f64::from(world.project_tasks),
        };
        if tasks > MAX_TASKS {
            self.faults.push(Fault::against(
                "task_hours",
                &world.task_hours.to_string(),
                Rule::Tasks(MAX_TASKS, tasks),
            ));
        }
        let blocked = hours * (world.beta * more_blockers).min(1.0) * (world.alpha * more_asking).max(1.0);
        if blocked > MAX_REQUESTS {
            self.faults.push(Fault::against(
                "intervention_weeks",
                &world.intervention_weeks.to_string(),
                Rule::Requests(MAX_REQUESTS),
            ));
        }
        if size > MAX_MEMBER_WEEKS {
            self.faults.push(Fault::against(
                "intervention_weeks",
                &world.intervention_weeks.to_string(),
                Rule::MemberWeeks(MAX_MEMBER_WEEKS),
            ));
        }
    }
}

/// Largest number of shocks in a scenario.
const MAX_SHOCKS: usize = 100;
/// Largest team, hires who join included.
const MAX_SEATS: u32 = 300;

impl Draft {
    fn check_shocks(&mut self) {
        let weeks = self.world.intervention_weeks;
        let mut faults = Vec::new();
        let mut refuse = |place: String, value: String, rule: Rule| faults.push(Fault::against(&place, &value, rule));
        for (index, shock) in self.shocks.iter().enumerate() {
            let place = |field: &str| format!("shocks[{index}].{field}");
            if shock.week >= weeks {
                refuse(place("week"), shock.week.to_string(), Rule::Week(0, weeks - 1));
            }
            if shock.weeks == Some(0) || (shock.weeks.is_some() && !shock.change.lasts()) {
                refuse(place("weeks"), shock.weeks.unwrap_or(0).to_string(), Rule::ShockWeeks);
            }
            let (value, low, high) = match shock.change {
                Change::Demand(factor) | Change::Blockers(factor) | Change::Asking(factor) | Change::Hours(factor) => {
                    (factor, 0.1, 10.0)
                }
                Change::Redo(share) | Change::Unlearn(share) | Change::Estrange(share) => (share, 0.0, 1.0),
                Change::Leaves(seat) | Change::Trouble(seat) => (f64::from(seat), 1.0, f64::from(self.world.members)),
                Change::Joins(count) => (f64::from(count), 1.0, f64::from(MAX_SEATS)),
                Change::LeadAway => continue,
            };
            if !(low..=high).contains(&value) {
                refuse(place(shock.change.name()), value.to_string(), Rule::Number(low, high));
            }
        }
        if self.shocks.len() > MAX_SHOCKS {
            refuse("shocks".to_owned(), self.shocks.len().to_string(), Rule::Shocks(MAX_SHOCKS));
        }
        let seats = seats(&self.world, &self.policies, &self.shocks);
        if seats > MAX_SEATS {
            let field = if self.shocks.is_empty() { "extra_members" } else { "joins" };
            refuse(field.to_owned(), seats.to_string(), Rule::Seats(MAX_SEATS));
        }
        if let Some(week) = self.until_week.filter(|&week| week == 0 || week >= weeks) {
            let rule = Rule::Week(1, weeks.saturating_sub(1));
            refuse("treatment_until_week".to_owned(), week.to_string(), rule);
        }
        self.faults.append(&mut faults);
    }
}

/// Reads what someone wrote; where it makes no sense for this parameter, why, if there is more to say than that.
fn parse(row: &Parameter, text: &str) -> Result<Option<f64>, Slip> {
    match (row.kind, text) {
        (Kind::Optional, "" | "null" | "none" | "as competence") => Ok(None),
        (Kind::Switch, "yes" | "true") => Ok(Some(1.0)),
        (Kind::Switch, "no" | "false") => Ok(Some(0.0)),
        (Kind::Choice(names), _) => {
            let position = names.iter().position(|name| *name == text);
            position.map(|position| Some(position as f64)).ok_or(Slip::NoNumber)
        }
        _ => row.read(text).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::PARAMETERS;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let mut draft = Draft::default();
        for (id, text) in [
            ("project_tasks", "1.000"),
            ("task_hours", "1 000"),
            ("beta", "−0"),
            ("assist_share", "40 %"),
            ("members", "7e0"),
        ] {
            draft.set_text(Scope::Both, id, text);
        }
        let scenario = draft.finish().expect("valid");
        let world = scenario.world();
        assert_eq!((world.project_tasks, world.task_hours, world.members), (1000, 1000.0, 7));
        assert_eq!(world.beta.to_bits(), 0, "−0 is 0");
        assert_eq!(scenario.policy(Arm::Control).assist_share, 0.4);
    }

    #[test]
    fn what_a_file_or_a_link_shows_of_a_value_reads_back_to_the_last_bit() {
        let mut bits = 7_u64;
        for row in PARAMETERS.iter().filter(|row| matches!(row.kind, Kind::Number | Kind::Optional)) {
            for _ in 0..200 {
                bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let share = (bits >> 11) as f64 / (1_u64 << 53) as f64;
                for value in [row.min + share * (row.max - row.min), row.min + 1e-9 * share * (row.max - row.min)] {
                    let mut draft = Draft::default();
                    draft.set_text(Scope::Both, row.id, &row.show(Some(value)));
                    let read = draft.world.get(row.id).or_else(|| draft.policies[0].get(row.id));
                    assert_eq!(read, Some(Some(value)), "{}", row.id);
                }
            }
        }
    }

    #[test]
    fn values_are_written_as_people_write_them() {
        let mut draft = Draft::default();
        draft.set_text(Scope::Both, "source", "flow");
        draft.set_text(Scope::Both, "formal_lead", "no");
        draft.set_text(Scope::Only(Arm::Treatment), "assist_leaders", "1");
        draft.set_text(Scope::Both, "empathy", "null");
        let scenario = draft.finish().expect("valid");
        assert!(!scenario.policy(Arm::Control).formal_lead);
        assert_eq!(scenario.policy(Arm::Control).assist_leaders, 0);
        assert_eq!(scenario.get(Arm::Treatment, "assist_leaders"), Some(Some(1.0)));
        assert_eq!(scenario.get(Arm::Treatment, "empathy"), Some(None));
    }

    #[test]
    fn every_default_lies_in_its_range_and_on_its_lever() {
        for row in &PARAMETERS {
            assert!(row.accepts(row.default()), "{}", row.id);
            assert!(row.min <= row.lever.0 && row.lever.0 < row.lever.1 && row.lever.1 <= row.max, "{}", row.id);
            if let Some(value) = row.default() {
                assert!(row.lever.0 <= value && value <= row.lever.1, "{}", row.id);
            }
            if let Some((lowest, highest)) = row.plausible {
                // What follows competence is most likely as that is.
                let default = row.default().or_else(|| parameter("competence")?.default()).expect("a number");
                assert!(row.min < lowest && lowest < default && default < highest && highest < row.max, "{}", row.id);
                assert!(row.accepts(Some(lowest)) && row.accepts(Some(highest)), "{}", row.id);
            }
        }
    }
}
