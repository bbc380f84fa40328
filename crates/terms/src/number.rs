//! Numbers as people write them, and as they are written back.
//!
//! One reader for the page, links and the command line. It takes what can mean only one number: `1 000`, `1’000.5`, `1.000,5`,
//! `1e3`, `−3`, `+0,5`. What could mean two is refused with both, for a number must never be taken silently for another one. A point
//! alone is the decimal sign, as everything here writes it, but before exactly three digits of a whole number, where nobody means
//! decimals.

use std::ops::RangeInclusive;

/// Why a text is no number that was asked for, where there is more to say than that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It is none, or none of the kind.
    NoNumber,
    /// It is not 0, and cannot be told from it.
    TooSmall,
    /// It may mean either of two: as it was written, what it means if the mark stands between thousands, and what if the mark is the
    /// decimal sign.
    TwoMeanings(Box<[String; 3]>),
    /// Marks stand where no thousands are.
    Thousands,
    /// A sign of per cent stands behind what is no share.
    PerCent,
}

/// Reads a whole number within a range.
///
/// # Errors
/// Why it is none; [`Slip::NoNumber`] also where it lies outside.
pub fn whole(text: &str, range: RangeInclusive<u64>) -> Result<u64, Slip> {
    // Every whole number that is allowed anywhere is below 2^53, so that a float holds it.
    let number = read(text, true, 0)?;
    let inside = number >= *range.start() as f64 && number <= *range.end() as f64;
    if inside { Ok(number as u64) } else { Err(Slip::NoNumber) }
}

/// Reads a share that is written in per cent, with the sign or without.
pub fn per_cent(text: &str) -> Result<f64, Slip> {
    let text = text.trim();
    read(text.strip_suffix('%').unwrap_or(text), false, 2)
}

/// Reads a number, a whole one or one that may have a fraction, whose point stands `shift` places further left than is written. It is the
/// point that is moved and not the number divided, so that 57.5 % is 0.575 to the last bit.
pub(crate) fn read(text: &str, whole: bool, shift: usize) -> Result<f64, Slip> {
    let Written { negative, digits, marks, power } = taken_apart(text).ok_or(Slip::NoNumber)?;
    // Before a power of ten no mark stands between thousands.
    let point = point(&digits, &marks, whole && power.is_empty())?;
    let is_0 = |digits: &str| digits.bytes().all(|digit| digit == b'0');
    // Where a float cannot tell fractions apart, a whole number must not lose one unseen.
    if whole && power.is_empty() && !is_0(&digits[point..]) {
        return Err(Slip::NoNumber);
    }
    let shifted = format!("{}{digits}", "0".repeat(shift));
    let number = format!("{}.{}{power}", &shifted[..point], &shifted[point..]).parse::<f64>();
    let number = number.ok().filter(|number| number.is_finite() && !(whole && number.trunc() != *number));
    match number {
        None => Err(Slip::NoNumber),
        Some(0.0) if !is_0(&digits) => Err(Slip::TooSmall),
        // So that −0 is 0.
        Some(number) => Ok(if negative { 0.0 - number } else { number }),
    }
}

/// A number as it is written.
struct Written {
    negative: bool,
    /// Its digits, without marks between them.
    digits: String,
    /// The marks between them, a point, a comma, a space or an apostrophe, each with the number of digits before it.
    marks: Vec<(char, usize)>,
    /// The power of ten behind them, from its `e` on.
    power: String,
}

fn taken_apart(text: &str) -> Option<Written> {
    let mut written = Written { negative: false, digits: String::new(), marks: Vec::new(), power: String::new() };
    let mut signed = false;
    for c in text.trim().chars() {
        let Some(c) = plain(c) else { continue };
        match c {
            _ if !written.power.is_empty() => written.power.push(c),
            '0'..='9' => written.digits.push(c),
            '.' | ',' => written.marks.push((c, written.digits.len())),
            // Before the digits, or once they are there.
            ' ' | '\'' => {
                if !written.digits.is_empty() {
                    written.marks.push((c, written.digits.len()));
                }
            }
            '-' | '+' if !signed && written.digits.is_empty() && written.marks.is_empty() => {
                signed = true;
                written.negative = c == '-';
            }
            'e' | 'E' => written.power.push('e'),
            _ => return None,
        }
    }
    (!written.digits.is_empty()).then_some(written)
}

/// Before which digit the decimal sign stands, once it is clear that the other marks stand between thousands.
fn point(digits: &str, marks: &[(char, usize)], whole: bool) -> Result<usize, Slip> {
    let Some((&(mark, place), before)) = marks.split_last() else { return Ok(digits.len()) };
    let may_be_thousands = digits.len() == place + 3 && (1..=3).contains(&place) && !digits.starts_with('0');
    let decimal = matches!(mark, '.' | ',')
        && match before.first() {
            Some(&(other, _)) => other != mark,
            None if may_be_thousands && whole => false,
            None if may_be_thousands && mark == ',' => {
                let (integer, fraction) = digits.split_at(place);
                let fraction = fraction.trim_end_matches('0');
                let short = if fraction.is_empty() { "0" } else { fraction };
                let text = format!("{integer},{}", &digits[place..]);
                return Err(Slip::TwoMeanings(Box::new([text, digits.to_owned(), format!("{integer}.{short}")])));
            }
            None => true,
        };
    let (between, point) = if decimal { (before, place) } else { (marks, digits.len()) };
    let Some(&(first, lead)) = between.first() else { return Ok(point) };
    let in_threes = |(back, &(mark, place)): (usize, &(char, usize))| mark == first && place + 3 * (back + 1) == point;
    if (1..=3).contains(&lead) && !digits.starts_with('0') && between.iter().rev().enumerate().all(in_threes) {
        return Ok(point);
    }
    Err(Slip::Thousands)
}

/// A character of a number as it is written here; `None` for those that only steer how text is set and come along when it is copied.
fn plain(c: char) -> Option<char> {
    let ascii = |first: u32, plain: u8| char::from_u32(c as u32 - first + u32::from(plain));
    match c {
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => None,
        // Spaces between thousands: no-break, thin, figure and their kin.
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '‘' | '’' | 'ʼ' => Some('\''),
        '−' | '‐'..='—' | '﹣' => Some('-'),
        // Arabic and Persian digits, and what East Asian keyboards write twice as wide.
        '\u{660}'..='\u{669}' => ascii(0x660, b'0'),
        '\u{6f0}'..='\u{6f9}' => ascii(0x6f0, b'0'),
        '\u{ff01}'..='\u{ff5e}' => ascii(0xff01, b'!'),
        c => Some(c),
    }
}

/// A value, with its point `shift` places further right, as the shortest text that reads back as the same value, to the last bit.
pub fn show(value: f64, shift: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return (value + 0.0).to_string();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let text = value.abs().to_string();
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = format!("{integer}{fraction:0<shift$}");
    let point = integer.len() + shift;
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    // The power of ten of the first digit that counts.
    let power = point as i32 - zeros as i32 - 1;
    if (-7..=20).contains(&power) {
        let (integer, fraction) = (&digits[zeros.min(point - 1)..point], &digits[point..]);
        let point = if fraction.is_empty() { "" } else { "." };
        return format!("{sign}{integer}{point}{fraction}");
    }
    let digits = digits.trim_matches('0');
    let point = if digits.len() > 1 { "." } else { "" };
    format!("{sign}{}{point}{}e{power}", &digits[..1], &digits[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(slip: &Slip) -> String {
        match slip {
            Slip::TwoMeanings(said) => format!("{} may mean {} or {}", said[0], said[1], said[2]),
            slip => format!("{slip:?}"),
        }
    }

    /// What a text reads as where fractions may stand, and where only whole numbers may.
    fn check(text: &str, fraction: Result<f64, &str>, whole: Result<f64, &str>) {
        for (expect, is_whole) in [(fraction, false), (whole, true)] {
            let found = read(text, is_whole, 0);
            match (&found, expect) {
                (Ok(found), Ok(expect)) => assert_eq!(found.to_bits(), expect.to_bits(), "{text}, whole: {is_whole}"),
                (Err(slip), Err(part)) => assert_eq!(said(slip), part, "{text}"),
                _ => panic!("{text}, whole: {is_whole}: {found:?}, expected {expect:?}"),
            }
        }
    }

    #[test]
    fn what_means_one_number_is_read_as_it() {
        let both = |text: &str, number: f64| check(text, Ok(number), Ok(number));
        for text in
            ["1000", "1 000", "1\u{2009}000", "1\u{202f}000", "1\u{a0}000", "1\u{2007}000", "1'000", "1’000", "1‘000"]
        {
            both(text, 1000.0);
        }
        for text in
            ["1e3", "1E3", "1e+3", "1E+03", "+1000", " 1000 ", "1000.", "1000,0", "1000.00", "1,000.0", "1.000,00"]
        {
            both(text, 1000.0);
        }
        for text in
            ["１０００", "١٠٠٠", "۱۰۰۰", "\u{200e}1000", "\u{202d}1000\u{202c}", "\u{feff}1000", "10000e-1", "1,0e3"]
        {
            both(text, 1000.0);
        }
        for text in ["1,234,567", "1.234.567", "1 234 567", "1’234’567", "1,234,567.0", "1.234.567,0"] {
            both(text, 1_234_567.0);
        }
        for text in ["-7", "−7", "–7", "‑7", "- 7", "-7.0", "−7e0", "－７", "\u{200e}-7"] {
            both(text, -7.0);
        }
        for text in ["0", "-0", "−0.0", "0e5", "+0", "0,000", "0.000", ".0", "0."] {
            both(text, 0.0);
        }
        both("9007199254740991", 9_007_199_254_740_991.0);
        both("1.000e3", 1000.0);
        both("1.500e3", 1500.0);
    }

    #[test]
    fn a_fraction_is_read_by_point_and_by_comma() {
        let fraction = |text: &str, number: f64| check(text, Ok(number), Err("NoNumber"));
        for text in ["1.5", "1,5", "+1,5", "1.50", "1,50", "15e-1", "0.15e1", "１．５", "1,5000"] {
            fraction(text, 1.5);
        }
        for text in ["1.000,5", "1,000.5", "1 000.5", "1 000,5", "1’000.5", "1000,500", "1000.500", "1\u{202f}000,5"]
        {
            fraction(text, 1000.5);
        }
        for text in [".5", ",5", "0.5", "0,5", "0,500", "0.500", "5e-1", "5E−1"] {
            fraction(text, 0.5);
        }
        fraction("0.00004", 0.00004);
        fraction("5e-4", 0.0005);
        fraction("-1.234.567,25", -1_234_567.25);
        fraction("9007199254740990.5", 9_007_199_254_740_990.5);
        fraction("1234,567", 1234.567);
    }

    #[test]
    fn what_may_mean_two_numbers_is_refused_with_both() {
        check("1,000", Err("1,000 may mean 1000 or 1.0"), Ok(1000.0));
        check("10,000", Err("10,000 may mean 10000 or 10.0"), Ok(10_000.0));
        check("−12,345", Err("12,345 may mean 12345 or 12.345"), Ok(-12_345.0));
        check("1,500", Err("1,500 may mean 1500 or 1.5"), Ok(1500.0));
        // The point is the decimal sign of all that is shown here.
        check("1.000", Ok(1.0), Ok(1000.0));
        check("10.000", Ok(10.0), Ok(10_000.0));
        check("1.234", Ok(1.234), Ok(1234.0));
    }

    #[test]
    fn what_means_no_number_is_refused() {
        for text in [
            "", " ", "many", "inf", "NaN", "infinity", "-", "+", ".", ",", "e3", "1e", "1e2.5", "0x10", "1/2", "5 %",
            "१०",
        ] {
            check(text, Err("NoNumber"), Err("NoNumber"));
        }
        for text in ["--1", "+-1", "1-", "1e999", "-1e999", "1e99999999999", "five", "1\t000", "1\n2", "½", "5²"] {
            check(text, Err("NoNumber"), Err("NoNumber"));
        }
        for text in [
            "1,00,000",
            "1.0.0",
            "1 00",
            "1 5",
            "12 34",
            "0,123,456",
            "1234,567,890",
            "1,000,00",
            "1 000’000",
            "1,000.000.5",
            "1,5.5",
        ] {
            check(text, Err("Thousands"), Err("Thousands"));
        }
        check("1e-999", Err("TooSmall"), Err("TooSmall"));
        check("9007199254740991.4", Ok(9_007_199_254_740_991.0), Err("NoNumber"));
        check("0.99999999999999999999", Ok(1.0), Err("NoNumber"));
    }

    #[test]
    fn whole_numbers_have_a_range() {
        let check = |text: &str, expect: Result<u64, Slip>| {
            assert_eq!(whole(text, 1..=9_007_199_254_740_991), expect, "{text}");
        };
        check("7.0", Ok(7));
        check("1,000", Ok(1000));
        check("9007199254740991", Ok(9_007_199_254_740_991));
        for text in ["0", "-1", "1.5", "x", "9007199254740992", "9007199254740993", "1e300"] {
            check(text, Err(Slip::NoNumber));
        }
        check("12,34,5", Err(Slip::Thousands));
    }

    #[test]
    fn per_cent_are_hundredths() {
        assert_eq!(per_cent("57.5"), Ok(0.575));
        assert_eq!(per_cent("57,5 %"), Ok(0.575));
        assert!(per_cent("1,000 %").is_err());
    }

    #[test]
    fn what_is_shown_is_short_and_never_0_where_it_is_not() {
        let check = |value: f64, shift: usize, expect: &str| assert_eq!(show(value, shift), expect);
        check(0.0, 0, "0");
        check(-0.0, 2, "0");
        check(0.575, 2, "57.5");
        check(0.57, 2, "57");
        check(1.0, 2, "100");
        check(0.00004, 0, "0.00004");
        check(-0.00004, 2, "-0.004");
        check(1e-9, 0, "1e-9");
        check(1.5e-9, 2, "0.00000015");
        check(1e-300, 0, "1e-300");
        check(9_007_199_254_740_991.0, 0, "9007199254740991");
        check(1.25e21, 0, "1.25e21");
        check(123_456.789, 0, "123456.789");
        check(0.1 + 0.2, 0, "0.30000000000000004");
    }

    #[test]
    fn what_is_shown_reads_back_to_the_last_bit() {
        let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..20_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (any, unit) = (f64::from_bits(bits), (bits >> 11) as f64 / (1_u64 << 53) as f64);
            for value in [any, unit, 1e4 * unit, unit * unit * 1e-6].into_iter().filter(|value| value.is_finite()) {
                for shift in [0, 2] {
                    let shown = show(value, shift);
                    assert_eq!(read(&shown, false, shift).map(f64::to_bits), Ok((value + 0.0).to_bits()), "{shown}");
                }
            }
        }
    }
}
