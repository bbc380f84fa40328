//! The page of questions in words: what a question takes, how far it is.

use super::list;
use super::numbers::fixed;
use crate::charts::catalogue::wording;
use crate::inquiry::{Findings, Question};
use experiment::design::Question as Kind;
use experiment::goal::Goal;
use experiment::study::progress::work;
use words::{asked, numbers, outcome, swept};

/// What a question from a file is, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What its author called it; may be empty.
    pub title: String,
    /// What it asks.
    pub sentence: String,
    /// What it takes.
    pub cost: String,
    /// What of it cannot be run; empty if nothing.
    pub refused: String,
}

/// What a question from a file is; `pace` is how long a member's day takes [ms], if that is known.
pub fn asked(question: &Question, pace: Option<f64>) -> Asked {
    let (points, each) = (question.order().len(), question.experiment.most_pairs());
    let title = &question.scenario().texts().title;
    let [points_said, pairs, all] = [points as u64, u64::from(each), points as u64 * u64::from(each)].map(grouped);
    let sentence = match question.kind() {
        Kind::Pairs => asked::FilePairs { title, all: &all }.say(),
        Kind::Why => asked::FileWhy { title, all: &all }.say(),
        Kind::Sweep(_) => asked::FileSweep { title, points: &points_said, pairs: &pairs, all: &all }.say(),
        Kind::Screen { .. } => asked::FileScreen { title, points: &points_said, pairs: &pairs, all: &all }.say(),
        Kind::Indices { .. } => asked::FileIndices { title, points: &points_said, pairs: &pairs, all: &all }.say(),
    };
    let (sentence, until) = match (question.experiment.asked().effort, question.kind()) {
        (Goal::Pairs(_), _) => (sentence, String::new()),
        (Goal::Sure(_), Kind::Pairs) => {
            (asked::FilePairsSure { title, all: &all }.say(), asked::file_sure().to_owned())
        }
        (Goal::Sure(_), Kind::Why) => (asked::FileWhySure { title, all: &all }.say(), asked::file_sure().to_owned()),
        (Goal::Sure(_), _) => {
            let said = asked::FileSweepSure { title, points: &points_said, all: &all }.say();
            (said, asked::file_sure().to_owned())
        }
    };
    let cost = pace
        .filter(|_| !question.is_sure())
        .map_or_else(String::new, |pace| swept::cost_time(&time(question, each, pace)));
    let refused = question.count() - points;
    let fault = (0..question.count()).find_map(|point| question.fault(point));
    let refused = fault.map_or_else(String::new, |fault| asked::FileRefused { count: refused, fault: &fault }.say());
    Asked {
        title: question.experiment.asked().title.clone(),
        sentence: list::sentences(vec![sentence, until]),
        cost,
        refused,
    }
}

/// A row for each outcome that was asked for: its name, both teams' means, the mean difference, and the interval of that.
pub fn outcome_rows(found: &Findings) -> Vec<[String; 5]> {
    let question = &found.question;
    let row = |&measure| {
        let (_, unit) = wording(measure, question.scenario());
        let contrast = found.contrast(measure, 0)?;
        let [low, high] = contrast.difference.ci95().map(|end| unit.signed(end));
        let name = outcome::label(measure);
        let name =
            if unit.name.is_empty() { name.to_owned() } else { numbers::Named { name: &name, unit: &unit.name }.say() };
        Some([
            name,
            unit.fixed(contrast.control.mean),
            unit.fixed(contrast.treatment.mean),
            unit.signed(contrast.difference.mean),
            numbers::Range { low: &low, high: &high }.say(),
        ])
    };
    question.experiment.asked().outcomes.iter().filter_map(row).collect()
}

/// About how long so many pairs of each point take here; `pace` is how long a member's day takes [ms].
pub fn time(question: &Question, pairs: u32, pace: f64) -> String {
    let points = question.order().len() as f64;
    seconds(
        points
            * work(question.scenario())
            * f64::from(pairs)
            * question.experiment.keep().cost(question.scenario())
            * pace,
    )
}

/// A time to wait, about.
pub fn seconds(millis: f64) -> String {
    let seconds = (millis / 1000.0).max(1.0);
    if seconds < 100.0 {
        words::time::seconds(&fixed(seconds, 0))
    } else {
        words::time::minutes(&fixed(seconds / 60.0, 0))
    }
}

/// A whole number with its thousands apart.
pub fn grouped(number: u64) -> String {
    fixed(number as f64, 0)
}

/// How far it is.
pub fn progress(found: &Findings, runs: bool) -> String {
    let [done, all] = found.pairs.map(grouped);
    let [round, rounds] = &found.round;
    if found.complete {
        return swept::progress_done(&done);
    }
    if !runs {
        return swept::ProgressPaused { done: &done, all: &all }.say();
    }
    let said = if found.question.is_adaptive() {
        swept::Progress { round, rounds, done: &done, all: &all }.say()
    } else {
        swept::ProgressLine { done: &done, all: &all }.say()
    };
    list::sentences(vec![said, found.left.map_or_else(String::new, |left| swept::progress_left(&seconds(left)))])
}
