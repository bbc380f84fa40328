//! Before the result is shown: what the reader expects of it.

use yew::prelude::*;

use super::field::value_of;
use crate::ensemble_summary::main_measure;
use crate::state::guess::{Expected, Guess, MOST};
use crate::text::arms;
use model::scenario::Scenario;
use words::{guess, numbers, outcome};

/// What is offered at first [whole per cent].
const FIRST: u32 = 10;

/// What the question is given.
#[derive(Properties, PartialEq)]
pub struct GuessProps {
    /// What it is about.
    pub scenario: std::rc::Rc<Scenario>,
    /// The unit of the difference.
    pub unit: String,
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
    html! {
        <div class="guess" data-testid="guess">
            <p class="sentence">{ guess::Ask { with: &with, outcome: &outcome::label(measure) }.say() }</p>
            <div class="choices">
                <button type="button" onclick={answer(Expected::More(*amount))} data-testid="guess-more">{ guess::more() }</button>
                <button type="button" onclick={answer(Expected::Same)} data-testid="guess-same">{ guess::same() }</button>
                <button type="button" onclick={answer(Expected::Less(*amount))} data-testid="guess-less">{ guess::less() }</button>
                <label>{ guess::by() }{ " " }
                    <input type="number" min="1" max={MOST.to_string()} value={amount.to_string()} {oninput} data-testid="guess-amount" />
                    { " " }{ &props.unit }</label>
                <button type="button" class="quiet" onclick={props.on_guess.reform(|_: MouseEvent| None)} data-testid="guess-skip">{ guess::skip() }</button>
            </div>
        </div>
    }
}

/// What was expected, beside what came.
pub fn expected(given: Option<Guess>, unit: &str) -> Html {
    let Some(Guess::Given(expected)) = given else { return Html::default() };
    html! { <p class="expected" data-testid="expected">{ said(expected, unit) }</p> }
}

fn said(expected: Expected, unit: &str) -> String {
    let amount = |number| numbers::WithUnit { number: &number, unit: &unit }.say();
    match expected {
        Expected::More(number) => guess::expected_more(&amount(number)),
        Expected::Same => guess::expected_same().to_owned(),
        Expected::Less(number) => guess::expected_less(&amount(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_expected_has_the_unit_of_the_result() {
        let check = |expected, unit: &str, text: &str| assert_eq!(said(expected, unit), text);
        check(Expected::More(5), "%", "You expected 5 % more.");
        check(Expected::Less(10), "points", "You expected 10 points less.");
        check(Expected::Same, "points", "You expected about the same.");
    }
}
