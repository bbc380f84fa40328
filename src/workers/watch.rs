//! What the page wants to know of scenarios, and when there is news of one.
//!
//! Time is told [ms], so it can be tested without any.

use std::rc::Rc;

use super::asking;
use experiment::goal::Goal;
use experiment::study::plan::PointId;
use model::scenario::Scenario;

/// Pairs that are reported as soon as they are there: the first that say something, with an interval that is honest about how little that is.
const FIRST: u32 = 24;
/// After those the first hundred is reported, and from then on each doubling.
const HUNDRED: u32 = 100;
/// Time after which a scenario that has not come to its first report gives way to the next all the same [ms]: a lever on the move shows
/// something at every stop, and never waits.
const GRACE: f64 = 120.0;
/// Time after which what is slow is reported all the same [ms].
const SLOW: f64 = 1000.0;

/// What the page wants to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// When there are enough pairs of each.
    pub goal: Goal,
    /// Of what, each once; what is in sight comes first.
    pub scenarios: Vec<Wanted>,
    /// Behind all that, what is asked on the page of questions.
    pub asked: Option<asking::Wanted>,
}

/// A scenario that the page wants to know of.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The scenario.
    pub scenario: Rc<Scenario>,
    /// Whether it is what the lab shows: then it goes on showing it until there is something of the next.
    pub of_lab: bool,
    /// Whether the difference is to be taken apart.
    pub parts: bool,
}

/// Pairs of which the difference is taken apart. Each takes as long as a dozen that are not, or with six or seven mechanisms some dozens.
const PARTS: u32 = 200;

impl Wanted {
    /// When there are enough pairs of it.
    pub fn goal(&self, goal: Goal) -> Goal {
        if self.parts { Goal::Pairs(PARTS) } else { goal }
    }
}

/// A scenario that is wanted, as a point of the study.
#[derive(Debug)]
pub struct Watch {
    /// What is wanted.
    pub wanted: Wanted,
    /// The point.
    pub point: PointId,
    goal: Goal,
    started: f64,
    reported: Option<f64>,
    /// Pairs in the last report.
    shown: u32,
    /// Whether that said that it is complete.
    told: bool,
}

/// How far a point is.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// Pairs done without a gap.
    pub done: u32,
    /// Whether they are enough.
    pub complete: bool,
}

impl Watch {
    /// Of a point that was added now.
    pub fn new(wanted: Wanted, point: PointId, goal: Goal, now: f64) -> Self {
        Self { wanted, point, goal, started: now, reported: None, shown: 0, told: false }
    }

    /// The same, wanted on; what the lab shows now and did not before is told once more.
    pub fn again(self, wanted: Wanted) -> Self {
        let told = self.told && self.wanted.of_lab == wanted.of_lab;
        Self { wanted, told, ..self }
    }

    /// Whether it is of this.
    pub fn is_of(&self, wanted: &Wanted, goal: Goal) -> bool {
        self.wanted.scenario == wanted.scenario && self.wanted.parts == wanted.parts && self.goal == wanted.goal(goal)
    }

    /// When there are enough pairs.
    pub fn goal(&self) -> Goal {
        self.goal
    }

    /// Whether it gives way to another: it has shown something, or had its time.
    pub fn gives_way(&self, stand: Stand, now: f64) -> bool {
        (self.reported.is_some() && stand.done >= self.enough()) || stand.complete || now - self.started >= GRACE
    }

    /// Whether there is news; `last` says that another scenario waits.
    pub fn has_news(&self, Stand { done, complete }: Stand, now: f64, last: bool) -> bool {
        if complete || done < 2 || done == self.shown {
            return complete && !self.told;
        }
        let since = now - self.reported.unwrap_or(self.started);
        done >= next_report(self.shown) || since >= SLOW || (last && now - self.started >= GRACE)
    }

    /// It was reported.
    pub fn report(&mut self, Stand { done, complete }: Stand, now: f64) {
        (self.reported, self.shown, self.told) = (Some(now), done, complete);
    }

    fn enough(&self) -> u32 {
        FIRST.min(self.goal.at_least())
    }
}

/// At how many pairs there is news again.
fn next_report(shown: u32) -> u32 {
    match shown {
        0..FIRST => FIRST,
        FIRST..HUNDRED => HUNDRED,
        _ => HUNDRED << (shown / HUNDRED).ilog2().saturating_add(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use experiment::study::Study;
    use experiment::study::plan::{Keep, Point};
    use model::scenario::Draft;

    /// Of 400 pairs, begun at 0.
    fn watch() -> Watch {
        let scenario = Draft::default().finish().expect("valid");
        let point = Study::new(0).add(Point::new(scenario.clone(), 400, Keep::Weeks));
        let wanted = Wanted { scenario: Rc::new(scenario), of_lab: true, parts: false };
        Watch::new(wanted, point, Goal::Pairs(400), 0.0)
    }

    fn at(done: u32) -> Stand {
        Stand { done, complete: done == 400 }
    }

    #[test]
    fn there_is_news_of_the_first_two_dozen_of_a_hundred_and_of_each_doubling() {
        let mut watch = watch();
        let check = |watch: &mut Watch, done: u32, now: f64, expect: bool| {
            assert_eq!(watch.has_news(at(done), now, false), expect, "{done} at {now}");
            if expect {
                watch.report(at(done), now);
            }
        };
        check(&mut watch, 20, 10.0, false);
        assert!(!watch.gives_way(at(20), 10.0));
        check(&mut watch, 26, 30.0, true);
        assert!(watch.gives_way(at(26), 30.0));
        check(&mut watch, 60, 40.0, false);
        check(&mut watch, 100, 60.0, true);
        check(&mut watch, 190, 560.0, false);
        check(&mut watch, 210, 570.0, true);
        check(&mut watch, 399, 900.0, false);
        check(&mut watch, 400, 901.0, true);
        check(&mut watch, 400, 2901.0, false);
        assert_eq!([399, 400, 799, 5000].map(next_report), [400, 800, 800, 6400]);
    }

    #[test]
    fn what_is_slow_is_told_now_and_then() {
        let mut watch = watch();
        assert!(!watch.has_news(at(5), 999.0, false) && watch.has_news(at(5), 1000.0, false));
        watch.report(at(5), 1000.0);
        assert!(!watch.has_news(at(5), 9000.0, false), "nothing new");
        assert!(!watch.has_news(at(6), 1999.0, false) && watch.has_news(at(6), 2000.0, false));
    }

    #[test]
    fn what_is_slow_gives_way_in_time_and_shows_what_it_has() {
        let watch = watch();
        assert!(!watch.gives_way(at(5), 100.0) && !watch.has_news(at(5), 100.0, true));
        assert!(watch.gives_way(at(5), 121.0) && watch.has_news(at(5), 121.0, true));
        assert!(!watch.has_news(at(5), 121.0, false), "as long as nothing waits");
    }
}
