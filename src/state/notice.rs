//! What the reader should know.

use model::fault::Fault;

/// Something the reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What, in a sentence.
    pub text: String,
    /// Details, such as each value that was wrong.
    pub details: Vec<String>,
    /// Whether it is about the page as a whole; otherwise it goes with the scenario.
    pub of_page: bool,
}

impl Notice {
    /// About what could not be read.
    pub fn of_faults(text: &str, faults: &[Fault]) -> Self {
        Self { text: text.to_owned(), details: words::fault::sentences(faults), of_page: false }
    }
}
