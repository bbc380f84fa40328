//! Charts: which outcomes have one (`catalogue`), what it shows (`data`), in words (`words`), on the way from one setup to another (`between`) and as a file (`file`); how it is drawn
//! on any surface (`draw`, with its labels in their `places`), the canvas and the SVG file as surfaces (`canvas`), and the part of the page that holds one (`figure`).

pub mod between;
pub mod catalogue;
pub mod data;
pub mod file;
pub mod places;
pub mod rows;
pub mod scale;
pub mod source;
pub mod swept;
pub mod tile;
pub mod words;

#[cfg(feature = "web")]
pub mod canvas;
#[cfg(feature = "web")]
mod crosshair;
#[cfg(feature = "web")]
pub mod draw;
#[cfg(feature = "web")]
pub mod figure;
#[cfg(feature = "web")]
pub mod save;

#[cfg(test)]
pub(crate) mod tests {
    use std::rc::Rc;

    use crate::ensemble_summary::EnsembleSummary;
    use experiment::ensemble::{Ensemble, run};
    use experiment::goal::Goal;

    /// The summary of some pairs of a built-in scenario.
    pub fn summary(name: &str, pairs: u32) -> EnsembleSummary {
        let scenario = Rc::new(library::scenario(name).expect("built in"));
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..pairs));
        EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(pairs))
    }
}
