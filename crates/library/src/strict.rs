//! JSON as it stands in a file: its value, and the keys that stand twice in an object. A [`Value`] alone would keep the last of them
//! without a word.

use std::fmt;

use model::scenario::MAX_SEED;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use words::Text;

use crate::json_number::as_written;

/// The key under which `serde_json` hands over a number as it is written, with its feature `arbitrary_precision`: so it is read by the
/// standard library, to the last bit, and the page need not hold a second reader of numbers.
const NUMBER: &str = "$serde_json::private::Number";
/// Longest part of a key that is named [characters].
const MAX_NAME: usize = 60;

/// The value that a text holds, and the places of keys given twice, such as `world.beta` or `shocks[0].week`.
pub fn read(text: &str) -> Result<(Value, Vec<String>), serde_json::Error> {
    let mut twice = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = At { place: String::new(), twice: &mut twice }.deserialize(&mut reader)?;
    reader.end()?;
    Ok((value, twice))
}

/// Reads what stands at a place.
struct At<'a> {
    place: String,
    twice: &'a mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    /// Numbers come as they are written, so this is never called; the default would hold a writer of numbers for its error.
    fn visit_f64<E: Error>(self, _: f64) -> Result<Value, E> {
        Err(E::custom("no number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            let place = format!("{}[{}]", self.place, values.len());
            match entries.next_element_seed(At { place, twice: &mut *self.twice })? {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == NUMBER {
                let text = entries.next_value_seed(At { place: String::new(), twice: &mut *self.twice })?;
                return as_written(text.as_str().unwrap_or_default()).ok_or_else(|| A::Error::custom("no number"));
            }
            let point = if self.place.is_empty() { "" } else { "." };
            let name = if key.chars().count() > MAX_NAME { "…" } else { &key };
            let place = format!("{}{point}{name}", self.place);
            if fields.contains_key(&key) && !self.twice.contains(&place) {
                self.twice.push(place.clone());
            }
            let value = entries.next_value_seed(At { place, twice: &mut *self.twice })?;
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }
}

/// A value in a fault's sentence, cut to a readable length.
pub(super) fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() > 60 { text.chars().take(60).chain("…".chars()).collect() } else { text }
}

/// A whole number, however it is written: 7, 7.0 and 7e0 are the same in JSON.
pub fn whole(value: &Value) -> Option<u64> {
    let number =
        value.as_f64().filter(|number| number.trunc() == *number && (0.0..=MAX_SEED as f64).contains(number))?;
    Some(number as u64)
}

/// A count of weeks or people; otherwise what is allowed, in words for what is no whole number and for what is too large.
pub fn count(value: &Value, not_whole: Text, too_many: Text) -> Result<u32, &'static str> {
    let number = whole(value).and_then(|number| u32::try_from(number).ok());
    let too_large = value.as_f64().is_some_and(|number| number > f64::from(u32::MAX));
    number.ok_or_else(if too_large { too_many } else { not_whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, twice: &[&str]) {
        let (value, found) = read(text).expect("JSON");
        assert_eq!(found, twice, "{text}");
        assert_eq!(value, serde_json::from_str::<Value>(text).expect("JSON"), "{text}");
    }

    #[test]
    fn a_key_given_twice_is_named_with_its_place() {
        check(r#"{"a": 1, "b": [1, -2, 0.5, 1e300, 7.0, null, true, "ü\n"], "c": {}}"#, &[]);
        check(r#"{"a": {"x": 1}, "b": {"x": 1}, "c": [{"x": 1}, {"x": 1}]}"#, &[]);
        check(r#"{"a": 1, "a": 1}"#, &["a"]);
        check(r#"{"a": 1, "a": 2, "a": 3, "\u0061": 4}"#, &["a"]);
        check(r#"{"a": {"x": 1, "y": 2, "x": 3}, "b": [{}, {"z": 1, "z": 1}], "b": 2}"#, &["a.x", "b[1].z", "b"]);
        check(r#"[{"a": [[{"b": 1, "b": {"c": 1, "c": 2}}]]}]"#, &["[0].a[0][0].b", "[0].a[0][0].b.c"]);
    }

    #[test]
    fn numbers_are_read_to_the_last_bit() {
        for text in ["0.1", "1e-300", "9007199254740993", "2.2250738585072011e-308", "123456789.123456789e-5", "-0.3"] {
            let (value, _) = read(text).expect("JSON");
            assert_eq!(value.as_f64().map(f64::to_bits), text.parse::<f64>().ok().map(f64::to_bits), "{text}");
        }
        // What is larger than any number is refused by whoever asks for it.
        assert_eq!(read("1e999").expect("JSON").0.as_f64(), None);
        // The key of the page's own may stand in a file like any other, and then means what it says.
        for value in ["\"x\"", "\"inf\"", "\"+1\"", "\"1e\"", "\"\"", "[]", "{\"$serde_json::private::Number\": \"x\"}"]
        {
            let read = read(&format!("{{\"$serde_json::private::Number\": {value}}}"));
            assert!(read.is_err(), "{value}: {read:?}");
        }
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in ["", "{", "{} {}", "{\"a\": 1,}", "nul", "1.e", &"[".repeat(100_000)] {
            assert!(read(text).is_err(), "{:.20}", text);
        }
    }
}
