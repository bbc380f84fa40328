//! The visible pair's clock: run and rest, speed, steps, any moment.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::value_of;
use crate::player::Span;
use crate::state::SPEEDS;
use crate::team_view::projector::Projector;
use crate::text::numbers::plain;
use crate::text::time::moment;
use words::clock;

/// What the controls are of.
#[derive(Properties, PartialEq)]
pub struct TimeControls {
    /// What moves.
    pub projector: Rc<Projector>,
    /// The days shown.
    pub span: Span,
    /// The moment shown [working days since the start].
    pub day: f64,
    /// Whether it runs.
    pub playing: bool,
    /// How fast [working days per second].
    pub speed: f64,
    /// It is to run, or to rest.
    pub on_play: Callback<bool>,
    /// It is to run at another speed.
    pub on_speed: Callback<f64>,
    /// What else there is to choose of what is shown.
    pub more: Html,
}

/// The controls. On a small screen all but the first row opens by a button.
#[component]
pub fn Clock(props: &TimeControls) -> Html {
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let span = props.span;
    let go = |target: fn(f64, Span) -> f64| {
        let (projector, span) = (Rc::clone(&props.projector), span);
        Callback::from(move |_: MouseEvent| projector.seek(target(projector.read_out().day, span)))
    };
    let scrub = {
        let projector = Rc::clone(&props.projector);
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(input) = input {
                projector.seek(input.value_as_number());
            }
        })
    };
    let on_speed = {
        let on_speed = props.on_speed.clone();
        Callback::from(move |event: Event| {
            if let Some(speed) = value_of(&event).and_then(|speed| speed.parse().ok()) {
                on_speed.emit(speed);
            }
        })
    };
    let playing = props.playing;
    let when =
        if props.day >= span.end { clock::end(&plain(span.week(span.end))) } else { moment(span.week(props.day)) };
    // Where the change is on the track, whose ends the thumb keeps half its width away from.
    let mark = format!("left: calc(10px + (100% - 20px) * {:.4})", span.share(span.change));
    html! {
        <div class={classes!("clock", open.then_some("open"))}>
            <div class="time" role="group" aria-label={clock::time()}>
                <button type="button" class="primary" onclick={props.on_play.reform(move |_| !playing)} data-testid="play"
                    data-playing={playing.to_string()}>
                    { if playing { clock::pause() } else { clock::play() } }
                </button>
                <div class="scrub">
                    <input type="range" min={span.start.to_string()} max={span.end.to_string()} step="0.1"
                        value={format!("{:.1}", props.day)} oninput={scrub} aria-label={clock::moment()} aria-valuetext={when.clone()}
                        data-testid="scrub" />
                    <span class="mark" style={mark} aria-hidden="true"></span>
                </div>
                <span class="moment" data-testid="moment" data-day={format!("{:.2}", props.day)}>{ when }</span>
                <button type="button" class="more" onclick={toggle} aria-expanded={open.to_string()} aria-label={clock::more()}
                    data-testid="clock-more">{ "⋯" }</button>
            </div>
            <div class="below">
                <button type="button" onclick={go(|day, _| day - 5.0)} aria-label={clock::week_back_title()} title={clock::week_back_title()}
                    data-testid="week-back">{ clock::week_back() }</button>
                <button type="button" onclick={go(|day, _| day + 5.0)} aria-label={clock::week_on_title()} title={clock::week_on_title()}
                    data-testid="week-on">{ clock::week_on() }</button>
                <button type="button" onclick={go(|_, span| span.change)} data-testid="to-change"
                    title={clock::to_change_title()}>{ clock::to_change() }</button>
                <select onchange={on_speed} aria-label={clock::speed()} data-testid="speed">
                    for speed in SPEEDS {
                        <option value={speed.to_string()} selected={speed == props.speed}>
                            { if speed == 1.0 { clock::speed_day().to_owned() } else { clock::speed_days(&plain(speed)) } }
                        </option>
                    }
                </select>
                { props.more.clone() }
            </div>
        </div>
    }
}
