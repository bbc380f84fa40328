//! What happened to a person, in plain words, beside what became of the same in the other team.

use yew::prelude::*;

use super::recorded::Known;
use crate::components::field::value_of;
use crate::text::arms;
use crate::text::labels::Labels;
use crate::text::story::{Teller, Told};
use experiment::story::{Episode, Topic};
use model::metrics::ranking;
use model::scenario::Arm;
use words::person;

/// Episodes shown at first, and how many more at a time.
const PAGE: usize = 12;

/// What the list is given.
#[derive(Properties, PartialEq)]
pub struct EventsProps {
    /// The story.
    pub known: Known,
    /// Whose, by seat.
    pub seat: usize,
    /// The visible pair is to go to a day.
    pub on_moment: Callback<f64>,
    /// Which episodes were asked for, and how often any were; all if none.
    pub topic: Option<(u32, Topic)>,
}

/// Which episodes are shown, in what order, from which arm, how many.
#[derive(Clone, Copy, PartialEq)]
struct Choice {
    topic: Option<Topic>,
    by_time: bool,
    arm: Arm,
    count: usize,
}

const TOPICS: [(words::Text, Option<Topic>); 5] = [
    (person::all, None),
    (person::stuck, Some(Topic::Stuck)),
    (person::help, Some(Topic::Help)),
    (person::tasks, Some(Topic::Task)),
    (person::turns, Some(Topic::Turn)),
];

/// The list.
#[component]
pub fn Events(props: &EventsProps) -> Html {
    let choice = use_state_eq(|| Choice {
        topic: props.topic.map(|(_, topic)| topic),
        by_time: false,
        arm: Arm::Treatment,
        count: PAGE,
    });
    use_effect_with(props.topic, {
        let (setter, last) = (choice.setter(), *choice);
        move |topic| {
            setter.set(Choice { topic: topic.map(|(_, topic)| topic), arm: Arm::Treatment, count: PAGE, ..last })
        }
    });
    let Known { story, scenario, .. } = &props.known;
    let teller = Teller { story, scenario, arm: choice.arm, seat: props.seat };
    let names = arms::names(scenario);
    let other = &names[1 - choice.arm as usize];
    let mut episodes = story.episodes(choice.arm, props.seat);
    episodes.retain(|episode| choice.topic.is_none_or(|topic| episode.topic == topic));
    if !choice.by_time {
        let weights: Vec<f64> = episodes.iter().map(|episode| -episode.weight).collect();
        episodes = ranking(&weights).into_iter().map(|place| episodes[place]).collect();
    }
    let total = episodes.len();
    let set = |change: fn(&mut Choice)| {
        let (setter, mut next) = (choice.setter(), *choice);
        change(&mut next);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    html! {
        <div class="events">
            <h3>{ person::events() }</h3>
            <div class="choices">
                <div role="group" aria-label={person::events_which()}>
                    for (place, (name, topic)) in TOPICS.into_iter().enumerate() {
                        <button type="button" aria-pressed={(choice.topic == topic).to_string()} onclick={pick(&choice, topic)}
                            data-testid={format!("topic-{place}")}>{ name() }</button>
                    }
                </div>
                <label><span class="unseen">{ person::order() }</span>
                    <select onchange={order(&choice)} data-testid="episode-order">
                        <option value="telling" selected={!choice.by_time}>{ person::order_telling() }</option>
                        <option value="time" selected={choice.by_time}>{ person::order_time() }</option>
                    </select>
                </label>
                <label><span class="unseen">{ person::told_from() }</span>
                    <select onchange={told_from(&choice)} data-testid="episode-arm">
                        for arm in [Arm::Treatment, Arm::Control] {
                            <option value={(arm as usize).to_string()} selected={choice.arm == arm}>{ &names[arm as usize] }</option>
                        }
                    </select>
                </label>
            </div>
            if total == 0 {
                <p class="hint">
                    if story.there_from(choice.arm, props.seat).is_some() {
                        { person::events_none() }
                    } else {
                        { person::events_elsewhere(&Labels::of(scenario).person(props.seat)) }
                    }
                </p>
            }
            <ol tabindex="0" aria-label={person::events_list()} data-testid="episodes">
                for episode in episodes.iter().take(choice.count) {
                    { item(&teller, episode, other, &props.on_moment) }
                }
            </ol>
            if total > choice.count {
                <button type="button" onclick={set(|choice| choice.count += PAGE)} data-testid="more-episodes">
                    { person::more(total - choice.count) }
                </button>
            }
        </div>
    }
}

fn item(teller: &Teller<'_>, episode: &Episode<'_>, other: &str, on_moment: &Callback<f64>) -> Html {
    let Told { when, here, there } = teller.tell(episode);
    let day = episode.at.day;
    let class = match episode.topic {
        Topic::Stuck => "stuck",
        Topic::Help => "help",
        Topic::Task => "task",
        Topic::Turn => "turn",
    };
    html! {
        <li class={class}>
            <button type="button" class="when" onclick={on_moment.reform(move |_| day)} title={person::show()}>{ when }</button>
            <p>{ here }</p>
            if !there.is_empty() {
                <p class="there"><b>{ person::there(&other) }{ " " }</b>{ there }</p>
            }
        </li>
    }
}

fn pick(choice: &UseStateHandle<Choice>, topic: Option<Topic>) -> Callback<MouseEvent> {
    let (setter, next) = (choice.setter(), Choice { topic, count: PAGE, ..**choice });
    Callback::from(move |_| setter.set(next))
}

fn order(choice: &UseStateHandle<Choice>) -> Callback<Event> {
    let (setter, now) = (choice.setter(), **choice);
    Callback::from(move |event: Event| {
        let by_time = value_of(&event).as_deref() == Some("time");
        setter.set(Choice { by_time, count: PAGE, ..now });
    })
}

fn told_from(choice: &UseStateHandle<Choice>) -> Callback<Event> {
    let (setter, now) = (choice.setter(), **choice);
    Callback::from(move |event: Event| {
        let arm = if value_of(&event).as_deref() == Some("0") { Arm::Control } else { Arm::Treatment };
        setter.set(Choice { arm, count: PAGE, ..now });
    })
}
