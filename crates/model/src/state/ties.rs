//! What lies between two members: trust, who knows what the other knows, and the ledger of help.

use crate::math::most;

/// So many rows are added up together, for each addition of a row waits for the one before.
const TOGETHER: usize = 4;

/// Puts down the sum of each row, added from left to right.
fn add_up(sums: &mut [f64], rows: &[f64]) {
    let n = rows.len() / sums.len();
    if let [a, b, c, d] = sums {
        let mut sum = [0.0; TOGETHER];
        let (first, second) = rows.split_at(2 * n);
        let [(p, q), (r, s)] = [first.split_at(n), second.split_at(n)];
        for (((p, q), r), s) in p.iter().zip(q).zip(r).zip(s) {
            sum = [sum[0] + p, sum[1] + q, sum[2] + r, sum[3] + s];
        }
        [*a, *b, *c, *d] = sum;
    } else {
        for (sum, row) in sums.iter_mut().zip(rows.chunks_exact(n)) {
            *sum = row.iter().fold(0.0, |sum, value| sum + value);
        }
    }
}

/// A share from 0 to 1 for each ordered pair: what the member of the row feels for, or knows of, the one of the column. The sums of
/// rows and columns are kept, for means are asked for at every step.
#[derive(Clone, Debug)]
struct Shares {
    members: usize,
    value: Vec<f64>,
    rows: Vec<f64>,
    columns: Vec<f64>,
    /// Room for what a row gains.
    gains: Vec<f64>,
}

impl Shares {
    fn none(members: usize) -> Self {
        Self {
            members,
            value: vec![0.0; members * members],
            rows: vec![0.0; members],
            columns: vec![0.0; members],
            gains: vec![0.0; members],
        }
    }

    fn get(&self, i: usize, j: usize) -> f64 {
        self.value[i * self.members + j]
    }

    fn row(&self, i: usize) -> &[f64] {
        &self.value[i * self.members..(i + 1) * self.members]
    }

    /// Sets one, and answers by how much it changed.
    fn set(&mut self, i: usize, j: usize, value: f64) -> f64 {
        let place = &mut self.value[i * self.members + j];
        let change = value - *place;
        *place = value;
        // No rounding makes a sum of shares negative.
        self.rows[i] = most(self.rows[i] + change, 0.0);
        self.columns[j] = most(self.columns[j] + change, 0.0);
        change
    }

    /// Changes each by what `change` makes of row, gain and value. `gains` fills in the gains of a row.
    fn change_rows(
        &mut self,
        mut gains: impl FnMut(usize, &mut [f64]),
        mut change: impl FnMut(usize, f64, f64) -> f64,
    ) {
        let n = self.members;
        for (i, row) in self.value.chunks_exact_mut(n).enumerate() {
            gains(i, &mut self.gains);
            for ((value, column), gain) in row.iter_mut().zip(&mut self.columns).zip(&self.gains) {
                let change = change(i, *gain, *value);
                *value += change;
                *column += change;
            }
        }
        for (rows, sums) in self.value.chunks(TOGETHER * n).zip(self.rows.chunks_mut(TOGETHER)) {
            add_up(sums, rows);
        }
    }

    /// Moves one towards 1 by `gain` of what is missing, or, if negative, towards 0 by that share; answers the change.
    fn step(&mut self, i: usize, j: usize, gain: f64) -> f64 {
        let before = self.get(i, j);
        self.set(i, j, before + if gain >= 0.0 { gain * (1.0 - before) } else { gain * before })
    }
}

/// Fills in what each member gains on a row, as [`Ties::acquaint`] says; nobody gains without a seat, or on itself.
fn gains_of(held: &[bool], group: &[usize], remote: &[bool], gains: [[f64; 2]; 2]) -> impl FnMut(usize, &mut [f64]) {
    let mut before = None;
    move |i, row| {
        let of = (held[i], group[i], remote[i]);
        let gain = |held: bool, group: usize, remote: bool| {
            let gain = gains[usize::from(of.2 | remote)][usize::from(of.1 == group)];
            f64::from(u8::from(of.0 & held)) * gain
        };
        if before == Some(of) {
            // As those of the row before, but for the two themselves.
            row[i - 1] = gain(of.0, of.1, of.2);
        } else {
            for (((put, &held), &group), &remote) in row.iter_mut().zip(held).zip(group).zip(remote) {
                *put = gain(held, group, remote);
            }
        }
        row[i] = 0.0;
        before = Some(of);
    }
}

/// Trust, knowledge of one another and ledgers between all pairs, by chance key, so that nothing depends on how the members are
/// listed; the row of `i` holds what concerns `i` and each other.
#[derive(Clone, Debug)]
pub struct Ties {
    members: usize,
    /// Seats that are there by now, and those of them that someone holds; there are ties between those who hold seats only.
    there: Vec<bool>,
    held: Vec<bool>,
    /// How many others there are for each who holds a seat.
    others: f64,
    group: Vec<usize>,
    one_group: bool,
    trust: Shares,
    known: Shares,
    /// What each gave each, in rows.
    help: Vec<Given>,
    /// Sum of trust over the others whose action a coordination blocker needs, and their number.
    abroad: Vec<f64>,
    count_abroad: Vec<f64>,
}

/// Help of one to another, side by side in memory: with many members nothing of it is at hand.
#[derive(Clone, Copy, Debug, Default)]
struct Given {
    /// Hours so far [h].
    hours: f64,
    /// Hours in the window [h].
    window: f64,
    /// The last day in the window, counted from 1; 0 if none.
    last: u32,
}

/// What a tie starts with, within a group and across groups.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// Trust within and across [0, 1].
    pub trust: [f64; 2],
    /// Knowledge of who knows what, within and across [0, 1].
    pub known: [f64; 2],
}

impl Ties {
    /// Ties among the first so many, who are there from the start; nothing given yet.
    pub fn new(group: Vec<usize>, there: usize, start: Start) -> Self {
        let members = group.len();
        let one_group = group.iter().all(|&g| g == group[0]);
        let mut ties = Self {
            members,
            there: vec![false; members],
            held: vec![false; members],
            others: 0.0,
            group,
            one_group,
            trust: Shares::none(members),
            known: Shares::none(members),
            help: vec![Given::default(); members * members],
            abroad: vec![0.0; members],
            count_abroad: vec![0.0; members],
        };
        ties.admit(0..there);
        ties.held[..there].fill(true);
        ties.count();
        for i in 0..there {
            for j in (0..there).filter(|&j| j != i) {
                let place = usize::from(ties.group[i] != ties.group[j]);
                ties.set_trust(i, j, start.trust[place]);
                ties.known.set(i, j, start.known[place]);
            }
        }
        ties
    }

    /// From now on these seats are there; ties come when someone takes them.
    pub fn admit(&mut self, keys: impl IntoIterator<Item = usize>) {
        for key in keys {
            self.there[key] = true;
        }
    }

    /// Whether a seat is there by now.
    pub fn is_there(&self, key: usize) -> bool {
        self.there[key]
    }

    /// Counts those who hold seats: all, and those abroad for each.
    fn count(&mut self) {
        self.others = self.held.iter().filter(|&&held| held).count() as f64 - 1.0;
        for i in 0..self.members {
            let abroad = |&j: &usize| self.held[j] && j != i && self.is_abroad(i, j);
            self.count_abroad[i] = (0..self.members).filter(abroad).count() as f64;
        }
    }

    /// Whether `j` is one of those whose action a coordination blocker of `i` needs.
    fn is_abroad(&self, i: usize, j: usize) -> bool {
        self.one_group || self.group[i] != self.group[j]
    }

    fn set_trust(&mut self, i: usize, j: usize, value: f64) {
        let change = self.trust.set(i, j, value);
        self.trust_changed(i, j, change);
    }

    fn trust_changed(&mut self, i: usize, j: usize, change: f64) {
        if self.is_abroad(i, j) {
            self.abroad[i] = most(self.abroad[i] + change, 0.0);
        }
    }

    /// What each member `j` is trusted by `i`, as a row.
    pub fn trust_row(&self, i: usize) -> &[f64] {
        self.trust.row(i)
    }

    /// How far `i` trusts `j`.
    pub fn trust(&self, i: usize, j: usize) -> f64 {
        self.trust.get(i, j)
    }

    /// How well `i` knows what each member `j` knows, as a row.
    pub fn known_row(&self, i: usize) -> &[f64] {
        self.known.row(i)
    }

    /// How well `i` knows what `j` knows.
    pub fn known(&self, i: usize, j: usize) -> f64 {
        self.known.get(i, j)
    }

    /// The group of `i`.
    pub fn group(&self, i: usize) -> usize {
        self.group[i]
    }

    /// The groups of all.
    pub fn groups(&self) -> &[usize] {
        &self.group
    }

    /// Whether all are in one group.
    pub fn one_group(&self) -> bool {
        self.one_group
    }

    /// Mean trust of `i` in those whose action a coordination blocker needs: other groups, or the own where there is one.
    pub fn trust_abroad(&self, i: usize) -> f64 {
        let (sum, count) = (self.abroad[i], self.count_abroad[i]);
        if count > 0.0 { sum / count } else { 0.0 }
    }

    /// Mean trust of `i` in the others; full where there is nobody else.
    pub fn mean_trust(&self, i: usize) -> f64 {
        self.mean_of(self.trust.rows[i])
    }

    /// Mean trust of the others in `i`; full where there is nobody else.
    pub fn trusted(&self, i: usize) -> f64 {
        self.mean_of(self.trust.columns[i])
    }

    /// How well the others know what `i` knows, on average; fully where there is nobody else.
    pub fn known_of(&self, i: usize) -> f64 {
        self.mean_of(self.known.columns[i])
    }

    fn mean_of(&self, sum: f64) -> f64 {
        if self.others > 0.0 { sum / self.others } else { 1.0 }
    }

    /// How well members know what another knows, over all pairs; `NaN` where there is one member.
    pub fn mean_known(&self) -> f64 {
        let others = self.others;
        let sum: f64 = self.known.rows.iter().sum();
        if others > 0.0 { sum / (others * (others + 1.0)) } else { f64::NAN }
    }

    /// Moves the trust of `i` in `j` towards 1 by `gain` of what is missing, or, if negative, towards 0 by that share.
    pub fn move_trust(&mut self, i: usize, j: usize, gain: f64) {
        let change = self.trust.step(i, j, gain);
        self.trust_changed(i, j, change);
    }

    /// `i` and `j` get to know what the other knows: each by `gain` of what is missing.
    pub fn get_to_know(&mut self, i: usize, j: usize, gain: f64) {
        self.known.step(i, j, gain);
        self.known.step(j, i, gain);
    }

    /// Everyone gets to know what everyone knows, by so much of what is missing: `gains` across groups and within one, for two of whom
    /// none is remote, and for two of whom one is.
    pub fn acquaint(&mut self, remote: &[bool], gains: [[f64; 2]; 2]) {
        let gains = gains_of(&self.held, &self.group, remote, gains);
        self.known.change_rows(gains, |_, gain, known| gain * (1.0 - known));
    }

    /// Trust across groups below `aim` closes `share` of the gap.
    pub fn mend_across(&mut self, aim: f64, share: f64) {
        let nobody = vec![false; self.members];
        let gains = gains_of(&self.held, &self.group, &nobody, [[share, 0.0]; 2]);
        let sums = &mut self.abroad;
        self.trust.change_rows(gains, |i, gain, trust| {
            let change = gain * most(aim - trust, 0.0);
            sums[i] += change;
            change
        });
    }

    /// A share of trust across groups, and of what one knows of the others there, is gone.
    pub fn estrange(&mut self, share: f64) {
        for i in 0..self.members {
            for j in 0..self.members {
                if self.group[i] != self.group[j] {
                    self.set_trust(i, j, self.trust.get(i, j) * (1.0 - share));
                    self.known.set(i, j, self.known.get(i, j) * (1.0 - share));
                }
            }
        }
    }

    /// Mean trust within groups and across them, over all pairs of those who hold seats; `NaN` where there is none.
    pub fn mean_trust_by_group(&self) -> [f64; 2] {
        // Nobody trusts, or is trusted, on a seat that nobody holds, so the sums that are kept hold those of pairs only.
        let sum: f64 = self.trust.rows.iter().sum();
        let pairs = self.others * (self.others + 1.0);
        let held = || (0..self.members).filter(|&i| self.held[i] && !self.one_group);
        let (abroad, pairs_abroad) =
            held().fold((0.0, 0.0), |(sum, pairs), i| (sum + self.abroad[i], pairs + self.count_abroad[i]));
        let mean = |sum: f64, pairs: f64| if pairs > 0.0 { sum / pairs } else { f64::NAN };
        [mean(most(sum - abroad, 0.0), pairs - pairs_abroad), mean(abroad, pairs_abroad)]
    }

    /// Whoever held seat `i` is gone, and with them all trust and what they and the others knew of each other.
    pub fn part(&mut self, i: usize) {
        for j in (0..self.members).filter(|&j| j != i) {
            for (a, b) in [(i, j), (j, i)] {
                self.set_trust(a, b, 0.0);
                self.known.set(a, b, 0.0);
            }
        }
        self.held[i] = false;
        self.count();
    }

    /// A newcomer takes seat `i`: half the trust of a start either way, nothing known, given or received yet.
    pub fn begin_anew(&mut self, i: usize, [within, across]: [f64; 2]) {
        self.held[i] = true;
        self.count();
        for j in (0..self.members).filter(|&j| j != i) {
            let value = 0.5 * if self.group[i] == self.group[j] { within } else { across };
            for (a, b) in [(i, j), (j, i)] {
                if self.held[j] {
                    self.set_trust(a, b, value);
                }
                self.help[a * self.members + b].hours = 0.0;
            }
        }
    }

    /// Puts down `hours` of help by `i` to `j` that ended on a day.
    pub fn record_help(&mut self, i: usize, j: usize, hours: f64, day: u32) {
        let help = &mut self.help[i * self.members + j];
        help.hours += hours;
        help.window += hours;
        if hours > 0.0 {
            help.last = day + 1;
        }
    }

    /// Hours `i` has given `j` so far.
    pub fn given(&self, i: usize, j: usize) -> f64 {
        self.help[i * self.members + j].hours
    }

    /// Hours of help in the window: row helper, column helped.
    pub fn window(&self) -> Vec<f64> {
        self.help.iter().map(|help| help.window).collect()
    }

    /// The graph of who helped whom in the window from a day on, among those there, by key: 1 where there was help.
    pub fn helped_since(&self, day: u32) -> Vec<f64> {
        let there = || (0..self.members).filter(|&key| self.there[key]);
        let last = |i: usize, j: usize| self.help[i * self.members + j].last;
        there().flat_map(|i| there().map(move |j| if last(i, j) > day { 1.0 } else { 0.0 })).collect()
    }

    /// Begins a new window.
    pub fn begin_window(&mut self) {
        for help in &mut self.help {
            (help.window, help.last) = (0.0, 0);
        }
    }

    /// Total trust that the others have in `j`.
    pub fn standing(&self, j: usize) -> f64 {
        self.trust.columns[j]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ties() -> Ties {
        Ties::new(vec![0, 0, 1, 1, 0], 4, Start { trust: [0.6, 0.3], known: [0.7, 0.35] })
    }

    #[test]
    fn means_are_of_those_who_hold_seats() {
        let mut ties = ties();
        assert!((ties.mean_trust(0) - (0.6 + 0.3 + 0.3) / 3.0).abs() < 1e-15);
        assert!((ties.known_of(0) - (0.7 + 0.35 + 0.35) / 3.0).abs() < 1e-15);
        assert!((ties.trust_abroad(0) - 0.3).abs() < 1e-15);
        ties.part(3);
        assert!((ties.mean_trust(0) - 0.45).abs() < 1e-15);
        assert!((ties.trust_abroad(0) - 0.3).abs() < 1e-15);
        assert!((ties.mean_known() - (2.0 * 0.7 + 4.0 * 0.35) / 6.0).abs() < 1e-15);
        ties.admit([4]);
        assert!((ties.mean_trust(0) - 0.45).abs() < 1e-15, "a seat that nobody holds yet counts in nothing");
        ties.begin_anew(4, [0.6, 0.3]);
        assert!((ties.mean_trust(0) - (0.6 + 0.3 + 0.3) / 3.0).abs() < 1e-15);
        assert_eq!(ties.known(0, 4), 0.0);
    }

    #[test]
    fn the_sums_that_are_kept_are_those_of_the_values() {
        let mut ties = ties();
        let mut bits = 5_u64;
        for _ in 0..500 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (i, j) = ((bits >> 60) as usize % 4, (bits >> 50) as usize % 4);
            let gain = ((bits >> 20) & 1023) as f64 / 512.0 - 1.0;
            match bits >> 62 {
                _ if i == j => ties.acquaint(&[false; 5], [[0.02, 0.1]; 2]),
                0 => ties.move_trust(i, j, 0.5 * gain),
                1 => ties.get_to_know(i, j, gain.abs() * 0.3),
                2 => ties.mend_across(0.6, 0.1),
                _ => {
                    ties.part(i);
                    ties.begin_anew(i, [0.6, 0.3]);
                }
            }
        }
        for shares in [&ties.trust, &ties.known] {
            for i in 0..5 {
                let row: f64 = shares.row(i).iter().sum();
                let column: f64 = (0..5).map(|j| shares.get(j, i)).sum();
                assert!((shares.rows[i] - row).abs() < 1e-12 && (shares.columns[i] - column).abs() < 1e-12);
                assert!(shares.row(i).iter().all(|share| (0.0..=1.0).contains(share)));
            }
        }
    }
}
