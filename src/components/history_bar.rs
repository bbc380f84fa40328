//! The way back and forth through what was changed, and the baseline to compare with.

use std::fmt::Display;

use yew::prelude::*;

use crate::state::{Action, Replay, State};
use crate::text::change::{describe, pin_name};

/// The bar.
pub fn history_bar(state: &UseReducerHandle<State>) -> Html {
    let dispatch = state.dispatcher();
    let history = &state.history;
    let present = history.present();
    let last = history.before().map(|before| describe(before, present));
    let undone = history.undone().map(|undone| describe(present, undone));
    let pin = state.pin();
    let can_pin = state.cache.of(&present.scenario).is_some();
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let replaying = state.replay.is_some();
    let replay = if replaying { None } else { Some(Replay::Before) };
    html! {
        <section class="history" aria-label={words::history::changes()}>
            <div class="buttons">
                <button type="button" disabled={last.is_none()} onclick={act(Action::Undo)} data-testid="undo"
                    title={title(&last, words::history::undo_last, words::history::undo_nothing)}>{ words::history::undo() }</button>
                <button type="button" disabled={undone.is_none()} onclick={act(Action::Redo)} data-testid="redo"
                    title={title(&undone, words::history::redo_last, words::history::redo_nothing)}>{ words::history::redo() }</button>
                <button type="button" disabled={last.is_none()} onclick={act(Action::Replay(replay))} data-testid="replay"
                    aria-pressed={replaying.to_string()} title={title(&last, words::history::replay_last, words::history::replay_nothing)}>
                    { if replaying { words::history::replay_running() } else { words::history::replay() } }
                </button>
                if pin.is_some() {
                    <button type="button" onclick={act(Action::Unpin)} data-testid="unpin"
                        title={words::history::unpin_title()}>{ words::history::unpin() }</button>
                }
                <button type="button" disabled={!can_pin} onclick={act(Action::Pin)} data-testid="pin"
                    title={words::history::pin_title()}>{ words::history::pin() }</button>
            </div>
            <p class="hint" title={last.clone()} data-testid="last-change">
                { match (state.replay, &last) {
                    (Some(Replay::Before), Some(change)) => words::history::before(change),
                    (Some(Replay::After), Some(change)) => words::history::after(change),
                    (_, Some(change)) => words::history::last(change),
                    // Where nothing was changed there is nothing to say.
                    (_, None) => String::new(),
                } }
            </p>
            if let Some(pin) = pin {
                <p class="hint" data-testid="pinned">
                    { words::history::pinned(&pin_name(&pin.setup)) }
                </p>
            }
        </section>
    }
}

/// What a button's title says of the change that it is about, if there is one.
fn title(change: &Option<String>, of: fn(&dyn Display) -> String, nothing: words::Text) -> String {
    change.as_ref().map_or_else(|| nothing().to_owned(), |change| of(change))
}
