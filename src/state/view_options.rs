//! How a setup is looked at. Nothing here changes a result, and undo leaves it alone.

use super::look::Look;
use experiment::story::Topic;

/// Speeds of the visible pair [working days per second].
pub const SPEEDS: [f64; 6] = [0.2, 0.5, 1.0, 2.0, 5.0, 10.0];

/// How a setup is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewOptions {
    /// As far as a link says it.
    pub look: Look,
    /// Whether the visible pair runs.
    pub playing: bool,
    /// Whether that of a scenario that is opened does.
    pub starts: bool,
    /// How many scenarios were opened after the first: with each the clock begins anew.
    pub opened: u32,
    /// How fast it runs [working days per second].
    pub speed: f64,
    /// Of someone's story, which episodes were asked for, and how often any were; all if none.
    pub topic: Option<(u32, Topic)>,
    /// Which lever was asked for last, by id, and how often any was.
    pub sought: (u32, &'static str),
}
