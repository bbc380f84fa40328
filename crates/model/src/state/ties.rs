//! What lies between two members: trust, and the ledger of help.

/// Trust and ledgers between all pairs, by chance key, so that nothing depends on how the members are listed; the row of `i` holds
/// what concerns `i` and each other.
#[derive(Clone, Debug)]
pub struct Ties {
    members: usize,
    /// The first so many are there; the others are yet to join, and nobody trusts or is trusted by them.
    there: usize,
    group: Vec<usize>,
    one_group: bool,
    trust: Vec<f64>,
    given: Vec<f64>,
    window: Vec<f64>,
    /// The last day in the window on which each helped each, counted from 1; 0 if never.
    last: Vec<u32>,
    /// Sum of trust over the others whose action a coordination blocker needs, and their number.
    abroad: Vec<(f64, f64)>,
}

impl Ties {
    /// Trust `within` a group and `across` groups among the first so many, who are there from the start; nothing given yet.
    pub fn new(group: Vec<usize>, there: usize, within: f64, across: f64) -> Self {
        let members = group.len();
        let one_group = group.iter().all(|&g| g == group[0]);
        let nothing = vec![0.0; members * members];
        let mut ties = Self {
            members,
            there: 0,
            group,
            one_group,
            trust: nothing.clone(),
            given: nothing.clone(),
            window: nothing,
            last: vec![0; members * members],
            abroad: vec![(0.0, 0.0); members],
        };
        ties.admit(there);
        for i in 0..there {
            for j in (0..there).filter(|&j| j != i) {
                ties.set_trust(i, j, if ties.group[i] == ties.group[j] { within } else { across });
            }
        }
        ties
    }

    /// From now on the first so many are there; trust between them and the others comes when they take their seats.
    pub fn admit(&mut self, there: usize) {
        self.there = there;
        for i in 0..there {
            self.abroad[i].1 = (0..there).filter(|&j| j != i && self.is_abroad(i, j)).count() as f64;
        }
    }

    /// Whether `j` is one of those whose action a coordination blocker of `i` needs.
    fn is_abroad(&self, i: usize, j: usize) -> bool {
        self.one_group || self.group[i] != self.group[j]
    }

    fn set_trust(&mut self, i: usize, j: usize, value: f64) {
        let trust = &mut self.trust[i * self.members + j];
        let change = value - *trust;
        *trust = value;
        if self.is_abroad(i, j) {
            self.abroad[i].0 += change;
        }
    }

    /// What each member `j` is trusted by `i`, as a row.
    pub fn trust_row(&self, i: usize) -> &[f64] {
        &self.trust[i * self.members..(i + 1) * self.members]
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
        let (sum, count) = self.abroad[i];
        if count > 0.0 { sum / count } else { 0.0 }
    }

    /// Moves the trust of `i` in `j` towards 1 by `gain` of what is missing, or, if negative, towards 0 by that share.
    pub fn move_trust(&mut self, i: usize, j: usize, gain: f64) {
        let trust = &mut self.trust[i * self.members + j];
        let before = *trust;
        *trust += if gain >= 0.0 { gain * (1.0 - before) } else { gain * before };
        let change = *trust - before;
        if self.is_abroad(i, j) {
            self.abroad[i].0 += change;
        }
    }

    /// Trust across groups below `aim` closes `share` of the gap.
    pub fn mend_across(&mut self, aim: f64, share: f64) {
        for i in 0..self.there {
            for j in 0..self.there {
                let trust = &mut self.trust[i * self.members + j];
                if self.group[i] != self.group[j] && *trust < aim {
                    let change = share * (aim - *trust);
                    *trust += change;
                    self.abroad[i].0 += change;
                }
            }
        }
    }

    /// A newcomer takes seat `i`: half the trust of a start either way, nothing given or received yet.
    pub fn begin_anew(&mut self, i: usize, within: f64, across: f64) {
        for j in (0..self.there).filter(|&j| j != i) {
            let value = 0.5 * if self.group[i] == self.group[j] { within } else { across };
            for (a, b) in [(i, j), (j, i)] {
                self.set_trust(a, b, value);
                self.given[a * self.members + b] = 0.0;
            }
        }
    }

    /// Puts down `hours` of help by `i` to `j` that ended on a day.
    pub fn record_help(&mut self, i: usize, j: usize, hours: f64, day: u32) {
        let place = i * self.members + j;
        self.given[place] += hours;
        self.window[place] += hours;
        if hours > 0.0 {
            self.last[place] = day + 1;
        }
    }

    /// Hours `i` has given `j` so far.
    pub fn given(&self, i: usize, j: usize) -> f64 {
        self.given[i * self.members + j]
    }

    /// Hours of help in the window: row helper, column helped.
    pub fn window(&self) -> &[f64] {
        &self.window
    }

    /// The graph of who helped whom in the window from a day on, among the first `seats`, likewise: 1 where there was help.
    pub fn helped_since(&self, day: u32, seats: usize) -> Vec<f64> {
        let rows = self.last.chunks(self.members).take(seats);
        rows.flat_map(|row| &row[..seats]).map(|&last| if last > day { 1.0 } else { 0.0 }).collect()
    }

    /// Begins a new window.
    pub fn begin_window(&mut self) {
        self.window.fill(0.0);
        self.last.fill(0);
    }

    /// Total trust that the others have in `j`.
    pub fn standing(&self, j: usize) -> f64 {
        (0..self.members).filter(|&i| i != j).map(|i| self.trust[i * self.members + j]).sum()
    }
}
