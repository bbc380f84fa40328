//! Numbers as JSON, as people write them.
//!
//! The standard library reads and writes them, to the last bit, for the page has that already: the reader and the writer of numbers in
//! `serde_json` weigh 11 KB more. So a number is handed to it as the text that stands in the file, which it offers with its feature
//! `arbitrary_precision`.

use serde_json::{Number, Value};

/// A finite number as JSON holds it, in its shortest form: reading it gives the same bits. Null for what is no finite number.
pub(crate) fn json_number(value: f64) -> Value {
    as_written(&value.to_string()).unwrap_or(Value::Null)
}

/// A number as it is written; `None` for what is no number.
pub(crate) fn as_written(text: &str) -> Option<Value> {
    let digit = |sign: char| sign.is_ascii_digit();
    let number = text.strip_prefix('-').unwrap_or(text).starts_with(digit) && text.ends_with(digit);
    let number = number && text.parse::<f64>().is_ok();
    number.then(|| Value::Number(Number::from_string_unchecked(text.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_to_the_last_bit() {
        for value in [0.0, -0.0, 6.0, 0.1, 1.0 / 3.0, -2.5e-7, 1e21, f64::MAX, f64::MIN_POSITIVE, 5e-324] {
            let text = json_number(value).to_string();
            let read: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(read.as_f64().map(f64::to_bits), Some(value.to_bits()), "{text}");
        }
        assert_eq!(json_number(6.0).to_string(), "6");
        assert_eq!(json_number(f64::NAN), Value::Null);
    }
}
