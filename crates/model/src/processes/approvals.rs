//! The formal lead: one queue of approvals and of questions about what is wanted.

use std::collections::VecDeque;

use crate::chance::Purpose;
use crate::diary::Event;
use crate::rates::leads;
use crate::simulation::Simulation;
use crate::state::lead::{Item, Lead};
use crate::state::member::{Activity, Ending, Pursuit};

impl Simulation {
    /// A task goes to the lead for approval.
    pub(crate) fn submit_approval(&mut self, ordinal: u32, effort: f64) {
        self.lead.queue.push_back(Item::Approval(ordinal, effort, self.now));
        self.lead_goes_on();
    }

    /// A stuck member's question goes to the lead; asking elsewhere stops.
    pub(crate) fn submit_question(&mut self, seat: usize) {
        self.note_blocker(seat, Event::Escalated);
        self.members[seat].stuck.pursuit = Pursuit::Queued;
        self.lead.queue.push_back(Item::Question(seat));
        self.plan(seat);
        self.lead_goes_on();
    }

    /// A member's question is answered otherwise.
    pub(crate) fn withdraw(&mut self, seat: usize) {
        if self.members[seat].stuck.pursuit == Pursuit::Queued {
            self.lead.queue.retain(|item| !matches!(item, Item::Question(other) if *other == seat));
        }
    }

    /// A member who leaves takes the question along, even one the lead is deciding.
    pub(crate) fn drop_question(&mut self, seat: usize) {
        self.withdraw(seat);
        if matches!(self.lead.serving, Some(Item::Question(other)) if other == seat) {
            self.accrue_lead_hours();
            self.lead.serving = None;
            self.lead_goes_on();
        }
    }

    fn lead_goes_on(&mut self) {
        if self.lead.serving.is_some() || self.lead.away {
            return;
        }
        let Some(item) = self.lead.queue.pop_front() else {
            return self.calendar.plan(self.lead_slot(), f64::INFINITY);
        };
        let effort = match item {
            Item::Approval(_, effort, _) => effort,
            Item::Question(seat) => {
                self.accrue_struggle(seat);
                self.stop_watching(seat);
                self.members[seat].stuck.pursuit = Pursuit::Deciding;
                self.plan_struggle(seat);
                let (task, blocker) = self.blocker_key(seat);
                self.chance.draw(Purpose::Decision, task, blocker, 0)[0].exponential()
            }
        };
        self.lead.serving = Some(item);
        self.lead.since = self.now;
        let hours = effort * (1.0 - self.policy.automation) / self.rates.lead;
        self.calendar.plan(self.lead_slot(), self.now + hours);
    }

    /// The lead goes away, what is in hand left lying, or comes back and goes on with it.
    pub(crate) fn send_lead_away(&mut self, away: bool) {
        if self.lead.away == away {
            return;
        }
        self.accrue_lead_hours();
        self.lead.since = self.now;
        self.lead.away = away;
        let slot = self.lead_slot();
        if away {
            self.hand_questions_back();
            self.lead.left = self.calendar.planned(slot) - self.now;
            self.calendar.plan(slot, f64::INFINITY);
        } else if self.lead.serving.is_some() {
            self.calendar.plan(slot, self.now + self.lead.left);
        } else {
            self.lead_goes_on();
        }
    }

    /// Whoever waits for the lead's word will have to ask elsewhere.
    fn hand_questions_back(&mut self) {
        let is_question = |item: &Item| matches!(item, Item::Question(_));
        let served = self.lead.serving.take_if(|item| is_question(item));
        let (questions, approvals) = std::mem::take(&mut self.lead.queue).into_iter().partition(is_question);
        self.lead.queue = approvals;
        let questions: VecDeque<Item> = questions;
        for item in served.into_iter().chain(questions) {
            if let Item::Question(seat) = item {
                self.accrue_hours(seat);
                self.members[seat].stuck.pursuit = Pursuit::Alone;
                self.ask_again(seat);
            }
        }
        self.watch_afresh();
    }

    /// Whether a question may go to a lead.
    pub(crate) fn lead_answers(&self) -> bool {
        self.policy.formal_lead && !self.lead.away
    }

    /// Puts down the lead's busy hours.
    pub(crate) fn accrue_lead_hours(&mut self) {
        if self.lead.serving.is_some() && !self.lead.away {
            let hours = self.now - self.lead.since;
            self.lead.busy += hours;
            self.lead.spent += hours * self.policy.lead_attention * leads(&self.world);
            self.lead.today += hours;
            self.lead.since = self.now;
        }
    }

    /// The lead is done with an item.
    pub(crate) fn lead_finishes(&mut self) {
        self.accrue_lead_hours();
        let item = self.lead.serving.take().expect("invariant: the lead was serving");
        if let Item::Approval(_, _, since) = item {
            self.record.approval_waits.push(self.now - since);
        }
        self.decide(item);
        self.lead_goes_on();
    }

    fn decide(&mut self, item: Item) {
        match item {
            Item::Approval(ordinal, ..) => {
                let pass = self.tasks.get(ordinal).pass;
                self.lead_speaks(ordinal, Purpose::HandOff, pass);
                self.inspect(ordinal, None);
            }
            Item::Question(seat) => {
                self.accrue_hours(seat);
                let (ordinal, blocker) = self.blocker_key(seat);
                self.lead_speaks(ordinal, Purpose::Decision, blocker);
                self.unblock(seat, Ending::Lead);
            }
        }
    }

    /// The formal lead is gone: what waited for approval is checked at once, who waited for an answer asks again.
    pub(crate) fn dismiss_lead(&mut self) {
        self.accrue_lead_hours();
        self.calendar.plan(self.lead_slot(), f64::INFINITY);
        let fresh = Lead {
            away: self.lead.away,
            busy: self.lead.busy,
            spent: self.lead.spent,
            today: self.lead.today,
            ..Lead::default()
        };
        let desk = std::mem::replace(&mut self.lead, fresh);
        for item in desk.serving.into_iter().chain(desk.queue) {
            match item {
                Item::Approval(ordinal, ..) => self.inspect(ordinal, None),
                Item::Question(seat) => {
                    debug_assert_eq!(self.members[seat].activity, Activity::Stuck);
                    self.members[seat].stuck.pursuit = Pursuit::Alone;
                    self.ask_again(seat);
                }
            }
        }
    }
}
