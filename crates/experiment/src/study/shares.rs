//! Which replicates of a sample are given out next, and to whom.
//!
//! The same replicates go to the same hand again, scenario after scenario, for it may remember what a moved lever leaves as it was
//! (see [`ControlArmCache`](crate::control_arm_cache::ControlArmCache)). So every hundred is cut into a share for each hand; who is done with
//! the own share takes from the largest of the others.

use std::ops::Range;

/// Replicates that are shared out together; the first that a reader is shown are so by themselves, so that all hands are at them.
const STRETCH: u32 = 100;
/// See [`STRETCH`].
const FIRST: u32 = 24;
/// The fewest replicates that are worth taking from another's share.
const LEAST: u32 = 4;

/// Who does a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    /// Which of them, from 0.
    pub place: usize,
    /// How many there are.
    pub of: usize,
}

impl Hand {
    /// One of whom nobody needs to know who it is.
    pub const ANY: Self = Self { place: 0, of: 1 };
}

/// What is to be given out.
#[derive(Debug, Default)]
pub(super) struct Shares {
    /// First replicate that is not shared out yet.
    next: u32,
    /// What is left of each hand's share.
    shares: Vec<Range<u32>>,
    /// Replicates whose job was lost.
    again: Vec<Range<u32>>,
}

impl Shares {
    /// Gives out at most so many replicates, the first of them before `target`; `None` if there are none.
    pub fn take(&mut self, hand: Hand, most: u32, target: u32) -> Option<Range<u32>> {
        let most = most.max(1);
        // The last first: who gives a job back because there was no time for all of it goes on with that.
        if let Some(place) = self.again.iter().rposition(|lost| lost.start < target) {
            let lost = self.again.swap_remove(place);
            let end = lost.end.min(lost.start.saturating_add(most));
            self.give_back(end..lost.end);
            return Some(lost.start..end);
        }
        if self.shares.iter().all(Range::is_empty) {
            self.share_out(hand.of.max(1) as u32, target);
        }
        let left = |share: &Range<u32>| share.end.min(target).saturating_sub(share.start);
        if let Some(own) = self.shares.get_mut(hand.place).filter(|share| left(share) > 0) {
            let job = own.start..own.end.min(own.start.saturating_add(most));
            own.start = job.end;
            return Some(job);
        }
        // The others' last ones, half of them, so that all are done together.
        let largest = self.shares.iter_mut().max_by_key(|share| left(share)).filter(|share| left(share) > 0)?;
        let (end, left) = (largest.end.min(target), left(largest));
        let size = most.min(left.div_ceil(2).max(LEAST)).min(left);
        let beyond = end..largest.end;
        largest.end = end - size;
        self.give_back(beyond);
        Some(end - size..end)
    }

    fn share_out(&mut self, hands: u32, target: u32) {
        let stretch = if self.next < FIRST { FIRST - self.next } else { STRETCH - self.next % STRETCH };
        let count = target.saturating_sub(self.next).min(stretch);
        let start = |hand: u32| self.next + count * hand / hands;
        self.shares = (0..hands).map(|hand| start(hand)..start(hand + 1)).collect();
        self.next += count;
    }

    /// Replicates that are to be given out again.
    pub fn give_back(&mut self, lost: Range<u32>) {
        if !lost.is_empty() {
            self.again.push(lost);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hand(place: usize, of: usize) -> Hand {
        Hand { place, of }
    }

    #[test]
    fn all_is_given_out_once_whatever_the_pace() {
        for most in [1, 7, 64] {
            for hands in 1..5 {
                let (mut shares, mut done) = (Shares::default(), Vec::new());
                for turn in 0.. {
                    // Hands of different pace: the first takes every second job. What is wanted grows on the way.
                    let place = if turn % 2 == 0 { 0 } else { turn % hands };
                    let target = if done.len() < 20 { 30 } else { 203 };
                    let Some(job) = shares.take(hand(place, hands), most, target) else { break };
                    done.extend(job);
                }
                done.sort_unstable();
                assert_eq!(done, (0..203).collect::<Vec<_>>(), "{most} at a time, {hands} hands");
            }
        }
    }

    #[test]
    fn a_hand_gets_the_same_replicates_again_and_all_end_together() {
        let run = || {
            let mut shares = Shares::default();
            [[0, 1]; 7].map(|turn| turn.map(|place| shares.take(hand(place, 2), 8, 100)))
        };
        let jobs = run();
        assert_eq!(
            jobs[..2],
            [[Some(0..8), Some(12..20)], [Some(8..12), Some(20..24)]],
            "first those that are shown first"
        );
        assert_eq!(jobs[2], [Some(24..32), Some(62..70)]);
        assert_eq!(jobs[6], [Some(56..62), Some(94..100)]);
        assert_eq!(run(), jobs);
        let mut shares = Shares { next: 100, ..Shares::default() };
        let alone: Vec<_> = std::iter::from_fn(|| shares.take(hand(0, 2), 8, 200)).collect();
        assert_eq!(alone[7..], [192..200, 184..192, 176..184, 168..176, 160..168, 155..160, 151..155, 150..151]);
    }

    #[test]
    fn what_is_not_wanted_any_more_stays_until_it_is() {
        let mut shares = Shares { next: 100, ..Shares::default() };
        let all = [shares.take(hand(0, 3), 10, 190), shares.take(hand(2, 3), 10, 190)];
        assert_eq!(all, [Some(100..110), Some(160..170)]);
        let mut taken = |target| {
            let mut all: Vec<u32> = std::iter::from_fn(|| shares.take(hand(2, 3), 10, target)).flatten().collect();
            all.sort_unstable();
            all
        };
        // The largest share is not the one that is wanted.
        assert_eq!(taken(135), (110..135).collect::<Vec<_>>());
        assert_eq!(taken(190), (135..160).chain(170..190).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_given_back_last_comes_first() {
        let mut shares = Shares::default();
        shares.give_back(4..6);
        shares.give_back(1..4);
        assert_eq!([shares.take(Hand::ANY, 2, 9), shares.take(Hand::ANY, 2, 9)], [Some(1..3), Some(3..4)]);
        assert_eq!([shares.take(Hand::ANY, 2, 4), shares.take(Hand::ANY, 2, 5)], [Some(0..2), Some(4..6)]);
    }
}
