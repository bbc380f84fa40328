//! Who sits where at the start, and who comes later.
//!
//! A seat counts from the day on which it is there: a founder's from the start, another's from when someone joins on it. Until then it is an
//! entry in the lists and no more.

use super::chance::{Chance, Purpose, Uniform};
use super::math::exp;
use super::member::{Activity, BlockerKind, DOMAINS, Help, HelpType, Hours, Member, Pursuit, Stuck, Today};
use super::metrics::ranking;
use super::parameters::World;
use super::processes::strain::settled;
use super::scenario::Scenario;
use super::simulation::Simulation;

/// The number of members that a share of them is, rounded.
pub(super) fn quota(share: f64, members: usize) -> usize {
    (share * members as f64 + 0.5) as usize
}

/// The team of a scenario, listed by `keys`; seats of those who join later are empty.
pub(super) fn seat_team(scenario: &Scenario, chance: &Chance, keys: &[u32]) -> Vec<Member> {
    let world = scenario.world();
    let draw = |key: u32| chance.draw(Purpose::Character, key, 0, 0)[1].unit();
    let by_draw = ranking(&(0..world.members).map(draw).collect::<Vec<f64>>());
    let count = by_draw.len();
    let givers = quota(world.givers, count);
    let takers = quota(world.takers, count).min(count - givers.min(count));
    let groups = groups(scenario);
    let founder = |key: u32, rank: usize| {
        let help_type = if rank < givers {
            HelpType::Giver
        } else if rank >= count - takers {
            HelpType::Taker
        } else {
            HelpType::Matcher
        };
        seat_member(world, groups[key as usize], chance, key, help_type)
    };
    // Seats beyond the team's size are not there until someone joins on them.
    let joins = scenario.joins();
    keys.iter()
        .map(|&key| match by_draw.iter().position(|&other| other == key as usize) {
            Some(rank) => founder(key, rank),
            None => Member {
                activity: Activity::Away,
                returns: joins[(key - world.members) as usize],
                ..new_member(world, groups[key as usize], chance, key, 0, HelpType::Matcher)
            },
        })
        .collect()
}

/// The groups by chance key: founders sit by consecutive seats, and each who joins goes to the group with the fewest seats, of
/// equals to the first.
fn groups(scenario: &Scenario) -> Vec<usize> {
    let world = scenario.world();
    let mut sizes = vec![0; world.groups as usize];
    (0..scenario.seats())
        .map(|key| {
            let group = if key < world.members {
                (u64::from(key) * u64::from(world.groups) / u64::from(world.members)) as usize
            } else {
                (0..sizes.len()).min_by_key(|&group| sizes[group]).unwrap_or(0)
            };
            sizes[group] += 1;
            group
        })
        .collect()
}

/// A member at the very start.
fn seat_member(world: &World, group: usize, chance: &Chance, key: u32, help_type: HelpType) -> Member {
    let [skill, ..] = chance.draw(Purpose::Person, key, 0, 0);
    let own = (world.skill_mean + world.skill_sd * skill.normal()).clamp(0.0, 1.0);
    let mut member = new_member(world, group, chance, key, 0, help_type);
    member.skill = [own * world.skill_away; DOMAINS];
    member.skill[member.home] = own;
    (member.energy, member.exhaustion) = settled(world, member.strain);
    member.burnt_out = member.exhaustion > world.theta;
    member
}

/// A hire, rested, who has yet to learn.
pub(super) fn new_member(
    world: &World,
    group: usize,
    chance: &Chance,
    key: u32,
    hire: u32,
    help_type: HelpType,
) -> Member {
    let home = key as usize % DOMAINS;
    let [.., strain] = chance.draw(Purpose::Person, key, hire, 0);
    let [offset, _, _, staying] = chance.draw(Purpose::Character, key, hire, 0);
    let mut skill = [world.skill_new * world.skill_away; DOMAINS];
    skill[home] = world.skill_new;
    Member {
        key,
        hire,
        hired: 0,
        group,
        home,
        help_type,
        remote: false,
        strain: world.d * exp(world.d_sd * strain.normal()),
        offset: world.m_sd * offset.normal(),
        skill,
        energy: 1.0,
        exhaustion: 0.0,
        morale: 0.6,
        safety: world.safety0,
        pay_forward: 0.0,
        load: 0.8,
        recognition: 0.0,
        support: 0.5,
        helping: 0.0,
        burnt_out: false,
        staying: staying.exponential(),
        week_help: 0.0,
        returns: 0,
        activity: Activity::Idle,
        since: 0.0,
        task: None,
        domain: home,
        remaining: 0.0,
        rework: 0.0,
        rework_hours: 0.0,
        speed: [0.0; DOMAINS],
        pulls: 0,
        pull_luck: [Uniform::default(); 4],
        stuck: Stuck {
            kind: BlockerKind::Expertise,
            since: 0.0,
            patience: 0.0,
            hesitation: 0.0,
            attempt: 0,
            luck: [Uniform::default(); 4],
            help_luck: [Uniform::default(); 4],
            owed: 0.0,
            pursuit: Pursuit::Alone,
            asks_next: false,
        },
        help: Help { seeker: 0, from: Activity::Idle, since: 0.0, until: 0.0 },
        role: None,
        today: Today::default(),
        hours: Hours::default(),
    }
}

impl Simulation {
    /// How many seats there are by now, held or vacant: by chance key the first so many.
    pub(super) fn seats(&self) -> usize {
        self.sizes.last().map_or(0, |&(_, seats)| seats)
    }

    /// Works out how the size of its group slows each member; a vacant seat counts, for whoever is hired next will sit there.
    pub(super) fn settle_crowd(&mut self) {
        let (groups, kappa) = (self.ties.groups(), self.world.kappa);
        let there = &groups[..self.seats()];
        let size = |group: usize| there.iter().filter(|&&other| other == group).count() as f64;
        self.crowd = groups.iter().map(|&group| (1.0 - kappa * (size(group) - 1.0)).max(0.5)).collect();
    }

    /// Gives remote work to as many seats as the policy says; a hire works where the one before did. Those who join later share
    /// what there is more of it with them, so that nobody moves because others come.
    pub(super) fn seat_remote(&mut self) {
        let draw = |key: usize| self.chance.draw(Purpose::Character, key as u32, 0, 0)[2].unit();
        let share = self.policy.remote_share;
        let mut remote = vec![false; self.seats()];
        let mut first = 0;
        for &(_, seats) in &self.sizes {
            let count = quota(share, seats) - quota(share, first);
            for place in ranking(&(first..seats).map(draw).collect::<Vec<f64>>()).into_iter().take(count) {
                remote[first + place] = true;
            }
            first = seats;
        }
        for (key, remote) in remote.into_iter().enumerate() {
            let seat = self.order[key];
            if self.members[seat].remote != remote {
                self.move_to(seat, remote);
            }
        }
    }

    /// The seats of those who join today are there from now on: groups grow, and with them the number of those who work remotely.
    pub(super) fn add_seats(&mut self) {
        let is_due = |&&seat: &&usize| self.members[seat].returns <= self.day;
        let due = self.order[self.seats()..].iter().take_while(is_due).count();
        if due > 0 {
            self.sizes.push((self.day, self.seats() + due));
            self.ties.admit(self.seats());
            self.settle_crowd();
            self.seat_remote();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::scenario::{Draft, Scope};
    use crate::model::shock::{Change, Shock};

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
            let policy = crate::model::parameters::Policy { notice: 9.0, ..team.policy };
            team.take_policy(&policy);
            assert_eq!(team.members.iter().map(|member| member.remote).collect::<Vec<bool>>(), before);
        }
    }
}
