//! The way back and forth through what was changed, and the baseline to compare with.

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
    let hint = |what: &str, change: &Option<String>| {
        change.as_ref().map_or_else(|| format!("{what}: nothing yet"), |change| format!("{what}: {change}"))
    };
    html! {
        <section class="history" aria-label="Changes">
            <div class="buttons">
                <button type="button" disabled={last.is_none()} onclick={act(Action::Undo)} data-testid="undo"
                    title={format!("{} (Ctrl+Z)", hint("Undo", &last))}>{ "↶ Undo" }</button>
                <button type="button" disabled={undone.is_none()} onclick={act(Action::Redo)} data-testid="redo"
                    title={format!("{} (Ctrl+Shift+Z)", hint("Redo", &undone))}>{ "↷ Redo" }</button>
                <button type="button" disabled={last.is_none()} onclick={act(Action::Replay(replay))} data-testid="replay"
                    aria-pressed={replaying.to_string()} title={hint("Show the last change once more", &last)}>
                    { if replaying { "■ Replay" } else { "⟳ Replay" } }
                </button>
                if pin.is_some() {
                    <button type="button" onclick={act(Action::Unpin)} data-testid="unpin"
                        title="Compare with it no longer">{ "Unpin" }</button>
                }
                <button type="button" disabled={!can_pin} onclick={act(Action::Pin)} data-testid="pin"
                    title="Keep what you see now as a third line, to compare with what you change next">{ "Pin" }</button>
            </div>
            <p class="hint" data-testid="last-change">
                { match (state.replay, &last) {
                    (Some(Replay::Before), Some(change)) => format!("As it was before: {change}"),
                    (Some(Replay::After), Some(change)) => format!("As it became: {change}"),
                    (_, Some(change)) => format!("Last change: {change}"),
                    (_, None) => "Nothing is changed yet.".to_owned(),
                } }
            </p>
            if let Some(pin) = pin {
                <p class="hint" data-testid="pinned">
                    { format!("Pinned: {}", pin_name(&pin.setup)) }
                </p>
            }
        </section>
    }
}
