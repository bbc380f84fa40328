//! What the reader should know, until it is put away.

use yew::prelude::*;

use crate::app::state::Notice;

/// What the notices are given.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// What to say.
    pub notices: Vec<Notice>,
    /// One was read.
    pub on_dismiss: Callback<usize>,
}

/// Most details of a notice.
const MOST: usize = 12;

/// The notices.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    html! {
        <div class="notices" role="alert">
            for (place, notice) in props.notices.iter().enumerate() {
                <div class="notice" data-testid="notice">
                    <div>
                        <p>{ &notice.text }</p>
                        <ul>
                            for detail in notice.details.iter().take(MOST) { <li>{ detail }</li> }
                            if notice.details.len() > MOST {
                                <li>{ format!("and {} more", notice.details.len() - MOST) }</li>
                            }
                        </ul>
                    </div>
                    <button type="button" onclick={props.on_dismiss.reform(move |_| place)}>{ "Close" }</button>
                </div>
            }
        </div>
    }
}
