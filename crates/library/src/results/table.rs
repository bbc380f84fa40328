//! Which tables there are, and what their columns are.

/// What the rows of a table are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A row for each outcome: means, differences, intervals.
    Summary,
    /// A row for each outcome and pair.
    Pairs,
    /// A row for each outcome that has a course and each week: means, differences, intervals over the pairs.
    Weeks,
    /// A row for each such outcome, week and pair.
    PairWeeks,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, without a byte order mark.
    Csv,
    /// JSON: an object that says what the rows are of, and the rows under the name of the table.
    Json,
}

impl Table {
    /// All of them.
    pub const ALL: [Table; 4] = [Table::Summary, Table::Pairs, Table::Weeks, Table::PairWeeks];

    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Table::Summary => "summary",
            Table::Pairs => "pairs",
            Table::Weeks => "weeks",
            Table::PairWeeks => "pair-weeks",
        }
    }

    /// Its columns behind those that say what it is of.
    pub(super) fn columns(self) -> &'static [&'static str] {
        match self {
            Table::Summary => &[
                "outcome",
                "unit",
                "pairs_compared",
                "control_mean",
                "control_se",
                "treatment_mean",
                "treatment_se",
                "difference_mean",
                "difference_se",
                "ci95_low",
                "ci95_high",
                "pairs_higher",
                "pairs_lower",
                "share_higher",
                "share_lower",
            ],
            Table::Pairs => &["outcome", "unit", "pair", "control", "treatment", "difference"],
            Table::Weeks => &[
                "outcome",
                "unit",
                "week",
                "control_mean",
                "treatment_mean",
                "difference_mean",
                "ci95_low",
                "ci95_high",
                "difference_q025",
                "difference_q25",
                "difference_median",
                "difference_q75",
                "difference_q975",
            ],
            Table::PairWeeks => &["outcome", "unit", "pair", "week", "control", "treatment", "difference"],
        }
    }
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }
}

/// The number of the week that holds a moment [weeks since the change]: the week after the change is week 1, and there is no week 0.
pub fn week_number(at: f64) -> f64 {
    let number = at.floor();
    if number < 0.0 { number } else { number + 1.0 }
}
