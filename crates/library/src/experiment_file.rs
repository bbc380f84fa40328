//! Experiment files: JSON to an experiment, or to the list of all that is wrong with it, and back.
//!
//! A kind of question is a variant of [`Question`], a name in [`QUESTIONS`], what [`read_question`] makes of the file's fields, and what
//! [`value_of`] writes of it.

mod schema;

use serde_json::{Map, Value, json};

use super::json_number::json_number;
use super::results::{axis_key, of_key};
use super::strict::{self, shown, whole};
use super::{encoding, file, no_json, origin, printable};
use experiment::design::{Asked, Experiment, PAIRS, Question, plausible_worlds};
use experiment::digest::OfText;
use experiment::goal::Goal;
use experiment::indices::POINTS;
use experiment::plausible::MOST_WORLDS;
use experiment::points;
use experiment::screening::BASES;
use experiment::sweep::{Axis, MOST_POINTS, MOST_VALUES, Spacing, count};
use model::chance::MAX_REPLICATE;
use model::fault::{Fault, Rule, nearest};
use model::number::Slip;
use model::outcome::{MEASURE_IDS, Measure};
use model::parameters::{Group, Parameter, parameter};
use model::scenario::{Draft, MAX_SEED, Scenario, Scope};
pub use schema::schema;
use words::experiment_faults;

/// Version of the format.
pub const VERSION: u64 = 1;
/// What a file may ask, by name.
pub const QUESTIONS: [&str; 5] = ["pairs", "why", "sweep", "screen", "indices"];
/// Values of an axis where a file does not say how many, as on the command line.
pub const COUNT: usize = 11;
/// Longest title [characters].
const MAX_TITLE: usize = 4000;
/// From where to where a goal of precision goes: of less, the most pairs that are run would nearly always fall short.
const PRECISION: [f64; 2] = [0.001, 1.0];

const FIELDS: [&str; 12] = [
    "experiment",
    "title",
    "scenario",
    "seed",
    "settings",
    "question",
    "outcomes",
    "pairs",
    "precision",
    "vary",
    "points",
    "parameters",
];
const AXIS_FIELDS: [&str; 6] = ["parameter", "from", "to", "count", "spacing", "values"];
/// Settings that are no parameters, as results list them.
const OTHER_SETTINGS: [&str; 4] = ["treatment_until_week", "shocks", "plausible", "known"];

const EXAMPLE: &str = "{\"experiment\": 1, \"scenario\": \"software\", \"question\": \"why\"}";
const SETTINGS_EXAMPLE: &str = "{\"beta\": 0.3, \"t.assist_share\": 0.6}";
const OUTCOMES_EXAMPLE: &str = "[\"throughput\", \"morale\"]";
const PARAMETERS_EXAMPLE: &str = "[\"beta\", \"task_hours\"]";
const VARY_EXAMPLE: &str = "[{\"parameter\": \"beta\", \"from\": 0, \"to\": 0.4}]";

/// An experiment that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The experiment.
    pub experiment: Experiment,
    /// What there is to say about its scenario if that is of an earlier format.
    pub notes: Vec<String>,
}

/// Whether a file claims to be an experiment.
pub fn is_one(bytes: &[u8]) -> bool {
    let text = encoding::decode(bytes).unwrap_or_default();
    let value = serde_json::from_str::<Value>(&text).unwrap_or_default();
    value.get("experiment").is_some() && value.get("format").is_none()
}

/// Reads an experiment from the bytes of a file, of which those beyond [`file::MAX_BYTES`] need not be there but for one.
pub fn open(bytes: &[u8]) -> Result<Opened, Vec<Fault>> {
    if bytes.len() > file::MAX_BYTES {
        return Err(vec![Fault::new("file", "", &words::file_faults::too_large(&file::MAX_BYTES))]);
    }
    parse(&encoding::decode(bytes).map_err(|fault| vec![fault])?)
}

/// Reads an experiment from the text of a file.
pub fn parse(text: &str) -> Result<Opened, Vec<Fault>> {
    let (value, twice) = strict::read(text).map_err(|error| vec![no_json::fault(text, &error, EXAMPLE)])?;
    let Value::Object(fields) = value else {
        return Err(vec![Fault::new("file", "", &words::file_faults::no_object(&EXAMPLE))]);
    };
    if !fields.contains_key("experiment") && fields.contains_key("format") {
        return Err(vec![Fault::new("file", "", experiment_faults::scenario_file())]);
    }
    let mut reading = Reading { fields, faults: Vec::new() };
    for place in twice {
        reading.fault(&place, "", words::file_faults::given_twice());
    }
    reading.experiment()
}

/// Fields of a file, and what was found wrong with them.
struct Reading {
    fields: Map<String, Value>,
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, field: &str, value: &str, allowed: &str) {
        self.faults.push(Fault::new(field, value, allowed));
    }

    /// A field is none of this, whether it is there or not.
    fn refuse(&mut self, field: &str, allowed: &str) {
        match self.fields.get(field).map(shown) {
            Some(value) => self.fault(field, &value, allowed),
            None => self.fault(field, "", &experiment_faults::missing(&allowed)),
        }
    }

    fn experiment(mut self) -> Result<Opened, Vec<Fault>> {
        self.check_fields();
        let title = self.title();
        let scenario = self.scenario();
        let question = self.question();
        let effort = self.effort(question.as_ref().map_or(PAIRS, Question::pairs));
        let worlds_can_be =
            scenario.as_ref().is_some_and(|(scenario, _)| self.check_worlds(scenario, question.as_ref(), effort));
        let outcomes = self.outcomes(scenario.as_ref().map(|(scenario, _)| scenario), question.as_ref());
        let (Some((scenario, notes)), Some(question), true) = (scenario, question, worlds_can_be) else {
            return Err(self.faults);
        };
        let experiment = Experiment::new(Asked { title, scenario, question, outcomes, effort });
        match (experiment, self.faults.is_empty()) {
            (Ok(experiment), true) => Ok(Opened { experiment, notes }),
            (experiment, _) => {
                self.faults.extend(experiment.err().unwrap_or_default());
                Err(self.faults)
            }
        }
    }

    fn check_fields(&mut self) {
        match self.fields.get("experiment") {
            None => self.fault("experiment", "", &experiment_faults::no_version(&VERSION)),
            Some(version) if whole(version) == Some(VERSION) => {}
            Some(_) => self.refuse("experiment", &experiment_faults::version(&VERSION)),
        }
        let unknown: Vec<String> =
            self.fields.keys().filter(|field| !FIELDS.contains(&field.as_str())).cloned().collect();
        for field in unknown {
            let said = match nearest(&field, FIELDS.into_iter()) {
                Some(near) => experiment_faults::no_field_near(&near),
                None => experiment_faults::no_field(&FIELDS.join(", ")),
            };
            self.fault(&field, "", &said);
        }
    }

    fn title(&mut self) -> String {
        let Some(title) = self.fields.get("title") else { return String::new() };
        match title.as_str().filter(|title| title.chars().count() <= MAX_TITLE) {
            Some(title) => printable::printable(title),
            None => {
                self.refuse("title", &experiment_faults::text(&MAX_TITLE));
                String::new()
            }
        }
    }

    /// The scenario with its seed and settings, and what there is to say about it.
    fn scenario(&mut self) -> Option<(Scenario, Vec<String>)> {
        let (scenario, notes) = self.base()?;
        let mut draft = scenario.draft();
        match self.fields.get("seed").map(|seed| (whole(seed), shown(seed))) {
            None => {}
            Some((Some(seed), _)) => draft.seed = seed,
            Some((None, said)) => draft.fault(Fault::against("seed", &said, Rule::Whole(0, MAX_SEED, Slip::NoNumber))),
        }
        match self.fields.get("settings") {
            None => {}
            Some(Value::Object(settings)) => draft.at("settings.", |draft| set_all(draft, settings)),
            Some(other) => {
                draft.fault(Fault::new("settings", &shown(other), &experiment_faults::settings(&SETTINGS_EXAMPLE)))
            }
        }
        match draft.finish() {
            Ok(scenario) => Some((scenario, notes)),
            Err(faults) => {
                self.faults.extend(faults);
                None
            }
        }
    }

    /// The scenario before anything is set in it.
    fn base(&mut self) -> Option<(Scenario, Vec<String>)> {
        match self.fields.get("scenario") {
            Some(Value::String(name)) => {
                let name = name.clone();
                if let Some(scenario) = super::named(&name) {
                    return Some((scenario, Vec::new()));
                }
                let allowed = nearest(&name, super::names()).map_or_else(
                    || experiment_faults::scenario().to_owned(),
                    |near| experiment_faults::scenario_near(&near),
                );
                self.fault("scenario", &printable::printable(&name), &allowed);
            }
            Some(Value::Object(scenario)) => match file::scenario_of(Value::Object(scenario.clone()), Vec::new(), "") {
                Ok(opened) => {
                    let notes = opened.told();
                    return Some((opened.scenario, notes));
                }
                Err(faults) => self.faults.extend(faults.into_iter().map(|mut fault| {
                    fault.field.insert_str(0, "scenario.");
                    fault
                })),
            },
            _ => self.refuse("scenario", experiment_faults::scenario()),
        }
        None
    }

    fn question(&mut self) -> Option<Question> {
        let name = self.fields.get("question").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.check_fields_of(&name);
        match name.as_str() {
            "pairs" => Some(Question::Pairs),
            "why" => Some(Question::Why),
            "sweep" => self.axes().map(Question::Sweep),
            "screen" => {
                let bases = self.points(BASES, Rule::Whole(2, u64::from(points::MOST_POINTS), Slip::NoNumber));
                Some(Question::Screen { bases })
            }
            "indices" => {
                let points = self.points(POINTS, Rule::PowerOfTwo(2, points::MOST_POINTS));
                self.parameters().map(|parameters| Question::Indices { parameters, points })
            }
            _ => {
                self.refuse("question", &words::faults::one_of(&QUESTIONS.join(", ")));
                None
            }
        }
    }

    /// What only another question has.
    fn check_fields_of(&mut self, question: &str) {
        let only = [
            ("vary", &["sweep"][..], experiment_faults::vary_only_in_sweep()),
            ("points", &["screen", "indices"], experiment_faults::points_only_of_worlds()),
            ("parameters", &["indices"], experiment_faults::parameters_only_in_indices()),
        ];
        for (field, questions, said) in only {
            if QUESTIONS.contains(&question) && !questions.contains(&question) && self.fields.contains_key(field) {
                self.fault(field, "", said);
            }
        }
    }

    /// How many points worlds are drawn by; where it is no number, as many as if nothing were said.
    fn points(&mut self, default: u32, rule: Rule) -> u32 {
        let Some(value) = self.fields.get("points") else { return default };
        whole(value).and_then(|number| u32::try_from(number).ok()).unwrap_or_else(|| {
            self.faults.push(Fault::against("points", &shown(value), rule));
            default
        })
    }

    /// The ids of what is varied.
    fn parameters(&mut self) -> Option<Vec<String>> {
        let entries = self.fields.get("parameters").and_then(Value::as_array);
        let ids = entries.and_then(|ids| ids.iter().map(|id| id.as_str().map(str::to_owned)).collect());
        if ids.is_none() {
            self.refuse("parameters", &experiment_faults::parameters(&PARAMETERS_EXAMPLE));
        }
        ids
    }

    fn axes(&mut self) -> Option<Vec<Axis>> {
        let entries = self.fields.get("vary").and_then(Value::as_array).filter(|axes| (1..=2).contains(&axes.len()));
        let Some(entries) = entries.cloned() else {
            self.refuse("vary", &experiment_faults::vary(&VARY_EXAMPLE));
            return None;
        };
        let before = self.faults.len();
        let mut axes = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            match axis(entry) {
                Ok(axis) => axes.push(axis),
                Err(faults) => self.faults.extend(faults.into_iter().map(|mut fault| {
                    fault.field.insert_str(0, &format!("vary[{place}]"));
                    fault
                })),
            }
        }
        if let [a, b] = &axes[..]
            && axis_key(a) == axis_key(b)
        {
            self.fault("vary[1].parameter", &axis_key(b), experiment_faults::another_parameter());
        }
        let points = count(&axes);
        if points > MOST_POINTS {
            self.fault("vary", &points.to_string(), &experiment_faults::points(&MOST_POINTS));
        }
        (self.faults.len() == before).then_some(axes)
    }

    /// How many pairs; so many if nothing is said.
    fn effort(&mut self, default: u32) -> Goal {
        let [low, high] = PRECISION;
        match (self.fields.get("pairs"), self.fields.get("precision")) {
            (Some(_), Some(_)) => self.fault("precision", "", experiment_faults::either_pairs_or_precision()),
            (None, None) => {}
            (Some(pairs), None) => match whole(pairs).filter(|pairs| (1..=u64::from(MAX_REPLICATE)).contains(pairs)) {
                Some(pairs) => return Goal::Pairs(pairs as u32),
                None => {
                    let rule = Rule::Whole(1, u64::from(MAX_REPLICATE), Slip::NoNumber);
                    self.faults.push(Fault::against("pairs", &shown(pairs), rule));
                }
            },
            (None, Some(precision)) => match precision.as_f64().filter(|bound| (low..=high).contains(bound)) {
                Some(bound) => return Goal::Sure(bound),
                None => self.faults.push(Fault::against("precision", &shown(precision), Rule::Number(low, high))),
            },
        }
        Goal::Pairs(default)
    }

    /// Whether each world can be run that is drawn, and there are as many as are asked for.
    fn check_worlds(&mut self, scenario: &Scenario, question: Option<&Question>, effort: Goal) -> bool {
        if let Goal::Pairs(pairs) = effort
            && scenario.plausible().on
            && pairs > MOST_WORLDS
        {
            self.fault("pairs", &pairs.to_string(), &experiment_faults::worlds(&MOST_WORLDS));
        }
        let checked = question.map_or_else(|| plausible_worlds(scenario), |question| question.check_worlds(scenario));
        let faults = checked.err().unwrap_or_default();
        let can_be = faults.is_empty();
        self.faults.extend(faults.into_iter().map(|mut fault| {
            fault.field = experiment_faults::in_a_plausible_world(&fault.field);
            fault
        }));
        can_be
    }

    /// What is looked at: what the file says, or all outcomes of pairs, or the one that the scenario is about.
    fn outcomes(&mut self, scenario: Option<&Scenario>, question: Option<&Question>) -> Vec<Measure> {
        let Some(value) = self.fields.get("outcomes") else {
            return match (question, scenario) {
                (Some(Question::Pairs) | None, _) | (_, None) => Measure::ALL.to_vec(),
                (Some(_), Some(scenario)) => vec![scenario.main_measure()],
            };
        };
        let entries = value.as_array().filter(|entries| !entries.is_empty()).cloned();
        let Some(entries) = entries else {
            self.refuse("outcomes", &experiment_faults::outcomes(&OUTCOMES_EXAMPLE));
            return Vec::new();
        };
        let mut found = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let id = entry.as_str().unwrap_or_default();
            match Measure::named(id) {
                Some(measure) if found.contains(&measure) => {
                    self.refuse("outcomes", &experiment_faults::outcomes(&OUTCOMES_EXAMPLE));
                }
                Some(measure) => found.push(measure),
                None => {
                    let near = nearest(id, MEASURE_IDS.into_iter());
                    let near = near.map(|near| experiment_faults::outcome_near(&near));
                    let allowed = near.unwrap_or_else(|| experiment_faults::outcome().to_owned());
                    self.fault(&format!("outcomes[{place}]"), &shown(entry), &allowed);
                }
            }
        }
        found
    }
}

/// Sets what the keys say that results list under settings; what both arms decide alike first, so that what one of them decides stands.
fn set_all(draft: &mut Draft, settings: &Map<String, Value>) {
    let alike = |key: &str| of_key(key).0 == Scope::Both;
    let order = settings.iter().filter(|(key, _)| alike(key)).chain(settings.iter().filter(|(key, _)| !alike(key)));
    for (key, value) in order {
        set(draft, key, value);
    }
}

fn set(draft: &mut Draft, key: &str, value: &Value) {
    let (scope, id) = of_key(key);
    let mark = &key[..key.len() - id.len()];
    match parameter(id) {
        Some(row) => draft.at(mark, |draft| match file::number_of(row, value) {
            Some(number) => draft.set(scope, id, number),
            None => draft.fault(Fault::against(id, &shown(value), Rule::InRange(row))),
        }),
        None if key == "seed" => draft.fault(Fault::new(key, "", experiment_faults::seed_not_here())),
        None if OTHER_SETTINGS.contains(&key) => origin::set(draft, key, &text_of(key, value)),
        None => draft.at(mark, |draft| draft.fault(Fault::unknown(id))),
    }
}

/// The value of a key as a link has it.
fn text_of(key: &str, value: &Value) -> String {
    let names = value.as_array().and_then(|names| names.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
    match names {
        Some(names) if key == "known" => names.join(","),
        _ if key == "treatment_until_week" && value.is_null() => "none".to_owned(),
        _ => value.to_string(),
    }
}

/// An axis, or what is wrong with it, at the places of its fields.
fn axis(value: &Value) -> Result<Axis, Vec<Fault>> {
    let fields = value.as_object().ok_or_else(|| vec![Fault::new("", &shown(value), experiment_faults::axis())])?;
    let wrong =
        |field: &str, value: &Value, allowed: &str| vec![Fault::new(&format!(".{field}"), &shown(value), allowed)];
    let unknown = fields.keys().filter(|field| !AXIS_FIELDS.contains(&field.as_str()));
    let said = experiment_faults::no_field_of_axis(&AXIS_FIELDS.join(", "));
    let unknown: Vec<Fault> = unknown.map(|field| Fault::new(&format!(".{field}"), "", &said)).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let (row, scope) = varied(fields.get("parameter"))?;
    let whole_axis = |allowed: String| vec![Fault::new("", &shown(value), &allowed)];
    let end = |field: &str| {
        let end = fields.get(field)?;
        Some(
            number(row, end).ok_or_else(|| vec![Fault::against(&format!(".{field}"), &shown(end), Rule::InRange(row))]),
        )
    };
    match (fields.get("values"), end("from"), end("to")) {
        (Some(values), None, None) if !fields.contains_key("count") && !fields.contains_key("spacing") => {
            let list = values.as_array().ok_or_else(|| wrong("values", values, experiment_faults::axis()))?;
            let list: Option<Vec<f64>> = list.iter().map(|value| number(row, value)).collect();
            let list = list.ok_or_else(|| vec![Fault::against(".values", &shown(values), Rule::InRange(row))])?;
            Axis::of(row, scope, list).map_err(whole_axis)
        }
        (None, Some(from), Some(to)) => {
            let (from, to) = (from?, to?);
            let count = match fields.get("count") {
                None => COUNT,
                Some(count) => {
                    let allowed = || experiment_faults::NumberOfValues { low: &2, high: &MOST_VALUES }.say();
                    let number = whole(count).filter(|count| (2..=MOST_VALUES as u64).contains(count));
                    number.ok_or_else(|| wrong("count", count, &allowed()))? as usize
                }
            };
            let spacing = match fields.get("spacing") {
                None => Spacing::Linear,
                Some(name) => match name.as_str() {
                    Some("linear") => Spacing::Linear,
                    Some("log") => Spacing::Log,
                    _ => return Err(wrong("spacing", name, experiment_faults::spacing())),
                },
            };
            Axis::new(row, scope, [from, to], count, spacing).map_err(whole_axis)
        }
        _ => Err(whole_axis(experiment_faults::axis().to_owned())),
    }
}

/// Which parameter an axis varies, and in whose hands it is.
fn varied(value: Option<&Value>) -> Result<(&'static Parameter, Scope), Vec<Fault>> {
    let key = value.and_then(Value::as_str).unwrap_or_default();
    let (scope, id) = of_key(key);
    let at = |mut fault: Fault| {
        fault.field = format!(".parameter: {}", fault.field);
        vec![fault]
    };
    let row = parameter(id).ok_or_else(|| at(Fault::unknown(id)))?;
    if row.group == Group::World && scope != Scope::Both {
        return Err(at(Fault::against(id, "", Rule::BothArms)));
    }
    Ok((row, scope))
}

/// A value of a parameter that is not left open.
fn number(row: &Parameter, value: &Value) -> Option<f64> {
    file::number_of(row, value).flatten()
}

/// Writes an experiment as the text of a file, in one line; reading it gives the same experiment.
pub fn write(experiment: &Experiment) -> String {
    value_of(experiment).to_string()
}

/// One number for all of an experiment, of which shards must be of the same.
pub fn digest(experiment: &Experiment) -> String {
    OfText::EMPTY.and(&write(experiment)).shown()
}

/// What a question is called.
pub fn name(question: &Question) -> &'static str {
    match question {
        Question::Pairs => QUESTIONS[0],
        Question::Why => QUESTIONS[1],
        Question::Sweep(_) => QUESTIONS[2],
        Question::Screen { .. } => QUESTIONS[3],
        Question::Indices { .. } => QUESTIONS[4],
    }
}

fn value_of(experiment: &Experiment) -> Value {
    let Asked { title, scenario, question, outcomes, effort } = experiment.asked();
    let mut fields = Map::new();
    let mut put = |field: &str, value: Value| fields.insert(field.to_owned(), value);
    put("experiment", json!(VERSION));
    if !title.is_empty() {
        put("title", json!(title));
    }
    put("scenario", file::short_value_of(scenario));
    put("question", json!(name(question)));
    put("outcomes", outcomes.iter().map(|outcome| outcome.info().id).collect());
    match effort {
        Goal::Pairs(pairs) => put("pairs", json!(pairs)),
        Goal::Sure(bound) => put("precision", json_number(*bound)),
    };
    match question {
        Question::Pairs | Question::Why => (),
        Question::Sweep(axes) => drop(put("vary", axes.iter().map(value_of_axis).collect())),
        Question::Screen { bases } => drop(put("points", json!(bases))),
        Question::Indices { parameters, points } => {
            put("points", json!(points));
            put("parameters", json!(parameters));
        }
    }
    Value::Object(fields)
}

fn value_of_axis(axis: &Axis) -> Value {
    let values: Value = axis.values.iter().map(|value| file::json_of(axis.parameter, Some(*value))).collect();
    json!({"parameter": axis_key(axis), "values": values})
}
