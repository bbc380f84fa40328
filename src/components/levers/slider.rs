//! A slider with a mark where the scenario has it.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::text::value;
use model::parameters::Parameter;

/// What a slider is given.
#[derive(Properties, PartialEq)]
pub struct SliderProps {
    /// The parameter.
    pub row: &'static Parameter,
    /// Its value.
    pub value: f64,
    /// Its value in the built-in scenario.
    pub default: f64,
    /// Its id, and the start of its name for tests.
    pub name: AttrValue,
    /// Whether it rests.
    pub disabled: bool,
    /// The parameter is to have another value; answers why not.
    pub on_value: Callback<Option<f64>, Option<String>>,
    /// It was let go.
    pub on_settle: Callback<()>,
}

/// Keys that move a slider.
const MOVING: [&str; 8] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];

/// The slider.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let SliderProps { row, value, default, disabled, .. } = *props;
    // A key held down changes the value again and again: that is one way, as a drag is.
    let held = use_mut_ref(|| false);
    let oninput = {
        let on_value = props.on_value.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            // The browser's arithmetic of steps may leave the range by a hair.
            let number = input.map_or(value, |input| input.value_as_number()).clamp(row.min, row.max);
            drop(on_value.emit(Some(number)));
        })
    };
    let settle_unless_held = {
        let (held, on_settle) = (held.clone(), props.on_settle.clone());
        Callback::from(move |_: Event| {
            if !*held.borrow() {
                on_settle.emit(());
            }
        })
    };
    let onkeydown = {
        let held = held.clone();
        Callback::from(move |event: KeyboardEvent| {
            if MOVING.contains(&event.key().as_str()) {
                held.replace(true);
            }
        })
    };
    let let_go = {
        let (held, on_settle) = (held.clone(), props.on_settle.clone());
        move || {
            held.replace(false);
            on_settle.emit(());
        }
    };
    let onkeyup = {
        let let_go = let_go.clone();
        Callback::from(move |_: KeyboardEvent| let_go())
    };
    let onblur = {
        let let_go = let_go.clone();
        Callback::from(move |_: FocusEvent| let_go())
    };
    // A finger that goes on to scroll has not meant the slider: what it stood at is back.
    let taken = use_mut_ref(|| None::<f64>);
    let onpointerdown = {
        let taken = taken.clone();
        Callback::from(move |_: PointerEvent| {
            taken.replace(Some(value));
        })
    };
    let onpointercancel = {
        let (taken, on_value) = (taken.clone(), props.on_value.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(before) = taken.take() {
                drop(on_value.emit(Some(before)));
            }
            let_go();
        })
    };
    let (low, high) = row.lever;
    let share = |value: f64| ((value - low) / (high - low)).clamp(0.0, 1.0);
    let style = format!("--at: {:.4}; --default: {:.4}", share(value), share(default));
    html! {
        <div class="track" {style}>
            <input id={props.name.clone()} type="range" min={low.to_string()} max={high.to_string()} step={row.step.to_string()}
                value={value.to_string()} {disabled} {oninput} onchange={settle_unless_held} {onkeydown} {onkeyup} {onblur} {onpointerdown} {onpointercancel}
                aria-valuetext={value::show(row, Some(value))} aria-describedby={format!("{}-note", props.name)}
                data-testid={format!("{}-range", props.name)} />
            <span class="mark" aria-hidden="true"></span>
        </div>
    }
}
