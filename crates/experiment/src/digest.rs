//! One number for all bits of a result: two runs agree if and, but for chance, only if their digests do.

use super::pair::Pair;
use model::outcome::Outcome;

/// FNV-1a of 64 bits over every number of every pair, in order.
///
/// Source: Fowler, Noll & Vo; offset basis and prime of draft-eastlake-fnv. A value that is not there counts as one fixed `NaN`,
/// because the bits of a `NaN` are the machine's own affair.
pub fn digest<'a>(pairs: impl Iterator<Item = &'a Pair>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for pair in pairs {
        absorb(&mut hash, &pair.control);
        absorb(&mut hash, &pair.treatment);
    }
    hash
}

fn absorb(hash: &mut u64, outcome: &Outcome) {
    for value in outcome.values.iter().chain(outcome.weeks.iter().flatten()) {
        let bits = if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
        for byte in bits.to_le_bytes() {
            *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
