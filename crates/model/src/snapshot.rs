//! How a team looks at a moment, for pictures: read, never changed.

use super::simulation::Simulation;
use crate::state::member::{Activity, Hours, Pursuit};
use crate::state::task::Stage;

/// One member at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberSnapshot {
    /// Group.
    pub group: usize,
    /// Whether the seat is there yet: who joins later has none until then.
    pub there: bool,
    /// Activity.
    pub activity: Activity,
    /// Whom this member helps.
    pub helps: Option<usize>,
    /// Whether this member's question lies with the formal lead.
    pub with_lead: bool,
    /// Hours stuck so far, while stuck [h].
    pub stuck_hours: f64,
    /// Share of the task in hand that is done, rework aside [0, 1].
    pub progress: Option<f64>,
    /// Energy [0, 1].
    pub energy: f64,
    /// Exhaustion [0, 1].
    pub exhaustion: f64,
    /// Morale [0, 1].
    pub morale: f64,
    /// Psychological safety [0, 1].
    pub safety: f64,
    /// Mean skill [0, 1].
    pub skill: f64,
    /// Mean trust of the others in this member [0, 1]; 0 while nobody holds the seat, 1 where there are no others.
    pub trusted: f64,
    /// Hazard of leaving as things stand; 0 where nobody is [per yr].
    pub quit_hazard: f64,
    /// Whether burnt out.
    pub burnt_out: bool,
    /// Whether this member holds the role of assist leader.
    pub assist_leader: bool,
    /// Whether that role is being exercised: standing by, or helping from there.
    pub on_duty: bool,
}

/// A team at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Working days since the start, with the fraction of the day [d].
    pub day: f64,
    /// The members by seat.
    pub members: Vec<MemberSnapshot>,
    /// Tasks that arrived since the start, in a backlog those drawn up.
    pub arrived: u32,
    /// Where they are.
    pub board: Board,
}

/// Where a team's tasks are; every task that arrived is in one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// Tasks that nobody has taken up yet, or that wait for others.
    pub waiting: u32,
    /// Tasks in someone's hands, for the first time through.
    pub in_work: u32,
    /// Tasks whose holder is before a blocker.
    pub stuck: u32,
    /// Tasks with the formal lead.
    pub to_approve: u32,
    /// Tasks sent back: being done again, or waiting for it.
    pub rework: u32,
    /// Tasks accepted since the start.
    pub done: u32,
}

impl Simulation {
    /// How the team looks at a calendar position, which must lie between the last event and the next.
    pub fn snapshot(&self, day: f64) -> Snapshot {
        let now = self.day_start + (day - f64::from(self.day)) * self.rates.day_hours;
        Snapshot { day, members: self.member_snapshots(now), arrived: self.tasks.next_ordinal(), board: self.board() }
    }

    fn board(&self) -> Board {
        let mut board = Board { done: self.tasks.accepted(), ..Board::default() };
        for task in self.tasks.open() {
            // Whatever is done after the first pass is done again.
            let place = match task.stage {
                Stage::Accepted => continue,
                Stage::AwaitingApproval => &mut board.to_approve,
                Stage::Ready | Stage::InHand if task.pass > 0 => &mut board.rework,
                Stage::Ready | Stage::Parked => &mut board.waiting,
                Stage::InHand => &mut board.in_work,
            };
            *place += 1;
        }
        let stuck = self.members.iter().filter(|member| member.activity == Activity::Stuck).count() as u32;
        // Blockers lie on the first pass.
        board.in_work -= stuck;
        board.stuck = stuck;
        board
    }

    /// A member's hours by activity in the window so far, full days only [h]; none before the seat is there.
    pub fn hours(&self, seat: usize) -> Hours {
        self.members[seat].hours
    }

    /// How far two members trust each other: the mean of both ways [0, 1]; 0 where nobody holds one of the seats. There are as many as
    /// pairs, and they change slowly, so they are no part of a snapshot.
    pub fn mutual_trust(&self, seat: usize, other: usize) -> f64 {
        let [a, b] = [seat, other].map(|seat| self.key(seat));
        0.5 * (self.ties.trust(a, b) + self.ties.trust(b, a))
    }

    fn member_snapshots(&self, now: f64) -> Vec<MemberSnapshot> {
        let help = self.help_of_week();
        (0..self.members.len()).map(|seat| self.member_snapshot(seat, now, help)).collect()
    }

    /// `help` is what the whole team gave this week [h].
    fn member_snapshot(&self, seat: usize, now: f64, help: f64) -> MemberSnapshot {
        let member = &self.members[seat];
        let stuck = member.activity == Activity::Stuck;
        let progress = member.task.map(|ordinal| {
            let task = self.tasks.get(ordinal);
            let since = if member.activity == Activity::Working { (now - member.since).max(0.0) } else { 0.0 };
            let ahead = if stuck { 0.0 } else { member.remaining - since * member.speed[task.domain] };
            ((task.position - ahead) / task.work).clamp(0.0, 1.0)
        });
        MemberSnapshot {
            group: member.group,
            there: self.is_there(seat),
            activity: member.activity,
            helps: (member.activity == Activity::Helping).then_some(member.help.seeker),
            with_lead: stuck && matches!(member.stuck.pursuit, Pursuit::Queued | Pursuit::Deciding),
            stuck_hours: if stuck { (now - member.stuck.since).max(0.0) } else { 0.0 },
            progress,
            energy: member.energy,
            exhaustion: member.exhaustion,
            morale: member.morale,
            safety: member.safety,
            skill: member.mean_skill(),
            trusted: self.ties.trusted(self.key(seat)),
            quit_hazard: if member.present() { self.yearly_quit_hazard(seat, help) } else { 0.0 },
            burnt_out: member.burnt_out,
            assist_leader: member.role.is_some(),
            on_duty: member.on_duty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Draft, Scope};

    /// Chance keys by seat, none of them the seat's own number.
    const KEYS: [u32; 5] = [3, 0, 4, 1, 2];

    fn team() -> Simulation {
        let mut draft = Draft::default();
        for (id, value) in [("members", 5.0), ("groups", 2.0), ("h0", 0.0), ("HR", 0.0)] {
            draft.set(Scope::Both, id, Some(value));
        }
        let mut team = Simulation::with_keys(&draft.finish().expect("valid"), 0, &KEYS);
        team.run_days(60.0);
        team
    }

    fn check(team: &Simulation) {
        let trust = |seat: usize, other: usize| team.ties.trust(KEYS[seat] as usize, KEYS[other] as usize);
        let held = (0..5).filter(|&seat| (0..5).any(|other| other != seat && trust(seat, other) > 0.0)).count() as f64;
        for (seat, member) in team.snapshot(60.0).members.iter().enumerate() {
            let others = || (0..5).filter(move |&other| other != seat);
            for other in others() {
                assert_eq!(team.mutual_trust(seat, other), 0.5 * (trust(seat, other) + trust(other, seat)));
            }
            let mean = others().map(|other| trust(other, seat)).sum::<f64>() / (held - 1.0);
            assert!((member.trusted - mean).abs() < 1e-12, "{seat}: {} {mean}", member.trusted);
        }
    }

    #[test]
    fn trust_is_that_of_the_ties() {
        let mut team = team();
        check(&team);
        assert_ne!(team.mutual_trust(0, 1), team.mutual_trust(0, 2));
        team.ties.part(KEYS[1] as usize);
        check(&team);
        // The sums that are kept round.
        assert!(team.mutual_trust(1, 0) == 0.0 && team.snapshot(60.0).members[1].trusted < 1e-12, "an empty seat");
    }
}
