//! The result in plain sentences, with its uncertainty.

use super::labels::Labels;
use super::numbers::{decimals_for, fixed, signed};
use super::{arms, list};
use crate::charts::catalogue::wording;
use crate::ensemble_summary::{EnsembleSummary, is_noticeable, main_measure};
use crate::state::guess;
use experiment::caveats::Caveats;
use experiment::ensemble::Contrast;
use experiment::goal::Goal;
use experiment::relative::{base, has_zero};
use model::outcome::{Better, Measure};
use model::scenario::{Arm, Scenario};
use words::{charts, difference, differences, numbers, outcome, result, result_panel};

/// The result in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What the comparison says.
    pub main: String,
    /// What else is to be known.
    pub also: String,
    /// Of that, what no number says: whose work is counted, and how far it is.
    pub note: String,
    /// What to beware of; empty if nothing.
    pub caution: String,
    /// Whether that is more than a rare case.
    pub alarm: bool,
    /// What the dots say.
    pub tally: String,
}

/// Which way a difference goes, as far as one can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
    Unclear,
}

fn direction(contrast: &Contrast) -> Direction {
    let [low, high] = contrast.difference.ci95();
    if low > 0.0 {
        Direction::Up
    } else if high < 0.0 {
        Direction::Down
    } else {
        Direction::Unclear
    }
}

/// How sure the mean difference is, as half the width of its interval; `None` where that is not known.
pub fn precision(summary: &EnsembleSummary) -> Option<String> {
    let measure = summary.main.measure;
    let unit = Unit::of(measure, &summary.main.contrast, &summary.scenario);
    let [low, high] = summary.main.contrast.difference.ci95();
    let half_width = 0.5 * unit.factor * (high - low);
    let amount = unit.write(&fixed(half_width, decimals_for(half_width, 1)));
    // Where all pairs say the same, there is nothing to be sure of.
    (half_width.is_finite() && half_width > 0.0).then(|| {
        result::Precision { pairs: summary.done as usize, amount: &amount, outcome: &outcome::label(measure) }.say()
    })
}

/// In what the main measure's difference is put, and so a guess of it. Before anything is known of the first team's mean it is per cent,
/// if the measure has any.
pub fn unit_of_difference(scenario: &Scenario, summary: Option<&EnsembleSummary>) -> guess::Unit {
    let measure = main_measure(scenario);
    let relative = match summary.filter(|summary| *summary.scenario == *scenario) {
        Some(summary) => Unit::of(measure, &summary.main.contrast, scenario).relative,
        None => has_zero(measure),
    };
    if relative { guess::Unit::PerCent } else { guess::Unit::Own }
}

/// What a unit of the main measure's difference is called.
pub fn unit_name(unit: guess::Unit, scenario: &Scenario) -> String {
    match unit {
        guess::Unit::PerCent => charts::unit_per_cent().to_owned(),
        guess::Unit::Own => Unit::own(main_measure(scenario), scenario).name,
    }
}

/// What a difference is put in.
pub(super) struct Unit {
    /// By how much it is multiplied.
    pub factor: f64,
    /// What it is called; empty for an index from 0 to 1.
    name: String,
    /// Whether it is per cent of the first team's mean.
    relative: bool,
}

impl Unit {
    /// Per cent of the first team's mean, or else the measure's own.
    pub fn of(measure: Measure, contrast: &Contrast, scenario: &Scenario) -> Self {
        if let Some(base) = base(measure, contrast) {
            return Unit { factor: 100.0 / base, name: charts::unit_per_cent().to_owned(), relative: true };
        }
        Self::own(measure, scenario)
    }

    fn own(measure: Measure, scenario: &Scenario) -> Self {
        let (_, own) = wording(measure, scenario);
        let name = match measure.info().unit {
            "" => result::points().to_owned(),
            "share" => result::percentage_points().to_owned(),
            _ => own.name,
        };
        Unit { factor: own.factor, name, relative: false }
    }

    /// A number with it.
    pub fn write(&self, number: &str) -> String {
        if self.name.is_empty() {
            number.to_owned()
        } else {
            numbers::WithUnit { number: &number, unit: &self.name }.say()
        }
    }

    /// Two numbers with it.
    pub fn range(&self, [low, high]: [String; 2]) -> String {
        if self.name.is_empty() {
            numbers::Range { low: &low, high: &high }.say()
        } else {
            numbers::RangeWithUnit { low: &low, high: &high, unit: &self.name }.say()
        }
    }
}

/// Puts a summary into words. A number and its sign of per cent stay on one line.
pub fn words(summary: &EnsembleSummary) -> Words {
    let Words { main, also, note, caution, alarm, tally } = sentences(summary);
    let [main, also, note, caution, tally] =
        [main, also, note, caution, tally].map(|text| text.replace(" %", "\u{a0}%"));
    Words { main, also, note, caution, alarm, tally }
}

fn sentences(summary: &EnsembleSummary) -> Words {
    let scenario = &summary.scenario;
    let difference = summary.main.contrast.difference;
    let (main, also, tally) = if scenario.policy(Arm::Control) == scenario.policy(Arm::Treatment) {
        (result::equal_policies().to_owned(), result::equal_policies_also().to_owned(), String::new())
    } else if summary.done > 0 && summary.caveats.over_before == summary.done {
        (result::over_before().to_owned(), String::new(), String::new())
    } else if difference.n > 1 && !summary.main.contrast.differs() {
        let alike = !summary.morale.differs() && !summary.blocked.differs();
        if alike {
            (result::no_difference().to_owned(), String::new(), String::new())
        } else {
            (result::no_difference_in(&outcome::label(summary.main.measure)), also(summary), String::new())
        }
    } else {
        (main_sentence(summary), list::sentences(vec![note(summary), also(summary), progress(summary)]), tally(summary))
    };
    // Where there is no tally, all that is known is said in words.
    let note = if tally.is_empty() { also.clone() } else { list::sentences(vec![note(summary), progress(summary)]) };
    Words { main, also, note, caution: caution(summary), alarm: alarm(summary), tally }
}

/// How far it is; empty once it is complete. How many pairs precision takes is only guessed on the way.
fn progress(summary: &EnsembleSummary) -> String {
    let wanted = &summary.wanted;
    match summary.goal {
        _ if summary.complete() => String::new(),
        Goal::Sure(_) => result::SoFarAbout { done: &summary.done, wanted }.say(),
        Goal::Pairs(_) => result::SoFar { done: &summary.done, wanted }.say(),
    }
}

fn main_sentence(summary: &EnsembleSummary) -> String {
    let contrast = &summary.main.contrast;
    let unit = Unit::of(summary.main.measure, &summary.main.contrast, &summary.scenario);
    let [low, high] = contrast.difference.ci95().map(|bound| unit.factor * bound);
    if !low.is_finite() || !high.is_finite() {
        return result::too_little(&arms::with_treatment(&summary.scenario));
    }
    let mean = unit.factor * contrast.difference.mean;
    let decimals = decimals_for(0.5 * (high - low), 0).min(if unit.relative { 1 } else { 3 });
    // What differs for sure does not read as 0, nor does an end of its interval.
    let is_shown = |value: f64, decimals: usize| fixed(value, decimals).contains(|digit| matches!(digit, '1'..='9'));
    let shows = |decimals: &usize| [mean, low, high].into_iter().all(|value| is_shown(value, *decimals));
    let decimals = match direction(contrast) {
        Direction::Unclear => decimals,
        _ => (decimals..9).find(shows).unwrap_or(decimals),
    };
    let [mean, low, high] = match direction(contrast) {
        Direction::Up => [mean, low, high].map(|value| fixed(value, decimals)),
        Direction::Down => [-mean, -high, -low].map(|value| fixed(value, decimals)),
        Direction::Unclear => [mean, low, high].map(|value| signed(value, decimals)),
    };
    said(summary, unit.relative, &unit.write(&mean), &unit.range([low, high]))
}

/// The difference alone, for where the sentence about the same outcome stands already.
pub fn in_short(summary: &EnsembleSummary) -> String {
    let contrast = &summary.main.contrast;
    let unit = Unit::of(summary.main.measure, contrast, &summary.scenario);
    let [low, high] = contrast.difference.ci95().map(|bound| unit.factor * bound);
    if !low.is_finite() || !high.is_finite() {
        return result_panel::pinned_too_few().to_owned();
    }
    let decimals = decimals_for(0.5 * (high - low), 0).min(if unit.relative { 1 } else { 3 });
    let outcome = &outcome::label(summary.main.measure);
    let amount = &unit.write(&signed(unit.factor * contrast.difference.mean, decimals));
    let range = &unit.range([low, high].map(|value| signed(value, decimals)));
    let text = if summary.complete() {
        result_panel::PinnedFound { outcome, amount, range, done: &summary.done }.say()
    } else {
        result_panel::PinnedSoFar { outcome, amount, range, done: &summary.done, wanted: &summary.wanted }.say()
    };
    text.replace(" %", "\u{a0}%")
}

/// In how many of the other kind of pairs the difference goes the same way: plausible worlds, or teams of one world. Nothing
/// where it is not clear which way it goes.
pub fn of_other_kind(summary: &EnsembleSummary, other: &EnsembleSummary) -> String {
    let (contrast, all) = (&other.main.contrast, other.main.contrast.difference.n);
    let pairs = match direction(&summary.main.contrast) {
        Direction::Up => contrast.higher,
        Direction::Down => contrast.lower,
        Direction::Unclear => return String::new(),
    };
    let (pairs, all) = (&pairs, &all);
    if other.scenario.plausible().on {
        result::AlsoInWorlds { pairs, all }.say()
    } else {
        result::AlsoInTeams { pairs, all }.say()
    }
}

/// The sentence about a difference of this amount, with its unit, and the range in which it lies.
fn said(summary: &EnsembleSummary, relative: bool, amount: &str, range: &str) -> String {
    let (scenario, measure, contrast) = (&summary.scenario, summary.main.measure, &summary.main.contrast);
    let all = &if scenario.plausible().on {
        result::worlds(contrast.difference.n as usize)
    } else {
        result::teams(contrast.difference.n as usize)
    };
    let (with, outcome) = (&arms::with_treatment(scenario), &outcome::label(measure));
    let labels = Labels::of(scenario);
    let (task, tasks) = (&labels.task(1), &labels.task(2));
    let who = &if is_of_each(summary) { result::who_each(&labels.member(1)) } else { result::who_team(&labels.team()) };
    let (leaders, assist) = assistants(scenario);
    let (assist, amount, range) = (&assist, &amount, &range);
    let (more, less) = (&contrast.higher, &contrast.lower);
    // Its own sentences are of who is in the role in the second team only.
    let of_both = measure == Measure::ExhaustionAssist && scenario.policy(Arm::Control).assist_leaders > 0;
    let own = difference::row(measure).filter(|_| relative && !of_both);
    match (direction(contrast), own) {
        (Direction::Up, Some(row)) => {
            differences::Higher { row, with, who, amount, tasks, range, pairs: more, all, task, leaders, assist }.say()
        }
        (Direction::Down, Some(row)) => {
            differences::Lower { row, with, who, amount, tasks, range, pairs: less, all, task, leaders, assist }.say()
        }
        (Direction::Unclear, Some(row)) => {
            differences::Unclear { row, with, tasks, who, amount, range, task, assist }.say()
        }
        (Direction::Up, None) => result::Higher { with, outcome, amount, range, pairs: more, all }.say(),
        (Direction::Down, None) => result::Lower { with, outcome, amount, range, pairs: less, all }.say(),
        (Direction::Unclear, None) => result::Unclear { outcome, with, amount, range }.say(),
    }
}

/// Of an index from 0 to 1, people say points of 100.
const POINTS: f64 = 100.0;

/// Whether the main measure is what each member finishes, which is not what the team does where one team hires more people.
fn is_of_each(summary: &EnsembleSummary) -> bool {
    summary.main.measure == Measure::Throughput && arms::differ_in_size(&summary.scenario)
}

fn note(summary: &EnsembleSummary) -> String {
    if is_of_each(summary) { result::each_note(&Labels::of(&summary.scenario).member(1)) } else { String::new() }
}

/// How many assist leaders the treatment arm has, at least one, and what they are called.
fn assistants(scenario: &Scenario) -> (usize, &str) {
    let leaders = (scenario.policy(Arm::Treatment).assist_leaders as usize).max(1);
    (leaders, Labels::of(scenario).assist(leaders))
}

fn also(summary: &EnsembleSummary) -> String {
    let clauses = [Some(morale(summary)), stuck(summary), exhausted(summary)];
    result::also(&list::clauses(clauses.into_iter().flatten().collect()))
}

fn morale(summary: &EnsembleSummary) -> String {
    let difference = &summary.morale.difference;
    let decimals = decimals_for(POINTS * (difference.ci95()[1] - difference.mean), 1).min(1);
    match direction(&summary.morale) {
        Direction::Up if is_noticeable(Measure::Morale, &summary.morale) => {
            result::morale_higher(&fixed(POINTS * difference.mean, decimals))
        }
        Direction::Down if is_noticeable(Measure::Morale, &summary.morale) => {
            result::morale_lower(&fixed(-POINTS * difference.mean, decimals))
        }
        _ => result::morale_same().to_owned(),
    }
}

fn stuck(summary: &EnsembleSummary) -> Option<String> {
    let control = 100.0 * summary.blocked.control.mean;
    let [with, without] = [control + 100.0 * summary.blocked.difference.mean, control].map(|share| fixed(share, 0));
    control.is_finite().then(|| match direction(&summary.blocked) {
        Direction::Up | Direction::Down if with != without => {
            result::StuckDiffers { with: &with, without: &without }.say()
        }
        _ => result::stuck_same(&without),
    })
}

fn exhausted(summary: &EnsembleSummary) -> Option<String> {
    let difference = summary.exhaustion.difference;
    let (leaders, assist) = assistants(&summary.scenario);
    let measured = summary.scenario.policy(Arm::Treatment).assist_leaders > 0 && difference.n > 1;
    measured.then(|| match direction(&summary.exhaustion) {
        Direction::Up if is_noticeable(Measure::ExhaustionAssist, &summary.exhaustion) => {
            result::ExhaustedMore { leaders, assist: &assist, amount: &signed(POINTS * difference.mean, 0) }.say()
        }
        Direction::Down if is_noticeable(Measure::ExhaustionAssist, &summary.exhaustion) => {
            result::ExhaustedLess { leaders, assist: &assist, amount: &signed(POINTS * difference.mean, 0) }.say()
        }
        _ => result::ExhaustedSame { leaders, assist: &assist }.say(),
    })
}

/// Share of runs in which work piles up from which on the averages say little.
const OFTEN: f64 = 0.1;

fn alarm(summary: &EnsembleSummary) -> bool {
    let Caveats { unstable, unfinished, over_before } = summary.caveats;
    let often = |pairs: u32| f64::from(pairs) >= OFTEN * f64::from(summary.done.max(1));
    unstable.into_iter().chain(unfinished).chain([over_before]).any(often)
}

fn caution(summary: &EnsembleSummary) -> String {
    let names = arms::names(&summary.scenario);
    let caveats = summary.caveats;
    let all = summary.done as usize;
    let counted = |pairs: [u32; 2]| {
        let arms = names.iter().zip(pairs).filter(|(_, pairs)| *pairs > 0);
        list::commas(arms.map(|(name, pairs)| result::CautionRuns { all, arm: name, runs: &pairs }.say()).collect())
    };
    let mut said = Vec::new();
    if caveats.unstable != [0, 0] {
        said.push(
            result::Caution { lead: &Labels::of(&summary.scenario).lead(), runs: &counted(caveats.unstable) }.say(),
        );
    }
    if caveats.unfinished != [0, 0] {
        said.push(result::caution_unfinished(&counted(caveats.unfinished)));
    }
    if caveats.over_before > 0 {
        said.push(result::CautionOverBefore { all, pairs: &caveats.over_before }.say());
    }
    list::sentences(said)
}

fn tally(summary: &EnsembleSummary) -> String {
    let [better, same, worse] = summary.main.tally;
    let measure = summary.main.measure;
    let [_, with] = arms::names(&summary.scenario);
    let ahead = match (difference::row(measure), measure.info().better) {
        _ if is_of_each(summary) => {
            result::AheadEach { member: &Labels::of(&summary.scenario).member(1), with: &with }.say()
        }
        (Some(row), _) => differences::ahead(row, &with),
        (None, Better::Lower) => result::AheadLower { outcome: &outcome::label(measure), with: &with }.say(),
        (None, _) => result::AheadHigher { outcome: &outcome::label(measure), with: &with }.say(),
    };
    let pairs = better + same + worse;
    let counted = match same {
        0 => result::Tally { ahead: &ahead, better: &better, all: &pairs }.say(),
        _ => result::TallyEqual { ahead: &ahead, better: &better, all: &pairs, same: &same }.say(),
    };
    let dots = match pairs {
        0..=100 => String::new(),
        _ if pairs.is_multiple_of(100) => result::dot_for(&(pairs / 100)),
        _ => result::dots_for(&pairs),
    };
    list::clauses(vec![counted, dots])
}

#[cfg(test)]
mod tests;
