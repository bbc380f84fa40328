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
use crate::state::ties::Start;

/// A day that does not come.
pub(super) const NEVER: u32 = u32::MAX;

/// What ties start with in a world, within a group and across groups.
pub(super) fn start(world: &World) -> Start {
    let across = 1.0 - world.silo;
    Start { trust: [world.trust0, world.trust0 * across], known: [world.know0, world.know0 * across] }
}

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
    let quiet = quiet_founders(world, chance);
    let founder = |key: u32, rank: usize| {
        let help_type = if rank < givers {
            HelpType::Giver
        } else if rank >= count - takers {
            HelpType::Taker
        } else {
            HelpType::Matcher
        };
        let quiet = quiet[key as usize];
        Member { quiet, ..seat_member(world, groups[key as usize], chance, key, help_type) }
    };
    // Seats beyond the team's size are not there until someone joins on them.
    let joins = scenario.joins();
    let newcomer = |key: u32| {
        let join = joins.get((key - world.members) as usize);
        // Those hired by a policy come when it says so.
        let day = join.copied().unwrap_or(NEVER);
        Member {
            activity: Activity::Away,
            extra: join.is_none(),
            returns: day,
            there_from: day,
            ..new_member(world, groups[key as usize], chance, key, 0, HelpType::Matcher)
        }
    };
    keys.iter()
        .map(|&key| match by_draw.iter().position(|&other| other == key as usize) {
            Some(rank) => founder(key, rank),
            None => newcomer(key),
        })
        .collect()
}

/// Which founders are quiet, by chance key: as many as the share says.
fn quiet_founders(world: &World, chance: &Chance) -> Vec<bool> {
    let draw = |key: u32| chance.draw(Purpose::Person, key, 0, 0)[1].unit();
    let mut quiet = vec![false; world.members as usize];
    let count = quota(world.quiet, quiet.len());
    if count > 0 {
        for key in ranking(&(0..world.members).map(draw).collect::<Vec<f64>>()).into_iter().take(count) {
            quiet[key] = true;
        }
    }
    quiet
}

/// The groups by chance key: founders sit by consecutive seats, and each who joins goes to the group with the fewest seats, of
/// equals to the first. Those hired by a policy come first and to the founders alone, so that who joins later sits where it would
/// without them.
fn groups(scenario: &Scenario) -> Vec<usize> {
    let world = scenario.world();
    let by_seat = |key: u32| (u64::from(key) * u64::from(world.groups) / u64::from(world.members)) as usize;
    let founders: Vec<usize> = (0..world.members).map(by_seat).collect();
    let joined = |count: usize| {
        let mut groups = founders.clone();
        for _ in 0..count {
            let size = |group: &usize| groups.iter().filter(|&other| other == group).count();
            let smallest = (0..world.groups as usize).min_by_key(size).unwrap_or(0);
            groups.push(smallest);
        }
        groups
    };
    let with_joins = joined(scenario.joins().len());
    let extra = joined(scenario.seats() as usize - with_joins.len()).split_off(founders.len());
    [with_joins, extra].concat()
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
    let [_, quiet, _, strain] = chance.draw(Purpose::Person, key, hire, 0);
    let [offset, _, _, staying] = chance.draw(Purpose::Character, key, hire, 0);
    let mut skill = [world.skill_new * world.skill_away; DOMAINS];
    skill[home] = world.skill_new;
    Member {
        key,
        hire,
        hired: 0,
        group,
        home,
        quiet: quiet.chance(world.quiet),
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
        giving: help_type.giving(),
        dependence: 0.0,
        prepared: 0.0,
        intruded: 0.0,
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
        pace: [f64::INFINITY; DOMAINS],
        on_tasks: 1.0,
        pulls: 0,
        pull_luck: [Uniform::default(); 4],
        stuck: Stuck {
            kind: BlockerKind::Expertise,
            difficulty: 0.0,
            since: 0.0,
            patience: 0.0,
            hesitation: 0.0,
            attempt: 0,
            luck: [Uniform::default(); 4],
            help_luck: [Uniform::default(); 4],
            owed: 0.0,
            pursuit: Pursuit::Alone,
            asks_next: false,
            left_alone: false,
        },
        help: Help { seeker: 0, from: Activity::Idle, since: 0.0, until: 0.0, unasked: None },
        training: 0.0,
        trains_until: 0.0,
        extra: false,
        there_from: 0,
        role: None,
        today: Today::default(),
        hours: Hours::default(),
    }
}
