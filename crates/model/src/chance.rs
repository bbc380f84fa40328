//! Chance as a function: every draw is computed from what it is for, never from when it is made.
//!
//! A draw is addressed by (seed, replicate, purpose, content key), where the content key names what is drawn: a task, a
//! blocker of a task, an attempt to get help with it, a seat and its hire. The two arms of a pair, and the same team after a lever was moved
//! slightly, therefore share their luck; a draw added in one process shifts no other. Waiting for an event whose rate changes
//! uses an exponential threshold drawn once and spent by the integrated rate: the common reaction path method (Rathinam,
//! Sheppard & Khammash 2010, J. Chem. Phys. 132, 034103).
//!
//! The generator is Threefry 2x64-13 (Salmon, Moraes, Dror & Shaw 2011, SC '11): a keyed bijection of a 128-bit counter that
//! passes the usual batteries of tests, the fastest of theirs that does where there are only additions, shifts and exclusive ors
//! of 64 bits. One block gives four uniform numbers of 32 bits each.

use super::math::{exp, ln, normal_quantile};

/// What a block of draws is for. The number is part of the address: never change one, results would change with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// (seat, hire): skill, whether quiet; strain sensitivity.
    Person = 0,
    /// (seat, hire): morale offset, help type, remote.
    Character = 1,
    /// (task): gap to the arrival before, domain and dependency, two draws for the work content.
    Task = 2,
    /// (task, pass, try): work content where the first draws did not do; pass 0 is the task itself, later ones are rework.
    Work = 3,
    /// (task, blocker): gap to the blocker before, kind, difficulty, patience to solve it alone.
    Blocker = 4,
    /// (task, blocker, attempt): wait before asking, whether the assist leader is asked, who is, the answer.
    Attempt = 5,
    /// (task, blocker, attempt): escalation, referral and its answer, whether a gatekeeper takes the question.
    Detour = 6,
    /// (task, blocker): wait before being noticed, effort of help, misunderstanding, who notices the help.
    Help = 7,
    /// (task, blocker): the lead's effort for a decision, two voices, automation, whether unasked help is accepted.
    Decision = 8,
    /// (task, pass): defect planted, approval needed, delegated, the lead's effort.
    Pass = 9,
    /// (task, pass, defect): found or not.
    Detection = 10,
    /// (seat, hire, pull / 4): fit or first come, for four pulls.
    Pull = 11,
    /// (task, pass): misunderstanding at a hand-off, two voices at an approval.
    HandOff = 12,
    /// (task, blocker): whether it has a lasting cause, which, whether one says so.
    Recurrence = 13,
    /// (cause): hours to mend it.
    Cause = 14,
    /// (mechanism): its place in the order in which mechanisms are switched on; nothing that happens depends on it.
    Order = 15,
}

/// The luck of one replicate.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    seed: u64,
    replicate: u32,
}

/// Largest replicate number; larger ones would share their address with another purpose.
pub const MAX_REPLICATE: u32 = (1 << 24) - 1;

impl Chance {
    /// The luck of replicate `replicate` (at most [`MAX_REPLICATE`]) under a seed.
    pub fn new(seed: u64, replicate: u32) -> Self {
        debug_assert!(replicate <= MAX_REPLICATE, "replicate {replicate} is beyond the address space");
        Self { seed, replicate }
    }

    /// Four uniform draws for a purpose and content key.
    // In one place: it stands in many.
    #[inline(never)]
    pub fn draw(&self, purpose: Purpose, a: u32, b: u32, c: u32) -> [Uniform; 4] {
        let pack = |low: u32, high: u32| u64::from(high) << 32 | u64::from(low);
        let counter = [pack(a, b), pack(c, self.replicate << 8 | purpose as u32)];
        let [first, second] = threefry(counter, [self.seed, 0]);
        [first as u32, (first >> 32) as u32, second as u32, (second >> 32) as u32].map(Uniform)
    }

    /// Gamma variate of mean 1 for a task and pass, from two draws and, seldom, more.
    ///
    /// Source: Marsaglia & Tsang 2000, ACM TOMS 26, 363-372, with their boost for shapes below 1. Tries are part of the key, so
    /// the draw stays a function of content.
    pub fn work(&self, task: u32, pass: u32, spread: &Spread, first: [Uniform; 2]) -> f64 {
        let [mut normal, mut accept] = first;
        let Spread::Gamma { d, c, mean, boost } = *spread else {
            return if *spread == Spread::None { 1.0 } else { normal.exponential() };
        };
        let mut attempt = 0;
        loop {
            let z = normal.normal();
            let root = 1.0 + c * z;
            let v = root * root * root;
            // The squeeze accepts nearly all without a logarithm; what it leaves is decided exactly.
            let u = accept.unit();
            let squeezed = u < 1.0 - 0.0331 * z * z * z * z;
            if root > 0.0 && (squeezed || ln(u) < 0.5 * z * z + d - d * v + d * ln(v)) {
                return v * mean * boost.map_or(1.0, |power| self.boost(task, pass, power));
            }
            attempt += 1;
            [normal, accept, _, _] = self.draw(Purpose::Work, task, pass, attempt);
        }
    }

    /// A uniform draw to a power.
    fn boost(&self, task: u32, pass: u32, power: f64) -> f64 {
        let u = self.draw(Purpose::Work, task, pass, 0)[2].unit();
        exp(ln(u) * power)
    }

    /// The same for rework, which has no draws at hand.
    pub fn rework(&self, task: u32, pass: u32, spread: &Spread) -> f64 {
        let [normal, accept, _, _] = self.draw(Purpose::Work, task, pass, 0);
        self.work(task, pass, spread, [normal, accept])
    }
}

/// How work content varies about a mean of 1, worked out once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Not at all.
    None,
    /// Exponentially.
    Exponential,
    /// As a gamma variate otherwise: Marsaglia & Tsang's d and c, what v is multiplied by, and for a shape below 1 the power of the boost.
    Gamma {
        /// Shape less a third, of the shape raised by 1 if it is below 1.
        d: f64,
        /// 1 / sqrt(9 d).
        c: f64,
        /// d / shape.
        mean: f64,
        /// 1 / shape.
        boost: Option<f64>,
    },
}

impl Spread {
    /// Of this coefficient of variation.
    pub fn new(cv: f64) -> Self {
        if cv <= 0.0 {
            return Self::None;
        }
        if cv == 1.0 {
            return Self::Exponential;
        }
        let shape = 1.0 / (cv * cv);
        let d = if shape < 1.0 { shape + 1.0 } else { shape } - 1.0 / 3.0;
        Self::Gamma { d, c: 1.0 / (9.0 * d).sqrt(), mean: d / shape, boost: (shape < 1.0).then_some(cv * cv) }
    }
}

/// One uniform draw of 32 bits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Uniform(u32);

impl Uniform {
    /// As a number strictly between 0 and 1, on a grid of 2^-32.
    #[inline]
    pub fn unit(self) -> f64 {
        (f64::from(self.0) + 0.5) * (1.0 / 4_294_967_296.0)
    }

    /// True with probability `p`.
    #[inline]
    pub fn chance(self, p: f64) -> bool {
        self.unit() < p
    }

    /// Exponential of mean 1.
    #[inline]
    pub fn exponential(self) -> f64 {
        -ln(self.unit())
    }

    /// Standard normal.
    #[inline]
    pub fn normal(self) -> f64 {
        normal_quantile(self.unit())
    }
}

/// Threefry 2x64 of 13 rounds.
#[inline]
fn threefry(counter: [u64; 2], key: [u64; 2]) -> [u64; 2] {
    let keys = [key[0], key[1], key[0] ^ key[1] ^ 0x1bd1_1bda_a9fc_1a22];
    let inject = |[x, y]: [u64; 2], turn: usize| {
        [x.wrapping_add(keys[turn % 3]), y.wrapping_add(keys[(turn + 1) % 3]).wrapping_add(turn as u64)]
    };
    let mut state = inject(counter, 0);
    state = inject(mix(state, [16, 42, 12, 31]), 1);
    state = inject(mix(state, [16, 32, 24, 21]), 2);
    state = inject(mix(state, [16, 42, 12, 31]), 3);
    mix(state, [16])
}

/// Rounds of Threefry, one for each rotation.
#[inline]
fn mix<const N: usize>(state: [u64; 2], rotations: [u32; N]) -> [u64; 2] {
    rotations.iter().fold(state, |[x, y], &rotation| {
        let x = x.wrapping_add(y);
        [x, y.rotate_left(rotation) ^ x]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The known answers of the Random123 distribution (kat_vectors).
    #[test]
    fn threefry_gives_the_published_answers() {
        assert_eq!(threefry([0; 2], [0; 2]), [0xf167_b032_c3b4_80bd, 0xe91f_9fee_4b7a_6fb5]);
        assert_eq!(threefry([u64::MAX; 2], [u64::MAX; 2]), [0xccde_c5c9_17a8_74b1, 0x4df5_3abc_a26c_eb01]);
        assert_eq!(
            threefry([0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344], [0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89]),
            [0xc3aa_c715_6104_2993, 0x3fe7_ae88_01af_f316]
        );
    }

    #[test]
    fn work_has_its_mean_and_spread() {
        for cv in [0.3, 0.7, 1.0, 1.5] {
            let chance = Chance::new(7, 0);
            let draws: Vec<f64> = (0..40_000).map(|task| chance.rework(task, 0, &Spread::new(cv))).collect();
            let n = draws.len() as f64;
            let mean = draws.iter().sum::<f64>() / n;
            let variance = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
            assert!((mean - 1.0).abs() < 4.0 * cv / n.sqrt(), "cv {cv}: mean {mean}");
            assert!((variance.sqrt() / cv - 1.0).abs() < 0.04, "cv {cv}: {}", variance.sqrt());
        }
        assert_eq!(Chance::new(7, 0).rework(3, 0, &Spread::new(0.0)), 1.0);
    }
}
