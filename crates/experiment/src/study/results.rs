//! What a point of a study came to.

use std::sync::Arc;

use crate::caveats::Caveats;
use crate::ensemble::{Contrast, Ensemble};
use model::outcome::Measure;

/// What the pairs of a point say together, as far as it was kept. Whichever that is, the numbers have the same bits.
#[derive(Clone, Debug)]
pub enum Results {
    /// The statistics alone.
    Summary(Arc<Summary>),
    /// The pairs.
    Pairs(Ensemble),
}

/// Statistics of all outcomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Number of pairs.
    pub pairs: u32,
    /// By [`Measure`].
    pub(super) contrasts: Vec<Contrast>,
    pub(super) caveats: Caveats,
}

impl Results {
    /// Number of pairs.
    pub fn done(&self) -> u32 {
        match self {
            Self::Summary(summary) => summary.pairs,
            Self::Pairs(pairs) => pairs.done(),
        }
    }

    /// One measure's estimates.
    pub fn contrast(&self, measure: Measure) -> Contrast {
        match self {
            Self::Summary(summary) => summary.contrasts[measure as usize],
            Self::Pairs(pairs) => pairs.contrast(measure),
        }
    }

    /// In how many pairs the numbers say less than they seem to.
    pub fn caveats(&self) -> Caveats {
        match self {
            Self::Summary(summary) => summary.caveats,
            Self::Pairs(pairs) => pairs.caveats(),
        }
    }

    /// Treatment less control in a measure, pair by pair; `NaN` where an arm has it not. Empty where only statistics were kept.
    pub fn differences(&self, measure: Measure) -> Vec<f64> {
        let pairs = self.pairs().into_iter().flat_map(Ensemble::pairs);
        pairs.map(|pair| pair.treatment.get(measure) - pair.control.get(measure)).collect()
    }

    /// The pairs; `None` where only statistics were kept.
    pub fn pairs(&self) -> Option<&Ensemble> {
        match self {
            Self::Summary(_) => None,
            Self::Pairs(pairs) => Some(pairs),
        }
    }
}
