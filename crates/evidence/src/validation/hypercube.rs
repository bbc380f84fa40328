//! Latin hypercube samples of parameter settings (McKay, Beckman & Conover 1979), and rank correlation.

use model::parameters::{Kind, Parameter};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

/// A parameter and the part of its range that is sampled.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// The row of the table.
    pub row: &'static Parameter,
    /// From, to.
    pub range: [f64; 2],
}

impl Axis {
    /// The middle half of a lever's range around the default: halfway to either end.
    pub fn middle_half(row: &'static Parameter) -> Self {
        let default = row.default().unwrap_or(0.5);
        let (low, high) = row.lever;
        Self { row, range: [0.5 * (default + low), 0.5 * (default + high)] }
    }

    /// From one share of the default to another.
    pub fn around(row: &'static Parameter, [from, to]: [f64; 2]) -> Self {
        let default = row.default().unwrap_or(0.5);
        Self { row, range: [from * default, (to * default).min(row.max)] }
    }

    /// The value at a share of the way through the range; whole where the parameter is.
    fn at(&self, share: f64) -> f64 {
        let [low, high] = self.range;
        let value = low + share * (high - low);
        if matches!(self.row.kind, Kind::Number) { value } else { value.round() }
    }
}

/// `n` points, each a value for each axis: of the `n` equal parts of every axis each is used once.
pub fn sample(axes: &[Axis], n: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut chance = Pcg64Mcg::seed_from_u64(seed);
    let mut points = vec![Vec::with_capacity(axes.len()); n];
    for axis in axes {
        let mut parts: Vec<usize> = (0..n).collect();
        parts.shuffle(&mut chance);
        for (point, part) in points.iter_mut().zip(parts) {
            point.push(axis.at((part as f64 + 0.5) / n as f64));
        }
    }
    points
}

/// Spearman's rank correlation; equal values share their mean rank.
pub fn rank_correlation(x: &[f64], y: &[f64]) -> f64 {
    correlation(&ranks(x), &ranks(y))
}

/// Pearson's correlation.
pub fn correlation(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let (mean_x, mean_y) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(y) {
        xy += (x - mean_x) * (y - mean_y);
        xx += (x - mean_x) * (x - mean_x);
        yy += (y - mean_y) * (y - mean_y);
    }
    xy / (xx * yy).sqrt()
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    for equal in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let below = order.iter().position(|place| *place == equal[0]).expect("invariant: a chunk is part of the order");
        for &place in equal {
            ranks[place] = below as f64 + 0.5 * (equal.len() as f64 - 1.0);
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::parameters::parameter;

    #[test]
    fn every_part_of_every_axis_is_used_once() {
        let axes = ["beta", "sigma0"].map(|id| Axis::middle_half(parameter(id).expect("a row")));
        let points = sample(&axes, 50, 3);
        for (place, axis) in axes.iter().enumerate() {
            let mut parts: Vec<i64> = points
                .iter()
                .map(|point| ((point[place] - axis.range[0]) / (axis.range[1] - axis.range[0]) * 50.0) as i64)
                .collect();
            parts.sort_unstable();
            assert_eq!(parts, (0..50).collect::<Vec<_>>());
        }
        assert_eq!(points, sample(&axes, 50, 3));
        assert_ne!(points, sample(&axes, 50, 4));
    }

    #[test]
    fn ranks_correlate_whatever_the_scale() {
        assert_eq!(rank_correlation(&[1.0, 2.0, 5.0], &[1.0, 100.0, 101.0]), 1.0);
        assert_eq!(rank_correlation(&[1.0, 2.0, 5.0], &[3.0, 2.0, -8.0]), -1.0);
        assert_eq!(ranks(&[2.0, 1.0, 2.0]), [1.5, 0.0, 1.5]);
    }
}
