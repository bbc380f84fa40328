//! A number to type. What is not allowed stays as it was typed, with what is, until it is put right.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::components::field::value_of;
use crate::keys::plain;
use crate::text::value;
use model::parameters::{Kind, Parameter};
use words::{lever, parameter};

/// What an entry is given.
#[derive(Clone, Properties, PartialEq)]
pub struct EntryProps {
    /// The parameter.
    pub row: &'static Parameter,
    /// Its value.
    pub value: f64,
    /// Name for tests, and the start of the ids.
    pub name: AttrValue,
    /// The parameter is to have another value; answers why not.
    pub on_value: Callback<Option<f64>, Option<String>>,
    /// That was all: what is typed is a step of its own.
    pub on_settle: Callback<()>,
    /// What is wrong with what was typed; `None` once it is put right.
    pub on_wrong: Callback<Option<String>>,
    /// Whether something is wrong.
    pub wrong: bool,
}

/// The entry.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    let EntryProps { row, value, .. } = *props;
    let draft = use_state_eq(|| None::<String>);
    // Another way to a value, such as the slider, puts an end to what was typed.
    use_effect_with((value, props.wrong), {
        let draft = draft.setter();
        move |(_, wrong)| {
            if !wrong {
                draft.set(None);
            }
        }
    });
    let take = {
        let draft = draft.clone();
        let EntryProps { on_value, on_settle, on_wrong, .. } = props.clone();
        move |text: &str| {
            let refused = match value::read(row, text) {
                Ok(number) => {
                    // Whatever was on the move before is another step.
                    on_settle.emit(());
                    let refused = on_value.emit(Some(number));
                    on_settle.emit(());
                    refused
                }
                Err(why) => Some(why),
            };
            if refused.is_none() {
                draft.set(None);
            }
            on_wrong.emit(refused);
        }
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(value_of(&event)))
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            if let Some(text) = value_of(&event) {
                take(&text);
            }
        })
    };
    let onkeydown = {
        let (draft, on_wrong) = (draft.clone(), props.on_wrong.clone());
        Callback::from(move |event: KeyboardEvent| {
            if plain(&event).as_deref() == Some("Escape") {
                draft.set(None);
                on_wrong.emit(None);
            }
        })
    };
    let shown = if props.wrong || draft.is_some() { (*draft).clone() } else { None };
    let shown = shown.unwrap_or_else(|| value::typed(row, value));
    html! {
        <input class="typed" type="text" inputmode={if row.kind == Kind::Count { "numeric" } else { "decimal" }}
            autocomplete="off" value={shown} {oninput} {onchange} {onkeydown} aria-label={lever::entry(&parameter::label(row))}
            aria-invalid={props.wrong.to_string()} aria-describedby={format!("{}-note", props.name)}
            data-testid={format!("{}-typed", props.name)} />
    }
}
