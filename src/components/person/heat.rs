//! Who helped whom in both arms, as a heat map and in numbers, and what it says of one person.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::recorded::Known;
use crate::text::network::{measures, spotted};
use crate::text::numbers::amount;
use crate::text::{arms, labels::Labels};
use experiment::story::network::Network as Help;
use model::scenario::Arm;
use words::person;

/// What the network is given.
#[derive(Properties, PartialEq)]
pub struct NetworkProps {
    /// The story.
    pub known: Known,
    /// Whose, by seat.
    pub seat: usize,
    /// How far the others trust that one at the moment shown, and the rate of leaving a year, each in both teams [hundredths]; 0 where
    /// nobody is. Not finer, for whatever changes brings the whole network anew.
    pub now: [[u32; 2]; 2],
    /// Another's story is to be told.
    pub on_select: Callback<Option<usize>>,
}

/// Teams up to which seats are numbered along the map.
const NUMBERED: usize = 24;
/// Strengths of colour.
const SHADES: usize = 6;

/// The network of help.
#[component]
pub fn Network(props: &NetworkProps) -> Html {
    let table = use_state(|| false);
    let Known { story, scenario, .. } = &props.known;
    let names = arms::names(scenario);
    let most = Arm::BOTH.iter().flat_map(|&arm| &story.network(arm).hours).copied().fold(0.0, f64::max);
    let ontoggle = {
        let table = table.setter();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            table.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <div class="network" data-testid="network">
            <h3>{ person::network() }</h3>
            for sentence in spotted(story, scenario) {
                <p>{ sentence }</p>
            }
            <div class="maps">
                for arm in Arm::BOTH {
                    <figure class={if arm == Arm::Control { "control" } else { "treatment" }}>
                        <figcaption>{ &names[arm as usize] }</figcaption>
                        { map(story.network(arm), props.seat, most) }
                    </figure>
                }
            </div>
            <p class="hint">{ person::NetworkExplained { hours: &amount(most, 0), member: &Labels::of(scenario).member(1) }.say() }</p>
            <table data-testid="spotted">
                <thead><tr>
                    <th scope="col">{ person::name(&Labels::of(scenario).person(props.seat)) }</th>
                    for name in &names { <th scope="col">{ name }</th> }
                </tr></thead>
                <tbody>
                    for [name, control, treatment] in measures(story, props.seat, props.now) {
                        <tr><th scope="row">{ name }</th><td>{ control }</td><td>{ treatment }</td></tr>
                    }
                </tbody>
            </table>
            <details {ontoggle}>
                <summary>{ person::tables() }</summary>
                if *table {
                    for arm in Arm::BOTH {
                        { numbers(story.network(arm), &names[arm as usize], &props.on_select) }
                    }
                }
            </details>
        </div>
    }
}

/// The heat map: a path for each strength of colour.
fn map(help: &Help, seat: usize, most: f64) -> Html {
    let seats = help.seats;
    let mut paths = vec![String::new(); SHADES];
    for helper in 0..seats {
        for seeker in 0..seats {
            let hours = help.between(helper, seeker);
            if hours > 0.0 {
                let shade = ((hours / most * SHADES as f64).ceil() as usize).clamp(1, SHADES) - 1;
                paths[shade].push_str(&format!("M{seeker} {helper}h1v1h-1z"));
            }
        }
    }
    let margin = if seats <= NUMBERED { 1.0 } else { 0.2 };
    let side = seats as f64 + margin + 0.1;
    let size = |rows: usize| rows.to_string();
    html! {
        <svg viewBox={format!("-{margin} -{margin} {side} {side}")} translate="no" role="img"
            aria-label={person::network_picture((0..seats).filter(|&seat| help.is_there(seat)).count())}>
            <rect class="cells" width={size(seats)} height={size(seats)} />
            for (shade, path) in paths.into_iter().enumerate() {
                <path class="heat" d={path} style={format!("fill-opacity: {:.2}", (shade + 1) as f64 / SHADES as f64)} />
            }
            if help.is_there(seat) {
                <rect class="chosen" x="0" y={seat.to_string()} width={size(seats)} height="1" />
                <rect class="chosen" x={seat.to_string()} y="0" width="1" height={size(seats)} />
            }
            if seats <= NUMBERED {
                for place in (0..seats).filter(|&place| help.is_there(place)) {
                    <text x={format!("{}", place as f64 + 0.5)} y="-0.25">{ place + 1 }</text>
                    <text x="-0.5" y={format!("{}", place as f64 + 0.72)}>{ place + 1 }</text>
                }
            }
        </svg>
    }
}

fn numbers(help: &Help, name: &str, on_select: &Callback<Option<usize>>) -> Html {
    let seats: Vec<usize> = (0..help.seats).filter(|&seat| help.is_there(seat)).collect();
    html! {
        <div class="numbers" tabindex="0" role="region" aria-label={person::tables_region(&name)}>
            <table>
                <caption>{ person::tables_caption(&name) }</caption>
                <thead><tr>
                    <th scope="col">{ person::tables_by() }</th>
                    for seeker in &seats { <th scope="col">{ person::tables_to(&(seeker + 1)) }</th> }
                </tr></thead>
                <tbody>
                    for &helper in &seats {
                        <tr>
                            <th scope="row"><button type="button" class="plain" onclick={on_select.reform(move |_| Some(helper))}>{ helper + 1 }</button></th>
                            for &seeker in &seats { <td>{ shown(help.between(helper, seeker)) }</td> }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn shown(hours: f64) -> String {
    if hours > 0.0 { amount(hours, 1) } else { String::new() }
}
