//! The levers: what we decide and how the world works; eight first, the others by heading, all of them to be found by a word.

mod about;
mod entry;
mod groups;
mod lever;
mod policies;
mod slider;

use std::rc::Rc;

use yew::prelude::*;

use super::field::value_of;
use crate::state::history::Setup;
use crate::state::{Action, State};
use crate::text::{idle, search, value};
use groups::Groups;
use lever::Lever;
use model::parameters::{Group, Parameter, parameter};
use model::scenario::{Arm, Scenario, Scope};
use policies::policies;

/// Parameter and the question it answers.
type First = (&'static str, words::Text);

/// What a room argues about when someone proposes an assist leader: how many, with how much time, how good, whether they look
/// for trouble or wait to be asked, whether anyone says thanks, and what else there is to spend the money on.
const DECISIONS: [First; 6] = [
    ("assist_leaders", words::levers::ask_assist_leaders),
    ("assist_share", words::levers::ask_assist_share),
    ("competence", words::levers::ask_competence),
    ("notice", words::levers::ask_notice),
    ("recognition", words::levers::ask_recognition),
    ("extra_members", words::levers::ask_extra_members),
];

/// What decides whether there is anything to assist: how often work gets stuck, whether people dare to ask, whether goals are
/// clear. Raise the first or lower the others and the role pays; turn them round and it only costs.
const CIRCUMSTANCES: [First; 3] = [
    ("beta", words::levers::ask_beta),
    ("safety0", words::levers::ask_safety),
    ("clarity0", words::levers::ask_clarity),
];

/// Whose decisions the levers move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    First,
    Second,
    Both,
}

impl Whose {
    const ALL: [(Whose, &'static str, words::Text); 3] = [
        (Whose::First, "first", words::levers::whose_first),
        (Whose::Second, "second", words::levers::whose_second),
        (Whose::Both, "both", words::levers::whose_both),
    ];

    fn scope(self) -> Scope {
        match self {
            Whose::First => Scope::Only(Arm::Control),
            Whose::Second => Scope::Only(Arm::Treatment),
            Whose::Both => Scope::Both,
        }
    }

    /// Whose value a lever shows.
    fn arm(self) -> Arm {
        if self == Whose::First { Arm::Control } else { Arm::Treatment }
    }
}

/// What the levers are given.
#[derive(Properties, PartialEq)]
pub struct LeversProps {
    /// The scenario shown.
    pub scenario: Rc<Scenario>,
    /// The built-in scenario that levers go back to.
    pub built_in: Rc<Scenario>,
    /// How many scenarios were opened before this one.
    pub opened: u32,
    /// Where changes go.
    pub dispatch: UseReducerDispatcher<State>,
    /// The only one that is shown, where not all are.
    #[prop_or_default]
    pub only: Option<&'static Parameter>,
    /// A parameter that someone wants to see, and how often that was so before; at first there is none.
    #[prop_or_default]
    pub sought: (u32, &'static str),
}

/// Those at hand at once.
pub fn at_hand() -> Vec<&'static Parameter> {
    DECISIONS.iter().chain(&CIRCUMSTANCES).filter_map(|(id, _)| parameter(id)).collect()
}

/// The levers.
#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let whose = use_state_eq(|| Whose::Second);
    let query = use_state_eq(String::new);
    let lever = use_lever(props, *whose);
    use_effect_with(props.sought, {
        let query = query.setter();
        move |(_, id)| query.set((*id).to_owned())
    });
    if let Some(row) = props.only {
        return html! {
            <section class="levers" aria-label={words::levers::levers()}>
                if row.group == Group::Policy { { switch(&whose, "whose-large") } }
                { lever.emit((row, question(row))) }
            </section>
        };
    }
    let searching = !query.trim().is_empty();
    let found = if searching { search::find(&query) } else { Vec::new() };
    let on_query = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            query.set(value_of(&event).unwrap_or_default());
        })
    };
    let clear = {
        let query = query.clone();
        Callback::from(move |_: MouseEvent| query.set(String::new()))
    };
    let reset_all = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ResetAll))
    };
    let changed = props.scenario != props.built_in;
    let quick = |first: &[First]| -> Html {
        let rows = first.iter().filter_map(|(id, question)| Some((parameter(id)?, question())));
        rows.map(|row| lever.emit(row)).collect()
    };
    html! {
        <section class="levers" aria-label={words::levers::levers()}>
            if !searching {
                <div class="quick">
                    { switch(&whose, "whose") }
                    { quick(&DECISIONS) }
                    <h2>{ words::levers::world() }</h2>
                    { quick(&CIRCUMSTANCES) }
                </div>
            }
            <div class="find">
                <label for="find-lever">{ words::levers::find() }</label>
                <input id="find-lever" type="search" value={(*query).clone()} oninput={on_query} placeholder={words::levers::find_example()}
                    autocomplete="off" data-testid="find-lever" />
                <p class="hint" role="status" data-testid="found">
                    { match (searching, found.len()) {
                        (false, _) => String::new(),
                        (true, 0) => words::levers::found_none(&query.trim()),
                        (true, count) => words::levers::found(count),
                    } }
                </p>
                if searching { <button type="button" onclick={clear} data-testid="clear-find">{ words::levers::find_clear() }</button> }
            </div>
            <fieldset hidden={searching && !found.iter().any(|row| row.group == Group::Policy)}>
                <legend>{ words::levers::decisions() }</legend>
                { policies(&props.scenario, &props.dispatch) }
                { levers(Group::Policy, &DECISIONS, searching.then_some(&found), &lever) }
            </fieldset>
            <fieldset hidden={searching && !found.iter().any(|row| row.group == Group::World)}>
                <legend>{ words::levers::world() }<small>{ " " }{ words::levers::world_whom() }</small></legend>
                { levers(Group::World, &CIRCUMSTANCES, searching.then_some(&found), &lever) }
            </fieldset>
            <button type="button" class="reset-all" disabled={!changed} onclick={reset_all} data-testid="reset-all">
                { words::levers::reset() }
            </button>
        </section>
    }
}

/// The groups of all levers that are not at hand already, or what was found.
fn levers(
    group: Group,
    first: &[First],
    found: Option<&Vec<&'static Parameter>>,
    lever: &Callback<(&'static Parameter, &'static str), Html>,
) -> Html {
    if let Some(found) = found {
        let rows: Vec<Html> = found.iter().filter(|row| row.group == group).map(|row| lever.emit((row, ""))).collect();
        return html! { for row in rows { { row } } };
    }
    let except: Vec<&'static str> = first.iter().map(|(id, _)| *id).collect();
    html! { <Groups {group} {except} lever={lever.reform(|row| (row, ""))} /> }
}

/// The question that a lever answers, if it is one of those at hand.
fn question(row: &Parameter) -> &'static str {
    DECISIONS.iter().chain(&CIRCUMSTANCES).find(|(id, _)| *id == row.id).map_or("", |(_, question)| question())
}

/// Whose decisions are moved. Of choices of one group the page has one chosen, so each place has a group of its own.
fn switch(whose: &UseStateHandle<Whose>, group: &'static str) -> Html {
    html! {
        <div class="whose" role="radiogroup" aria-label={words::levers::whose()}>
            for (choice, name, label) in Whose::ALL {
                <label class={classes!((choice == **whose).then_some("chosen"))}>
                    <input type="radio" name={group} checked={choice == **whose} data-testid={format!("whose-{name}")}
                        onchange={
                            let whose = whose.clone();
                            Callback::from(move |_: Event| whose.set(choice))
                        } />
                    { label() }
                </label>
            }
        </div>
    }
}

/// How a parameter is shown and moved.
#[hook]
fn use_lever(props: &LeversProps, whose: Whose) -> Callback<(&'static Parameter, &'static str), Html> {
    // Levers that do not move need not be drawn, so what they are given does not change with the scenario.
    let setup = || Setup { built_in: Rc::clone(&props.built_in), scenario: Rc::clone(&props.scenario) };
    let latest = use_mut_ref(setup);
    latest.replace(setup());
    let scope = move |row: &Parameter| if row.group == Group::World { Scope::Both } else { whose.scope() };
    let on_value = use_callback(
        (props.dispatch.clone(), whose),
        move |(id, value): (&'static str, Option<f64>), (dispatch, _)| {
            let row = parameter(id)?;
            let setting = (scope(row), id, value);
            let refused = latest.borrow().with(&[setting]).err();
            if refused.is_none() {
                dispatch.dispatch(Action::Set(scope(row), id, value));
            }
            refused.map(|faults| value::refusal(row, value, &faults))
        },
    );
    let on_settle = use_callback(props.dispatch.clone(), |(), dispatch| dispatch.dispatch(Action::Settle));
    let on_reset = use_callback((props.dispatch.clone(), whose), move |id: &'static str, (dispatch, _)| {
        if let Some(row) = parameter(id) {
            dispatch.dispatch(Action::Reset(scope(row), id));
        }
    });
    let on_known = use_callback(props.dispatch.clone(), |(id, known): (&'static str, bool), dispatch| {
        dispatch.dispatch(Action::Know(id, known));
    });
    let (scenario, built_in, opened) = (Rc::clone(&props.scenario), Rc::clone(&props.built_in), props.opened);
    Callback::from(move |(row, question): (&'static Parameter, &'static str)| {
        let value = |scenario: &Scenario| scenario.get(whose.arm(), row.id).flatten();
        let team = scope(row);
        let worlds = scenario.plausible();
        let known = (worlds.on && row.plausible.is_some()).then(|| worlds.knows(row.id));
        let can_reset = team.arms().iter().any(|&arm| scenario.get(arm, row.id) != built_in.get(arm, row.id));
        html! {
            <Lever key={row.id} {row} {question} {team} {opened} {can_reset} value={value(&scenario)} default={value(&built_in)}
                follows={scenario.policy(whose.arm()).competence} note={idle::note(&scenario, row, team)}
                {known} on_known={on_known.clone()} on_value={on_value.clone()} on_settle={on_settle.clone()} on_reset={on_reset.clone()} />
        }
    })
}
