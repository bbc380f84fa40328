//! What happens next: one slot for each source of events, each holding the time of its next event.
//!
//! A source has at most one event planned, because competing clocks are settled to the earliest when they are set. That makes
//! changing and cancelling an event the same cheap operation. The slots are the leaves of a tournament: each inner node holds
//! the earlier of its two children, so the winner stands at the root. Order is total: earlier time first, then lower slot.

/// The planned events.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// Node 1 is the root, node n has the children 2n and 2n + 1, the leaves come last.
    nodes: Vec<Planned>,
}

#[derive(Clone, Copy, Debug)]
struct Planned {
    time: f64,
    slot: usize,
}

impl Agenda {
    /// An agenda of `slots` sources with nothing planned.
    pub fn new(slots: usize) -> Self {
        let leaves = slots.next_power_of_two().max(2);
        let leaf = |node: usize| Planned { time: f64::INFINITY, slot: node % leaves };
        let mut agenda = Self { nodes: (0..2 * leaves).map(leaf).collect() };
        agenda.settle();
        agenda
    }

    /// Plans the next event of a source; infinity for none.
    #[inline]
    pub fn plan(&mut self, slot: usize, time: f64) {
        let mut node = self.nodes.len() / 2 + slot;
        self.nodes[node].time = time;
        while node > 1 {
            node /= 2;
            let winner = self.earlier_child(node);
            let before = self.nodes[node];
            // Nothing further up changes when this slot neither was nor is the winner here.
            if winner.slot == before.slot && winner.slot != slot {
                break;
            }
            self.nodes[node] = winner;
        }
    }

    /// Plans without putting the tournament in order; [`Agenda::settle`] must follow before the next question.
    #[inline]
    pub fn plan_later(&mut self, slot: usize, time: f64) {
        let leaf = self.nodes.len() / 2 + slot;
        self.nodes[leaf].time = time;
    }

    /// Plays the whole tournament.
    pub fn settle(&mut self) {
        for node in (1..self.nodes.len() / 2).rev() {
            self.nodes[node] = self.earlier_child(node);
        }
    }

    /// The source with the earliest event, and its time.
    #[inline]
    pub fn next(&self) -> (usize, f64) {
        (self.nodes[1].slot, self.nodes[1].time)
    }

    #[inline]
    fn earlier_child(&self, node: usize) -> Planned {
        let (left, right) = (self.nodes[2 * node], self.nodes[2 * node + 1]);
        if left.time <= right.time { left } else { right }
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
