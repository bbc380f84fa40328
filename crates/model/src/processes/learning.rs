//! Learning: by practice, by solving alone, by being shown, and the assist leader's own craft.

use crate::math::approach;
use crate::simulation::Simulation;
use crate::state::member::{Activity, DOMAINS};

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

    /// An explained help teaches `teach` times what solving the blocker alone would have.
    pub(super) fn learn_from_help(&mut self, seeker: usize, teach: f64) {
        let (rate, sigma0) = (self.world.k_learn, self.world.sigma0);
        if rate <= 0.0 || sigma0 <= 0.0 {
            return;
        }
        let domain = self.members[seeker].domain;
        let skill = &mut self.members[seeker].skill[domain];
        *skill += (1.0 - *skill) * approach(self.world.psi * rate * teach / (WEEK * sigma0));
        self.set_appeal(seeker);
    }
}
