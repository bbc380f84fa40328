//! What happens next: one slot for each source of events, each holding the time of its next event.
//!
//! A source has at most one event planned, because competing clocks are settled to the earliest when they are set. That makes
//! changing and cancelling an event the same cheap operation. The slots lie in blocks, each of which knows its earliest; the next
//! event is the earliest of the blocks. For the few dozen sources of a team this beats a heap, and it stays cheap for hundreds. Order is total:
//! earlier time first, then lower slot.

use super::math::least;

/// Slots in a block: a cache line of times.
const BLOCK: usize = 8;

/// The planned events.
#[derive(Clone, Debug)]
pub struct EventCalendar {
    times: Vec<[f64; BLOCK]>,
    earliest: Vec<Planned>,
}

/// The earliest of a block, or, once that was put off, merely that it has to be looked for.
#[derive(Clone, Copy, Debug)]
struct Planned {
    time: f64,
    slot: usize,
    stale: bool,
}

impl EventCalendar {
    /// A calendar of `slots` sources with nothing planned.
    pub fn new(slots: usize) -> Self {
        let blocks = slots.div_ceil(BLOCK).max(1);
        let nothing = |block: usize| Planned { time: f64::INFINITY, slot: block * BLOCK, stale: false };
        Self { times: vec![[f64::INFINITY; BLOCK]; blocks], earliest: (0..blocks).map(nothing).collect() }
    }

    /// Plans the next event of a source; infinity for none.
    #[inline]
    pub fn plan(&mut self, slot: usize, time: f64) {
        let block = slot / BLOCK;
        self.times[block][slot % BLOCK] = time;
        let earliest = &mut self.earliest[block];
        if time < earliest.time {
            // Earlier than what was the earliest even before that was put off.
            *earliest = Planned { time, slot, stale: false };
        } else if slot == earliest.slot {
            earliest.stale = true;
        } else if time == earliest.time && slot < earliest.slot {
            earliest.slot = slot;
        }
    }

    /// When a source's event is planned; infinity for none.
    pub fn planned(&self, slot: usize) -> f64 {
        self.times[slot / BLOCK][slot % BLOCK]
    }

    /// Looks a block through for its earliest, without branches that depend on the times: they would be mispredicted.
    #[inline]
    fn settle(&mut self, block: usize) {
        let times = &self.times[block];
        let [a, b, c, d, e, f, g, h] = *times;
        let time = least(least(least(a, b), least(c, d)), least(least(e, f), least(g, h)));
        let place = (0..BLOCK).rev().fold(0, |place, other| if times[other] == time { other } else { place });
        self.earliest[block] = Planned { time, slot: block * BLOCK + place, stale: false };
    }

    /// The source with the earliest event, and its time.
    #[inline]
    pub fn next(&mut self) -> (usize, f64) {
        for block in 0..self.earliest.len() {
            if self.earliest[block].stale {
                self.settle(block);
            }
        }
        let time = self.earliest.iter().fold(f64::INFINITY, |time, block| least(time, block.time));
        let first = self.earliest.iter().find(|block| block.time == time).unwrap_or(&self.earliest[0]);
        (first.slot, first.time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_comes_first_and_ties_go_to_the_lower_slot() {
        let mut calendar = EventCalendar::new(11);
        for (slot, time) in [(3, 2.0), (1, 4.0), (4, 2.0)] {
            calendar.plan(slot, time);
        }
        assert_eq!(calendar.next(), (3, 2.0));
        calendar.plan(3, 9.0);
        assert_eq!(calendar.next(), (4, 2.0));
        calendar.plan(4, f64::INFINITY);
        assert_eq!(calendar.next(), (1, 4.0));
    }

    #[test]
    fn it_agrees_with_a_plain_search() {
        let slots = 21;
        let mut calendar = EventCalendar::new(slots);
        let mut times = vec![f64::INFINITY; slots];
        let mut state = 12_345_u32;
        for _ in 0..5_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (slot, time) = ((state >> 8) as usize % slots, f64::from(state >> 20));
            calendar.plan(slot, time);
            times[slot] = time;
            // Sometimes several are planned before anyone asks.
            if state.is_multiple_of(3) {
                continue;
            }
            let earliest = times.iter().copied().fold(f64::INFINITY, f64::min);
            let first = times.iter().position(|&time| time == earliest).expect("one is earliest");
            assert_eq!(calendar.next(), (first, earliest));
        }
    }
}
