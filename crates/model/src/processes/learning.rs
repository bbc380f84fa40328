//! Learning: by practice, by solving alone, by being shown, and the assist leader's own craft.

use crate::math::approach;
use crate::simulation::Simulation;
use crate::state::member::{Activity, BlockerKind, DOMAINS, Member, Stuck};

/// Hours of a week in which rates of learning are stated.
const WEEK: f64 = 40.0;
/// How much faster the craft of assisting grows than a skill.
const CRAFT: f64 = 10.0;

impl Simulation {
    /// What a day taught a member, by the exact solution of ds/dt = rate (1 - s).
    pub(super) fn learn(&mut self, seat: usize) {
        let (rate, psi) = (self.world.k_learn, self.world.psi);
        if rate <= 0.0 {
            return;
        }
        let learning = self.rates.profile.learning;
        let member = &mut self.members[seat];
        for domain in 0..DOMAINS {
            let hours = member.today.practice[domain] + psi * member.today.alone[domain];
            if hours > 0.0 {
                member.skill[domain] += (1.0 - member.skill[domain]) * approach(rate * hours / WEEK);
            }
        }
        let on_duty = member.today.duty_help + member.today.hours[Activity::StandBy as usize];
        if let Some(role) = &mut member.role
            && on_duty > 0.0
        {
            role.craft += (1.0 - role.craft) * approach(CRAFT * rate * learning * on_duty / WEEK);
        }
    }

    /// An answer to a question of expertise closes a part of the gap to the one who knows, the more is explained; who knows less
    /// teaches nothing.
    pub(super) fn learn_from_help(&mut self, seeker: usize, helper: usize, teach: f64) {
        let Member { domain, stuck: Stuck { kind, .. }, .. } = self.members[seeker];
        let gap = self.members[helper].skill[domain] - self.members[seeker].skill[domain];
        if kind == BlockerKind::Expertise && gap > 0.0 {
            self.members[seeker].skill[domain] += gap * approach(self.world.k_gap * teach);
            self.set_appeal(seeker);
        }
    }

    /// Hours of training for everyone teach in all domains alike, as so many hours of solving alone would.
    pub(super) fn learn_in_training(&mut self, seat: usize, hours: f64) {
        let gain = approach(self.world.k_learn * self.world.psi * hours / (DOMAINS as f64 * WEEK));
        for skill in &mut self.members[seat].skill {
            *skill += gain * (1.0 - *skill);
        }
        self.set_appeal(seat);
    }
}
