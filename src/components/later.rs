//! Parts of the page that come a moment later, so that opening it is several short tasks and not a long one.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What comes later.
#[derive(Properties, PartialEq)]
pub struct LaterProps {
    /// It.
    pub children: Html,
}

/// Its children, in a task of their own. Parts that stand one after the other come one after the other.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    if use_later() { props.children.clone() } else { Html::default() }
}

/// False at first, true from the next task on.
#[hook]
pub fn use_later() -> bool {
    let now = use_state_eq(|| false);
    use_effect_with((), {
        let now = now.setter();
        move |()| {
            let rest = Timeout::new(0, move || now.set(true));
            move || drop(rest)
        }
    });
    *now
}
