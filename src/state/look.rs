//! How a setup is looked at, as far as a link says it: which pair, when, whose story, which chart, what is covered. Nothing here changes a
//! result, and undo leaves it alone.

use super::guess::Guess;
use super::inquiries::Subject;
use super::panel::Panel;
use super::pays::Pays;
use super::scene::Scene;
use model::outcome::Measure;
use model::parameters::{Parameter, parameter};

/// How a setup is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// The pair whose teams are seen; a typical one if nobody has chosen, once it is known which that is.
    pub pair: Option<Shown>,
    /// Where the clock rests [weeks since the change]; `None` where it runs, or has yet to start.
    pub week: Option<f64>,
    /// Whose story is told, by seat; a team may turn out to have no such seat.
    pub person: Option<usize>,
    /// Whether it is to be seen who trusts whom.
    pub trust: bool,
    /// The measure whose chart is in front; the scenario's own if `None`.
    pub chart: Option<Measure>,
    /// Whether the result is hidden, until it is revealed.
    pub hidden: bool,
    /// What the reader expected, or is to be asked.
    pub guess: Option<Guess>,
    /// What is shown large, to a room; `None` in the lab as it is at a desk.
    pub scene: Option<Scene>,
    /// The lever that is shown large there.
    pub lever: Option<&'static Parameter>,
    /// The panel of the side column that is open; the levers if `None`.
    pub panel: Option<Panel>,
    /// What the page of questions is about; where it pays if `None`.
    pub subject: Option<Subject>,
    /// What is asked there of where it pays; the time of the role, or what was asked last, if `None`.
    pub pays: Option<Pays>,
}

impl Look {
    /// Whether sentence, dots and curves are covered.
    pub fn covered(&self) -> bool {
        self.hidden || self.guess == Some(Guess::Asked)
    }

    /// The replicate of the pair shown.
    pub fn replicate(&self) -> u32 {
        self.pair.map_or(0, |pair| pair.replicate)
    }

    /// The lever shown large: the one chosen, or else the time that the role has.
    pub fn large_lever(&self) -> Option<&'static Parameter> {
        self.lever.or_else(|| parameter("assist_share"))
    }
}

/// A pair that is shown, and as what it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which, from 0.
    pub replicate: u32,
    /// As what.
    pub kind: Kind,
}

/// As what a pair was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By its number, or as just another.
    Any,
    /// Near the middle of many.
    Typical,
    /// One of those in which the second team did best beside the first.
    Lucky,
    /// One of those in which it did worst.
    Unlucky,
}

impl Kind {
    /// Those that are chosen by what is in them.
    pub const CHOSEN: [Kind; 3] = [Kind::Typical, Kind::Lucky, Kind::Unlucky];

    /// What links call it; nothing for any pair.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Any => "",
            Kind::Typical => "typical",
            Kind::Lucky => "lucky",
            Kind::Unlucky => "unlucky",
        }
    }
}

impl Shown {
    /// Any pair.
    pub fn any(replicate: u32) -> Self {
        Self { replicate, kind: Kind::Any }
    }

    /// As it stands in a link: a number from 1, and as what it was chosen.
    pub fn link(self) -> String {
        let number = self.replicate + 1;
        if self.kind == Kind::Any { number.to_string() } else { format!("{}-{number}", self.kind.name()) }
    }
}
