//! Help: how long it takes and what it leaves behind.

use crate::chance::{Purpose, Uniform};
use crate::diary::Event;
use crate::math::approach;
use crate::simulation::Simulation;
use crate::state::member::Ending;
use crate::state::member::{Activity, BlockerKind, Help, Pursuit};

/// Step of recognition when help is noticed.
const THANKS: f64 = 0.4;

/// How quickly someone so able helps, with the craft of assisting if on duty, against one who knows all and is not.
pub(super) fn help_rate(ability: f64, craft: Option<f64>) -> f64 {
    let rate = 0.5 + 0.5 * ability;
    craft.map_or(rate, |craft| rate * (0.75 + 0.5 * craft))
}

impl Simulation {
    /// `helper` drops what it is doing and helps `seeker`, whose hours of being stuck must have been put down; how welcome that
    /// is, if nobody asked for it.
    pub(crate) fn begin_help(&mut self, helper: usize, seeker: usize, unasked: Option<f64>) {
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
        self.members[helper].help = Help { seeker, from, since: self.now, until, unasked };
        self.set_activity(helper, Activity::Helping);
        self.members[seeker].stuck.pursuit = Pursuit::HelpedBy(helper);
        self.calendar.plan(self.key(helper), until);
        self.plan_struggle(seeker);
    }

    /// How long this help takes [h].
    fn help_hours(&self, helper: usize, seeker: usize, on_duty: bool) -> f64 {
        let effort = self.members[seeker].stuck.help_luck[1].exponential();
        let kind = self.members[seeker].stuck.kind;
        let ability = match kind {
            BlockerKind::Expertise => self.members[helper].skill[self.members[seeker].domain],
            BlockerKind::Clarity | BlockerKind::Coordination => 1.0,
        };
        let craft = on_duty.then(|| self.members[helper].role.map_or(0.0, |role| role.craft));
        let mut rate = self.world.eta * help_rate(ability, craft);
        if on_duty && kind == BlockerKind::Coordination {
            rate *= 0.75 + 0.5 * self.rates.profile.collaboration;
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

    /// The helper has done what it can: the blocker is resolved, unless nobody asked and it was more than the helper knows.
    pub(crate) fn end_help(&mut self, seeker: usize, helper: usize) {
        let unasked = self.members[helper].help.unasked.is_some();
        if unasked && self.is_beyond(helper, seeker) {
            self.fail_help(seeker, helper)
        } else {
            self.finish_help(seeker)
        }
    }

    /// Whether the seeker's blocker is one of expertise that a helper of this skill does not resolve: one of full skill resolves
    /// all, one of none the easier half.
    fn is_beyond(&self, helper: usize, seeker: usize) -> bool {
        let member = &self.members[seeker];
        member.stuck.kind == BlockerKind::Expertise
            && member.stuck.difficulty > 0.5 + 0.5 * self.members[helper].skill[member.domain]
    }

    /// Help that nobody asked for came to nothing: the time is gone, and the seeker is alone again.
    fn fail_help(&mut self, seeker: usize, helper: usize) {
        self.accrue_hours(seeker);
        let help = self.members[helper].help;
        let hours = self.now - help.since;
        self.ties.record_help(self.key(helper), self.key(seeker), hours, self.day);
        self.note_blocker(seeker, |blocker| Event::Failed { blocker, helper, hours, from: help.from });
        self.members[seeker].stuck.left_alone = true;
        self.intrude(seeker);
        self.resume(helper, help.from);
        self.members[seeker].stuck.pursuit = Pursuit::Alone;
        self.ask_again(seeker);
    }

    /// Help has resolved the seeker's blocker, or both found the solution together.
    pub(crate) fn finish_help(&mut self, seeker: usize) {
        let Pursuit::HelpedBy(helper) = self.members[seeker].stuck.pursuit else {
            unreachable!("invariant: only who is helped can finish being helped");
        };
        self.accrue_struggle(seeker);
        self.accrue_help(helper);
        let help = self.members[helper].help;
        let on_duty = help.from == Activity::StandBy;
        let hours = self.now - help.since;
        let (giver, receiver) = (self.key(helper), self.key(seeker));
        self.ties.record_help(giver, receiver, hours, self.day);
        self.record.helps += 1;
        self.ties.move_trust(receiver, giver, self.world.a_T);
        self.ties.move_trust(giver, receiver, 0.5 * self.world.a_T);
        self.ties.get_to_know(giver, receiver, self.world.a_K);
        let gain = self.world.a_S * (1.0 - self.members[seeker].safety);
        self.move_safety(seeker, gain);
        self.learn_from_help(seeker, helper, self.teaching(on_duty));
        self.grow_by_help(seeker, on_duty, help.unasked.is_some());
        let [_, _, unclear, seen] = self.members[seeker].stuck.help_luck;
        let thanked = self.thank(helper, seeker, seen.unit());
        let unasked = help.unasked.is_some();
        self.record.offers += u64::from(unasked);
        self.note_blocker(seeker, |blocker| Event::Helped {
            blocker,
            helper,
            hours,
            from: help.from,
            unasked,
            thanked,
        });
        self.misunderstand(seeker, unclear);
        if on_duty {
            self.assist_leader_speaks(seeker, helper);
        }
        self.look_over(seeker, helper);
        self.resume(helper, help.from);
        self.unblock(seeker, Ending::Helped);
    }

    /// Whom an assist leader helps learns how that is done; and who is helped without asking helps more readily.
    fn grow_by_help(&mut self, seeker: usize, on_duty: bool, unasked: bool) {
        let explained = if on_duty && self.policy.successors { self.world.k_gap * self.teaching(true) } else { 0.0 };
        let member = &mut self.members[seeker];
        if explained > 0.0 {
            member.prepared += (1.0 - member.prepared) * approach(explained);
        }
        if unasked {
            member.giving += self.world.a_G * (1.0 - member.giving);
        }
        self.record.solved_assist += u64::from(on_duty);
    }

    /// The helper goes back to what it was doing.
    pub(super) fn resume(&mut self, helper: usize, from: Activity) {
        if from == Activity::Working {
            self.members[helper].remaining += self.world.resume_cost;
            self.set_activity(helper, Activity::Working);
            self.plan_work(helper);
        } else {
            self.become_free(helper);
        }
    }

    /// Others may notice the help, so far as it was welcome; the helper is recognised, or passes the credit on. Answers whether
    /// anyone was.
    fn thank(&mut self, helper: usize, seeker: usize, u: f64) -> bool {
        let help = self.members[helper].help;
        let visible = self.world.visibility + (1.0 - self.world.visibility) * self.policy.recognition;
        let seen = visible * help.unasked.unwrap_or(1.0);
        if u >= seen {
            return false;
        }
        let passed_on = help.from == Activity::StandBy && u < seen * self.rates.profile.humility;
        let seat = if passed_on { seeker } else { helper };
        let thanked = &mut self.members[seat];
        thanked.recognition += THANKS * (1.0 - thanked.recognition);
        self.set_appeal(seat);
        true
    }

    /// What is explained may be misunderstood.
    fn misunderstand(&mut self, seeker: usize, unclear: Uniform) {
        let (task, _) = self.blocker_key(seeker);
        if self.members[seeker].stuck.kind != BlockerKind::Expertise && unclear.chance(self.misunderstanding()) {
            self.plant_misunderstanding(task);
        }
    }

    /// What was said is not what was understood: a hidden mistake.
    pub(super) fn plant_misunderstanding(&mut self, ordinal: u32) {
        self.tasks.get_mut(ordinal).defects += 1;
        self.record.misunderstandings += 1;
    }

    /// An assist leader has said what is wanted in a task: a second voice, if the formal lead has spoken on it.
    fn assist_leader_speaks(&mut self, seeker: usize, leader: usize) {
        if self.members[seeker].stuck.kind != BlockerKind::Clarity || !self.policy.formal_lead {
            return;
        }
        let (ordinal, blocker) = self.blocker_key(seeker);
        let task = self.tasks.get_mut(ordinal);
        task.assist_leader = Some((leader, self.members[leader].hire));
        if task.lead_spoke {
            let luck = self.chance.draw(Purpose::Decision, ordinal, blocker, 0)[1];
            self.second_voice(ordinal, (leader, self.members[leader].hire), luck);
        }
    }

    /// The formal lead has answered a question on a task, or looks at it to approve it: a second voice, if an assist leader has
    /// said what is wanted in it; drawn for this purpose and place in the task.
    pub(super) fn lead_speaks(&mut self, ordinal: u32, purpose: Purpose, place: u32) {
        let task = self.tasks.get_mut(ordinal);
        task.lead_spoke = true;
        if let Some(leader) = task.assist_leader {
            let luck = self.chance.draw(purpose, ordinal, place, 0)[1];
            self.second_voice(ordinal, leader, luck);
        }
    }

    /// Two voices on the same task may contradict each other, and both learn who decides what; unless the one who spoke has left
    /// or given the role up.
    fn second_voice(&mut self, ordinal: u32, (leader, hire): (usize, u32), luck: Uniform) {
        if self.without.two_voices {
            return;
        }
        let member = &mut self.members[leader];
        let Some(role) = member.role.as_mut().filter(|_| member.hire == hire) else { return };
        let conflict = 1.0 - role.clarity;
        role.clarity += self.world.a_K * conflict;
        if luck.chance(conflict) {
            self.plant_misunderstanding(ordinal);
        }
    }

    /// A colleague who looks at a task sees mistakes before they are made final.
    fn look_over(&mut self, seeker: usize, helper: usize) {
        let (task, _) = self.blocker_key(seeker);
        let seen = self.world.review * self.members[helper].skill[self.members[seeker].domain];
        let task = self.tasks.get_mut(task);
        task.unseen *= 1.0 - seen;
    }

    /// An offer of help was not wanted, not needed, or came to nothing.
    pub(super) fn intrude(&mut self, seat: usize) {
        self.members[seat].today.intrusions += 1.0;
        self.record.offers += 1;
        self.record.unwelcome += 1;
    }

    pub(super) fn move_safety(&mut self, seat: usize, change: f64) {
        let member = &mut self.members[seat];
        member.safety = (member.safety + change).clamp(0.05, 0.95);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Draft, Scope};
    use crate::state::member::Stuck;

    /// A team with an assist leader on the first seat, whose first task is in the second member's hands.
    fn team(settings: &[(&str, f64)]) -> Simulation {
        let mut draft = Draft::default();
        let role = [("assist_leaders", 1.0), ("assist_who", 0.0), ("assist_share", 1.0), ("h0", 0.0), ("beta", 0.0)];
        for (id, value) in role.iter().chain(settings) {
            draft.set(Scope::Both, id, Some(*value));
        }
        Simulation::new(&draft.finish().expect("valid"), 0)
    }

    #[test]
    fn two_voices_contradict_each_other_only_on_what_both_have_spoken() {
        let mut team = team(&[("role_clarity", 0.0), ("a_K", 0.2)]);
        let task = team.members[1].task.expect("has one");
        let clarity = |team: &Simulation| team.members[0].role.expect("holds it").clarity;
        // The lead alone, as often as may be, is one voice.
        team.lead_speaks(task, Purpose::HandOff, 0);
        team.lead_speaks(task, Purpose::HandOff, 0);
        assert_eq!((team.tasks.get(task).defects, clarity(&team)), (0, 0.0));
        // The assist leader on the same task is a second one, where nothing is clear surely a mistake; both learn.
        team.members[1].stuck.kind = BlockerKind::Clarity;
        team.assist_leader_speaks(1, 0);
        assert_eq!(team.tasks.get(task).defects, 1);
        assert!((clarity(&team) - 0.2).abs() < 1e-12);
        // On another task that the lead has not seen, it is alone.
        let other = team.members[2].task.expect("has one");
        team.members[2].stuck.kind = BlockerKind::Clarity;
        team.assist_leader_speaks(2, 0);
        assert_eq!(team.tasks.get(other).defects, 0);
        assert!((clarity(&team) - 0.2).abs() < 1e-12);
    }

    #[test]
    fn what_both_learn_of_who_decides_closes_the_gap_step_by_step() {
        let mut team = team(&[("role_clarity", 0.4), ("a_K", 0.1)]);
        let task = team.members[1].task.expect("has one");
        let luck = team.chance.draw(Purpose::HandOff, task, 0, 0)[1];
        for _ in 0..6 {
            team.second_voice(task, (0, 0), luck);
        }
        let clarity = team.members[0].role.expect("holds it").clarity;
        assert!((clarity - (1.0 - 0.6 * 0.531_441)).abs() < 1e-12, "{clarity}");
    }

    #[test]
    fn who_knows_everything_can_help_with_all_and_who_knows_nothing_with_the_easier_half() {
        let mut team = team(&[]);
        let domain = team.members[1].domain;
        let mut beyond = |kind: BlockerKind, skill: f64, difficulty: f64| {
            team.members[1].stuck = Stuck { kind, difficulty, ..team.members[1].stuck };
            team.members[0].skill[domain] = skill;
            team.is_beyond(0, 1)
        };
        assert!(!beyond(BlockerKind::Expertise, 1.0, 0.999));
        assert!(beyond(BlockerKind::Expertise, 0.0, 0.501) && !beyond(BlockerKind::Expertise, 0.0, 0.499));
        assert!(!beyond(BlockerKind::Clarity, 0.0, 0.9));
    }

    #[test]
    fn a_colleague_who_looks_sees_the_mistake_so_far_as_it_knows() {
        let mut team = team(&[("review", 0.5)]);
        let task = team.members[1].task.expect("has one");
        let domain = team.members[1].domain;
        for (helper, skill) in [(2, 0.8), (3, 0.4)] {
            team.members[helper].skill[domain] = skill;
            team.look_over(1, helper);
        }
        assert!((team.tasks.get(task).unseen - 0.6 * 0.8).abs() < 1e-12);
    }
}
