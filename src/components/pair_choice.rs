//! Which pair is watched: a typical one, a lucky one, an unlucky one, or another.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::value_of;
use crate::state::look::{Kind, Shown};
use words::lab;

/// What links and lists call just another pair.
const ANOTHER: &str = "another";

/// The choice.
pub fn pair_choice(pair: Option<Shown>, on_watch: &Callback<Kind>) -> Html {
    let on_watch = on_watch.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = value_of(&event).unwrap_or_default();
        // What stands first says what is shown, whatever was chosen.
        if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
            list.set_value("");
        }
        let kind = Kind::CHOSEN.into_iter().find(|kind| kind.name() == chosen);
        if let Some(kind) = kind.or((chosen == ANOTHER).then_some(Kind::Any)) {
            on_watch.emit(kind);
        }
    });
    html! {
        <select class="shown" {onchange} ~value={""} aria-label={lab::pair()} title={lab::pair_title()} data-testid="pair">
            <option value="" selected=true>{ pair.map_or_else(|| lab::pair_choosing().to_owned(), named) }</option>
            <option value="typical">{ lab::pair_typical() }</option>
            <option value="lucky">{ lab::pair_lucky() }</option>
            <option value="unlucky">{ lab::pair_unlucky() }</option>
            <option value={ANOTHER}>{ lab::pair_another() }</option>
        </select>
    }
}

/// What the pair watched is called.
fn named(pair: Shown) -> String {
    let number = pair.replicate + 1;
    match pair.kind {
        Kind::Any => lab::pair_number(&number),
        Kind::Typical => lab::pair_typical_number(&number),
        Kind::Lucky => lab::pair_lucky_number(&number),
        Kind::Unlucky => lab::pair_unlucky_number(&number),
    }
}
