//! A person's story in plain sentences: what happened, and beside it what became of the same thing in the other team.

use super::labels::Labels;
use super::list;
use super::numbers::amount;
use super::time::{duration, moment, working_days};
use experiment::story::ledger::{Course, End, Fate, Request, Struggle};
use experiment::story::{Duty, Episode, Mended, Story, What};
use model::diary::Moment;
use model::scenario::{Arm, Scenario};
use model::state::member::{Activity, BlockerKind};
use words::story;

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

/// Of someone whom one team only hires, in which that is; `None` of everyone else.
pub fn in_one_team(story: &Story, scenario: &Scenario, seat: usize) -> Option<String> {
    let here = Arm::BOTH.map(|arm| story.there_from(arm, seat).is_some());
    let [without, with] = super::arms::names(scenario);
    let person = Labels::of(scenario).person(seat);
    match here {
        [false, true] => Some(words::person::InOneTeam { person: &person, team: &with, other: &without }.say()),
        [true, false] => Some(words::person::InOneTeam { person: &person, team: &without, other: &with }.say()),
        _ => None,
    }
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
            What::Role(true) => (story::became(&self.labels().assist(1)), String::new()),
            What::Role(false) => (story::no_longer(&self.labels().assist(1)), String::new()),
            What::Left(None) => (story::left().to_owned(), story::stayed().to_owned()),
            What::Left(Some(then)) if then.day == episode.at.day => {
                (story::left().to_owned(), story::left_at_once().to_owned())
            }
            What::Left(Some(then)) => (story::left().to_owned(), story::left_as_well(&self.when(then))),
            What::Joined => (story::joined().to_owned(), String::new()),
            What::Undone(task, hours) => {
                (story::Undone { time: &duration(hours), task: &self.task(task) }.say(), String::new())
            }
            What::Mended(mended) => self.mended(mended),
        };
        Told { when: self.when(episode.at), here, there }
    }

    fn when(&self, at: Moment) -> String {
        moment((at.day - f64::from(self.scenario.days_before())) / 5.0)
    }

    fn labels(&self) -> Labels<'_> {
        Labels::of(self.scenario)
    }

    fn person(&self, seat: usize) -> String {
        self.labels().person(seat)
    }

    fn task(&self, ordinal: u32) -> String {
        story::Task { task: &self.labels().task(1), number: &(ordinal + 1) }.say()
    }

    /// What a seat is called at a moment in the arm told from.
    fn who(&self, seat: usize, at: Moment) -> String {
        let day = self.story.days(self.arm, seat).get(at.day as usize);
        if day.is_some_and(|day| day.assist_leader) {
            story::WhoAssists { assist: &self.labels().assist(1), person: &self.person(seat) }.say()
        } else {
            self.person(seat)
        }
    }

    fn why(&self, kind: BlockerKind) -> &'static str {
        match kind {
            BlockerKind::Expertise => story::expertise(),
            BlockerKind::Clarity => story::clarity(),
            BlockerKind::Coordination if self.scenario.world().groups > 1 => story::coordination_groups(),
            BlockerKind::Coordination => story::coordination(),
        }
    }

    fn stuck(&self, struggle: &Struggle) -> String {
        let Struggle { blocker, kind, over, .. } = *struggle;
        let lead = self.labels().lead();
        let mut clauses = Vec::new();
        let refusals: Vec<&Request> = struggle.requests.iter().filter(|request| !request.granted).collect();
        if !refusals.is_empty() {
            clauses.push(story::said_no(&self.listed(refusals.iter().map(|request| request.whom))));
        }
        let listed = |seats: &[usize]| self.listed(seats.iter().copied());
        if !struggle.declined.is_empty() {
            clauses.push(story::declined(&listed(&struggle.declined)));
        }
        if !struggle.in_vain.is_empty() {
            clauses.push(story::in_vain(&listed(&struggle.in_vain)));
        }
        if struggle.escalated && !matches!(struggle.end, End::Lead) {
            clauses.push(story::lead_asked(&lead));
        }
        clauses.push(match struggle.end {
            End::Alone if clauses.is_empty() => story::solved().to_owned(),
            End::Alone => story::solved_in_the_end().to_owned(),
            End::Helped { by, hours, from } => {
                let (who, time) = (&self.who(by, over), &duration(hours));
                match (struggle.noticed == Some(by), from) {
                    (true, _) => story::Noticed { who, time }.say(),
                    (false, Activity::Working) => story::Interrupted { who, time }.say(),
                    (false, _) => story::Helped { who, time }.say(),
                }
            }
            End::Lead => story::lead_decided(&lead),
            End::Left => story::left_unsolved().to_owned(),
            End::Open => story::still_stuck().to_owned(),
        });
        let (time, task) = (duration(struggle.hours()), self.task(blocker.task));
        let stuck =
            story::Stuck { time: &time, task: &task, why: &self.why(kind), course: &list::clauses(clauses) }.say();
        match struggle.cause {
            Some(cause) => list::sentences(vec![stuck, self.recurred(struggle, cause)]),
            None => stuck,
        }
    }

    /// Which lasting cause it was, and how often that one had stopped the same member before.
    fn recurred(&self, struggle: &Struggle, cause: usize) -> String {
        let times = self.story.ledger(self.arm).met_before(struggle.seat, cause, struggle.met);
        story::Recurred { times, cause: &cause_name(cause) }.say()
    }

    fn mended(&self, Mended { cause, before, spared, hours }: Mended) -> (String, String) {
        let here = story::Mended { times: before as usize, cause: &cause_name(cause) }.say();
        let there = match spared {
            0 => story::spared_none().to_owned(),
            _ => story::Spared { times: spared as usize, time: &duration(hours) }.say(),
        };
        (here, there)
    }

    fn helped(&self, struggle: &Struggle) -> String {
        let End::Helped { hours, from, .. } = struggle.end else { return String::new() };
        let (person, why) = (&self.person(struggle.seat), &self.why(struggle.kind));
        let (time, all) = (&duration(hours), &duration(struggle.hours()));
        match (struggle.noticed == Some(self.seat), from) {
            (true, _) => story::GaveNoticed { person, time, why, all }.say(),
            (false, Activity::Working) => story::GaveInterrupted { person, time, why, all }.say(),
            (false, _) => story::Gave { person, time, why, all }.say(),
        }
    }

    fn refused(&self, struggle: &Struggle, times: u32) -> String {
        let (person, time) = (self.person(struggle.seat), duration(struggle.hours()));
        story::Refused { times: times as usize, person: &person, time: &time, ending: &self.ending(struggle) }.say()
    }

    /// What became in the other arm of what `seat` struggled with here.
    fn counterpart(&self, here: &Struggle, fate: Fate<'_>, seat: usize) -> String {
        let task = self.labels().task(1);
        // Whose it is there: the teller's own, that of whom it was here, or another's.
        let whose = |there: usize| match there {
            there if there != seat => Whose::Elsewhere(self.person(there)),
            there if there != self.seat => Whose::Other(self.person(there)),
            _ => Whose::Own,
        };
        match fate {
            Fate::Stuck(there) if there == here => story::there_same().to_owned(),
            Fate::Stuck(there) => {
                let (time, ending) = (duration(there.hours()), self.ending(there));
                match whose(there.seat) {
                    Whose::Own => story::ThereStuck { time: &time, ending: &ending }.say(),
                    Whose::Other(person) => {
                        story::ThereStuckOther { person: &person, time: &time, ending: &ending }.say()
                    }
                    Whose::Elsewhere(person) => {
                        story::ThereStuckElsewhere { of_task: &task, person: &person, time: &time, ending: &ending }
                            .say()
                    }
                }
            }
            Fate::Passed(there) => match whose(there) {
                Whose::Own => story::there_passed().to_owned(),
                Whose::Other(person) => story::there_passed_other(&person),
                Whose::Elsewhere(person) => story::TherePassedElsewhere { of_task: &task, person: &person }.say(),
            },
            Fate::Averted(there) => {
                let cause = &here.cause.map_or_else(String::new, cause_name);
                match whose(there) {
                    Whose::Own => story::there_averted(cause),
                    Whose::Other(person) => story::ThereAvertedOther { person: &person, cause }.say(),
                    Whose::Elsewhere(person) => {
                        story::ThereAvertedElsewhere { of_task: &task, person: &person, cause }.say()
                    }
                }
            }
            Fate::NotMet(course) => match whose(course.holders.last().map_or(seat, |&(_, last)| last)) {
                Whose::Own => story::there_not_met().to_owned(),
                Whose::Other(person) => story::there_not_met_other(&person),
                Whose::Elsewhere(person) => story::ThereNotMetElsewhere { of_task: &task, person: &person }.say(),
            },
            Fate::NotReached => story::there_not_reached(&task),
        }
    }

    fn finished(&self, task: u32, here: &Course, there: Option<&Course>) -> (String, String) {
        let then = match (there, there.and_then(|there| there.accepted)) {
            (None, _) => story::not_begun().to_owned(),
            (Some(_), None) => story::not_finished().to_owned(),
            (Some(there), Some(then)) => {
                let days = here.accepted.map_or(0.0, |at| then.day - at.day);
                let last = there.holders.last().map_or(self.seat, |&(_, last)| last);
                self.finished_there(days, (last != self.seat).then(|| self.person(last)))
            }
        };
        (story::Finished { times: here.rework as usize, task: &self.task(task) }.say(), then)
    }

    /// A task finished so many working days later there, by someone else if so.
    fn finished_there(&self, days: f64, person: Option<String>) -> String {
        let distance = working_days(days.abs());
        match (days, person) {
            (days, None) if days.abs() < 1e-9 => story::at_once().to_owned(),
            (days, Some(person)) if days.abs() < 1e-9 => story::at_once_by(&person),
            (0.0.., None) => story::later(&distance),
            (0.0.., Some(person)) => story::LaterBy { days: &distance, person: &person }.say(),
            (_, None) => story::earlier(&distance),
            (_, Some(person)) => story::EarlierBy { days: &distance, person: &person }.say(),
        }
    }

    /// How a struggle ended, in a few words.
    fn ending(&self, struggle: &Struggle) -> String {
        match struggle.end {
            End::Alone => story::ended_alone().to_owned(),
            End::Helped { by, .. } if struggle.noticed == Some(by) => story::ended_noticed(&self.person(by)),
            End::Helped { by, .. } => story::ended_helped(&self.person(by)),
            End::Lead => story::ended_lead(&self.labels().lead()),
            End::Left => story::ended_left(&self.person(struggle.seat)),
            End::Open => story::ended_open().to_owned(),
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
        list::and(known.into_iter().map(|seat| self.person(seat)).collect())
    }
}

/// What a lasting cause is called: names for those that there usually are, a number for more.
fn cause_name(cause: usize) -> String {
    match words::causes::IDS.len() {
        count if cause < count => words::causes::label(cause).to_owned(),
        _ => story::other_cause(&(cause + 1)),
    }
}

/// Whose a struggle is in the other arm.
enum Whose {
    /// The teller's.
    Own,
    /// The same one's as here, who is not the teller.
    Other(String),
    /// Someone else's, who had the task there.
    Elsewhere(String),
}

fn on_duty(Duty { standing, helping, helps }: Duty) -> String {
    story::Duty {
        helps: helps as usize,
        time: &duration(standing + helping),
        standing: &short(standing),
        helping: &short(helping),
    }
    .say()
}

fn short(hours: f64) -> String {
    words::time::hours(&amount(hours, 1))
}

fn burnt_out(days: u32, also: u32) -> (String, String) {
    let there = match also {
        0 => story::not_burnt_out().to_owned(),
        _ if also == days => story::burnt_out_as_well().to_owned(),
        some => story::burnt_out_partly(&some),
    };
    (story::burnt_out(days as usize), there)
}

#[cfg(test)]
mod tests;
