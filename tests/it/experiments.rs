//! Experiment files: reader and schema say the same, what is written is read again, and any shards merge to the whole.

use crate::schema::is_valid;
use experiment::design::Experiment;
use experiment::goal::Goal;
use experiment::shard::Shard;
use experiment::study::results::Results;
use experiment::study::{Study, threads};
use library::results::{Answered, Format, Tidy};
use library::{experiment_file, partial};
use proptest::prelude::*;
use serde_json::{Value, json};

const EXAMPLES: [&str; 5] = [
    include_str!("../../docs/experiments/pairs.json"),
    include_str!("../../docs/experiments/why.json"),
    include_str!("../../docs/experiments/sweep.json"),
    include_str!("../../docs/experiments/screen.json"),
    include_str!("../../docs/experiments/indices.json"),
];

fn read(text: &str) -> Experiment {
    experiment_file::parse(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}")).experiment
}

/// Whether the reader takes a file, asking that it takes none that the schema refuses.
fn check(file: &Value, schema: &Value) -> bool {
    let (read, valid) = (experiment_file::parse(&file.to_string()), is_valid(file, schema));
    assert!(valid || read.is_err(), "the reader takes what the schema refuses: {file}");
    assert!(!valid || read.is_ok() || goes_beyond(&read.err().unwrap_or_default()), "only the schema takes {file}");
    valid
}

/// Whether every fault is about what no schema can say: how several values go together, and what lies in a parameter's range.
fn goes_beyond(faults: &[model::fault::Fault]) -> bool {
    let together = [
        "vary[",
        "vary =",
        "outcomes = ",
        "at most the number of members",
        "a week after the change",
        "large enough that an arm",
        "weeks times members",
        "people in all",
        "worlds, and at most",
        "must be named only once",
        "that is not marked as known",
        "that is on in this scenario",
        "plausible = yes",
    ];
    words::fault::sentences(faults).iter().all(|said| together.iter().any(|part| said.contains(part)))
}

#[test]
fn reader_and_schema_take_the_same_in_every_field() {
    let schema = experiment_file::schema();
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(1.0),
        json!(2),
        json!(0.5),
        json!(-1),
        json!(1e9),
        json!(9_007_199_254_740_991_u64),
        json!(9_007_199_254_740_992_u64),
        json!(""),
        json!("software"),
        json!("defaults"),
        json!("why"),
        json!("sweep"),
        json!("pairs"),
        json!("screen"),
        json!("indices"),
        json!(4),
        json!(100),
        json!(65_536),
        json!(131_072),
        json!([]),
        json!(["beta"]),
        json!(["eta", "beta"]),
        json!(["beta", "beta"]),
        json!([" beta"]),
        json!(["members"]),
        json!(["betta"]),
        json!(["k_late"]),
        json!(["beta", "eta", "alpha", "stigma", "silo", "teach", "psi", "k_T", "k_gap"]),
        json!(["morale"]),
        json!(["morale", "throughput"]),
        json!(["morale", "morale"]),
        json!([null]),
        json!({}),
        json!({"beta": 0.2}),
        json!({"beta": "0.2"}),
        json!({"beta": 20}),
        json!({"beta": 0}),
        json!({"c.beta": 0.2}),
        json!({"t.notice": 1, "notice": 2, "source": "flow", "formal_lead": false, "empathy": null}),
        json!({"treatment_until_week": 4}),
        json!({"treatment_until_week": null}),
        json!({"treatment_until_week": "4"}),
        json!({"treatment_until_week": 0}),
        json!({"shocks": [{"week": 1, "demand": 2}]}),
        json!({"shocks": [{"week": -1, "demand": 2}]}),
        json!({"shocks": "[]"}),
        json!({"plausible": true, "known": ["beta"]}),
        json!({"plausible": "yes"}),
        json!({"known": "beta"}),
        json!({"known": ["members"]}),
        json!({"known": []}),
        json!({"seed": 4}),
        json!({"format": 2}),
        json!({"format": 2, "world": {"beta": 0.3}}),
        json!({"format": 2, "world": {"beta": "x"}}),
        json!([{"parameter": "beta", "from": 0, "to": 1}]),
        json!([{"parameter": "beta", "from": 0, "to": 1, "count": 3, "spacing": "linear"}]),
        json!([{"parameter": "beta", "from": 0, "to": 1, "count": 1}]),
        json!([{"parameter": "beta", "from": 0, "to": 1, "spacing": "square"}]),
        json!([{"parameter": "beta", "from": 0, "to": 1, "values": [0, 1]}]),
        json!([{"parameter": "beta", "values": [0.1, 0.2]}]),
        json!([{"parameter": "beta", "values": [0.1]}]),
        json!([{"parameter": "beta", "values": [0.1, 0.2], "count": 2}]),
        json!([{"parameter": "c.beta", "values": [0.1, 0.2]}]),
        json!([{"parameter": "c.notice", "values": [0.1, 0.2]}, {"parameter": "formal_lead", "values": [false, true]}]),
        json!([{"parameter": "beta"}]),
        json!([{"parameter": "beta", "from": 0}]),
        json!([{"values": [0.1, 0.2]}]),
        json!([1]),
        json!(vec![json!({"parameter": "beta", "values": [0.1, 0.2]}); 3]),
    ];
    let fields: Vec<String> = schema["properties"].as_object().expect("fields").keys().cloned().collect();
    let axis = json!([{"parameter": "beta", "from": 0, "to": 1}]);
    let mut taken = 0;
    for question in experiment_file::QUESTIONS {
        for field in fields.iter().map(String::as_str).chain(["sea"]) {
            for value in &values {
                let mut file = json!({"experiment": 1, "scenario": "software", "question": question});
                match question {
                    "sweep" => file["vary"] = axis.clone(),
                    "indices" => file["parameters"] = json!(["beta"]),
                    _ => (),
                }
                file[field] = value.clone();
                taken += u32::from(check(&file, &schema));
                file["pairs"] = json!(4);
                taken += u32::from(check(&file, &schema));
            }
        }
    }
    assert!(taken > 150, "only {taken} files were valid");
    for file in [json!([]), json!({}), json!({"experiment": 1}), json!({"scenario": "software", "question": "why"})] {
        assert!(!check(&file, &schema));
    }
}

#[test]
fn what_is_written_is_read_again_as_the_same() {
    let schema = experiment_file::schema();
    let precise = EXAMPLES[0].replace("\"pairs\": 60", "\"precision\": 0.05");
    for text in EXAMPLES.into_iter().chain([precise.as_str()]) {
        let value: Value = serde_json::from_str(text).expect("JSON");
        assert!(is_valid(&value, &schema), "{text}");
        let experiment = read(text);
        let written = experiment_file::write(&experiment);
        assert_eq!(read(&written), experiment);
        assert_eq!(experiment_file::write(&read(&written)), written);
        assert!(is_valid(&serde_json::from_str(&written).expect("JSON"), &schema), "{written}");
    }
    for name in library::names() {
        let experiment = read(&json!({"experiment": 1, "scenario": name, "question": "why"}).to_string());
        assert_eq!(read(&experiment_file::write(&experiment)), experiment, "{name}");
    }
}

/// The example with few pairs of a short run, perhaps each in a world of its own where the question does not draw worlds anyway.
fn small(text: &str, plausible: bool) -> Experiment {
    let mut file: Value = serde_json::from_str(text).expect("JSON");
    let draws_worlds = read(text).asked().question.draws_worlds();
    file["pairs"] = json!(if draws_worlds { 2 } else { 5 });
    if draws_worlds {
        file["points"] = json!(2);
        // A screening of all there is would take hundreds of worlds.
        let guessed = model::plausible::all().map(|row| row.id);
        let known = guessed.filter(|id| !["beta", "task_hours", "sigma0", "competence"].contains(id));
        file["settings"]["known"] = known.collect();
    }
    file["settings"]["plausible"] = json!(plausible && !draws_worlds);
    for (id, weeks) in [("warmup_weeks", 1), ("baseline_weeks", 1), ("intervention_weeks", 4)] {
        file["settings"][id] = json!(weeks);
    }
    read(&file.to_string())
}

fn run(experiment: &Experiment, shard: Shard) -> Vec<Results> {
    threads::all(&mut Study::new(0), experiment.points(shard))
}

/// All that can be printed of it.
fn printed(experiment: &Experiment, results: Vec<Results>) -> String {
    let answered = || Answered::new(experiment.clone(), results.clone());
    [Format::Csv, Format::Json]
        .into_iter()
        .map(|format| answered().summary(format) + &Tidy::new(answered(), format).collect::<String>())
        .collect()
}

#[test]
fn what_does_not_fit_into_memory_is_not_merged() {
    let experiment = small(EXAMPLES[0], false);
    let shards = [1, 2].map(|place| {
        let shard = Shard::new(place, 2).expect("one of them");
        partial::write(&experiment, shard, run(&experiment, shard)).collect::<String>().into_bytes()
    });
    let merge = |room: u64| partial::merge(["one", "two"].into_iter().zip(shards.clone()), room);
    let bytes = experiment.merged_bytes();
    assert!(merge(bytes).is_ok());
    let said = words::fault::sentences(&merge(bytes - 1).expect_err("too large"));
    let most = "pairs = 5: must be at most 4 here, because every pair of every point is kept in memory to be merged";
    assert_eq!(said, [most], "once, whatever the number of files");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(15), ..ProptestConfig::default() })]

    #[test]
    fn any_sharding_merges_to_the_result_of_one_machine(example in 0_usize..5, plausible in any::<bool>(), of in 1_u32..40, turn in any::<usize>()) {
        let experiment = small(EXAMPLES[example], plausible);
        prop_assert!(matches!(experiment.asked().effort, Goal::Pairs(_)));
        let mut files: Vec<(String, Vec<u8>)> = (1..=of)
            .map(|place| {
                let shard = Shard::new(place, of).expect("one of them");
                let text: String = partial::write(&experiment, shard, run(&experiment, shard)).collect();
                (place.to_string(), text.into_bytes())
            })
            .collect();
        files.rotate_left(turn % of as usize);
        let (merged, results) = partial::merge(files, u64::MAX).expect("all shards");
        prop_assert_eq!(&merged, &experiment);
        let whole = printed(&experiment, run(&experiment, Shard::WHOLE));
        prop_assert!(printed(&merged, results) == whole, "{} shards of {}", of, example);
    }

    #[test]
    fn any_damage_to_a_shard_is_answered(place in any::<usize>(), byte in any::<u8>(), cut in any::<bool>()) {
        let experiment = small(EXAMPLES[0], false);
        let text: String = partial::write(&experiment, Shard::WHOLE, run(&experiment, Shard::WHOLE)).collect();
        let mut bytes = text.clone().into_bytes();
        let place = place % bytes.len();
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] = byte;
        }
        let same = bytes == text.as_bytes();
        prop_assert_eq!(partial::merge([("damaged", bytes)], u64::MAX).is_ok(), same);
    }

    #[test]
    fn any_experiment_file_is_answered(place in any::<usize>(), byte in any::<u8>(), cut in any::<bool>(), example in 0_usize..5) {
        let mut bytes = EXAMPLES[example].as_bytes().to_vec();
        let place = place % bytes.len();
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] = byte;
        }
        if let Err(faults) = experiment_file::open(&bytes) {
            prop_assert!(!faults.is_empty());
        }
    }
}
