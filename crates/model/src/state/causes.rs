//! Lasting causes of blockers: what the team has said of them, and what is done about them.

/// A cause that blocks work again and again until it is mended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cause {
    /// Share of all recurring blockers that come from this cause and those before it [0, 1] -- constant.
    pub(crate) up_to: f64,
    /// Hours of mending still to be done [h] -- state.
    pub(crate) left: f64,
    /// How often someone who met it has said so since the start -- state.
    pub(crate) said: u32,
    /// Whether it is mended, so that it blocks nobody any more -- state.
    pub(crate) mended: bool,
}

/// The causes of a team's recurring blockers, and the hours that go into mending them.
#[derive(Clone, Debug, Default)]
pub struct Causes {
    /// All of them, the most frequent first.
    pub(crate) list: Vec<Cause>,
    /// Hours of the last day in which nobody had anything else to do, and in which members worked [h].
    pub(crate) spare: f64,
    pub(crate) worked: f64,
    /// By how much the hours that went into mending are beyond what was wanted so far; negative where they are less [h].
    pub(crate) beyond: f64,
    /// Share of today's working hours that goes into mending [0, 1).
    pub(crate) share: f64,
}

impl Causes {
    /// The cause to which a uniform draw leads; `None` without any.
    pub(crate) fn at(&self, u: f64) -> Option<usize> {
        // Counted to the end, for where it lies is chance.
        let place = self.list.iter().filter(|cause| cause.up_to <= u).count();
        (place < self.list.len()).then_some(place)
    }

    /// The cause to mend next: of those that someone has spoken of the one spoken of most, of equals the most frequent.
    pub(crate) fn next(&self) -> Option<usize> {
        let said = |&place: &usize| !self.list[place].mended && self.list[place].said > 0;
        (0..self.list.len()).rev().filter(said).max_by_key(|&place| self.list[place].said)
    }
}
