//! Links written and read, of this version and the one before.

use super::*;

fn check(link: &str, faults: &[&str], again: &str) {
    let (shared, found) = read(&parse(link));
    let names = library::names().collect::<Vec<_>>().join(", ");
    let found: Vec<String> = found.iter().map(|fault| words::fault::sentence(fault).replace(&names, "ALL")).collect();
    assert_eq!(found, faults, "{link}");
    assert_eq!(query_string(&shared), again, "{link}");
    assert_eq!(read(&parse(again)), (shared, Vec::new()), "{link}");
}

#[test]
fn a_link_holds_what_differs_and_comes_back() {
    check("", &[], "v=2&scenario=software");
    let full = "v=2&scenario=software&seed=7&source=flow&beta=0.3&t.assist_share=0.6&t.empathy=0.5&t.role_charter=yes&c.hours_per_week=45&pairs=1000&pair=3&person=4&trust=1&chart=lead_median";
    check(full, &[], full);
    check("scenario=baseline&c.recognition=0.5&t.recognition=0.5", &[], "v=2&scenario=baseline&recognition=0.5");
    check("beta=0.2&t.assist_share=0.4", &[], "v=2&scenario=software");
    check("sure=0.5", &[], "v=2&scenario=software&sure=0.5");
    check("trust=0", &[], "v=2&scenario=software");
    let asked = "v=2&scenario=software&ask=sure&where=9~throughput~t.assist_share..0.1..0.9~beta..0.05..0.4..log";
    check(asked, &[], asked);
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
    check("scenario=software&beta=0.3&pin=members-5~HR-1", "scenario=software&beta=0.3&pin=members-5~demand-12~HR-0");
    let file = BASE64_URL_SAFE_NO_PAD
        .encode(r#"{"format": 1, "name": "ours", "world": {"members": 5, "lead_attention": 0.2}}"#);
    let (shared, faults) = read(&parse(&format!("v=1&file={file}&members=10")));
    assert_eq!(faults, []);
    let (world, policy) = (shared.scenario.world(), shared.scenario.policy(Arm::Control));
    assert_eq!([shared.built_in.world().demand, world.demand, policy.lead_attention], [12.0, 24.0, 0.2]);
}

#[test]
fn what_a_link_of_version_1_meant_is_told_by_kind() {
    const EARLIER: &str =
        "This comes from an earlier version of the model, so what you see now may differ from what it showed then.";
    const LEAVING: &str = "\"HR\" used to multiply the risk that those burnt out leave. It now says how steeply leaving rises with exhaustion, \
                           and has been converted.";
    let demand =
        |whole: u32| format!("Demand used to be given per seat. It is now the whole team's: {whole} tasks a week.");
    let check = |link: &str, notes: &[&str]| {
        let query = parse(link);
        assert_eq!(converted(&query, &read(&query).0), notes, "{link}");
    };
    let [twelve, sixteen, twenty_four] = [12, 16, 24].map(demand);
    check("v=1&scenario=software&source=flow&demand=2", &[EARLIER, &sixteen]);
    check("v=1&scenario=software&source=flow&demand=2&HR=1", &[EARLIER, &sixteen, LEAVING]);
    // No work flows.
    check("v=1&scenario=software&demand=2&beta=0.3", &[EARLIER]);
    check("v=1&scenario=software", &[EARLIER]);
    check("v=2&scenario=software&source=flow&demand=2&HR=1", &[]);
    // What is refused is not converted.
    check("v=1&scenario=software&source=flow&demand=x&HR=-1", &[EARLIER]);
    let link = |version: u32, file: &str, more: &str| {
        format!("v={version}&file={}{more}", BASE64_URL_SAFE_NO_PAD.encode(file))
    };
    let flow = r#"{"format": 1, "name": "ours", "world": {"source": "flow", "members": 5, "HR": 1}}"#;
    check(&link(1, flow, ""), &[EARLIER, &twelve, LEAVING]);
    // The demand that it comes to, and the file's other note all the same.
    check(&link(1, flow, "&members=10"), &[EARLIER, &twenty_four, LEAVING]);
    check(&link(1, flow, "&HR=2"), &[EARLIER, &twelve, LEAVING]);
    check(&link(2, flow, ""), &[EARLIER, &twelve, LEAVING]);
    let backlog = r#"{"format": 1, "name": "ours", "world": {"members": 5}}"#;
    check(&link(1, backlog, ""), &[EARLIER]);
    check(&link(1, backlog, "&source=flow"), &[EARLIER, &twelve]);
    check(&link(1, r#"{"format": 2, "name": "ours"}"#, ""), &[EARLIER]);
}

#[test]
fn of_a_link_of_version_1_a_mistake_is_one_fault() {
    let check = |link: &str, faults: &[&str], again: &str| {
        check(&format!("v=1&{link}"), faults, &format!("v=2&scenario=software{again}"));
    };
    // As if no demand stood there: then it was by seat too.
    check("demand=-1&members=5", &["demand = -1: must be a number from 0 to 300000"], "&members=5&demand=12");
    check("demand=2&members=0", &["members = 0: must be a whole number from 1 to 300"], "&demand=16");
    check("HR=99", &["HR = 99: must be a number from 0 to 50"], "");
    let of_the_world =
        ["demand", "HR"].map(|id| format!("{id}: a parameter of the world applies to both arms; set it for both"));
    check("t.demand=2", &[&of_the_world[0]], "");
    check("t.HR=2", &[&of_the_world[1]], "");
    // Three members cannot be in five groups: then eight do the work.
    check(
        "groups=5&demand=2&members=3",
        &["groups = 5: must be at most the number of members (3)"],
        "&groups=5&demand=16",
    );
    check("HR=2.6&HR=1", &["HR: given twice in the link; the last value, 1, counts"], "&HR=0");
}

#[test]
fn a_bad_value_is_named_and_costs_nothing_else() {
    check(
        "beta=99&nonsense=1&t.notice=2&seed=x&pairs=7&person=9&trust=2&chart=weather",
        &[
            "seed = x: must be a whole number from 0 to 9007199254740991",
            "pairs = 7: must be one of 100, 200, 400, 1000",
            "nonsense=1: unknown setting, ignored",
            "beta = 99: must be a number from 0 to 10",
            "person = 9: must be a whole number from 1 to 8",
            "chart = weather: must be the id of an outcome, such as throughput or morale",
            "trust = 2: must be a whole number from 0 to 1",
        ],
        "v=2&scenario=software&t.notice=2",
    );
    check(
        "v=3&scenario=sea&t.beta=0.3",
        &[
            "v = 3: must be at most 2, the newest version of links that this page knows",
            "scenario = sea: must be one of ALL",
            "beta: a parameter of the world applies to both arms; set it for both",
        ],
        "v=2&scenario=software",
    );
}

#[test]
fn numbers_are_read_in_a_link_as_everywhere() {
    check("seed=x7", &["seed = x7: must be a whole number from 0 to 9007199254740991"], "v=2&scenario=software");
    check(
        "seed=1,000&pair=3.0&pairs=1.000&person=1e0",
        &[],
        "v=2&scenario=software&seed=1000&pairs=1000&pair=3&person=1",
    );
    check("sure=0,50 %", &[], "v=2&scenario=software&sure=0.5");
    check("beta=0,35&t.assist_share=60 %&m=−0", &[], "v=2&scenario=software&beta=0.35&m=0&t.assist_share=0.6");
    check("beta=0.00004&m=1e-9", &[], "v=2&scenario=software&beta=0.00004&m=1e-9");
    check(
        "beta=1,000&pair=0",
        &[
            "beta = 1,000: must be a number from 0 to 10; 1,000 could mean 1000 or 1.0, so write the one you mean",
            "pair = 0: must be a whole number from 1 to 1000",
        ],
        "v=2&scenario=software",
    );
}

#[test]
fn a_key_given_twice_is_named_and_its_last_value_taken() {
    let check = |link: &str, twice: &[(&str, &str)], again: &str| {
        let lines: Vec<String> = twice
            .iter()
            .map(|(key, last)| format!("{key}: given twice in the link; the last value, {last}, counts"))
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
    check("view=lab&view=report&pair=2&pair=3", &[("view", "report"), ("pair", "3")], "v=2&scenario=software&pair=3");
    // What both arms decide and what one decides are two things, whatever their order.
    check(
        "t.recognition=0.6&recognition=0.4&c.recognition=0.5",
        &[],
        "v=2&scenario=software&c.recognition=0.5&t.recognition=0.6",
    );
}

#[test]
fn what_the_page_chose_itself_is_no_change() {
    assert_eq!(without_typical("v=2&scenario=software&pair=typical-17&trust=1"), "v=2&scenario=software&trust=1");
    assert_eq!(without_typical("v=2&pair=lucky-17"), "v=2&pair=lucky-17");
}

#[test]
fn a_link_holds_all_that_is_seen() {
    let link = "v=2&scenario=software&pair=typical-17&week=6.5&person=2&trust=1&chart=morale&hidden=1&guess=more-10&present=charts&lever=beta";
    check(link, &[], link);
    check(
        "pair=lucky-3&week=-4&guess=ask&present=1",
        &[],
        "v=2&scenario=software&pair=lucky-3&week=-4&guess=ask&present=teams",
    );
    check(
        "pair=happy-3&week=27&hidden=yes&guess=much&present=sea&lever=sea",
        &[
            "pair = happy-3: must be a whole number from 1 to 1000",
            "week = 27: must be a number of weeks from -4 to 26",
            "guess = much: must be ask, same, or more or less with a number from 1 to 100, such as more-5",
            "present = sea: must be one of teams, result, charts, lever",
            "lever = sea: must be the id of a setting, such as beta or assist_share",
            "hidden = yes: must be a whole number from 0 to 1",
        ],
        "v=2&scenario=software",
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
    let shared = Shared {
        built_in,
        scenario,
        goal: Goal::Pairs(100),
        look: Look { pair: Some(Shown::any(2)), ..Look::default() },
        pin: None,
    };
    let link = query_string(&shared);
    assert!(link.starts_with("v=2&file=") && link.ends_with("&beta=0.4&pairs=100&pair=3"), "{link}");
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
    check_pin("v=2&scenario=software&beta=0.3&pin=", 0.2, 60);
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
    let shared = Shared { built_in, scenario, goal: goal::DEFAULT, look: Look::default(), pin };
    assert_eq!(read(&write(&shared)), (shared, Vec::new()), "from a file too");
}

#[test]
fn a_broken_file_in_a_link_is_named_and_the_rest_is_taken() {
    let faults = |link: &str| {
        let (shared, faults) = read(&parse(link));
        assert_eq!(shared.scenario.world().beta, 0.3, "{link}");
        faults.iter().map(words::fault::sentence).collect::<Vec<_>>()
    };
    assert!(faults("file=%%%&beta=0.3")[0].starts_with("file = %%%: must be a scenario file"));
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

#[test]
fn a_worksheet_leads_to_a_question_first() {
    assert_eq!(asking_first("?v=2&scenario=software&guess=more-10"), "?v=2&scenario=software&guess=ask");
    let (shared, faults) = read(&parse(&asking_first("scenario=silos")));
    assert!(faults.is_empty() && shared.look.covered());
    assert_eq!(asking_first("?"), "?guess=ask");
}
