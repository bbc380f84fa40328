//! The texts of a scenario file: fields for people, none of which changes a run.

use crate::json_number::json_number;
use serde_json::{Map, Value, json};

use super::printable::printable;
use super::strict::shown;
use model::fault::Fault;
use model::outcome::{MEASURES, Measure};
use model::scenario::Draft;
use model::texts::{Claimed, Person, Shelf, Texts};
use words::{faults, file_faults};

/// Longest text in a file [characters].
const MAX_TEXT: usize = 4_000;
/// Longest label [characters].
const MAX_LABEL: usize = 60;
/// Most questions, and most people.
const MAX_LIST: usize = 10;

/// The fields, in the order in which they are written.
pub const FIELDS: [&str; 18] = [
    "name", "title", "shelf", "field", "summary", "story", "picture", "people", "claim", "claimed", "measure",
    "differs", "try", "task", "team", "member", "lead", "assist",
];

/// Reads a field into the draft's texts, or notes its fault; whether there is such a field.
pub fn read(draft: &mut Draft, field: &str, value: &Value) -> bool {
    match taken(&mut draft.texts, field, value) {
        None => return false,
        Some(Ok(())) => {}
        Some(Err(allowed)) => draft.fault(Fault::new(field, &shown(value), &allowed)),
    }
    true
}

/// `None` if there is no such field; otherwise what is allowed in it, if that was not given.
fn taken(texts: &mut Texts, field: &str, value: &Value) -> Option<Result<(), String>> {
    Some(match field {
        "name" => put(&mut texts.name, text(value)),
        "title" => put(&mut texts.title, text(value)),
        "shelf" => put(&mut texts.shelf, shelf(value)),
        "field" => put(&mut texts.field, text(value)),
        "summary" => put(&mut texts.summary, text(value)),
        "story" => put(&mut texts.story.text, text(value)),
        "picture" => put(&mut texts.story.picture, text(value)),
        "people" => put(&mut texts.story.people, people(value)),
        "claim" => put(&mut texts.story.claim, text(value)),
        "claimed" => put(&mut texts.claimed, claimed(value)),
        "measure" => put(&mut texts.measure, measure(value)),
        "differs" => put(&mut texts.story.differs, text(value)),
        "try" => put(&mut texts.story.questions, questions(value)),
        "task" => put(&mut texts.task, two(value)),
        "team" => put(&mut texts.team, label(value)),
        "member" => put(&mut texts.member, two(value)),
        "lead" => put(&mut texts.lead, label(value)),
        "assist" => put(&mut texts.assist, two(value)),
        _ => return None,
    })
}

fn put<T>(place: &mut T, found: Result<T, String>) -> Result<(), String> {
    found.map(|found| *place = found)
}

fn text(value: &Value) -> Result<String, String> {
    let text = value.as_str().filter(|text| text.chars().count() <= MAX_TEXT);
    text.map(printable).ok_or_else(|| file_faults::text(&MAX_TEXT))
}

fn label(value: &Value) -> Result<String, String> {
    let text = value.as_str().filter(|text| text.chars().count() <= MAX_LABEL);
    text.map(printable).ok_or_else(|| file_faults::text(&MAX_LABEL))
}

fn two(value: &Value) -> Result<[String; 2], String> {
    let both = match value.as_array().map(Vec::as_slice) {
        Some([one, many]) => label(one).and_then(|one| Ok([one, label(many)?])).ok(),
        _ => None,
    };
    both.ok_or_else(|| file_faults::two(&MAX_LABEL))
}

fn shelf(value: &Value) -> Result<Option<Shelf>, String> {
    let found = value.as_str().and_then(|name| Shelf::ALL.into_iter().find(|shelf| shelf.name() == name));
    found.map(Some).ok_or_else(|| faults::one_of(&Shelf::ALL.map(Shelf::name).join(", ")))
}

fn measure(value: &Value) -> Result<String, String> {
    match value.as_str() {
        Some(id) if id.is_empty() || Measure::named(id).is_some() => Ok(id.to_owned()),
        _ => Err(file_faults::outcome().to_owned()),
    }
}

fn list<T>(value: &Value, one: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array().filter(|entries| entries.len() <= MAX_LIST)?.iter().map(one).collect()
}

fn questions(value: &Value) -> Result<Vec<String>, String> {
    list(value, |entry| text(entry).ok()).ok_or_else(|| file_faults::questions(&MAX_LIST))
}

fn people(value: &Value) -> Result<Vec<Person>, String> {
    let person = |entry: &Value| {
        let fields = entry.as_object().filter(|fields| fields.len() == 2)?;
        Some(Person { who: label(fields.get("who")?).ok()?, what: text(fields.get("what")?).ok()? })
    };
    list(value, person).ok_or_else(|| file_faults::people(&MAX_LIST))
}

fn claimed(value: &Value) -> Result<Option<Claimed>, String> {
    let entry = value.as_object().filter(|fields| fields.len() == 1).and_then(|fields| fields.iter().next());
    let number = |value: &Value| value.as_f64().filter(|number| number.abs() <= 1e6);
    let found = match entry {
        Some((key, value)) if key == "change" => number(value).map(Claimed::Change),
        Some((key, value)) if key == "level" => number(value).map(Claimed::Level),
        Some((key, value)) if key == "direction" => match value.as_str() {
            Some("higher") => Some(Claimed::Higher),
            Some("lower") => Some(Claimed::Lower),
            Some("same") => Some(Claimed::Same),
            _ => None,
        },
        _ => None,
    };
    found.map(Some).ok_or_else(|| file_faults::claimed().to_owned())
}

/// Puts the texts into a file's fields; what is as by default is left out, but for the name and the title.
pub fn write(fields: &mut Map<String, Value>, texts: &Texts) {
    let plain = Texts::default();
    for field in FIELDS {
        let value = value_of(texts, field);
        if matches!(field, "name" | "title") || value != value_of(&plain, field) {
            fields.insert(field.to_owned(), value);
        }
    }
}

fn value_of(texts: &Texts, field: &str) -> Value {
    // Plain functions: the macro for JSON would make the page heavier.
    let text = |text: &str| Value::from(text);
    let list = |texts: &[String]| Value::Array(texts.iter().map(|one| text(one)).collect());
    let claimed = |key: &str, value: Value| {
        let mut fields = Map::new();
        fields.insert(key.to_owned(), value);
        Value::Object(fields)
    };
    match field {
        "name" => text(&texts.name),
        "title" => text(&texts.title),
        "shelf" => texts.shelf.map_or(Value::Null, |shelf| text(shelf.name())),
        "field" => text(&texts.field),
        "summary" => text(&texts.summary),
        "story" => text(&texts.story.text),
        "picture" => text(&texts.story.picture),
        "people" => texts.story.people.iter().map(|person| json!({"who": person.who, "what": person.what})).collect(),
        "claim" => text(&texts.story.claim),
        "claimed" => match texts.claimed {
            None => Value::Null,
            Some(Claimed::Change(share)) => claimed("change", json_number(share)),
            Some(Claimed::Level(value)) => claimed("level", json_number(value)),
            Some(Claimed::Higher) => claimed("direction", text("higher")),
            Some(Claimed::Lower) => claimed("direction", text("lower")),
            Some(Claimed::Same) => claimed("direction", text("same")),
        },
        "measure" => text(&texts.measure),
        "differs" => text(&texts.story.differs),
        "try" => list(&texts.story.questions),
        "task" => list(&texts.task),
        "team" => text(&texts.team),
        "member" => list(&texts.member),
        "lead" => text(&texts.lead),
        "assist" => list(&texts.assist),
        _ => Value::Null,
    }
}

/// The fields' part of the JSON Schema.
pub fn schema() -> Map<String, Value> {
    let text = |description: &str| json!({"type": "string", "maxLength": MAX_TEXT, "description": description});
    let label = || json!({"type": "string", "maxLength": MAX_LABEL});
    let two = |what: &str| {
        let description = format!("What {what} is called, in the singular and the plural.");
        json!({"type": "array", "items": label(), "minItems": 2, "maxItems": 2, "description": description})
    };
    let ids: Vec<&str> = std::iter::once("").chain(MEASURES.iter().map(|measure| measure.id)).collect();
    let described = |mut value: Value, description: &str| {
        value["description"] = json!(description);
        value
    };
    let only = |key: &str, value: Value| json!({"type": "object", "additionalProperties": false, "required": [key], "properties": {key: value}});
    let person = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["who", "what"],
        "properties": {"who": label(), "what": text("What they do, or are like.")},
    });
    let number = || json!({"type": "number", "minimum": -1e6, "maximum": 1e6});
    let claims = [
        only("change", number()),
        only("level", number()),
        only("direction", json!({"enum": ["higher", "lower", "same"]})),
    ];
    let of = |field: &str| match field {
        "name" => text("Short name."),
        "title" => text("Title."),
        "shelf" => json!({"enum": Shelf::ALL.map(Shelf::name), "description": "Its place in the gallery."}),
        "field" => text("The field it comes from."),
        "summary" => text("The story in one line."),
        "story" => text("The story, in a few sentences."),
        "picture" => text("What its drawing shows, for those who do not see it."),
        "people" => json!({"type": "array", "maxItems": MAX_LIST, "items": person, "description": "Who is who."}),
        "claim" => text("What the story claims."),
        "claimed" => {
            json!({"oneOf": claims, "description": "The claim as a change, a level or a direction of the measure."})
        }
        "measure" => json!({"enum": ids, "description": "The outcome that the claim is about."}),
        "differs" => text("Why claim and model may differ."),
        "try" => json!({"type": "array", "maxItems": MAX_LIST, "items": text("A question to try.")}),
        "task" => two("a task"),
        "team" => described(label(), "What the team is called."),
        "member" => two("a member of the team"),
        "lead" => described(label(), "What the formal lead is called."),
        _ => two("an assist leader"),
    };
    FIELDS.iter().map(|field| ((*field).to_owned(), of(field))).collect()
}

#[cfg(test)]
mod tests {
    use crate::file::{parse, write};

    /// How the only fault of a file with this field begins.
    fn check(field: &str, value: &str, fault: Option<&str>) {
        let text = format!("{{\"format\": 2, \"{field}\": {value}}}");
        let found: Vec<String> = parse(&text).err().unwrap_or_default().iter().map(words::fault::sentence).collect();
        match fault {
            None => {
                assert!(found.is_empty(), "{field} = {value}: {found:?}");
                let scenario = parse(&text).expect("valid");
                assert_eq!(parse(&write(&scenario)).expect("valid"), scenario, "{field} = {value}");
            }
            Some(start) => assert!(found.len() == 1 && found[0].starts_with(start), "{field} = {value}: {found:?}"),
        }
    }

    #[test]
    fn texts_come_back_as_they_went() {
        check("summary", "\"\"", None);
        check("shelf", "\"harm\"", None);
        check("people", "[{\"who\": \"Lead\", \"what\": \"decides\"}]", None);
        check("claimed", "{\"change\": -0.15}", None);
        check("claimed", "{\"level\": 0.95}", None);
        check("claimed", "{\"direction\": \"same\"}", None);
        check("assist", "[\"flow nurse\", \"flow nurses\"]", None);
        check("lead", "\"\"", None);
        check("name", "\"a\\u202eb\\tc\"", None);
    }

    #[test]
    fn a_text_is_what_is_seen_of_it() {
        let text = r#"{"format": 2, "name": "a\u202e\u200bb\nc", "title": " \u001b[2J", "lead": "x\ty",
                       "shocks": [{"week": 1, "joins": 1, "label": "n\u2066o\nw"}]}"#;
        let scenario = parse(text).expect("valid");
        let texts = scenario.texts();
        assert_eq!([&texts.name, &texts.title, &texts.lead], ["ab c", "  [2J", "x y"]);
        assert_eq!(scenario.shocks()[0].label, "no w");
    }

    #[test]
    fn what_is_no_text_of_the_kind_is_named() {
        check("summary", "7", Some("summary = 7: must be a text"));
        check("shelf", "\"top\"", Some("shelf = \"top\": must be one of case, harm, matter"));
        check("people", "[{\"who\": \"Lead\"}]", Some("people = "));
        let people = "people = 7: must be a list of at most 10 people, each such as {\"who\": \"Project lead\", \"what\": \"approves and decides\"}";
        check("people", "7", Some(people));
        check("people", "[{\"who\": \"Lead\", \"what\": \"decides\", \"when\": \"now\"}]", Some("people = "));
        check("claimed", "{\"change\": 1e9}", Some("claimed = "));
        check("claimed", "{\"direction\": \"up\"}", Some("claimed = "));
        check("claimed", "{\"change\": 0.1, \"level\": 1}", Some("claimed = "));
        let claimed = "claimed = {}: must be {\"change\": share}, such as -0.15 for 15 % less, {\"level\": value} or {\"direction\": \"higher\", \"lower\" or \"same\"}";
        check("claimed", "{}", Some(claimed));
        check("member", "[\"player\"]", Some("member = "));
        check("task", "\"task\"", Some("task = "));
        check("measure", "\"joy\"", Some("measure = \"joy\": must be the id of an outcome"));
    }
}
