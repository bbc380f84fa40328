//! Shocks: what happens to a team from outside, at a stated week.

/// Something that happens at the start of a week of the intervention.
#[derive(Clone, Debug, PartialEq)]
pub struct Shock {
    /// Weeks after the intervention begins, from 0.
    pub week: u32,
    /// For how many weeks; to the end if `None`. What happens at once has no duration.
    pub weeks: Option<u32>,
    /// What happens.
    pub change: Change,
    /// What people call it; may be empty.
    pub label: String,
}

/// What a shock changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Demand times a factor, in flow.
    Demand(f64),
    /// Blockers per hour times a factor.
    Blockers(f64),
    /// Readiness to ask times a factor.
    Asking(f64),
    /// Paid hours times a factor.
    Hours(f64),
    /// The formal lead is away: approvals and questions wait.
    LeadAway,
    /// Whoever holds this seat (counted from 1) leaves.
    Leaves(u32),
    /// So many hires join, on top of the seats there are.
    Joins(u32),
    /// So much of what is done in the tasks in hand must be done again (share).
    Redo(f64),
    /// So much of everyone's skill is of no use any more (share).
    Unlearn(f64),
    /// So much of the trust across groups, and of what one knows of the others there, is gone (share).
    Estrange(f64),
    /// Whoever holds this seat (counted from 1) has trouble outside work, which asks as much as a full day of plain work.
    Trouble(u32),
}

impl Change {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Demand(_) => "demand",
            Self::Blockers(_) => "blockers",
            Self::Asking(_) => "asking",
            Self::Hours(_) => "hours",
            Self::LeadAway => "lead_away",
            Self::Leaves(_) => "leaves",
            Self::Joins(_) => "joins",
            Self::Redo(_) => "redo",
            Self::Unlearn(_) => "unlearn",
            Self::Estrange(_) => "estrange",
            Self::Trouble(_) => "trouble",
        }
    }

    /// Whether it lasts for some weeks, or happens at once.
    pub fn lasts(self) -> bool {
        matches!(
            self,
            Self::Demand(_) | Self::Blockers(_) | Self::Asking(_) | Self::Hours(_) | Self::LeadAway | Self::Trouble(_)
        )
    }
}

/// What is in force of the shocks that last.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is what its change is")]
pub struct Effects {
    pub demand: f64,
    pub blockers: f64,
    pub asking: f64,
    pub hours: f64,
    pub lead_away: bool,
    /// Seats in trouble, counted from 1.
    pub troubled: Vec<u32>,
}

impl Default for Effects {
    fn default() -> Self {
        Self { demand: 1.0, blockers: 1.0, asking: 1.0, hours: 1.0, lead_away: false, troubled: Vec::new() }
    }
}

impl Effects {
    /// In the given week of the intervention.
    pub fn in_week(shocks: &[Shock], week: u32) -> Self {
        let mut effects = Self::default();
        for shock in shocks {
            let over = shock.weeks.is_some_and(|weeks| week >= shock.week.saturating_add(weeks));
            if week < shock.week || over {
                continue;
            }
            match shock.change {
                Change::Demand(factor) => effects.demand *= factor,
                Change::Blockers(factor) => effects.blockers *= factor,
                Change::Asking(factor) => effects.asking *= factor,
                Change::Hours(factor) => effects.hours *= factor,
                Change::LeadAway => effects.lead_away = true,
                Change::Trouble(seat) => effects.troubled.push(seat),
                Change::Leaves(_) | Change::Joins(_) | Change::Redo(_) | Change::Unlearn(_) | Change::Estrange(_) => {}
            }
        }
        effects
    }
}
