//! What is one click away beside the lab, one panel at a time.

use words::lab;

/// A panel of the side column. Those that take long to work out are there only while they show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The levers.
    #[default]
    Levers,
    /// What the scenario tells.
    Story,
    /// Questions to ask of the team shown.
    Questions,
    /// Why the teams differ.
    Why,
    /// All outcomes in small.
    Outcomes,
    /// Pairs, precision, seed.
    Chance,
}

impl Panel {
    /// All, in the order of their buttons.
    pub const ALL: [Panel; 6] =
        [Panel::Levers, Panel::Story, Panel::Questions, Panel::Why, Panel::Outcomes, Panel::Chance];

    /// What links call it.
    pub fn name(self) -> &'static str {
        self.id().trim_start_matches("panel-")
    }

    /// As a link has it.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.name() == text)
    }

    /// Its id on the page.
    pub fn id(self) -> &'static str {
        match self {
            Panel::Levers => "panel-levers",
            Panel::Story => "panel-story",
            Panel::Questions => "panel-questions",
            Panel::Why => "panel-why",
            Panel::Outcomes => "panel-outcomes",
            Panel::Chance => "panel-chance",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Panel::Levers => lab::panels_levers(),
            Panel::Story => lab::panels_story(),
            Panel::Questions => lab::panels_questions(),
            Panel::Why => lab::panels_why(),
            Panel::Outcomes => lab::panels_outcomes(),
            Panel::Chance => lab::panels_chance(),
        }
    }
}
