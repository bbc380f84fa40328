//! What can happen to the page's state.

use std::rc::Rc;

use super::Replay;
use super::guess::Guess;
use super::history::Setting;
use super::inquiries::{Place, Subject};
use super::look::Kind;
use super::notice::Notice;
use super::panel::Panel;
use super::pays::Pays;
use super::scene::Scene;
use crate::ensemble_summary::EnsembleSummary;
use crate::explanation::Explanation;
use crate::inquiry::{Findings, Question};
use crate::share::Shared;
use experiment::goal::Goal;
use experiment::story::Topic;
use model::outcome::Measure;
use model::parameters::Parameter;
use model::scenario::{Arm, Scope};

/// Something that happens to it.
#[derive(Clone, Debug)]
pub enum Action {
    /// A lever is on the move.
    Set(Scope, &'static str, Option<f64>),
    /// It was let go.
    Settle,
    /// A lever goes back to the built-in scenario.
    Reset(Scope, &'static str),
    /// Several parameters change in one step, or none of them if that cannot be.
    Apply(Vec<Setting>),
    /// The two policies change places.
    Swap,
    /// The policy of one arm is that of the other too.
    Copy {
        /// Whose policy it is.
        from: Arm,
    },
    /// Everything goes back to the built-in scenario.
    ResetAll,
    /// Another built-in scenario.
    Choose(String),
    /// Everything is as a link or a file says.
    Open(Box<Shared>),
    /// Another seed.
    Seed(u64),
    /// Replicates are plausible worlds, or teams of one world.
    Plausible(bool),
    /// A parameter is known, and stays where worlds are drawn, or is not.
    Know(&'static str, bool),
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
    /// The last change is shown once more, or no longer.
    Replay(Option<Replay>),
    /// What is compared now becomes the baseline to compare with.
    Pin,
    /// There is none any more.
    Unpin,
    /// A pair of this kind is to be looked at, or just another one.
    Watch(Kind),
    /// The clock rests at this week, or goes on.
    Rest(Option<f64>),
    /// The result is hidden, or revealed.
    Hide(bool),
    /// What is expected of the result, is to be asked, or is no longer.
    Guess(Option<Guess>),
    /// Something is shown large, to a room, or no longer.
    Present(Option<Scene>),
    /// A panel of the side column is to be seen.
    Panel(Panel),
    /// A lever is to be shown large.
    Enlarge(&'static Parameter),
    /// Another number of pairs, or precision.
    Goal(Goal),
    /// The ensemble may go on, or stops.
    Compute(bool),
    /// There is news of many pairs.
    Found {
        /// What they say.
        summary: Rc<EnsembleSummary>,
        /// Whether they were wanted because the lab shows their scenario, or did then.
        of_lab: bool,
    },
    /// It is asked why the teams differ, or no longer.
    Ask(bool),
    /// There is news of that.
    Explained(Rc<Explanation>),
    /// The page of questions is about this now.
    About(Subject),
    /// Something is asked there.
    Inquire(Place, Rc<Question>),
    /// What is to be asked of where it pays is this.
    Draft(Box<Pays>),
    /// Something can be asked there, but is not yet.
    Propose(Place, Rc<Question>),
    /// What was asked there goes on, or rests.
    RunInquiry(Place, bool),
    /// There is news of it.
    Answered(Rc<Findings>),
    /// It is not asked any more.
    EndInquiry(Place),
    /// This was cut off there when the page was closed.
    CutOff(Place, Rc<Question>),
    /// What was known of it then was read.
    Remembered(Place),
    /// The browser keeps nothing: what is asked ends with the page.
    KeepsNothing,
    /// So long takes a member's day of a pair, with all that compute [ms].
    Pace(f64),
    /// The visible pair runs, or stops.
    Play(bool),
    /// It runs at another speed.
    Speed(f64),
    /// Someone's story is to be told, or nobody's.
    Select(Option<usize>),
    /// Of someone's story these episodes are to be told.
    Follow(usize, Topic),
    /// Who trusts whom is to be seen, or no longer.
    Trust(bool),
    /// A measure's chart is to be in front.
    Chart(Measure),
    /// A lever is to be seen, by id.
    Seek(&'static str),
    /// There is something to say.
    Tell(Notice),
    /// It was read.
    Dismiss(usize),
}
