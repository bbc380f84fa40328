//! Numbers as JSON, as people write them.

use serde_json::Value;

/// A finite number as JSON holds it, in its shortest form; reading it gives the same bits, and null what is no finite number.
// The standard library writes it, for the page has that already; what serde_json writes numbers with weighs 11 KB more.
pub(crate) fn json_number(value: f64) -> Value {
    value.to_string().parse().map_or(Value::Null, Value::Number)
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
