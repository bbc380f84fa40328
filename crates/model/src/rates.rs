//! What follows from a world and a policy for a run, worked out once.

use super::math::{approach, exp, least};
use super::parameters::{Policy, World};

/// Constants of a world under a policy, worked out once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    pub day_hours: f64,
    /// 1 / day_hours, for shares of the day [1/h].
    pub per_day: f64,
    pub ask: f64,
    /// Drain of energy from long weeks [per d].
    pub overtime: f64,
    pub exhaustion_decay: f64,
    pub morale_decay: f64,
    pub weekend_decay: f64,
    /// Weights of morale, summing to 1: progress, support, recognition, autonomy, rest.
    pub morale: [f64; 5],
    /// Decisions of the formal lead [per h]; 0 without one.
    pub lead: f64,
    /// Micromanagement in force: 0 without a formal lead.
    pub micromanagement: f64,
    pub role_clarity: f64,
    /// Share of the contact of who works in one place that is left to who works elsewhere.
    pub remote_contact: f64,
    /// What a shared board shows of who needs help and who suits a task, and how far a meeting of all brings everyone together [0, 1].
    pub board: f64,
    pub huddle: f64,
    /// Share of working hours that practices take: of who works in one place, and of who works elsewhere.
    pub practice: [f64; 2],
    pub profile: Profile,
}

/// Traits of the assist leaders, each 0 to 1; off duty and without presence they have no effect.
#[derive(Clone, Copy, Debug)]
pub(super) struct Profile {
    pub empathy: f64,
    pub collaboration: f64,
    pub delegation: f64,
    pub learning: f64,
    pub long_term: f64,
    pub listening: f64,
    pub ambiguity: f64,
    pub fairness: f64,
    pub humility: f64,
}

/// The formal leads of a team: one for eight, the more the larger it is.
pub(super) fn leads(world: &World) -> f64 {
    f64::from(world.members) / 8.0
}

/// The largest part of working hours that practices, or improving, take, so that work never stands still.
pub(super) const MOST_OF_WORK: f64 = 0.9;

/// Clarity of roles where a charter says who decides what.
const CHARTER_CLARITY: f64 = 0.9;

impl Rates {
    /// `hours` is a factor on the paid hours.
    pub fn new(world: &World, policy: &Policy, hours: f64) -> Self {
        let hours_per_week = hours * policy.hours_per_week;
        let overload = (hours_per_week / 40.0 - 1.2).max(0.0);
        let weights = [world.w_p, world.w_s, world.w_r, world.w_a, world.w_x];
        let sum: f64 = weights.iter().sum();
        let covered = |hours: f64| approach(world.k_practice * hours);
        let board = covered(policy.shared_board);
        let practice = policy.shared_board + policy.huddle + policy.documentation;
        let practice = [practice, practice + policy.check_ins];
        let trait_of = |value: Option<f64>| value.unwrap_or(policy.competence);
        Self {
            day_hours: hours_per_week / 5.0,
            per_day: 5.0 / hours_per_week,
            // What stands on the board nobody has to own up to.
            ask: world.alpha * (1.0 - world.stigma * (1.0 - board)),
            overtime: world.c_o * overload * overload,
            exhaustion_decay: exp(-1.0 / world.tau_X),
            morale_decay: exp(-1.0 / world.tau_M),
            weekend_decay: exp(-2.0 * world.r_w),
            morale: weights.map(|weight| weight / sum),
            lead: if policy.formal_lead { world.mu_lead * policy.lead_attention * leads(world) } else { 0.0 },
            micromanagement: if policy.formal_lead { policy.micromanagement } else { 0.0 },
            role_clarity: if policy.role_charter {
                world.role_clarity.max(CHARTER_CLARITY)
            } else {
                world.role_clarity
            },
            remote_contact: world.remote_contact + (1.0 - world.remote_contact) * covered(policy.check_ins),
            board,
            huddle: covered(policy.huddle),
            practice: practice.map(|hours| least(hours / hours_per_week, MOST_OF_WORK)),
            profile: Profile {
                empathy: trait_of(policy.empathy),
                collaboration: trait_of(policy.collaboration),
                delegation: trait_of(policy.delegation),
                learning: trait_of(policy.learning),
                long_term: trait_of(policy.long_term),
                listening: trait_of(policy.listening),
                ambiguity: trait_of(policy.ambiguity),
                fairness: trait_of(policy.fairness),
                humility: trait_of(policy.humility),
            },
        }
    }
}
