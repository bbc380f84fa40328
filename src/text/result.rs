//! The result in plain sentences, with its uncertainty.

use super::arms;
use super::labels::{Labels, article, lower_first};
use super::numbers::{decimals_for, fixed, signed};
use crate::charts::catalogue::wording;
use crate::ensemble_summary::{EnsembleSummary, is_noticeable};
use experiment::ensemble::Contrast;
use experiment::goal::Goal;
use experiment::relative::base;
use model::outcome::{Better, Measure};
use model::scenario::{Arm, Scenario};

/// The result in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What the comparison says.
    pub main: String,
    /// What else is to be known.
    pub also: String,
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
    let Unit { factor, name } = unit(measure, summary);
    let [low, high] = summary.main.contrast.difference.ci95();
    let half_width = 0.5 * factor * (high - low);
    let shown = fixed(half_width, decimals_for(half_width, 1));
    half_width
        .is_finite()
        .then(|| format!("± {shown}{name} ({}, mean of {} pairs)", lower_first(measure.info().label), summary.done))
}

/// What a difference of the main measure is put in.
struct Unit {
    /// By how much it is multiplied.
    factor: f64,
    /// What it is called, with a space before it; empty for an index from 0 to 1.
    name: String,
}

/// In per cent of the first team's mean, or else in its own unit.
fn unit(measure: Measure, summary: &EnsembleSummary) -> Unit {
    if let Some(base) = base(measure, &summary.main.contrast) {
        return Unit { factor: 100.0 / base, name: " %".to_owned() };
    }
    let (_, own) = wording(measure, &summary.scenario);
    let name = match (measure.info().unit, own.name.as_str()) {
        ("", _) => String::new(),
        (_, "%") => " percentage points".to_owned(),
        (_, name) => format!(" {name}"),
    };
    Unit { factor: own.factor, name }
}

/// Puts a summary into words. A number and its sign of per cent stay on one line.
pub fn words(summary: &EnsembleSummary) -> Words {
    let Words { main, also, caution, alarm, tally } = sentences(summary);
    let [main, also, caution, tally] = [main, also, caution, tally].map(|text| text.replace(" %", "\u{a0}%"));
    Words { main, also, caution, alarm, tally }
}

fn sentences(summary: &EnsembleSummary) -> Words {
    let scenario = &summary.scenario;
    if scenario.policy(Arm::Control) == scenario.policy(Arm::Treatment) {
        return Words {
            main: "Both teams decide the same, so the same happens in both.".to_owned(),
            also: "Move a lever under “What we decide” to set them apart.".to_owned(),
            caution: caution(summary),
            alarm: alarm(summary),
            tally: String::new(),
        };
    }
    let difference = summary.main.contrast.difference;
    if difference.n > 1 && difference.mean == 0.0 && difference.se == 0.0 {
        return Words {
            main: "Exactly the same happens in both teams: what sets them apart makes no difference here.".to_owned(),
            also: String::new(),
            caution: caution(summary),
            alarm: alarm(summary),
            tally: String::new(),
        };
    }
    let progress = if summary.complete() {
        String::new()
    } else {
        format!(" After {} of {}{} pairs so far.", summary.done, about(summary.goal), summary.wanted)
    };
    Words {
        main: main_sentence(summary),
        also: format!("{}{progress}", also(summary)),
        caution: caution(summary),
        alarm: alarm(summary),
        tally: tally(summary),
    }
}

/// How many pairs precision takes is only guessed on the way.
fn about(goal: Goal) -> &'static str {
    if let Goal::Sure(_) = goal { "about " } else { "" }
}

fn main_sentence(summary: &EnsembleSummary) -> String {
    let scenario = &summary.scenario;
    let (measure, contrast) = (summary.main.measure, &summary.main.contrast);
    let Unit { factor, name } = unit(measure, summary);
    let [low, high] = contrast.difference.ci95().map(|bound| factor * bound);
    if !low.is_finite() || !high.is_finite() {
        return format!("{}: too little is finished to compare.", arms::with_treatment(scenario));
    }
    let mean = factor * contrast.difference.mean;
    let in_percent = name == " %";
    let decimals = decimals_for(0.5 * (high - low), 0).min(if in_percent { 1 } else { 3 });
    // What differs for sure does not read as 0.
    let shows = |decimals: &usize| fixed(mean, *decimals).contains(|digit| matches!(digit, '1'..='9'));
    let decimals = match direction(contrast) {
        Direction::Unclear => decimals,
        _ => (decimals..9).find(shows).unwrap_or(decimals),
    };
    let Phrase { opening, subject, up, down, object, unclear } =
        if in_percent { phrase(measure, scenario) } else { plain_phrase(measure, scenario) };
    let range = |low: f64, high: f64| format!("{} to {}{name}", fixed(low, decimals), fixed(high, decimals));
    let counted = |pairs: u32| format!("in {pairs} of {} pairs", contrast.difference.n);
    match direction(contrast) {
        Direction::Up => format!(
            "{opening}{subject} {}{name} {up}{object} (95 % interval {}), {}.",
            fixed(mean, decimals),
            range(low, high),
            counted(contrast.higher),
        ),
        Direction::Down => format!(
            "{opening}{subject} {}{name} {down}{object} (95 % interval {}), {}.",
            fixed(-mean, decimals),
            range(-high, -low),
            counted(contrast.lower),
        ),
        Direction::Unclear if subject.ends_with(':') => format!(
            "No clear difference in {} shows{}: {}{name} (95 % interval {} to {}{name}).",
            subject.trim_matches([',', ':', ' ']),
            format_args!(" {}", lower_first(&opening)),
            signed(mean, decimals),
            signed(low, decimals),
            signed(high, decimals),
        ),
        Direction::Unclear => format!(
            "No clear difference shows: {}{subject} {}{name}{unclear}{object} (95 % interval {} to {}{name}).",
            lower_first(&opening),
            signed(mean, decimals),
            signed(low, decimals),
            signed(high, decimals),
        ),
    }
}

/// A measure without a verb of its own is set off: “With the assist leader, utilisation: 9 % higher”.
fn plain_phrase(measure: Measure, scenario: &Scenario) -> Phrase {
    Phrase {
        opening: arms::with_treatment(scenario),
        subject: format!(", {}:", lower_first(measure.info().label)),
        up: "higher",
        down: "lower",
        object: String::new(),
        unclear: "",
    }
}

/// How a difference in a measure is put: opening, subject, so many percent, up or down, object.
struct Phrase {
    opening: String,
    /// With a space before it, or empty.
    subject: String,
    up: &'static str,
    down: &'static str,
    /// With a space before it, or empty.
    object: String,
    /// What a signed percentage is a percentage of, where that is not plain.
    unclear: &'static str,
}

fn phrase(measure: Measure, scenario: &Scenario) -> Phrase {
    let labels = Labels::of(scenario);
    let (one, many) = (labels.task(1), labels.task(2));
    let none = String::new;
    let (subject, up, down, object, unclear) = match measure {
        Measure::Throughput => (format!(" the {} finishes", labels.team()), "more", "fewer", format!(" {many}"), ""),
        Measure::LeadMedian | Measure::LeadMean => {
            (format!(" {} {one} takes", article(one)), "longer", "less time", none(), " of the time")
        }
        Measure::WaitMean => (format!(" {} {one} waits", article(one)), "longer", "less", none(), " of the time"),
        Measure::Makespan => (" the project takes".to_owned(), "longer", "less time", none(), " of the time"),
        Measure::OnTime => (none(), "more", "fewer", format!(" {many} are on time"), ""),
        Measure::Escaped => (none(), "more", "fewer", " mistakes come through".to_owned(), ""),
        Measure::BlockedShare => (" people are stuck".to_owned(), "longer", "less", none(), " of the time"),
        Measure::Skill => (" skill in the end is".to_owned(), "higher", "lower", none(), ""),
        Measure::Morale => (" morale is".to_owned(), "higher", "lower", none(), ""),
        Measure::QuitHazard => (" the risk that people leave is".to_owned(), "higher", "lower", none(), ""),
        Measure::ExhaustionAssist => {
            (format!(" {}", arms::assistants(scenario)), "more exhausted", "less exhausted", none(), " exhaustion")
        }
        _ => return plain_phrase(measure, scenario),
    };
    let opening = match measure {
        Measure::ExhaustionAssist => "In the role".to_owned(),
        _ => arms::with_treatment(scenario),
    };
    Phrase { opening, subject, up, down, object, unclear }
}

fn also(summary: &EnsembleSummary) -> String {
    let mut parts = Vec::new();
    let morale = &summary.morale.difference;
    let decimals = decimals_for(morale.ci95()[1] - morale.mean, 2);
    parts.push(match direction(&summary.morale) {
        _ if !is_noticeable(Measure::Morale, morale.mean) => "Morale stays about the same".to_owned(),
        Direction::Up => format!("Morale is higher by {}", fixed(morale.mean, decimals)),
        Direction::Down => format!("Morale is lower by {}", fixed(-morale.mean, decimals)),
        Direction::Unclear => "Morale stays about the same".to_owned(),
    });
    let stuck = 100.0 * summary.blocked.difference.mean;
    let control = 100.0 * summary.blocked.control.mean;
    if control.is_finite() {
        let [with, without] = [control + stuck, control].map(|share| fixed(share, 0));
        parts.push(match direction(&summary.blocked) {
            _ if with == without => format!("people are stuck {without} % of their time in both"),
            Direction::Unclear => format!("people are stuck {} % of their time in both", fixed(control, 0)),
            _ => format!("people are stuck {with} % of their time instead of {without} %"),
        });
    }
    if summary.scenario.policy(Arm::Treatment).assist_leaders > 0 && summary.exhaustion.difference.n > 1 {
        let difference = summary.exhaustion.difference.mean;
        let who = arms::assistants(&summary.scenario);
        parts.push(match direction(&summary.exhaustion) {
            _ if !is_noticeable(Measure::ExhaustionAssist, difference) => {
                format!("{who} about as exhausted as in the first team")
            }
            Direction::Up => format!("{who} more exhausted ({})", signed(difference, 2)),
            Direction::Down => format!("{who} less exhausted ({})", signed(difference, 2)),
            Direction::Unclear => format!("{who} about as exhausted as in the first team"),
        });
    }
    format!("{}.", parts.join("; "))
}

/// Share of runs in which work piles up from which on the averages say little.
const OFTEN: f64 = 0.1;

fn alarm(summary: &EnsembleSummary) -> bool {
    summary.unstable.iter().any(|share| *share >= OFTEN)
}

fn caution(summary: &EnsembleSummary) -> String {
    let names = arms::names(&summary.scenario);
    let lead = Labels::of(&summary.scenario).lead();
    let piles: Vec<String> = Arm::BOTH
        .iter()
        .filter(|&&arm| summary.unstable[arm as usize] > 0.0)
        .map(|&arm| {
            let runs = (summary.unstable[arm as usize] * f64::from(summary.done)).round();
            format!("{} in {runs} of {} runs", lower_first(&names[arm as usize]), summary.done)
        })
        .collect();
    if piles.is_empty() {
        return String::new();
    }
    format!("Work piles up or the {lead} is swamped ({}): read the averages with care.", piles.join(", "))
}

fn tally(summary: &EnsembleSummary) -> String {
    let [better, same, worse] = summary.main.tally;
    let more = match summary.main.measure {
        Measure::Throughput => "more finished".to_owned(),
        Measure::LeadMedian | Measure::LeadMean | Measure::WaitMean | Measure::Makespan => "faster".to_owned(),
        Measure::OnTime => "more on time".to_owned(),
        Measure::Escaped => "fewer mistakes".to_owned(),
        Measure::BlockedShare => "less stuck".to_owned(),
        Measure::Skill => "more skilled".to_owned(),
        Measure::ExhaustionAssist => "less exhausted".to_owned(),
        Measure::QuitHazard => "less risk of leaving".to_owned(),
        other => {
            let word = if other.info().better == Better::Lower { "lower" } else { "higher" };
            format!("{} {word}", lower_first(other.info().label))
        }
    };
    let name = lower_first(&arms::names(&summary.scenario)[1]);
    let pairs = better + same + worse;
    let dots = match pairs {
        0..=100 => String::new(),
        _ if pairs % 100 == 0 => format!("; a dot for every {} pairs", pairs / 100),
        _ => format!("; 100 dots for {pairs} pairs"),
    };
    let equal = if same > 0 { format!(", equal in {same}") } else { String::new() };
    format!("{more} {name} in {better} pairs{equal}, the other way round in {worse}{dots}")
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use experiment::ensemble::{Ensemble, run};
    use model::scenario::{Draft, Scope};

    /// The summary of a hundred pairs of the plain team under these settings of the treatment.
    fn summary(both: &[(&str, &str)], treatment: &[(&str, &str)]) -> EnsembleSummary {
        let mut draft = Draft::default();
        for (id, text) in both {
            draft.set_text(Scope::Both, id, text);
        }
        for (id, text) in treatment {
            draft.set_text(Scope::Only(Arm::Treatment), id, text);
        }
        let scenario = Rc::new(draft.finish().expect("valid"));
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..60));
        EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(100))
    }

    #[test]
    fn a_clear_difference_is_said_with_interval_and_pairs() {
        let words = words(&summary(&[("beta", "0.4")], &[("assist_leaders", "1")]));
        assert!(words.main.starts_with("With the assist leader the team finishes "), "{words:?}");
        assert!(words.main.contains("\u{a0}% more tasks (95\u{a0}% interval "), "{words:?}");
        assert!(words.main.ends_with(" of 60 pairs."), "{words:?}");
        assert!(words.also.ends_with("After 60 of 100 pairs so far."), "{words:?}");
    }

    /// The sentence about a measure, made of these values of the control arm and these differences.
    fn sentence(measure: Measure, control: &[f64], differences: &[f64]) -> String {
        let mut summary = summary(&[], &[("assist_leaders", "1")]);
        let values =
            control.iter().cycle().zip(differences).map(|(control, difference)| [*control, control + difference]);
        summary.main.measure = measure;
        summary.main.contrast = Contrast::of(values);
        words(&summary).main.replace('\u{a0}', " ")
    }

    #[test]
    fn pairs_are_counted_in_the_direction_that_is_said() {
        let check = |measure, differences: &[f64], said: &str, counted: &str| {
            let sentence = sentence(measure, &[9.9, 10.0, 10.1], differences);
            assert!(sentence.contains(said) && sentence.ends_with(counted), "{measure:?}: {sentence}");
        };
        let up = [5.0, 5.1, 4.9, 5.0, 5.2, 4.8, 5.0, 5.1, 4.9, -0.1];
        let down = up.map(|difference| -difference);
        for measure in [Measure::Utilisation, Measure::Throughput, Measure::LeadMedian, Measure::Morale, Measure::Wip] {
            check(measure, &up, "45 % ", "in 9 of 10 pairs.");
            check(measure, &down, "45 % ", "in 9 of 10 pairs.");
        }
        check(Measure::Utilisation, &up, "utilisation: 45 % higher", "");
        check(Measure::Utilisation, &down, "utilisation: 45 % lower", "");
    }

    #[test]
    fn where_per_cent_say_nothing_the_unit_does() {
        let check = |measure, control: &[f64], differences: &[f64], expected: &str| {
            let expected = format!("With the assist leader, {expected}, in 4 of 4 pairs.");
            assert_eq!(sentence(measure, control, differences), expected, "{measure:?}");
        };
        let [up, down] = [1.0, -1.0].map(|sign: f64| [24.0, 26.0, 25.0, 25.0].map(|difference| sign * difference));
        let points = "eNPS (proxy): 25 points";
        check(Measure::Enps, &[-20.0, -21.0], &up, &format!("{points} higher (95 % interval 24 to 26 points)"));
        check(Measure::Enps, &[20.0, 21.0], &down, &format!("{points} lower (95 % interval 24 to 26 points)"));
        let share = "percentage points";
        check(
            Measure::Burnout,
            &[0.0],
            &up.map(|difference| 0.01 * difference),
            &format!("burnt out: 25 {share} higher (95 % interval 24 to 26 {share})"),
        );
        check(
            Measure::HoursStandBy,
            &[0.0],
            &up,
            "hours standing by: 25 hours per person and week higher (95 % interval 24 to 26 hours per person and week)",
        );
        let unclear = sentence(Measure::Leavers, &[0.0], &[0.0, 1.0, -1.0, 0.0]);
        assert_eq!(
            unclear,
            "No clear difference in leavers shows with the assist leader: 0 people (95 % interval −1 to +1 people)."
        );
        let small = sentence(Measure::Throughput, &[100.0], &[0.01, 0.011, 0.009, 0.01]);
        assert!(small.contains("finishes 0.01 % more tasks (95 % interval 0.01 to 0.01 %)"), "{small}");
    }

    #[test]
    fn precision_is_said_of_the_story_s_measure() {
        let summary = summary(&[("beta", "0.4")], &[("assist_leaders", "1")]);
        let said = precision(&summary).expect("known");
        assert!(said.starts_with("± ") && said.ends_with(" % (throughput, mean of 60 pairs)"), "{said}");
    }

    #[test]
    fn the_same_policy_needs_no_statistics() {
        assert!(words(&summary(&[], &[])).main.starts_with("Both teams decide the same"));
    }

    #[test]
    fn no_difference_is_said_as_such() {
        let idle = words(&summary(&[], &[("career_path", "0.9")]));
        assert!(idle.main.starts_with("No clear difference shows"), "{idle:?}");
        let none = words(&summary(&[], &[("assist_share", "0.2")]));
        assert!(none.main.starts_with("Exactly the same"), "{none:?}");
    }

    #[test]
    fn every_story_has_a_sentence_in_the_words_of_its_field() {
        for name in library::names() {
            let scenario = Rc::new(library::scenario(name).expect("built in"));
            let mut ensemble = Ensemble::default();
            ensemble.put(0, run(&scenario, 0..6));
            let words = words(&EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(6)));
            let sentence = format!("{} {} {}", words.main, words.also, words.tally);
            assert!(
                !sentence.contains("  ") && !sentence.contains(" ,") && !sentence.contains("NaN"),
                "{name}: {sentence}"
            );
            let assist = Labels::of(&scenario).assist(1);
            if scenario.policy(Arm::Treatment).assist_leaders == 1 && assist != "assist leader" {
                assert!(sentence.contains(assist) && !sentence.contains("assist leader"), "{name}: {sentence}");
            }
        }
    }

    #[test]
    fn in_flow_time_counts_and_overload_is_named() {
        let flow = words(&summary(&[("source", "flow"), ("beta", "0.3")], &[("assist_leaders", "1")]));
        assert!(flow.main.contains(" a task takes "), "{flow:?}");
        let flooded = words(&summary(&[("source", "flow"), ("demand", "9")], &[("assist_leaders", "1")]));
        assert!(flooded.caution.starts_with("Work piles up"), "{flooded:?}");
    }
}
