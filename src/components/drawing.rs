//! A scenario's drawing. It stands in the page, not in an image, so that it takes the page's colours.

use yew::prelude::*;

/// The drawing of a built-in scenario. `alt` says what is to be seen, to those who do not see it; empty if the text beside it does.
pub fn drawing(name: &str, alt: &str) -> Html {
    let Some(drawing) = library::drawings::drawing(name) else { return Html::default() };
    let hidden = alt.is_empty();
    html! {
        <div class="drawing" role={(!hidden).then_some("img")} aria-label={(!hidden).then(|| alt.to_owned())}
            aria-hidden={hidden.then_some("true")}>
            { Html::from_html_unchecked(AttrValue::Static(drawing)) }
        </div>
    }
}
