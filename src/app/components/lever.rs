//! One parameter to move: by the slider within its lever's range, by typing within all of its range.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::text::numbers::plain;
use crate::model::parameters::{Evidence, Kind, Parameter};

/// What a lever is given.
#[derive(Properties, PartialEq)]
pub struct LeverProps {
    /// The parameter.
    pub row: &'static Parameter,
    /// A question in plain words that the parameter answers.
    pub question: &'static str,
    /// Its value.
    pub value: f64,
    /// Its value in the built-in scenario.
    pub default: f64,
    /// It is to have another value.
    pub on_value: Callback<(&'static str, f64)>,
    /// It was let go.
    pub on_settle: Callback<()>,
    /// It is to go back.
    pub on_reset: Callback<&'static str>,
}

/// A lever.
#[component]
pub fn Lever(props: &LeverProps) -> Html {
    let wrong = use_state_eq(|| false);
    let open = use_state_eq(|| false);
    let LeverProps { row, value, default, .. } = props;
    let row: &'static Parameter = row;
    let changed = value != default;
    let put = {
        let (on_value, wrong) = (props.on_value.clone(), wrong.clone());
        move |target: Option<web_sys::EventTarget>| {
            let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let number = input.map_or(f64::NAN, |input| input.value_as_number());
            let good = row.accepts(Some(number));
            wrong.set(!good);
            if good {
                on_value.emit((row.id, number));
            }
        }
    };
    let slide = {
        let put = put.clone();
        Callback::from(move |event: InputEvent| put(event.target()))
    };
    let typed = {
        let on_settle = props.on_settle.clone();
        Callback::from(move |event: Event| {
            put(event.target());
            on_settle.emit(());
        })
    };
    let reset = {
        let (on_reset, wrong) = (props.on_reset.clone(), wrong.clone());
        Callback::from(move |_: MouseEvent| {
            wrong.set(false);
            on_reset.emit(row.id);
        })
    };
    let (low, high) = row.lever;
    let share = |value: f64| ((value - low) / (high - low)).clamp(0.0, 1.0);
    let style = format!("--at: {:.4}; --default: {:.4}", share(*value), share(*default));
    let id = format!("lever-{}", row.id);
    let note = format!("{id}-note");
    let input_mode = if row.kind == Kind::Count { "numeric" } else { "decimal" };
    let about = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class={classes!("lever", changed.then_some("changed"))} data-testid={id.clone()}>
            <label for={id.clone()}>{ row.label }</label>
            <span class="question">{ props.question }</span>
            <div class="track" {style}>
                <input id={id.clone()} type="range" min={low.to_string()} max={high.to_string()} step={row.step.to_string()}
                    value={plain_value(*value)} oninput={slide} onchange={props.on_settle.reform(|_| ())} aria-valuetext={format!("{} {}", plain(*value), row.unit)}
                    data-testid={format!("{id}-range")} />
                <span class="mark" aria-hidden="true"></span>
            </div>
            <input class="typed" type="number" inputmode={input_mode} min={row.min.to_string()} max={row.max.to_string()}
                step="any" value={plain_value(*value)} onchange={typed} aria-label={format!("{}, value", row.label)}
                aria-invalid={wrong.to_string()} aria-describedby={note.clone()} data-testid={format!("{id}-typed")} />
            <span class="unit">{ row.unit }</span>
            <button type="button" class="small reset" disabled={!changed} onclick={reset} data-testid={format!("{id}-reset")}
                aria-label={format!("{} back to {}", row.label, plain(*default))}
                title={format!("Back to {}", plain(*default))}>{ "↺" }</button>
            <button type="button" class="small about" onclick={about} aria-expanded={open.to_string()}
                aria-label={format!("About {}", row.label)} title={format!("About {}", row.label)}>{ "?" }</button>
            <div id={note} class="note">
                if *wrong { <p class="wrong">{ format!("Allowed is {}.", row.allowed()) }</p> }
                if *open {
                    <p>{ row.help }</p>
                    <p class="hint">
                        { format!("Allowed: {}. In this scenario: {}. Source: {} ({}).", row.allowed(), plain(*default),
                                  row.source, evidence(row)) }
                    </p>
                }
            </div>
        </div>
    }
}

/// How well the default is supported, in words.
fn evidence(row: &Parameter) -> &'static str {
    match row.evidence {
        Evidence::A => "measured there",
        Evidence::B => "inferred from it",
        Evidence::C => "our assumption",
    }
}

/// As a number input takes it.
fn plain_value(value: f64) -> String {
    plain(value).replace('−', "-")
}
