//! Measures of a distribution and of a network.

/// The values, the smallest first.
pub fn ascending(values: Vec<f64>) -> Vec<f64> {
    sorted(&values).into_iter().map(|(key, _)| f64::from_bits(in_order(key) as u64)).collect()
}

/// Places of the values, that of the smallest first; of equals the earlier comes first.
pub fn ranking(values: &[f64]) -> Vec<usize> {
    sorted(values).into_iter().map(|(_, place)| place).collect()
}

/// Keys and places of the values, in order.
// One sort for all, for each weighs several kilobytes in the page.
#[inline(never)]
fn sorted(values: &[f64]) -> Vec<(i64, usize)> {
    let mut sorted: Vec<(i64, usize)> =
        values.iter().enumerate().map(|(place, value)| (in_order(value.to_bits() as i64), place)).collect();
    sorted.sort_unstable();
    sorted
}

/// From the bits of a number to a whole number that is ordered as `f64::total_cmp` orders numbers, and back.
fn in_order(bits: i64) -> i64 {
    bits ^ (((bits >> 63) as u64) >> 1) as i64
}

/// Gini coefficient of non-negative amounts: 0 all equal, (n - 1)/n one has all; `NaN` if there is nothing.
///
/// Who counts as a part of one, by `weights`, has its share where it has that part of the amount: half an amount for half a one is as
/// much as the others'.
pub fn gini(amounts: &[f64], weights: &[f64]) -> f64 {
    let rates: Vec<f64> = amounts.iter().zip(weights).map(|(amount, weight)| amount / weight).collect();
    let n: f64 = weights.iter().sum();
    let (mut below, mut total, mut weighted) = (0.0, 0.0, 0.0);
    for place in ranking(&rates) {
        let (amount, weight) = (amounts[place], weights[place]);
        weighted += (2.0 * below + weight - n) * amount;
        below += weight;
        total += amount;
    }
    if total > 0.0 { weighted / (n * total) } else { f64::NAN }
}

/// Share of the total that the `count` largest have; `NaN` if there is nothing.
pub fn top_share(amounts: &[f64], count: usize) -> f64 {
    let sorted = ascending(amounts.to_vec());
    let total: f64 = sorted.iter().rev().sum();
    if total > 0.0 { sorted.iter().rev().take(count).sum::<f64>() / total } else { f64::NAN }
}

/// Freeman's degree centralisation of the undirected graph of who had to do with whom: star 1, ring 0.
///
/// `weights` is a square matrix by rows. Source: Freeman 1979, Social Networks 1, 215-239. `NaN` for fewer than three.
pub fn centralisation(weights: &[f64], n: usize) -> f64 {
    if n < 3 {
        return f64::NAN;
    }
    let neighbours = Sets::tied(weights, n);
    let degree = |set: &[u64]| set.iter().map(|word| word.count_ones() as usize).sum();
    let degrees: Vec<usize> = (0..n).map(|i| degree(neighbours.get(i))).collect();
    let most = degrees.iter().copied().max().unwrap_or(0);
    let spread: usize = degrees.iter().map(|degree| most - degree).sum();
    spread as f64 / ((n - 1) * (n - 2)) as f64
}

/// Freeman's betweenness of each vertex in the undirected graph of who had to do with whom, scaled so that a star's centre has 1;
/// empty for fewer than three.
///
/// Source: Freeman 1977, Sociometry 40, 35-41; computed as in Brandes 2001, J. Math. Sociology 25, 163-177.
pub fn betweenness(weights: &[f64], n: usize) -> Vec<f64> {
    if n < 3 {
        return Vec::new();
    }
    let neighbours = Sets::tied(weights, n);
    let mut sum = vec![0.0; n];
    // How many shortest paths lead to a vertex, and how much hangs on it for each of them.
    let (mut paths, mut share) = (vec![0.0; n], vec![0.0; n]);
    let mut unreached = vec![0; neighbours.words];
    // The vertices at each distance.
    let mut levels = Sets::none(neighbours.words);
    for source in 0..n {
        paths.fill(0.0);
        paths[source] = 1.0;
        unreached.fill(u64::MAX);
        remove(&mut unreached, source);
        levels.bits.clear();
        levels.push();
        insert(levels.last_mut(), source);
        loop {
            let (last, next) = levels.push();
            for vertex in elements(last) {
                union(next, neighbours.get(vertex));
            }
            intersect(next, &unreached);
            if next.iter().all(|&word| word == 0) {
                break;
            }
            for vertex in elements(last) {
                for neighbour in common(neighbours.get(vertex), next) {
                    paths[neighbour] += paths[vertex];
                }
            }
            subtract(&mut unreached, next);
        }
        // The last level is empty, and nothing hangs on those of the one before but themselves.
        for distance in (0..levels.len() - 1).rev() {
            for vertex in elements(levels.get(distance)) {
                let beyond = common(neighbours.get(vertex), levels.get(distance + 1));
                let dependency = paths[vertex] * beyond.map(|other| share[other]).sum::<f64>();
                share[vertex] = (1.0 + dependency) / paths[vertex];
                if vertex != source {
                    sum[vertex] += dependency;
                }
            }
        }
    }
    // Each pair is counted from both ends.
    let pairs = ((n - 1) * (n - 2)) as f64;
    sum.into_iter().map(|value| value / pairs).collect()
}

/// Sets of vertices, a bit for each vertex.
struct Sets {
    /// Words of 64 bits in a set.
    words: usize,
    bits: Vec<u64>,
}

impl Sets {
    fn none(words: usize) -> Self {
        Self { words, bits: Vec::new() }
    }

    /// For each vertex those it is tied to, in either direction.
    fn tied(weights: &[f64], n: usize) -> Self {
        let words = n.div_ceil(64);
        let mut sets = Self { words, bits: vec![0; n * words] };
        for (i, row) in weights.chunks_exact(n).enumerate() {
            for (j, _) in row.iter().enumerate().filter(|&(j, &weight)| weight > 0.0 && i != j) {
                insert(sets.get_mut(i), j);
                insert(sets.get_mut(j), i);
            }
        }
        sets
    }

    fn len(&self) -> usize {
        self.bits.len() / self.words
    }

    fn get(&self, place: usize) -> &[u64] {
        &self.bits[place * self.words..][..self.words]
    }

    fn get_mut(&mut self, place: usize) -> &mut [u64] {
        &mut self.bits[place * self.words..][..self.words]
    }

    fn last_mut(&mut self) -> &mut [u64] {
        self.get_mut(self.len() - 1)
    }

    /// Puts an empty set at the end; answers the one before, empty if there is none, and it.
    fn push(&mut self) -> (&[u64], &mut [u64]) {
        let end = self.bits.len();
        self.bits.resize(end + self.words, 0);
        let (before, last) = self.bits.split_at_mut(end);
        (&before[end.saturating_sub(self.words)..], last)
    }
}

fn insert(set: &mut [u64], element: usize) {
    set[element / 64] |= 1 << (element % 64);
}

fn remove(set: &mut [u64], element: usize) {
    set[element / 64] &= !(1 << (element % 64));
}

fn union(set: &mut [u64], other: &[u64]) {
    set.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
}

fn intersect(set: &mut [u64], other: &[u64]) {
    set.iter_mut().zip(other).for_each(|(word, other)| *word &= other);
}

fn subtract(set: &mut [u64], other: &[u64]) {
    set.iter_mut().zip(other).for_each(|(word, other)| *word &= !other);
}

/// The elements of a set, in order.
fn elements(set: &[u64]) -> impl Iterator<Item = usize> {
    common(set, set)
}

/// The elements of both sets, in order.
fn common(set: &[u64], other: &[u64]) -> impl Iterator<Item = usize> {
    set.iter().zip(other).enumerate().flat_map(|(place, (set, other))| {
        let mut left = set & other;
        std::iter::from_fn(move || {
            let lowest = (left != 0).then(|| 64 * place + left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(lowest)
        })
    })
}

/// Share of all weight that lies on ties with weight in both directions; `NaN` if there is none.
pub fn reciprocity(weights: &[f64], n: usize) -> f64 {
    let (mut both, mut all) = (0.0, 0.0);
    for i in 0..n {
        for j in 0..i {
            let (there, back) = (weights[i * n + j], weights[j * n + i]);
            all += there + back;
            if there > 0.0 && back > 0.0 {
                both += there + back;
            }
        }
    }
    if all > 0.0 { both / all } else { f64::NAN }
}

/// Quantiles of values in any order, as [`quantile`] gives them, without sorting all.
pub fn quantiles<const N: usize>(mut values: Vec<f64>, p: [f64; N]) -> [f64; N] {
    let Some(last) = values.len().checked_sub(1) else { return [f64::NAN; N] };
    p.map(|p| {
        let place = p * last as f64;
        let below = (place as usize).min(last);
        let (_, &mut low, above) = values.select_nth_unstable_by(below, f64::total_cmp);
        let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
        low + (place - below as f64) * (high - low)
    })
}

/// Quantile of sorted values by linear interpolation (Hyndman & Fan 1996, type 7); `NaN` if there are none.
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = p * last as f64;
    let below = (place as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(n: usize, ties: &[(usize, usize)]) -> Vec<f64> {
        let mut weights = vec![0.0; n * n];
        for &(i, j) in ties {
            weights[i * n + j] = 1.0;
        }
        weights
    }

    #[test]
    fn values_are_sorted_and_ranked_by_total_order() {
        let values = [0.0, -3.5, f64::INFINITY, -0.0, 1e-300, -3.5, f64::NEG_INFINITY, 2.0];
        let sorted = ascending(values.to_vec());
        let mut expect = values;
        expect.sort_by(f64::total_cmp);
        assert_eq!(sorted.iter().map(|value| value.to_bits()).collect::<Vec<u64>>(), expect.map(f64::to_bits));
        assert_eq!(ranking(&values), [6, 1, 5, 3, 0, 4, 7, 2]);
    }

    #[test]
    fn gini_of_known_distributions() {
        let plain = |amounts: &[f64]| gini(amounts, &vec![1.0; amounts.len()]);
        assert_eq!(plain(&[2.0, 2.0, 2.0, 2.0]), 0.0);
        assert_eq!(plain(&[0.0, 0.0, 0.0, 5.0]), 0.75);
        assert!((plain(&[1.0, 2.0, 3.0]) - 2.0 / 9.0).abs() < 1e-15);
        assert!(plain(&[0.0, 0.0]).is_nan());
    }

    #[test]
    fn gini_of_some_who_count_in_part() {
        assert_eq!(gini(&[2.0, 2.0, 0.5], &[1.0, 1.0, 0.25]), 0.0, "a quarter of the amount in a quarter of the time");
        assert_eq!(gini(&[0.0, 6.0], &[0.5, 1.5]), 0.25);
        // Two who count as a half each are as good as one.
        let [whole, halves] = [gini(&[1.0, 4.0], &[1.0, 1.0]), gini(&[1.0, 2.0, 2.0], &[1.0, 0.5, 0.5])];
        assert!((whole - halves).abs() < 1e-15, "{whole} {halves}");
    }

    #[test]
    fn centralisation_of_star_and_ring() {
        assert_eq!(centralisation(&matrix(5, &[(0, 1), (0, 2), (3, 0), (0, 4)]), 5), 1.0);
        assert_eq!(centralisation(&matrix(5, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]), 5), 0.0);
    }

    #[test]
    fn betweenness_of_star_path_and_ring() {
        assert_eq!(betweenness(&matrix(5, &[(0, 1), (0, 2), (3, 0), (0, 4)]), 5), [1.0, 0.0, 0.0, 0.0, 0.0]);
        // A path of four: each inner vertex lies on two of the three pairs of others.
        let path = betweenness(&matrix(4, &[(0, 1), (1, 2), (2, 3)]), 4);
        assert!((path[1] - 2.0 / 3.0).abs() < 1e-15 && path[0] == 0.0, "{path:?}");
        // A ring of five: one pair of others is joined through each vertex.
        let ring = betweenness(&matrix(5, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]), 5);
        assert!(ring.iter().all(|value| (value - 1.0 / 6.0).abs() < 1e-15), "{ring:?}");
    }

    #[test]
    fn betweenness_in_a_team_of_more_than_a_word_of_bits() {
        let n = 150;
        // A path: between those on one side of a vertex and those on the other.
        let ties: Vec<(usize, usize)> = (1..n).map(|i| (i, i - 1)).collect();
        for (i, value) in betweenness(&matrix(n, &ties), n).into_iter().enumerate() {
            let expect = (2 * i * (n - 1 - i)) as f64 / ((n - 1) * (n - 2)) as f64;
            assert!((value - expect).abs() < 1e-12, "{i}: {value} instead of {expect}");
        }
        // A star, and some whom nobody reaches.
        let star: Vec<(usize, usize)> = (0..140).filter(|&i| i != 100).map(|i| (100, i)).collect();
        let found = betweenness(&matrix(n, &star), n);
        assert_eq!(found.iter().filter(|&&value| value == 0.0).count(), n - 1);
        assert!((found[100] - (139 * 138) as f64 / (149 * 148) as f64).abs() < 1e-12, "{}", found[100]);
        // The centre has 139 ties, as many others one and ten none.
        assert_eq!(centralisation(&matrix(n, &star), n), (139 * 138 + 10 * 139) as f64 / (149 * 148) as f64);
    }

    #[test]
    fn reciprocity_counts_weight_on_mutual_ties() {
        assert_eq!(reciprocity(&matrix(3, &[(0, 1), (1, 0), (1, 2)]), 3), 2.0 / 3.0);
    }

    #[test]
    fn quantiles_and_top_shares() {
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.5), 2.5);
        assert_eq!(quantile(&[7.0], 0.85), 7.0);
        assert!(quantile(&[], 0.5).is_nan());
        for n in 0..9 {
            let sorted: Vec<f64> = (0..n).map(|i| f64::from(i * i)).collect();
            let mixed: Vec<f64> = sorted.iter().rev().copied().collect();
            let [low, high] = quantiles(mixed, [0.5, 0.85]);
            assert_eq!(low.to_bits(), quantile(&sorted, 0.5).to_bits(), "{n}");
            assert_eq!(high.to_bits(), quantile(&sorted, 0.85).to_bits(), "{n}");
        }
        assert_eq!(top_share(&[1.0, 5.0, 2.0, 2.0], 1), 0.5);
    }
}
