//! How many workers there are.
//!
//! Two begin. What a browser says of its processors need not be true, and they may have other things to do. So each further worker is on
//! trial: in one run, whose pairs all cost about the same, so many are timed without the newcomer and then as many with it, and it stays if
//! all together have become faster by half of what one more could bring at best.
//!
//! Time is told [ms], so it can be tested without any.

/// Workers that begin.
pub const FIRST: usize = 2;
/// Workers at most: more would bring the first result little nearer, and each takes memory.
const MOST: usize = 8;
/// Pairs that are timed without a newcomer, and with it: a fifth of a second on two workers, so both fit into most runs.
const TIMED: u32 = 96;
/// Trials that a newcomer has: the page may have drawn just then.
const CHANCES: u32 = 3;

/// How many workers there are, and who is on trial.
#[derive(Debug)]
pub struct Crew {
    /// Those who are at work.
    hands: usize,
    most: usize,
    newcomer: Newcomer,
}

/// One more worker, behind the others.
#[derive(Debug)]
enum Newcomer {
    /// There is none.
    None,
    /// It is starting.
    Starting,
    /// It is there, and has had so many trials in vain.
    Waiting(u32),
    /// Pairs are timed, as yet without it.
    Without(u32, Lap),
    /// Pairs are timed with it; so many came in a millisecond without it.
    With(u32, f64, Lap),
}

/// What becomes of a newcomer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// That is not known yet.
    Open,
    /// It stays.
    Stays,
    /// It is to go, and no other will come.
    Goes,
}

/// Pairs that came since the first of them did.
#[derive(Debug, Default)]
struct Lap {
    since: Option<f64>,
    pairs: u32,
}

impl Lap {
    /// So many pairs came; answers how many came in a millisecond, once there are enough to tell.
    fn note(&mut self, pairs: u32, now: f64) -> Option<f64> {
        let since = *self.since.get_or_insert(now);
        // What came first was begun before.
        self.pairs += if since < now { pairs } else { 0 };
        (self.pairs >= TIMED).then(|| f64::from(self.pairs) / (now - since))
    }
}

impl Crew {
    /// Where the browser says that there are so many processors, one of which the page itself needs. On two processors two workers still:
    /// the page seldom computes.
    pub fn new(processors: usize) -> Self {
        let hands = FIRST.min(processors.max(1));
        Self { hands, most: processors.saturating_sub(1).clamp(hands, MOST.max(hands)), newcomer: Newcomer::None }
    }

    /// Of so many, never more.
    #[cfg(test)]
    pub fn of(hands: usize) -> Self {
        Self { hands, most: hands, newcomer: Newcomer::None }
    }

    /// How many are given work.
    pub fn hands(&self) -> usize {
        self.hands + usize::from(matches!(self.newcomer, Newcomer::With(..)))
    }

    /// A run begins; whether its pairs all cost about the same, so that a newcomer can show what it is worth.
    pub fn begin(&mut self, alike: bool) {
        self.rest();
        if let (true, Newcomer::Waiting(failed)) = (alike, &self.newcomer) {
            self.newcomer = Newcomer::Without(*failed, Lap::default());
        }
    }

    /// There is nothing to do, or not for all; a trial that was not over is void.
    pub fn rest(&mut self) {
        if let Newcomer::Without(failed, _) | Newcomer::With(failed, ..) = self.newcomer {
            self.newcomer = Newcomer::Waiting(failed);
        }
    }

    /// Whether there is room and time for one more; then it is taken for starting.
    pub fn asks_for_one_more(&mut self) -> bool {
        let asks = self.hands < self.most && matches!(self.newcomer, Newcomer::None);
        if asks {
            self.newcomer = Newcomer::Starting;
        }
        asks
    }

    /// The newcomer is there.
    pub fn is_here(&mut self) {
        if matches!(self.newcomer, Newcomer::Starting) {
            self.newcomer = Newcomer::Waiting(0);
        }
    }

    /// So many pairs came.
    pub fn note(&mut self, pairs: u32, now: f64) -> Verdict {
        match &mut self.newcomer {
            Newcomer::Without(failed, lap) => {
                if let Some(pace) = lap.note(pairs, now) {
                    self.newcomer = Newcomer::With(*failed, pace, Lap::default());
                }
            }
            Newcomer::With(failed, before, lap) => {
                if let Some(pace) = lap.note(pairs, now) {
                    let (failed, ratio) = (*failed + 1, pace / *before);
                    return self.judge(failed, ratio);
                }
            }
            _ => {}
        }
        Verdict::Open
    }

    /// All together were so many times as fast with the newcomer, in the trial of this number.
    fn judge(&mut self, trial: u32, ratio: f64) -> Verdict {
        if ratio >= 1.0 + 0.5 / self.hands as f64 {
            self.hands += 1;
            self.newcomer = Newcomer::None;
            return Verdict::Stays;
        }
        if trial < CHANCES {
            self.newcomer = Newcomer::Waiting(trial);
            return Verdict::Open;
        }
        self.do_without(self.hands);
        Verdict::Goes
    }

    /// Whether a worker that is lost is to be replaced: not one beyond the first, nor one that others do without.
    pub fn needs(&self, place: usize) -> bool {
        place < FIRST.min(self.hands)
    }

    /// A worker is lost, or does not start, and with it all behind it: no more will come.
    pub fn do_without(&mut self, place: usize) {
        self.hands = self.hands.min(place);
        self.most = self.hands;
        self.newcomer = Newcomer::None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A crew whose newcomers are there as soon as they are asked for, on a machine of so many processors that have nothing else to do:
    /// so many runs.
    fn after(said: usize, there: usize, runs: u32) -> Crew {
        let (mut crew, mut now) = (Crew::new(said), 0.0);
        for _ in 0..runs {
            crew.begin(true);
            for _ in 0..200 {
                now += 6.8 / crew.hands().min(there) as f64;
                crew.note(4, now);
            }
            crew.rest();
            if crew.asks_for_one_more() {
                crew.is_here();
            }
        }
        crew
    }

    #[test]
    fn there_are_as_many_as_are_worth_it_whatever_the_browser_says() {
        let check = |said: usize, there: usize, expect: usize| {
            assert_eq!(after(said, there, 30).hands, expect, "{said} said, {there} there");
        };
        check(1, 1, 1);
        check(2, 2, 2);
        check(3, 3, 2);
        check(4, 4, 3);
        check(9, 9, 8);
        check(64, 64, 8);
        check(64, 4, 4);
        check(8, 2, 2);
        check(8, 1, 2);
        check(0, 1, 1);
    }

    #[test]
    fn a_newcomer_is_tried_a_few_times_and_then_goes_for_good() {
        let mut crew = after(8, 2, 1);
        for trial in 1..=CHANCES {
            crew.begin(true);
            let verdicts: Vec<Verdict> = (1..200).map(|turn| crew.note(4, f64::from(turn))).collect();
            let goes = verdicts.contains(&Verdict::Goes);
            assert_eq!(goes, trial == CHANCES, "{trial}");
        }
        assert_eq!((crew.hands(), crew.asks_for_one_more()), (2, false));
    }

    #[test]
    fn a_run_whose_pairs_differ_or_that_ends_early_tells_nothing() {
        let mut crew = after(8, 8, 1);
        crew.begin(false);
        assert!((1..200).all(|turn| crew.note(4, f64::from(turn)) == Verdict::Open) && crew.hands() == 2);
        for _ in 0..9 {
            crew.begin(true);
            assert!((1..30).all(|turn| crew.note(4, f64::from(turn)) == Verdict::Open));
            assert_eq!(crew.hands(), 3, "it is at work on trial");
            crew.rest();
            assert_eq!(crew.hands(), 2);
        }
    }

    #[test]
    fn who_does_not_come_is_done_without() {
        let mut crew = after(8, 8, 4);
        assert_eq!((crew.hands(), crew.needs(1), crew.needs(2)), (5, true, false));
        crew.do_without(4);
        assert_eq!((crew.hands(), crew.asks_for_one_more()), (4, false));
        crew.do_without(1);
        assert_eq!((crew.hands(), crew.needs(0), crew.needs(1)), (1, true, false));
    }
}
