//! Asking for help: when, whom, and the answer.

use crate::chance::{Purpose, Uniform};
use crate::diary::Event;
use crate::math::{least, logistic};
use crate::processes::helping::help_rate;
use crate::rates::Profile;
use crate::simulation::Simulation;
use crate::state::attraction::Attraction;
use crate::state::member::{ACTIVITIES, Activity, BlockerKind, Stuck};

/// How much more a loss of trust or safety weighs than a gain.
pub(super) const LOSS: f64 = 3.0;
/// Weight of the last answer in the pay-forward memory.
const PAY_FORWARD_MEMORY: f64 = 0.3;
/// How open who works is to a request, against who is free.
const OPEN_AT_WORK: f64 = 0.5;
/// How easily a member of the own group resolves a matter of coordination, against one of another group.
const OWN_GROUP: f64 = 0.3;

/// The same by activity, cubed: nobody who is stuck, helps or learns is open, and nobody is on an empty seat.
static OPENNESS: [f64; ACTIVITIES] = {
    let mut openness = [0.0; ACTIVITIES];
    openness[Activity::Idle as usize] = 1.0;
    openness[Activity::StandBy as usize] = 1.0;
    openness[Activity::Working as usize] = OPEN_AT_WORK * OPEN_AT_WORK * OPEN_AT_WORK;
    openness
};

/// The place at which `u` falls among `weights`; `None` if all are 0. `sums` is room to work in.
fn pick(weights: impl Iterator<Item = f64>, sums: &mut [f64], u: f64) -> Option<usize> {
    let mut total = 0.0;
    for (sum, weight) in sums.iter_mut().zip(weights) {
        total += weight;
        *sum = total;
    }
    let point = u * total;
    let place = sums.partition_point(|&sum| sum <= point);
    (place < sums.len()).then_some(place)
}

/// How able someone of this skill seems to who knows so much of it; of whom nothing is known, what is expected of anyone.
fn as_known(known: f64, skill: f64, expected: f64) -> f64 {
    expected + known * (skill - expected)
}

impl Simulation {
    /// Rate at which a stuck member asks [per h].
    pub(crate) fn ask_rate(&self, seat: usize) -> f64 {
        let member = &self.members[seat];
        let trust = self.by_trust(self.ties.mean_trust(self.key(seat)));
        self.rates.ask * member.safety * trust * self.contact(member.remote) * self.candour(seat)
    }

    /// How readily a member asks and speaks up, against those who are not quiet [0, 1]: assist leaders who listen and are fair take
    /// from what holds it back, close control adds to it.
    pub(super) fn candour(&self, seat: usize) -> f64 {
        if self.members[seat].quiet { self.ambience.candour } else { 1.0 }
    }

    /// That of quiet members today.
    pub(super) fn quiet_candour(&self) -> f64 {
        let Profile { listening, fairness, .. } = self.rates.profile;
        let heard = self.reach(0.5 * (listening + fairness));
        1.0 - least(self.world.reticence * (1.0 + self.rates.micromanagement), 1.0) * (1.0 - heard)
    }

    /// What a level of trust leaves of the readiness to ask, to grant, to show that one is stuck.
    pub(super) fn by_trust(&self, trust: f64) -> f64 {
        1.0 - self.world.k_T * (1.0 - trust)
    }

    /// The draws of an attempt to ask: threshold of hesitation, whether the assist leader is asked, who is, the answer.
    pub(crate) fn attempt_luck(&self, seat: usize, attempt: u32) -> [Uniform; 4] {
        let (task, blocker) = self.blocker_key(seat);
        self.chance.draw(Purpose::Attempt, task, blocker, attempt)
    }

    /// A stuck member asks: the assist leader, the formal lead, or a colleague.
    pub(crate) fn ask(&mut self, seat: usize) {
        let Stuck { kind, attempt, luck: [_, route, choice, answer], .. } = self.members[seat].stuck;
        if let Some(leader) = self.on_call()
            && route.chance(self.policy.route)
        {
            return self.request(seat, leader, answer.unit());
        }
        let to_lead = self.to_lead(seat, kind);
        if to_lead > 0.0 {
            let (task, blocker) = self.blocker_key(seat);
            let [escalate, .., kept] = self.chance.draw(Purpose::Detour, task, blocker, attempt);
            if escalate.chance(to_lead) {
                return match self.on_call().filter(|_| kept.chance(self.policy.gatekeeping)) {
                    Some(leader) => self.request(seat, leader, answer.unit()),
                    None => self.submit_question(seat),
                };
            }
        }
        match self.choose(seat, kind, choice.unit()) {
            Some(colleague) => self.request(seat, colleague, answer.unit()),
            None => self.ask_again(seat),
        }
    }

    /// Share of a member's questions of a kind that go to the formal lead: of those about what is wanted, the more the more it has
    /// learned to wait for others to decide; of all, what a lead takes up who helps.
    fn to_lead(&self, seat: usize, kind: BlockerKind) -> f64 {
        if !self.lead_answers() {
            return 0.0;
        }
        let escalate = self.world.escalate;
        let decide = match kind {
            BlockerKind::Clarity => escalate + (1.0 - escalate) * self.members[seat].dependence,
            BlockerKind::Expertise | BlockerKind::Coordination => 0.0,
        };
        decide + (1.0 - decide) * self.policy.lead_assists
    }

    /// The colleague asked, with probability proportional to (trust x openness x ability as far as it is known x (1 + 2
    /// recognition)) cubed.
    fn choose(&mut self, seat: usize, kind: BlockerKind, u: f64) -> Option<usize> {
        let key = self.key(seat);
        let trust = self.ties.trust_row(key);
        let Attraction { open, skill, expected, sums, .. } = &mut self.attraction;
        let cube = |x: f64| x * x * x;
        // Nobody trusts itself: the diagonal is 0.
        let candidates = trust.iter().zip(open.iter());
        let chosen = match kind {
            BlockerKind::Expertise => {
                let domain = self.members[seat].domain;
                let expected = expected[domain];
                let able = self.ties.known_row(key).iter().zip(&skill[domain]);
                let able = able.map(|(&known, &skill)| as_known(known, skill, expected));
                pick(candidates.zip(able).map(|((&trust, open), able)| cube(trust * able) * open), sums, u)
            }
            BlockerKind::Coordination if !self.ties.one_group() => {
                let own = self.ties.group(key);
                let share = self.ties.groups().iter().map(|&group| if group == own { OWN_GROUP } else { 1.0 });
                pick(candidates.zip(share).map(|((&trust, open), share)| cube(trust * share) * open), sums, u)
            }
            BlockerKind::Clarity | BlockerKind::Coordination => {
                pick(candidates.map(|(&trust, open)| cube(trust) * open), sums, u)
            }
        };
        chosen.map(|key| self.order[key])
    }

    /// Works out what draws requests to a member; it holds until skill or recognition change.
    pub(crate) fn set_appeal(&mut self, seat: usize) {
        let key = self.key(seat);
        let member = &self.members[seat];
        let renown = 1.0 + 2.0 * member.recognition;
        self.attraction.renown[key] = renown * renown * renown;
        for (column, skill) in self.attraction.skill.iter_mut().zip(member.skill) {
            column[key] = skill;
        }
        self.set_openness(seat);
    }

    /// Works out what those of whom nothing is known are thought to know.
    pub(crate) fn set_expected(&mut self) {
        let present = || self.order.iter().map(|&seat| &self.members[seat]).filter(|member| member.present());
        let count = present().count() as f64;
        for (domain, expected) in self.attraction.expected.iter_mut().enumerate() {
            let sum: f64 = present().map(|member| member.skill[domain]).sum();
            *expected = if count > 0.0 { sum / count } else { 0.0 };
        }
    }

    /// Works out how much of that counts now: all for who is free, less for who works, nothing for who is stuck or helps.
    pub(crate) fn set_openness(&mut self, seat: usize) {
        let (key, activity) = (self.key(seat), self.members[seat].activity);
        self.attraction.open[key] = OPENNESS[activity as usize] * self.attraction.renown[key];
        self.attraction.idle[key] = activity == Activity::Idle;
    }

    /// One member asks another, who says yes or no.
    fn request(&mut self, seeker: usize, asked: usize, u: f64) {
        let on_duty = self.members[asked].activity == Activity::StandBy;
        let granted = self.answer(asked, seeker, on_duty, |willingness| u < willingness);
        self.note_blocker(seeker, |blocker| Event::Asked(blocker, asked, granted));
        let member = &mut self.members[seeker];
        let lived = f64::from(u8::from(granted));
        member.pay_forward += PAY_FORWARD_MEMORY * (lived - member.pay_forward);
        member.giving += self.world.a_G * (lived - member.giving);
        if granted {
            let helper = if on_duty { self.refer(seeker, asked) } else { asked };
            self.begin_help(helper, seeker, None);
        } else {
            self.ties.move_trust(self.key(seeker), self.key(asked), -LOSS * self.world.a_T);
            let loss = LOSS * self.world.a_S * self.members[seeker].safety;
            self.move_safety(seeker, -loss);
            self.ask_again(seeker);
        }
    }

    /// Whether the one asked says yes: what `luck` says to its willingness. A yes that it would not have said had nobody ever
    /// helped it descends from earlier help.
    fn answer(&mut self, asked: usize, seeker: usize, on_duty: bool, luck: impl Fn(f64) -> bool) -> bool {
        let memory = self.members[asked].pay_forward;
        let willingness = self.willingness(asked, seeker, on_duty);
        let granted = luck(willingness(memory));
        let descends = granted && memory > 0.0 && !luck(willingness(0.0));
        self.members[asked].today.requests += 1;
        self.record.requests += 1;
        self.record.refusals += u64::from(!granted);
        self.record.passed_on += u64::from(descends);
        granted
    }

    /// Chance that `helper` says yes to `seeker`, as a function of its memory of being helped.
    fn willingness(&self, helper: usize, seeker: usize, on_duty: bool) -> impl Fn(f64) -> f64 + use<> {
        let member = &self.members[helper];
        let room = logistic((self.world.l_star - member.load) / 0.1) * (1.0 - member.exhaustion);
        let thanked = 1.0 + self.world.g_u * member.recognition;
        let (there, back) = (self.key(helper), self.key(seeker));
        let trust = if on_duty { 1.0 } else { self.by_trust(self.ties.trust(there, back)) };
        let (giving, m) = (member.giving, self.world.m);
        let gives = on_duty || giving >= 1.0;
        // What is owed to the seeker, so far as that counts.
        let owed = if gives { 1.0 } else { repaid(self.ties.given(back, there) - self.ties.given(there, back)) };
        let rest = room * trust * thanked;
        move |memory| {
            let inclination = if gives { 1.0 } else { inclination(giving, reciprocity(m, memory, owed)) };
            least(rest * inclination, 1.0)
        }
    }

    /// An assist leader on duty, asked for expertise, passes the question on to an idle member who knows more as far as the assist
    /// leader can tell, or, where it may, to one at work who would be quicker; if one accepts.
    fn refer(&mut self, seeker: usize, leader: usize) -> usize {
        let domain = self.members[seeker].domain;
        if self.members[seeker].stuck.kind != BlockerKind::Expertise {
            return leader;
        }
        // Clearly more, not by rounding.
        let enough = self.members[leader].skill[domain] + 1e-9;
        let known = self.ties.known_row(self.key(leader));
        let expected = self.attraction.expected[domain];
        let seems = |seat: usize| as_known(known[self.key(seat)], self.members[seat].skill[domain], expected);
        let craft = self.members[leader].role.map_or(0.0, |role| role.craft);
        let own_rate = help_rate(self.members[leader].skill[domain], Some(craft));
        let pass_on = self.policy.pass_on;
        let able = |&(&seat, &idle): &(&usize, &bool)| {
            if idle {
                seat != leader && seems(seat) > enough
            } else {
                pass_on && self.members[seat].activity == Activity::Working && help_rate(seems(seat), None) > own_rate
            }
        };
        let (task, blocker) = self.blocker_key(seeker);
        let attempt = self.members[seeker].stuck.attempt;
        let [_, fair, answer, _] = self.chance.draw(Purpose::Detour, task, blocker, attempt);
        let able = self.order.iter().zip(&self.attraction.idle).filter(able).map(|(seat, _)| seat);
        let choice = if fair.chance(self.rates.profile.fairness) {
            able.min_by(|&&a, &&b| self.members[a].helping.total_cmp(&self.members[b].helping))
        } else {
            // Of equals, the lower key.
            able.rev().max_by(|&&a, &&b| seems(a).total_cmp(&seems(b)))
        };
        let Some(&asked) = choice else { return leader };
        let granted = self.answer(asked, seeker, false, |willingness| {
            let refusal = 1.0 - willingness;
            answer.chance(1.0 - refusal * refusal)
        });
        self.note_blocker(seeker, |blocker| Event::Referred(blocker, asked, granted));
        if granted { asked } else { leader }
    }

    /// The member gathers courage again.
    pub(super) fn ask_again(&mut self, seat: usize) {
        let attempt = self.members[seat].stuck.attempt + 1;
        let luck = self.attempt_luck(seat, attempt);
        let stuck = &mut self.members[seat].stuck;
        stuck.attempt = attempt;
        stuck.luck = luck;
        stuck.hesitation = luck[0].exponential();
        self.plan_struggle(seat);
    }
}

/// Inclination to help of whoever gives so readily, where a matcher has `matched`: half of that for a taker, all for a giver, and
/// in between in proportion.
fn inclination(giving: f64, matched: f64) -> f64 {
    if giving <= 0.5 { matched * (0.5 + giving) } else { matched + (1.0 - matched) * (2.0 * giving - 1.0) }
}

/// Inclination to help from pay-forward memory `p` (weight `m`) and from what is repaid.
fn reciprocity(m: f64, p: f64, repaid: f64) -> f64 {
    m * p + (1.0 - m) * repaid
}

/// Inclination to help whoever has given so many hours more than received [h].
fn repaid(balance: f64) -> f64 {
    logistic(1.0 + balance)
}

#[cfg(test)]
mod tests {
    use super::{inclination, reciprocity, repaid};
    use crate::math::logistic;
    use crate::state::member::HelpType;

    #[test]
    fn types_of_helpers_are_places_on_the_scale_of_giving() {
        for matched in [0.0, 0.3, 0.8, 1.0] {
            assert_eq!(inclination(HelpType::Taker.giving(), matched), 0.5 * matched);
            assert_eq!(inclination(HelpType::Matcher.giving(), matched), matched);
            assert!((inclination(0.999_999_999_999, matched) - 1.0).abs() < 1e-9);
            assert!((inclination(0.25, matched) - 0.75 * matched).abs() < 1e-15);
        }
    }

    #[test]
    fn inclination_has_the_fixed_point_of_theory() {
        // Everyone's memory equals everyone's inclination: p = m p + (1 - m) g, hence p = g; and a giver's share of memory
        // solves P = g / (1 - (1 - g) m) where answers are g + (1 - g) m P.
        for (g, m) in [(0.3, 0.4), (0.7, 0.9), (0.1, 0.0)] {
            let mut p = 0.5;
            for _ in 0..2_000 {
                p = g + (1.0 - g) * reciprocity(m, p, repaid(-1e9));
            }
            assert!((p - g / (1.0 - (1.0 - g) * m)).abs() < 1e-12, "{g} {m}: {p}");
        }
        assert_eq!(reciprocity(0.0, 0.5, repaid(0.0)), logistic(1.0));
    }
}
