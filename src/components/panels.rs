//! What is one click away: the panels of the side column, and on a small screen the parts of the lab.

use yew::prelude::*;

use crate::state::panel::Panel;
use words::lab;

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
