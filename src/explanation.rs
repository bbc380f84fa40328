//! Why the teams differ, as far as it is known.

use std::rc::Rc;

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

/// Each is made once.
impl PartialEq for Explanation {
    fn eq(&self, other: &Self) -> bool {
        self.scenario == other.scenario && self.why.pairs() == other.why.pairs() && self.complete == other.complete
    }
}
