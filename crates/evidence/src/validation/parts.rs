//! What carries the effect of an assist leader in the plain team: the effect without each mechanism.

use experiment::ensemble::Ensemble;
use model::outcome::Measure as M;

use super::figure::{Figure, ensemble};
use super::patterns::plain;

/// The measures whose change is told.
pub const TOLD: [M; 3] = [M::Throughput, M::Morale, M::Escaped];

/// A mechanism, and what the effect is without it.
pub struct Part {
    /// The mechanism.
    pub name: &'static str,
    /// The settings that switch it off.
    pub off: &'static str,
    /// The effect without it, by [`TOLD`], as a share of control's level.
    pub without: [Figure; TOLD.len()],
    /// The whole effect less that: what it carries.
    pub carries: [Figure; TOLD.len()],
}

/// The whole effect, and its parts.
pub struct Parts {
    /// The whole effect, by [`TOLD`], as a share of control's level.
    pub whole: [Figure; TOLD.len()],
    /// Mechanism by mechanism.
    pub parts: Vec<Part>,
}

/// The mechanisms through which an assist leader acts, and how each is switched off in the second team alone, or in the world.
const MECHANISMS: [(&str, &str); 14] = [
    ("sees who is stuck", "treatment.notice=0"),
    ("is asked first", "treatment.route=0"),
    ("makes goals clearer", "treatment.ambiguity=0"),
    ("listens: safety, fewer misunderstandings", "treatment.listening=0"),
    ("connects people and groups", "treatment.collaboration=0"),
    ("sees to it that tasks fit people", "treatment.delegation=0"),
    ("explains more", "treatment.long_term=0"),
    ("strain of the role", "k_e=0 k_a=0"),
    ("unasked help that is unwelcome", "t_welcome=0 k_u=0"),
    ("two voices", "role_clarity=1"),
    ("trust as a level", "k_T=0"),
    ("who knows what", "know0=1 k_know=10 silo=0"),
    ("learning from answers", "k_gap=0"),
    ("mistakes seen by a helper", "review=0"),
];

/// One assist leader in the plain team, over `n` pairs for each row.
pub fn parts(n: u32) -> Parts {
    let run = |off: &str| ensemble(&plain(&format!("treatment.assist_leaders=1 {off}")), n);
    let relative = |of: &Ensemble, measure: M| -> Vec<f64> {
        let mean = of.contrast(measure).control.mean;
        of.pairs().map(|pair| (pair.treatment.get(measure) - pair.control.get(measure)) / mean).collect()
    };
    let whole = run("");
    let part = |(name, off): (&'static str, &'static str)| {
        let without = run(off);
        let carries = |measure| {
            let (whole, without) = (relative(&whole, measure), relative(&without, measure));
            Figure::of(whole.iter().zip(&without).map(|(whole, without)| whole - without))
        };
        Part {
            name,
            off,
            without: TOLD.map(|measure| Figure::of(relative(&without, measure).into_iter())),
            carries: TOLD.map(carries),
        }
    };
    Parts {
        whole: TOLD.map(|measure| Figure::of(relative(&whole, measure).into_iter())),
        parts: MECHANISMS.map(part).into(),
    }
}
