//! A chart's numbers as a file, and what its files are called. Every row says where it comes from.

use std::fmt::Write;

use super::data::{Body, ChartData, Course, Spread};
use crate::app::names;
use crate::experiment::export::csv_field;

const VERSION: &str = env!("CARGO_PKG_VERSION");

impl ChartData {
    /// The name of a file with this ending: what is shown, of which scenario, version, seed and pairs.
    pub fn file_name(&self, ending: &str) -> String {
        let origin = &self.origin;
        let of = match origin.pairs {
            0 => format!("pair{}", origin.pair),
            pairs => format!("{pairs}pairs"),
        };
        let after = format!("-seed{}-{of}-{}.{ending}", origin.seed, self.id);
        names::file_name(&format!("assist-lab-{VERSION}-"), &origin.scenario, &after)
    }

    /// Where the numbers come from, in a line for pictures.
    pub fn source(&self) -> String {
        self.source_cut([NAME, SETTINGS])
    }

    /// The same in a line that fits; of a long name and long settings as much as there is room for.
    pub fn source_within(&self, fits: impl Fn(&str) -> bool) -> String {
        let mut most = [NAME, SETTINGS];
        loop {
            let line = self.source_cut(most);
            let longer = usize::from(most[1] > most[0]);
            if most[longer] <= LEAST || fits(&line) {
                return line;
            }
            most[longer] -= LEAST;
        }
    }

    /// The line with at most so many characters of name and settings.
    fn source_cut(&self, [name, settings]: [usize; 2]) -> String {
        let origin = &self.origin;
        let of = match origin.pairs {
            0 => format!("pair {}", origin.pair),
            pairs => format!("{pairs} pairs"),
        };
        let (name, settings) = (cut(&origin.scenario, name), cut(&origin.settings, settings));
        let with = if settings.is_empty() { String::new() } else { format!(" with {settings}") };
        format!("Assist Lab {VERSION}, scenario “{name}”{with}, seed {}, {of}", origin.seed)
    }

    /// The numbers as comma-separated values, in the model's own units and to the last digit.
    pub fn csv(&self) -> String {
        let origin = &self.origin;
        let [scenario, settings] = [&origin.scenario, &origin.settings].map(|text| csv_field(text));
        let before = format!("{scenario},{settings},{VERSION},{},{}", origin.seed, self.id);
        match &self.body {
            Body::Course(course) if course.weeks.is_empty() => person(course, &before, origin.pair),
            Body::Course(course) => weeks(course, &before, origin.pairs, origin.pair),
            Body::Spread(spread) => pairs(spread, &before, origin.pairs),
        }
    }
}

const HEAD: &str = "scenario,settings,version,seed,outcome";
/// Longest name and list of settings at the foot of a picture, and the least that is left of them [characters].
const NAME: usize = 60;
const SETTINGS: usize = 70;
const LEAST: usize = 5;

/// The beginning of a text, without what is not seen or changes the direction of writing.
fn cut(text: &str, most: usize) -> String {
    let unseen = ['\u{61c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{feff}'];
    let seen = |sign: &char| {
        !sign.is_control()
            && !unseen.contains(sign)
            && !matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut signs = text.chars().filter(seen);
    let mut start: String = signs.by_ref().take(most).collect();
    if signs.next().is_some() {
        start.push_str(" …");
    }
    start
}

fn weeks(course: &Course, before: &str, pairs: u32, pair: u32) -> String {
    let mut text = format!(
        "{HEAD},pairs,week,control_mean,treatment_mean,difference_mean,difference_ci95_low,difference_ci95_high,\
         difference_q025,difference_q25,difference_median,difference_q75,difference_q975,control_pair_{pair},treatment_pair_{pair},pinned\n"
    );
    for (place, week) in course.weeks.iter().enumerate() {
        let single = course.single.as_ref().map_or([f64::NAN; 2], |single| [single[0][place], single[1][place]]);
        let pinned = course.baseline.as_ref().map_or(f64::NAN, |baseline| baseline[place]);
        let number = course.at[place].floor();
        let numbers =
            [&[week.control, week.treatment, week.difference][..], &week.ci95, &week.quantiles, &single, &[pinned]];
        row(&mut text, &format!("{before},{pairs},{number}"), &numbers.concat());
    }
    text
}

fn person(course: &Course, before: &str, pair: u32) -> String {
    let mut text = format!("{HEAD},pair,week,control,treatment\n");
    for (place, at) in course.at.iter().enumerate() {
        let week = at.floor();
        row(&mut text, &format!("{before},{pair},{week}"), &[course.arms[0][place], course.arms[1][place]]);
    }
    text
}

fn pairs(spread: &Spread, before: &str, pairs: u32) -> String {
    let mut text = format!("{HEAD},pairs,rank,difference\n");
    for (place, difference) in spread.differences.iter().enumerate() {
        row(&mut text, &format!("{before},{pairs},{}", place + 1), &[*difference]);
    }
    text
}

/// A row; a value that is not there is an empty field.
fn row(text: &mut String, before: &str, values: &[f64]) {
    text.push_str(before);
    for value in values {
        text.push(',');
        if !value.is_nan() {
            let _ = write!(text, "{value}");
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::charts::data::PersonState;
    use crate::app::charts::tests::findings;
    use crate::app::findings::Findings;
    use crate::experiment::ensemble::{Ensemble, run};
    use crate::experiment::goal::Goal;
    use crate::experiment::recording::Recording;
    use crate::experiment::story::Story;
    use crate::model::outcome::Measure;
    use crate::model::scenario::{Arm, Scope};

    fn check(csv: &str, rows: usize, before: &str) {
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), rows + 1);
        let columns = lines[0].split(',').count();
        for line in &lines[1..] {
            assert!(line.starts_with(before), "{line}");
            assert_eq!(line.split(',').count(), columns, "{line}");
            assert!(!line.contains("NaN"), "{line}");
        }
    }

    #[test]
    fn every_row_says_where_it_comes_from() {
        let findings = findings("software", 9);
        let single = findings.pair(0).expect("run");
        for &measure in Measure::ALL {
            let data = ChartData::of(measure, &findings, Some(single), 0, None);
            let rows = match &data.body {
                Body::Course(course) => course.at.len(),
                Body::Spread(spread) => spread.differences.len(),
            };
            check(&data.csv(), rows, &format!("software,,{VERSION},4,{},9,", measure.info().id));
        }
    }

    #[test]
    fn a_person_is_of_one_pair() {
        let scenario = crate::library::scenario("turnover").expect("built in");
        let story = Story::new(Recording::new(&scenario, 6).finish(), &scenario);
        let data = ChartData::of_person(PersonState::Skill, &story, 2, &scenario, 6);
        check(&data.csv(), story.days(Arm::Control, 2).len() / 5 - 8, "turnover,");
        assert!(data.file_name("csv").ends_with("-pair7-person-skill.csv"), "{}", data.file_name("csv"));
        assert!(data.source().ends_with("pair 7"), "{}", data.source());
    }

    #[test]
    fn what_was_set_is_said_with_the_numbers() {
        let mut draft = crate::library::scenario("software").expect("built in").draft();
        draft.set(Scope::Both, "beta", Some(0.4));
        draft.set(Scope::Only(Arm::Treatment), "assist_share", Some(0.6));
        let scenario = Rc::new(draft.finish().expect("valid"));
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..2));
        let findings = Findings::of(1, &scenario, &ensemble, Goal::Pairs(2));
        let data = ChartData::of(Measure::Morale, &findings, None, 0, None);
        check(&data.csv(), 30, "software,beta=0.4 t.assist_share=0.6,");
        assert!(
            data.source().contains("scenario “software” with beta=0.4 t.assist_share=0.6, seed 4"),
            "{}",
            data.source()
        );
    }

    #[test]
    fn files_are_named_after_what_made_them() {
        let findings = findings("software", 9);
        let data = ChartData::of(Measure::Morale, &findings, findings.pair(0).map(AsRef::as_ref), 0, None);
        assert_eq!(data.file_name("svg"), format!("assist-lab-{VERSION}-software-seed4-9pairs-morale.svg"));
    }

    #[test]
    fn long_and_odd_names_leave_room_for_seed_and_pairs() {
        let findings = findings("software", 3);
        let data = ChartData::of(Measure::ExhaustionAssist, &findings, None, 0, None);
        for name in ["x".repeat(4000), "漢 ".repeat(2000), "a/b:\u{202e}c\n".repeat(500), "CON".to_owned()] {
            let mut data = ChartData::clone(&data);
            data.origin.scenario = name;
            data.origin.settings = "beta=0.4 ".repeat(100);
            let file = data.file_name("png");
            assert!(file.len() <= names::LONGEST, "{file}");
            assert!(file.starts_with(&format!("assist-lab-{VERSION}-")), "{file}");
            assert!(file.ends_with("-seed4-3pairs-exhaustion_assist.png"), "{file}");
            let whole = data.source();
            let narrow = data.source_within(|line| line.chars().count() <= 90);
            assert!(whole.chars().count() > 90 && narrow.chars().count() <= 90, "{narrow}");
            for line in [whole, narrow] {
                assert!(line.ends_with(", seed 4, 3 pairs") && line.contains("scenario “"), "{line}");
                assert!(!line.contains(['\n', '\u{202e}']), "{line}");
            }
        }
    }
}
