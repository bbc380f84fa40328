//! The tour of the lab for a first visitor, and the offer of it. It stands beside what it speaks of and blocks nothing.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::content::{Content, with_texts};
use crate::keys::plain;
use crate::page::{self, local_storage};
use crate::text::tour::steps;

const KEY: &str = "assist-lab.tour";

/// Whether the tour was taken, or declined, on an earlier visit.
fn seen() -> bool {
    local_storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).is_some()
}

/// Remembers that it need not be offered again; a storage that refuses only means that it will be.
fn remember() {
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(KEY, "seen");
    }
}

/// Where the reader is in the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It is offered.
    Offered,
    /// At this step.
    At(usize),
    /// Neither.
    Away,
}

impl Stand {
    /// On opening the page.
    pub fn on_opening() -> Self {
        if seen() { Stand::Away } else { Stand::Offered }
    }
}

/// The tour: each step with what it speaks of in sight and marked. Its texts come later: whether they are there, and how to try again.
#[hook]
pub fn use_tour(stand: Stand, on_stand: &Callback<Stand>, texts: (Content, &Callback<()>)) -> Html {
    let place = if let Stand::At(place) = stand { Some(place.min(steps().len() - 1)) } else { None };
    use_effect_with((place, texts.0), |(place, _)| {
        let mark = place.and_then(|place| {
            let mark = page::point_at(steps()[place].target);
            page::focus(".tour h2");
            mark
        });
        move || drop(mark)
    });
    use_effect_with((place.is_some(), on_stand.clone()), |(open, on_stand)| {
        let on_stand = on_stand.clone();
        let listener = open.then(|| {
            EventListener::new(&gloo::utils::document(), "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().and_then(plain).as_deref() == Some("Escape") {
                    leave();
                    on_stand.emit(Stand::Away);
                }
            })
        });
        move || drop(listener)
    });
    let to = |stand: Stand| {
        on_stand.reform(move |_: MouseEvent| {
            remember();
            if stand == Stand::Away {
                leave();
            }
            stand
        })
    };
    match (stand, place) {
        (Stand::Offered, _) => html! {
            <aside class="restore" aria-label={words::tour::offer_region()} data-testid="welcome">
                <p>{ words::tour::offer() }</p>
                <button type="button" class="primary" onclick={to(Stand::At(0))} data-testid="welcome-yes">{ words::tour::accept() }</button>
                <button type="button" onclick={to(Stand::Away)} data-testid="welcome-no">{ words::tour::decline() }</button>
            </aside>
        },
        (_, Some(place)) => html! {
            <section class="tour" role="dialog" aria-labelledby="tour-title" aria-describedby="tour-text" data-testid="tour">
                { with_texts(texts.0, texts.1, || step(place, &to)) }
            </section>
        },
        _ => Html::default(),
    }
}

/// The reader has seen it, and is back where it was called.
fn leave() {
    remember();
    page::focus("#tour-button");
}

fn step(place: usize, to: &dyn Fn(Stand) -> Callback<MouseEvent>) -> Html {
    let steps = steps();
    let step = &steps[place];
    let last = place + 1 == steps.len();
    html! {
        <>
            <p class="hint">{ words::tour_steps::Step { place: &(place + 1), all: &steps.len() }.say() }</p>
            <h2 id="tour-title" tabindex="-1">{ step.title }</h2>
            <p id="tour-text">{ step.text }</p>
            <div class="choices">
                if place > 0 {
                    <button type="button" onclick={to(Stand::At(place - 1))} data-testid="tour-back">{ words::tour_steps::back() }</button>
                }
                if last {
                    <button type="button" class="primary" onclick={to(Stand::Away)} data-testid="tour-done">{ words::tour_steps::done() }</button>
                } else {
                    <button type="button" class="primary" onclick={to(Stand::At(place + 1))} data-testid="tour-next">{ words::tour_steps::next() }</button>
                    <button type="button" onclick={to(Stand::Away)} data-testid="tour-skip">{ words::tour_steps::skip() }</button>
                }
            </div>
        </>
    }
}
