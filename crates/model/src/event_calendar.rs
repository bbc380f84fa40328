//! What happens next: one slot for each source of events, each holding the time of its next event.
//!
//! A source has at most one event planned, because competing clocks are settled to the earliest when they are set. That makes
//! changing and cancelling an event the same cheap operation. The slots lie in blocks, each of which knows its earliest; the next
//! event is the earliest of the blocks. For the few dozen sources of a team this beats a heap, and it stays cheap for hundreds.
//!
//! A planned event is one whole number: the bits of its time, of which the last nine are the slot, so that the least number is
//! the earliest event. Order is total: earlier time first, then lower slot. A time is kept to one part in 2^43, which is less
//! than 4e-10 h in ten years of work; it may lie before the present by so little.

/// Slots in a block: two cache lines.
const BLOCK: usize = 16;
/// The bits that hold the slot.
const SLOT: u64 = (1 << 9) - 1;
/// Nothing planned, whatever the slot.
const NOTHING: u64 = f64::INFINITY.to_bits() | SLOT;

/// The planned events.
#[derive(Clone, Debug)]
pub struct EventCalendar {
    planned: Vec<[u64; BLOCK]>,
    /// The earliest of each block; 0 where it has to be looked for.
    earliest: Vec<u64>,
}

impl EventCalendar {
    /// A calendar of `slots` sources, at most 512, with nothing planned.
    pub fn new(slots: usize) -> Self {
        assert!(slots <= SLOT as usize + 1, "{slots} slots are more than a calendar holds");
        let blocks = slots.div_ceil(BLOCK).max(1);
        Self { planned: vec![[NOTHING; BLOCK]; blocks], earliest: vec![NOTHING; blocks] }
    }

    /// Plans the next event of a source at a time that is not negative; infinity for none.
    #[inline]
    pub fn plan(&mut self, slot: usize, time: f64) {
        debug_assert!(time >= 0.0, "{time} is before the start");
        let event = time.to_bits() & !SLOT | slot as u64;
        let earliest = &mut self.earliest[slot / BLOCK];
        let before = std::mem::replace(&mut self.planned[slot / BLOCK][slot % BLOCK], event);
        // Put off, what was the earliest may not be so any more.
        let known = if before == *earliest { 0 } else { *earliest };
        *earliest = if event <= *earliest { event } else { known };
    }

    /// When a source's event is planned; infinity for none.
    pub fn planned(&self, slot: usize) -> f64 {
        time_of(self.planned[slot / BLOCK][slot % BLOCK])
    }

    /// The source with the earliest event, and its time.
    #[inline]
    pub fn next(&mut self) -> (usize, f64) {
        let mut next = u64::MAX;
        for (earliest, planned) in self.earliest.iter_mut().zip(&self.planned) {
            if *earliest == 0 {
                *earliest = least_of(planned);
            }
            next = next.min(*earliest);
        }
        ((next & SLOT) as usize, time_of(next))
    }
}

fn time_of(event: u64) -> f64 {
    f64::from_bits(event & !SLOT)
}

/// The least of a block, four at a time: a chain of sixteen comparisons would be waited for.
#[inline]
fn least_of(events: &[u64; BLOCK]) -> u64 {
    let mut least = [u64::MAX; 4];
    for four in events.chunks_exact(4) {
        for (least, event) in least.iter_mut().zip(four) {
            *least = (*least).min(*event);
        }
    }
    least[0].min(least[1]).min(least[2].min(least[3]))
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

    #[test]
    fn times_are_kept_to_a_part_in_two_to_the_43rd() {
        let mut calendar = EventCalendar::new(512);
        for (slot, time) in [(511, 1_234.567_890_123_456), (0, 1e-9), (300, 20_799.999_999_999)] {
            calendar.plan(slot, time);
            let planned = calendar.planned(slot);
            assert!(planned <= time && time - planned <= time / (1_u64 << 43) as f64, "{planned} for {time}");
        }
        calendar.plan(0, f64::INFINITY);
        assert_eq!((calendar.planned(0), calendar.planned(7)), (f64::INFINITY, f64::INFINITY));
    }
}
