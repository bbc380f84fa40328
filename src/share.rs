//! The state as a link, and back.
//!
//! `?v=2&scenario=software&seed=7&beta=0.3&t.assist_share=0.6`: parameters of the world stand plain, and so do those of the
//! policies where both arms decide alike; `c.` and `t.` mark what only the control or the treatment arm decides. Only what
//! differs from the built-in scenario is there. Whatever cannot be read is left out and said, and costs nothing else.
//!
//! A scenario that is not built in, from a file, is in the link as a whole: `file=` and its text in base64url.

use std::ops::RangeInclusive;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use super::route;
use super::text::goal;
use experiment::goal::Goal;
use library::{self, file, migration, origin};
use model::difference::Difference;
use model::fault::{Fault, Rule};
use model::number;
use model::outcome::Measure;
use model::parameters::{World, parameter};
use model::scenario::{Arm, MAX_SEED, Scenario, Scope};
use words::link_faults;

/// Version of the links.
pub const VERSION: &str = "2";
/// The version before, which is read as it was meant.
const BEFORE: &str = "1";

/// Longest link put into the address or handed out [characters]. Longer ones are cut by some servers and programs.
pub const MAX_LINK: usize = 16_000;

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The scenario it starts from: a built-in one, or one from a file.
    pub built_in: Scenario,
    /// The scenario it comes to.
    pub scenario: Scenario,
    /// The replicate shown.
    pub replicate: u32,
    /// What is asked of the ensemble.
    pub goal: Goal,
    /// Whose story is told, by seat.
    pub person: Option<usize>,
    /// Whether it is to be seen who trusts whom.
    pub trust: bool,
    /// The measure whose chart is in front; the scenario's own if `None`.
    pub chart: Option<Measure>,
    /// What is pinned to compare with: another setup of the same scenario.
    pub pin: Option<Scenario>,
}

/// The keys and values of a query that [`query_string`] wrote.
pub fn parse(query: &str) -> Vec<(String, String)> {
    let parts = query.split('&').filter_map(|part| part.split_once('='));
    parts.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// Reads the keys and values of a link, together with all that is wrong with them.
pub fn read(query: &[(String, String)]) -> (Shared, Vec<Fault>) {
    let mut faults = given_twice(query);
    let value = |wanted: &str| route::value(query, wanted);
    if let Some(version) = value("v").filter(|version| ![BEFORE, VERSION].contains(version)) {
        faults.push(Fault::new("v", version, &link_faults::version(&VERSION)));
    }
    let opened = value("file").and_then(|text| read_file(text).map_err(|found| faults.extend(found)).ok());
    let built_in = value("scenario").filter(|_| opened.is_none()).and_then(|name| {
        let found = library::scenario(name);
        if found.is_none() {
            faults.push(Fault::new("scenario", name, &route::one_of(library::names())));
        }
        found
    });
    let built_in = opened.or(built_in).or_else(|| library::scenario(library::DEFAULT));
    let built_in = built_in.expect("invariant: the default scenario is built in, a test sees to it");
    let mut whole = |key: &str, range: RangeInclusive<u64>| {
        let text = value(key)?;
        let ends = (*range.start(), *range.end());
        let refused = |slip| Fault::against(key, text, Rule::Whole(ends.0, ends.1, slip));
        number::whole(text, range).map_err(|slip| faults.push(refused(slip))).ok()
    };
    let seed = whole("seed", 0..=MAX_SEED).unwrap_or(built_in.seed());
    let replicate = whole("pair", 1..=1000).unwrap_or(1) as u32 - 1;
    let trust = whole("trust", 0..=1) == Some(1);
    let mut wanted = goal::DEFAULT;
    for key in goal::KEYS {
        let Some(text) = value(key) else { continue };
        match goal::read(key, text) {
            Some(goal) => wanted = goal,
            None => faults.push(Fault::new(key, text, &goal::allowed(key))),
        }
    }

    let chart = value("chart").and_then(|id| {
        let chart = Measure::named(id);
        if chart.is_none() {
            faults.push(Fault::new("chart", id, link_faults::chart()));
        }
        chart
    });

    let (settings, unknown) = settings(query);
    faults.extend(unknown);
    let mut draft = built_in.draft();
    draft.seed = seed;
    let scenario = draft.finish().expect("invariant: a valid scenario under a valid seed is valid");
    let scenario = match value("v") {
        Some(BEFORE) => apply_as_meant(scenario, built_in.world(), settings, &mut faults),
        _ => apply(scenario, settings, &mut faults),
    };
    let person = value("person").and_then(|text| {
        let seats = u64::from(scenario.seats());
        let refused = |slip| Fault::against("person", text, Rule::Whole(1, seats, slip));
        number::whole(text, 1..=seats).map_err(|slip| faults.push(refused(slip))).ok()
    });
    let person = person.map(|number| number as usize - 1);
    let pin = value("pin").and_then(|text| {
        let pin = read_pin(query, text);
        if pin.is_none() {
            faults.push(Fault::new("pin", &shortened(text), link_faults::pin()));
        }
        pin
    });
    (Shared { built_in, scenario, replicate, goal: wanted, person, trust, chart, pin }, faults)
}

/// A setting of a link: where it holds, of which parameter, what was written.
type Setting<'a> = (Scope, &'a str, &'a str);

/// The settings of a link, of a key that is given twice the last, and faults of keys that are none. What both arms decide alike comes
/// first, so that what one of them decides stands.
fn settings(query: &[(String, String)]) -> (Vec<Setting<'_>>, Vec<Fault>) {
    let (mut settings, mut of_one, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for (place, (key, value)) in query.iter().enumerate() {
        let key = key.as_str();
        let known = matches!(key, "v" | "scenario" | "file" | "seed" | "pair" | "person" | "trust" | "chart" | "pin");
        let again = query[place + 1..].iter().any(|(later, _)| later == key);
        if known || again || goal::KEYS.contains(&key) || route::KEYS.contains(&key) {
            continue;
        }
        let (scope, id) = match key.split_once('.') {
            Some(("c", id)) => (Scope::Only(Arm::Control), id),
            Some(("t", id)) => (Scope::Only(Arm::Treatment), id),
            _ => (Scope::Both, key),
        };
        match parameter(id) {
            Some(_) if scope == Scope::Both => settings.push((scope, id, value.as_str())),
            Some(_) => of_one.push((scope, id, value.as_str())),
            None => faults.push(Fault::new(key, value, link_faults::unknown())),
        }
    }
    settings.append(&mut of_one);
    (settings, faults)
}

/// Takes the number that a parameter of the world is set to out of the settings. One that is refused stays there, to be named.
fn take(settings: &mut Vec<Setting<'_>>, wanted: &str) -> Option<f64> {
    let place = settings.iter().position(|(scope, id, _)| *scope == Scope::Both && *id == wanted)?;
    let row = parameter(wanted)?;
    let number = row.read(settings[place].2).ok().filter(|value| row.accepts(Some(*value)))?;
    settings.remove(place);
    Some(number)
}

/// Takes the settings of a link of the version before, in which some meant something else.
fn apply_as_meant(
    scenario: Scenario,
    built_in: &World,
    mut settings: Vec<Setting<'_>>,
    faults: &mut Vec<Fault>,
) -> Scenario {
    let convert = |scenario: Scenario, id: &str, value: Option<f64>, faults: &mut Vec<Fault>| match value {
        Some(value) => apply(scenario, vec![(Scope::Both, id, &number::show(value, 0))], faults),
        None => scenario,
    };
    let steepness = take(&mut settings, "HR").map(migration::steepness);
    let by_seat = take(&mut settings, "demand");
    let scenario = convert(scenario, "HR", steepness, faults);
    let scenario = apply(scenario, settings, faults);
    // By the members that there are, for as many as were asked for may have been refused.
    let members = Some(scenario.world().members).filter(|members| *members != built_in.members);
    convert(scenario, "demand", migration::demand(by_seat, members.map(f64::from), built_in), faults)
}

/// What there is to say of a link that was read: that it, or the file in it, is of an earlier version, and which values meant something
/// else there.
pub fn converted(query: &[(String, String)], shared: &Shared) -> Vec<String> {
    let bytes = route::value(query, "file").and_then(|text| BASE64_URL_SAFE_NO_PAD.decode(text).ok());
    let opened = bytes.and_then(|bytes| file::open("", &bytes).ok());
    let mut notes = opened.map(|opened| opened.notes).unwrap_or_default();
    let world = shared.scenario.world();
    if route::value(query, "v") == Some(BEFORE) {
        let (mut settings, _) = settings(query);
        notes.earlier = true;
        notes.leaving |= take(&mut settings, "HR").is_some();
        notes.demand |= take(&mut settings, "demand").is_some() || world.members != shared.built_in.world().members;
    }
    notes.told(world)
}

/// What is pinned: as a link of its own that starts from the same scenario; `None` if anything is wrong with it.
fn read_pin(query: &[(String, String)], text: &str) -> Option<Scenario> {
    let start = query.iter().filter(|(key, _)| matches!(key.as_str(), "v" | "scenario" | "file"));
    let mut link: Vec<(String, String)> = start.cloned().collect();
    for setting in text.split('~').filter(|setting| !setting.is_empty()) {
        let (key, value) = setting.split_once('-').filter(|(key, _)| *key != "pin")?;
        link.push((key.to_owned(), value.to_owned()));
    }
    let (shared, faults) = read(&link);
    faults.is_empty().then_some(shared.scenario)
}

/// The keys that a link gives more than once. The last counts, but not without a word.
fn given_twice(query: &[(String, String)]) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    for (place, (key, value)) in query.iter().enumerate() {
        let earlier = query[..place].iter().any(|(other, _)| other == key);
        let later = query[place + 1..].iter().any(|(other, _)| other == key);
        if earlier && !later {
            faults.push(Fault::new(key, "", &link_faults::given_twice(&shortened(value))));
        }
    }
    faults
}

/// The scenario of a file in a link.
fn read_file(text: &str) -> Result<Scenario, Vec<Fault>> {
    let broken = || vec![Fault::new("file", &shortened(text), link_faults::file())];
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| broken())?;
    file::parse(&String::from_utf8(bytes).map_err(|_| broken())?)
}

fn shortened(text: &str) -> String {
    if text.chars().count() > 20 { text.chars().take(20).chain(['…']).collect() } else { text.to_owned() }
}

/// Takes the settings one by one; one that another must prepare (more members, before more groups) gets another chance.
fn apply(mut scenario: Scenario, mut settings: Vec<Setting<'_>>, faults: &mut Vec<Fault>) -> Scenario {
    loop {
        let before = settings.len();
        let mut wrong = Vec::new();
        settings.retain(|&(scope, id, text)| {
            let mut draft = scenario.draft();
            draft.set_text(scope, id, text);
            match draft.finish() {
                Ok(next) => {
                    scenario = next;
                    false
                }
                Err(found) => {
                    wrong.extend(found);
                    true
                }
            }
        });
        if settings.is_empty() || settings.len() == before {
            faults.extend(wrong);
            return scenario;
        }
    }
}

/// The keys and values of a link to this state. They need no escaping.
pub fn write(shared: &Shared) -> Vec<(String, String)> {
    let Shared { built_in, scenario, replicate, goal, person, trust, chart, pin } = shared;
    let name = &built_in.texts().name;
    let start = if library::is_built_in(built_in) {
        ("scenario".to_owned(), name.clone())
    } else {
        ("file".to_owned(), BASE64_URL_SAFE_NO_PAD.encode(file::write_short(built_in)))
    };
    let mut query = vec![("v".to_owned(), VERSION.to_owned()), start];
    query.extend(set(built_in, scenario));
    let mut push = |key: String, value: String| query.push((key, value));
    if *replicate > 0 {
        push("pair".to_owned(), (replicate + 1).to_string());
    }
    if *goal != goal::DEFAULT {
        let (key, value) = goal::write(*goal);
        push(key.to_owned(), value);
    }
    if let Some(seat) = person {
        push("person".to_owned(), (seat + 1).to_string());
    }
    if *trust {
        push("trust".to_owned(), "1".to_owned());
    }
    if let Some(measure) = chart {
        push("chart".to_owned(), measure.info().id.to_owned());
    }
    if let Some(pin) = pin {
        let set: Vec<String> = set(built_in, pin).into_iter().map(|(key, value)| format!("{key}-{value}")).collect();
        push(PIN.to_owned(), set.join("~"));
    }
    query
}

/// The key of what is pinned, the last of a link.
const PIN: &str = "pin";

/// A link without what is pinned, where both together are too long.
pub fn without_pin(query: &str) -> &str {
    query.split_once("&pin=").map_or(query, |(before, _)| before)
}

/// Seed and parameters, as far as they are others than in the scenario it starts from.
fn set(built_in: &Scenario, scenario: &Scenario) -> Vec<(String, String)> {
    let differences = built_in.diff(scenario).into_iter();
    let (mut set, others): (Vec<Difference>, Vec<Difference>) =
        differences.partition(|difference| matches!(difference, Difference::Seed { .. }));
    set.extend(others.into_iter().filter(|difference| matches!(difference, Difference::Parameter { .. })));
    origin::keys(&set)
}

/// The same as the text after the question mark.
pub fn query_string(shared: &Shared) -> String {
    let parts: Vec<String> = write(shared).iter().map(|(key, value)| format!("{key}={value}")).collect();
    parts.join("&")
}

#[cfg(test)]
mod tests;
