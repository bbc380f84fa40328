//! Relief: assist leaders do the work of empty seats, and take work off those worn out.

use crate::math::least;
use crate::simulation::Simulation;
use crate::state::member::Activity;

impl Simulation {
    /// Whether an assist leader does the work of an empty seat before duty: where they give relief and a task is there to do, as many of
    /// them as seats are held by nobody, those of lower keys first.
    pub(super) fn covers(&self, seat: usize) -> bool {
        if !self.policy.relief || self.tasks.ready.is_empty() {
            return false;
        }
        let empty = self.seats_there().filter(|&seat| !self.members[seat].present()).count();
        self.duty.holders.iter().take(empty).any(|&other| other == seat)
    }

    /// A day of relief: of the hours an assist leader stood by, so many as it has empathy go into the work of those burnt out, the most
    /// exhausted first. What is done is the same; it is another who does it, and whom it strains.
    pub(super) fn take_load_off(&mut self) {
        if !self.policy.relief {
            return;
        }
        for index in 0..self.order.len() {
            let leader = self.order[index];
            let mut hours = self.rates.profile.empathy * self.members[leader].today.hours[Activity::StandBy as usize];
            while hours > 0.0
                && let Some(tired) = self.most_exhausted()
            {
                let taken = least(hours, self.left_to_do(tired));
                hours -= taken;
                self.members[tired].today.relieved += taken;
                self.members[leader].today.carried += taken;
            }
        }
    }

    /// Hours of a member's work today that nobody has taken over [h].
    fn left_to_do(&self, seat: usize) -> f64 {
        let today = &self.members[seat].today;
        today.hours[Activity::Working as usize] - today.relieved
    }

    /// Of those burnt out who do not hold the role and have work left, the most exhausted; of equals, the lower key.
    fn most_exhausted(&self) -> Option<usize> {
        let tired = |&&seat: &&usize| {
            let member = &self.members[seat];
            member.burnt_out && member.role.is_none() && self.left_to_do(seat) > 0.0
        };
        let exhaustion = |seat: usize| self.members[seat].exhaustion;
        let order = self.order.iter().rev().filter(tired);
        order.max_by(|&&a, &&b| exhaustion(a).total_cmp(&exhaustion(b))).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Draft, Scope};

    /// Two assist leaders on the first seats of six, who stood by so many hours; some are burnt out and worked so many.
    fn team(stood_by: [f64; 2], tired: &[(usize, f64, f64)]) -> Simulation {
        let mut draft = Draft::default();
        let settings =
            [("members", 6.0), ("assist_leaders", 2.0), ("assist_who", 0.0), ("relief", 1.0), ("empathy", 0.5)];
        for (id, value) in settings {
            draft.set(Scope::Both, id, Some(value));
        }
        let mut team = Simulation::new(&draft.finish().expect("valid"), 0);
        for (seat, member) in team.members.iter_mut().enumerate() {
            member.burnt_out = false;
            if seat < 2 {
                member.today.hours[Activity::StandBy as usize] = stood_by[seat];
            }
        }
        for &(seat, exhaustion, worked) in tired {
            let member = &mut team.members[seat];
            (member.burnt_out, member.exhaustion) = (true, exhaustion);
            member.today.hours[Activity::Working as usize] = worked;
        }
        team.take_load_off();
        team
    }

    #[test]
    fn the_most_exhausted_come_first_and_what_is_left_goes_to_the_next() {
        let relieved =
            |team: &Simulation| -> Vec<f64> { team.members.iter().map(|member| member.today.relieved).collect() };
        let both = team([4.0, 6.0], &[(3, 0.5, 3.0), (4, 0.7, 2.5)]);
        assert_eq!(relieved(&both), [0.0, 0.0, 0.0, 2.5, 2.5, 0.0]);
        assert_eq!([0, 1].map(|seat| both.members[seat].today.carried), [2.0, 3.0]);
        // No more than there is to do, and nothing where nobody is worn out.
        let little = team([8.0, 8.0], &[(5, 0.4, 1.0)]);
        assert_eq!(
            (relieved(&little)[5], little.members[0].today.carried, little.members[1].today.carried),
            (1.0, 1.0, 0.0)
        );
        assert_eq!(relieved(&team([8.0, 8.0], &[])), [0.0; 6]);
    }

    #[test]
    fn as_many_cover_as_seats_are_empty_while_a_task_waits() {
        let mut team = team([0.0, 0.0], &[]);
        assert!(!team.tasks.ready.is_empty());
        assert_eq!([0, 1].map(|seat| team.covers(seat)), [false, false]);
        team.leave(4);
        assert_eq!([0, 1].map(|seat| team.covers(seat)), [true, false]);
        team.leave(5);
        assert_eq!([0, 1].map(|seat| team.covers(seat)), [true, true]);
        team.tasks.ready.clear();
        assert_eq!([0, 1].map(|seat| team.covers(seat)), [false, false]);
    }

    #[test]
    fn whoever_has_left_is_not_relieved() {
        let mut team = team([0.0, 0.0], &[(4, 0.9, 4.0), (3, 0.5, 4.0)]);
        team.leave(4);
        team.members[0].today.hours[Activity::StandBy as usize] = 2.0;
        team.take_load_off();
        assert_eq!([3, 4].map(|seat| team.members[seat].today.relieved), [1.0, 0.0]);
    }
}
