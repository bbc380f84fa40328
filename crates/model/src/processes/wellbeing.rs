//! Support, recognition, morale and psychological safety at a day's end.

use crate::math::{least, relax};
use crate::simulation::Simulation;
use crate::state::member::{Activity, Member};

/// Weight of the day in the sense of support.
const SUPPORT_MEMORY: f64 = 0.1;
/// Weight of the day in the share of time spent helping.
const HELPING_MEMORY: f64 = 0.1;
/// Weight of the day in the memory of unwelcome offers.
const INTRUSION_MEMORY: f64 = 0.1;
/// Who helps less than this share of the time does not miss recognition.
const HELPS: f64 = 0.01;
/// exp(-1/10): recognition fades over ten days.
const RECOGNITION_DECAY: f64 = 0.904_837_418_035_959_6;
/// exp(-0.02): safety, and waiting for others to decide, drift by 0.02 a day.
const SAFETY_DECAY: f64 = 0.980_198_673_306_755_3;

impl Simulation {
    /// How the day's experience changed a member's mind.
    pub(super) fn feel(&mut self, seat: usize) {
        let aim = self.morale_aim(&self.members[seat]);
        let safe =
            self.world.safety0 + 0.25 * self.reach(self.rates.profile.listening) - 0.3 * self.rates.micromanagement;
        let dependent = self.world.depend * self.rates.micromanagement;
        let (per_day, morale_decay) = (self.rates.per_day, self.rates.morale_decay);
        let member = &mut self.members[seat];
        member.morale = relax(member.morale, aim, morale_decay).clamp(0.0, 1.0);
        member.safety = relax(member.safety, safe, SAFETY_DECAY).clamp(0.05, 0.95);
        member.dependence = relax(member.dependence, dependent, SAFETY_DECAY);
        member.recognition *= RECOGNITION_DECAY;
        // Where no blocker ended, support stays as it is; no branch, for it would be decided by chance.
        let weight = SUPPORT_MEMORY * f64::from(member.today.ended.min(1));
        let helped = f64::from(member.today.helped) / f64::from(member.today.ended.max(1));
        member.support += weight * (helped - member.support);
        member.intruded += INTRUSION_MEMORY * (member.today.intrusions - member.intruded);
        let share = member.today.hours[Activity::Helping as usize] * per_day;
        member.helping += HELPING_MEMORY * (share - member.helping);
    }

    /// Where a member's morale moves to after such a day.
    fn morale_aim(&self, member: &Member) -> f64 {
        let today = &member.today.hours;
        let busy = self.rates.day_hours - today[Activity::Idle as usize];
        let stuck = if busy > 0.0 { today[Activity::Stuck as usize] / busy } else { 0.0 };
        let recognised = if member.helping > HELPS { member.recognition } else { 0.5 };
        let left_alone = 1.0 - least(self.world.k_u * member.intruded, 1.0);
        let autonomy = (1.0 - self.rates.micromanagement) * left_alone;
        let ease = if member.remote { self.world.remote_ease } else { 0.0 };
        let rested = 1.0 - least(member.exhaustion * (1.0 / 0.3), 1.0);
        let [progress, support, recognition, free, rest] = self.rates.morale;
        progress * (1.0 - stuck)
            + support * member.support
            + recognition * recognised
            + free * autonomy
            + rest * rested
            + ease
            + member.offset
    }
}
