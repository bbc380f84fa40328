//! The last session as it is kept in the browser: the state's link, whatever its length, behind the version of the form.

/// Version of the form. Another is not read.
const VERSION: &str = "1";

/// Longest session kept [characters]. Browsers grant a few million in all.
const MAX: usize = 1 << 21;

/// A session as it is put down; `None` if it is too long.
pub fn put_down(query: &str) -> Option<String> {
    (query.len() <= MAX).then(|| format!("{VERSION} {query}"))
}

/// The query of a session that was put down; `None` if it is not of this form.
pub fn take_up(text: &str) -> Option<&str> {
    text.split_once(' ').filter(|(version, query)| *version == VERSION && query.len() <= MAX).map(|(_, query)| query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_taken_up_as_it_was_put_down() {
        let query = "v=2&scenario=software&beta=0.3";
        assert_eq!(put_down(query).as_deref().and_then(take_up), Some(query));
    }

    #[test]
    fn what_is_of_another_form_is_left_alone() {
        for text in ["", "1", "2 v=2", "v=2&scenario=software", "{\"version\": 1}"] {
            assert_eq!(take_up(text), None, "{text}");
        }
        assert_eq!(put_down(&"x".repeat(MAX + 1)), None);
    }
}
