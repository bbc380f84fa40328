//! Demand, energy, exhaustion and burnout.
//!
//! Energy E follows dE/dt = r (1 - E) - c E, where the drain c = d D + overtime holds over a day; the day moves it by the exact
//! solution. The form is the conservation-of-resources idea (Hobfoll 1989) with demands and resources after Demerouti et al.
//! 2001; the numbers are assumptions.

use crate::energy::energy_after;
use crate::math::{most, relax};
use crate::simulation::Simulation;
use crate::state::member::{Activity, Member};

/// Weight of the day in the moving average of the busy share.
const LOAD_MEMORY: f64 = 0.2;

impl Simulation {
    /// What a day's demands did to a member.
    pub(super) fn tire(&mut self, seat: usize) {
        let demand = self.demand(&self.members[seat]);
        let (world, rates) = (&self.world, &self.rates);
        let member = &mut self.members[seat];
        let busy = 1.0 - member.today.hours[Activity::Idle as usize] * rates.per_day;
        member.load += LOAD_MEMORY * (busy - member.load);
        member.energy = energy_after(member.energy, world.r, member.strain * demand + rates.overtime);
        member.exhaustion = relax(member.exhaustion, 1.0 - member.energy, rates.exhaustion_decay);
        // Told, and acted on by relief alone: refusing and leaving follow exhaustion itself.
        member.burnt_out = member.exhaustion > world.theta;
    }

    /// Demand of the day that ends [1 = a full day of plain work].
    fn demand(&self, member: &Member) -> f64 {
        let (world, today) = (&self.world, &member.today);
        let busy = 1.0 - today.hours[Activity::Idle as usize] * self.rates.per_day;
        let interruptions = f64::from(today.requests) + today.intrusions + 2.0 * self.rates.micromanagement;
        let mut demand = busy + world.k_i * interruptions + world.k_h * today.hours[Activity::Stuck as usize] / 8.0
            - world.k_s * member.support
            - if member.remote { world.remote_ease } else { 0.0 }
            - today.relieved * self.rates.per_day
            + self.trouble(member.key);
        if let Some(role) = member.role.filter(|_| !self.without.strain) {
            demand += world.k_e * today.duty_help / 8.0 * (1.5 - role.craft);
            demand += world.k_e * today.carried / 8.0;
            demand += world.k_a * self.policy.assist_share * (1.0 - role.clarity);
        }
        most(demand, 0.0)
    }

    /// What trouble outside work asks of a member: as much as a full day of plain work.
    fn trouble(&self, key: u32) -> f64 {
        f64::from(u8::from(self.effects.troubled.contains(&(key + 1))))
    }

    /// What a weekend does: energy recovers, nothing else moves.
    pub(super) fn rest(&mut self, seat: usize) {
        let member = &mut self.members[seat];
        member.energy = 1.0 - (1.0 - member.energy) * self.rates.weekend_decay;
    }
}
