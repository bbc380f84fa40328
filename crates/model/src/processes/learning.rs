//! Learning: by practice, by solving alone, by being shown, and the assist leader's own craft.

use crate::math::approach;
use crate::simulation::Simulation;
use crate::state::member::{Activity, BlockerKind, DOMAINS, Member, Stuck};

/// Hours of a week in which rates of learning are stated.
const WEEK: f64 = 40.0;
/// How much faster the craft of assisting grows than a skill.
const CRAFT: f64 = 10.0;

impl Simulation {
    /// What a day taught a member, by the exact solution of ds/dt = rate (1 - s).
    pub(super) fn learn(&mut self, seat: usize) {
        let (rate, psi) = (self.world.k_learn, self.world.psi);
        if rate <= 0.0 {
            return;
        }
        let learning = self.rates.profile.learning;
        let member = &mut self.members[seat];
        // Of no hours nothing is learned; to ask whether there are any would cost more.
        for ((skill, practice), alone) in member.skill.iter_mut().zip(member.today.practice).zip(member.today.alone) {
            let hours = practice + psi * alone;
            *skill += (1.0 - *skill) * approach(rate * hours / WEEK);
        }
        let on_duty = member.today.duty_help + member.today.hours[Activity::StandBy as usize];
        if let Some(role) = &mut member.role
            && on_duty > 0.0
        {
            role.craft += (1.0 - role.craft) * approach(CRAFT * rate * learning * on_duty / WEEK);
        }
    }

    /// An answer to a question of expertise closes a part of the gap to the one who knows, the more is explained; who knows less
    /// teaches nothing.
    pub(super) fn learn_from_help(&mut self, seeker: usize, helper: usize, teach: f64) {
        let Member { domain, stuck: Stuck { kind, .. }, .. } = self.members[seeker];
        let gap = self.members[helper].skill[domain] - self.members[seeker].skill[domain];
        if kind == BlockerKind::Expertise && gap > 0.0 {
            self.members[seeker].skill[domain] += gap * approach(self.world.k_gap * teach);
            self.set_appeal(seeker);
        }
    }

    /// Hours of training for everyone teach in all domains alike, as so many hours of solving alone would.
    pub(super) fn learn_in_training(&mut self, seat: usize, hours: f64) {
        let gain = approach(self.world.k_learn * self.world.psi * hours / (DOMAINS as f64 * WEEK));
        for skill in &mut self.members[seat].skill {
            *skill += gain * (1.0 - *skill);
        }
        self.set_appeal(seat);
    }
}

#[cfg(test)]
mod tests {
    use crate::math::exp;
    use crate::scenario::{Draft, Scope};
    use crate::simulation::Simulation;
    use crate::state::member::BlockerKind;

    fn team(settings: &[(&str, f64)]) -> Simulation {
        let mut draft = Draft::default();
        for (id, value) in settings {
            draft.set(Scope::Both, id, Some(*value));
        }
        Simulation::new(&draft.finish().expect("valid"), 0)
    }

    #[test]
    fn answers_close_the_gap_to_who_knows_more_by_the_same_share_each() {
        let mut team = team(&[("k_gap", 0.7)]);
        team.members[0].stuck.kind = BlockerKind::Expertise;
        let domain = team.members[0].domain;
        let know = |team: &mut Simulation, seeker: f64, helper: f64| {
            team.members[0].skill[domain] = seeker;
            team.members[1].skill[domain] = helper;
        };
        know(&mut team, 0.3, 0.9);
        for answers in 1..=5 {
            team.learn_from_help(0, 1, 0.4);
            let gap = 0.6 * exp(-0.7 * 0.4 * f64::from(answers));
            assert!((team.members[0].skill[domain] - (0.9 - gap)).abs() < 1e-12, "after {answers}");
        }
        // The other domains, who knows as much or less, answers without explanation, and other questions teach nothing.
        know(&mut team, 0.6, 0.6);
        team.learn_from_help(0, 1, 0.4);
        know(&mut team, 0.6, 0.2);
        team.learn_from_help(0, 1, 0.4);
        know(&mut team, 0.6, 0.9);
        team.learn_from_help(0, 1, 0.0);
        team.members[0].stuck.kind = BlockerKind::Clarity;
        team.learn_from_help(0, 1, 0.4);
        assert_eq!(team.members[0].skill[domain], 0.6);
    }

    #[test]
    fn juniors_gain_more_from_the_same_answer() {
        let mut team = team(&[]);
        let domain = team.members[0].domain;
        let mut gained = |skill: f64| {
            team.members[0].stuck.kind = BlockerKind::Expertise;
            team.members[0].skill[domain] = skill;
            team.members[1].skill[domain] = 0.9;
            team.learn_from_help(0, 1, 0.3);
            team.members[0].skill[domain] - skill
        };
        assert!(gained(0.2) > 2.0 * gained(0.6));
    }

    #[test]
    fn training_for_everyone_teaches_all_domains_as_solving_alone_would() {
        let mut team = team(&[("k_learn", 0.03), ("psi", 4.0)]);
        team.members[2].skill = [0.1, 0.5, 0.9];
        team.learn_in_training(2, 24.0);
        for (skill, before) in team.members[2].skill.into_iter().zip([0.1, 0.5, 0.9]) {
            assert!((skill - (1.0 - (1.0 - before) * exp(-0.03 * 4.0 * 24.0 / 120.0))).abs() < 1e-12);
        }
    }
}
