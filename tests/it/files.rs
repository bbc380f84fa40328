//! Hostile scenario files: whatever is in them, an answer comes, in words, and nothing panics or hangs.

use experiment::pair::run_pair;
use library::{self, file};
use model::parameters::PARAMETERS;
use model::scenario::Scope;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use crate::schema::is_valid;

/// Any JSON value, a few levels deep, with the words of the format more often than not.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((word(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn word() -> impl Strategy<Value = String> {
    const WORDS: [&str; 16] = [
        "format",
        "name",
        "try",
        "task",
        "seed",
        "world",
        "policy",
        "control",
        "treatment",
        "shocks",
        "week",
        "weeks",
        "demand",
        "treatment_until_week",
        "plausible",
        "known",
    ];
    prop_oneof![
        (0..WORDS.len()).prop_map(|place| WORDS[place].to_owned()),
        (0..PARAMETERS.len()).prop_map(|place| PARAMETERS[place].id.to_owned()),
        ".{0,6}",
    ]
}

/// Reads a text; what is valid is small enough to run, what is not is refused in words.
fn read(text: &str) {
    match file::parse(text) {
        Ok(scenario) => {
            assert_eq!(file::parse(&file::write(&scenario)).as_ref(), Ok(&scenario));
            let value = serde_json::from_str(text).expect("JSON");
            assert!(is_valid(&value, &library::schema::schema()), "the schema refuses {text}");
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            assert!(words::fault::sentences(&faults).iter().all(|said| !said.is_empty() && said.len() < 2_000));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn any_json_is_answered(mut value in any_value(), format in any::<bool>()) {
        if let (Value::Object(fields), true) = (&mut value, format) {
            fields.insert("format".to_owned(), json!(file::FORMAT));
        }
        read(&value.to_string());
    }

    #[test]
    fn a_damaged_file_is_answered(place in 0_usize..4_000, byte in any::<u8>(), cut in any::<bool>(), name in 0_usize..28) {
        let name = library::names().nth(name).expect("28 scenarios");
        let mut bytes = file::write(&library::scenario(name).expect("built in")).into_bytes();
        let place = place % bytes.len();
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] = byte;
        }
        read(&String::from_utf8_lossy(&bytes));
        match (file::open("damaged.json", &bytes), std::str::from_utf8(&bytes)) {
            (Ok(opened), Ok(text)) => assert_eq!(file::parse(text), Ok(opened.scenario)),
            (found, _) => assert!(found.is_err(), "what is no text is no scenario"),
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..40), json in any::<bool>()) {
        let bytes = if json { [b"{\"format\": 2, \"title\": \"", bytes.as_slice(), b"\"}"].concat() } else { bytes };
        if let Err(faults) = file::open("any", &bytes) {
            assert!(!faults.is_empty());
        }
    }

    #[test]
    fn what_is_written_as_text_is_answered(place in 0..PARAMETERS.len(), text in ".{0,12}") {
        let mut draft = library::scenario("baseline").expect("built in").draft();
        draft.set_text(Scope::Both, PARAMETERS[place].id, &text);
        let _ = draft.finish();
    }
}

#[test]
fn every_built_in_scenario_runs_to_its_end() {
    for name in library::names() {
        let scenario = library::scenario(name).expect("built in");
        let pair = run_pair(&scenario, 0);
        let weeks = (scenario.days() / 5) as usize;
        assert_eq!((pair.control.weeks.len(), pair.treatment.weeks.len()), (weeks, weeks), "{name}");
        assert!(pair.treatment.weeks.iter().flatten().all(|value| !value.is_infinite()), "{name}");
    }
}
