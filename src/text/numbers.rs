//! Numbers as people read them.

use model::number;

/// Digits before the point from which thousands are set apart.
const LONG: usize = 5;

/// The same with thousands set apart, where it is long enough to be hard to read.
fn grouped(text: String) -> String {
    let start = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
    let end = text[start..].find(|letter: char| !letter.is_ascii_digit()).map_or(text.len(), |length| start + length);
    if end - start < LONG {
        return text;
    }
    let mut out = text.clone();
    for place in (start + 1..end).rev().filter(|place| (end - place) % 3 == 0) {
        out.insert_str(place, words::numbers::thousands());
    }
    out
}

/// A value with so many decimals, with a true minus sign and no negative zero.
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = grouped(format!("{value:.decimals$}"));
    match text.strip_prefix('-') {
        Some(digits) if digits.bytes().all(|byte| matches!(byte, b'0' | b'.')) => digits.to_owned(),
        Some(digits) => format!("−{digits}"),
        None => text,
    }
}

/// The same with a sign always, but for zero.
pub fn signed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    let zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if zero || text.starts_with('−') { text } else { format!("+{text}") }
}

/// How many decimals an uncertainty of this half-width deserves, at least `least` and at most 3.
pub fn decimals_for(half_width: f64, least: usize) -> usize {
    (least..3).find(|&decimals| half_width * 10_f64.powi(decimals as i32) >= 0.5).unwrap_or(3)
}

/// The same of an amount that may be small: one that is not 0 does not read as 0.
pub fn amount(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    let small = value > 0.0 && text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if !small {
        return text;
    }
    let least = if decimals == 0 { "1".to_owned() } else { format!("0.{}1", "0".repeat(decimals - 1)) };
    words::numbers::less_than(&least)
}

/// A number without needless decimals: four of them, or four digits of a small one.
pub fn plain(value: f64) -> String {
    let (mut decimals, mut tenfold) = (4, value.abs());
    while tenfold > 0.0 && tenfold < 0.1 {
        tenfold *= 10.0;
        decimals += 1;
    }
    minus(&number::show(format!("{value:.decimals$}").parse().unwrap_or(value), 0))
}

/// With a true minus sign.
pub fn minus(text: &str) -> String {
    text.replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_zeros() {
        assert_eq!(fixed(-0.001, 2), "0.00");
        assert_eq!(fixed(-1.5, 1), "−1.5");
        assert_eq!(
            [9999.0, 10_000.0, -1_234_567.8].map(|value| fixed(value, 1)),
            ["9999.0", "10,000.0", "−1,234,567.8"]
        );
        assert_eq!(signed(0.02, 2), "+0.02");
        assert_eq!(signed(-0.02, 2), "−0.02");
        assert_eq!(signed(0.001, 2), "0.00");
        assert_eq!(plain(0.30000000000000004), "0.3");
        assert_eq!(plain(40.0), "40");
        assert_eq!([plain(1.0 / 3.0), plain(-2.5), plain(0.0), plain(-0.0)], ["0.3333", "−2.5", "0", "0"]);
    }

    #[test]
    fn what_is_small_does_not_read_as_0() {
        assert_eq!([plain(0.00004), plain(-0.00004), plain(0.000012346)], ["0.00004", "−0.00004", "0.00001235"]);
        assert_eq!([plain(1e-9), plain(0.1 + 0.2 - 0.3)], ["1e−9", "5.551e−17"]);
        assert_eq!(
            [amount(0.04, 1), amount(0.0, 1), amount(0.06, 1), amount(12.34, 1)],
            ["< 0.1", "0.0", "0.1", "12.3"]
        );
        assert_eq!([amount(0.2, 0), amount(0.0, 0), amount(0.004, 2)], ["< 1", "0", "< 0.01"]);
    }

    #[test]
    fn decimals_follow_the_uncertainty() {
        assert_eq!(decimals_for(2.0, 0), 0);
        assert_eq!(decimals_for(0.2, 0), 1);
        assert_eq!(decimals_for(0.006, 2), 2);
        assert_eq!(decimals_for(0.001, 2), 3);
        assert_eq!(decimals_for(f64::NAN, 0), 3);
    }
}
