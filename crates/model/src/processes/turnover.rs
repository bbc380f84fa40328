//! Leaving, vacancy, hiring, and the succession of an assist leader.

use crate::chance::Purpose;
use crate::diary::Event;
use crate::math::{approach, exp, most};
use crate::seating::{new_member, start};
use crate::simulation::Simulation;
use crate::state::member::{Activity, HelpType, Member, Pursuit};

/// Weeks of a year, for hazards stated by the year.
const WEEKS: f64 = 52.0;
/// Working days until the role of an assist leader who left is passed on.
const SUCCESSION: u32 = 10;

impl Simulation {
    /// At a week's end, those leave whose integrated hazard has reached their threshold.
    pub(super) fn let_go(&mut self) {
        if self.world.h0 > 0.0 {
            let help = self.help_of_week();
            for index in 0..self.order.len() {
                let seat = self.order[index];
                if self.members[seat].present() {
                    let hazard = self.quit_hazard(seat, help);
                    self.record.quit_hazard += hazard;
                    if self.is_marked(seat) {
                        self.record.quit_hazard_marked += hazard;
                    }
                    self.members[seat].staying -= hazard;
                    if self.members[seat].staying <= 0.0 {
                        self.leave(seat);
                    }
                }
            }
        }
        for member in &mut self.members {
            member.week_help = 0.0;
        }
    }

    /// What the hazard of leaving came to, over members, in the part of a week that has passed, in which nobody can leave yet.
    /// Over all, and over those whose burnout is reported apart.
    pub(crate) fn hazard_of_part(&self, part: f64) -> [f64; 2] {
        let help = self.help_of_week();
        let present = || self.order.iter().filter(|&&seat| self.members[seat].present());
        let marked = |&&seat: &&usize| self.is_marked(seat);
        let hazard = |&seat: &usize| part * self.quit_hazard(seat, help);
        [present().map(hazard).sum(), present().filter(marked).map(hazard).sum()]
    }

    /// Help of the whole team this week [h].
    pub(crate) fn help_of_week(&self) -> f64 {
        self.order.iter().map(|&seat| self.members[seat].help_of_week()).sum()
    }

    /// Hazard of leaving at the rate of now [per yr]; `help` is what the whole team gave this week [h].
    pub(crate) fn yearly_quit_hazard(&self, seat: usize, help: f64) -> f64 {
        WEEKS * self.quit_hazard(seat, help)
    }

    /// Hazard of leaving in a week; `help` is what the whole team gave in it [h].
    fn quit_hazard(&self, seat: usize, help: f64) -> f64 {
        let (world, member) = (&self.world, &self.members[seat]);
        let share = if help > 0.0 { member.help_of_week() / help } else { 0.0 };
        let unrecognised = share * (1.0 - member.recognition);
        let push = world.k_R * (1.0 - 0.5 * self.policy.career_path) * unrecognised;
        world.h0 / WEEKS * exp(world.HR * member.exhaustion + 2.0 * (0.5 - member.morale) + push)
    }

    /// A member leaves; the task in hand goes back to the others, with some of its progress lost.
    pub(crate) fn leave(&mut self, seat: usize) {
        self.note(seat, Event::Left);
        self.record.leavers += 1;
        // Whom the policy has just hired on top was not there when the window began.
        let member = &self.members[seat];
        self.record.founders_left += u32::from(member.hired <= self.record.first_day && !member.extra);
        match self.members[seat].activity {
            Activity::Idle => self.idle.retain(|&idle| idle != seat),
            Activity::StandBy => self.leave_post(seat),
            Activity::Helping => self.abandon_help(seat),
            Activity::Stuck => self.abandon_question(seat),
            Activity::Working | Activity::Training | Activity::Away => {}
        }
        let task = self.members[seat].task.take();
        self.set_activity(seat, Activity::Away);
        self.ties.part(self.key(seat));
        let vacancy = (5.0 * self.world.vacancy + 0.5) as u32;
        let member = &mut self.members[seat];
        // An empty seat is not worn out.
        member.burnt_out = false;
        member.returns = self.day + vacancy;
        if member.role.take().is_some() {
            let due = self.day + self.succession();
            self.duty.vacant.push(due);
            self.count_holders();
        }
        if let Some(ordinal) = task {
            self.give_back(seat, ordinal);
        }
        self.plan(seat);
    }

    /// The one helped is alone again, and will have to ask anew.
    fn abandon_help(&mut self, helper: usize) {
        let seeker = self.members[helper].help.seeker;
        self.accrue_hours(seeker);
        self.members[seeker].stuck.pursuit = Pursuit::Alone;
        self.ask_again(seeker);
        self.watch(seeker);
    }

    /// Whoever was helping or deciding has something else to do.
    fn abandon_question(&mut self, seeker: usize) {
        self.stop_watching(seeker);
        match self.members[seeker].stuck.pursuit {
            Pursuit::HelpedBy(helper) => {
                self.accrue_hours(helper);
                self.members[seeker].stuck.pursuit = Pursuit::Alone;
                let from = self.members[helper].help.from;
                self.resume(helper, from);
            }
            Pursuit::Queued | Pursuit::Deciding => self.drop_question(seeker),
            Pursuit::Alone => {}
        }
        // At the blocker itself, nothing of the way to it remains, but what was to be done again.
        let member = &mut self.members[seeker];
        let owed = std::mem::take(&mut member.stuck.owed);
        member.remaining = owed;
        member.rework = owed;
    }

    /// A leaver's task waits for another, who has to do again what went with the leaver.
    fn give_back(&mut self, seat: usize, ordinal: u32) {
        let kept = if self.without.handing_over { 0.0 } else { 0.5 * self.ambience.presence * self.policy.competence };
        let loss = self.world.knowledge_loss * (1.0 - kept) * (1.0 - self.documents);
        let member = &self.members[seat];
        let (remaining, rework) = (member.remaining.max(0.0), member.rework.max(0.0));
        let task = self.tasks.get_mut(ordinal);
        let ahead = (remaining - rework).max(0.0);
        let done = (task.position - ahead).max(0.0);
        task.rework = rework;
        task.to_mark = ahead + loss * done;
        self.tasks.rejoin(ordinal);
        self.offer();
    }

    /// Seats whose vacancy is over are held again, and those who join now take seats of their own.
    pub(crate) fn fill_seats(&mut self) {
        self.add_seats();
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let member = &self.members[seat];
            if !member.present() && self.is_there(seat) && member.returns <= self.day {
                self.hire(seat);
            }
        }
    }

    fn hire(&mut self, seat: usize) {
        let before = &self.members[seat];
        let (key, hire, remote, hours) = (before.key, before.hire + 1, before.remote, before.hours);
        let (group, rework_hours) = (before.group, before.rework_hours);
        let (extra, there_from) = (before.extra, before.there_from);
        let draw = self.chance.draw(Purpose::Character, key, hire, 0)[1].unit();
        let help_type = if draw < self.world.givers {
            HelpType::Giver
        } else if draw >= 1.0 - self.world.takers {
            HelpType::Taker
        } else {
            HelpType::Matcher
        };
        let mut member = new_member(&self.world, group, &self.chance, key, hire, help_type);
        member.hired = self.day;
        member.since = self.now;
        member.remote = remote;
        member.hours = hours;
        member.extra = extra;
        member.there_from = there_from;
        member.rework_hours = rework_hours;
        self.read_up(&mut member);
        self.members[seat] = member;
        self.note(seat, Event::Joined);
        self.record.hires += 1;
        self.ties.begin_anew(key as usize, start(&self.world).trust);
        self.set_activity(seat, Activity::Idle);
        self.set_speed(seat);
        self.set_appeal(seat);
        self.become_free(seat);
    }

    /// A newcomer reads what is written down of what the team knows; what goes along with whoever leaves is not in it.
    fn read_up(&self, member: &mut Member) {
        let written = self.documents * (1.0 - self.world.knowledge_loss);
        if written > 0.0 {
            for (skill, team) in member.skill.iter_mut().zip(self.attraction.expected) {
                *skill += written * most(team - *skill, 0.0);
            }
        }
    }

    /// Once a week: what is written down grows.
    pub(super) fn write_down(&mut self) {
        let hours = self.policy.documentation;
        if hours > 0.0 {
            self.documents += (1.0 - self.documents) * approach(self.world.k_write * hours);
        }
    }

    /// Working days until a role that falls vacant is passed on: fewer where someone is prepared for it, who wants it so far as there
    /// is a way up.
    fn succession(&self) -> u32 {
        let prepared = self.heir().map_or(0.0, |seat| self.members[seat].prepared);
        (f64::from(SUCCESSION) * (1.0 - self.policy.career_path * prepared) + 0.5) as u32
    }

    /// Where successors are prepared, the one who is best prepared; of equals, the lower key.
    fn heir(&self) -> Option<usize> {
        let free = |&&seat: &&usize| {
            let member = &self.members[seat];
            member.present() && member.role.is_none() && member.prepared > 0.0
        };
        let prepared = |seat: usize| self.members[seat].prepared;
        let heirs = self.order.iter().rev().filter(|_| self.policy.successors).filter(free);
        heirs.max_by(|&&a, &&b| prepared(a).total_cmp(&prepared(b))).copied()
    }

    /// A role that has lain vacant long enough goes to whoever is prepared for it, to the longest-serving giver, or else to the most
    /// trusted.
    pub(super) fn pass_on_roles(&mut self) {
        let due = self.duty.vacant.iter().filter(|&&day| day <= self.day).count();
        self.duty.vacant.retain(|&day| day > self.day);
        for _ in 0..due {
            let free = |&&seat: &&usize| self.members[seat].present() && self.members[seat].role.is_none();
            let giver = |&&seat: &&usize| self.members[seat].help_type() == HelpType::Giver;
            let standing = |seat: usize| self.ties.standing(self.key(seat));
            let longest = self.order.iter().filter(free).filter(giver).min_by_key(|&&seat| self.members[seat].hired);
            let trusted =
                || self.order.iter().rev().filter(free).max_by(|&&a, &&b| standing(a).total_cmp(&standing(b)));
            let successor = self.heir().or_else(|| longest.or_else(trusted).copied());
            if let Some(seat) = successor {
                self.take_role(seat);
            }
        }
    }
}
