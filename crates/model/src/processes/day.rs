//! The end of a day: hours are put down, slow states move, the next day begins.

use crate::math::approach;
use crate::simulation::Simulation;
use crate::state::member::{Activity, Today};

/// How fast an assist leader's collaboration mends trust across groups [per d].
const MENDING: f64 = 0.01;

impl Simulation {
    /// A working day ends; after the fifth, a weekend passes.
    pub(crate) fn end_day(&mut self) {
        for seat in 0..self.members.len() {
            self.accrue_hours(seat);
        }
        self.accrue_lead_hours();
        self.note_day();
        self.record_day();
        let weekend = self.day % 5 == 4;
        self.watch_over();
        self.take_load_off();
        self.remember_attention();
        self.improve();
        let (mut duty, mut paid) = (0.0, 0.0);
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let (present, there) = (self.members[seat].present(), self.is_there(seat));
            if present {
                self.tire(seat);
                self.feel(seat);
                self.learn(seat);
                if weekend {
                    self.rest(seat);
                }
                paid += self.rates.day_hours;
            }
            let member = &mut self.members[seat];
            member.week_help += member.today.hours[Activity::Helping as usize];
            duty += member.today.duty_help + member.today.hours[Activity::StandBy as usize];
            if there {
                for (sum, hours) in member.hours.iter_mut().zip(member.today.hours) {
                    *sum += hours;
                }
            }
            member.today = Today::default();
        }
        self.remember_presence(duty, paid);
        self.day += 1;
        self.day_start = self.now;
        if weekend {
            self.mend_trust();
            self.get_acquainted();
            self.let_causes_grow();
            self.write_down();
            self.let_go();
            self.continue_training();
        }
        self.meet_shocks();
        self.fill_seats();
        self.pass_on_roles();
        self.train_idle();
        self.plan_day();
    }

    /// Once a week: a collaborating assist leader, or a meeting of all, mends trust across groups.
    fn mend_trust(&mut self) {
        let reach = self.reach(self.rates.profile.collaboration) + self.rates.huddle;
        if reach > 0.0 {
            self.ties.mend_across(self.world.trust0, approach(5.0 * MENDING * reach));
        }
    }

    /// Once a week: who works in one group gets to know what the others know, less so at a distance; whom an assist leader
    /// or a meeting of all brings together does so as if they worked in one.
    fn get_acquainted(&mut self) {
        let rate = self.world.k_know;
        if rate <= 0.0 {
            return;
        }
        let connected = self.reach(self.rates.profile.collaboration) + self.rates.huddle;
        let near = [connected, 1.0 + connected].map(|contact| approach(rate * contact));
        let far = [connected, 1.0 + connected].map(|contact| approach(rate * contact * self.rates.remote_contact));
        let remote: Vec<bool> = self.order.iter().map(|&seat| self.members[seat].remote).collect();
        self.ties.acquaint(&remote, [near, far]);
    }
}
