//! What the first screen does without: texts of what is opened by a click, stories, questions, drawings. They are fetched once, a
//! moment after it, and kept as long as the page is open.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::page::fetch;

/// The drawings of all scenarios, beside the page.
const DRAWINGS: &str = "content/drawings";

/// Whether it is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// On its way.
    #[default]
    Coming,
    /// Here.
    Here,
    /// It could not be had.
    Missing,
}

/// Whether it is there, and how to try again.
#[hook]
pub fn use_content() -> (Content, Callback<()>) {
    let content = use_state_eq(Content::default);
    let get = use_callback(content.setter(), |(), content| {
        let content = content.clone();
        content.set(Content::Coming);
        spawn_local(async move { content.set(if take_in().await { Content::Here } else { Content::Missing }) });
    });
    use_effect_with((), {
        let get = get.clone();
        move |()| {
            let rest = Timeout::new(0, move || get.emit(()));
            move || drop(rest)
        }
    });
    (*content, get)
}

/// Fetches all of it; answers whether all is there.
async fn take_in() -> bool {
    let name = format!("languages/{}.later.words", words::language::tag());
    let stories = fetch(&name).await.is_some_and(|file| words::language::add(file).is_ok());
    let drawings = fetch(DRAWINGS).await.map(library::drawings::add);
    stories && drawings.is_some()
}

/// What cannot be without the texts that come later; until they are there, what stands in its place.
pub fn with_texts(content: Content, on_again: &Callback<()>, html: impl FnOnce() -> Html) -> Html {
    if words::language::is_whole() { html() } else { standing_in(content, on_again) }
}

/// What stands in its place until it is there; nothing once it is.
pub fn standing_in(content: Content, on_again: &Callback<()>) -> Html {
    match content {
        Content::Here => Html::default(),
        Content::Coming => html! { <p class="hint" role="status">{ words::content::coming() }</p> },
        Content::Missing => html! {
            <p class="hint" role="status" data-testid="content-missing">
                { words::content::missing() }{ " " }
                <button type="button" onclick={on_again.reform(|_| ())}>{ words::content::again() }</button>
            </p>
        },
    }
}
