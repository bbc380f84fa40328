//! Arrival, pull, progress and completion of tasks, with rework.

use crate::chance::Purpose;
use crate::diary::Event;
use crate::math::{least, most};
use crate::parameters::Source;
use crate::simulation::Simulation;
use crate::state::member::Activity;
use crate::state::task::{HORIZON, Milestone, Stage};

/// No pass plants a defect more surely than this, so that rework comes to an end whatever the parameters.
const MOST_DEFECTS: f64 = 0.95;

impl Simulation {
    /// In flow, draws the gap to the next arrival. The calendar counts, not the hours worked.
    pub(crate) fn draw_next_arrival(&mut self) {
        let gap = self.chance.draw(Purpose::Task, self.tasks.next_ordinal(), 0, 0)[0].exponential();
        self.next_arrival += gap / self.world.demand;
    }

    /// When the next task arrives [h], if within this day.
    pub(crate) fn arrival_time(&self) -> f64 {
        let into_day = self.next_arrival * 5.0 - f64::from(self.day);
        if self.world.source == Source::Flow && into_day < 1.0 {
            self.day_start + into_day.max(0.0) * self.rates.day_hours
        } else {
            f64::INFINITY
        }
    }

    /// A task arrives.
    pub(crate) fn arrival(&mut self) {
        self.record.task_count_changes(self.now, self.tasks_in_progress());
        self.tasks.arrive(&self.world, &self.chance, self.now);
        self.draw_next_arrival();
        self.calendar.plan(self.arrival_slot(), self.arrival_time());
        self.offer();
    }

    /// Idle members take what is ready, the longest idle first.
    pub(crate) fn offer(&mut self) {
        while let Some(&seat) = self.idle.front() {
            self.fill_backlog();
            if self.tasks.ready.is_empty() {
                return;
            }
            self.idle.pop_front();
            self.accrue_hours(seat);
            self.pull(seat);
        }
    }

    /// A member has nothing in hand: goes on duty, takes a task, or is idle.
    pub(crate) fn become_free(&mut self, seat: usize) {
        self.members[seat].task = None;
        if self.train(seat) {
            return;
        }
        if self.goes_on_duty(seat) {
            return self.stand_by(seat);
        }
        self.leave_post(seat);
        self.fill_backlog();
        if self.tasks.ready.is_empty() {
            self.set_activity(seat, Activity::Idle);
            self.idle.push_back(seat);
            self.plan(seat);
        } else {
            self.pull(seat);
        }
    }

    /// In a backlog, there are always some tasks to choose from, unless too many wait for others.
    fn fill_backlog(&mut self) {
        if self.world.source != Source::Backlog {
            return;
        }
        let most_parked = HORIZON + 2 * self.seats();
        while self.tasks.ready.len() < HORIZON && self.tasks.parked < most_parked {
            self.tasks.arrive(&self.world, &self.chance, self.now);
        }
    }

    /// Takes one of the ready tasks: the one that suits best among the oldest, or the oldest.
    fn pull(&mut self, seat: usize) {
        let member = &mut self.members[seat];
        let place = member.pulls as usize % 4;
        if place == 0 {
            member.pull_luck = self.chance.draw(Purpose::Pull, member.key, member.hire, member.pulls / 4);
        }
        let coin = member.pull_luck[place];
        member.pulls += 1;
        let mut place = 0;
        let [seen, all] = self.fit(seat);
        if coin.chance(all) {
            // What an assist leader sees to may be a task to grow by.
            let stretches = self.policy.stretch && coin.chance(seen);
            let sign = if stretches { -1.0 } else { 1.0 };
            let skill = self.members[seat].skill;
            let mut best = f64::NEG_INFINITY;
            for (other, &ordinal) in self.tasks.ready.iter().take(HORIZON).enumerate() {
                let suits = sign * skill[self.tasks.get(ordinal).domain];
                place = if suits > best { other } else { place };
                best = most(suits, best);
            }
        }
        let ordinal = self.tasks.ready.remove(place).expect("invariant: a task is ready");
        self.start(seat, ordinal);
    }

    /// Chance that an assist leader who knows a member sees to which task it gets; and that it gets the one that suits it best, so far
    /// as the team knows what it knows, by itself or by a shared board, or an assist leader does.
    fn fit(&self, seat: usize) -> [f64; 2] {
        let key = self.key(seat);
        let unknown = (1.0 - self.ties.known_of(key)) * (1.0 - self.rates.board);
        let reach = self.reach(self.rates.profile.delegation);
        let unseen = if reach > 0.0 { 1.0 - reach * self.known_by_assist_leaders(seat) } else { 1.0 };
        [unseen, unknown * unseen].map(|missed| self.world.task_fit * (1.0 - missed))
    }

    /// How well the assist leader knows what a member knows who knows that best; it knows itself.
    fn known_by_assist_leaders(&self, seat: usize) -> f64 {
        let known = |&other: &usize| {
            if other == seat { 1.0 } else { self.ties.known(self.key(other), self.key(seat)) }
        };
        self.duty.holders.iter().map(known).fold(0.0, most)
    }

    fn start(&mut self, seat: usize, ordinal: u32) {
        let now = self.now;
        let doer = (self.members[seat].key, self.members[seat].hire);
        let backlog = self.world.source == Source::Backlog;
        let task = self.tasks.get_mut(ordinal);
        task.stage = Stage::InHand;
        let domain = task.domain;
        let rework = std::mem::take(&mut task.rework);
        let first = task.started.is_none();
        let remaining = rework + task.to_mark;
        let mut handed_off = false;
        if first {
            task.started = Some(now);
            task.doer = Some(doer);
            handed_off = task.from.is_some_and(|from| from != doer);
            if backlog {
                task.arrival = now;
            }
        }
        if first && backlog {
            self.record.task_count_changes(now, self.tasks_in_progress());
        }
        self.tasks.started += u32::from(first);
        if handed_off && self.chance.draw(Purpose::HandOff, ordinal, 0, 0)[0].chance(self.misunderstanding()) {
            self.plant_misunderstanding(ordinal);
        }
        let member = &mut self.members[seat];
        member.task = Some(ordinal);
        member.domain = domain;
        member.remaining = remaining;
        member.rework = rework;
        self.set_activity(seat, Activity::Working);
        self.plan_work(seat);
        self.note(seat, Event::TookUp(ordinal));
    }

    /// The whole project lies there from the start.
    pub(crate) fn lay_out_project(&mut self) {
        for _ in 0..self.world.project_tasks {
            self.tasks.arrive(&self.world, &self.chance, self.now);
        }
    }

    /// Tasks that count as work in progress: all that arrived, in a backlog all that were started.
    pub(crate) fn tasks_in_progress(&self) -> u32 {
        match self.world.source {
            Source::Flow | Source::Project => self.tasks.unfinished,
            Source::Backlog => self.tasks.started - self.tasks.accepted(),
        }
    }

    /// Share of a member's working hours that practices take.
    pub(crate) fn practice(&self, seat: usize) -> f64 {
        self.rates.practice[usize::from(self.members[seat].remote)]
    }

    /// Work content done in an hour of today, by domain.
    pub(crate) fn set_speed(&mut self, seat: usize) {
        let on_tasks = (1.0 - self.causes.share) * (1.0 - self.practice(seat));
        let crowd = self.crowd[self.key(seat)] * on_tasks;
        let member = &mut self.members[seat];
        member.on_tasks = on_tasks;
        member.speed = member.skill.map(|skill| (0.5 + 0.5 * skill) * member.energy * crowd);
        member.pace = member.speed.map(|speed| 1.0 / speed);
    }

    /// What hours of work did.
    pub(crate) fn work_on(&mut self, seat: usize, hours: f64) {
        let member = &mut self.members[seat];
        let ordinal = member.task.expect("invariant: who works has a task");
        self.tasks.get_mut(ordinal).touch += hours * member.on_tasks;
        let speed = member.speed[member.domain];
        member.today.practice[member.domain] += hours;
        member.remaining -= hours * speed;
        if member.rework > 0.0 {
            let redone = least(member.rework, hours * speed);
            member.rework -= redone;
            member.rework_hours += redone / speed;
        }
    }

    /// When the next mark in the task will be reached [h].
    pub(crate) fn mark_time(&self, seat: usize) -> f64 {
        let member = &self.members[seat];
        self.now + most(member.remaining, 0.0) * member.pace[member.domain]
    }

    /// A blocker, or the end of the pass, is reached.
    pub(crate) fn reach_mark(&mut self, seat: usize) {
        let member = &mut self.members[seat];
        member.remaining = 0.0;
        member.rework = 0.0;
        let ordinal = member.task.expect("invariant: who works has a task");
        match self.tasks.get(ordinal).mark {
            Milestone::End => self.end_pass(seat, ordinal),
            Milestone::Blocker { kind, difficulty, patience } => self.meet_blocker(seat, kind, difficulty, patience),
        }
    }

    /// Goes on to the next mark of the task.
    pub(crate) fn go_on(&mut self, seat: usize) {
        let ordinal = self.members[seat].task.expect("invariant: who works has a task");
        let ahead = self.tasks.get_mut(ordinal).pass_mark(ordinal, &self.world, &self.chance);
        let member = &mut self.members[seat];
        let owed = std::mem::take(&mut member.stuck.owed);
        member.remaining = owed + ahead;
        member.rework = owed;
        self.set_activity(seat, Activity::Working);
        self.plan_work(seat);
    }

    /// A pass over a task, the first or one of rework, is done: a defect may be planted, an approval needed.
    fn end_pass(&mut self, seat: usize, ordinal: u32) {
        let pass = self.tasks.get(ordinal).pass;
        let [plant, approval, delegated, effort] = self.chance.draw(Purpose::Pass, ordinal, pass, 0);
        let member = &self.members[seat];
        let skill = member.skill[member.domain];
        let care = 1.0 - 0.3 * self.rates.micromanagement;
        let risk = self.world.q0 * (1.0 + member.exhaustion) * (1.5 - skill) * care;
        let task = self.tasks.get_mut(ordinal);
        let unseen = std::mem::replace(&mut task.unseen, 1.0);
        if plant.chance(unseen * least(risk, MOST_DEFECTS)) {
            task.defects += 1;
        }
        if self.policy.formal_lead && approval.chance(self.world.p_approval) {
            self.note(seat, Event::HandedIn(ordinal));
            let at_once = delegated.chance(self.policy.delegated) && self.someone_on_duty();
            if at_once {
                self.inspect(ordinal, None);
            } else {
                self.tasks.get_mut(ordinal).stage = Stage::AwaitingApproval;
                self.submit_approval(ordinal, effort.exponential());
            }
            return self.become_free(seat);
        }
        self.inspect(ordinal, Some(seat));
    }

    /// Hidden defects are found or not; found ones are reworked, by the same member at once or, after an approval, by whoever
    /// takes the task.
    pub(crate) fn inspect(&mut self, ordinal: u32, by: Option<usize>) {
        let task = self.tasks.get(ordinal);
        let (pass, defects) = (task.pass, task.defects);
        let detection = self.detection(ordinal, by);
        let found = (0..defects)
            .filter(|&defect| self.chance.draw(Purpose::Detection, ordinal, pass, defect)[0].chance(detection))
            .count() as u32;
        let task = self.tasks.get_mut(ordinal);
        task.defects -= found;
        task.pass += 1;
        if found == 0 {
            return self.accept(ordinal, by);
        }
        let content = self.world.task_hours * self.chance.rework(ordinal, pass + 1, &self.tasks.spread);
        let rework = self.world.rework_fraction * content;
        self.note_of(by, Event::SentBack(ordinal, rework));
        if let Some(seat) = by {
            let member = &mut self.members[seat];
            member.remaining = rework;
            member.rework = rework;
            self.plan_work(seat);
        } else {
            let task = self.tasks.get_mut(ordinal);
            task.rework = rework;
            task.to_mark = 0.0;
            self.tasks.rejoin(ordinal);
            self.offer();
        }
    }

    /// Chance that a hidden mistake in a task is found: whoever did it and feels safe speaks of it sooner, who does not hides it.
    fn detection(&self, ordinal: u32, by: Option<usize>) -> f64 {
        let doer = self.tasks.get(ordinal).doer.map(|(key, hire)| (self.order[key as usize], hire));
        let there = doer.filter(|&(seat, hire)| self.members[seat].present() && self.members[seat].hire == hire);
        let safety = by.or(there.map(|(seat, _)| seat)).map_or(self.world.safety0, |seat| self.members[seat].safety);
        least(self.world.detection * (1.0 + self.world.k_admit * (2.0 * safety - 1.0)), 1.0)
    }

    fn accept(&mut self, ordinal: u32, by: Option<usize>) {
        self.record.task_count_changes(self.now, self.tasks_in_progress());
        self.note_of(by, Event::Accepted(ordinal));
        let due = self.world.due_factor * self.world.task_hours;
        self.record.accept(self.tasks.get(ordinal), self.now, due);
        self.tasks.accept(ordinal);
        if self.world.source == Source::Project && self.tasks.unfinished == 0 {
            self.finish_project();
        }
        self.offer();
        if let Some(seat) = by {
            self.become_free(seat);
        }
    }
}
