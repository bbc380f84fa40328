//! What happens next: one slot for each source of events, each holding the time of its next event.
//!
//! A source has at most one event planned, because competing clocks are settled to the earliest when they are set. That makes
//! changing and cancelling an event the same cheap operation. The slots lie in blocks, each of which knows its earliest; the next
//! event is the earliest of the blocks. For the few dozen sources of a team this beats a heap, and it stays cheap for hundreds. Order is total:
//! earlier time first, then lower slot.

/// Slots in a block: a cache line of times.
const BLOCK: usize = 8;

/// The planned events.
#[derive(Clone, Debug)]
pub struct Agenda {
    times: Vec<[f64; BLOCK]>,
    earliest: Vec<Planned>,
}

#[derive(Clone, Copy, Debug)]
struct Planned {
    time: f64,
    slot: usize,
}

impl Agenda {
    /// An agenda of `slots` sources with nothing planned.
    pub fn new(slots: usize) -> Self {
        let blocks = slots.div_ceil(BLOCK).max(1);
        let nothing = |block: usize| Planned { time: f64::INFINITY, slot: block * BLOCK };
        Self { times: vec![[f64::INFINITY; BLOCK]; blocks], earliest: (0..blocks).map(nothing).collect() }
    }

    /// Plans the next event of a source; infinity for none.
    #[inline]
    pub fn plan(&mut self, slot: usize, time: f64) {
        let block = slot / BLOCK;
        self.times[block][slot % BLOCK] = time;
        let earliest = &mut self.earliest[block];
        if time < earliest.time || (time == earliest.time && slot < earliest.slot) {
            *earliest = Planned { time, slot };
        } else if slot == earliest.slot {
            self.settle(block);
        }
    }

    /// Looks a block through for its earliest, without branches that depend on the times: they would be mispredicted.
    #[inline]
    fn settle(&mut self, block: usize) {
        let times = &self.times[block];
        let earlier = |a: f64, b: f64| if a < b { a } else { b };
        let [a, b, c, d, e, f, g, h] = *times;
        let time = earlier(earlier(earlier(a, b), earlier(c, d)), earlier(earlier(e, f), earlier(g, h)));
        let place = (0..BLOCK).rev().fold(0, |place, other| if times[other] == time { other } else { place });
        self.earliest[block] = Planned { time, slot: block * BLOCK + place };
    }

    /// When a source's event is planned; infinity for none.
    pub fn planned(&self, slot: usize) -> f64 {
        self.times[slot / BLOCK][slot % BLOCK]
    }

    /// The source with the earliest event, and its time.
    #[inline]
    pub fn next(&self) -> (usize, f64) {
        let mut first = self.earliest[0];
        for other in &self.earliest[1..] {
            if other.time < first.time {
                first = *other;
            }
        }
        (first.slot, first.time)
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
