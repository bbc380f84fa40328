//! What the built-in stories claim, and what the model shows.

use model::outcome::{MEASURES, Measure};

use super::figure::{Figure, ensemble};

/// A story with a claim.
pub struct Story {
    /// The scenario's name.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What the story claims.
    pub claim: String,
    /// The measure that comes nearest.
    pub measure: Measure,
    /// Control, treatment.
    pub arms: [f64; 2],
    /// Treatment less control, as a share of control.
    pub change: Figure,
    /// Share of pairs in which treatment is higher, lower.
    pub pairs: [f64; 2],
}

/// All built-in scenarios that claim something, over `n` pairs each.
pub fn stories(n: u32) -> Vec<Story> {
    library::names()
        .filter_map(|name| {
            let scenario = library::scenario(name)?;
            let texts = scenario.texts();
            let claim = library::story(&scenario)?.claim.clone();
            let place = MEASURES.iter().position(|info| info.id == texts.measure)?;
            if claim.is_empty() {
                return None;
            }
            let measure = Measure::ALL[place];
            let contrast = ensemble(&scenario, n).contrast(measure);
            Some(Story {
                name,
                title: texts.title.clone(),
                claim,
                measure,
                arms: [contrast.control.mean, contrast.treatment.mean],
                change: Figure::from(contrast.difference).times(1.0 / contrast.control.mean),
                pairs: [contrast.share_higher(), contrast.share_lower()],
            })
        })
        .collect()
}
