//! Shapley values: how much of what all players of a game reach together is owed to each.
//!
//! A player's value is what it adds to those who came before, on average over all orders in which they may come (Shapley 1953, A value for
//! n-person games). The values of all players add up to what all reach together beyond what is reached without any. Whoever never adds
//! anything has exactly 0.
//!
//! Values here are lists of numbers, for as many games with the same players as one likes.

/// Some of the players: bit i says whether player i is one of them.
pub type Coalition = u64;

/// Most players that a game may have.
pub const MOST_PLAYERS: usize = Coalition::BITS as usize - 1;

/// Of so many players.
pub fn all(players: usize) -> Coalition {
    (1 << players) - 1
}

/// Shapley values from what every coalition reaches: 2^players of them.
pub fn exact<const N: usize>(players: usize, mut value: impl FnMut(Coalition) -> [f64; N]) -> Vec<[f64; N]> {
    let reached: Vec<[f64; N]> = (0..=all(players)).map(&mut value).collect();
    let mut values = vec![[0.0; N]; players];
    for (player, owed) in values.iter_mut().enumerate() {
        for coalition in (0..=all(players)).filter(|coalition| coalition & 1 << player == 0) {
            let weight = weight(players, coalition.count_ones() as usize);
            let [with, before] = [coalition | 1 << player, coalition].map(|coalition| reached[coalition as usize]);
            for ((owed, with), before) in owed.iter_mut().zip(with).zip(before) {
                *owed += weight * (with - before);
            }
        }
    }
    values
}

/// The share of all orders in which exactly so many given players come before a given one: before! (players - before - 1)! / players!.
fn weight(players: usize, before: usize) -> f64 {
    // One of so many places, and of the ways to choose who comes before, one.
    let choices: f64 = (0..before).map(|i| (players - 1 - i) as f64 / (i + 1) as f64).product();
    1.0 / (players as f64 * choices)
}

/// What each player adds when all come in an order and then in its reverse, averaged: an estimate of its Shapley value without bias if the
/// order is drawn at random. Who comes early in the one comes late in the other, so much of the chance of the draw cancels
/// (Mitchell, Cooper, Frank & Holmes 2022, Sampling permutations for Shapley value estimation, JMLR 23).
pub fn along<const N: usize>(order: &[usize], mut value: impl FnMut(Coalition) -> [f64; N]) -> Vec<[f64; N]> {
    let mut values = vec![[0.0; N]; order.len()];
    let mut walk = |order: &mut dyn Iterator<Item = &usize>| {
        let mut coalition = 0;
        let mut before = value(coalition);
        for &player in order {
            coalition |= 1 << player;
            let with = value(coalition);
            for ((owed, with), before) in values[player].iter_mut().zip(with).zip(before) {
                *owed += 0.5 * (with - before);
            }
            before = with;
        }
    };
    walk(&mut order.iter());
    walk(&mut order.iter().rev());
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: &[[f64; 1]], expected: &[f64]) {
        let found: Vec<f64> = found.iter().map(|[value]| *value).collect();
        let off = found.iter().zip(expected).map(|(found, expected)| (found - expected).abs());
        assert!(found.len() == expected.len() && off.fold(0.0, f64::max) < 1e-12, "{found:?} is not {expected:?}");
    }

    /// All orders of so many players.
    fn orders(players: usize) -> Vec<Vec<usize>> {
        let Some(last) = players.checked_sub(1) else { return vec![vec![]] };
        let put = |order: Vec<usize>| (0..=last).map(move |place| [&order[..place], &[last], &order[place..]].concat());
        orders(last).into_iter().flat_map(put).collect()
    }

    #[test]
    fn the_glove_game_has_its_known_value() {
        // A left glove and two right ones; only pairs are worth anything (Shapley & Shubik 1969).
        let gloves = |coalition: Coalition| [f64::from(u8::from(coalition & 1 != 0 && coalition & 0b110 != 0))];
        near(&exact(3, gloves), &[4.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0]);
    }

    #[test]
    fn the_united_nations_security_council_has_its_known_value() {
        // Five of fifteen may veto, nine votes carry: 421/2145 for each of the five, 4/2145 for each of the ten (Roth 1988).
        let carries =
            |coalition: Coalition| [f64::from(u8::from(coalition & 0b11111 == 0b11111 && coalition.count_ones() >= 9))];
        let expected: Vec<f64> = (0..15).map(|player| if player < 5 { 421.0 / 2145.0 } else { 4.0 / 2145.0 }).collect();
        near(&exact(15, carries), &expected);
    }

    #[test]
    fn a_sum_of_what_each_brings_is_shared_so_and_who_brings_nothing_has_exactly_nothing() {
        let brings = [0.1, -2.5, 0.0, 1e9];
        let sum = |coalition: Coalition| {
            // The one who brings nothing is left out, so that rounding cannot give it anything.
            let of = |player: &usize| brings[*player] != 0.0 && coalition & 1 << player != 0;
            [3.0 + (0..4).filter(of).map(|player| brings[player]).sum::<f64>()]
        };
        for values in [exact(4, sum), along(&[2, 0, 3, 1], sum)] {
            assert_eq!(values[2], [0.0]);
            let total: f64 = values.iter().map(|[value]| value).sum();
            assert!((total - (sum(0b1111)[0] - sum(0)[0])).abs() < 1e-6, "{values:?}");
        }
    }

    #[test]
    fn over_all_orders_the_estimate_is_the_value() {
        // Any game will do: what a coalition reaches is drawn from its number.
        let game = |coalition: Coalition| [((coalition * 2_654_435_761) % 1009) as f64 / 7.0];
        for players in 0..=5 {
            let all = orders(players);
            let mut mean = vec![[0.0]; players];
            for order in &all {
                for ([mean], [value]) in mean.iter_mut().zip(along(order, game)) {
                    *mean += value / all.len() as f64;
                }
            }
            let expected: Vec<f64> = exact(players, game).iter().map(|[value]| *value).collect();
            near(&mean, &expected);
        }
    }

    #[test]
    fn weights_of_all_coalitions_without_a_player_add_up_to_one() {
        for players in 1..=20 {
            let of_size = |before: usize| {
                let choices: f64 = (0..before).map(|i| (players - 1 - i) as f64 / (i + 1) as f64).product();
                choices * weight(players, before)
            };
            let sum: f64 = (0..players).map(of_size).sum();
            assert!((sum - 1.0).abs() < 1e-12, "{players}: {sum}");
        }
    }
}
