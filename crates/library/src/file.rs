//! Scenario files: JSON to a scenario, or to the list of all that is wrong with it, and back.
//!
//! Only what differs from the defaults needs to be there. `world` holds world parameters, `policy` what both arms decide alike,
//! `control` and `treatment` what one arm decides.

use crate::json_number::json_number;
use std::borrow::Cow;

use serde_json::{Map, Value, json};

pub use super::encoding::decode;
use super::migration::Notes;
use super::printable::printable;
use super::strict::{count, shown, whole};
use super::{kind, migration, no_json, shocks, strict, texts};
use model::fault::{Fault, Rule};
use model::number::Slip;
use model::parameters::{Group, Kind, PARAMETERS, Parameter, parameter};
use model::scenario::{Arm, Draft, MAX_SEED, Scenario, Scope};
use model::texts::{Story, Texts};
use words::file_faults;

/// Version of the format.
pub const FORMAT: u64 = 2;
/// Largest file read [bytes].
pub const MAX_BYTES: usize = 1 << 20;

/// A scenario that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The scenario.
    pub scenario: Scenario,
    /// What there is to say about it if it is of an earlier format.
    pub notes: Notes,
}

impl Opened {
    /// Its notes in sentences.
    pub fn told(&self) -> Vec<String> {
        self.notes.told(self.scenario.world())
    }
}

/// Reads a scenario from a file: what it is called, and its bytes, of which those beyond [`MAX_BYTES`] need not be there but for one.
pub fn open(name: &str, bytes: &[u8]) -> Result<Opened, Vec<Fault>> {
    let other = |is: kind::Is| vec![Fault::new("file", "", &is(&name))];
    if let Some(is) = kind::of_bytes(bytes) {
        return Err(other(is));
    }
    let by_name = |otherwise: Fault| {
        let head = &bytes[..bytes.len().min(1000)];
        // With zeros in it it is no UTF-8, and what it looks like as such says nothing.
        let beginning = if head.contains(&0) { Cow::default() } else { String::from_utf8_lossy(head) };
        Err(kind::of_text(name, &beginning).map_or_else(|| vec![otherwise], other))
    };
    if bytes.len() > MAX_BYTES {
        return by_name(too_large());
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(fault) => return by_name(fault),
    };
    match strict::read(&text) {
        Ok((value, twice)) => {
            kind::of_value(&value).map_or_else(|| scenario_of(value, twice, &stem(name)), |is| Err(other(is)))
        }
        Err(error) => {
            Err(kind::of_text(name, &text).map_or_else(|| vec![no_json::fault(&text, &error, EXAMPLE)], other))
        }
    }
}

/// What a file is called, without its folder and its ending.
fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    printable(name.strip_suffix(".json").unwrap_or(name))
}

/// Reads a scenario from the text of a file.
pub fn parse(text: &str) -> Result<Scenario, Vec<Fault>> {
    if text.len() > MAX_BYTES {
        return Err(vec![too_large()]);
    }
    let (value, twice) = strict::read(text).map_err(|error| vec![no_json::fault(text, &error, EXAMPLE)])?;
    scenario_of(value, twice, "").map(|opened| opened.scenario)
}

fn too_large() -> Fault {
    Fault::new("file", "", &file_faults::too_large(&MAX_BYTES))
}

/// The beginning of a scenario file.
const EXAMPLE: &str = "{\"format\": 2, \"world\": {}}";

/// The scenario that a value stands for, in which the keys at these places were given twice, and which is called so if it has no name.
pub(super) fn scenario_of(value: Value, twice: Vec<String>, called: &str) -> Result<Opened, Vec<Fault>> {
    let Value::Object(fields) = value else {
        return Err(vec![Fault::new("file", "", &file_faults::no_object(&EXAMPLE))]);
    };
    let mut draft = Draft::default();
    for place in twice {
        draft.fault(Fault::new(&place, "", file_faults::given_twice()));
    }
    if !fields.contains_key("format") {
        draft.fault(Fault::new("format", "", &file_faults::no_format(&FORMAT)));
    }
    let earlier = fields.get("format").and_then(whole) == Some(migration::BEFORE);
    let world = fields.get("world").and_then(Value::as_object).filter(|_| earlier);
    let (converted, mut notes) = world.map(migration::world).unwrap_or_default();
    notes.earlier = earlier;
    // What both arms decide alike comes first, so that what one of them decides stands.
    let alike = |field: &str| field == "policy";
    let order = fields.iter().filter(|(field, _)| alike(field)).chain(fields.iter().filter(|(field, _)| !alike(field)));
    for (field, value) in order {
        read_field(&mut draft, field, value, earlier);
    }
    for (id, value) in converted {
        draft.at("world.", |draft| draft.set(Scope::Both, id, Some(value)));
    }
    name(&mut draft, &fields, called);
    // A built-in scenario that was saved and comes back is that scenario.
    if super::story_of(&draft.texts.name).is_some_and(|story| story == draft.texts.story) {
        draft.texts.story = Story::default();
    }
    draft.finish().map(|scenario| Opened { scenario, notes })
}

/// So that a scenario without a name or a title does not bear those of a built-in one.
fn name(draft: &mut Draft, fields: &Map<String, Value>, called: &str) {
    let given =
        |field: &str| fields.get(field).and_then(Value::as_str).is_some_and(|text| !printable(text).trim().is_empty());
    if !given("name") && !called.trim().is_empty() {
        // A file that happens to be called as a built-in scenario is another all the same.
        let taken = super::names().any(|name| name == called);
        draft.texts.name = if taken { format!("{called}-file") } else { called.to_owned() };
    }
    if !given("title") && (given("name") || !called.trim().is_empty()) {
        draft.texts.title.clone_from(&draft.texts.name);
    }
}

fn read_field(draft: &mut Draft, field: &str, value: &Value, earlier: bool) {
    match field {
        "format" if whole(value).is_some_and(|format| (migration::BEFORE..=FORMAT).contains(&format)) => {}
        "format" => draft.fault(Fault::new(field, &shown(value), &file_faults::format(&FORMAT))),
        "seed" => match whole(value) {
            Some(seed) => draft.seed = seed,
            None => draft.fault(Fault::against(field, &shown(value), Rule::Whole(0, MAX_SEED, Slip::NoNumber))),
        },
        "shocks" => shocks::read(draft, value),
        "treatment_until_week" => match count(value, file_faults::whole_weeks, file_faults::fewer_weeks) {
            Ok(week) => draft.until_week = Some(week),
            Err(allowed) => draft.fault(Fault::new(field, &shown(value), allowed)),
        },
        "plausible" => match value.as_bool() {
            Some(on) => draft.plausible.on = on,
            None => draft.fault(Fault::new(field, &shown(value), file_faults::true_or_false())),
        },
        "known" => read_known(draft, field, value),
        "world" => read_settings(draft, field, value, Scope::Both, Group::World, earlier),
        "policy" => read_settings(draft, field, value, Scope::Both, Group::Policy, earlier),
        "control" => read_settings(draft, field, value, Scope::Only(Arm::Control), Group::Policy, earlier),
        "treatment" => read_settings(draft, field, value, Scope::Only(Arm::Treatment), Group::Policy, earlier),
        _ if texts::read(draft, field, value) => {}
        _ => {
            let others = [
                "seed",
                "world",
                "policy",
                "control",
                "treatment",
                "shocks",
                "treatment_until_week",
                "plausible",
                "known",
            ];
            let fields = [&["format"], &texts::FIELDS[..], &others].concat().join(", ");
            draft.fault(Fault::new(field, "", &file_faults::no_field(&fields)));
        }
    }
}

fn read_known(draft: &mut Draft, field: &str, value: &Value) {
    let ids = value.as_array().map(|ids| ids.iter().map(Value::as_str).collect::<Option<Vec<&str>>>());
    match ids.flatten() {
        Some(ids) => draft.at(&format!("{field}: "), |draft| ids.into_iter().for_each(|id| draft.know(id))),
        None => draft.fault(Fault::new(field, &shown(value), file_faults::names())),
    }
}

fn read_settings(draft: &mut Draft, field: &str, value: &Value, scope: Scope, group: Group, earlier: bool) {
    let Some(settings) = value.as_object() else {
        return draft.fault(Fault::new(field, &shown(value), file_faults::settings()));
    };
    draft.at(&format!("{field}."), |draft| read_values(draft, field, settings, scope, group, earlier));
}

fn read_values(
    draft: &mut Draft,
    field: &str,
    settings: &Map<String, Value>,
    scope: Scope,
    group: Group,
    earlier: bool,
) {
    for (id, value) in settings {
        match parameter(id) {
            None => draft.fault(Fault::unknown(id)),
            // It was the world's in format 1.
            Some(row) if row.group != group && !(earlier && id == "lead_attention") => {
                let belongs = match row.group {
                    Group::World => file_faults::belongs_to_world(&field),
                    Group::Policy => file_faults::belongs_to_policy(&field),
                };
                draft.fault(Fault::new(id, "", &belongs));
            }
            Some(row) => match number_of(row, value) {
                Some(number) => draft.set(scope, id, number),
                None => draft.fault(Fault::against(id, &shown(value), Rule::InRange(row))),
            },
        }
    }
}

/// The value of a parameter that stands in a file; `None` if it is none.
pub(super) fn number_of(row: &Parameter, value: &Value) -> Option<Option<f64>> {
    match (row.kind, value) {
        (Kind::Optional, Value::Null) => Some(None),
        (Kind::Switch, Value::Bool(on)) => Some(Some(f64::from(u8::from(*on)))),
        (Kind::Choice(names), Value::String(text)) => {
            names.iter().position(|name| name == text).map(|place| Some(place as f64))
        }
        (Kind::Switch | Kind::Choice(_), _) => None,
        (_, Value::Number(number)) => number.as_f64().map(Some),
        _ => None,
    }
}

/// Writes a scenario as the text of a file; reading it gives the same scenario.
pub fn write(scenario: &Scenario) -> String {
    let story = super::story(scenario).unwrap_or_default();
    let mut text =
        serde_json::to_string_pretty(&value_of(scenario, &story)).expect("invariant: strings and finite numbers");
    text.push('\n');
    text
}

/// The same without spaces, and without the story of a built-in scenario, for where it is to be short.
pub fn write_short(scenario: &Scenario) -> String {
    short_value_of(scenario).to_string()
}

/// That as a value within another file.
pub(super) fn short_value_of(scenario: &Scenario) -> Value {
    value_of(scenario, &scenario.texts().story)
}

fn value_of(scenario: &Scenario, story: &Story) -> Value {
    let mut fields = Map::new();
    fields.insert("format".to_owned(), json!(FORMAT));
    texts::write(&mut fields, &Texts { story: story.clone(), ..scenario.texts().clone() });
    fields.insert("seed".to_owned(), json!(scenario.seed()));
    let values = |group: Group, arm: Arm| -> Map<String, Value> {
        let rows = PARAMETERS.iter().filter(|row| row.group == group);
        rows.filter_map(|row| {
            let value = scenario.get(arm, row.id)?;
            (value != row.default()).then(|| (row.id.to_owned(), json_of(row, value)))
        })
        .collect()
    };
    fields.insert("world".to_owned(), Value::Object(values(Group::World, Arm::Control)));
    fields.insert("control".to_owned(), Value::Object(values(Group::Policy, Arm::Control)));
    fields.insert("treatment".to_owned(), Value::Object(values(Group::Policy, Arm::Treatment)));
    if !scenario.shocks().is_empty() {
        fields.insert("shocks".to_owned(), shocks::write(scenario.shocks()));
    }
    if let Some(week) = scenario.until_week() {
        fields.insert("treatment_until_week".to_owned(), json!(week));
    }
    let plausible = scenario.plausible();
    if plausible.on {
        fields.insert("plausible".to_owned(), json!(true));
    }
    if !plausible.known().is_empty() {
        fields.insert("known".to_owned(), json!(plausible.known()));
    }
    Value::Object(fields)
}

/// A parameter's value as files hold it.
pub fn json_of(row: &Parameter, value: Option<f64>) -> Value {
    match (row.kind, value) {
        (_, None) => Value::Null,
        (Kind::Switch, Some(value)) => Value::Bool(value != 0.0),
        (Kind::Choice(_), _) => Value::String(row.show(value)),
        (Kind::Count, Some(value)) => json!(value as u64),
        (Kind::Number | Kind::Optional, Some(value)) => json_number(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        parse(text).err().unwrap_or_default().iter().map(words::fault::sentence).collect()
    }

    #[test]
    fn every_fault_is_reported_at_once() {
        let found = faults(r#"{"format": 3, "wrld": 1, "world": {"beta": 99, "trust": 1, "notice": 1}, "seed": -1}"#);
        assert_eq!(found.len(), 6, "{found:#?}");
        assert!(found.iter().any(|fault| fault == "world.beta = 99: must be a number from 0 to 10"), "{found:#?}");
        assert!(found.iter().any(|fault| fault.contains("did you mean trust0?")), "{found:#?}");
        assert!(found.iter().any(|fault| fault.contains("belongs under policy")), "{found:#?}");
    }

    #[test]
    fn what_no_file_has_is_told_what_files_have() {
        let check = |text: &str, said: &str| assert_eq!(faults(text), [said], "{text}");
        check(
            r#"{"format": 2, "sea": 2}"#,
            "sea: not a field of a scenario; the fields are format, name, title, shelf, field, summary, story, picture, people, \
             claim, claimed, measure, differs, try, task, team, member, lead, assist, seed, world, policy, control, treatment, \
             shocks, treatment_until_week, plausible, known",
        );
        check("[]", "file: a JSON object is expected, such as {\"format\": 2, \"world\": {}}");
        check(
            r#"{"format": 2, "shocks": 7}"#,
            "shocks = 7: must be a list of shocks, such as [{\"week\": 4, \"demand\": 1.5}]",
        );
    }

    #[test]
    fn faults_in_shocks_say_where() {
        let found = faults(
            r#"{"format": 2, "shocks": [{"week": 99, "demand": 2}, {"week": 1, "joins": 2, "redo": 0.1}, {"weeks": 1},
                {"week": 1, "weeks": 3, "leaves": 40}], "treatment_until_week": 26}"#,
        );
        let starts = ["shocks[1]", "shocks[2]", "shocks[0].week = 99", "shocks[3].weeks = 3", "shocks[3].leaves = 40"];
        for start in starts {
            assert!(found.iter().any(|fault| fault.starts_with(start)), "{start}: {found:#?}");
        }
    }

    #[test]
    fn a_key_given_twice_is_a_fault_wherever_it_stands() {
        let check = |text: &str, places: &[&str]| {
            let found = faults(text);
            let expect: Vec<String> = places
                .iter()
                .map(|place| format!("{place}: given twice; an object may have each key only once"))
                .collect();
            assert_eq!(found, expect, "{text}");
        };
        check(r#"{"format": 2, "seed": 1, "seed": 2}"#, &["seed"]);
        check(r#"{"format": 2, "format": 2}"#, &["format"]);
        check(r#"{"format": 2, "world": {"beta": 0.2, "members": 9, "beta": 0.3}}"#, &["world.beta"]);
        check(r#"{"format": 2, "world": {"beta": 0.2}, "world": {"members": 9}}"#, &["world"]);
        for place in ["policy", "control", "treatment"] {
            let text = format!("{{\"format\": 2, \"{place}\": {{\"route\": 0.2, \"route\": 0.2}}}}");
            check(&text, &[&format!("{place}.route")]);
        }
        check(
            r#"{"format": 2, "shocks": [{"week": 1, "demand": 2}, {"week": 1, "week": 2, "demand": 2}],
                "people": [{"who": "A", "what": "B", "who": "C"}], "claimed": {"change": 1, "change": 2}}"#,
            &["shocks[1].week", "people[0].who", "claimed.change"],
        );
        // All that is wrong is said at once.
        assert_eq!(faults(r#"{"format": 2, "seed": 1, "seed": 2, "world": {"beta": 99}, "sea": 1}"#).len(), 3);
    }

    #[test]
    fn what_one_arm_decides_stands_before_what_both_decide() {
        let scenario = parse(r#"{"format": 2, "control": {"route": 0.2}, "policy": {"route": 0.4}}"#).expect("valid");
        assert_eq!(Arm::BOTH.map(|arm| scenario.policy(arm).route), [0.2, 0.4]);
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        let text = |whole: &str| {
            format!(
                r#"{{"format": 2{whole}, "seed": 7{whole}, "world": {{"members": 9{whole}}}, "treatment_until_week": 5{whole},
                    "shocks": [{{"week": 2{whole}, "weeks": 3{whole}, "demand": 2}}, {{"week": 0{whole}, "leaves": 1{whole}}},
                               {{"week": 1, "joins": 2{whole}}}]}}"#
            )
        };
        let plain = parse(&text("")).expect("valid");
        for written in [".0", "e0", ".000", "E+0", ".0e0"] {
            assert_eq!(parse(&text(written)).as_ref(), Ok(&plain), "{written}");
        }
        let found = faults(&text(".5"));
        // Of a shock the first fault is said.
        assert_eq!(found.len(), 7, "{found:#?}");
        assert!(
            found.iter().all(|fault| fault.contains("whole number") || fault.starts_with("format = 2.5")),
            "{found:#?}"
        );
        let found = faults(r#"{"format": 2, "shocks": [{"week": 1e300, "demand": 2}], "treatment_until_week": 1e10}"#);
        assert_eq!(
            found,
            [
                "shocks[0].week = 1e+300: must be a smaller number",
                "treatment_until_week = 1e+10: must be a smaller number of weeks after the change",
            ]
        );
        for seed in ["1e300", "-1", "9007199254740992", "1e16", "null", "\"7\"", "true", "[7]"] {
            let found = faults(&format!("{{\"format\": 2, \"seed\": {seed}}}"));
            assert!(found.len() == 1 && found[0].ends_with("a whole number from 0 to 9007199254740991"), "{found:?}");
        }
        for seed in ["9007199254740991", "9007199254740991.0", "9.007199254740991e15", "-0", "-0.0", "0e0"] {
            assert!(faults(&format!("{{\"format\": 2, \"seed\": {seed}}}")).is_empty(), "{seed}");
        }
        let scenario = parse(r#"{"format": 2, "seed": 9007199254740991.0, "world": {"beta": -0.0}}"#).expect("valid");
        assert_eq!((scenario.seed(), scenario.world().beta.to_bits()), (MAX_SEED, 0));
    }

    #[test]
    fn a_file_is_opened_whatever_saved_it_and_called_what_it_is() {
        let text = r#"{"format": 2, "title": "Zürich"}"#;
        let expect = parse(r#"{"format": 2, "name": "zürich", "title": "Zürich"}"#).expect("valid");
        let utf16 =
            |unit: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect();
        let files: [Vec<u8>; 4] =
            [text.into(), format!("\u{feff}{text}").into(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)];
        for bytes in files {
            let opened = open("../a.b/zürich.json", &bytes).map(|opened| opened.scenario);
            assert_eq!(opened.as_ref(), Ok(&expect), "{bytes:?}");
        }
        let check = |name: &str, bytes: &[u8], part: &str| {
            let found = open(name, bytes).expect_err("no scenario");
            let said = found.iter().map(words::fault::sentence).collect::<Vec<_>>().join("\n");
            assert!(found.len() == 1 && said.contains(part), "{name}: {said}");
        };
        let large = [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; MAX_BYTES]].concat();
        check("x.png", &large, "“x.png” is a picture, not a scenario file");
        check(
            "chart.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\">",
            "“chart.svg” is a picture, not a scenario file",
        );
        check("x.png", b"\x01\x02", "“x.png” is a picture, not a scenario file");
        check(
            "a.csv",
            b"scenario,settings,version,seed,outcome\r\n",
            "“a.csv” is a file of results, not a scenario file",
        );
        check("a.json", b"{\"scenario\": \"software\", \"paired\": {}}", "“a.json” is a file of results");
        check("team.zip", b"PK\x03\x04", "“team.zip” is an archive or an office document");
        check("a.json", b"{\"title\": \"Z\xfcrich\"}", "not UTF-8 text: byte 13 is FC");
        let utf32: Vec<u8> = text.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
        check("a.json", &[&b"\xff\xfe\0\0"[..], &utf32].concat(), "text in UTF-32; save it as UTF-8");
        check("a.json", &utf32, "text in UTF-32; save it as UTF-8");
        check("a.json", b"\xff\xfe{\0,\0,\0,\0,\0,\0x", "neither UTF-8 nor complete UTF-16 text");
        check("a.json", "{\"format\": 2, \"seed\": −3}".as_bytes(), "“−3” on line 1 is not a JSON number");
        check("a.json", b"", "file: empty; a JSON object is expected");
        check("a.json", b" \n", "file: empty");
        check("a.json", &vec![b' '; MAX_BYTES + 1], "at most 1048576 bytes");
        check("a.json", b"{\"format\": 2", "it ends in the middle");
        check("a.json", b"{\"format\": 2, \"sea\": 2}", "sea: not a field of a scenario");
    }

    #[test]
    fn faults_of_parameters_say_in_which_block() {
        let check = |block: &str, said: &str| {
            assert_eq!(faults(&format!("{{\"format\": 2, {block}}}")), [said], "{block}");
        };
        check(r#""control": {"assist_share": 2}"#, "control.assist_share = 2: must be a number from 0 to 1");
        check(r#""treatment": {"assist_share": "x"}"#, "treatment.assist_share = \"x\": must be a number from 0 to 1");
        check(r#""policy": {"beta": 1}"#, "policy.beta: belongs under world, not under policy");
        check(r#""world": {"betta": 1}"#, "world.betta: no parameter has this name; did you mean beta?");
    }

    #[test]
    fn what_has_no_name_is_called_by_its_file() {
        let check = |path: &str, texts: &str, name: &str, title: &str| {
            let found = open(path, format!("{{\"format\": 2{texts}}}").as_bytes()).expect("valid").scenario;
            assert_eq!([&found.texts().name, &found.texts().title], [name, title], "{path} {texts}");
        };
        check("folder/ours.json", "", "ours", "ours");
        check("C:\\teams\\ours.v2.json", "", "ours.v2", "ours.v2");
        check("ours", "", "ours", "ours");
        check("ours.json", ", \"title\": \"Our team\"", "ours", "Our team");
        check("ours.json", ", \"name\": \"us\"", "us", "us");
        check("ours.json", ", \"name\": \" \\u200b\"", "ours", "ours");
        check("a\u{202e}b\n.json", "", "ab ", "ab ");
        check(".json", "", "baseline", "Plain team");
    }

    #[test]
    fn hostile_texts_are_refused_in_words() {
        let deep = "[".repeat(100_000);
        let long = " ".repeat(MAX_BYTES + 1);
        for text in ["", "null", "{", "[]", "1e999", "{\"format\": 2, \"world\": []}", &deep, &long] {
            assert!(!faults(text).is_empty(), "{:.20}", text);
        }
    }

    #[test]
    fn a_round_trip_is_exact() {
        for name in crate::names() {
            let scenario = crate::scenario(name).expect("built in");
            assert_eq!(parse(&write(&scenario)).expect("valid"), scenario);
        }
        let odd = parse(
            r#"{"format": 2, "world": {"beta": 0.1234567890123456}, "policy": {"empathy": 0.3}, "treatment_until_week": 9,
                "shocks": [{"week": 1, "weeks": 2, "demand": 1.7, "label": "surge"}, {"week": 3, "lead_away": true},
                           {"week": 4, "joins": 2}, {"week": 5, "leaves": 1}, {"week": 6, "redo": 0.25}]}"#,
        );
        let odd = odd.expect("valid");
        assert_eq!(parse(&write(&odd)).expect("valid"), odd);
    }
}
