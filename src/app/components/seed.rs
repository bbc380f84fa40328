//! The seed: which luck both teams share, and which of the pairs is shown.

use rand::TryRng;
use rand::rngs::SysRng;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::scenario::MAX_SEED;

/// What the seed box is given.
#[derive(Properties, PartialEq)]
pub struct SeedProps {
    /// The seed.
    pub seed: u64,
    /// Another is wanted.
    pub on_seed: Callback<u64>,
}

/// The seed box.
#[component]
pub fn SeedBox(props: &SeedProps) -> Html {
    let wrong = use_state_eq(|| false);
    let typed = {
        let (on_seed, wrong) = (props.on_seed.clone(), wrong.clone());
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let seed =
                input.and_then(|input| input.value().trim().parse::<u64>().ok()).filter(|seed| *seed <= MAX_SEED);
            wrong.set(seed.is_none());
            if let Some(seed) = seed {
                on_seed.emit(seed);
            }
        })
    };
    let fresh = {
        let (on_seed, wrong) = (props.on_seed.clone(), wrong.clone());
        Callback::from(move |_: MouseEvent| {
            // Short, so that it can be read out to a room. A browser without entropy keeps the seed it has.
            if let Ok(number) = SysRng.try_next_u32() {
                wrong.set(false);
                on_seed.emit(u64::from(number % 100_000));
            }
        })
    };
    html! {
        <div class="seed">
            <label for="seed">{ "Seed" }</label>
            <input id="seed" type="text" inputmode="numeric" value={props.seed.to_string()} onchange={typed}
                aria-invalid={wrong.to_string()} aria-describedby="seed-note" data-testid="seed" />
            <button type="button" onclick={fresh} data-testid="new-seed">{ "New seed" }</button>
            <p id="seed-note" class={if *wrong { "wrong" } else { "hint" }}>
                { if *wrong { format!("A whole number from 0 to {MAX_SEED}, please.") }
                  else { "Decides all chance: the same seed gives the same people and the same luck, everywhere.".to_owned() } }
            </p>
        </div>
    }
}
