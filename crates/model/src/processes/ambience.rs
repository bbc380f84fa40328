//! What is in the air: presence and reach of the assist leaders, clarity, misunderstandings.

use crate::math::most;
use crate::simulation::Simulation;
use crate::state::ambience::DAYS;

/// Share of the team's paid hours on duty at which assist leaders reach everyone: one at 40 % for eight people.
const FULL_PRESENCE: f64 = 0.05;
/// What a formal lead adds to clarity where it is quite clear who decides what and the desk leaves half the time free.
const LEAD: f64 = 0.25;
/// Clarity never exceeds this.
const MOST_CLARITY: f64 = 0.95;

impl Simulation {
    /// Takes a day's hours on duty and paid hours into the average.
    pub(super) fn remember_presence(&mut self, duty: f64, paid: f64) {
        let place = self.day as usize % DAYS;
        self.ambience.duty[place] = duty;
        self.ambience.paid[place] = paid;
        let (duty, paid) = (self.ambience.duty.iter().sum::<f64>(), self.ambience.paid.iter().sum::<f64>());
        self.ambience.presence = if paid > 0.0 { (duty / paid / FULL_PRESENCE).min(1.0) } else { 0.0 };
        self.settle_ambience();
    }

    /// Takes a day of the formal lead's into the average: which part of it the desk left free; none while away. A day without a lead
    /// tells nothing.
    pub(super) fn remember_attention(&mut self) {
        let hours = if self.policy.formal_lead { self.rates.day_hours } else { 0.0 };
        let place = self.day as usize % DAYS;
        self.ambience.free[place] = if self.lead.away { 0.0 } else { most(hours - self.lead.today, 0.0) };
        self.ambience.lead[place] = hours;
    }

    /// Works out clarity, and how readily quiet members speak, from what is in force.
    pub(crate) fn settle_ambience(&mut self) {
        let attention = 1.0 + self.world.k_desk * (2.0 * self.ambience.attention() - 1.0);
        let lead = if self.policy.formal_lead { LEAD * self.rates.role_clarity * attention } else { 0.0 };
        let helped = 0.3 * self.reach(self.rates.profile.ambiguity);
        self.ambience.candour = self.quiet_candour();
        self.ambience.clarity = (self.world.clarity0 + helped + lead).min(MOST_CLARITY);
    }

    /// What a trait of the assist leaders does to those around them today.
    pub(crate) fn reach(&self, trait_value: f64) -> f64 {
        trait_value * self.ambience.presence
    }

    /// Chance that a word is misunderstood.
    pub(crate) fn misunderstanding(&self) -> f64 {
        let heard = 1.0 - 0.5 * self.reach(self.rates.profile.listening);
        self.world.epsilon * (1.0 - self.ambience.clarity) * heard
    }
}
