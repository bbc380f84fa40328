//! Elementary effects: what an outcome changes by when one input moves and all others stay, from many places.
//!
//! The design is radial (Campolongo, Saltelli & Cariboni 2011): from each base point every input goes to a second point's value by itself and
//! comes back. An effect is told for the whole range of its input, from 0 to 1. Base points and second points are halves of the points of a
//! scrambled Sobol sequence. Where both lie so near that the effect would be luck many times over, the second goes on by half of the range.

use std::ops::Range;

use crate::points::{Points, mix};
use model::metrics::{ascending, quantile};

/// A step is at least so long; an effect is at most so many times as noisy as the outcome, the inverse.
const SHORTEST: f64 = 0.25;

/// Resamples of the base points: so many that 2.5 and 97.5 % have 25 beyond them.
const RESAMPLES: u32 = 1000;

/// How many of the first of a ranking are looked at, whether they stay so.
pub const FIRST: usize = 5;

/// A base point and where each input goes from it, both between 0 and 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// The point.
    pub from: Vec<f64>,
    /// Each input's other value.
    pub to: Vec<f64>,
}

impl Base {
    /// The base point of this number, of so many inputs: it takes twice as many dimensions.
    pub fn new(points: Points, number: u32, inputs: usize) -> Self {
        let coordinates = |dimensions: Range<usize>| -> Vec<f64> {
            dimensions.map(|dimension| points.at(number, dimension as u32)).collect()
        };
        let from = coordinates(0..inputs);
        let second = coordinates(inputs..2 * inputs);
        let to =
            from.iter().zip(second).map(|(&from, to)| if (to - from).abs() < SHORTEST { (to + 0.5) % 1.0 } else { to });
        Self { to: to.collect(), from }
    }

    /// The effect of an input by what its step changes.
    pub fn effect(&self, input: usize, change: f64) -> f64 {
        change / (self.to[input] - self.from[input])
    }
}

/// What the effects of an input come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elementary {
    /// Mean size, whatever the sign: how much it matters.
    pub size: f64,
    /// 2.5 and 97.5 % of that over resamples of the base points.
    pub ci95: [f64; 2],
    /// Mean: which way it goes.
    pub mean: f64,
    /// Standard deviation: how much it depends on where one is, and on the other inputs.
    pub sd: f64,
    /// Base points from which there is an effect.
    pub n: u32,
}

/// How often a ranking by size comes out in the same way when the base points are drawn anew from themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// Share of the resamples in which the [`FIRST`] are the same, in the same order.
    pub order: f64,
    /// In which they are the same, in whichever order.
    pub same: f64,
}

/// Effects by input, and of each by base point; `NaN` where there is none.
#[derive(Clone, Debug)]
pub struct Effects(pub Vec<Vec<f64>>);

impl Effects {
    /// What they come to, by input, and how stable that is. A resample takes the same base points for all inputs, for what is compared are
    /// inputs.
    pub fn summary(&self, seed: u64) -> (Vec<Elementary>, Stability) {
        let bases = self.0.first().map_or(0, Vec::len);
        let plain: Vec<usize> = (0..bases).collect();
        let first = ranking(&self.sizes(&plain));
        let (mut resampled, mut stability) = (Vec::new(), [0; 2]);
        for resample in 0..RESAMPLES {
            let sizes = self.sizes(&drawn(seed, resample, bases));
            let now = ranking(&sizes);
            let sorted = |ranking: &[usize]| {
                let mut places = ranking.to_vec();
                places.sort_unstable();
                places
            };
            stability[0] += u32::from(now == first);
            stability[1] += u32::from(sorted(&now) == sorted(&first));
            resampled.push(sizes);
        }
        let [order, same] = stability.map(|count| f64::from(count) / f64::from(RESAMPLES));
        let of_input = |(input, effects): (usize, &Vec<f64>)| {
            let sizes: Vec<f64> = resampled.iter().map(|sizes| sizes[input]).filter(|size| !size.is_nan()).collect();
            let sizes = ascending(sizes);
            elementary(effects, [0.025, 0.975].map(|p| quantile(&sizes, p)))
        };
        (self.0.iter().enumerate().map(of_input).collect(), Stability { order, same })
    }

    /// The mean size of each input's effects at these base points.
    fn sizes(&self, bases: &[usize]) -> Vec<f64> {
        let size = |effects: &Vec<f64>| mean(bases.iter().map(|&base| effects[base].abs()));
        self.0.iter().map(size).collect()
    }
}

fn elementary(effects: &[f64], ci95: [f64; 2]) -> Elementary {
    let there = || effects.iter().copied().filter(|effect| !effect.is_nan());
    let n = there().count() as u32;
    let middle = mean(there());
    let squares: f64 = there().map(|effect| (effect - middle) * (effect - middle)).sum();
    let sd = if n > 1 { (squares / f64::from(n - 1)).sqrt() } else { f64::NAN };
    Elementary { size: mean(there().map(f64::abs)), ci95, mean: middle, sd, n }
}

/// The mean of those that are there.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) =
        values.filter(|value| !value.is_nan()).fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    sum / f64::from(count)
}

/// The first inputs by size; of equal ones the one that comes first.
fn ranking(sizes: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..sizes.len()).collect();
    // What is not known comes last.
    let size = |place: &usize| if sizes[*place].is_nan() { -1.0 } else { sizes[*place] };
    places.sort_by(|a, b| size(b).total_cmp(&size(a)));
    places.truncate(FIRST);
    places
}

/// As many base points as there are, drawn with return.
fn drawn(seed: u64, resample: u32, bases: usize) -> Vec<usize> {
    let stream = mix(mix(seed) ^ u64::from(resample));
    (0..bases as u64).map(|place| (mix(stream.wrapping_add(place)) % bases as u64) as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::points::Use;

    /// The function of Morris 1991, Technometrics 33, 161-174; where that draws coefficients at random, they are 1 and -1 in turn.
    fn morris(x: &[f64]) -> f64 {
        let sign = |power: usize| if power.is_multiple_of(2) { 1.0 } else { -1.0 };
        let w: Vec<f64> = (0..20)
            .map(|i| if [2, 4, 6].contains(&i) { 1.1 * x[i] / (x[i] + 0.1) } else { x[i] })
            .map(|x| 2.0 * (x - 0.5))
            .collect();
        let mut y = 0.0;
        for i in 0..20 {
            y += if i < 10 { 20.0 } else { sign(i + 1) } * w[i];
            for j in i + 1..20 {
                y += if i < 6 && j < 6 { -15.0 } else { sign(i + j) } * w[i] * w[j];
                y += (j + 1..5).map(|l| -10.0 * w[i] * w[j] * w[l]).sum::<f64>();
            }
        }
        y + 5.0 * w[0] * w[1] * w[2] * w[3]
    }

    /// Effects of a function on so many base points.
    fn effects(inputs: usize, bases: u32, of: impl Fn(&[f64]) -> f64) -> Effects {
        let points = Points::new(7, Use::Screening);
        let mut effects = vec![Vec::new(); inputs];
        for number in 0..bases {
            let base = Base::new(points, number, inputs);
            let start = of(&base.from);
            for (input, effects) in effects.iter_mut().enumerate() {
                let mut moved = base.from.clone();
                moved[input] = base.to[input];
                effects.push(base.effect(input, of(&moved) - start));
            }
        }
        Effects(effects)
    }

    #[test]
    fn a_step_is_within_the_range_and_not_short() {
        let points = Points::new(1, Use::Screening);
        for base in (0..200).map(|number| Base::new(points, number, 100)) {
            for (from, to) in base.from.iter().zip(&base.to) {
                assert!((0.0..1.0).contains(to) && (to - from).abs() >= SHORTEST, "{from} {to}");
            }
        }
    }

    #[test]
    fn of_morris_function_it_tells_the_kinds_of_inputs_apart() {
        let (found, stability) = effects(20, 50, morris).summary(1);
        let size = |input: usize| found[input].size;
        // Ten matter, ten hardly do; 8, 9 and 10 go one way wherever one is, the first seven do not.
        let least = (0..10).map(size).fold(f64::INFINITY, f64::min);
        let most = (10..20).map(size).fold(0.0, f64::max);
        assert!(least > 3.0 * most, "{least} {most}");
        for input in &found[7..10] {
            assert!((input.mean - 40.0).abs() < 4.0 && input.sd < 8.0, "{input:?}");
        }
        assert!(found[..7].iter().all(|input| input.sd > 15.0), "{found:?}");
        for input in &found {
            assert!(input.ci95[0] <= input.size && input.size <= input.ci95[1] && input.n == 50);
        }
        assert!(stability.order <= stability.same && stability.same > 0.3, "{stability:?}");
    }

    #[test]
    fn of_ishigamis_function_no_input_is_lost() {
        // On a grid of an even number of levels the second input comes out as 0.
        let (found, _) = effects(3, 64, super::super::shares::tests::ishigami).summary(1);
        assert!(found.iter().all(|input| input.size > 5.0), "{found:?}");
        assert!(found[2].mean.abs() < found[2].size / 2.0 && found[1].mean.abs() < found[1].size / 2.0);
    }

    #[test]
    fn means_and_deviations_are_those_of_another_program_on_the_same_effects() {
        // SALib 1.6.0 on the same trajectories:
        //   x = [floor(2 * (((t + 1) * sqrt(i + 2.0)) % 1.0)) / 3.0 for i in range(20)] for t in range(10), each input in turn up by 2/3
        //   morris.analyze({'num_vars': 20, 'names': ..., 'bounds': [[0, 1]] * 20}, X, Y, num_levels=4)
        // with mu, mu_star and sigma of the inputs 1, 3, 4 and 8.
        let salib = [
            (0, [81.374_358_974_358_96, 81.374_358_974_358_96, 19.214_843_167_956_783]),
            (2, [88.238_721_664_808_6, 101.777_183_203_270_17, 70.301_071_450_122_56]),
            (3, [-12.754_515_050_167_225, 60.563_953_920_475_626, 74.234_167_990_697_7]),
            (7, [38.098_550_724_637_7, 38.098_550_724_637_7, 3.221_905_698_263_449_3]),
        ];
        let mut effects = vec![Vec::new(); 20];
        for t in 1..=10 {
            let coordinate = |i: usize| (2.0 * ((f64::from(t) * (i as f64 + 2.0).sqrt()) % 1.0)).floor() / 3.0;
            let mut x: Vec<f64> = (0..20).map(coordinate).collect();
            for (input, effects) in effects.iter_mut().enumerate() {
                let before = morris(&x);
                x[input] += 2.0 / 3.0;
                effects.push((morris(&x) - before) / (2.0 / 3.0));
            }
        }
        let (found, _) = Effects(effects).summary(1);
        for (input, expect) in salib {
            let Elementary { mean, size, sd, .. } = found[input];
            for (found, expect) in [mean, size, sd].into_iter().zip(expect) {
                assert!((found - expect).abs() < 1e-9 * expect.abs(), "{input}: {found} is not {expect}");
            }
        }
    }

    #[test]
    fn effects_that_are_not_there_are_left_out_and_said_so() {
        let (found, stability) = Effects(vec![vec![1.0, f64::NAN, -3.0], vec![0.0; 3], vec![f64::NAN; 3]]).summary(1);
        assert_eq!((found[0].n, found[0].size, found[0].mean), (2, 2.0, -1.0));
        assert_eq!((found[1].n, found[1].size, found[1].sd), (3, 0.0, 0.0));
        assert!(found[2].n == 0 && found[2].size.is_nan());
        assert!(stability.same <= 1.0);
    }
}
