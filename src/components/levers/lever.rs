//! One parameter to move: by the slider within its lever's range, by typing within all of its range, or by choosing.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::about::{about, evidence};
use super::entry::Entry;
use super::slider::Slider;
use crate::components::field::value_of;
use crate::text::value;
use model::parameters::{Kind, Parameter};
use model::scenario::Scope;
use words::{choice, lever, parameter};

/// What a lever is given.
#[derive(Properties, PartialEq)]
pub struct LeverProps {
    /// The parameter.
    pub row: &'static Parameter,
    /// A question in plain words that the parameter answers.
    #[prop_or_default]
    pub question: &'static str,
    /// Its value.
    pub value: Option<f64>,
    /// Its value in the built-in scenario.
    pub default: Option<f64>,
    /// Where it stands while it follows `competence`.
    pub follows: f64,
    /// Whose value it is.
    pub team: Scope,
    /// How many scenarios were opened before this one.
    pub opened: u32,
    /// Whether it may go back.
    pub can_reset: bool,
    /// What else is to be known, such as that the other team has another value.
    #[prop_or_default]
    pub note: AttrValue,
    /// Whether it is known, where worlds are drawn and it with them.
    #[prop_or_default]
    pub known: Option<bool>,
    /// It is known, or is not.
    pub on_known: Callback<(&'static str, bool)>,
    /// It is to have another value; answers why not.
    pub on_value: Callback<(&'static str, Option<f64>), Option<String>>,
    /// It was let go.
    pub on_settle: Callback<()>,
    /// It is to go back.
    pub on_reset: Callback<&'static str>,
}

/// A lever.
#[component]
pub fn Lever(props: &LeverProps) -> Html {
    let LeverProps { row, value, default, .. } = *props;
    let wrong = use_state_eq(|| None::<String>);
    let open = use_state_eq(|| false);
    let name = AttrValue::from(format!("lever-{}", row.id));
    // What was wrong with what was typed is over once the value is another, or another team's, or another scenario's.
    use_effect_with((value, props.team, props.opened), {
        let wrong = wrong.setter();
        move |_| wrong.set(None)
    });
    let on_wrong = use_callback(wrong.setter(), |said: Option<String>, wrong| wrong.set(said));
    let on_value = use_callback(
        (props.on_value.clone(), wrong.setter()),
        move |value: Option<f64>, (on_value, wrong): &(Callback<_, Option<String>>, UseStateSetter<_>)| {
            let refused = on_value.emit((row.id, value));
            wrong.set(refused.clone());
            refused
        },
    );
    let reset = {
        let (on_reset, wrong) = (props.on_reset.clone(), wrong.clone());
        Callback::from(move |_: MouseEvent| {
            wrong.set(None);
            on_reset.emit(row.id);
        })
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let evidence = evidence(row.evidence);
    let back = lever::Back { name: &parameter::label(row), value: &value::show(row, default) }.say();
    html! {
        <div class={classes!("lever", (value != default).then_some("changed"))} data-testid={name.clone()}>
            <label for={name.clone()} title={props.question}>{ parameter::label(row) }</label>
            if !props.question.is_empty() { <span class="question">{ props.question }</span> }
            { control(props, &name, &on_value, &on_wrong, wrong.is_some()) }
            <span class="buttons">
                <button type="button" class="small reset" disabled={!props.can_reset} onclick={reset} aria-label={back.clone()}
                    title={back} data-testid={format!("{name}-reset")}>{ "↺" }</button>
                <button type="button" class="small about" onclick={toggle} aria-expanded={open.to_string()}
                    aria-controls={format!("{name}-note")} aria-label={lever::About { name: &parameter::label(row), evidence: &evidence }.say()}
                    title={evidence} data-testid={format!("{name}-about")}>
                    { "?" }
                </button>
            </span>
            <div id={format!("{name}-note")} class="note">
                if let Some(wrong) = &*wrong { <p class="wrong" role="alert">{ wrong }</p> }
                if !props.note.is_empty() { <p class="hint">{ &props.note }</p> }
                if *open { { about(row, default, known(props)) } }
            </div>
        </div>
    }
}

/// What moves it, by the kind of its value.
fn control(
    props: &LeverProps,
    name: &AttrValue,
    on_value: &Callback<Option<f64>, Option<String>>,
    on_wrong: &Callback<Option<String>>,
    wrong: bool,
) -> Html {
    let LeverProps { row, value, default, follows, .. } = *props;
    let number = value.unwrap_or(follows);
    let sliding = |disabled: bool| {
        html! {
            <>
                <Slider {row} value={number} default={default.unwrap_or(follows)} name={name.clone()} {disabled}
                    on_value={on_value.clone()} on_settle={props.on_settle.clone()} />
                if !disabled {
                    <Entry {row} value={number} name={name.clone()} on_value={on_value.clone()} on_settle={props.on_settle.clone()}
                        on_wrong={on_wrong.clone()} {wrong} />
                    <span class="unit">{ value::unit_of(row, number) }</span>
                }
            </>
        }
    };
    match row.kind {
        Kind::Number | Kind::Count => sliding(false),
        Kind::Optional => html! {
            <>
                { sliding(value.is_none()) }
                <label class="follows">
                    <input type="checkbox" checked={value.is_none()} data-testid={format!("{name}-follows")}
                        onchange={at_once(props, on_value, move |event| (!checked(event)).then_some(number))} />
                    { lever::follows() }
                </label>
            </>
        },
        Kind::Switch => html! {
            <span class="switch">
                <input id={name.clone()} type="checkbox" checked={number != 0.0} data-testid={format!("{name}-switch")}
                    onchange={at_once(props, on_value, |event| Some(f64::from(u8::from(checked(event)))))} />
                { if number == 0.0 { lever::no() } else { lever::yes() } }
            </span>
        },
        Kind::Choice(ids) => html! {
            <select id={name.clone()} class="choices" data-testid={format!("{name}-choice")}
                onchange={at_once(props, on_value, chosen)} ~value={number.to_string()}>
                for (place, id) in ids.iter().enumerate() {
                    <option value={place.to_string()} selected={place as f64 == number}>{ choice::label(id) }</option>
                }
            </select>
        },
    }
}

/// A change of a control as a change of the value, which is a step of its own. Whether that is refused shows at the lever; nobody
/// else need know.
fn at_once(
    props: &LeverProps,
    on_value: &Callback<Option<f64>, Option<String>>,
    value: impl Fn(&Event) -> Option<f64> + 'static,
) -> Callback<Event> {
    let (on_value, on_settle) = (on_value.clone(), props.on_settle.clone());
    Callback::from(move |event: Event| {
        drop(on_value.emit(value(&event)));
        on_settle.emit(());
    })
}

fn checked(event: &Event) -> bool {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.is_some_and(|input| input.checked())
}

fn chosen(event: &Event) -> Option<f64> {
    value_of(event)?.parse().ok()
}

/// Whether it is known; nothing where nobody asks.
fn known(props: &LeverProps) -> Html {
    let Some(known) = props.known else { return Html::default() };
    let id = props.row.id;
    html! {
        <label class="known"><input type="checkbox" checked={known} onchange={props.on_known.reform(move |_: Event| (id, !known))}
            data-testid={format!("lever-{id}-known")} />{ " " }{ lever::known() }</label>
    }
}
