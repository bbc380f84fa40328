//! What a chart says at one place: read by pointer, finger or arrow keys.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use words::charts;
use yew::prelude::*;

use super::data::{Body, ChartData};
use super::draw::{LEFT, RIGHT};
use super::words::Reading;
use crate::keys::plain;
use crate::text::list;

/// What the crosshair is given.
#[derive(Properties, PartialEq)]
pub struct CrosshairProps {
    /// What the chart shows.
    pub data: Rc<ChartData>,
    /// Where the visible pair is, as a share of the axis of time [0, 1].
    pub at: f64,
}

/// Places that a large step goes.
const STRIDE: usize = 4;

/// The crosshair: a slider over the chart, whose value is what the chart says there.
#[component]
pub fn Crosshair(props: &CrosshairProps) -> Html {
    let place = use_state_eq(|| None::<usize>);
    let data = &props.data;
    let last = data.places().saturating_sub(1);
    let onpointermove = {
        let (data, place) = (Rc::clone(data), place.setter());
        Callback::from(move |event: PointerEvent| {
            if let Some(share) = share(&event) {
                place.set(Some(data.place_at(share)));
            }
        })
    };
    let onpointerleave = {
        let place = place.setter();
        // A finger that is lifted leaves what it found.
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                place.set(None);
            }
        })
    };
    let onkeydown = {
        let place = place.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = plain(&event).and_then(|key| after_key(&key, *place, last)) {
                event.prevent_default();
                place.set(next);
            }
        })
    };
    let onblur = {
        let place = place.setter();
        Callback::from(move |_: FocusEvent| place.set(None))
    };
    let shown = place.map(|place| place.min(last));
    let reading = shown.map(|place| data.read(place));
    let spoken = reading.as_ref().map_or_else(|| charts::arrow_keys().to_owned(), spoken);
    let over_time = matches!(data.body, Body::Course(_));
    let share = shown.map_or(0.0, |place| data.share_at(place)).clamp(0.0, 1.0);
    html! {
        <div class="cross" style={format!("left: calc({LEFT}px * var(--type-size)); right: {RIGHT}px;")} role="slider" tabindex="0"
            aria-label={charts::read_values(&data.title)} aria-valuemin="0" aria-valuemax={last.to_string()}
            aria-valuenow={shown.unwrap_or(last).to_string()} aria-valuetext={spoken}
            onpointerdown={onpointermove.clone()} {onpointermove} {onpointerleave} {onkeydown} {onblur} data-testid={format!("cross-{}", data.id)}>
            if over_time {
                <div class="now" style={format!("left: {:.2}%;", 100.0 * props.at)}></div>
            }
            if let Some(Reading { place, lines }) = reading {
                <div class="hair" style={format!("left: {:.2}%;", 100.0 * share)}></div>
                <div class={classes!("reading", (share > 0.5).then_some("left"))} style={format!("--at: {share:.4};")}>
                    <b>{ place }</b>
                    for [name, value] in lines {
                        <span>{ name }</span><span class="value">{ value }</span>
                    }
                </div>
            }
        </div>
    }
}

/// Where the pointer is over the crosshair's element [0, 1].
fn share(event: &PointerEvent) -> Option<f64> {
    let frame = event.current_target()?.dyn_into::<Element>().ok()?;
    let frame = frame.closest(".cross").ok().flatten().unwrap_or(frame).get_bounding_client_rect();
    Some(((f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0)).clamp(0.0, 1.0))
}

/// Where to read after a key; `None` if the key means nothing here.
fn after_key(key: &str, place: Option<usize>, last: usize) -> Option<Option<usize>> {
    let next = match (key, place) {
        ("Escape", Some(_)) => return Some(None),
        ("Home", _) | ("ArrowRight" | "ArrowUp" | "PageUp", None) => 0,
        ("End", _) | ("ArrowLeft" | "ArrowDown" | "PageDown", None) => last,
        ("ArrowRight" | "ArrowUp", Some(place)) => place + 1,
        ("ArrowLeft" | "ArrowDown", Some(place)) => place.saturating_sub(1),
        ("PageUp", Some(place)) => place + STRIDE,
        ("PageDown", Some(place)) => place.saturating_sub(STRIDE),
        _ => return None,
    };
    Some(Some(next.min(last)))
}

fn spoken(reading: &Reading) -> String {
    let lines = reading.lines.iter().map(|[name, value]| charts::ReadingLine { name, value }.say()).collect();
    charts::Reading { place: &reading.place, lines: &list::clauses(lines) }.say()
}
