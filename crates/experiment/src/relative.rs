//! What a difference between the arms is a share of, where per cent make sense at all.

use super::ensemble::Contrast;
use model::outcome::Measure;

/// Standard errors by which the control arm's mean must be away from zero for anything to be put in per cent of it.
const CLEAR: f64 = 2.0;

/// The mean of the control arm, of which a difference may be put in per cent; `None` where that would say nothing: where zero is a
/// point like any other (eNPS), or the mean is zero, negative, or cannot be told from zero.
pub fn base(measure: Measure, contrast: &Contrast) -> Option<f64> {
    let control = contrast.control;
    let clear = control.mean > 0.0 && (control.n < 2 || control.mean > CLEAR * control.se);
    (clear && has_zero(measure)).then_some(control.mean)
}

/// Whether zero means none of it, rather than a point like any other.
pub fn has_zero(measure: Measure) -> bool {
    measure.info().unit != "points"
}

/// How far the 95 % interval of the mean difference reaches to each side, as a share of [`base`], or where there is none of the whole
/// scale: 1 for shares and indices, 100 for points, and else the treatment arm's mean. `NaN` where the interval is not known, 0 where
/// both arms are always the same.
pub fn half_width(measure: Measure, contrast: &Contrast) -> f64 {
    let [low, high] = contrast.difference.ci95();
    if low == high {
        return 0.0;
    }
    let whole = match measure.info().unit {
        "" | "share" => 1.0,
        "points" => 100.0,
        _ => contrast.treatment.mean.abs(),
    };
    0.5 * (high - low) / base(measure, contrast).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(control: [f64; 4], difference: f64) -> Contrast {
        Contrast::of(control.map(|control| [control, control + difference]).into_iter())
    }

    #[test]
    fn per_cent_are_of_a_mean_that_is_clearly_above_zero() {
        let check =
            |measure, control, base_is: Option<f64>| assert_eq!(base(measure, &contrast(control, 1.0)), base_is);
        check(Measure::Throughput, [9.0, 11.0, 10.0, 10.0], Some(10.0));
        check(Measure::Burnout, [0.0; 4], None);
        check(Measure::Burnout, [0.0, 0.0, 0.0, 0.1], None);
        check(Measure::Enps, [20.0, 21.0, 19.0, 20.0], None);
        check(Measure::Enps, [-20.0, -21.0, -19.0, -20.0], None);
        check(Measure::Leavers, [f64::NAN; 4], None);
    }

    #[test]
    fn precision_is_a_share_of_that_mean_or_of_the_whole_scale() {
        let half = |measure, control: f64, differences: [f64; 4]| {
            half_width(
                measure,
                &Contrast::of(differences.map(|difference| [control, control + difference]).into_iter()),
            )
        };
        let reach = 3.182_446 * (2.0_f64 / 3.0 / 4.0).sqrt();
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
        near(half(Measure::Throughput, 10.0, [-1.0, 1.0, 0.0, 0.0]), reach / 10.0);
        near(half(Measure::Enps, -10.0, [-1.0, 1.0, 0.0, 0.0]), reach / 100.0);
        near(half(Measure::Burnout, 0.0, [-1.0, 1.0, 0.0, 0.0]), reach);
        near(half(Measure::HoursStandBy, 0.0, [1.0, 3.0, 2.0, 2.0]), reach / 2.0);
        near(half(Measure::Throughput, 10.0, [0.0; 4]), 0.0);
        assert!(half(Measure::Throughput, 10.0, [f64::NAN; 4]).is_nan());
    }
}
