//! The eight levers that come first.

use std::rc::Rc;

use yew::prelude::*;

use super::lever::Lever;
use crate::model::parameters::{Group, Parameter, parameter};
use crate::model::scenario::{Arm, Scenario, Scope};

/// Parameter and the question it answers.
type First = (&'static str, &'static str);

/// What a room argues about when someone proposes an assist leader: how many, with how much time, how good, whether they look
/// for trouble or wait to be asked, and whether anyone says thanks.
const DECISIONS: [First; 5] = [
    ("assist_leaders", "How many colleagues take the role?"),
    ("assist_share", "How much of their week is for others?"),
    ("competence", "How good are they at it?"),
    ("notice", "Do they see who is stuck, or wait to be asked?"),
    ("recognition", "Is help seen, and thanked?"),
];

/// What decides whether there is anything to assist: how often work gets stuck, whether people dare to ask, whether goals are
/// clear. Raise the first or lower the others and the role pays; turn them round and it only costs.
const CIRCUMSTANCES: [First; 3] = [
    ("beta", "How often does work need someone else?"),
    ("safety0", "Do people dare to ask?"),
    ("clarity0", "Do people know what is wanted?"),
];

/// What the levers are given.
#[derive(Properties, PartialEq)]
pub struct LeversProps {
    /// The scenario shown.
    pub scenario: Rc<Scenario>,
    /// The built-in scenario that levers go back to.
    pub built_in: Rc<Scenario>,
    /// A parameter is to have another value.
    pub on_set: Callback<(Scope, &'static str, f64)>,
    /// A lever was let go.
    pub on_settle: Callback<()>,
    /// A parameter is to go back.
    pub on_reset: Callback<(Scope, &'static str)>,
    /// Everything is to go back.
    pub on_reset_all: Callback<()>,
}

/// The levers.
#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let on_value = use_callback(props.on_set.clone(), |(id, value): (&'static str, f64), on_set| {
        on_set.emit((scope(id), id, value));
    });
    let on_reset = use_callback(props.on_reset.clone(), |id: &'static str, on_reset| on_reset.emit((scope(id), id)));
    let value = |scenario: &Scenario, id: &str| scenario.get(Arm::Treatment, id).flatten().unwrap_or_default();
    let group = |levers: &[First]| {
        let rows: Vec<(&'static Parameter, &'static str)> =
            levers.iter().filter_map(|(id, question)| Some((parameter(id)?, *question))).collect();
        html! {
            for (row, question) in rows {
                <Lever key={row.id} {row} {question} value={value(&props.scenario, row.id)}
                    default={value(&props.built_in, row.id)} on_value={on_value.clone()}
                    on_settle={props.on_settle.clone()} on_reset={on_reset.clone()} />
            }
        }
    };
    let changed = props.scenario != props.built_in;
    html! {
        <section class="levers" aria-label="Levers">
            <fieldset>
                <legend>{ "What we decide" }<small>{ " in the second team" }</small></legend>
                { group(&DECISIONS) }
            </fieldset>
            <fieldset>
                <legend>{ "How the world works" }<small>{ " for both teams" }</small></legend>
                { group(&CIRCUMSTANCES) }
            </fieldset>
            <button type="button" class="reset-all" disabled={!changed} onclick={props.on_reset_all.reform(|_| ())}
                data-testid="reset-all">{ "Back to the scenario as it was" }</button>
        </section>
    }
}

/// The world is the same for both teams; the second decides for itself.
fn scope(id: &str) -> Scope {
    match parameter(id) {
        Some(row) if row.group == Group::Policy => Scope::Only(Arm::Treatment),
        _ => Scope::Both,
    }
}
