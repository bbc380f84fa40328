//! What the team as a whole feels of its assist leaders.

/// Days over which presence is averaged.
pub(crate) const DAYS: usize = 5;

/// The state of the air on a day.
#[derive(Clone, Debug, Default)]
pub struct Ambience {
    /// Hours on duty of the last days.
    pub(crate) duty: [f64; DAYS],
    /// Paid hours of the last days.
    pub(crate) paid: [f64; DAYS],
    /// Hours of the last days that the formal lead's desk left free, and all of them [h].
    pub(crate) free: [f64; DAYS],
    pub(crate) lead: [f64; DAYS],
    /// How far the assist leaders reach [0, 1].
    pub(crate) presence: f64,
    /// Clarity of goals [0, 0.95].
    pub(crate) clarity: f64,
    /// How readily quiet members ask and speak up, against the others [0, 1].
    pub(crate) candour: f64,
}

impl Ambience {
    /// Share of the formal lead's time that the desk leaves free; half before anything is known.
    pub(crate) fn attention(&self) -> f64 {
        let (free, hours) = (self.free.iter().sum::<f64>(), self.lead.iter().sum::<f64>());
        if hours > 0.0 { free / hours } else { 0.5 }
    }
}
