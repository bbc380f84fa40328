//! The JSON Schema and the reader of scenario files say the same.

use library::{self, file};
use model::parameters::{Group, PARAMETERS};
use serde_json::{Value, json};

/// Whether a value is as a schema asks. Of the language of schemas it knows what ours uses, and panics at anything else.
pub fn is_valid(value: &Value, schema: &Value) -> bool {
    let Some(rules) = schema.as_object() else { return *schema == Value::Bool(true) };
    rules.iter().all(|(rule, asked)| match rule.as_str() {
        "$schema" | "title" | "description" | "default" => true,
        "type" => match asked {
            Value::Array(types) => types.iter().any(|name| is_of_type(value, name)),
            name => is_of_type(value, name),
        },
        "const" => is_same(value, asked),
        "enum" => asked.as_array().expect("a list").iter().any(|one| is_same(value, one)),
        "minimum" => value.as_f64().is_none_or(|number| number >= asked.as_f64().expect("a number")),
        "maximum" => value.as_f64().is_none_or(|number| number <= asked.as_f64().expect("a number")),
        "maxLength" => {
            value.as_str().is_none_or(|text| text.chars().count() as u64 <= asked.as_u64().expect("a count"))
        }
        "minItems" => value.as_array().is_none_or(|list| list.len() as u64 >= asked.as_u64().expect("a count")),
        "maxItems" => value.as_array().is_none_or(|list| list.len() as u64 <= asked.as_u64().expect("a count")),
        "items" => value.as_array().is_none_or(|list| list.iter().all(|one| is_valid(one, asked))),
        "required" => value.as_object().is_none_or(|fields| {
            asked.as_array().expect("a list").iter().all(|name| fields.contains_key(name.as_str().expect("a name")))
        }),
        "properties" => value.as_object().is_none_or(|fields| {
            fields.iter().all(|(name, value)| asked.get(name).is_none_or(|schema| is_valid(value, schema)))
        }),
        "additionalProperties" => {
            assert_eq!(*asked, Value::Bool(false));
            value.as_object().is_none_or(|fields| fields.keys().all(|name| schema["properties"].get(name).is_some()))
        }
        "oneOf" => asked.as_array().expect("a list").iter().filter(|schema| is_valid(value, schema)).count() == 1,
        other => panic!("this test does not know {other}"),
    })
}

fn is_of_type(value: &Value, name: &Value) -> bool {
    match name.as_str().expect("a name") {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        // 7.0 is a whole number.
        "integer" => value.as_f64().is_some_and(|number| number.trunc() == number),
        other => panic!("no type is called {other}"),
    }
}

fn is_same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// Values at the edges of what a field may hold.
fn values() -> Vec<Value> {
    let numbers = [0.0, -0.0, 1.0, 7.0, 7.5, 0.5, -1.0, 300.0, 301.0, 1e6, 1e16, 1e300, 9_007_199_254_740_991.0];
    let mut values: Vec<Value> = numbers.into_iter().map(Value::from).collect();
    values.extend([0, 1, 7, 26, u64::MAX, 9_007_199_254_740_991, 9_007_199_254_740_992].map(Value::from));
    values
        .extend(["", "x", "yes", "7", "1.0", "null", "flow", "giver", "case", "throughput", "higher"].map(Value::from));
    values.extend([60, 61, 80, 81, 4000, 4001].map(|length| Value::from("ü".repeat(length))));
    let [who, what] = ["Lead", "decides"];
    values.extend([
        Value::Null,
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!([null]),
        json!(["a"]),
        json!(["a", "b"]),
        json!(["a", null]),
        json!(["a", "b", "c"]),
        json!(vec!["a"; 10]),
        json!(vec!["a"; 11]),
        json!([{"who": who, "what": what}]),
        json!([{"who": who, "what": null}]),
        json!([{"who": who}]),
        json!([{"who": who, "what": what, "when": "now"}]),
        json!({"change": 0.5}),
        json!({"change": null}),
        json!({"level": 1e7}),
        json!({"level": 7.0}),
        json!({"direction": "same"}),
        json!({"direction": null}),
        json!({"change": 1, "level": 1}),
        json!([{"week": 1.0, "weeks": 2.0, "demand": 2}]),
        json!([{"week": 1.5, "demand": 2}]),
        json!([{"week": null, "demand": 2}]),
        json!([{"week": -1, "demand": 2}]),
        json!([{"week": 1, "weeks": 0, "demand": 2}]),
        json!([{"week": 1, "weeks": null, "demand": 2}]),
        json!([{"week": 1, "demand": 11}]),
        json!([{"week": 1, "demand": 2, "hours": 2}]),
        json!([{"week": 1, "demand": 2, "sea": 2}]),
        json!([{"week": 1, "demand": 2, "label": null}]),
        json!([{"week": 1, "weeks": 1, "leaves": 1}]),
        json!([{"week": 1, "leaves": 1.0, "label": "away"}]),
        json!([{"week": 1, "joins": 0}]),
        json!([{"week": 1, "redo": 1.5}]),
        json!([{"week": 1, "lead_away": false}]),
        json!([{"week": 1, "lead_away": true}]),
        json!([{"week": 1}]),
        json!([{"demand": 2}]),
    ]);
    values
}

/// Whether the reader takes a file, asking that it takes none that the schema refuses.
fn check(file: &Value, schema: &Value) -> bool {
    let (read, valid) = (file::parse(&file.to_string()), is_valid(file, schema));
    // The schema is of the files that are written now; the reader takes those of before, too.
    let before = file["format"].as_f64() == Some(1.0);
    assert!(valid || before || read.is_err(), "the reader takes what the schema refuses: {file}");
    assert!(
        !valid || read.is_ok() || goes_beyond(&read.err().unwrap_or_default()),
        "only the schema takes {file:.200}"
    );
    valid
}

/// Whether every fault is about what no schema can say: how several values go together.
fn goes_beyond(faults: &[model::fault::Fault]) -> bool {
    let together = [
        "at most the number of members",
        "givers and takers together",
        "above 0",
        "large enough that an arm",
        "or members or alpha must be",
        "weeks times members",
        "a week after the change",
        "people in all",
        "a smaller number",
    ];
    words::fault::sentences(faults).iter().all(|said| together.iter().any(|part| said.contains(part)))
}

#[test]
fn reader_and_schema_take_the_same_in_every_field() {
    let schema = library::schema::schema();
    let fields: Vec<String> = schema["properties"].as_object().expect("fields").keys().cloned().collect();
    let mut taken = 0;
    for field in fields.iter().map(String::as_str).chain(["sea"]) {
        for value in values() {
            let mut file = json!({"format": 2});
            file[field] = value;
            taken += u32::from(check(&file, &schema));
        }
    }
    for row in &PARAMETERS {
        let places = if row.group == Group::World { &["world"][..] } else { &["policy", "control", "treatment"] };
        let ends = [row.min, row.max, row.min - 1.0, row.max + 1.0].map(Value::from);
        for (place, value) in
            places.iter().flat_map(|place| values().into_iter().chain(ends.clone()).map(move |value| (place, value)))
        {
            let mut file = json!({"format": 2.0});
            file[place] = json!({row.id: value});
            taken += u32::from(check(&file, &schema));
        }
    }
    assert!(taken > 1_000, "only {taken} files were valid");
    for file in
        [json!({}), json!([]), json!(null), json!({"format": "2"}), json!({"format": 3}), json!({"format": null})]
    {
        assert!(!check(&file, &schema));
    }
}

#[test]
fn built_in_scenarios_are_as_the_schema_asks() {
    let schema = library::schema::schema();
    for name in library::names() {
        let scenario = library::scenario(name).expect("built in");
        let file: Value = serde_json::from_str(&file::write(&scenario)).expect("JSON");
        assert!(check(&file, &schema), "{name}");
    }
}
