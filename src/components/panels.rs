//! What is one click away: the panels of the side column, and on a small screen the parts of the lab.

use yew::prelude::*;

use words::lab;

/// A panel of the side column. All of them stay as they were left while another shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The levers.
    #[default]
    Levers,
    /// What the scenario tells.
    Story,
    /// Questions to ask of the team shown.
    Questions,
    /// All outcomes in small.
    Outcomes,
    /// Why the teams differ.
    Why,
    /// Pairs, precision, seed.
    Chance,
}

impl Panel {
    const ALL: [Panel; 6] = [Panel::Levers, Panel::Story, Panel::Questions, Panel::Why, Panel::Outcomes, Panel::Chance];

    /// Its id on the page.
    pub fn id(self) -> &'static str {
        match self {
            Panel::Levers => "panel-levers",
            Panel::Story => "panel-story",
            Panel::Questions => "panel-questions",
            Panel::Outcomes => "panel-outcomes",
            Panel::Why => "panel-why",
            Panel::Chance => "panel-chance",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Panel::Levers => lab::panels_levers(),
            Panel::Story => lab::panels_story(),
            Panel::Questions => lab::panels_questions(),
            Panel::Outcomes => lab::panels_outcomes(),
            Panel::Why => lab::panels_why(),
            Panel::Chance => lab::panels_chance(),
        }
    }
}

/// The buttons that choose a panel.
pub fn panel_tabs(present: Panel, on_panel: &Callback<Panel>) -> Html {
    html! {
        <div class="panels" role="group" aria-label={lab::panels()}>
            for panel in Panel::ALL {
                <button type="button" aria-pressed={(panel == present).to_string()} aria-controls={panel.id()}
                    onclick={on_panel.reform(move |_| panel)} data-testid={format!("to-{}", panel.id())}>{ panel.title() }</button>
            }
        </div>
    }
}

/// A part of the lab, of which a small screen shows one below the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The two teams and their clock.
    #[default]
    Teams,
    /// The charts in front.
    Charts,
    /// The side column.
    Levers,
}

impl Part {
    const ALL: [Part; 3] = [Part::Teams, Part::Charts, Part::Levers];

    /// What style sheets and tests call it.
    pub fn name(self) -> &'static str {
        match self {
            Part::Teams => "teams",
            Part::Charts => "charts",
            Part::Levers => "levers",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Part::Teams => lab::parts_teams(),
            Part::Charts => lab::parts_charts(),
            Part::Levers => lab::parts_levers(),
        }
    }
}

/// The buttons that choose a part.
pub fn part_tabs(present: Part, on_part: &Callback<Part>) -> Html {
    html! {
        <div class="parts" role="group" aria-label={lab::parts()}>
            for part in Part::ALL {
                <button type="button" aria-pressed={(part == present).to_string()} onclick={on_part.reform(move |_| part)}
                    data-testid={format!("part-{}", part.name())}>{ part.title() }</button>
            }
        </div>
    }
}
