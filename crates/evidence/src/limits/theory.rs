//! Closed forms that several families share.

/// Hours of a week; demand is by calendar week.
pub const WEEK: f64 = 40.0;

/// n!
pub fn factorial(n: u32) -> f64 {
    (1..=n).map(f64::from).product()
}

/// Probability that an arrival must wait in M/M/c at offered load `a`, by the recursion of Erlang B.
///
/// Source: Erlang 1917; Cooper 1981, Introduction to Queueing Theory, 3.3.
pub fn erlang_c(servers: u32, a: f64) -> f64 {
    let b = (1..=servers).fold(1.0, |b, n| a * b / (f64::from(n) + a * b));
    let rho = a / f64::from(servers);
    b / (1.0 - rho * (1.0 - b))
}

/// Mean wait in M/M/c [h] of arrivals at `rate` [per h] with services of mean `mean` [h].
pub fn wait_mmc(servers: u32, rate: f64, mean: f64) -> f64 {
    let a = rate * mean;
    erlang_c(servers, a) * mean / (f64::from(servers) - a)
}

/// Mean number in an M/M/c system.
pub fn number_mmc(servers: u32, rate: f64, mean: f64) -> f64 {
    rate * (wait_mmc(servers, rate, mean) + mean)
}

/// Mean wait in M/G/1 [h], from the second moment of the service [h^2] (Pollaczek & Khinchine).
pub fn wait_mg1(rate: f64, mean: f64, second: f64) -> f64 {
    rate * second / (2.0 * (1.0 - rate * mean))
}

/// Probability that the time in an M/M/c system exceeds `t` [h].
pub fn sojourn_tail_mmc(servers: u32, rate: f64, mean: f64, t: f64) -> f64 {
    let (mu, c) = (1.0 / mean, erlang_c(servers, rate * mean));
    let theta = f64::from(servers) * mu - rate;
    let both = (theta * (-mu * t).exp() - mu * (-theta * t).exp()) / (theta - mu);
    (1.0 - c) * (-mu * t).exp() + c * both
}

/// Mean number of `machines` that run: each fails at `fail`, is repaired at `repair` by one of `crew`, and mends itself at `heal`, in
/// repair or waiting for it [per h].
///
/// The birth-death chain of the number down. Source: Palm 1947; Gross et al. 2008, Fundamentals of Queueing Theory, 2.8 (finite
/// source).
pub fn running(machines: u32, crew: u32, fail: f64, repair: f64, heal: f64) -> f64 {
    let (mut weight, mut total, mut up) = (1.0, 0.0, 0.0);
    for down in 0..=machines {
        total += weight;
        up += weight * f64::from(machines - down);
        let next = down + 1;
        weight *= f64::from(machines - down) * fail / (f64::from(next.min(crew)) * repair + f64::from(next) * heal);
    }
    up / total
}

/// The root of a function that is of one sign at `low` and of the other at `high`, by bisection.
pub fn root(low: f64, high: f64, function: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (low, high);
    let positive = function(high) > 0.0;
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if (function(middle) > 0.0) == positive { high = middle } else { low = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: f64, known: f64, digits: f64) {
        assert!((found - known).abs() < digits, "{found}, known {known}");
    }

    #[test]
    fn formulas_meet_textbook_numbers() {
        // M/M/1 at load 0.5: half wait, one service time on average.
        check(erlang_c(1, 0.5), 0.5, 1e-15);
        check(wait_mmc(1, 0.5, 1.0), 1.0, 1e-15);
        // M/M/2 at load 0.75 (Gross et al., 2.3): W = rho^2 / (1 - rho^2) S.
        check(wait_mmc(2, 1.5, 1.0), 0.5625 / 0.4375, 1e-14);
        check(wait_mg1(0.5, 1.0, 2.0), wait_mmc(1, 0.5, 1.0), 1e-15);
        check(sojourn_tail_mmc(1, 0.5, 1.0, 3.0), (-1.5_f64).exp(), 1e-15);
        // Two machines, failing and repaired at rate 1: states 0, 1, 2 down weigh 1, 2, 2.
        check(running(2, 1, 1.0, 1.0, 0.0), 4.0 / 5.0, 1e-15);
        // Each for itself: independent.
        check(running(3, 0, 0.2, 1.0, 0.6), 3.0 * 0.75, 1e-14);
        check(root(0.0, 2.0, |x| x * x - 2.0), 2.0_f64.sqrt(), 1e-15);
        check(root(0.0, 2.0, |x| 2.0 - x * x), 2.0_f64.sqrt(), 1e-15);
    }
}
