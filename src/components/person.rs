//! One person's story: how it went in both teams, hours, what happened beside what would have, and who helped whom.

mod events;
mod heat;
mod hours;
mod recorded;

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::charts::data::{ChartData, PersonState};
use crate::charts::figure::Figure;
use crate::keys::plain;
use crate::text::arms;
use crate::text::labels::Labels;
use crate::text::story::in_one_team;
use events::Events;
use experiment::story::Topic;
use heat::Network;
use hours::hours_by_activity;
use model::scenario::Scenario;
use recorded::{Known, use_recorded};

/// What the panel is given.
#[derive(Properties, PartialEq)]
pub struct PersonProps {
    /// What is compared.
    pub scenario: Rc<Scenario>,
    /// The pair shown.
    pub replicate: u32,
    /// Whose story it is, by seat.
    pub seat: usize,
    /// How far the others trust that one at the moment shown, and the rate of leaving a year, each in both teams [hundredths]; 0 where
    /// nobody is.
    pub now: [[u32; 2]; 2],
    /// Where the visible pair is, as a share of the axis of time [0, 1].
    pub at: f64,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Whether the result is covered, and so is what sets the teams apart.
    #[prop_or_default]
    pub covered: bool,
    /// Another's story is to be told, or nobody's.
    pub on_select: Callback<Option<usize>>,
    /// The visible pair is to go to a day.
    pub on_moment: Callback<f64>,
    /// Which episodes were asked for, and how often any were; all if none.
    #[prop_or_default]
    pub topic: Option<(u32, Topic)>,
}

/// The panel.
#[component]
pub fn Person(props: &PersonProps) -> Html {
    let known = use_recorded(&props.scenario, props.replicate);
    let (seat, colours) = (props.seat, props.colours);
    // Until the story of what was changed is there, the last one is shown.
    let known = known.filter(|known| seat < known.story.seats());
    let charts = use_memo((known.clone(), seat), |(known, seat)| {
        let Known { story, scenario, replicate, .. } = known.as_ref()?;
        Some(PersonState::ALL.map(|state| ChartData::of_person(state, story, *seat, scenario, *replicate)))
    });
    let close = props.on_select.reform(|_: MouseEvent| None);
    let onkeydown = {
        let on_select = props.on_select.clone();
        Callback::from(move |event: KeyboardEvent| {
            if plain(&event).as_deref() == Some("Escape") && !event.default_prevented() {
                event.prevent_default();
                on_select.emit(None);
            }
        })
    };
    let name = Labels::of(&props.scenario).person(seat);
    let current =
        known.as_ref().is_some_and(|known| known.scenario == props.scenario && known.replicate == props.replicate);
    html! {
        <section class="person" tabindex="-1" aria-label={words::person::story(&name)} {onkeydown} data-testid="person" data-current={current.to_string()}>
            <header>
                <h2>{ words::person::name(&name) }</h2>
                <span class="keys">
                    for (class, arm) in ["control", "treatment"].into_iter().zip(arms::names(&props.scenario)) {
                        <span class={classes!("key", class)}>{ arm }</span>
                    }
                </span>
                <button type="button" class="quiet" onclick={close} aria-label={words::person::close()} data-testid="person-close">{ "✕" }</button>
            </header>
            if props.covered {
                <p class="waiting">{ words::present::hidden() }</p>
            } else if let Some(known) = known {
                if let Some(only) = in_one_team(&known.story, &known.scenario, seat) {
                    <p class="hint" data-testid="in-one-team">{ only }</p>
                }
                <div class="person-body">
                    <Events known={known.clone()} {seat} on_moment={props.on_moment.clone()} topic={props.topic} />
                    <div class="courses">
                        <div class="states">
                            for (place, state) in PersonState::ALL.into_iter().enumerate() {
                                <Figure id={state.id()} data={charts.as_ref().as_ref().map(|charts| Rc::clone(&charts[place]))} at={props.at} {colours} />
                            }
                        </div>
                        { hours_by_activity(&known, seat) }
                    </div>
                    <Network {known} {seat} now={props.now} on_select={props.on_select.clone()} />
                </div>
            } else {
                <p class="waiting">{ words::person::waiting() }</p>
            }
        </section>
    }
}
