//! Before the result is shown: what the reader expects of it.

use yew::prelude::*;

use super::field::value_of;
use crate::ensemble_summary::main_measure;
use crate::state::guess::{Amount, Expected, Guess, MOST, Unit};
use crate::text::guess::with_unit;
use crate::text::result::unit_name;
use crate::text::{self, arms};
use model::scenario::Scenario;
use words::{guess, outcome};

/// What is offered at first [whole per cent].
const FIRST: u32 = 10;

/// What the question is given.
#[derive(Properties, PartialEq)]
pub struct GuessProps {
    /// What it is about.
    pub scenario: std::rc::Rc<Scenario>,
    /// What the difference is put in.
    pub unit: Unit,
    /// It is answered; nothing is expected if it is skipped.
    pub on_guess: Callback<Option<Guess>>,
}

/// The question.
#[component]
pub fn AskGuess(props: &GuessProps) -> Html {
    let amount = use_state_eq(|| FIRST);
    let oninput = {
        let amount = amount.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(number) = value_of(&event).and_then(|text| text.trim().parse().ok()) {
                amount.set(u32::clamp(number, 1, MOST));
            }
        })
    };
    let answer = |expected: Expected| props.on_guess.reform(move |_: MouseEvent| Some(Guess::Given(expected)));
    let (with, measure) = (arms::with_treatment(&props.scenario), main_measure(&props.scenario));
    let said = with_unit(*amount, props.unit, &props.scenario);
    let given = Amount { number: *amount, unit: Some(props.unit) };
    html! {
        <div class="guess" data-testid="guess">
            <p class="sentence">{ guess::Ask { with: &with, outcome: &outcome::label(measure) }.say() }</p>
            <div class="choices">
                <label>{ guess::by() }{ " " }
                    <input type="number" min="1" max={MOST.to_string()} value={amount.to_string()} {oninput} data-testid="guess-amount" />
                    { " " }{ unit_name(props.unit, &props.scenario) }</label>
                // Each says what it answers, for it answers at once.
                <button type="button" onclick={answer(Expected::More(given))} data-testid="guess-more">{ guess::more(&said) }</button>
                <button type="button" onclick={answer(Expected::Same)} data-testid="guess-same">{ guess::same() }</button>
                <button type="button" onclick={answer(Expected::Less(given))} data-testid="guess-less">{ guess::less(&said) }</button>
                <button type="button" class="quiet" onclick={props.on_guess.reform(|_: MouseEvent| None)} data-testid="guess-skip">{ guess::skip() }</button>
            </div>
        </div>
    }
}

/// What was expected, beside what came.
pub fn expected(given: Option<Guess>, told: Unit, scenario: &Scenario) -> Html {
    let Some(Guess::Given(expected)) = given else { return Html::default() };
    html! { <p class="expected" data-testid="expected">{ text::guess::expected(expected, told, scenario) }</p> }
}
