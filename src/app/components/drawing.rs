//! A scenario's drawing. It stands in the page, not in an image, so that it takes the page's colours.

use yew::prelude::*;

use crate::library;

/// What a drawing is given.
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// Name of the built-in scenario.
    pub name: AttrValue,
    /// What is to be seen, for those who do not see it; empty if the text beside it says so.
    #[prop_or_default]
    pub alt: AttrValue,
}

/// A drawing.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let Some(drawing) = library::drawing(&props.name) else { return Html::default() };
    let hidden = props.alt.is_empty().then_some("true");
    html! {
        <div class="drawing" role={(!props.alt.is_empty()).then_some("img")} aria-label={(!props.alt.is_empty()).then(|| props.alt.clone())}
            aria-hidden={hidden}>
            { Html::from_html_unchecked(AttrValue::Static(drawing)) }
        </div>
    }
}
