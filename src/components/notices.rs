//! What the reader should know, until it is put away.

use yew::prelude::*;

use crate::state::Notice;

/// Most details of a notice.
const MOST: usize = 12;

/// The notices.
pub fn notices(notices: &[Notice], on_dismiss: &Callback<usize>) -> Html {
    html! {
        <div class="notices" role="alert">
            // What came last is what is looked for.
            for (place, notice) in notices.iter().enumerate().rev() {
                <div class="notice" data-testid="notice">
                    <div>
                        <p>{ &notice.text }</p>
                        <ul>
                            for detail in notice.details.iter().take(MOST) { <li>{ detail }</li> }
                            if notice.details.len() > MOST {
                                <li>{ words::notices::more(notice.details.len() - MOST) }</li>
                            }
                        </ul>
                    </div>
                    <button type="button" onclick={on_dismiss.reform(move |_| place)}>{ words::notices::close() }</button>
                </div>
            }
        </div>
    }
}
