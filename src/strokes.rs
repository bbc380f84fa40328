//! What a stroke on the keyboard means, whatever the keyboard's layout.
//!
//! A key says what it writes, and that is what its reader sees on it: where it writes a Latin letter, that letter decides. Where it
//! writes another script nobody finds a Z, so the place decides where a Latin one would have it.

/// A stroke, as the browser tells of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stroke<'a> {
    /// What the key writes, or its name.
    pub key: &'a str,
    /// Where it lies.
    pub code: &'a str,
    /// Whether Ctrl, or Cmd on a Mac, is held.
    pub command: bool,
    /// Whether Shift is.
    pub shift: bool,
    /// Whether Alt is, or AltGr, with which keys write something else.
    pub alt: bool,
    /// Whether it is part of something that is still being composed, such as a Japanese word.
    pub composing: bool,
}

/// What a stroke asks for wherever the reader is in the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The teams are to run, or to rest.
    Play,
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
    /// Something is to be shown large, or no longer.
    Present,
    /// The result is to be hidden, or revealed.
    Hide,
    /// The next scene of what is shown large.
    Next,
    /// The scene before.
    Back,
    /// No longer large.
    Leave,
}

impl<'a> Stroke<'a> {
    /// What it asks for; most ask for nothing.
    pub fn wish(self) -> Option<Wish> {
        let Self { command, shift, .. } = self;
        if self.alt || self.composing {
            return None;
        }
        match self.key {
            "PageDown" | "ArrowRight" if !command => return Some(Wish::Next),
            "PageUp" | "ArrowLeft" if !command => return Some(Wish::Back),
            "Escape" if !command => return Some(Wish::Leave),
            _ => {}
        }
        match (self.letter()?, command) {
            (b' ', false) => Some(Wish::Play),
            (b'p', false) => Some(Wish::Present),
            (b'h', false) => Some(Wish::Hide),
            (b'z', true) if !shift => Some(Wish::Undo),
            (b'z' | b'y', true) => Some(Wish::Redo),
            _ => None,
        }
    }

    /// The key by name, for what has the focus; `None` if it is the browser's, or still composes.
    pub fn plain(self) -> Option<&'a str> {
        (!self.command && !self.alt && !self.composing).then_some(self.key)
    }

    /// The letter it means, as a small one.
    fn letter(self) -> Option<u8> {
        let mut signs = self.key.chars();
        match (signs.next(), signs.next()) {
            (Some(sign), None) if sign.is_ascii() => Some(sign.to_ascii_lowercase() as u8),
            // Latin letters with marks: the keyboard has the plain ones elsewhere.
            (Some('\u{a1}'..='\u{24f}'), None) => None,
            _ => match self.code {
                "KeyZ" => Some(b'z'),
                "KeyY" => Some(b'y'),
                "KeyP" => Some(b'p'),
                "KeyH" => Some(b'h'),
                "Space" => Some(b' '),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Key and place, held with them: `c` Ctrl or Cmd, `s` Shift, `a` Alt or AltGr.
    fn check(key: &str, code: &str, held: &str, expect: Option<Wish>) {
        let held_is = |sign| held.contains(sign);
        let stroke =
            Stroke { key, code, command: held_is('c'), shift: held_is('s'), alt: held_is('a'), composing: false };
        assert_eq!(stroke.wish(), expect, "{key} at {code} with {held}");
        assert_eq!(Stroke { composing: true, ..stroke }.wish(), None, "{key} while composing");
    }

    #[test]
    fn the_letter_decides_whatever_its_case() {
        let (undo, redo) = (Some(Wish::Undo), Some(Wish::Redo));
        check("z", "KeyZ", "c", undo);
        // With Caps Lock the letter is large, or small with Shift.
        check("Z", "KeyZ", "c", undo);
        check("z", "KeyZ", "cs", redo);
        check("Z", "KeyZ", "cs", redo);
        check("y", "KeyY", "c", redo);
        check("Y", "KeyY", "c", redo);
        check("Y", "KeyY", "cs", redo);
        check("z", "KeyZ", "", None);
        check("x", "KeyX", "c", None);
    }

    #[test]
    fn on_other_latin_keyboards_the_letter_decides_not_the_place() {
        // German, French, Dvorak, bépo.
        check("z", "KeyY", "c", Some(Wish::Undo));
        check("y", "KeyZ", "c", Some(Wish::Redo));
        check("z", "KeyW", "c", Some(Wish::Undo));
        check("w", "KeyZ", "c", None);
        check("z", "Slash", "c", Some(Wish::Undo));
        check(";", "KeyZ", "c", None);
        check("à", "KeyZ", "c", None);
        check("Z", "BracketRight", "c", Some(Wish::Undo));
    }

    #[test]
    fn where_there_is_no_latin_letter_the_place_decides() {
        // Cyrillic, Greek, Hebrew, Arabic, Georgian, Thai, Korean, full width.
        let scripts = [
            ("я", "н"),
            ("Я", "Н"),
            ("ζ", "υ"),
            ("ז", "ט"),
            ("ئ", "غ"),
            ("ზ", "ყ"),
            ("ผ", "ั"),
            ("ㅋ", "ㅛ"),
            ("ｚ", "ｙ"),
        ];
        for (z, y) in scripts {
            check(z, "KeyZ", "c", Some(Wish::Undo));
            check(z, "KeyZ", "cs", Some(Wish::Redo));
            check(y, "KeyY", "c", Some(Wish::Redo));
            check(z, "KeyZ", "", None);
            check(z, "KeyB", "c", None);
        }
        check("Unidentified", "KeyZ", "c", Some(Wish::Undo));
        check("Unidentified", "", "c", None);
    }

    #[test]
    fn with_alt_a_key_writes_something_else() {
        for held in ["a", "ca", "csa"] {
            check("z", "KeyZ", held, None);
            check("я", "KeyZ", held, None);
            check("←", "KeyY", held, None);
            check(" ", "Space", held, None);
        }
    }

    #[test]
    fn the_space_bar_runs_and_rests() {
        check(" ", "Space", "", Some(Wish::Play));
        check("\u{3000}", "Space", "", Some(Wish::Play));
        check(" ", "Space", "c", None);
    }

    #[test]
    fn what_is_held_with_a_named_key_makes_it_the_browser_s() {
        let arrow = Stroke { key: "ArrowLeft", code: "ArrowLeft", ..Stroke::default() };
        assert_eq!(arrow.plain(), Some("ArrowLeft"));
        assert_eq!(Stroke { shift: true, ..arrow }.plain(), Some("ArrowLeft"));
        // Back in the history, to the beginning of the page, the word before while composing.
        for held in
            [Stroke { alt: true, ..arrow }, Stroke { command: true, ..arrow }, Stroke { composing: true, ..arrow }]
        {
            assert_eq!(held.plain(), None, "{held:?}");
        }
    }
}
