//! The seed: which luck both teams share, and which of the pairs is shown.

use rand::TryRng;
use rand::rngs::SysRng;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::field::value_of;
use crate::keys;
use model::number;
use model::scenario::MAX_SEED;
use words::chance;

/// What the seed box is given.
#[derive(Properties, PartialEq)]
pub struct SeedProps {
    /// The seed.
    pub seed: u64,
    /// Another is wanted.
    pub on_seed: Callback<u64>,
}

/// The seed box. What is not allowed stays as it was typed, with what is, until it is put right or the seed is another.
#[component]
pub fn SeedBox(props: &SeedProps) -> Html {
    let (draft, wrong) = (use_state_eq(|| None::<String>), use_state_eq(|| None::<String>));
    let forget = {
        let (draft, wrong) = (draft.setter(), wrong.setter());
        move || {
            draft.set(None);
            wrong.set(None);
        }
    };
    use_effect_with(props.seed, {
        let forget = forget.clone();
        move |_| forget()
    });
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| draft.set(value_of(&event)))
    };
    let typed = {
        let (on_seed, forget, draft, wrong) = (props.on_seed.clone(), forget.clone(), draft.setter(), wrong.setter());
        Callback::from(move |event: Event| {
            let Some(text) = value_of(&event) else { return };
            match number::whole(&text, 0..=MAX_SEED) {
                Ok(seed) => {
                    forget();
                    on_seed.emit(seed);
                }
                Err(slip) => {
                    let allowed = words::fault::whole(0, MAX_SEED, &slip);
                    wrong.set(Some(chance::seed_wrong(&allowed)));
                    draft.set(Some(text));
                }
            }
        })
    };
    let onkeydown = {
        let forget = forget.clone();
        Callback::from(move |event: KeyboardEvent| {
            if keys::plain(&event).as_deref() == Some("Escape") {
                forget();
            }
        })
    };
    let fresh = {
        let on_seed = props.on_seed.clone();
        Callback::from(move |_: MouseEvent| {
            // Short, so that it can be read out to a room. A browser without entropy keeps the seed it has.
            if let Ok(number) = SysRng.try_next_u32() {
                forget();
                on_seed.emit(u64::from(number % 100_000));
            }
        })
    };
    html! {
        <div class="seed">
            <label for="seed">{ chance::seed() }</label>
            <input id="seed" type="text" inputmode="numeric" autocomplete="off" {oninput} onchange={typed} {onkeydown}
                value={(*draft).clone().unwrap_or_else(|| props.seed.to_string())}
                aria-invalid={wrong.is_some().to_string()} aria-describedby="seed-note" data-testid="seed" />
            <button type="button" onclick={fresh} data-testid="new-seed">{ chance::seed_new() }</button>
            <p id="seed-note" class={if wrong.is_some() { "wrong" } else { "hint" }} aria-live="polite" data-testid="seed-note">
                { (*wrong).clone().unwrap_or_else(|| chance::seed_hint().to_owned()) }
            </p>
        </div>
    }
}
