//! What every page is given.

use std::rc::Rc;

use yew::prelude::*;

use super::choice::Choice;
use crate::content::Content;
use crate::files::Opened;
use crate::route::View;
use crate::state::State;
use model::scenario::Scenario;

/// What every page is given.
pub struct Site {
    /// The state of the lab.
    pub state: UseReducerHandle<State>,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Where the reader is.
    pub view: View,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
    /// The state, as it stands in the address.
    pub link: AttrValue,
    /// Whether stories, questions and drawings are there.
    pub content: Content,
    /// They are to be fetched again.
    pub on_content: Callback<()>,
    /// The scenario that the view is about.
    pub visited: Option<Rc<Scenario>>,
    /// A scenario is wanted in the lab, by name.
    pub on_open: Callback<&'static str>,
    /// A file was opened.
    pub on_opened: Callback<Opened>,
    /// Which scenarios the gallery shows; it stays chosen while the reader is elsewhere.
    pub choice: UseStateHandle<Choice>,
}
