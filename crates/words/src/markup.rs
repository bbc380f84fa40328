//! Places in a sentence where the page puts something of its own: a link, a key.

/// What stands before `<a>`, within, and after `</a>`; the middle and the end are empty where there is no such place.
pub fn around(text: &str) -> [&str; 3] {
    let (before, rest) = text.split_once("<a>").unwrap_or((text, ""));
    let (within, after) = rest.split_once("</a>").unwrap_or((rest, ""));
    [before, within, after]
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_sentence_is_split_around_its_link() {
        assert_eq!(around("See <a>the model</a>, please."), ["See ", "the model", ", please."]);
        assert_eq!(around("Nothing."), ["Nothing.", "", ""]);
    }
}
