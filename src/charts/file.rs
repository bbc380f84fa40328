//! A chart's numbers as a file, and what its files are called. Every row says where it comes from.

use std::fmt::Write;

use super::data::{Body, ChartData, Course, Origin};
use crate::names::{self, cut};
use library::origin::{self, DEFAULTS};
use library::results::{Format, Table, VERSION, Writer, csv_field, csv_number, week_number};
use model::outcome::Measure;
use words::charts;

impl ChartData {
    /// The name of a file with this ending: what is shown, of which scenario, version, seed and pairs.
    pub fn file_name(&self, ending: &str) -> String {
        let origin = &self.origin;
        let of = match (self.pairs.first(), ending) {
            (None, _) => format!("pair{}", origin.pair),
            // The rows are of the pairs without a gap, which is what anyone can repeat.
            (Some((_, pairs)), "csv") => format!("{}pairs", pairs.unbroken()),
            _ => format!("{}pairs", origin.pairs),
        };
        let after = format!("{}-seed{}-{of}-{}.{ending}", origin.of.mark(), origin.of.seed, self.id);
        names::file_name(&format!("assist-lab-{VERSION}-"), &origin.of.scenario, &after)
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
        let (name, settings) = (cut(&origin.of.scenario, name), cut(&origin.of.settings, settings));
        let scenario = match (origin.of.based_on, settings.as_str()) {
            (_, "") => words::origin::plain(&name),
            (DEFAULTS, settings) => words::origin::DefaultsWith { scenario: &name, settings: &settings }.say(),
            (_, settings) => words::origin::With { scenario: &name, settings: &settings }.say(),
        };
        let seed = origin.of.seed;
        match origin.pairs as usize {
            0 => charts::SourcePair { version: &VERSION, scenario: &scenario, seed: &seed, pair: &origin.pair }.say(),
            pairs if origin.so_far => {
                charts::SourceSoFar { pairs, version: &VERSION, scenario: &scenario, seed: &seed }.say()
            }
            pairs => charts::SourcePairs { pairs, version: &VERSION, scenario: &scenario, seed: &seed }.say(),
        }
    }

    /// What its lines and signs are, for pictures.
    pub fn signs(&self) -> String {
        let pair = &self.origin.pair;
        match &self.body {
            Body::Course(course) if course.weeks.is_empty() => String::new(),
            Body::Course(_) => charts::signs_course(pair),
            Body::Spread(_) => charts::signs_spread(pair),
        }
    }

    /// What a pinned setup is of whose line is in the chart, for pictures.
    pub fn pinned_source(&self) -> Option<String> {
        let (scenario, ensemble) = self.pairs.get(1)?;
        let of = origin::Origin::of(scenario);
        Some(
            charts::SourcePinned { pairs: ensemble.done() as usize, scenario: &of.clause(SETTINGS), seed: &of.seed }
                .say(),
        )
    }

    /// The numbers as comma-separated values: the rows that the table of all outcomes has for this one, those of the pinned setup
    /// behind them.
    pub fn csv(&self) -> String {
        let (table, outcome) = match (&self.body, Measure::named(self.id)) {
            (Body::Course(course), None) => return self.person(course),
            (Body::Course(_), outcome) => (Table::Weeks, outcome),
            (Body::Spread(_), outcome) => (Table::Pairs, outcome),
        };
        let mut text = String::new();
        for (place, (scenario, ensemble)) in self.pairs.iter().enumerate() {
            let writer = Writer::new(scenario, ensemble, table, Format::Csv);
            let writer = outcome.into_iter().fold(writer, Writer::only);
            text.extend(if place == 0 { writer } else { writer.headless() });
        }
        text
    }

    /// A person's weeks in one pair.
    fn person(&self, course: &Course) -> String {
        let Origin { of, pair, .. } = &self.origin;
        let [scenario, settings] = [&of.scenario, &of.settings].map(|text| csv_field(text));
        let mut text =
            "scenario,based_on,settings,version,seed,pair,person,state,unit,week,control,treatment\n".to_owned();
        let (seat, state) = (self.seat.map_or(0, |seat| seat + 1), self.id);
        for (place, &at) in course.at.iter().enumerate() {
            let [control, treatment] = [0, 1].map(|arm: usize| csv_number(course.arms[arm][place]));
            let week = week_number(at);
            let _ = writeln!(
                text,
                "{scenario},{},{settings},{VERSION},{},{pair},{seat},{state},,{week},{control},{treatment}",
                of.based_on, of.seed
            );
        }
        text
    }
}

/// Longest name and list of settings at the foot of a picture, and the least that is left of them [characters].
const NAME: usize = 60;
const SETTINGS: usize = 70;
const LEAST: usize = 5;

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::charts::data::PersonState;
    use crate::charts::tests::summary;
    use crate::ensemble_summary::EnsembleSummary;
    use experiment::ensemble::{Ensemble, run};
    use experiment::goal::Goal;
    use experiment::recording::Recording;
    use experiment::story::Story;
    use model::outcome::Measure;
    use model::scenario::{Arm, Scope};

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
        let summary = summary("software", 9);
        let single = summary.pair(0).map(AsRef::as_ref);
        for &measure in Measure::ALL {
            let data = ChartData::of(measure, &summary, single, 0, None);
            let rows = match &data.body {
                Body::Course(course) => course.at.len(),
                Body::Spread(_) => 9,
            };
            check(&data.csv(), rows, &format!("software,software,,{VERSION},60,9,,0,0,0,0,0,{},", measure.info().id));
        }
    }

    #[test]
    fn weeks_are_those_of_the_page() {
        let summary = summary("software", 3);
        let data = ChartData::of(Measure::Morale, &summary, None, 0, None);
        let csv = data.csv();
        let table = data.table();
        for (line, row) in csv.lines().skip(1).zip(&table.rows) {
            let week = line.split(',').nth(14).expect("a week").replace('-', "−");
            assert_eq!(format!("Week {week}"), row[0]);
        }
    }

    #[test]
    fn a_pinned_setup_has_rows_of_its_own() {
        let summary = summary("software", 3);
        let pinned = self::summary_with("beta", 0.4);
        let data = ChartData::of(Measure::Morale, &summary, None, 0, Some(&pinned));
        let csv = data.csv();
        let rows = |settings: &str| {
            csv.lines().filter(|line| line.starts_with(&format!("software,software,{settings},"))).count()
        };
        assert_eq!(data.pinned_source().as_deref(), Some("Kept: scenario “software” with beta=0.4, seed 60, 2 pairs"));
        assert!(data.file_name("csv").contains("-software-seed60-3pairs-"), "{}", data.file_name("csv"));
        assert_eq!((rows(""), rows("beta=0.4"), csv.lines().count()), (30, 30, 61));
    }

    #[test]
    fn a_person_is_of_one_pair() {
        let scenario = library::scenario("turnover").expect("built in");
        let story = Story::new(Recording::new(&scenario, 6).finish(), &scenario);
        let data = ChartData::of_person(PersonState::Skill, &story, 2, &scenario, 6);
        let before = format!("turnover,turnover,,{VERSION},{},7,3,person-skill,,", scenario.seed());
        check(&data.csv(), story.days(Arm::Control, 2).len() / 5 - 8, &before);
        assert!(data.file_name("csv").ends_with("-pair7-person-skill.csv"), "{}", data.file_name("csv"));
        assert!(data.source().ends_with("pair 7"), "{}", data.source());
    }

    fn summary_with(id: &str, value: f64) -> EnsembleSummary {
        let mut draft = library::scenario("software").expect("built in").draft();
        draft.set(Scope::Both, id, Some(value));
        let scenario = Rc::new(draft.finish().expect("valid"));
        let mut ensemble = Ensemble::default();
        ensemble.put(0, run(&scenario, 0..2));
        EnsembleSummary::of(&scenario, &ensemble, Goal::Pairs(2))
    }

    #[test]
    fn what_was_set_is_said_with_the_numbers() {
        let data = ChartData::of(Measure::Morale, &summary_with("beta", 0.4), None, 0, None);
        check(&data.csv(), 30, "software,software,beta=0.4,");
        assert!(data.source().contains("scenario “software” with beta=0.4, seed 60"), "{}", data.source());
    }

    #[test]
    fn files_are_named_after_what_made_them() {
        let summary = summary("software", 9);
        let data = ChartData::of(Measure::Morale, &summary, summary.pair(0).map(AsRef::as_ref), 0, None);
        assert_eq!(data.file_name("svg"), format!("assist-lab-{VERSION}-software-seed60-9pairs-morale.svg"));
    }

    #[test]
    fn long_and_odd_names_leave_room_for_seed_and_pairs() {
        let summary = summary("software", 3);
        let data = ChartData::of(Measure::ExhaustionAssist, &summary, None, 0, None);
        for name in ["x".repeat(4000), "漢 ".repeat(2000), "a/b:\u{202e}c\n".repeat(500), "CON".to_owned()] {
            let mut data = ChartData::clone(&data);
            data.origin.of.scenario = name;
            data.origin.of.settings = "beta=0.4 ".repeat(100);
            let file = data.file_name("png");
            assert!(file.len() <= names::LONGEST, "{file}");
            assert!(file.starts_with(&format!("assist-lab-{VERSION}-")), "{file}");
            assert!(file.ends_with("-seed60-3pairs-exhaustion_assist.png"), "{file}");
            let whole = data.source();
            let narrow = data.source_within(|line| line.chars().count() <= 90);
            assert!(whole.chars().count() > 90 && narrow.chars().count() <= 90, "{narrow}");
            for line in [whole, narrow] {
                assert!(line.ends_with(", seed 60, 3 pairs") && line.contains("scenario “"), "{line}");
                assert!(!line.contains(['\n', '\u{202e}']), "{line}");
            }
        }
    }
}
