//! The formal lead's desk: what waits there, and what is in hand.

use std::collections::VecDeque;

/// What lies on the lead's desk.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Item {
    /// A finished task, by ordinal, the effort to check it (exponential of mean 1), and when it was handed in [h].
    Approval(u32, f64, f64),
    /// A stuck member's question.
    Question(usize),
}

/// The formal lead's desk.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    pub(crate) queue: VecDeque<Item>,
    pub(crate) serving: Option<Item>,
    /// Whether the lead is away: nothing is served.
    pub(crate) away: bool,
    /// What is left of the service in hand [h]; meaningful while away.
    pub(crate) left: f64,
    /// Since when this state of the desk has been put down [h].
    pub(crate) since: f64,
    /// Hours busy in the window [h].
    pub(crate) busy: f64,
    /// Of the hours that leads gave their queue in the window, those in which they were busy [h].
    pub(crate) spent: f64,
    /// Hours busy today [h].
    pub(crate) today: f64,
}
