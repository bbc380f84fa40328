//! The result in a sentence, what else is to be known, and how many pairs say so.

use std::rc::Rc;

use yew::prelude::*;

use super::dots::dots;
use super::guess::{AskGuess, expected};
use super::reasons::reasons;
use super::worlds::worlds;
use crate::ensemble_summary::EnsembleSummary;
use crate::explanation::Explanation;
use crate::state::guess::Guess;
use crate::state::look::Look;
use crate::state::result_cache::Pin;
use crate::state::{Action, State};
use crate::text::change::pin_name;
use crate::text::reasons::elsewhere;
use crate::text::result::{in_short, of_other_kind, unit_of_difference, words};
use crate::text::why;
use model::outcome::Measure;
use model::scenario::Scenario;
use words::{guess, present, result_panel};

/// What is known of what is pinned.
fn said_of_pin(pin: &Pin) -> String {
    match &pin.summary {
        None => result_panel::pinned_unknown().to_owned(),
        Some(found) => in_short(found),
    }
}

/// What is pinned, and what is known of it; nothing where it is what is shown.
pub fn pinned(pin: Option<&Pin>, shown: &Rc<Scenario>) -> Html {
    let Some(pin) = pin.filter(|pin| pin.setup.scenario != *shown) else { return Html::default() };
    html! {
        <p class="pinned" data-testid="pinned-sentence">
            <b>{ result_panel::pinned(&pin_name(&pin.setup)) }{ " " }</b>{ said_of_pin(pin) }
        </p>
    }
}

/// What the result is given.
pub struct ResultPanel<'a> {
    /// What is compared.
    pub scenario: &'a Rc<Scenario>,
    /// What was found; nothing before the first pairs.
    pub summary: Option<&'a EnsembleSummary>,
    /// The same of the other kind of pairs, once all of it is known.
    pub other: Option<&'a EnsembleSummary>,
    /// Why the teams differ, if that was asked.
    pub why: Option<&'a Explanation>,
    /// What is kept for comparison.
    pub pin: Option<&'a Pin>,
    /// Whether it is covered, and what is expected.
    pub look: &'a Look,
    /// The outcome in front.
    pub front: Measure,
    /// An outcome is to be in front.
    pub on_chart: Callback<Measure>,
    /// What is expected is said, or is to be asked.
    pub on_guess: Callback<Option<Guess>>,
    /// It is to be hidden, or revealed.
    pub on_hide: Callback<bool>,
    /// Pairs are to be each of a plausible world, or not.
    pub on_worlds: Callback<bool>,
}

/// The result, or what covers it.
pub fn result(props: &ResultPanel<'_>) -> Html {
    html! {
        <section class="result" tabindex="-1" aria-label={result_panel::result()}>
            if props.look.hidden {
                { hidden(props.on_hide.reform(|_: MouseEvent| false)) }
            } else if props.look.guess == Some(Guess::Asked) {
                <AskGuess scenario={Rc::clone(props.scenario)} unit={unit_of_difference(props.scenario, props.summary)}
                    on_guess={props.on_guess.clone()} />
            } else {
                { found(props) }
            }
        </section>
    }
}

/// What stands where the result is hidden, and the way to it.
pub fn hidden(on_reveal: Callback<MouseEvent>) -> Html {
    html! {
        <div>
            <p class="sentence" data-testid="hidden">{ present::hidden() }</p>
            <button type="button" class="primary" onclick={on_reveal} title={present::reveal_title()}
                data-testid="reveal">{ present::reveal() }</button>
        </div>
    }
}

/// Uncovers the result, whatever covers it.
pub fn reveal(state: &UseReducerHandle<State>) -> Callback<MouseEvent> {
    let (dispatch, asked) = (state.dispatcher(), state.view_options.look.guess == Some(Guess::Asked));
    Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Hide(false));
        if asked {
            dispatch.dispatch(Action::Guess(None));
        }
    })
}

fn found(props: &ResultPanel<'_>) -> Html {
    let Some(summary) = props.summary else {
        return html! { <div><p class="sentence" data-testid="sentence">{ result_panel::running() }</p></div> };
    };
    let said = words(summary);
    let spoken = if summary.complete() { format!("{} {}", said.main, said.also) } else { String::new() };
    // How far it is stands with the dots, if there are any.
    let [also, note] = if said.tally.is_empty() { [&said.note, ""] } else { ["", &said.note] };
    let other =
        props.other.filter(|_| *summary.scenario == **props.scenario).map(|other| of_other_kind(summary, other));
    let why = props.why.filter(|why| why.scenario == summary.scenario).map(why::in_short);
    let also = [&other.unwrap_or_default(), &elsewhere(summary), &why.unwrap_or_default(), also].join(" ");
    html! {
        <>
            <div>
                <p class="sentence" data-testid="sentence">{ &said.main }</p>
                { expected(props.look.guess, unit_of_difference(&summary.scenario, Some(summary)), &summary.scenario) }
                <p class="also" data-testid="also">{ also.trim() }</p>
                if !said.tally.is_empty() { { reasons(summary, props.front, &props.on_chart) } }
                if !said.caution.is_empty() {
                    <p class={classes!("caution", said.alarm.then_some("alarm"))} data-testid="caution">{ &said.caution }</p>
                }
                { pinned(props.pin, &summary.scenario) }
                // Read out once, at the end, not at every step of the way.
                <p class="unseen" role="status">{ spoken }</p>
            </div>
            <div class="beside">
                if !said.tally.is_empty() {
                    { dots(summary.main.tally, &[&said.tally, note].join(". ")) }
                }
                { worlds(props.scenario, &props.on_worlds, "worlds") }
                <div class="cover">
                    <button type="button" onclick={props.on_guess.reform(|_| Some(Guess::Asked))} title={guess::first_title()}
                        data-testid="guess-first">{ guess::first() }</button>
                    <button type="button" onclick={props.on_hide.reform(|_| true)} title={present::hide_title()}
                        data-testid="hide">{ present::hide() }</button>
                </div>
            </div>
        </>
    }
}
