//! Who is on duty as assist leader, and who waits to be noticed.

use std::collections::VecDeque;

/// Who stands by, and who may be noticed.
#[derive(Clone, Debug, Default)]
pub struct Duty {
    /// The seats of those who hold the role, by chance key.
    pub(crate) holders: Vec<usize>,
    /// Assist leaders standing by, longest first.
    pub(crate) standing: VecDeque<usize>,
    /// Attention spent so far: the integral of the rate of noticing.
    pub(crate) attention: f64,
    /// When that was put down [h].
    pub(crate) attended: f64,
    /// Weeks of the team's training still to come.
    pub(crate) training_weeks: u32,
    /// Days on which a role that lies vacant is passed on [d].
    pub(crate) vacant: Vec<u32>,
    /// Stuck members by the attention at which they are noticed, earliest first.
    pub(crate) watched: Vec<(f64, usize)>,
}
