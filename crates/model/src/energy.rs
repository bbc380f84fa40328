//! How energy moves over a day, solved exactly, and where it settles.

use crate::math::{exp, relax};
use crate::parameters::World;

/// Where energy and exhaustion settle in weeks of demand 1 at strain sensitivity `strain` [per d]: energy on Monday morning, and
/// exhaustion there. Who starts above that level would count as burnt out for months without a cause in the model.
pub(crate) fn settled(world: &World, strain: f64) -> (f64, f64) {
    let weekend = exp(-2.0 * world.r_w);
    let decay = exp(-1.0 / world.tau_X);
    // Both weeks are linear maps, so what one from zero adds and what it keeps of the start tell the fixed point.
    let friday = |monday: f64| (0..5).fold(monday, |energy, _| energy_after(energy, world.r, strain));
    let added = 1.0 - (1.0 - friday(0.0)) * weekend;
    let kept = (friday(1.0) - friday(0.0)) * weekend;
    let energy = added / (1.0 - kept);
    let (mut day, mut exhaustion, mut left) = (energy, 0.0, 1.0);
    for _ in 0..5 {
        day = energy_after(day, world.r, strain);
        exhaustion = relax(exhaustion, 1.0 - day, decay);
        left *= decay;
    }
    (energy, exhaustion / (1.0 - left))
}

/// Energy after a day of recovery at `r` and drain at `c` [per d].
pub(crate) fn energy_after(energy: f64, r: f64, c: f64) -> f64 {
    relax(energy, r / (r + c), exp(-(r + c)))
}

#[cfg(test)]
mod tests {
    use super::{energy_after, settled};
    use crate::math::{exp, relax};
    use crate::parameters::World;

    #[test]
    fn a_settled_member_is_where_it_was_after_a_week() {
        let world = World::default();
        for strain in [0.0, 0.05, world.d, 2.0] {
            let (start, exhausted) = settled(&world, strain);
            let (mut energy, mut exhaustion) = (start, exhausted);
            for _ in 0..5 {
                energy = energy_after(energy, world.r, strain);
                exhaustion = relax(exhaustion, 1.0 - energy, exp(-1.0 / world.tau_X));
            }
            energy = 1.0 - (1.0 - energy) * exp(-2.0 * world.r_w);
            assert!((energy - start).abs() < 1e-12 && (exhaustion - exhausted).abs() < 1e-12, "at {strain}");
        }
        let unrested = World { r_w: 0.0, ..World::default() };
        let (energy, exhaustion) = settled(&unrested, unrested.d);
        let balance = unrested.r / (unrested.r + unrested.d);
        assert!((energy - balance).abs() < 1e-12 && (exhaustion - (1.0 - balance)).abs() < 1e-12);
    }

    #[test]
    fn a_day_is_the_limit_of_many_small_steps() {
        let (r, c, steps) = (0.5, 0.125, 200_000);
        let h = 1.0 / f64::from(steps);
        let mut energy = 0.3;
        for _ in 0..steps {
            energy += h * (r * (1.0 - energy) - c * energy);
        }
        assert!((energy - energy_after(0.3, r, c)).abs() < 1e-6);
        assert!((energy_after(0.8, r, c) - 0.8).abs() < 1e-15, "0.8 is where recovery and drain balance");
    }
}
