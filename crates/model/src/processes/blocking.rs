//! Blockers: passing them on the spot, being stuck, solving them alone.

use crate::chance::{Purpose, Uniform};
use crate::diary::Event;
use crate::math::{least, most};
use crate::simulation::Simulation;
use crate::state::member::Ending;
use crate::state::member::{Activity, BlockerKind, Pursuit, Stuck};

impl Simulation {
    /// A member meets a blocker: passes it on the spot, or is stuck.
    pub(crate) fn meet_blocker(&mut self, seat: usize, kind: BlockerKind, difficulty: f64, patience: Uniform) {
        if difficulty < self.on_the_spot(seat, kind) || self.automated(seat, kind) {
            self.note_blocker(seat, Event::Passed);
            return self.go_on(seat);
        }
        let cause = self.cause(seat);
        if let Some((cause, says)) = cause
            && self.meet_cause(seat, cause, says)
        {
            return self.go_on(seat);
        }
        self.note_blocker(seat, |blocker| Event::Stuck(blocker, kind));
        if let Some((cause, _)) = cause {
            self.note_blocker(seat, |blocker| Event::Recurred(blocker, cause));
        }
        let luck = self.attempt_luck(seat, 0);
        let (task, blocker) = self.blocker_key(seat);
        let help_luck = self.chance.draw(Purpose::Help, task, blocker, 0);
        self.members[seat].stuck = Stuck {
            kind,
            difficulty,
            since: self.now,
            patience: patience.exponential(),
            hesitation: luck[0].exponential(),
            attempt: 0,
            luck,
            help_luck,
            owed: 0.0,
            pursuit: Pursuit::Alone,
            asks_next: false,
            left_alone: false,
        };
        self.set_activity(seat, Activity::Stuck);
        self.watch(seat);
        self.plan_struggle(seat);
    }

    /// Chance that a blocker of a kind is no obstacle.
    fn on_the_spot(&self, seat: usize, kind: BlockerKind) -> f64 {
        let member = &self.members[seat];
        // All three are looked up, for which it is is chance.
        let by_kind = [member.skill[member.domain], self.ambience.clarity, self.ties.trust_abroad(self.key(seat))];
        0.5 * by_kind[kind as usize]
    }

    fn automated(&self, seat: usize, kind: BlockerKind) -> bool {
        let (task, blocker) = self.blocker_key(seat);
        kind == BlockerKind::Clarity
            && self.policy.automation > 0.0
            && self.chance.draw(Purpose::Decision, task, blocker, 0)[2].chance(self.policy.automation)
    }

    /// The address of the blocker before a member in all chance keys.
    pub(crate) fn blocker_key(&self, seat: usize) -> (u32, u32) {
        let ordinal = self.members[seat].task.expect("invariant: a blocker lies in a task");
        (ordinal, self.tasks.get(ordinal).blocker)
    }

    /// Rate at which a stuck member solves the blocker alone [per h].
    fn solve_rate(&self, seat: usize) -> f64 {
        let member = &self.members[seat];
        self.world.sigma0 * (0.5 + 0.5 * member.skill[member.domain]) * (1.0 - member.dependence)
    }

    /// What hours of being stuck did: the thresholds are spent.
    pub(crate) fn struggle(&mut self, seat: usize, hours: f64) {
        let pursuit = self.members[seat].stuck.pursuit;
        if pursuit == Pursuit::Deciding {
            return;
        }
        // Of the hours spent on a solution, those gathering courage to ask, and those alone.
        let asking = pursuit == Pursuit::Alone;
        let alone = if asking | (pursuit == Pursuit::Queued) { hours } else { 0.0 };
        let solved = hours * self.solve_rate(seat);
        let asked = if asking { hours * self.ask_rate(seat) } else { 0.0 };
        let member = &mut self.members[seat];
        member.today.alone[member.domain] += alone;
        member.stuck.hesitation -= asked;
        member.stuck.patience -= solved;
    }

    /// When a stuck member solves the blocker or asks, whichever comes first [h].
    pub(crate) fn settle_struggle(&mut self, seat: usize) -> f64 {
        let wait = |left: f64, rate: f64| if rate > 0.0 { most(left, 0.0) / rate } else { f64::INFINITY };
        let Stuck { pursuit, patience, hesitation, .. } = self.members[seat].stuck;
        let solve = if pursuit == Pursuit::Deciding { f64::INFINITY } else { wait(patience, self.solve_rate(seat)) };
        let ask = if pursuit == Pursuit::Alone { wait(hesitation, self.ask_rate(seat)) } else { f64::INFINITY };
        self.members[seat].stuck.asks_next = ask < solve;
        self.now + least(solve, ask)
    }

    /// A stuck member finds the solution: alone, or together with the one who is helping.
    pub(crate) fn solve(&mut self, seat: usize) {
        match self.members[seat].stuck.pursuit {
            Pursuit::HelpedBy(_) => self.finish_help(seat),
            Pursuit::Alone | Pursuit::Queued | Pursuit::Deciding => self.unblock(seat, Ending::Alone),
        }
    }

    /// The blocker is gone; the hours of being stuck must have been put down.
    pub(crate) fn unblock(&mut self, seat: usize, ending: Ending) {
        self.stop_watching(seat);
        self.withdraw(seat);
        let hours = self.now - self.members[seat].stuck.since;
        self.record.blocker_ended(ending, hours);
        self.note_blocker(seat, |blocker| Event::Unstuck(blocker, ending, hours));
        let today = &mut self.members[seat].today;
        today.ended += 1;
        today.helped += u32::from(ending != Ending::Alone);
        self.go_on(seat);
    }
}
