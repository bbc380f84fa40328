//! How a team looks at a moment, for pictures: read, never changed.

use super::member::{Activity, Hours, Pursuit};
use super::simulation::Simulation;
use super::task::Stage;

/// One member at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberSnapshot {
    /// Group.
    pub group: usize,
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
    /// Tasks ready or parked.
    pub waiting: usize,
    /// Tasks in someone's hands.
    pub in_hand: usize,
    /// Tasks with the formal lead.
    pub awaiting_approval: usize,
    /// Tasks accepted since the start.
    pub accepted: u32,
    /// Tasks that arrived since the start, in a backlog those drawn up.
    pub arrived: u32,
}

impl Simulation {
    /// How the team looks at a calendar position, which must lie between the last event and the next.
    pub fn snapshot(&self, day: f64) -> Snapshot {
        let now = self.day_start + (day - f64::from(self.day)) * self.rates.day_hours;
        Snapshot {
            day,
            members: (0..self.members.len()).map(|seat| self.member_snapshot(seat, now)).collect(),
            waiting: self.tasks.count(Stage::Ready) + self.tasks.count(Stage::Parked),
            in_hand: self.tasks.count(Stage::InHand),
            awaiting_approval: self.tasks.count(Stage::AwaitingApproval),
            accepted: self.tasks.accepted(),
            arrived: self.tasks.next_ordinal(),
        }
    }

    /// A member's hours by activity in the window so far, full days only [h].
    pub fn hours(&self, seat: usize) -> Hours {
        self.members[seat].hours
    }

    fn member_snapshot(&self, seat: usize, now: f64) -> MemberSnapshot {
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
            burnt_out: member.burnt_out,
            assist_leader: member.role.is_some(),
            on_duty: member.on_duty(),
        }
    }
}
