//! Who sits where at the start, and who comes later.

use super::chance::{Chance, Purpose, Uniform};
use super::math::exp;
use super::member::{Activity, BlockerKind, DOMAINS, Help, HelpType, Hours, Member, Pursuit, Stuck, Today};
use super::metrics::ranking;
use super::parameters::World;
use super::processes::strain::settled;
use super::scenario::Scenario;
use super::shock::Change;

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
    let founder = |key: u32, rank: usize| {
        let help_type = if rank < givers {
            HelpType::Giver
        } else if rank >= count - takers {
            HelpType::Taker
        } else {
            HelpType::Matcher
        };
        seat_member(scenario, chance, key, help_type)
    };
    // Seats beyond the team's size stay empty until their hires join.
    let joins: Vec<u32> = scenario
        .shocks()
        .iter()
        .flat_map(|shock| match shock.change {
            Change::Joins(count) => vec![scenario.days_before() + 5 * shock.week; count as usize],
            _ => Vec::new(),
        })
        .collect();
    keys.iter()
        .map(|&key| match by_draw.iter().position(|&other| other == key as usize) {
            Some(rank) => founder(key, rank),
            None => Member {
                activity: Activity::Away,
                returns: joins[(key - world.members) as usize],
                ..new_member(scenario.world(), scenario.seats(), chance, key, 0, HelpType::Matcher)
            },
        })
        .collect()
}

/// A member at the very start.
fn seat_member(scenario: &Scenario, chance: &Chance, key: u32, help_type: HelpType) -> Member {
    let world = scenario.world();
    let [skill, ..] = chance.draw(Purpose::Person, key, 0, 0);
    let own = (world.skill_mean + world.skill_sd * skill.normal()).clamp(0.0, 1.0);
    let mut member = new_member(world, scenario.seats(), chance, key, 0, help_type);
    member.skill = [own * world.skill_away; DOMAINS];
    member.skill[member.home] = own;
    (member.energy, member.exhaustion) = settled(world, member.strain);
    member.burnt_out = member.exhaustion > world.theta;
    member
}

/// A hire, rested, who has yet to learn.
pub(super) fn new_member(
    world: &World,
    seats: u32,
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
        group: (u64::from(key) * u64::from(world.groups) / u64::from(seats)) as usize,
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
