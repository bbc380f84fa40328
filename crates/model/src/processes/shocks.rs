//! What shocks do to a running team.

use crate::diary::Event;
use crate::rates::Rates;
use crate::shock::{Change, Effects};
use crate::simulation::Simulation;
use crate::state::member::Activity;

impl Simulation {
    /// A week begins: what is due from outside happens.
    pub(crate) fn meet_shocks(&mut self) {
        if self.shocks.is_empty() || self.day < self.days_before || !(self.day - self.days_before).is_multiple_of(5) {
            return;
        }
        let week = (self.day - self.days_before) / 5;
        self.put_in_force(Effects::in_week(&self.shocks, week));
        for index in 0..self.shocks.len() {
            let shock = &self.shocks[index];
            if shock.week == week {
                match shock.change {
                    Change::Leaves(seat) => self.leave_by_shock(seat),
                    Change::Redo(share) => self.redo(share),
                    Change::Unlearn(share) => self.unlearn(share),
                    Change::Estrange(share) => self.ties.estrange(share),
                    // Who joins sits on an empty seat that is filled when due.
                    Change::Joins(_)
                    | Change::Demand(_)
                    | Change::Blockers(_)
                    | Change::Asking(_)
                    | Change::Hours(_)
                    | Change::LeadAway
                    | Change::Trouble(_) => {}
                }
            }
        }
    }

    fn put_in_force(&mut self, effects: Effects) {
        if self.effects == effects {
            return;
        }
        let before = std::mem::replace(&mut self.effects, effects.clone());
        if before.demand != effects.demand {
            self.world.demand *= effects.demand / before.demand;
            // What is left of the gap to the next arrival passes faster or slower.
            let now = f64::from(self.day) / 5.0;
            self.next_arrival = now + (self.next_arrival - now) * before.demand / effects.demand;
        }
        self.world.beta *= effects.blockers / before.blockers;
        self.world.alpha *= effects.asking / before.asking;
        self.rates = Rates::new(&self.world, &self.policy, effects.hours);
        self.send_lead_away(effects.lead_away);
    }

    /// What everyone knows how to do is worth less, in every domain.
    fn unlearn(&mut self, share: f64) {
        for member in &mut self.members {
            member.skill = member.skill.map(|skill| skill * (1.0 - share));
        }
        // Who joins this morning reads up what the others still know.
        self.set_expected();
    }

    fn leave_by_shock(&mut self, seat: u32) {
        let key = seat as usize - 1;
        if let Some(&seat) = self.order.get(key)
            && self.members[seat].present()
        {
            self.leave(seat);
        }
    }

    /// A share of what is done in the tasks in hand must be done again.
    fn redo(&mut self, share: f64) {
        for index in 0..self.order.len() {
            let seat = self.order[index];
            let member = &mut self.members[seat];
            let Some(ordinal) = member.task else { continue };
            let ahead =
                if member.activity == Activity::Stuck { 0.0 } else { (member.remaining - member.rework).max(0.0) };
            let again = share * (self.tasks.get(ordinal).position - ahead).max(0.0);
            if member.activity == Activity::Stuck {
                member.stuck.owed += again;
            } else {
                member.remaining += again;
                member.rework += again;
            }
            self.note(seat, Event::Undone(ordinal, again));
        }
    }
}
