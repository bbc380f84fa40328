//! Help: how long it takes and what it leaves behind.

use crate::chance::{Purpose, Uniform};
use crate::diary::Event;
use crate::simulation::Simulation;
use crate::state::member::Ending;
use crate::state::member::{Activity, BlockerKind, Help, Pursuit};

/// Step of recognition when help is noticed.
const THANKS: f64 = 0.4;

impl Simulation {
    /// `helper` drops what it is doing and helps `seeker`, whose hours of being stuck must have been put down.
    pub(crate) fn begin_help(&mut self, helper: usize, seeker: usize) {
        self.accrue_hours(helper);
        self.stop_watching(seeker);
        self.withdraw(seeker);
        let from = self.members[helper].activity;
        match from {
            Activity::StandBy => self.leave_post(helper),
            Activity::Idle => self.idle.retain(|&seat| seat != helper),
            Activity::Working | Activity::Stuck | Activity::Helping | Activity::Training | Activity::Away => {}
        }
        let until = self.now + self.help_hours(helper, seeker, from == Activity::StandBy);
        self.members[helper].help = Help { seeker, from, since: self.now, until };
        self.set_activity(helper, Activity::Helping);
        self.members[seeker].stuck.pursuit = Pursuit::HelpedBy(helper);
        self.plan(helper);
        self.plan(seeker);
    }

    /// How long this help takes [h].
    fn help_hours(&self, helper: usize, seeker: usize, on_duty: bool) -> f64 {
        let effort = self.members[seeker].stuck.help_luck[1].exponential();
        let kind = self.members[seeker].stuck.kind;
        let ability = match kind {
            BlockerKind::Expertise => self.members[helper].skill[self.members[seeker].domain],
            BlockerKind::Clarity | BlockerKind::Coordination => 1.0,
        };
        let mut rate = self.world.eta * (0.5 + 0.5 * ability);
        if on_duty {
            let craft = self.members[helper].role.map_or(0.0, |role| role.craft);
            rate *= 0.75 + 0.5 * craft;
            if kind == BlockerKind::Coordination {
                rate *= 0.75 + 0.5 * self.rates.profile.collaboration;
            }
        }
        let distance =
            if self.members[helper].remote || self.members[seeker].remote { self.world.remote_delay } else { 0.0 };
        effort / rate * (1.0 + self.teaching(on_duty)) * (1.0 - self.policy.automation) + distance
    }

    /// Share of explanation in a help; none where the world has none, whoever helps.
    fn teaching(&self, on_duty: bool) -> f64 {
        let teach = self.world.teach;
        if on_duty { teach + teach * (1.0 - teach) * self.rates.profile.long_term } else { teach }
    }

    /// Help has resolved the seeker's blocker, or both found the solution together.
    pub(crate) fn finish_help(&mut self, seeker: usize) {
        let Pursuit::HelpedBy(helper) = self.members[seeker].stuck.pursuit else {
            unreachable!("invariant: only who is helped can finish being helped");
        };
        self.accrue_hours(seeker);
        self.accrue_hours(helper);
        let help = self.members[helper].help;
        let on_duty = help.from == Activity::StandBy;
        let hours = self.now - help.since;
        let (giver, receiver) = (self.key(helper), self.key(seeker));
        self.ties.record_help(giver, receiver, hours, self.day);
        self.record.helps += 1;
        self.note_blocker(seeker, |blocker| Event::Helped { blocker, helper, hours, from: help.from });
        self.ties.move_trust(receiver, giver, self.world.a_T);
        self.ties.move_trust(giver, receiver, 0.5 * self.world.a_T);
        let gain = self.world.a_S * (1.0 - self.members[seeker].safety);
        self.move_safety(seeker, gain);
        self.learn_from_help(seeker, self.teaching(on_duty));
        let [_, _, unclear, seen] = self.members[seeker].stuck.help_luck;
        self.thank(helper, seeker, on_duty, seen.unit());
        self.misunderstand(seeker, on_duty, unclear);
        self.resume(helper, help.from);
        self.unblock(seeker, Ending::Helped);
    }

    /// The helper goes back to what it was doing.
    pub(super) fn resume(&mut self, helper: usize, from: Activity) {
        if from == Activity::Working {
            self.members[helper].remaining += self.world.resume_cost;
            self.set_activity(helper, Activity::Working);
            self.plan(helper);
        } else {
            self.become_free(helper);
        }
    }

    /// Others may notice the help; the helper is recognised, or passes the credit on.
    fn thank(&mut self, helper: usize, seeker: usize, on_duty: bool, u: f64) {
        let seen = self.world.visibility + (1.0 - self.world.visibility) * self.policy.recognition;
        if u < seen {
            let passed_on = on_duty && u < seen * self.rates.profile.humility;
            let seat = if passed_on { seeker } else { helper };
            let thanked = &mut self.members[seat];
            thanked.recognition += THANKS * (1.0 - thanked.recognition);
            self.set_appeal(seat);
        }
    }

    /// What is explained may be misunderstood; with a formal lead, two voices may contradict each other.
    fn misunderstand(&mut self, seeker: usize, on_duty: bool, unclear: Uniform) {
        let kind = self.members[seeker].stuck.kind;
        if kind == BlockerKind::Expertise {
            return;
        }
        let (task, blocker) = self.blocker_key(seeker);
        let mut defects = u32::from(unclear.chance(self.misunderstanding()));
        if on_duty && self.policy.formal_lead && kind == BlockerKind::Clarity {
            let conflict = 1.0 - self.rates.role_clarity;
            defects += u32::from(self.chance.draw(Purpose::Decision, task, blocker, 0)[1].chance(conflict));
        }
        self.tasks.get_mut(task).defects += defects;
    }

    pub(super) fn move_safety(&mut self, seat: usize, change: f64) {
        let member = &mut self.members[seat];
        member.safety = (member.safety + change).clamp(0.05, 0.95);
    }
}
