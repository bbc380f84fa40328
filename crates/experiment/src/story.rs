//! A person's story: what happened to one member in one arm, and what became of the same tasks and blockers in the other.
//!
//! The way of the data: a diary of each arm ([`super::recording`]) is read into a [`ledger`] of struggles and tasks and a
//! [`network`] of help; [`Story::episodes`] picks what concerns one seat and puts the counterpart beside it. Words for it are the page's.

pub mod ledger;
pub mod network;
mod turns;

use ledger::{Course, End, Fate, Ledger, Struggle};
use network::Network;

use super::recording::{Recorded, Recording};
use model::diary::{Day, Diary, Entry, Moment};
use model::metrics::ranking;
use model::scenario::{Arm, Scenario};
use model::state::member::{ACTIVITIES, Hours};

/// Both arms of a replicate, ready to be told from anyone's point of view.
#[derive(Clone, Debug)]
pub struct Story {
    diaries: [Diary; 2],
    ledgers: [Ledger; 2],
    /// From which day on each seat is there, by arm; `None` for who is in the other arm only [d].
    there: [Vec<Option<u32>>; 2],
    /// Empty until it is known what happened.
    networks: Vec<Network>,
    /// The intervention [d].
    change: usize,
    /// How many entries of the diaries are read: for what happened, and for who helped whom.
    known: [[usize; 2]; 2],
}

/// What an episode is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Being stuck.
    Stuck,
    /// Helping others, or not.
    Help,
    /// Tasks.
    Task,
    /// The role of assist leader, burnout, coming and going.
    Turn,
}

/// Something that happened to a member, and its counterpart in the other arm.
#[derive(Clone, Copy, Debug)]
pub struct Episode<'a> {
    /// When.
    pub at: Moment,
    /// What it is about.
    pub topic: Topic,
    /// What happened.
    pub what: What<'a>,
    /// How much it tells: roughly the hours that lie between the two arms.
    pub weight: f64,
}

/// What happened, here and in the other arm.
#[derive(Clone, Copy, Debug)]
pub enum What<'a> {
    /// Was stuck.
    Stuck(&'a Struggle, Fate<'a>),
    /// Helped the one who struggled.
    Helped(&'a Struggle, Fate<'a>),
    /// Was asked by the one who struggled, so many times in vain.
    Refused(&'a Struggle, u32, Fate<'a>),
    /// Worked last on a task that was accepted.
    Finished(u32, &'a Course, Option<&'a Course>),
    /// A week of duty as assist leader.
    Duty(Duty),
    /// Was burnt out for so many days, on so many of which the other arm's was too.
    BurntOut(u32, u32),
    /// Became assist leader, or ceased to be.
    Role(bool),
    /// Left; when the so many-th holder of the seat left it in the other arm too, if at all.
    Left(Option<Moment>),
    /// Took the vacant seat.
    Joined,
    /// So much of the task in hand had to be done again because of a shock [h].
    Undone(u32, f64),
    /// A lasting cause was mended.
    Mended(Mended),
}

/// A lasting cause that was mended, as one member sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mended {
    /// Which, the most frequent being 0.
    pub cause: usize,
    /// How often it had stopped the member until then.
    pub before: u32,
    /// How often it stopped the same member in the other arm after that, and for how long in all [h].
    pub spared: u32,
    /// For how long that was in all [h].
    pub hours: f64,
}

/// A week of duty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duty {
    /// Hours standing by [h].
    pub standing: f64,
    /// Hours of help on duty [h].
    pub helping: f64,
    /// Helps given on duty.
    pub helps: u32,
}

/// Weight of an hour whose counterpart is another person's.
const OTHERS: f64 = 0.6;
/// Weight of an hour whose counterpart is not known.
const UNKNOWN: f64 = 0.2;
/// Weight of an hour by which a task is finished earlier or later: the order of tasks shifts as a whole.
const SHIFT: f64 = 0.03;

/// A story on the way: a pair is lived through with diaries, and these are read.
pub struct Telling(Stage);

enum Stage {
    Lived(Box<Recording>),
    Read(Box<Story>),
}

impl Telling {
    /// The story of a replicate, before its start.
    pub fn new(scenario: &Scenario, replicate: u32) -> Self {
        Self(Stage::Lived(Box::new(Recording::new(scenario, replicate))))
    }

    /// Goes on until so much work is done; answers the story once all of it is.
    pub fn go_on(self, scenario: &Scenario, most: u64) -> Result<Story, Self> {
        match self.0 {
            Stage::Lived(mut recording) => {
                recording.go_on(most);
                Err(Self(if recording.is_over() {
                    Stage::Read(Box::new(Story::unread(recording.finish(), scenario)))
                } else {
                    Stage::Lived(recording)
                }))
            }
            Stage::Read(mut story) => {
                if story.read(scenario, most) {
                    Ok(*story)
                } else {
                    Err(Self(Stage::Read(story)))
                }
            }
        }
    }
}

/// The next entries, as many as are left to read of all and may be read now.
fn next<'a>(entries: &'a [Entry], known: &mut usize, left: &mut usize) -> &'a [Entry] {
    let unread = &entries[*known..];
    let now = &unread[..unread.len().min(*left)];
    *known += now.len();
    *left -= now.len();
    now
}

impl Story {
    /// Of a recorded pair of a scenario.
    pub fn new(recorded: Recorded, scenario: &Scenario) -> Self {
        let mut story = Self::unread(recorded, scenario);
        story.read(scenario, u64::MAX);
        story
    }

    fn unread(recorded: Recorded, scenario: &Scenario) -> Self {
        let diaries = recorded.diaries;
        let day = f64::from(scenario.days());
        let ledgers = diaries.each_ref().map(|diary| {
            let hour = diary.days.first().into_iter().flatten().map(|day| day.hours.iter().sum::<f64>()).sum();
            Ledger::new(diary.days.len(), Moment { hour, day })
        });
        Self {
            diaries,
            ledgers,
            there: Arm::BOTH.map(|arm| scenario.seat_days(arm)),
            networks: Vec::new(),
            change: scenario.days_before() as usize,
            known: [[0; 2]; 2],
        }
    }

    /// Reads so many more entries of the diaries, first for what happened, then for who helped whom, which has to know when a project
    /// ended; answers whether those were the last.
    fn read(&mut self, scenario: &Scenario, most: u64) -> bool {
        let mut left = usize::try_from(most).unwrap_or(usize::MAX);
        let change = self.change as f64;
        for (arm, diary) in self.diaries.iter().enumerate() {
            let now = next(&diary.entries, &mut self.known[0][arm], &mut left);
            now.iter().for_each(|entry| self.ledgers[arm].read(entry));
        }
        if left > 0 && self.networks.is_empty() {
            let network = |(arm, ledger): (&Arm, &Ledger)| {
                // As in the outcomes, nothing counts after a project's end.
                let end = ledger.finished(scenario).map_or(ledger.end.day, |at| at.day);
                Network::new(&self.there[*arm as usize], [change, end])
            };
            self.networks = Arm::BOTH.iter().zip(&self.ledgers).map(network).collect();
        }
        for (arm, network) in self.networks.iter_mut().enumerate() {
            let now = next(&self.diaries[arm].entries, &mut self.known[1][arm], &mut left);
            now.iter().filter(|entry| entry.at.day > change).for_each(|entry| network.read(entry));
        }
        // What is left over shows that there was no more.
        if left > 0 {
            self.networks.iter_mut().for_each(Network::close);
        }
        left > 0
    }

    /// From which day on a seat is there in an arm; `None` for one of the other arm only, whom its policy hires on top of the team [d].
    pub fn there_from(&self, arm: Arm, seat: usize) -> Option<u32> {
        self.there[arm as usize][seat]
    }

    /// Number of seats, those of either arm only among them.
    pub fn seats(&self) -> usize {
        self.diaries[0].days.len()
    }

    /// A seat's days in an arm, from the start.
    pub fn days(&self, arm: Arm, seat: usize) -> &[Day] {
        &self.diaries[arm as usize].days[seat]
    }

    /// Who helped whom in an arm since the intervention.
    pub fn network(&self, arm: Arm) -> &Network {
        &self.networks[arm as usize]
    }

    /// How many tasks each seat finished in an arm since the intervention, as the last who had them.
    pub fn finished(&self, arm: Arm) -> Vec<f64> {
        let mut finished = vec![0.0; self.seats()];
        for course in self.ledger(arm).tasks.values() {
            if let (Some(at), Some(&(_, last))) = (course.accepted, course.holders.last())
                && at.day > self.change as f64
            {
                finished[last] += 1.0;
            }
        }
        finished
    }

    /// An arm's struggles and tasks.
    pub fn ledger(&self, arm: Arm) -> &Ledger {
        &self.ledgers[arm as usize]
    }

    /// Hours by activity in the weeks since the intervention, week by week; none before the seat is there [h].
    pub fn weeks(&self, arm: Arm, seat: usize) -> Vec<Hours> {
        let from = self.there_from(arm, seat).map_or(usize::MAX, |day| day as usize);
        let days: Vec<(usize, &Day)> = self.days(arm, seat).iter().enumerate().skip(self.change).collect();
        let there = |week: &[(usize, &Day)]| {
            let days = week.iter().filter(|(day, _)| *day >= from);
            days.fold([0.0; ACTIVITIES], |sum, (_, day)| add(sum, &day.hours))
        };
        days.chunks(5).map(there).collect()
    }

    /// All that happened to a seat in an arm since the intervention, in order of time.
    pub fn episodes(&self, arm: Arm, seat: usize) -> Vec<Episode<'_>> {
        let other = if arm == Arm::Control { Arm::Treatment } else { Arm::Control };
        let mut episodes = Vec::new();
        self.struggles(arm, other, seat, &mut episodes);
        self.tasks(arm, other, seat, &mut episodes);
        self.turns(arm, other, seat, &mut episodes);
        self.duty(arm, seat, &mut episodes);
        self.mended(arm, other, seat, &mut episodes);
        let times: Vec<f64> = episodes.iter().map(|episode| episode.at.hour).collect();
        ranking(&times).into_iter().map(|place| episodes[place]).collect()
    }

    fn struggles<'a>(&'a self, arm: Arm, other: Arm, seat: usize, episodes: &mut Vec<Episode<'a>>) {
        for struggle in &self.ledger(arm).struggles {
            if struggle.over.day <= self.change as f64 {
                continue;
            }
            let there = self.ledger(other).fate(struggle.blocker);
            let weight = gap(struggle, there);
            if struggle.seat == seat {
                let what = What::Stuck(struggle, there);
                episodes.push(Episode { at: struggle.met, topic: Topic::Stuck, what, weight });
            }
            if let End::Helped { by, .. } = struggle.end
                && by == seat
            {
                let what = What::Helped(struggle, there);
                episodes.push(Episode { at: struggle.over, topic: Topic::Help, what, weight });
            }
            let refused = || struggle.requests.iter().filter(|request| request.whom == seat && !request.granted);
            if let Some(last) = refused().next_back() {
                let what = What::Refused(struggle, refused().count() as u32, there);
                episodes.push(Episode { at: last.at, topic: Topic::Help, what, weight: 0.5 * weight });
            }
        }
    }

    fn mended<'a>(&'a self, arm: Arm, other: Arm, seat: usize, episodes: &mut Vec<Episode<'a>>) {
        for &(cause, at) in &self.ledger(arm).mended {
            if at.day <= self.change as f64 {
                continue;
            }
            let before = self.ledger(arm).met_before(seat, cause, at);
            let after = || self.ledger(other).from_cause(seat, cause).filter(|struggle| struggle.met.day >= at.day);
            let (spared, hours) = (after().count(), after().map(Struggle::hours).sum());
            if before + spared > 0 {
                let mended = Mended { cause, before: before as u32, spared: spared as u32, hours };
                episodes.push(Episode { at, topic: Topic::Stuck, what: What::Mended(mended), weight: hours });
            }
        }
    }

    fn tasks<'a>(&'a self, arm: Arm, other: Arm, seat: usize, episodes: &mut Vec<Episode<'a>>) {
        for (&task, here) in &self.ledger(arm).tasks {
            let (Some(at), Some(&(_, last))) = (here.accepted, here.holders.last()) else { continue };
            if last != seat || at.day <= self.change as f64 {
                continue;
            }
            let there = self.ledger(other).tasks.get(&task);
            let weight = match there.and_then(|there| there.accepted) {
                Some(then) => SHIFT * (then.hour - at.hour).abs(),
                None => SHIFT,
            };
            episodes.push(Episode { at, topic: Topic::Task, what: What::Finished(task, here, there), weight });
        }
    }
}

fn add(mut sum: Hours, hours: &Hours) -> Hours {
    for (sum, hours) in sum.iter_mut().zip(hours) {
        *sum += hours;
    }
    sum
}

/// How much a struggle tells: the hours that lie between it and its counterpart.
fn gap(here: &Struggle, there: Fate<'_>) -> f64 {
    match there {
        Fate::Stuck(there) if there.seat == here.seat => (here.hours() - there.hours()).abs(),
        Fate::Passed(seat) | Fate::Averted(seat) if seat == here.seat => here.hours(),
        Fate::Stuck(there) => OTHERS * (here.hours() - there.hours()).abs(),
        Fate::Passed(_) | Fate::Averted(_) => OTHERS * here.hours(),
        Fate::NotMet(_) | Fate::NotReached => UNKNOWN * here.hours(),
    }
}

#[cfg(test)]
mod tests;
