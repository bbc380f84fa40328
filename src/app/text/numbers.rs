//! Numbers as people read them.

/// A value with so many decimals, with a true minus sign and no negative zero.
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
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

/// A parameter's value without needless decimals.
pub fn plain(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_zeros() {
        assert_eq!(fixed(-0.001, 2), "0.00");
        assert_eq!(fixed(-1.5, 1), "−1.5");
        assert_eq!(signed(0.02, 2), "+0.02");
        assert_eq!(signed(-0.02, 2), "−0.02");
        assert_eq!(signed(0.001, 2), "0.00");
        assert_eq!(plain(0.30000000000000004), "0.3");
        assert_eq!(plain(40.0), "40");
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
