//! A person's story in plain sentences: what happened, and beside it what became of the same thing in the other team.

use super::labels::{Labels, upper_first as capital};
use super::numbers::amount;
use super::time::{duration, moment};
use experiment::story::ledger::{Course, End, Fate, Request, Struggle};
use experiment::story::{Duty, Episode, Story, What};
use model::diary::Moment;
use model::scenario::{Arm, Scenario};
use model::state::member::{Activity, BlockerKind};

/// An episode in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When it happened.
    pub when: String,
    /// What happened.
    pub here: String,
    /// What became of it in the other team; empty where there is nothing to compare.
    pub there: String,
}

/// Who tells, and of what.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The story.
    pub story: &'a Story,
    /// Its scenario.
    pub scenario: &'a Scenario,
    /// The arm it is told from.
    pub arm: Arm,
    /// Whose story it is.
    pub seat: usize,
}

impl Teller<'_> {
    /// An episode in words.
    pub fn tell(&self, episode: &Episode<'_>) -> Told {
        let (here, there) = match episode.what {
            What::Stuck(struggle, fate) => (self.stuck(struggle), self.counterpart(struggle, fate, self.seat)),
            What::Helped(struggle, fate) => (self.helped(struggle), self.counterpart(struggle, fate, struggle.seat)),
            What::Refused(struggle, times, fate) => {
                (self.refused(struggle, times), self.counterpart(struggle, fate, struggle.seat))
            }
            What::Finished(task, here, there) => self.finished(task, here, there),
            What::Duty(duty) => (on_duty(duty), String::new()),
            What::BurntOut(days, also) => burnt_out(days, also),
            What::Role(true) => (format!("Became {}.", self.labels().assist(1)), String::new()),
            What::Role(false) => (format!("Is {} no longer.", self.labels().assist(1)), String::new()),
            What::Left(None) => ("Left the team.".to_owned(), "Stayed to the end.".to_owned()),
            What::Left(Some(then)) => {
                let when = if then.day == episode.at.day { "at the same time".to_owned() } else { self.when(then) };
                ("Left the team.".to_owned(), format!("Left as well: {when}."))
            }
            What::Joined => ("Someone new took this seat.".to_owned(), String::new()),
            What::Undone(task, hours) => {
                (format!("{} of {} had to be done again.", duration(hours), self.task(task)), String::new())
            }
        };
        Told { when: capital(&self.when(episode.at)), here, there }
    }

    fn when(&self, at: Moment) -> String {
        let text = moment((at.day - f64::from(self.scenario.days_before())) / 5.0);
        text.replace("Week", "week")
    }

    fn labels(&self) -> Labels<'_> {
        Labels::of(self.scenario)
    }

    fn person(&self, seat: usize) -> String {
        self.labels().person(seat)
    }

    fn task(&self, ordinal: u32) -> String {
        format!("{} {}", self.labels().task(1), ordinal + 1)
    }

    /// What a seat is called at a moment in the arm told from.
    fn who(&self, seat: usize, at: Moment) -> String {
        let day = self.story.days(self.arm, seat).get(at.day as usize);
        if day.is_some_and(|day| day.assist_leader) {
            format!("the {} ({})", self.labels().assist(1), self.person(seat))
        } else {
            self.person(seat)
        }
    }

    fn kind(&self, kind: BlockerKind) -> &'static str {
        match kind {
            BlockerKind::Expertise => "someone had to know",
            BlockerKind::Clarity => "it was unclear what was wanted",
            BlockerKind::Coordination if self.scenario.world().groups > 1 => "another group had to act",
            BlockerKind::Coordination => "others had to act",
        }
    }

    fn stuck(&self, struggle: &Struggle) -> String {
        let Struggle { blocker, kind, over, .. } = *struggle;
        let mut parts = Vec::new();
        let refusals: Vec<&Request> = struggle.requests.iter().filter(|request| !request.granted).collect();
        if !refusals.is_empty() {
            parts.push(format!("{} said no", capital(&self.listed(refusals.iter().map(|request| request.whom)))));
        }
        let asked_lead = struggle.escalated && !matches!(struggle.end, End::Lead);
        if asked_lead {
            parts.push(format!("the {} was asked", self.labels().lead()));
        }
        parts.push(match struggle.end {
            End::Alone if parts.is_empty() => "solved alone, without asking".to_owned(),
            End::Alone => "solved alone in the end".to_owned(),
            End::Helped { by, hours, from } => {
                let who = self.who(by, over);
                let how = match (struggle.noticed == Some(by), from) {
                    (true, _) => "noticed it and helped",
                    (false, Activity::Working) => "interrupted own work and helped",
                    (false, _) => "helped",
                };
                format!("{who} {how} for {}", duration(hours))
            }
            End::Lead => format!("the {} decided", self.labels().lead()),
            End::Left => "left with it unsolved".to_owned(),
            End::Open => "still stuck at the end".to_owned(),
        });
        let (task, kind) = (self.task(blocker.task), self.kind(kind));
        format!("Stuck for {} on {task}: {kind}. {}.", duration(struggle.hours()), capital(&parts.join("; ")))
    }

    fn helped(&self, struggle: &Struggle) -> String {
        let End::Helped { hours, from, .. } = struggle.end else { return String::new() };
        let seeker = self.person(struggle.seat);
        let opening = match (struggle.noticed == Some(self.seat), from) {
            (true, _) => format!("Noticed that {seeker} was stuck and helped"),
            (false, Activity::Working) => format!("Interrupted own work to help {seeker}"),
            (false, _) => format!("Helped {seeker}"),
        };
        let (kind, all) = (self.kind(struggle.kind), duration(struggle.hours()));
        format!("{opening} for {}: {kind}. {} was stuck for {all} in all.", duration(hours), capital(&seeker))
    }

    fn refused(&self, struggle: &Struggle, times: u32) -> String {
        let seeker = capital(&self.person(struggle.seat));
        let times = match times {
            1 => String::new(),
            2 => " twice".to_owned(),
            many => format!(" {many} times"),
        };
        let all = duration(struggle.hours());
        format!("{seeker} asked{times} and got a no, and was stuck for {all}: {}.", self.ending(struggle))
    }

    /// What became in the other arm of what `seat` struggled with here.
    fn counterpart(&self, here: &Struggle, fate: Fate<'_>, seat: usize) -> String {
        let own = seat == self.seat;
        let holder = |other: usize| {
            if other == seat {
                String::new()
            } else {
                format!("the {} was with {}: ", self.labels().task(1), self.person(other))
            }
        };
        let subject =
            |other: usize| if other == seat && !own { format!("{}: ", self.person(seat)) } else { holder(other) };
        let text = match fate {
            Fate::Stuck(there) if there == here => "the same".to_owned(),
            Fate::Stuck(there) => {
                format!("{}stuck {}, {}", subject(there.seat), duration(there.hours()), self.ending(there))
            }
            Fate::Passed(other) => format!("{}no obstacle", subject(other)),
            Fate::NotMet(course) => {
                let last = course.holders.last().map_or(seat, |&(_, last)| last);
                format!("{}it did not come up by the end", subject(last))
            }
            Fate::NotReached => format!("the {} was not begun by the end", self.labels().task(1)),
        };
        format!("{}.", capital(&text))
    }

    fn finished(&self, task: u32, here: &Course, there: Option<&Course>) -> (String, String) {
        let mut text = format!("Finished {}", self.task(task));
        match here.rework {
            0 => {}
            1 => text.push_str(", sent back once"),
            many => text.push_str(&format!(", sent back {many} times")),
        }
        let then = match (there, there.and_then(|there| there.accepted)) {
            (None, _) => "not begun by the end".to_owned(),
            (Some(_), None) => "not finished by the end".to_owned(),
            (Some(there), Some(then)) => {
                let last = there.holders.last().map_or(self.seat, |&(_, last)| last);
                let who = if last == self.seat { String::new() } else { format!(" by {}", self.person(last)) };
                let days = here.accepted.map_or(0.0, |at| then.day - at.day);
                match days {
                    _ if days.abs() < 1e-9 => format!("at the same time{who}"),
                    _ => format!("{} {}{who}", working_days(days.abs()), if days > 0.0 { "later" } else { "earlier" }),
                }
            }
        };
        (format!("{text}."), format!("{}.", capital(&then)))
    }

    /// How a struggle ended, in a few words.
    fn ending(&self, struggle: &Struggle) -> String {
        match struggle.end {
            End::Alone => "solved alone".to_owned(),
            End::Helped { by, .. } if struggle.noticed == Some(by) => {
                format!("noticed and helped by {}", self.person(by))
            }
            End::Helped { by, .. } => format!("helped by {}", self.person(by)),
            End::Lead => format!("decided by the {}", self.labels().lead()),
            End::Left => format!("unsolved when {} left", self.person(struggle.seat)),
            End::Open => "unsolved at the end".to_owned(),
        }
    }

    /// People by name, one after the other; who is named twice is so once.
    fn listed(&self, seats: impl Iterator<Item = usize>) -> String {
        let mut known: Vec<usize> = Vec::new();
        for seat in seats {
            if !known.contains(&seat) {
                known.push(seat);
            }
        }
        let names: Vec<String> = known.into_iter().map(|seat| self.person(seat)).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }
}

/// A distance in time in working days [d].
fn working_days(days: f64) -> String {
    let text = amount(days, if days < 9.95 { 1 } else { 0 });
    format!("{text} working {}", if text == "1.0" { "day" } else { "days" })
}

fn on_duty(Duty { standing, helping, helps }: Duty) -> String {
    let times = match helps {
        0 => String::new(),
        1 => ", once".to_owned(),
        2 => ", twice".to_owned(),
        many => format!(", {many} times"),
    };
    let total = duration(standing + helping);
    format!("On duty for {total} this week: {} standing by, {} helping{times}.", short(standing), short(helping))
}

fn short(hours: f64) -> String {
    format!("{} h", amount(hours, 1))
}

fn burnt_out(days: u32, also: u32) -> (String, String) {
    let length = if days == 1 { "a day".to_owned() } else { format!("{days} days") };
    let there = match also {
        0 => "Not burnt out then.".to_owned(),
        _ if also == days => "Burnt out as well.".to_owned(),
        some => format!("Burnt out on {some} of these days."),
    };
    (format!("Burnt out for {length}."), there)
}

#[cfg(test)]
mod tests;
