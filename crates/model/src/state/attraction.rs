//! What draws requests for help to the members.

use super::member::DOMAINS;

/// Column of what draws requests that need no ability.
pub(crate) const NO_ABILITY: usize = DOMAINS;

/// What draws requests to the members, all cubed and by chance key.
#[derive(Clone, Debug)]
pub struct Attraction {
    /// Ability in each domain, and none needed, by recognition.
    pub(crate) appeal: Vec<[f64; DOMAINS + 1]>,
    /// That, as far as the present activity leaves the member open; a column for each kind of ability.
    pub(crate) open: [Vec<f64>; DOMAINS + 1],
    /// Room for the sums over candidates.
    pub(crate) sums: Vec<f64>,
}

impl Attraction {
    /// Of a team whose members are yet to be looked at.
    pub fn new(members: usize) -> Self {
        Self {
            appeal: vec![[0.0; DOMAINS + 1]; members],
            open: [(); DOMAINS + 1].map(|()| vec![0.0; members]),
            sums: vec![0.0; members],
        }
    }
}
