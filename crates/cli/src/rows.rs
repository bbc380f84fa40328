//! Which tables there are on the command line, and what has to be kept for each.

use clap::ValueEnum;

use experiment::members::Observed;
use experiment::study::plan::Keep;
use library::results::Table;
use model::scenario::Scenario;

/// What the rows of a table are of.
#[derive(Clone, Copy, ValueEnum)]
pub enum Rows {
    /// A row for each outcome: means, differences, intervals.
    Summary,
    /// A row for each outcome and pair.
    Pairs,
    /// A row for each outcome and week: means, differences, intervals over the pairs.
    Weeks,
    /// A row for each outcome, pair and week.
    PairWeeks,
    /// A row for each arm, member and outcome of a member: means over the pairs; assist leaders first, then the others by skill.
    Members,
}

impl Rows {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.table().map_or("members", Table::name)
    }

    /// The table of the team's outcomes that it is; `None` where it is of members.
    pub fn table(self) -> Option<Table> {
        match self {
            Rows::Summary => Some(Table::Summary),
            Rows::Pairs => Some(Table::Pairs),
            Rows::Weeks => Some(Table::Weeks),
            Rows::PairWeeks => Some(Table::PairWeeks),
            Rows::Members => None,
        }
    }

    /// What has to be kept of the pairs for it.
    pub fn keep(self) -> Keep {
        match self {
            Rows::Summary | Rows::Members => Keep::Statistics,
            Rows::Pairs => Keep::Outcomes,
            // Quantiles of a week need every pair's.
            Rows::Weeks | Rows::PairWeeks => Keep::Weeks,
        }
    }

    /// What is kept of a pair, and what all of so many take at most [bytes].
    pub fn bytes(self, scenario: &Scenario, pairs: u32) -> [u64; 2] {
        let keep = self.keep();
        match self {
            Rows::Members => [1, u64::from(pairs)].map(|pairs| pairs * Observed::bytes(scenario)),
            _ => [keep.pair_bytes(scenario), keep.most_bytes(scenario, pairs)],
        }
    }
}
