//! The colours a reader can choose, by name.

use words::themes;

/// Which colours the reader wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Large and of high contrast, for a room and a weak beamer.
    Projector,
}

impl Theme {
    /// All, in the order shown.
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Projector];

    /// Its name, for the style sheet, the address and the storage.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Projector => "projector",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Theme::Auto => themes::auto(),
            Theme::Light => themes::light(),
            Theme::Dark => themes::dark(),
            Theme::Projector => themes::projector(),
        }
    }

    /// The theme of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for theme in Theme::ALL {
            assert_eq!(Theme::named(theme.name()), Some(theme));
            assert_eq!(theme.title().to_lowercase(), theme.name());
        }
        assert_eq!(Theme::named("pink"), None);
    }
}
