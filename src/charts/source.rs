//! What a saved picture of a question says of itself, and what its file is called.

use crate::names::file_name;
use library::origin::Origin;
use library::results::VERSION;
use model::scenario::Scenario;
use words::charts;

/// Longest list of settings at the foot of a picture [characters].
const SETTINGS: usize = 70;

/// Where numbers come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The scenario, in words that anyone can repeat.
    pub of: Origin,
    /// Pairs in all.
    pub pairs: u64,
    /// Whether there are more to come.
    pub so_far: bool,
}

impl Source {
    /// Of so many pairs of a scenario.
    pub fn new(scenario: &Scenario, pairs: u64, so_far: bool) -> Self {
        Self { of: Origin::of(scenario), pairs, so_far }
    }

    /// In a line for pictures.
    pub fn line(&self) -> String {
        let (pairs, scenario, seed) = (self.pairs as usize, &self.of.clause(SETTINGS), &self.of.seed);
        if self.so_far {
            charts::SourceSoFar { pairs, version: &VERSION, scenario, seed }.say()
        } else {
            charts::SourcePairs { pairs, version: &VERSION, scenario, seed }.say()
        }
    }

    /// The name of a file with this ending, of what is shown.
    pub fn file_name(&self, shown: &str, ending: &str) -> String {
        let after = format!("{}-seed{}-{}pairs-{shown}.{ending}", self.of.mark(), self.of.seed, self.pairs);
        file_name(&format!("assist-lab-{VERSION}-"), &self.of.scenario, &after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Scope;

    #[test]
    fn a_picture_says_what_it_is_of() {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(Scope::Both, "beta", Some(0.4));
        let source = Source::new(&draft.finish().expect("valid"), 1800, false);
        let line = source.line();
        assert!(line.contains("scenario “software” with beta=0.4, seed 60"), "{line}");
        assert!(line.contains("1800 pairs") || line.contains("1,800 pairs"), "{line}");
        let name = source.file_name("screen-throughput", "svg");
        assert!(name.contains("software") && name.ends_with("-seed60-1800pairs-screen-throughput.svg"), "{name}");
    }
}
