//! Student's t distribution.

use model::math::{exp, ln};

/// The quantile of Student's t with `df` degrees of freedom at probability `p` (0 < p < 1), to about 1e-10.
///
/// Inverts the distribution function P(T <= t) = 1 - I_x(df/2, 1/2) / 2 with x = df / (df + t^2) for t >= 0 (Abramowitz & Stegun
/// 1964, 26.7.1) by bisection, which cannot fail.
pub fn quantile(p: f64, df: f64) -> f64 {
    if p < 0.5 {
        return -quantile(1.0 - p, df);
    }
    let mut high = 1.0;
    while distribution(high, df) < p && high < 1e300 {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        // No number lies between them any more.
        if middle <= low || middle >= high {
            break;
        }
        if distribution(middle, df) < p { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// P(T <= t) for t >= 0.
fn distribution(t: f64, df: f64) -> f64 {
    1.0 - 0.5 * incomplete_beta(df / (df + t * t), 0.5 * df, 0.5)
}

/// Regularised incomplete beta function I_x(a, b) by its continued fraction.
///
/// Source: Press, Teukolsky, Vetterling & Flannery 2007, Numerical Recipes, 6.4 (modified Lentz).
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    let front = exp(libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * ln(x) + b * ln(1.0 - x));
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(x, a, b) / a
    } else {
        1.0 - front * continued_fraction(1.0 - x, b, a) / b
    }
}

fn continued_fraction(x: f64, a: f64, b: f64) -> f64 {
    let tiny = 1e-300;
    let guard = |value: f64| if value.abs() < tiny { tiny } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..500 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / guard(1.0 + even * d);
        c = guard(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / guard(1.0 + odd * d);
        c = guard(1.0 + odd / c);
        let change = d * c;
        fraction *= change;
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    fraction
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn quantiles_meet_the_table() {
        let check = |df: f64, t: f64| assert!((quantile(0.975, df) - t).abs() < 5e-4, "{df}: {}", quantile(0.975, df));
        check(1.0, 12.7062);
        check(2.0, 4.3027);
        check(9.0, 2.2622);
        check(30.0, 2.0423);
        check(99.0, 1.9842);
        check(1e6, 1.9600);
        assert_eq!(quantile(0.025, 9.0), -quantile(0.975, 9.0));
    }
}
