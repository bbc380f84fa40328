//! A member of the team.

use crate::chance::Uniform;

/// Domains of knowledge.
pub const DOMAINS: usize = 3;

/// How readily a member helps (after Grant 2013): places on the scale of giving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpType {
    /// Helps whoever asks.
    Giver,
    /// Helps who helped, and more when helped.
    Matcher,
    /// As a matcher, half as often.
    Taker,
}

impl HelpType {
    /// Its place on the scale of giving [0, 1].
    pub fn giving(self) -> f64 {
        match self {
            Self::Giver => 1.0,
            Self::Matcher => 0.5,
            Self::Taker => 0.0,
        }
    }
}

/// What a member is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Activity {
    /// Working on the task in hand.
    Working,
    /// Before a blocker.
    Stuck,
    /// Helping another.
    Helping,
    /// On duty as assist leader, with nobody to help.
    StandBy,
    /// Without work.
    Idle,
    /// Learning to assist, away from work.
    Training,
    /// Nobody holds the seat.
    Away,
}

/// Number of activities.
pub const ACTIVITIES: usize = 7;

/// Hours by activity, indexed by [`Activity`].
pub type Hours = [f64; ACTIVITIES];

/// What kind of blocker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockerKind {
    /// Someone has to know.
    Expertise,
    /// Someone has to decide or explain.
    Clarity,
    /// Another group has to act.
    Coordination,
}

/// How a blocker ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Solved alone.
    Alone,
    /// With a colleague's help.
    Helped,
    /// Decided by the formal lead.
    Lead,
}

/// Where a stuck member's question lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pursuit {
    /// Nobody knows yet: the member gathers courage to ask, and may be noticed.
    Alone,
    /// This member helps.
    HelpedBy(usize),
    /// In the formal lead's queue.
    Queued,
    /// The formal lead is deciding.
    Deciding,
}

/// A member's struggle with a blocker; meaningful while [`Activity::Stuck`].
#[derive(Clone, Copy, Debug)]
pub struct Stuck {
    /// Kind of the blocker.
    pub kind: BlockerKind,
    /// Its difficulty [0, 1].
    pub difficulty: f64,
    /// When it was met [h].
    pub since: f64,
    /// What is left of the threshold for solving it alone, spent at the self-solve rate.
    pub patience: f64,
    /// What is left of the threshold for asking, spent at the ask rate.
    pub hesitation: f64,
    /// Attempts to ask so far.
    pub attempt: u32,
    /// The draws of the present attempt to ask.
    pub luck: [Uniform; 4],
    /// The draws of the help: when it is noticed, its effort, its misunderstanding, who sees it.
    pub help_luck: [Uniform; 4],
    /// Work to be done again once the blocker is gone [h].
    pub owed: f64,
    /// Where the question lies.
    pub pursuit: Pursuit,
    /// Whether asking comes before solving alone.
    pub asks_next: bool,
    /// Whether help that nobody had asked for was declined or came to nothing: there is no second offer.
    pub left_alone: bool,
}

/// A member's help to another; meaningful while [`Activity::Helping`].
#[derive(Clone, Copy, Debug)]
pub struct Help {
    /// Whom.
    pub seeker: usize,
    /// What the helper was doing before.
    pub from: Activity,
    /// When it began [h].
    pub since: f64,
    /// When it will have resolved the blocker [h].
    pub until: f64,
    /// How welcome it is, if nobody asked for it [0, 1].
    pub unasked: Option<f64>,
}

/// The role of assist leader.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    /// Since when [h].
    pub since: f64,
    /// Hours on duty since then [h].
    pub on_duty: f64,
    /// The assist leader's own craft [0, 1].
    pub craft: f64,
    /// How clear it is who decides what, this one or the formal lead [0, 1].
    pub clarity: f64,
    /// End of the present block of standing by [h].
    pub until: f64,
    /// Hours of training not taken yet [h].
    pub training: f64,
    /// Weeks of training still to come.
    pub training_weeks: u32,
}

/// What a day held; emptied when it ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct Today {
    /// Hours by activity.
    pub hours: Hours,
    /// Hours of work by domain.
    pub practice: [f64; DOMAINS],
    /// Hours stuck without anyone's help, by domain.
    pub alone: [f64; DOMAINS],
    /// Hours of help given on duty.
    pub duty_help: f64,
    /// Requests received.
    pub requests: u32,
    /// Blockers ended.
    pub ended: u32,
    /// Of these, with help.
    pub helped: u32,
    /// Offers of help that were unwelcome: declined, of no use, or not needed.
    pub intrusions: f64,
    /// Hours of work that an assist leader has taken over from this member [h].
    pub relieved: f64,
    /// Hours of work that this member, as an assist leader, has taken over [h].
    pub carried: f64,
}

/// A member of the team.
#[derive(Clone, Debug)]
pub struct Member {
    /// The seat's number in all chance keys -- constant.
    pub key: u32,
    /// How many held the seat before -- constant.
    pub hire: u32,
    /// Working day on which this one was hired [d] -- constant.
    pub hired: u32,
    /// Group -- constant.
    pub group: usize,
    /// Domain of own knowledge -- constant.
    pub home: usize,
    /// Whether this one asks and speaks up less readily than the others -- constant.
    pub quiet: bool,
    /// Whether this one works elsewhere -- constant within an arm.
    pub remote: bool,
    /// Own drain of energy by demand [per d] -- constant.
    pub strain: f64,
    /// Own offset of morale -- constant.
    pub offset: f64,

    /// Skill by domain [0, 1] -- state.
    pub skill: [f64; DOMAINS],
    /// Energy [0, 1] -- state.
    pub energy: f64,
    /// Exhaustion [0, 1] -- state.
    pub exhaustion: f64,
    /// Morale [0, 1] -- state.
    pub morale: f64,
    /// Own sense of psychological safety [0, 1] -- state.
    pub safety: f64,
    /// Pay-forward memory: were own requests granted? [0, 1] -- state.
    pub pay_forward: f64,
    /// Moving average of the busy share of the day [0, 1] -- state.
    pub load: f64,
    /// Recognition received [0, 1] -- state.
    pub recognition: f64,
    /// Sense of support [0, 1] -- state.
    pub support: f64,
    /// Moving average of the share of time spent helping [0, 1] -- state.
    pub helping: f64,
    /// How readily this one helps: from taker (0) by matcher (1/2) to giver (1) [0, 1] -- state.
    pub giving: f64,
    /// How far close control has made this one wait for others to decide [0, 1] -- state.
    pub dependence: f64,
    /// What this one has learned of assisting without holding the role [0, 1] -- state.
    pub prepared: f64,
    /// Moving average of unwelcome offers a day -- state.
    pub intruded: f64,
    /// Whether burnt out -- state.
    pub burnt_out: bool,
    /// What is left of the threshold for leaving, spent by the weekly hazard -- state.
    pub staying: f64,
    /// Hours of help given this week, full days only [h] -- tally.
    pub week_help: f64,
    /// Day from which the seat is held again, or for the first time, while [`Activity::Away`] [d] -- state.
    pub returns: u32,

    /// Activity -- state.
    pub activity: Activity,
    /// When the hours of this activity were last put down [h] -- state.
    pub since: f64,
    /// Task in hand, by ordinal -- state.
    pub task: Option<u32>,
    /// Domain of the task in hand, or of the last one -- state.
    pub domain: usize,
    /// Work content until the next blocker or the end of the pass [h] -- state.
    pub remaining: f64,
    /// Of that, rework [h] -- state.
    pub rework: f64,
    /// Hours of rework in the window [h] -- tally.
    pub rework_hours: f64,
    /// Work content done in an hour today, by domain -- state.
    pub speed: [f64; DOMAINS],
    /// Hours of today that an hour of work content takes, by domain -- state.
    pub pace: [f64; DOMAINS],
    /// Share of today's working hours that go into tasks, and not into improving or practices [0, 1] -- state.
    pub on_tasks: f64,
    /// Tasks pulled so far -- state.
    pub pulls: u32,
    /// The draws of the present four pulls -- state.
    pub pull_luck: [Uniform; 4],
    /// The blocker, while stuck -- state.
    pub stuck: Stuck,
    /// The help, while helping -- state.
    pub help: Help,
    /// Hours of the team's training not taken yet [h] -- state.
    pub training: f64,
    /// End of the training under way [h].
    pub trains_until: f64,
    /// Whether hired on top of the team by the policy -- constant.
    pub extra: bool,
    /// Day from which the seat is there; `u32::MAX` where it never is [d] -- constant within an arm.
    pub there_from: u32,
    /// The role of assist leader, if held -- state.
    pub role: Option<Role>,
    /// What today held -- tally.
    pub today: Today,
    /// Hours by activity in the window, from when the seat is there [h] -- tally.
    pub hours: Hours,
}

impl Member {
    /// Whether on duty as assist leader: standing by, or helping from there.
    pub fn on_duty(&self) -> bool {
        self.activity == Activity::StandBy
            || (self.activity == Activity::Helping && self.help.from == Activity::StandBy)
    }

    /// The nearest type of helper.
    pub fn help_type(&self) -> HelpType {
        match self.giving {
            giving if giving >= 0.75 => HelpType::Giver,
            giving if giving < 0.25 => HelpType::Taker,
            _ => HelpType::Matcher,
        }
    }

    /// Hours of training that end all at once when they are taken [h].
    pub fn training_due(&self) -> f64 {
        self.training + self.role.map_or(0.0, |role| role.training)
    }

    /// Whether someone holds the seat.
    pub fn present(&self) -> bool {
        self.activity != Activity::Away
    }

    /// Hours of help given this week, today's so far among them [h].
    pub fn help_of_week(&self) -> f64 {
        self.week_help + self.today.hours[Activity::Helping as usize]
    }

    /// Mean skill over the domains.
    pub fn mean_skill(&self) -> f64 {
        self.skill.iter().sum::<f64>() / DOMAINS as f64
    }

    /// Whether stuck with nobody knowing.
    pub fn waits_alone(&self) -> bool {
        self.activity == Activity::Stuck && self.stuck.pursuit == Pursuit::Alone
    }
}
