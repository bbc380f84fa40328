//! What is asked of where it pays: one setting or two, through which values, for which outcome.

use std::rc::Rc;

use yew::prelude::*;

use super::field::value_of;
use crate::charts::catalogue::GROUPS;
use crate::inquiry::{Question, is_log};
use crate::state::pays::Pays;
use crate::text::swept::{Field, Offered, cost, name, offered, question};
use crate::text::value;
use library::results::key;
use model::outcome::Measure;
use model::parameters::parameter;
use model::scenario::Scenario;
use words::{outcome, swept};

/// How many values can be chosen, of one setting and of each of two.
const LINE: [usize; 4] = [5, 9, 17, 33];
const MAP: [usize; 4] = [5, 9, 17, 21];

/// What the form is given.
#[derive(Properties, PartialEq)]
pub struct SweepFormProps {
    /// What it is asked of.
    pub scenario: Rc<Scenario>,
    /// What was asked last.
    pub asked: Option<Rc<Question>>,
    /// For which outcome.
    pub outcome: Measure,
    /// How long a member's day takes here [ms], if that is known.
    pub pace: Option<f64>,
    /// What is entered, if anything was.
    pub entered: Option<Pays>,
    /// Something else is entered.
    pub on_enter: Callback<Pays>,
    /// It is asked.
    pub on_start: Callback<Rc<Question>>,
}

/// As it was asked last, or else the time of the role.
fn first(props: &SweepFormProps) -> Pays {
    let of_asked = |asked: &Rc<Question>| {
        let fields = asked.axes().iter().map(|axis| {
            let ends = [axis.values.first(), axis.values.last()].map(|end| end.copied().unwrap_or(0.0));
            let ends = ends.map(|end| value::typed(axis.parameter, end));
            Field { ends, log: is_log(axis), ..Field::of(axis.parameter, axis.scope) }
        });
        // Of whole numbers there may be fewer than were asked for.
        (fields.collect::<Vec<_>>(), asked.counts().into_iter().max().unwrap_or(LINE[1]))
    };
    let usual = || (parameter("assist_share").map(Field::new).into_iter().collect(), LINE[1]);
    let (fields, count) = props.asked.as_ref().map_or_else(usual, of_asked);
    Pays { fields, count, outcome: props.outcome }
}

/// The form.
#[component]
pub fn SweepForm(props: &SweepFormProps) -> Html {
    let entered = Rc::new(props.entered.clone().unwrap_or_else(|| first(props)));
    let headings = use_memo(props.scenario.clone(), |scenario| offered(scenario));
    let asked = use_memo((props.scenario.clone(), (*entered).clone()), |(scenario, entered)| {
        question(scenario, &entered.fields, entered.count, entered.outcome).map(Rc::new)
    });
    let change = |edit: fn(&mut Pays, String)| {
        let (entered, on_enter) = (Rc::clone(&entered), props.on_enter.clone());
        Callback::from(move |event: Event| {
            if let Some(text) = value_of(&event) {
                let mut next = (*entered).clone();
                edit(&mut next, text);
                on_enter.emit(next);
            }
        })
    };
    let on_outcome = change(|entered, id| entered.outcome = Measure::named(&id).unwrap_or(entered.outcome));
    let on_count = change(|entered, text| entered.count = text.parse().unwrap_or(entered.count));
    let on_first = change(|entered, id| choose(entered, 0, &id));
    let on_second = change(|entered, id| choose(entered, 1, &id));
    let onsubmit = {
        let (asked, on_start) = (asked.clone(), props.on_start.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Ok(question) = &*asked {
                on_start.emit(Rc::clone(question));
            }
        })
    };
    let wrong = |field: usize| (*asked).as_ref().err().and_then(|wrong| wrong.get(field).cloned().flatten());
    let counts = if entered.fields.len() > 1 { MAP } else { LINE };
    html! {
        <form class="sweep-form" {onsubmit}>
            for (place, field) in entered.fields.iter().enumerate() {
                <fieldset>
                    <legend class="unseen">{ name(field.row, field.scope) }</legend>
                    <label>{ if place == 0 { swept::first() } else { swept::second() } }
                        { choice(&headings, Some(field), if place == 0 { &on_first } else { &on_second }, place) }</label>
                    { ends(&entered, place, &props.on_enter) }
                    if let Some(wrong) = wrong(place) { <p class="wrong" role="alert" data-testid={format!("sweep-wrong-{place}")}>{ wrong }</p> }
                </fieldset>
            }
            if entered.fields.len() == 1 {
                <fieldset><label>{ swept::second() }{ choice(&headings, None, &on_second, 1) }</label></fieldset>
            }
            <fieldset>
                <label>{ swept::values() }
                    <select onchange={on_count} ~value={entered.count.to_string()} data-testid="sweep-count">
                        if !counts.contains(&entered.count) { <option value={entered.count.to_string()} selected=true>{ entered.count }</option> }
                        for count in counts {
                            <option value={count.to_string()} selected={count == entered.count}>
                                { if entered.fields.len() > 1 { swept::values_each(&count) } else { count.to_string() } }
                            </option>
                        }
                    </select></label>
                <label>{ swept::outcome() }
                    <select onchange={on_outcome} ~value={entered.outcome.info().id} data-testid="sweep-outcome">
                        { outcomes(entered.outcome) }
                    </select></label>
            </fieldset>
            <div class="sweep-start">
                <button type="submit" class="primary" disabled={asked.is_err()} data-testid="sweep-start">
                    { if props.asked.is_some() { swept::start_again() } else { swept::start() } }
                </button>
                <span class="hint" data-testid="sweep-cost">{ (*asked).as_ref().map_or_else(|_| String::new(), |asked| cost(asked, props.pace)) }</span>
            </div>
        </form>
    }
}

/// All outcomes, as options of a list.
pub fn outcomes(chosen: Measure) -> Html {
    html! {
        for (name, measures) in GROUPS {
            <optgroup label={name()}>
                for measure in measures.iter() {
                    <option value={measure.info().id} selected={*measure == chosen}>{ outcome::label(*measure) }</option>
                }
            </optgroup>
        }
    }
}

/// Another setting for a field; none for the second goes back to one.
fn choose(entered: &mut Pays, place: usize, id: &str) {
    match Field::named(id) {
        Some(field) if place < entered.fields.len() => entered.fields[place] = field,
        Some(field) => {
            entered.fields.push(field);
            entered.count = MAP[1];
        }
        None if place > 0 => entered.fields.truncate(1),
        None => {}
    }
}

type Headings = Vec<(&'static str, Vec<Offered>)>;

fn choice(headings: &Headings, chosen: Option<&Field>, onchange: &Callback<Event>, place: usize) -> Html {
    html! {
        <select onchange={onchange.clone()} ~value={chosen.map_or_else(String::new, Field::key)} data-testid={format!("sweep-setting-{place}")}>
            if place > 0 { <option value="" selected={chosen.is_none()}>{ swept::second_none() }</option> }
            // One that does nothing here stays chosen until another is.
            if let Some(field) = chosen.filter(|chosen| !headings.iter().any(|(_, rows)| rows.contains(&(chosen.row, chosen.scope)))) {
                <option value={field.key()} selected=true>{ name(field.row, field.scope) }</option>
            }
            for (heading, rows) in headings {
                <optgroup label={*heading}>
                    for (row, scope) in rows {
                        <option value={key(*scope, row)} selected={chosen.is_some_and(|chosen| (chosen.row, chosen.scope) == (*row, *scope))}>{ name(row, *scope) }</option>
                    }
                </optgroup>
            }
        </select>
    }
}

/// The ends of an axis, and how its values are spaced.
fn ends(entered: &Rc<Pays>, place: usize, on_enter: &Callback<Pays>) -> Html {
    let field = &entered.fields[place];
    let on_end = |end: usize| {
        let (entered, on_enter) = (Rc::clone(entered), on_enter.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(text) = value_of(&event) {
                let mut next = (*entered).clone();
                next.fields[place].ends[end] = text;
                on_enter.emit(next);
            }
        })
    };
    let on_log = {
        let (entered, on_enter) = (Rc::clone(entered), on_enter.clone());
        Callback::from(move |_: Event| {
            let mut next = (*entered).clone();
            next.fields[place].log = !next.fields[place].log;
            on_enter.emit(next);
        })
    };
    let input = |end: usize, name: &'static str, which: &str| {
        html! {
            <label>{ name }
                <input type="text" inputmode="decimal" autocomplete="off" size="6" value={field.ends[end].clone()} oninput={on_end(end)}
                    data-testid={format!("sweep-{which}-{place}")} /></label>
        }
    };
    html! {
        <>
            { input(0, swept::from(), "from") }
            { input(1, swept::to(), "to") }
            <span>{ value::unit(field.row) }</span>
            <label title={swept::log_title()}>
                <input type="checkbox" checked={field.log} onchange={on_log} data-testid={format!("sweep-log-{place}")} />{ " " }{ swept::log() }</label>
        </>
    }
}
