//! The drawings of the built-in scenarios, as SVG. Their colours are those of the page that they stand in.

use std::sync::OnceLock;

static DRAWINGS: OnceLock<String> = OnceLock::new();

/// Takes in a file of drawings: before each a zero, its name and the end of a line.
pub fn add(file: String) {
    // Another that came first is the same.
    let _ = DRAWINGS.set(file);
}

/// The drawing of a built-in scenario; `None` also while the file of drawings is on its way.
pub fn drawing(name: &str) -> Option<&'static str> {
    let all = DRAWINGS.get()?.split('\0');
    all.filter_map(|entry| entry.split_once('\n')).find(|(own, _)| *own == name).map(|(_, drawing)| drawing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_are_found_by_name() {
        assert_eq!(drawing("a"), None, "not there yet");
        add("\0a\n<svg>1\n2</svg>\0b\n<svg>3</svg>".to_owned());
        assert_eq!([drawing("a"), drawing("b"), drawing("c")], [Some("<svg>1\n2</svg>"), Some("<svg>3</svg>"), None]);
    }
}
