//! Several texts as one.

use words::list;

/// “a, b and c”; empty for nothing.
pub fn and(items: Vec<String>) -> String {
    ended(items, |before, last| list::Last { before, last }.say())
}

/// “a, b or c”; empty for nothing.
pub fn or(items: Vec<String>) -> String {
    ended(items, |before, last| list::LastOr { before, last }.say())
}

fn ended(mut items: Vec<String>, join: fn(&String, &String) -> String) -> String {
    match items.pop() {
        Some(last) if !items.is_empty() => join(&commas(items), &last),
        only => only.unwrap_or_default(),
    }
}

/// “a, b, c”.
pub fn commas(items: Vec<String>) -> String {
    joined(items, |before, next| list::Comma { before, next }.say())
}

/// Clauses of a sentence: “a; b; c”.
pub fn clauses(items: Vec<String>) -> String {
    joined(items, |before, next| list::Clause { before, next }.say())
}

/// Sentences, one after the other.
pub fn sentences(items: Vec<String>) -> String {
    joined(items, |before, next| list::Sentence { before, next }.say())
}

fn joined(items: Vec<String>, join: fn(&String, &String) -> String) -> String {
    items.into_iter().filter(|item| !item.is_empty()).reduce(|before, next| join(&before, &next)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_is_joined_otherwise_and_what_is_empty_is_left_out() {
        let items = |count: usize| ["a", "b", "c"].iter().take(count).map(|item| item.to_string()).collect::<Vec<_>>();
        assert_eq!([0, 1, 2, 3].map(|count| and(items(count))), ["", "a", "a and b", "a, b and c"]);
        assert_eq!([0, 1, 2, 3].map(|count| or(items(count))), ["", "a", "a or b", "a, b or c"]);
        assert_eq!(clauses(items(3)), "a; b; c");
        assert_eq!(sentences(vec!["A.".to_owned(), String::new(), "B.".to_owned()]), "A. B.");
    }
}
