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

    // What both arms decide alike is taken first, so that what one of them decides stands.
    let (mut settings, mut of_one) = (Vec::new(), Vec::new());
    for (key, value) in query {
        let key = key.as_str();
        let known = matches!(key, "v" | "scenario" | "file" | "seed" | "pair" | "person" | "chart" | "pin");
        if known || goal::KEYS.contains(&key) || route::KEYS.contains(&key) {
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
    let migrated = if value("v") == Some(BEFORE) { migrated(&settings, built_in.world()) } else { Vec::new() };
    for (id, value) in &migrated {
        settings.retain(|(_, other, _)| other != id);
        settings.push((Scope::Both, id, value));
    }
    let mut draft = built_in.draft();
    draft.seed = seed;
    let scenario = draft.finish().expect("invariant: a valid scenario under a valid seed is valid");
    let scenario = apply(scenario, settings, &mut faults);
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
    (Shared { built_in, scenario, replicate, goal: wanted, person, chart, pin }, faults)
}

/// What a link of the version before set of the parameters that meant something else then, as it is set now.
fn migrated(settings: &[(Scope, &str, &str)], built_in: &World) -> Vec<(&'static str, String)> {
    let number = |wanted: &str| {
        let (_, _, text) = settings.iter().find(|(_, id, _)| *id == wanted)?;
        parameter(wanted)?.read(text).ok()
    };
    let demand = migration::demand(number("demand"), number("members"), built_in);
    let steepness = number("HR").map(migration::steepness);
    let all = [("demand", demand), ("HR", steepness)].into_iter();
    all.filter_map(|(id, value)| Some((id, number::show(value?, 0)))).collect()
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
fn apply(mut scenario: Scenario, mut settings: Vec<(Scope, &str, &str)>, faults: &mut Vec<Fault>) -> Scenario {
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
    let Shared { built_in, scenario, replicate, goal, person, chart, pin } = shared;
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
    let mut set: Vec<Difference> = differences
        .filter(|difference| matches!(difference, Difference::Seed { .. } | Difference::Parameter { .. }))
        .collect();
    set.sort_by_key(|difference| !matches!(difference, Difference::Seed { .. }));
    origin::keys(&set)
}

/// The same as the text after the question mark.
pub fn query_string(shared: &Shared) -> String {
    let parts: Vec<String> = write(shared).iter().map(|(key, value)| format!("{key}={value}")).collect();
    parts.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(link: &str, faults: &[&str], again: &str) {
        let (shared, found) = read(&parse(link));
        let names = library::names().collect::<Vec<_>>().join(", ");
        let found: Vec<String> =
            found.iter().map(|fault| words::fault::sentence(fault).replace(&names, "ALL")).collect();
        assert_eq!(found, faults, "{link}");
        assert_eq!(query_string(&shared), again, "{link}");
        assert_eq!(read(&parse(again)), (shared, Vec::new()), "{link}");
    }

    #[test]
    fn a_link_holds_what_differs_and_comes_back() {
        check("", &[], "v=2&scenario=software");
        let full = "v=2&scenario=software&seed=7&source=flow&beta=0.3&t.assist_share=0.6&t.empathy=0.5&t.role_charter=yes&c.hours_per_week=45&pair=3&pairs=1000&person=4&chart=lead_median";
        check(full, &[], full);
        check("scenario=baseline&c.recognition=0.5&t.recognition=0.5", &[], "v=2&scenario=baseline&recognition=0.5");
        check("beta=0.2&t.assist_share=0.4", &[], "v=2&scenario=software");
        check("sure=0.5", &[], "v=2&scenario=software&sure=0.5");
    }

    #[test]
    fn a_link_of_version_1_means_what_it_meant() {
        let check = |link: &str, again: &str| check(&format!("v=1&{link}"), &[], &format!("v=2&{again}"));
        // Demand was each seat's; this team has eight.
        check("scenario=software&source=flow&demand=2", "scenario=software&source=flow&demand=16");
        check("scenario=software&source=flow&demand=2&members=5", "scenario=software&members=5&source=flow&demand=10");
        check("scenario=software&members=5", "scenario=software&members=5&demand=12");
        check("scenario=software&beta=0.3", "scenario=software&beta=0.3");
        check("scenario=software&HR=1", "scenario=software&HR=0");
        // What was the world's holds in both arms.
        check("scenario=software&lead_attention=0.3", "scenario=software&lead_attention=0.3");
        check(
            "scenario=software&beta=0.3&pin=members-5~HR-1",
            "scenario=software&beta=0.3&pin=members-5~demand-12~HR-0",
        );
        let file = BASE64_URL_SAFE_NO_PAD
            .encode(r#"{"format": 1, "name": "ours", "world": {"members": 5, "lead_attention": 0.2}}"#);
        let (shared, faults) = read(&parse(&format!("v=1&file={file}&members=10")));
        assert_eq!(faults, []);
        let (world, policy) = (shared.scenario.world(), shared.scenario.policy(Arm::Control));
        assert_eq!([shared.built_in.world().demand, world.demand, policy.lead_attention], [12.0, 24.0, 0.2]);
    }

    #[test]
    fn a_bad_value_is_named_and_costs_nothing_else() {
        check(
            "beta=99&nonsense=1&t.notice=2&seed=x&pairs=7&person=9&chart=weather",
            &[
                "seed = x: allowed is a whole number from 0 to 9007199254740991",
                "pairs = 7: allowed is one of 100, 200, 400, 1000",
                "chart = weather: allowed is the id of an outcome, such as throughput or morale",
                "nonsense = 1: allowed is nothing; this page knows no such setting",
                "beta = 99: allowed is a number from 0 to 10",
                "person = 9: allowed is a whole number from 1 to 8",
            ],
            "v=2&scenario=software&t.notice=2",
        );
        check(
            "v=3&scenario=sea&t.beta=0.3",
            &[
                "v = 3: allowed is at most 2, the newest version of links this page knows",
                "scenario = sea: allowed is one of ALL",
                "beta: a parameter of the world holds in both arms; set it for both",
            ],
            "v=2&scenario=software",
        );
    }

    #[test]
    fn numbers_are_read_in_a_link_as_everywhere() {
        check("seed=x7", &["seed = x7: allowed is a whole number from 0 to 9007199254740991"], "v=2&scenario=software");
        check(
            "seed=1,000&pair=3.0&pairs=1.000&person=1e0",
            &[],
            "v=2&scenario=software&seed=1000&pair=3&pairs=1000&person=1",
        );
        check("sure=0,50 %", &[], "v=2&scenario=software&sure=0.5");
        check("beta=0,35&t.assist_share=60 %&m=−0", &[], "v=2&scenario=software&beta=0.35&m=0&t.assist_share=0.6");
        check("beta=0.00004&m=1e-9", &[], "v=2&scenario=software&beta=0.00004&m=1e-9");
        check(
            "beta=1,000&pair=0",
            &[
                "pair = 0: allowed is a whole number from 1 to 1000",
                "beta = 1,000: allowed is a number from 0 to 10; 1,000 may mean 1000 or 1.0: write the one you mean",
            ],
            "v=2&scenario=software",
        );
    }

    #[test]
    fn a_key_given_twice_is_named_and_its_last_value_taken() {
        let check = |link: &str, twice: &[(&str, &str)], again: &str| {
            let lines: Vec<String> = twice
                .iter()
                .map(|(key, last)| format!("{key}: given twice in the link; the last, {last}, counts"))
                .collect();
            check(link, &lines.iter().map(String::as_str).collect::<Vec<_>>(), again);
        };
        check("beta=0.4&beta=0.3", &[("beta", "0.3")], "v=2&scenario=software&beta=0.3");
        check(
            "t.notice=2&seed=5&t.notice=1&seed=6&seed=7",
            &[("t.notice", "1"), ("seed", "7")],
            "v=2&scenario=software&seed=7&t.notice=1",
        );
        check("scenario=silos&scenario=software", &[("scenario", "software")], "v=2&scenario=software");
        check(
            "view=lab&view=report&pair=2&pair=3",
            &[("view", "report"), ("pair", "3")],
            "v=2&scenario=software&pair=3",
        );
        // What both arms decide and what one decides are two things, whatever their order.
        check(
            "t.recognition=0.6&recognition=0.4&c.recognition=0.5",
            &[],
            "v=2&scenario=software&c.recognition=0.5&t.recognition=0.6",
        );
    }

    #[test]
    fn a_scenario_from_a_file_is_in_the_link_as_a_whole() {
        let mut draft = library::scenario("emergency").expect("built in").draft();
        draft.texts.name = "ünser team".to_owned();
        draft.shocks.clear();
        let built_in = draft.finish().expect("valid");
        let mut draft = built_in.draft();
        draft.set(Scope::Both, "beta", Some(0.4));
        let scenario = draft.finish().expect("valid");
        let shared =
            Shared { built_in, scenario, replicate: 2, goal: Goal::Pairs(100), person: None, chart: None, pin: None };
        let link = query_string(&shared);
        assert!(link.starts_with("v=2&file=") && link.ends_with("&beta=0.4&pair=3&pairs=100"), "{link}");
        assert!(link.len() < 4_500, "{}", link.len());
        assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"&=._-".contains(&byte)), "{link}");
        assert_eq!(read(&parse(&link)), (shared, Vec::new()));
    }

    #[test]
    fn what_is_pinned_is_in_the_link() {
        let check_pin = |link: &str, beta: f64, seed: u64| {
            check(link, &[], link);
            let pin = read(&parse(link)).0.pin.expect("pinned");
            assert_eq!((pin.world().beta, pin.seed()), (beta, seed), "{link}");
        };
        check_pin("v=2&scenario=software&beta=0.3&pin=", 0.2, 4);
        check_pin("v=2&scenario=software&pairs=100&pin=seed-7~beta-0.35~t.assist_share-0.6", 0.35, 7);
        assert_eq!(without_pin("v=2&scenario=software&beta=0.3&pin=seed-7~m-1"), "v=2&scenario=software&beta=0.3");
        let deep = "pin-".repeat(100_000);
        for wrong in ["beta-99", "beta", "sea-1", "pin-", "x-", &deep] {
            let (shared, faults) = read(&parse(&format!("beta=0.3&pin={wrong}")));
            assert_eq!(shared.pin, None, "{wrong:.20}");
            assert_eq!((faults.len(), shared.scenario.world().beta), (1, 0.3), "{wrong:.20} {faults:?}");
        }
        let mut draft = library::scenario("silos").expect("built in").draft();
        draft.texts.name = "of our own".to_owned();
        let built_in = draft.finish().expect("valid");
        let pin = Some(built_in.clone());
        let scenario = built_in.clone();
        let shared = Shared { built_in, scenario, replicate: 0, goal: goal::DEFAULT, person: None, chart: None, pin };
        assert_eq!(read(&write(&shared)), (shared, Vec::new()), "from a file too");
    }

    #[test]
    fn a_broken_file_in_a_link_is_named_and_the_rest_is_taken() {
        let faults = |link: &str| {
            let (shared, faults) = read(&parse(link));
            assert_eq!(shared.scenario.world().beta, 0.3, "{link}");
            faults.iter().map(words::fault::sentence).collect::<Vec<_>>()
        };
        assert!(faults("file=%%%&beta=0.3")[0].starts_with("file = %%%: allowed is a scenario file"));
        let wrong = BASE64_URL_SAFE_NO_PAD.encode("{\"format\": 2, \"world\": {\"beta\": 99}, \"sea\": 1}");
        let found = faults(&format!("file={wrong}&scenario=silos&beta=0.3"));
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(faults("file=_w&beta=0.3")[0].starts_with("file = _w"));
    }

    #[test]
    fn settings_that_only_go_together_are_taken_together() {
        check("givers=0.9&takers=0.05", &[], "v=2&scenario=software&givers=0.9&takers=0.05");
        check("takers=0.05&givers=0.9", &[], "v=2&scenario=software&givers=0.9&takers=0.05");
        let (shared, faults) = read(&parse("members=3&groups=5&beta=0.3"));
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(query_string(&shared), "v=2&scenario=software&members=3&beta=0.3");
    }
}
