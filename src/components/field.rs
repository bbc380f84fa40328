//! What a reader entered or chose in a field.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::TargetCast;

/// The text of the field, or the value chosen in the list, that an event is of.
pub fn value_of(event: &impl TargetCast) -> Option<String> {
    let chosen = || event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value());
    event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).or_else(chosen)
}
