//! Why the teams differ, as far as it is known.

use std::rc::Rc;

use crate::inquiry::Findings;
use experiment::why::Why;
use model::scenario::Scenario;

/// The difference of many pairs, taken apart.
#[derive(Debug)]
pub struct Explanation {
    /// What it is of.
    pub scenario: Rc<Scenario>,
    /// What the pairs say that there are.
    pub why: Why,
    /// Whether that is all of them.
    pub complete: bool,
}

impl Explanation {
    /// Of what was asked on the page of questions; nothing before the first pairs.
    pub fn of(found: &Findings) -> Option<Self> {
        let scenario = Rc::new(found.question.scenario().clone());
        let pairs = found.results.first()?.as_ref()?.pairs().filter(|pairs| pairs.done() > 0)?;
        let why = Why::new(&scenario, pairs);
        Some(Self { scenario, why, complete: found.complete })
    }
}

/// Each is made once.
impl PartialEq for Explanation {
    fn eq(&self, other: &Self) -> bool {
        self.scenario == other.scenario && self.why.pairs() == other.why.pairs() && self.complete == other.complete
    }
}
