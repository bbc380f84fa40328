//! Functions on numbers, the same bits on every machine.
//!
//! The platform's own `exp` and `ln` differ in their last bits between processors and browsers; these use nothing but
//! `+ - * /` and `sqrt`, which do not. They lie within two units in the last place of those of the `libm` crate.

const LN_2: f64 = std::f64::consts::LN_2;
/// ln 2 in two parts, the first with so many zeros at its end that an exponent times it is exact (fdlibm's).
const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN_2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);
/// Added to a number of moderate size and taken away again, it rounds to whole numbers; the sum's last bits are that number.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// Places of the tables within a power of two, and their number as a power of two.
const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 7;
const MANTISSA_BITS: u32 = 52;

/// 2^(i / 128) for i below 128.
static POWERS: [f64; PLACES] = {
    let mut powers = [1.0; PLACES];
    let mut i = 1;
    while i < PLACES {
        let x = i as f64 * (LN_2 / PLACES as f64);
        // The series of exp, from its last term back.
        let (mut sum, mut term) = (1.0, 22.0);
        while term >= 1.0 {
            sum = 1.0 + sum * x / term;
            term -= 1.0;
        }
        powers[i] = sum;
        i += 1;
    }
    powers
};

/// Exponential; 0 below exp(-708), infinite above exp(709).
///
/// exp(x) = 2^(k / 128) exp(r) with the whole number k that makes r least, after Tang 1989, ACM TOMS 15, 144-157.
// In one place: it stands in many.
#[inline(never)]
pub fn exp(x: f64) -> f64 {
    if !(-708.0..=709.0).contains(&x) {
        return if x < 0.0 { 0.0 } else { x + f64::INFINITY };
    }
    let rounded = x * (PLACES as f64 / LN_2) + ROUND;
    let k = rounded.to_bits() as i64;
    let steps = rounded - ROUND;
    let r = (x - steps * (LN_2_HIGH / PLACES as f64)) - steps * (LN_2_LOW / PLACES as f64);
    let tail = r + r * r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0))));
    let power = POWERS[k as usize % PLACES];
    // The whole powers of two go into the exponent's bits; those of `rounded` above them are shifted out.
    let scale = f64::from_bits(((k >> PLACE_BITS) as u64).wrapping_add(1023) << MANTISSA_BITS);
    (power + power * tail) * scale
}

/// The least number whose logarithm is looked up without a power of two: 0.6875.
const LEAST: u64 = 0x3fe6_0000_0000_0000;
/// Half of the distance between two places, in bits.
const HALF: u64 = 1 << (MANTISSA_BITS - PLACE_BITS - 1);

/// 1 / c and ln c at 129 places c from 0.6875 to 1.375, of which 1 is one.
static LOGARITHMS: [[f64; 2]; PLACES + 1] = {
    let mut table = [[0.0; 2]; PLACES + 1];
    let mut i = 0;
    while i <= PLACES {
        let c = f64::from_bits(LEAST + 2 * HALF * i as u64);
        // ln c = 2 artanh((c - 1) / (c + 1)), its series from the last term back.
        let s = (c - 1.0) / (c + 1.0);
        let (mut sum, mut term) = (0.0, 25.0);
        while term >= 1.0 {
            sum = sum * s * s + 1.0 / term;
            term -= 2.0;
        }
        table[i] = [1.0 / c, 2.0 * s * sum];
        i += 1;
    }
    table
};

/// Natural logarithm of a positive number; -infinity for 0, and for numbers too small to be normal.
///
/// ln(x) = k ln 2 + ln c + ln(1 + r), c being the place next to x / 2^k, after Tang 1990, ACM TOMS 16, 378-400.
#[inline(never)]
pub fn ln(x: f64) -> f64 {
    debug_assert!(x >= 0.0, "the logarithm of {x}");
    if x < f64::MIN_POSITIVE {
        return f64::NEG_INFINITY;
    }
    let above = x.to_bits().wrapping_sub(LEAST);
    let k = (above as i64) >> MANTISSA_BITS;
    let z = f64::from_bits(x.to_bits().wrapping_sub((k as u64) << MANTISSA_BITS));
    let place = (z.to_bits() - LEAST + HALF) >> (MANTISSA_BITS - PLACE_BITS);
    let c = f64::from_bits(LEAST + 2 * HALF * place);
    let [inverse, ln_c] = LOGARITHMS[place as usize];
    let r = (z - c) * inverse;
    let tail = r
        * r
        * (-1.0 / 2.0 + r * (1.0 / 3.0 + r * (-1.0 / 4.0 + r * (1.0 / 5.0 + r * (-1.0 / 6.0 + r * (1.0 / 7.0))))));
    let k = k as f64;
    (k * LN_2_HIGH + ln_c) + (r + (k * LN_2_LOW + tail))
}

/// 1 - exp(-x), exact for small x.
pub fn approach(x: f64) -> f64 {
    if x.abs() < 0.01 {
        // The series; what is left out is below 2e-16 of the value. A day's learning is always this small.
        let tail = 1.0 / 120.0 - x * (1.0 / 720.0 - x * (1.0 / 5040.0));
        return x * (1.0 - x * (1.0 / 2.0 - x * (1.0 / 6.0 - x * (1.0 / 24.0 - x * tail))));
    }
    1.0 - exp(-x)
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

/// Standard normal quantile for 0 < p < 1: algorithm AS 241 (PPND7), relative accuracy about 1e-7, which the draws of 32 bits
/// for which it is meant do not exceed.
///
/// Source: Wichura, M. J. (1988). The percentage points of the normal distribution. Applied Statistics 37, 477-484.
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        let top = ((59.109_374_720 * r + 159.291_132_02) * r + 50.434_271_938) * r + 3.387_132_717_9;
        let bottom = ((67.187_563_600 * r + 78.757_757_664) * r + 17.895_169_469) * r + 1.0;
        return q * top / bottom;
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-ln(tail)).sqrt();
    let z = if r <= 5.0 {
        let r = r - 1.6;
        let top = ((0.170_238_211_03 * r + 1.306_728_481_6) * r + 2.756_815_390_0) * r + 1.423_437_277_7;
        top / ((0.120_211_329_75 * r + 0.737_001_642_50) * r + 1.0)
    } else {
        let r = r - 5.0;
        let top = ((0.017_337_203_997 * r + 0.428_682_943_37) * r + 3.081_226_386_0) * r + 6.657_905_115_0;
        top / ((0.012_258_202_635 * r + 0.241_978_942_25) * r + 1.0)
    };
    if q < 0.0 { -z } else { z }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers spread over a range by a linear congruential generator, on a logarithmic scale or evenly.
    fn spread(low: f64, high: f64) -> impl Iterator<Item = f64> {
        let mut bits = 7_u64;
        (0..20_000).map(move |_| {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            low + (high - low) * ((bits >> 11) as f64 / (1_u64 << 53) as f64)
        })
    }

    /// So many units in the last place lie between two numbers.
    fn units(found: f64, exact: f64) -> u64 {
        found.to_bits().abs_diff(exact.to_bits())
    }

    #[test]
    fn exp_is_the_exponential() {
        for x in spread(-700.0, 700.0).chain(spread(-3.0, 3.0)).chain(spread(-1e-3, 1e-3)) {
            assert!(units(exp(x), libm::exp(x)) <= 2, "{x}: {} {}", exp(x), libm::exp(x));
        }
        assert_eq!([exp(0.0), exp(-0.0), exp(-1e9), exp(f64::NEG_INFINITY)], [1.0, 1.0, 0.0, 0.0]);
        assert_eq!([exp(710.0), exp(f64::INFINITY)], [f64::INFINITY; 2]);
        assert!(exp(f64::NAN).is_nan());
    }

    #[test]
    fn ln_is_the_logarithm() {
        let small = spread(-700.0, 700.0).map(libm::exp);
        let ends = [f64::MIN_POSITIVE, f64::MAX, 0.6875, 1.375, 1.0 - 1e-16, 1.0 + 3e-16, 0.5, 2.0];
        for x in spread(1e-9, 1.0).chain(spread(0.99, 1.01)).chain(spread(1.0, 50.0)).chain(small).chain(ends) {
            assert!(units(ln(x), libm::log(x)) <= 2, "{x}: {} {}", ln(x), libm::log(x));
        }
        assert_eq!([ln(1.0), ln(0.0)], [0.0, f64::NEG_INFINITY]);
    }

    #[test]
    fn normal_quantile_meets_the_table() {
        let check =
            |p: f64, z: f64| assert!((normal_quantile(p) - z).abs() <= 2e-7 * z.abs(), "{p}: {}", normal_quantile(p));
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
