//! Who leads a team: the four ways one talks about, as policies.

use crate::state::Setting;
use model::parameters::Policy;
use model::scenario::{Arm, Scope};

/// Who leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// Nobody: a team of equals.
    Nobody,
    /// A formal lead, who approves and decides.
    Formal,
    /// Assist leaders without any formal authority beside them.
    Assist,
    /// Both.
    Both,
}

impl Leading {
    /// All ways.
    pub const ALL: [Leading; 4] = [Leading::Nobody, Leading::Formal, Leading::Assist, Leading::Both];

    /// The way of a policy.
    pub fn of(policy: &Policy) -> Self {
        match (policy.formal_lead, policy.assist_leaders) {
            (false, 0) => Leading::Nobody,
            (true, 0) => Leading::Formal,
            (false, _) => Leading::Assist,
            (true, _) => Leading::Both,
        }
    }

    /// Its name in links between page and program.
    pub fn id(self) -> &'static str {
        match self {
            Leading::Nobody => "nobody",
            Leading::Formal => "formal",
            Leading::Assist => "assist",
            Leading::Both => "both",
        }
    }

    /// In words, by the words of the field for a formal lead and an assist leader.
    pub fn label(self, lead: &str, assist: &str) -> String {
        match self {
            Leading::Nobody => words::leaders::nobody().to_owned(),
            Leading::Formal => lead.to_owned(),
            Leading::Assist => assist.to_owned(),
            Leading::Both => words::leaders::Both { lead: &lead, assist: &assist }.say(),
        }
    }

    /// What makes a policy this way; as many assist leaders as there are, or one.
    pub fn settings(self, arm: Arm, policy: &Policy) -> Vec<Setting> {
        let formal = matches!(self, Leading::Formal | Leading::Both);
        let count = if matches!(self, Leading::Assist | Leading::Both) { policy.assist_leaders.max(1) } else { 0 };
        let scope = Scope::Only(arm);
        vec![
            (scope, "formal_lead", Some(f64::from(u8::from(formal)))),
            (scope, "assist_leaders", Some(f64::from(count))),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Draft;

    #[test]
    fn each_way_can_be_had_from_each_and_is_recognised() {
        for from in Leading::ALL {
            for to in Leading::ALL {
                let mut draft = Draft::default();
                for way in [from, to] {
                    let policy = *draft.clone().finish().expect("valid").policy(Arm::Control);
                    for (scope, id, value) in way.settings(Arm::Control, &policy) {
                        draft.set(scope, id, value);
                    }
                }
                let scenario = draft.finish().expect("valid");
                assert_eq!(Leading::of(scenario.policy(Arm::Control)), to, "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn several_assist_leaders_stay_several() {
        let policy = Policy { assist_leaders: 3, ..Policy::default() };
        let settings = Leading::Assist.settings(Arm::Treatment, &policy);
        assert_eq!(settings[1], (Scope::Only(Arm::Treatment), "assist_leaders", Some(3.0)));
        assert_eq!(Leading::Both.label("head nurse", "flow nurse"), "head nurse and flow nurse");
    }
}
