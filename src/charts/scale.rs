//! Axes with round numbers.

/// An axis: its ends and the marks on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Marks.
    pub ticks: Vec<f64>,
    /// Decimals that tell the marks apart.
    pub decimals: usize,
}

impl Scale {
    /// An axis with about `count` steps that holds all finite values; a whole unit around a single one.
    pub fn around(values: impl Iterator<Item = f64>, count: usize) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        // Less than this is no difference, only rounding.
        if high - low < 1e-9 * low.abs().max(1.0) {
            let half = if low == 0.0 { 0.05 } else { 0.05 * low.abs() };
            (low, high) = (low - half, high + half);
        }
        let step = round_step((high - low) / count as f64);
        let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
        let decimals = (0..9).find(|&d| is_whole(step * 10_f64.powi(d))).unwrap_or(9) as usize;
        Self {
            low: first as f64 * step,
            high: last as f64 * step,
            ticks: (first..=last).map(|tick| tick as f64 * step).collect(),
            decimals,
        }
    }
}

impl Scale {
    /// An axis with these ends, and round marks between them.
    pub fn within(low: f64, high: f64, count: usize) -> Self {
        let round = Self::around([low, high].into_iter(), count);
        let ticks = round.ticks.into_iter().filter(|tick| (low..=high).contains(tick)).collect();
        Self { low, high, ticks, decimals: round.decimals }
    }
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `rough`.
fn round_step(rough: f64) -> f64 {
    // Looked for rather than worked out by a logarithm, whose tables weigh more on the page than all axes.
    let exponent = (-300..=300).rev().find(|&exponent| 10_f64.powi(exponent) <= rough).unwrap_or(0);
    let power = 10_f64.powi(exponent);
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(power)
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], low: f64, high: f64, decimals: usize) {
        let scale = Scale::around(values.iter().copied(), 4);
        assert!((scale.low - low).abs() < 1e-9 && (scale.high - high).abs() < 1e-9, "{scale:?}");
        assert_eq!(scale.decimals, decimals, "{scale:?}");
        assert!((2..=7).contains(&scale.ticks.len()), "{scale:?}");
    }

    #[test]
    fn ends_and_marks_are_round() {
        check(&[0.0, 4.0], 0.0, 4.0, 0);
        check(&[-0.21, 0.43, f64::NAN], -0.4, 0.6, 1);
        check(&[3.1, 3.9], 3.0, 4.0, 1);
        check(&[0.0, 0.0], -0.05, 0.05, 3);
        check(&[], 0.0, 1.0, 2);
    }
}
