//! Links to the documents: pages of their own beside the lab, made from `docs/` by the build.

use yew::prelude::*;

use words::header;

/// A link to a place in the document on the model, such as `#parameter-beta`, or to its beginning. It opens a tab of its own, for
/// the lab would lose what is not in its address: where the clock stands, and what can be undone.
pub fn model_document(place: &str, text: &'static str) -> Html {
    html! {
        <a href={format!("docs/model.html{place}")} target="_blank" rel="noopener">
            { text }<span class="unseen">{ " " }{ header::new_tab() }</span>
        </a>
    }
}
