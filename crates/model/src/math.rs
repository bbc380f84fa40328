//! Functions on numbers, the same bits on every machine.
//!
//! The platform's own `exp` and `ln` differ in their last bits between processors and browsers; those of the `libm` crate do
//! not, nor do `+ - * /` and `sqrt`. The model uses nothing else.

/// Exponential.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// 1 - exp(-x), exact for small x.
pub fn approach(x: f64) -> f64 {
    if x.abs() < 0.01 {
        // The series; what is left out is below 2e-16 of the value. A day's learning is always this small.
        return x
            * (1.0
                - x / 2.0 * (1.0 - x / 3.0 * (1.0 - x / 4.0 * (1.0 - x / 5.0 * (1.0 - x / 6.0 * (1.0 - x / 7.0))))));
    }
    -libm::expm1(-x)
}

/// The lesser of two numbers, neither of which is a `NaN`: unlike `f64::min`, a single instruction in WebAssembly too.
#[inline]
pub fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The greater of two numbers, neither of which is a `NaN`.
#[inline]
pub fn most(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The logistic function 1 / (1 + exp(-x)).
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// Where a quantity that moves towards `target` at `rate` stands after one unit of time; `decay` = exp(-rate).
pub fn relax(value: f64, target: f64, decay: f64) -> f64 {
    target + (value - target) * decay
}

/// Standard normal quantile for 0 < p < 1: algorithm AS 241 (PPND16), relative accuracy about 1e-16.
///
/// Source: Wichura, M. J. (1988). The percentage points of the normal distribution. Applied Statistics 37, 477-484.
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * horner(r, &CENTRE_TOP) / horner(r, &CENTRE_BOTTOM);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-ln(tail)).sqrt();
    let z = if r <= 5.0 {
        horner(r - 1.6, &MIDDLE_TOP) / horner(r - 1.6, &MIDDLE_BOTTOM)
    } else {
        horner(r - 5.0, &TAIL_TOP) / horner(r - 5.0, &TAIL_BOTTOM)
    };
    if q < 0.0 { -z } else { z }
}

fn horner(x: f64, coefficients: &[f64; 8]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

const CENTRE_TOP: [f64; 8] = [
    3.387_132_872_796_366_5,
    1.331_416_678_917_843_8e2,
    1.971_590_950_306_551_3e3,
    1.373_169_376_550_946e4,
    4.592_195_393_154_987e4,
    6.726_577_092_700_87e4,
    3.343_057_558_358_813e4,
    2.509_080_928_730_122_7e3,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    4.231_333_070_160_091e1,
    6.871_870_074_920_579e2,
    5.394_196_021_424_751e3,
    2.121_379_430_158_659_7e4,
    3.930_789_580_009_271e4,
    2.872_908_573_572_194_3e4,
    5.226_495_278_852_545e3,
];
const MIDDLE_TOP: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    2.417_807_251_774_506e-1,
    2.272_384_498_926_918_4e-2,
    7.745_450_142_783_414e-4,
];
const MIDDLE_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    6.897_673_349_851e-1,
    1.481_039_764_274_800_8e-1,
    1.519_866_656_361_645_7e-2,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const TAIL_TOP: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    2.965_605_718_285_048_7e-1,
    2.653_218_952_657_612_4e-2,
    1.242_660_947_388_078_4e-3,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const TAIL_BOTTOM: [f64; 8] = [
    1.0,
    5.998_322_065_558_88e-1,
    1.369_298_809_227_358e-1,
    1.487_536_129_085_061_5e-2,
    7.868_691_311_456_133e-4,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_quantile_meets_the_table() {
        let check = |p: f64, z: f64| assert!((normal_quantile(p) - z).abs() < 1e-12, "{p}: {}", normal_quantile(p));
        check(0.5, 0.0);
        check(0.975, 1.959_963_984_540_054);
        check(0.025, -1.959_963_984_540_054);
        check(0.999, 3.090_232_306_167_813_5);
        check(1e-10, -6.361_340_902_404_056);
        check(1e-20, -9.262_340_089_798_408);
    }

    #[test]
    fn approach_is_exact_for_small_arguments() {
        assert!((approach(1e-12) - 1e-12).abs() < 1e-24);
        for x in [1e-9, 1e-4, 0.004, 0.009_999] {
            assert!((approach(x) / -libm::expm1(-x) - 1.0).abs() < 4e-16, "{x}");
        }
        assert!((approach(1.0) - 0.632_120_558_828_557_7).abs() < 1e-15);
    }
}
