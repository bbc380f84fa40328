//! The state as a link, and back.
//!
//! `?v=2&scenario=software&seed=7&beta=0.3&t.assist_share=0.6`: parameters of the world stand plain, and so do those of the
//! policies where both arms decide alike; `c.` and `t.` mark what only the control or the treatment arm decides. Only what
//! differs from the built-in scenario is there. Whatever cannot be read is left out and said, and costs nothing else.
//!
//! A scenario that is not built in, from a file, is in the link as a whole: `file=` and its text in base64url.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use super::route;
use super::state::guess::Guess;
use super::state::inquiries::Subject;
use super::state::look::{Kind, Look, Shown};
use super::state::panel::Panel;
use super::state::pays::Pays;
use super::state::scene::Scene;
use super::text::goal;
use experiment::goal::Goal;
use experiment::plausible;
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
    /// What is asked of the ensemble.
    pub goal: Goal,
    /// How it is looked at.
    pub look: Look,
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
    let mut wanted = goal::DEFAULT;
    for key in goal::KEYS {
        let Some(text) = value(key) else { continue };
        match goal::read(key, text) {
            Some(goal) => wanted = goal,
            None => faults.push(Fault::new(key, text, &goal::allowed(key))),
        }
    }

    let (settings, unknown) = settings(query);
    faults.extend(unknown);
    let mut draft = built_in.draft();
    draft.seed = seed;
    let scenario = draft.finish().expect("invariant: a valid scenario under a valid seed is valid");
    let scenario = with_worlds(scenario, query, &mut faults);
    let scenario = match value("v") {
        Some(BEFORE) => apply_as_meant(scenario, built_in.world(), settings, &mut faults),
        _ => apply(scenario, settings, &mut faults),
    };
    let scenario = with_worlds_that_run(scenario, &mut faults);
    let (look, wrong) = look(query, &scenario);
    faults.extend(wrong);
    let pin = value("pin").and_then(|text| {
        let pin = read_pin(query, text);
        if pin.is_none() {
            faults.push(Fault::new("pin", &shortened(text), link_faults::pin()));
        }
        pin
    });
    (Shared { built_in, scenario, goal: wanted, look, pin }, faults)
}

/// The keys that say whether each pair has a world of its own, and what of it is known.
const PLAUSIBLE: &str = "plausible";
/// See [`PLAUSIBLE`].
const KNOWN: &str = "known";

/// With the worlds that a link asks for.
fn with_worlds(scenario: Scenario, query: &[(String, String)], faults: &mut Vec<Fault>) -> Scenario {
    let mut draft = scenario.draft();
    if let Some(text) = route::value(query, PLAUSIBLE) {
        match text {
            "yes" => draft.plausible.on = true,
            "no" => draft.plausible.on = false,
            other => faults.push(Fault::new(PLAUSIBLE, &shortened(other), &route::one_of(["yes", "no"].into_iter()))),
        }
    }
    if let Some(text) = route::value(query, KNOWN) {
        draft.plausible.forget();
        for id in text.split(',').filter(|id| !id.is_empty()) {
            if let Err(fault) = draft.plausible.know(id) {
                faults.push(fault);
            }
        }
    }
    draft.finish().unwrap_or(scenario)
}

/// Without worlds where some of them would be too large to be run.
fn with_worlds_that_run(scenario: Scenario, faults: &mut Vec<Fault>) -> Scenario {
    if !scenario.plausible().on {
        return scenario;
    }
    match plausible::check(&scenario) {
        Ok(()) => scenario,
        Err(found) => {
            faults.extend(found);
            plausible::own(&scenario)
        }
    }
}

/// How a link wants a scenario to be looked at, and what is wrong with that.
fn look(query: &[(String, String)], scenario: &Scenario) -> (Look, Vec<Fault>) {
    let faults = RefCell::new(Vec::new());
    let value = |wanted: &str| route::value(query, wanted);
    let whole = |key: &str, text: &str, (low, high): (u64, u64)| {
        let refused = |slip| faults.borrow_mut().push(Fault::against(key, text, Rule::Whole(low, high, slip)));
        number::whole(text, low..=high).map_err(refused).ok()
    };
    let known = |key: &str, allowed: &str, found: bool| {
        if !found && let Some(text) = value(key) {
            faults.borrow_mut().push(Fault::new(key, text, allowed));
        }
    };
    let pair = value("pair").and_then(|text| {
        let kind =
            Kind::CHOSEN.into_iter().find_map(|kind| Some((kind, text.strip_prefix(kind.name())?.strip_prefix('-')?)));
        let (kind, number) = kind.unwrap_or((Kind::Any, text));
        Some(Shown { replicate: whole("pair", number, (1, 1000))? as u32 - 1, kind })
    });
    let week = value("week").and_then(|text| {
        let world = scenario.world();
        let (low, high) = (-f64::from(world.baseline_weeks), f64::from(world.intervention_weeks));
        let week = text.parse::<f64>().ok().filter(|week| (low..=high).contains(week));
        known(
            "week",
            &words::link_faults::Week { low: &number::show(low, 0), high: &number::show(high, 0) }.say(),
            week.is_some(),
        );
        week
    });
    let person = value("person").and_then(|text| whole("person", text, (1, u64::from(scenario.seats()))));
    let chart = value("chart").and_then(Measure::named);
    known("chart", link_faults::chart(), chart.is_some());
    let guess = value("guess").and_then(Guess::read);
    known("guess", link_faults::guess(), guess.is_some());
    let scene = value("present").and_then(Scene::read);
    known("present", &route::one_of(Scene::ALL.into_iter().map(Scene::name)), scene.is_some());
    let lever = value("lever").and_then(parameter);
    known("lever", link_faults::lever(), lever.is_some());
    let panel = value("panel").and_then(Panel::read);
    known("panel", &route::one_of(Panel::ALL.into_iter().map(Panel::name)), panel.is_some());
    let subject = value("ask").and_then(Subject::read);
    known("ask", &route::one_of(Subject::ALL.into_iter().map(Subject::name)), subject.is_some());
    let pays = value("where").and_then(Pays::read);
    known("where", link_faults::pays(), pays.is_some());
    let switch = |key: &str| value(key).and_then(|text| whole(key, text, (0, 1))) == Some(1);
    let look = Look {
        pair,
        week,
        person: person.map(|number| number as usize - 1),
        trust: switch("trust"),
        chart,
        hidden: switch("hidden"),
        guess,
        scene,
        lever,
        panel: panel.filter(|panel| *panel != Panel::default()),
        subject: subject.filter(|subject| *subject != Subject::default()),
        pays,
    };
    (look, faults.into_inner())
}

/// The keys by which a link says how something is looked at.
const LOOK: [&str; 12] =
    ["pair", "week", "person", "trust", "chart", "hidden", "guess", "present", "lever", "panel", "ask", "where"];

/// A setting of a link: where it holds, of which parameter, what was written.
type Setting<'a> = (Scope, &'a str, &'a str);

/// The settings of a link, of a key that is given twice the last, and faults of keys that are none. What both arms decide alike comes
/// first, so that what one of them decides stands.
fn settings(query: &[(String, String)]) -> (Vec<Setting<'_>>, Vec<Fault>) {
    let (mut settings, mut of_one, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for (place, (key, value)) in query.iter().enumerate() {
        let key = key.as_str();
        let known =
            matches!(key, "v" | "scenario" | "file" | "seed" | "pin" | PLAUSIBLE | KNOWN) || LOOK.contains(&key);
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
            None => faults.push(Fault::new(&format!("{key}={value}"), "", link_faults::unknown())),
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
    let Shared { built_in, scenario, goal, look, pin } = shared;
    let name = &built_in.texts().name;
    let start = if library::is_built_in(built_in) {
        ("scenario".to_owned(), name.clone())
    } else {
        ("file".to_owned(), BASE64_URL_SAFE_NO_PAD.encode(file::write_short(built_in)))
    };
    let mut query = vec![("v".to_owned(), VERSION.to_owned()), start];
    query.extend(set(built_in, scenario));
    let mut push = |key: String, value: String| query.push((key, value));
    if *goal != goal::DEFAULT {
        let (key, value) = goal::write(*goal);
        push(key.to_owned(), value);
    }
    let switched = |on: bool| on.then(|| "1".to_owned());
    let looked = [
        look.pair.map(Shown::link),
        look.week.map(|week| number::show(week, 0)),
        look.person.map(|seat| (seat + 1).to_string()),
        switched(look.trust),
        look.chart.map(|measure| measure.info().id.to_owned()),
        switched(look.hidden),
        look.guess.map(Guess::link),
        look.scene.map(|scene| scene.name().to_owned()),
        look.lever.map(|lever| lever.id.to_owned()),
        look.panel.map(|panel| panel.name().to_owned()),
        look.subject.map(|subject| subject.name().to_owned()),
        look.pays.as_ref().map(Pays::link),
    ];
    for (key, value) in LOOK.into_iter().zip(looked) {
        if let Some(value) = value {
            push(key.to_owned(), value);
        }
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

/// A link without the pair that the page has chosen by itself.
pub fn without_typical(query: &str) -> String {
    let chosen = format!("pair={}-", Kind::Typical.name());
    query.split('&').filter(|part| !part.starts_with(&chosen)).collect::<Vec<_>>().join("&")
}

/// Seed and parameters, as far as they are others than in the scenario it starts from.
fn set(built_in: &Scenario, scenario: &Scenario) -> Vec<(String, String)> {
    let differences = built_in.diff(scenario).into_iter();
    let (mut set, others): (Vec<Difference>, Vec<Difference>) =
        differences.partition(|difference| matches!(difference, Difference::Seed { .. }));
    let settable = |difference: &Difference| {
        matches!(difference, Difference::Parameter { .. } | Difference::Plausible { .. } | Difference::Known { .. })
    };
    set.extend(others.into_iter().filter(settable));
    origin::keys(&set)
}

/// The same as the text after the question mark.
pub fn query_string(shared: &Shared) -> String {
    let parts: Vec<String> = write(shared).iter().map(|(key, value)| format!("{key}={value}")).collect();
    parts.join("&")
}

/// A link to the same that asks for a guess before it shows the result.
pub fn asking_first(link: &str) -> String {
    let (mark, settings) = link.strip_prefix('?').map_or(("", link), |settings| ("?", settings));
    let kept = settings.split('&').filter(|setting| !setting.is_empty() && !setting.starts_with("guess="));
    let all: Vec<&str> = kept.chain(["guess=ask"]).collect();
    format!("{mark}{}", all.join("&"))
}

#[cfg(test)]
mod tests;
