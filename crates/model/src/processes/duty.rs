//! The assist leader's duty: taking the role, standing by, noticing who is stuck.
//!
//! Being noticed is a race of every stuck member against its own exponential threshold, at a rate that changes whenever an assist
//! leader comes or goes. All of them run at the same rate, so one clock of *attention* (the integral of that rate) serves
//! all: each waits for the reading at which its threshold is spent.

use crate::chance::Purpose;
use crate::diary::Event;
use crate::math::{approach, most};
use crate::parameters::Policy;
use crate::simulation::Simulation;
use crate::state::member::{Activity, Pursuit, Role};

/// Standing by is decided anew after this time [h].
const BLOCK: f64 = 1.0;
/// Weeks over which an assist leader is trained.
const TRAINING_WEEKS: u32 = 8;
/// Hours of training that close all but 1/e of the gap to full craft [h].
const TRAINING_HOURS: f64 = 40.0;
/// Slack in comparing hours on duty with the share of time for it, for rounding [h].
const SLACK: f64 = 1e-9;

impl Simulation {
    /// Fills the role of assist leader as the policy says, and relieves those who no longer hold it.
    pub(crate) fn appoint(&mut self) {
        let chosen = self.candidates();
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let member = &self.members[seat];
            match (member.role.is_some(), chosen.contains(&seat)) {
                (true, false) => self.relieve(seat),
                (false, true) => self.take_role(seat),
                (true, true) | (false, false) => {}
            }
        }
        self.duty.vacant.clear();
    }

    /// What a new policy means for those who hold the role under the old one: where it chooses others, they compete afresh; where
    /// it gives another share of time, the account of hours begins anew; where it asks for another competence, they have it; where
    /// it trains otherwise, training begins anew with the week, and nothing is left over of the one before.
    pub(crate) fn renew_roles(&mut self, before: &Policy) {
        let (now, policy) = (self.now, self.policy);
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let Some(role) = &mut self.members[seat].role else { continue };
            if policy.assist_share != before.assist_share {
                role.since = now;
                role.on_duty = 0.0;
            }
            if policy.role_charter != before.role_charter {
                role.clarity = most(role.clarity, self.rates.role_clarity);
            }
            if policy.competence != before.competence {
                role.craft = policy.competence;
            }
            if policy.training != before.training {
                role.training = policy.training;
                role.training_weeks = TRAINING_WEEKS;
            }
            if policy.assist_who != before.assist_who {
                self.relieve(seat);
            }
        }
    }

    /// A member gives the role up.
    fn relieve(&mut self, seat: usize) {
        let stands = self.members[seat].activity == Activity::StandBy;
        if stands {
            self.leave_post(seat);
        }
        self.members[seat].role = None;
        self.count_holders();
        if stands {
            self.become_free(seat);
        }
    }

    /// A member takes the role of assist leader.
    pub(crate) fn take_role(&mut self, seat: usize) {
        let competence = self.policy.competence;
        let prepared = if self.policy.successors { self.members[seat].prepared } else { 0.0 };
        self.members[seat].role = Some(Role {
            since: self.now,
            on_duty: 0.0,
            craft: competence + (1.0 - competence) * prepared,
            clarity: self.rates.role_clarity,
            until: self.now,
            training: self.policy.training,
            training_weeks: TRAINING_WEEKS,
        });
        self.count_holders();
    }

    /// Notes who holds the role; to be called whenever that changes.
    pub(crate) fn count_holders(&mut self) {
        let holds = |&seat: &usize| self.members[seat].role.is_some();
        self.duty.holders = self.order.iter().copied().filter(holds).collect();
    }

    /// Whether a free member's next hour is one of duty.
    pub(crate) fn goes_on_duty(&self, seat: usize) -> bool {
        let share = self.policy.assist_share;
        self.members[seat]
            .role
            .is_some_and(|role| share > 0.0 && role.on_duty <= share * (self.now - role.since) + SLACK)
            && !self.covers(seat)
    }

    /// A block of standing by ends, or an idle assist leader's share allows duty again.
    pub(crate) fn decide_duty(&mut self, seat: usize) {
        self.idle.retain(|&idle| idle != seat);
        self.become_free(seat);
    }

    /// When a member standing by or idle decides anew [h].
    pub(crate) fn duty_time(&self, seat: usize) -> f64 {
        let member = &self.members[seat];
        match member.role {
            _ if member.activity == Activity::Training => member.trains_until,
            Some(role) if member.activity == Activity::StandBy => role.until,
            Some(role) if self.policy.assist_share > 0.0 && !self.covers(seat) => {
                role.since + role.on_duty / self.policy.assist_share
            }
            _ => f64::INFINITY,
        }
    }

    /// Takes the training that is due, if any; answers whether it did.
    pub(crate) fn train(&mut self, seat: usize) -> bool {
        let member = &mut self.members[seat];
        let hours = member.training_due();
        if hours <= 0.0 {
            return false;
        }
        member.trains_until = self.now + hours;
        let with_all = std::mem::take(&mut member.training);
        if let Some(role) = &mut member.role {
            let own = std::mem::take(&mut role.training);
            role.craft += (1.0 - role.craft) * approach(own / TRAINING_HOURS);
        }
        if with_all > 0.0 {
            self.learn_in_training(seat, with_all);
        }
        self.leave_post(seat);
        self.set_activity(seat, Activity::Training);
        self.plan(seat);
        true
    }

    /// In the morning, who is idle takes the training that is due; others do once they are free.
    pub(crate) fn train_idle(&mut self) {
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let member = &self.members[seat];
            if member.activity == Activity::Idle && member.training_due() > 0.0 {
                self.decide_duty(seat);
            }
        }
    }

    /// Training is over.
    pub(crate) fn finish_training(&mut self, seat: usize) {
        self.become_free(seat);
    }

    /// Another week of training falls due: that of the team, then that of the assist leaders.
    pub(crate) fn continue_training(&mut self) {
        self.duty.training_weeks = self.duty.training_weeks.saturating_sub(1);
        self.train_team();
        let hours = self.policy.training;
        for role in self.members.iter_mut().filter_map(|member| member.role.as_mut()) {
            role.training_weeks = role.training_weeks.saturating_sub(1);
            if role.training_weeks > 0 {
                role.training += hours;
            }
        }
    }

    /// A week of the team's training falls due, if its weeks are not over.
    fn train_team(&mut self) {
        if self.duty.training_weeks > 0 {
            for member in self.members.iter_mut().filter(|member| member.activity != Activity::Away) {
                member.training += self.policy.team_training;
            }
        }
    }

    /// Training for everyone begins anew with a policy that has another amount of it; nothing is left over of the one before.
    pub(crate) fn begin_team_training(&mut self) {
        self.duty.training_weeks = TRAINING_WEEKS;
        for member in &mut self.members {
            member.training = 0.0;
        }
        self.train_team();
    }

    /// Begins or prolongs standing by.
    pub(crate) fn stand_by(&mut self, seat: usize) {
        let until = self.now + BLOCK;
        self.members[seat].role.as_mut().expect("invariant: only assist leaders stand by").until = until;
        self.set_activity(seat, Activity::StandBy);
        if !self.duty.standing.contains(&seat) {
            self.attend();
            self.duty.standing.push_back(seat);
            self.plan_notice();
        }
        self.plan(seat);
    }

    /// Is no longer standing by.
    pub(crate) fn leave_post(&mut self, seat: usize) {
        if self.members[seat].role.is_some() && self.duty.standing.contains(&seat) {
            self.attend();
            self.duty.standing.retain(|&other| other != seat);
            self.plan_notice();
        }
    }

    /// Whether an assist leader is on duty, standing by or helping.
    pub(crate) fn someone_on_duty(&self) -> bool {
        self.policy.assist_leaders > 0 && self.members.iter().any(|member| member.on_duty())
    }

    /// The assist leader standing by longest.
    pub(crate) fn on_call(&self) -> Option<usize> {
        self.duty.standing.front().copied()
    }

    pub(crate) fn serve_duty(&mut self, seat: usize, hours: f64) {
        if let Some(role) = &mut self.members[seat].role {
            role.on_duty += hours;
        }
    }

    fn notice_rate(&self) -> f64 {
        self.policy.notice * self.rates.profile.empathy * self.duty.standing.len() as f64
    }

    /// Puts down the attention spent since the last time; to be called before its rate changes.
    pub(crate) fn attend(&mut self) {
        self.duty.attention += self.notice_rate() * (self.now - self.duty.attended);
        self.duty.attended = self.now;
    }

    /// Plans when the next stuck member will be noticed.
    pub(crate) fn plan_notice(&mut self) {
        let rate = self.notice_rate();
        let time = match self.duty.watched.first() {
            Some(&(threshold, _)) if rate > 0.0 => {
                self.duty.attended + most(threshold - self.duty.attention, 0.0) / rate
            }
            _ => f64::INFINITY,
        };
        self.calendar.plan(self.notice_slot(), most(time, self.now));
    }

    /// How much of the attention there is comes to where someone works.
    pub(super) fn contact(&self, remote: bool) -> f64 {
        if remote { self.rates.remote_contact } else { 1.0 }
    }

    /// Who works elsewhere has another contact with the others than before: what is left until one is noticed takes more attention, or less.
    pub(crate) fn change_contact(&mut self, before: f64) {
        let contact = self.rates.remote_contact;
        if contact == before {
            return;
        }
        let watched = std::mem::take(&mut self.duty.watched);
        for (at, seat) in watched {
            let scale = if self.members[seat].remote { before / contact } else { 1.0 };
            if scale.is_finite() {
                self.watch_until(seat, self.duty.attention + (at - self.duty.attention) * scale);
            }
        }
    }

    /// A member works elsewhere from now on, or no more: what is left until it is noticed takes more attention, or less.
    pub(crate) fn move_to(&mut self, seat: usize, remote: bool) {
        let [before, contact] = [self.members[seat].remote, remote].map(|remote| self.contact(remote));
        self.members[seat].remote = remote;
        let Some(place) = self.duty.watched.iter().position(|&(_, other)| other == seat) else { return };
        self.attend();
        let (at, _) = self.duty.watched.remove(place);
        if contact > 0.0 {
            self.watch_until(seat, self.duty.attention + (at - self.duty.attention) * before / contact);
        }
        self.plan_notice();
    }

    /// A stuck member may be noticed from now on.
    pub(crate) fn watch(&mut self, seat: usize) {
        let contact = self.contact(self.members[seat].remote);
        if self.policy.assist_leaders == 0 || contact <= 0.0 || self.members[seat].stuck.left_alone {
            return;
        }
        // Who trusts shows that it is stuck.
        let shown = contact * self.by_trust(self.ties.mean_trust(self.key(seat)));
        if shown <= 0.0 {
            return;
        }
        let threshold = self.members[seat].stuck.help_luck[0].exponential() / shown;
        self.attend();
        self.watch_until(seat, self.duty.attention + threshold);
        self.plan_notice();
    }

    fn watch_until(&mut self, seat: usize, attention: f64) {
        let place = self.duty.watched.partition_point(|&(other, _)| other <= attention);
        self.duty.watched.insert(place, (attention, seat));
    }

    /// A member need no longer be noticed.
    pub(crate) fn stop_watching(&mut self, seat: usize) {
        if let Some(place) = self.duty.watched.iter().position(|&(_, other)| other == seat) {
            self.attend();
            self.duty.watched.remove(place);
            self.plan_notice();
        }
    }

    /// Under a new policy, everyone who is stuck without help may be noticed; who could be before keeps what is left to wait.
    pub(crate) fn watch_afresh(&mut self) {
        self.attend();
        if self.policy.assist_leaders == 0 {
            self.duty.watched.clear();
        }
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let member = &self.members[seat];
            let unhelped = matches!(member.stuck.pursuit, Pursuit::Alone | Pursuit::Queued);
            let watched = self.duty.watched.iter().any(|&(_, other)| other == seat);
            if member.activity == Activity::Stuck && unhelped && !watched {
                self.watch(seat);
            }
        }
    }

    /// The assist leader standing by longest notices a stuck member and offers help without being asked; who declines is left
    /// alone before this blocker.
    pub(crate) fn be_noticed(&mut self) {
        self.attend();
        let leader = self.on_call().expect("invariant: someone noticed");
        let (_, seeker) = self.duty.watched.remove(0);
        self.plan_notice();
        self.accrue_hours(seeker);
        let welcome = self.welcome(seeker, leader);
        let (task, blocker) = self.blocker_key(seeker);
        let accepted = self.chance.draw(Purpose::Decision, task, blocker, 0)[3].chance(welcome);
        self.note_blocker(seeker, |blocker| Event::Noticed(blocker, leader, accepted));
        if accepted {
            self.begin_help(leader, seeker, Some(welcome));
        } else {
            self.members[seeker].stuck.left_alone = true;
            self.intrude(seeker);
            self.plan(seeker);
        }
    }

    /// How welcome help is that nobody asked for: the more, the longer one has been stuck, and from the start where one feels safe
    /// and trusts the helper.
    fn welcome(&self, seeker: usize, leader: usize) -> f64 {
        let member = &self.members[seeker];
        let at_once = member.safety * self.ties.trust(self.key(seeker), self.key(leader));
        let needed = match self.world.t_welcome {
            patience if patience > 0.0 => approach((self.now - member.stuck.since) / patience),
            _ => 1.0,
        };
        at_once + (1.0 - at_once) * needed
    }

    /// A day of being watched over: an assist leader who stands by takes colleagues who work for stuck ones, the more often the
    /// less empathy it has. Put down as the number of offers expected, so that it needs no luck.
    pub(super) fn watch_over(&mut self) {
        let mistaken = self.policy.notice * (1.0 - self.rates.profile.empathy);
        let hours = |seat: usize, activity: Activity| self.members[seat].today.hours[activity as usize];
        let standing: f64 = self.order.iter().map(|&seat| hours(seat, Activity::StandBy)).sum();
        if mistaken <= 0.0 || standing <= 0.0 {
            return;
        }
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let others = standing - self.members[seat].today.hours[Activity::StandBy as usize];
            let at_work = self.members[seat].today.hours[Activity::Working as usize] / self.rates.day_hours;
            let offers = mistaken * others * at_work * self.contact(self.members[seat].remote);
            self.members[seat].today.intrusions += offers;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Arm, Draft, Scope};

    /// A team with an assist leader in both arms, on a morning on which that one stands by and someone waits to be noticed.
    fn team() -> Simulation {
        let mut draft = Draft::default();
        for (id, value) in [("assist_leaders", 1.0), ("notice", 0.05), ("remote_contact", 0.5), ("beta", 0.5)] {
            draft.set(Scope::Both, id, Some(value));
        }
        let mut team = Simulation::new(&draft.finish().expect("valid"), 0);
        let mut day = 1.0;
        while team.duty.standing.is_empty() || team.duty.watched.is_empty() {
            team.run_days(day);
            day += 1.0;
        }
        team
    }

    #[test]
    fn attention_is_spent_at_the_rate_of_its_time() {
        let mut team = team();
        // Put down last when the one on duty came or someone was stuck.
        let hours = team.now - team.duty.attended;
        assert!(hours > 0.0);
        let spent = team.duty.attention + team.notice_rate() * hours;
        team.take_policy(&Policy { notice: 6.0, empathy: Some(1.0), ..team.policy });
        assert_eq!((team.duty.attention, team.duty.attended), (spent, team.now));
        // From now on at the new one.
        let (at, _) = team.duty.watched[0];
        let planned = team.calendar.planned(team.notice_slot());
        // The calendar keeps a time to a part in 2^43.
        assert!((planned - team.now - (at - spent) / 6.0).abs() < 1e-10, "{planned}");
    }

    #[test]
    fn what_is_left_until_noticed_follows_where_one_works() {
        let mut team = team();
        team.attend();
        let (at, seat) = team.duty.watched[0];
        let left = at - team.duty.attention;
        let away = Policy { remote_share: 1.0, ..team.policy };
        let here = Policy { remote_share: 0.0, ..team.policy };
        for (policy, expect) in [(away, 2.0 * left), (here, left), (away, 2.0 * left)] {
            team.take_policy(&policy);
            let (at, _) = team.duty.watched.iter().find(|&&(_, other)| other == seat).expect("still waits");
            assert!((at - team.duty.attention - expect).abs() < 1e-12);
            assert!(team.duty.watched.is_sorted_by_key(|&(at, _)| at));
        }
        // Where nobody sees it, it is not noticed at all.
        team.world.remote_contact = 0.0;
        team.take_policy(&here);
        team.take_policy(&away);
        assert!(team.duty.watched.is_empty());
    }

    #[test]
    fn a_new_policy_trains_anew() {
        let check = |before: f64, after: f64, expect: f64| {
            let mut draft = Draft::default();
            for (id, value) in [("warmup_weeks", 2.0), ("baseline_weeks", 0.0), ("assist_leaders", 1.0), ("h0", 0.0)] {
                draft.set(Scope::Both, id, Some(value));
            }
            draft.set(Scope::Only(Arm::Control), "training", Some(before));
            draft.set(Scope::Only(Arm::Treatment), "training", Some(after));
            let scenario = draft.finish().expect("valid");
            let mut team = Simulation::new(&scenario, 0);
            team.run_days(10.0);
            team.take_policy(scenario.policy(Arm::Treatment));
            let weeks = team.members.iter().filter_map(|member| member.role).map(|role| role.training_weeks);
            assert_eq!(weeks.sum::<u32>(), TRAINING_WEEKS, "from {before} to {after}");
            let roles = team.members.iter().filter_map(|member| member.role);
            assert_eq!(roles.map(|role| role.training).sum::<f64>(), expect, "from {before} to {after}");
        };
        check(0.0, 4.0, 4.0);
        check(4.0, 0.0, 0.0);
        check(4.0, 3.0, 3.0);
    }
}
