//! One arm of one replicate, as it runs.
//!
//! Life cycle: [`Simulation::new`] seats the team under the control policy; [`Simulation::run_days`] lets working days pass;
//! [`Simulation::take_policy`] puts another policy in force at the end of a day; [`Simulation::begin_window`] starts the
//! measurement; [`Simulation::outcome`] closes it. A clone goes on exactly as the original would, so the two arms of a pair
//! share their past by being cloned at the intervention. [`Simulation::snapshot`] looks without touching.
//!
//! What happens is in `processes`, one submodel a file, all of them methods of this struct.

use std::collections::VecDeque;

use super::chance::{Chance, Spread};
use super::diary::Diary;
use super::event_calendar::EventCalendar;
use super::math::most;
use super::mechanism::Without;
use super::metrics::ranking;
use super::parameters::{AssistWho, Policy, Source, World};
use super::rates::Rates;
use super::scenario::{Arm, Scenario};
use super::seating::{seat_team, start};
use super::shock::{Effects, Shock};
use super::state::ambience::Ambience;
use super::state::attraction::Attraction;
use super::state::causes::Causes;
use super::state::duty::Duty;
use super::state::lead::Lead;
use super::state::member::{Activity, HelpType, Member};
use super::state::record::Record;
use super::state::task::Tasks;
use super::state::ties::Ties;

/// A team at work.
#[derive(Clone, Debug)]
pub struct Simulation {
    pub(super) world: World,
    pub(super) policy: Policy,
    /// What of the role does not act.
    pub(super) without: Without,
    pub(super) rates: Rates,
    pub(super) chance: Chance,
    /// Seats by chance key: the order in which the team is gone through wherever order could matter.
    pub(super) order: Vec<usize>,
    /// Which seats came on which day, by chance key: the founders', and those of each day on which others join [d].
    pub(super) arrivals: Vec<(u32, Vec<usize>)>,
    /// Factor on speed from the size of a member's group, by chance key.
    pub(super) crowd: Vec<f64>,

    /// What happens from outside, and when the weeks begin from which that is counted [d].
    pub(super) shocks: Vec<Shock>,
    pub(super) days_before: u32,
    pub(super) effects: Effects,
    /// Working hours since the start [h].
    pub(super) now: f64,
    /// Events so far.
    events: u64,
    /// Working days ended.
    pub(super) day: u32,
    /// When the present day began [h].
    pub(super) day_start: f64,
    pub(super) members: Vec<Member>,
    pub(super) ties: Ties,
    pub(super) tasks: Tasks,
    /// Members without work, longest first.
    pub(super) idle: VecDeque<usize>,
    pub(super) duty: Duty,
    pub(super) lead: Lead,
    pub(super) ambience: Ambience,
    pub(super) causes: Causes,
    /// How much of what the team knows is written down [0, 1].
    pub(super) documents: f64,
    /// When the next task arrives [weeks]; flow only.
    pub(super) next_arrival: f64,
    pub(super) calendar: EventCalendar,
    pub(super) attraction: Attraction,
    pub(super) record: Record,
    /// What happened to whom, if anyone wants to know.
    pub(super) diary: Option<Box<Diary>>,
}

impl Simulation {
    /// The team of a scenario at the start of replicate `replicate`, under the control policy.
    pub fn new(scenario: &Scenario, replicate: u32) -> Self {
        let keys: Vec<u32> = (0..scenario.seats()).collect();
        Self::with_keys(scenario, replicate, &keys)
    }

    /// The same team with its members listed in another order: `keys[i]` is the chance key of the member listed at `i`.
    /// Groups and domains go with the key, so every outcome is the same but for who is listed where.
    pub fn with_keys(scenario: &Scenario, replicate: u32, keys: &[u32]) -> Self {
        let world = *scenario.world();
        let policy = *scenario.policy(Arm::Control);
        let chance = Chance::new(scenario.seed(), replicate);
        let rates = Rates::new(&world, &policy, 1.0);
        let members = seat_team(scenario, &chance, keys);
        let order = ranking(&members.iter().map(|member| f64::from(member.key)).collect::<Vec<f64>>());
        let groups: Vec<usize> = order.iter().map(|&seat| members[seat].group).collect();
        let founders = world.members as usize;
        let ties = Ties::new(groups, founders, start(&world));
        let count = members.len();
        let mut simulation = Self {
            world,
            policy,
            without: Without::default(),
            rates,
            chance,
            order,
            arrivals: vec![(0, (0..founders).collect())],
            crowd: Vec::new(),
            shocks: scenario.shocks().to_vec(),
            days_before: scenario.days_before(),
            effects: Effects::default(),
            now: 0.0,
            events: 0,
            day: 0,
            day_start: 0.0,
            members,
            ties,
            tasks: Tasks::new(Spread::new(world.task_cv)),
            idle: VecDeque::new(),
            duty: Duty::default(),
            lead: Lead::default(),
            ambience: Ambience::default(),
            causes: Causes::default(),
            documents: 0.0,
            next_arrival: 0.0,
            calendar: EventCalendar::new(count + 4),
            attraction: Attraction::new(count),
            record: Record::default(),
            diary: None,
        };
        simulation.open();
        simulation
    }

    fn open(&mut self) {
        self.record.founders = self.world.members;
        self.lay_causes();
        self.begin_team_training();
        self.appoint();
        self.settle_crowd();
        self.seat_remote();
        self.settle_ambience();
        match self.world.source {
            Source::Flow => self.draw_next_arrival(),
            Source::Project => self.lay_out_project(),
            Source::Backlog => {}
        }
        for index in 0..self.order.len() {
            let seat = self.order[index];
            self.set_activity(seat, self.members[seat].activity);
            self.set_speed(seat);
            self.set_appeal(seat);
        }
        self.set_expected();
        for index in 0..self.order.len() {
            let seat = self.order[index];
            if self.members[seat].present() {
                self.become_free(seat);
            }
        }
        self.meet_shocks();
        self.fill_seats();
        self.plan_day();
    }

    /// Working hours since the start [h].
    pub fn elapsed(&self) -> f64 {
        self.now
    }

    /// Working days ended so far.
    pub fn days(&self) -> u32 {
        self.day
    }

    /// Events so far, ends of days among them.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Lets time pass until `days` working days have ended in all; a fraction stops within a day.
    pub fn run_days(&mut self, days: f64) {
        while f64::from(self.day) + 1.0 <= days {
            let (slot, time) = self.calendar.next();
            self.happen(slot, time);
        }
        let until = self.day_start + (days - f64::from(self.day)) * self.rates.day_hours;
        while let (slot, time) = self.calendar.next()
            && time <= until
            && slot != self.day_slot()
        {
            self.happen(slot, time);
        }
    }

    fn happen(&mut self, slot: usize, time: f64) {
        // The calendar rounds down.
        self.now = most(self.now, time);
        self.events += 1;
        let members = self.members.len();
        if slot < members {
            // Of equal times, such as the end of a training for all, the lower key comes first, however members are listed.
            self.member_event(self.order[slot]);
        } else if slot == self.arrival_slot() {
            self.arrival();
        } else if slot == self.notice_slot() {
            self.be_noticed();
        } else if slot == self.lead_slot() {
            self.lead_finishes();
        } else {
            self.end_day();
        }
    }

    pub(super) fn arrival_slot(&self) -> usize {
        self.members.len()
    }

    pub(super) fn notice_slot(&self) -> usize {
        self.members.len() + 1
    }

    pub(super) fn lead_slot(&self) -> usize {
        self.members.len() + 2
    }

    pub(super) fn day_slot(&self) -> usize {
        self.members.len() + 3
    }

    fn member_event(&mut self, seat: usize) {
        match self.members[seat].activity {
            Activity::Working => {
                let hours = self.pass_hours(seat);
                self.work_on(seat, hours);
                self.reach_mark(seat);
            }
            Activity::Stuck => {
                self.accrue_struggle(seat);
                if self.members[seat].stuck.asks_next { self.ask(seat) } else { self.solve(seat) }
            }
            Activity::Helping => {
                self.accrue_help(seat);
                self.end_help(self.members[seat].help.seeker, seat);
            }
            Activity::StandBy | Activity::Idle => {
                self.accrue_hours(seat);
                self.decide_duty(seat);
            }
            Activity::Training => {
                self.accrue_hours(seat);
                self.finish_training(seat);
            }
            Activity::Away => unreachable!("invariant: an empty seat plans nothing"),
        }
    }

    /// Puts another policy in force; to be called between days. The same policy changes nothing.
    pub fn take_policy(&mut self, policy: &Policy) {
        self.take_policy_without(policy, Without::default());
    }

    /// The same, with some of what comes with the role of assist leader switched off.
    pub fn take_policy_without(&mut self, policy: &Policy, without: Without) {
        self.without = without;
        if self.policy == *policy {
            return;
        }
        // What was noticed until now was noticed under the policy before.
        self.attend();
        let (before, contact) = (self.policy, self.rates.remote_contact);
        self.policy = *policy;
        self.rates = Rates::new(&self.world, policy, self.effects.hours);
        self.change_contact(contact);
        self.seat_remote();
        self.settle_ambience();
        if before.formal_lead && !policy.formal_lead {
            self.dismiss_lead();
        }
        if before.team_training != policy.team_training {
            self.begin_team_training();
        }
        self.renew_roles(&before);
        // A role that is vacant is passed on in its time, whatever else a policy changes.
        if (before.assist_leaders, before.assist_who) != (policy.assist_leaders, policy.assist_who) {
            self.appoint();
        }
        self.watch_afresh();
        self.train_idle();
        self.plan_day();
    }

    /// The members who hold the role of assist leader.
    pub fn assist_leaders(&self) -> Vec<usize> {
        (0..self.members.len()).filter(|&seat| self.members[seat].role.is_some()).collect()
    }

    /// Those who hold the role under this policy: present holders first, then by the rule.
    pub(super) fn candidates(&self) -> Vec<usize> {
        let who = self.policy.assist_who;
        let present: Vec<usize> = self.order.iter().copied().filter(|&seat| self.members[seat].present()).collect();
        let class = |seat: usize| {
            let member = &self.members[seat];
            let class = match (who, member.help_type()) {
                (AssistWho::Giver, HelpType::Matcher) => 1.0,
                (AssistWho::Giver, HelpType::Taker) => 2.0,
                _ => 0.0,
            };
            // Who has the role already keeps it.
            if member.role.is_none() { 3.0 + class } else { class }
        };
        let merit = |seat: usize| match who {
            AssistWho::Seated => 0.0,
            AssistWho::Giver | AssistWho::Connected => self.ties.standing(self.key(seat)),
            AssistWho::Skilled => self.members[seat].mean_skill(),
        };
        let sorted = |seats: &[usize], value: &dyn Fn(usize) -> f64| -> Vec<usize> {
            let values: Vec<f64> = seats.iter().map(|&seat| value(seat)).collect();
            ranking(&values).into_iter().map(|place| seats[place]).collect()
        };
        // By class, within it by merit, and of equals the lower key comes first: each sort leaves equals as they were.
        let by_merit = sorted(&present, &|seat| -merit(seat));
        let mut seats = sorted(&by_merit, &class);
        seats.truncate(self.policy.assist_leaders as usize);
        seats
    }

    /// A seat's chance key, by which ties are kept.
    pub(super) fn key(&self, seat: usize) -> usize {
        self.members[seat].key as usize
    }

    pub(super) fn set_activity(&mut self, seat: usize, activity: Activity) {
        self.members[seat].activity = activity;
        self.set_openness(seat);
    }

    /// Puts down the hours since the last time under the present activity, and what they spent.
    pub(super) fn accrue_hours(&mut self, seat: usize) {
        let hours = self.pass_hours(seat);
        match self.members[seat].activity {
            Activity::Working => self.work_on(seat, hours),
            Activity::Stuck => self.struggle(seat, hours),
            Activity::Helping => self.help_on(seat, hours),
            Activity::StandBy => self.serve_duty(seat, hours),
            Activity::Idle | Activity::Training | Activity::Away => {}
        }
    }

    /// The same of a member who is stuck.
    pub(super) fn accrue_struggle(&mut self, seat: usize) {
        let hours = self.pass_hours(seat);
        self.struggle(seat, hours);
    }

    /// The same of a member who helps.
    pub(super) fn accrue_help(&mut self, seat: usize) {
        let hours = self.pass_hours(seat);
        self.help_on(seat, hours);
    }

    /// What hours of helping did.
    fn help_on(&mut self, seat: usize, hours: f64) {
        let member = &mut self.members[seat];
        if member.help.from == Activity::StandBy {
            member.today.duty_help += hours;
            self.serve_duty(seat, hours);
        }
    }

    /// Puts down the hours since the last time under the present activity; answers how many those are.
    #[inline]
    fn pass_hours(&mut self, seat: usize) -> f64 {
        let now = self.now;
        let member = &mut self.members[seat];
        let hours = now - member.since;
        member.since = now;
        member.today.hours[member.activity as usize] += hours;
        hours
    }

    /// When the member's next event comes, all rates staying as they are [h].
    fn next_event(&mut self, seat: usize) -> f64 {
        let now = self.now;
        match self.members[seat].activity {
            Activity::Working => self.mark_time(seat),
            Activity::Stuck => self.settle_struggle(seat),
            Activity::Helping => self.members[seat].help.until,
            Activity::StandBy | Activity::Idle | Activity::Training => most(self.duty_time(seat), now),
            Activity::Away => f64::INFINITY,
        }
    }

    /// Plans the member's next event.
    pub(super) fn plan(&mut self, seat: usize) {
        let time = self.next_event(seat);
        self.calendar.plan(self.key(seat), time);
    }

    /// The same of a member who works.
    pub(super) fn plan_work(&mut self, seat: usize) {
        let time = self.mark_time(seat);
        self.calendar.plan(self.key(seat), time);
    }

    /// The same of a member who is stuck.
    pub(super) fn plan_struggle(&mut self, seat: usize) {
        let time = self.settle_struggle(seat);
        self.calendar.plan(self.key(seat), time);
    }

    /// Plans everything afresh: a day begins, or a policy.
    pub(super) fn plan_day(&mut self) {
        self.set_improving();
        for seat in 0..self.members.len() {
            self.set_speed(seat);
            self.set_appeal(seat);
            self.plan(seat);
        }
        self.set_expected();
        self.calendar.plan(self.arrival_slot(), self.arrival_time());
        self.calendar.plan(self.day_slot(), self.day_start + self.rates.day_hours);
        self.plan_notice();
    }
}
