//! What of the spread of an outcome is owed to each input: first-order and total indices, luck taken out.
//!
//! The first-order index is the share of the variance that would go if one knew that input; the total index is what would be left if one knew
//! all others. Estimators: Saltelli et al. 2010 (first order) and Jansen 1999 (total), from two points and, for each input, the first of them
//! with that coordinate of the second. What is known of a point is a mean over a few pairs, and the variance of that is taken out. The second
//! point has luck of its own, the others share theirs; so nothing of it is left in products, and in differences it is known.
//!
//! Neither estimate is cut where it lies below 0 or above 1: that is noise, and says how much of it there is.

/// What is known of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Mean over its pairs.
    pub mean: f64,
    /// Variance of that mean by luck; `NaN` if there is one pair only.
    pub noise: f64,
}

/// Two points, and the first with one coordinate of the second.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The first.
    pub first: Cell,
    /// The second.
    pub second: Cell,
    /// By input: what the first with that coordinate of the second is more than the first, with the variance of that by luck.
    pub changes: Vec<Cell>,
}

/// Shares of the variance.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The variance between points, without luck.
    pub variance: f64,
    /// The mean variance of the mean of a point by luck.
    pub noise: f64,
    /// First-order indices, by input.
    pub first: Vec<f64>,
    /// Total indices, by input.
    pub total: Vec<f64>,
    /// Rows that were not known in full, and are left out.
    pub missing: usize,
}

impl Shares {
    /// From so many rows of as many inputs.
    pub fn of(rows: &[Row], inputs: usize) -> Self {
        let known = |row: &&Row| {
            let mut cells = [row.first, row.second].into_iter().chain(row.changes.iter().copied());
            cells.all(|cell| !cell.mean.is_nan() && !cell.noise.is_nan())
        };
        let all = rows.len();
        let rows: Vec<&Row> = rows.iter().filter(known).collect();
        let missing = all - rows.len();
        let moved = |row: &Row, input: usize| row.first.mean + row.changes[input].mean;
        // All that is known tells where the middle lies.
        let all = rows.iter().flat_map(|row| {
            [row.first.mean, row.second.mean].into_iter().chain((0..inputs).map(|input| moved(row, input)))
        });
        let middle = mean(all);
        let both = || rows.iter().flat_map(|row| [row.first, row.second]);
        let own = mean(both().map(|cell| cell.mean));
        let noise = mean(both().map(|cell| cell.noise));
        let variance = mean(both().map(|cell| (cell.mean - own) * (cell.mean - own))) - noise;
        let first = |input: usize| mean(rows.iter().map(|row| (row.second.mean - middle) * row.changes[input].mean));
        let total = |input: usize| {
            let changes = rows.iter().map(|row| row.changes[input]);
            0.5 * mean(changes.map(|change| change.mean * change.mean - change.noise))
        };
        Self {
            variance,
            noise,
            first: (0..inputs).map(|input| first(input) / variance).collect(),
            total: (0..inputs).map(|input| total(input) / variance).collect(),
            missing,
        }
    }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    sum / f64::from(count)
}

#[cfg(test)]
pub(super) mod tests {
    use std::f64::consts::PI;

    use super::*;
    use crate::points::{Points, Use, mix};

    /// Ishigami & Homma 1990, on the unit cube.
    pub fn ishigami(x: &[f64]) -> f64 {
        let [a, b, c] = [0, 1, 2].map(|i| 2.0 * PI * x[i] - PI);
        libm::sin(a) + 7.0 * libm::sin(b) * libm::sin(b) + 0.1 * c * c * c * c * libm::sin(a)
    }

    /// Sobol's g-function with these coefficients.
    fn g(x: &[f64]) -> f64 {
        const A: [f64; 4] = [0.0, 1.0, 4.5, 9.0];
        x.iter().zip(A).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()
    }

    /// Its variance and its indices, first order and total.
    fn of_g() -> (f64, [f64; 4], [f64; 4]) {
        let partial = [0.0, 1.0, 4.5, 9.0].map(|a: f64| 1.0 / 3.0 / ((1.0 + a) * (1.0 + a)));
        let variance = partial.iter().map(|v| 1.0 + v).product::<f64>() - 1.0;
        let total = |v: f64| v * (variance + 1.0) / (1.0 + v) / variance;
        (variance, partial.map(|v| v / variance), partial.map(total))
    }

    /// Rows of a function of a point and of luck, of so many pairs each.
    fn rows(points: Points, inputs: usize, count: u32, pairs: u32, of: impl Fn(&[f64], u64) -> f64) -> Vec<Row> {
        let known = |values: &[f64]| {
            let n = f64::from(pairs);
            let mean = values.iter().sum::<f64>() / n;
            let noise = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0) / n;
            Cell { mean, noise: if pairs > 1 { noise } else { 0.0 } }
        };
        let row = |number: u32| {
            let coordinate = |dimension: usize| points.at(number, dimension as u32);
            let [a, b]: [Vec<f64>; 2] = [0, inputs].map(|start| (start..start + inputs).map(coordinate).collect());
            let run = |x: &[f64], luck: u64| -> Vec<f64> {
                (0..pairs).map(|pair| of(x, mix(u64::from(number) << 32 | luck << 16 | u64::from(pair)))).collect()
            };
            let (first, second) = (run(&a, 0), run(&b, 1));
            let change = |input: usize| {
                let mut moved = a.clone();
                moved[input] = b[input];
                known(&run(&moved, 0).iter().zip(&first).map(|(moved, first)| moved - first).collect::<Vec<_>>())
            };
            Row { changes: (0..inputs).map(change).collect(), first: known(&first), second: known(&second) }
        };
        (0..count).map(row).collect()
    }

    fn near(found: &[f64], expect: &[f64], most: f64) {
        for (found, expect) in found.iter().zip(expect) {
            assert!((found - expect).abs() < most, "{found} is not {expect}");
        }
    }

    #[test]
    fn of_ishigamis_function_they_are_known() {
        let rows = rows(Points::new(1, Use::Shares(0)), 3, 4096, 1, |x, _| ishigami(x));
        let found = Shares::of(&rows, 3);
        near(&[found.variance], &[13.844_588], 0.05);
        near(&found.first, &[0.313_905, 0.442_411, 0.0], 0.01);
        near(&found.total, &[0.557_589, 0.442_411, 0.243_684], 0.01);
    }

    #[test]
    fn of_sobols_g_they_are_known() {
        let (variance, first, total) = of_g();
        let found = Shares::of(&rows(Points::new(2, Use::Shares(0)), 4, 4096, 1, |x, _| g(x)), 4);
        near(&[found.variance], &[variance], 0.01);
        near(&found.first, &first, 0.01);
        near(&found.total, &total, 0.01);
    }

    #[test]
    fn luck_pulls_no_index_down_and_adds_nothing_to_an_input_that_does_nothing() {
        // Luck of twice the variance of what matters, in part shared between the points of a row, in part not.
        let (variance, first, total) = of_g();
        let normal = |bits: u64| libm::sqrt(12.0) * ((bits >> 11) as f64 / (1_u64 << 53) as f64 - 0.5);
        let noisy = |x: &[f64], luck: u64| {
            let of_point = x.iter().fold(luck, |bits, x| mix(bits ^ x.to_bits()));
            g(&x[..4]) + libm::sqrt(variance) * (normal(luck) + normal(of_point))
        };
        let estimates: Vec<Shares> = (0..8)
            .map(|scrambling| Shares::of(&rows(Points::new(3, Use::Shares(scrambling)), 5, 2048, 2, noisy), 5))
            .collect();
        let mean = |of: &dyn Fn(&Shares) -> f64| estimates.iter().map(of).sum::<f64>() / 8.0;
        near(&[mean(&|found| found.variance), mean(&|found| found.noise)], &[variance, variance], 0.02);
        for (input, expect) in first.into_iter().chain([0.0]).enumerate() {
            near(&[mean(&|found| found.first[input])], &[expect], 0.03);
        }
        for (input, expect) in total.into_iter().chain([0.0]).enumerate() {
            near(&[mean(&|found| found.total[input])], &[expect], 0.03);
        }
    }

    #[test]
    fn they_are_those_of_another_program_on_the_same_points() {
        // SALib 1.6.0 on the same points:
        //   u = [[((j + 1) * sqrt(p)) % 1.0 for p in (2, 3, 5, 7, 11, 13)] for j in range(256)]
        //   Y = for each j Ishigami's function of u[j][:3], of that with coordinate i of u[j][3:] for each i, and of u[j][3:]
        //   sobol.analyze({'num_vars': 3, 'names': ..., 'bounds': [[0, 1]] * 3}, Y, calc_second_order=False)
        let s1 = [0.243_930_373_173_589_2, 0.486_227_049_113_186, -0.027_736_213_144_616_946];
        let st = [0.397_219_896_735_984_24, 0.432_243_463_350_162_9, 0.238_315_411_496_599_1];
        let rows: Vec<Row> = (1..=256)
            .map(|j| {
                let u = [2.0, 3.0, 5.0, 7.0, 11.0, 13.0].map(|p: f64| (f64::from(j) * p.sqrt()) % 1.0);
                let cell = |mean: f64| Cell { mean, noise: 0.0 };
                let first = ishigami(&u[..3]);
                let change = |input: usize| {
                    let mut moved = [u[0], u[1], u[2]];
                    moved[input] = u[3 + input];
                    cell(ishigami(&moved) - first)
                };
                Row { first: cell(first), second: cell(ishigami(&u[3..])), changes: [0, 1, 2].map(change).to_vec() }
            })
            .collect();
        let found = Shares::of(&rows, 3);
        near(&found.first, &s1, 1e-9);
        near(&found.total, &st, 1e-9);
    }
}
