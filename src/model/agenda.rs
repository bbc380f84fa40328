//! What happens next: one slot for each source of events, each holding the time of its next event.
//!
//! A source has at most one event planned, because competing clocks are settled to the earliest when they are set. That makes
//! changing and cancelling an event the same cheap operation. The slots are the leaves of a tournament: each inner node names
//! the earlier of its two children, so the winner stands at the root. Order is total: earlier time first, then lower slot.

/// The planned events.
#[derive(Clone, Debug)]
pub struct Agenda {
    times: Vec<f64>,
    winners: Vec<u32>,
}

impl Agenda {
    /// An agenda of `slots` sources with nothing planned.
    pub fn new(slots: usize) -> Self {
        let leaves = slots.next_power_of_two().max(2);
        let mut agenda = Self { times: vec![f64::INFINITY; leaves], winners: vec![0; leaves] };
        agenda.settle();
        agenda
    }

    /// Plans the next event of a source; infinity for none.
    #[inline]
    pub fn plan(&mut self, slot: usize, time: f64) {
        self.times[slot] = time;
        let slot = slot as u32;
        let mut node = (self.times.len() + slot as usize) / 2;
        while node > 0 {
            let before = self.winners[node];
            let winner = self.earlier_child(node);
            // Nothing further up depends on this slot when it neither was nor is the winner here.
            if winner == before && winner != slot {
                break;
            }
            self.winners[node] = winner;
            node /= 2;
        }
    }

    /// Plans without putting the tournament in order; [`Agenda::settle`] must follow before the next question.
    #[inline]
    pub fn plan_later(&mut self, slot: usize, time: f64) {
        self.times[slot] = time;
    }

    /// Plays the whole tournament.
    pub fn settle(&mut self) {
        for node in (1..self.times.len()).rev() {
            self.winners[node] = self.earlier_child(node);
        }
    }

    /// The source with the earliest event, and its time.
    #[inline]
    pub fn next(&self) -> (usize, f64) {
        let slot = self.winners[1] as usize;
        (slot, self.times[slot])
    }

    #[inline]
    fn earlier_child(&self, node: usize) -> u32 {
        let (left, right) = (self.winner_at(2 * node), self.winner_at(2 * node + 1));
        if self.times[left as usize] <= self.times[right as usize] { left } else { right }
    }

    #[inline]
    fn winner_at(&self, node: usize) -> u32 {
        let leaves = self.times.len();
        if node >= leaves { (node - leaves) as u32 } else { self.winners[node] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_comes_first_and_ties_go_to_the_lower_slot() {
        let mut agenda = Agenda::new(5);
        for (slot, time) in [(3, 2.0), (1, 4.0), (4, 2.0)] {
            agenda.plan(slot, time);
        }
        assert_eq!(agenda.next(), (3, 2.0));
        agenda.plan(3, 9.0);
        assert_eq!(agenda.next(), (4, 2.0));
        agenda.plan(4, f64::INFINITY);
        assert_eq!(agenda.next(), (1, 4.0));
    }

    #[test]
    fn it_agrees_with_a_plain_search() {
        let slots = 13;
        let mut agenda = Agenda::new(slots);
        let mut times = vec![f64::INFINITY; slots];
        let mut state = 12_345_u32;
        for _ in 0..5_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (slot, time) = ((state >> 8) as usize % slots, f64::from(state >> 20));
            agenda.plan(slot, time);
            times[slot] = time;
            let earliest = times.iter().copied().fold(f64::INFINITY, f64::min);
            let first = times.iter().position(|&time| time == earliest).expect("one is earliest");
            assert_eq!(agenda.next(), (first, earliest));
        }
    }
}
