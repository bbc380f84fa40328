//! What draws requests for help to the members.

use super::member::DOMAINS;

/// What draws requests to the members, by chance key.
#[derive(Clone, Debug)]
pub struct Attraction {
    /// How open each is to a request now, and how much recognition adds, cubed.
    pub(crate) open: Vec<f64>,
    /// What recognition adds, cubed.
    pub(crate) renown: Vec<f64>,
    /// Who is idle.
    pub(crate) idle: Vec<bool>,
    /// Skill by domain.
    pub(crate) skill: [Vec<f64>; DOMAINS],
    /// What someone of whom nothing is known is thought to know: the team's mean by domain, as of the morning.
    pub(crate) expected: [f64; DOMAINS],
    /// Room for the sums over candidates.
    pub(crate) sums: Vec<f64>,
}

impl Attraction {
    /// Of a team whose members are yet to be looked at.
    pub fn new(members: usize) -> Self {
        let nothing = vec![0.0; members];
        Self {
            open: nothing.clone(),
            renown: nothing.clone(),
            idle: vec![false; members],
            skill: [(); DOMAINS].map(|()| nothing.clone()),
            expected: [0.0; DOMAINS],
            sums: nothing,
        }
    }
}
