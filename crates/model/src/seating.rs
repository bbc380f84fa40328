//! Who sits where at the start, and who comes later.
//!
//! A seat counts from the day on which it is there: a founder's from the start, another's from when someone joins on it. Until then it is an
//! entry in the lists and no more.

use super::chance::{Chance, Purpose, Uniform};
use super::energy::settled;
use super::math::exp;
use super::metrics::ranking;
use super::parameters::World;
use super::scenario::Scenario;
use crate::state::member::{Activity, BlockerKind, DOMAINS, Help, HelpType, Hours, Member, Pursuit, Stuck, Today};

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
