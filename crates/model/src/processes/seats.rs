//! Seats: how many there are by now, how crowded they are, who works remotely.

use crate::chance::Purpose;
use crate::metrics::ranking;
use crate::seating::quota;
use crate::simulation::Simulation;

impl Simulation {
    /// How many seats there are by now, held or vacant.
    pub(crate) fn seats(&self) -> usize {
        self.arrivals.iter().map(|(_, keys)| keys.len()).sum()
    }

    /// Whether a seat is there by now, held or vacant.
    pub(crate) fn is_there(&self, seat: usize) -> bool {
        self.ties.is_there(self.key(seat))
    }

    /// The seats there by now, by chance key.
    pub(crate) fn seats_there(&self) -> impl Iterator<Item = usize> {
        self.order.iter().copied().filter(|&seat| self.is_there(seat))
    }

    /// Works out how the size of its group slows each member; a vacant seat counts, for whoever is hired next will sit there.
    pub(crate) fn settle_crowd(&mut self) {
        let (groups, kappa) = (self.ties.groups(), self.world.kappa);
        let there = || (0..groups.len()).filter(|&key| self.ties.is_there(key));
        let size = |group: usize| there().filter(|&key| groups[key] == group).count() as f64;
        self.crowd = groups.iter().map(|&group| (1.0 - kappa * (size(group) - 1.0)).max(0.5)).collect();
    }

    /// Gives remote work to as many seats as the policy says; a hire works where the one before did. Those who join later share
    /// what there is more of it with them, so that nobody moves because others come.
    pub(crate) fn seat_remote(&mut self) {
        let draw = |key: usize| self.chance.draw(Purpose::Character, key as u32, 0, 0)[2].unit();
        let share = self.policy.remote_share;
        let mut remote = vec![false; self.order.len()];
        let mut seats = 0;
        for (_, keys) in &self.arrivals {
            let count = quota(share, seats + keys.len()) - quota(share, seats);
            for place in ranking(&keys.iter().map(|&key| draw(key)).collect::<Vec<f64>>()).into_iter().take(count) {
                remote[keys[place]] = true;
            }
            seats += keys.len();
        }
        for (key, remote) in remote.into_iter().enumerate() {
            let seat = self.order[key];
            if self.members[seat].remote != remote {
                self.move_to(seat, remote);
            }
        }
    }

    /// The seats of those who join today are there from now on: groups grow, and with them the number of those who work remotely.
    pub(crate) fn add_seats(&mut self) {
        let is_due = |&key: &usize| {
            let seat = self.order[key];
            !self.is_there(seat) && self.members[seat].there_from <= self.day
        };
        let due: Vec<usize> = (0..self.order.len()).filter(is_due).collect();
        if !due.is_empty() {
            self.ties.admit(due.iter().copied());
            self.arrivals.push((self.day, due));
            self.settle_crowd();
            self.seat_remote();
        }
    }

    /// The intervention begins: those whom the policy in force hires on top of the team join today. To be called between days.
    pub fn hire_extra(&mut self) {
        let day = self.day;
        let extra = self.order.iter().filter(|&&seat| self.members[seat].extra);
        let hired: Vec<usize> = extra.take(self.policy.extra_members as usize).copied().collect();
        if hired.is_empty() {
            return;
        }
        for seat in hired {
            self.members[seat].there_from = day;
            self.members[seat].returns = day;
        }
        self.fill_seats();
        self.plan_day();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Draft, Scope};
    use crate::shock::{Change, Shock};

    /// A team with remote work and a loss to coordination, and hires who join at the start of some weeks, no warm-up before.
    fn team(members: f64, groups: f64, share: f64, joins: &[(u32, u32)]) -> Simulation {
        let mut draft = Draft::default();
        let settings = [("members", members), ("groups", groups), ("remote_share", share), ("kappa", 0.1), ("h0", 0.0)];
        for (id, value) in settings.into_iter().chain([("warmup_weeks", 0.0), ("baseline_weeks", 0.0)]) {
            draft.set(Scope::Both, id, Some(value));
        }
        draft.shocks = (joins.iter())
            .map(|&(week, count)| Shock { week, weeks: None, change: Change::Joins(count), label: String::new() })
            .collect();
        Simulation::new(&draft.finish().expect("valid"), 0)
    }

    fn groups(team: &Simulation) -> Vec<usize> {
        team.members.iter().map(|member| member.group).collect()
    }

    #[test]
    fn founders_share_the_groups_and_so_do_those_who_join() {
        let check = |members: f64, count: f64, joins: &[(u32, u32)], expect: &[usize]| {
            assert_eq!(groups(&team(members, count, 0.0, joins)), expect);
        };
        check(8.0, 2.0, &[], &[0, 0, 0, 0, 1, 1, 1, 1]);
        check(8.0, 2.0, &[(5, 8)], &[0, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        check(5.0, 3.0, &[(1, 3)], &[0, 0, 1, 1, 2, 2, 0, 1]);
        check(3.0, 1.0, &[(0, 2)], &[0; 5]);
    }

    #[test]
    fn groups_grow_on_the_day_someone_joins() {
        let mut team = team(8.0, 2.0, 0.0, &[(2, 4), (1, 1)]);
        let factor = |size: f64| (1.0 - 0.1 * (size - 1.0)).max(0.5);
        for (day, sizes) in
            [(0.0, [4.0, 4.0]), (4.9, [4.0, 4.0]), (5.0, [5.0, 4.0]), (9.9, [5.0, 4.0]), (10.0, [7.0, 6.0])]
        {
            team.run_days(day);
            let there: f64 = sizes.iter().sum();
            assert_eq!(team.seats() as f64, there, "on day {day}");
            for key in 0..team.seats() {
                let size = sizes[team.ties.group(key)];
                assert!((team.crowd[key] - factor(size)).abs() < 1e-15, "on day {day}");
                assert_eq!(team.ties.trust_row(key).iter().filter(|&&trust| trust > 0.0).count() as f64, there - 1.0);
            }
        }
    }

    #[test]
    fn remote_work_keeps_its_share_and_nobody_moves_because_others_join() {
        for share in [0.0, 0.3, 0.5, 0.77, 1.0] {
            let mut team = team(7.0, 2.0, share, &[(1, 1), (2, 4), (2, 1), (3, 3)]);
            let mut before: Vec<bool> = Vec::new();
            for day in [0.0, 5.0, 10.0, 15.0] {
                team.run_days(day);
                let now: Vec<bool> = team.members[..team.seats()].iter().map(|member| member.remote).collect();
                assert_eq!(now.iter().filter(|&&remote| remote).count(), quota(share, now.len()), "{share}, day {day}");
                assert_eq!(now[..before.len()], before, "{share}, day {day}");
                before = now;
            }
            // A policy with the same share leaves everyone where they are.
            let policy = crate::parameters::Policy { notice: 9.0, ..team.policy };
            team.take_policy(&policy);
            assert_eq!(team.members.iter().map(|member| member.remote).collect::<Vec<bool>>(), before);
        }
    }

    #[test]
    fn a_policy_hires_on_top_and_whoever_joins_sits_where_they_would_without() {
        let joins = [(1, 2)];
        let with = |extra: f64| {
            let mut draft = Draft::default();
            for (id, value) in [("members", 7.0), ("groups", 2.0), ("remote_share", 0.5), ("warmup_weeks", 0.0)] {
                draft.set(Scope::Both, id, Some(value));
            }
            draft.set(Scope::Both, "baseline_weeks", Some(0.0));
            draft.set(Scope::Both, "h0", Some(0.0));
            draft.set(Scope::Only(crate::scenario::Arm::Treatment), "extra_members", Some(extra));
            draft.shocks = joins
                .iter()
                .map(|&(week, count)| Shock { week, weeks: None, change: Change::Joins(count), label: String::new() })
                .collect();
            draft.finish().expect("valid")
        };
        let scenario = with(2.0);
        let mut control = Simulation::new(&scenario, 0);
        let mut treated = control.clone();
        treated.take_policy(scenario.policy(crate::scenario::Arm::Treatment));
        control.hire_extra();
        treated.hire_extra();
        assert_eq!((control.seats(), treated.seats()), (7, 9));
        assert_eq!(groups(&control)[..9], groups(&Simulation::new(&with(0.0), 0))[..]);
        control.run_days(5.0);
        treated.run_days(5.0);
        assert_eq!((control.seats(), treated.seats()), (9, 11));
        let present = |team: &Simulation| team.members.iter().filter(|member| member.present()).count();
        assert_eq!((present(&control), present(&treated)), (9, 11));
        let remote = |team: &Simulation| team.members.iter().filter(|member| member.remote).count();
        assert_eq!((remote(&control), remote(&treated)), (quota(0.5, 9), quota(0.5, 11)));
        // Where nobody is hired, nothing shows of the seats that the other arm fills.
        let mut alone = Simulation::new(&with(0.0), 0);
        alone.run_days(5.0);
        assert_eq!(alone.elapsed(), control.elapsed());
        assert_eq!(format!("{:?}", alone.outcome()), format!("{:?}", control.outcome()));
    }
}
