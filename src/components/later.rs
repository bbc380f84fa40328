//! Parts of the page that come a moment later, so that opening it is several short tasks and not a long one, and what people look at
//! first comes first.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a part waits at most for what is to come before it [ms]: where that does not come, the page is there all the same.
const PATIENCE: u32 = 500;

/// What comes later.
#[derive(Properties, PartialEq)]
pub struct LaterProps {
    /// It.
    pub children: Html,
    /// Whether what is to come before it is there; that is waited for a while at most.
    #[prop_or(true)]
    pub after: bool,
}

/// Its children, in a task of their own; once there they stay. Parts that stand one after the other come one after the other.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    if use_later(props.after) { props.children.clone() } else { Html::default() }
}

/// False at first, true from the task on that comes next once what is to come before it is there, or has been waited for long enough.
#[hook]
pub fn use_later(after: bool) -> bool {
    let now = use_state_eq(|| false);
    use_effect_with(after, {
        let now = now.setter();
        move |after| {
            let rest = Timeout::new(if *after { 0 } else { PATIENCE }, move || now.set(true));
            move || drop(rest)
        }
    });
    *now
}
