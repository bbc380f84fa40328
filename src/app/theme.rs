//! Light, dark, or as the system has it; and the colours that pictures take from the style sheet.

use std::rc::Rc;

use gloo::events::EventListener;
use plotters::style::RGBColor;
use web_sys::Element;
use yew::prelude::*;

use super::page::{document_element, local_storage};

/// Which colours the reader wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

const KEY: &str = "assist-lab.theme";

impl Theme {
    /// All, in the order in which a button goes through them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name, for the style sheet and the storage.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The next in the round.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// As chosen on an earlier visit.
    pub fn remembered() -> Self {
        let name = local_storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        Self::ALL.into_iter().find(|theme| Some(theme.name()) == name.as_deref()).unwrap_or(Theme::Auto)
    }

    /// Puts it in force and remembers it; a storage that refuses only means that it is not remembered.
    pub fn wear(self) {
        if let Some(root) = document_element() {
            let _ = match self {
                Theme::Auto => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", self.name()),
            };
        }
        if let Some(storage) = local_storage() {
            let _ = storage.set_item(KEY, self.name());
        }
    }
}

/// How often the colours have changed.
#[derive(PartialEq)]
struct Changes(u32);

impl Reducible for Changes {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0 + 1))
    }
}

/// The colours in force, how to change them, and a number that changes whenever they do.
#[hook]
pub fn use_theme() -> (Theme, Callback<Theme>, u32) {
    let theme = use_state_eq(|| {
        let theme = Theme::remembered();
        theme.wear();
        theme
    });
    let changes = use_reducer(|| Changes(0));
    let on_theme = use_callback((theme.setter(), changes.dispatcher()), |wanted: Theme, (theme, changes)| {
        wanted.wear();
        theme.set(wanted);
        changes.dispatch(());
    });
    use_effect_with((), {
        let changes = changes.dispatcher();
        move |()| {
            let query = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
            let listener = query.map(|query| EventListener::new(&query, "change", move |_| changes.dispatch(())));
            move || drop(listener)
        }
    });
    (*theme, on_theme, changes.0)
}

/// The colours pictures are drawn with.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// The two arms, control first.
    pub arms: [Colour; 2],
    /// Text.
    pub ink: Colour,
    /// Text of less weight.
    pub muted: Colour,
    /// Lines that only order.
    pub line: Colour,
    /// The ground.
    pub paper: Colour,
    /// Ground of a group.
    pub group: Colour,
    /// Being stuck.
    pub stuck: Colour,
    /// Helping.
    pub help: Colour,
    /// The assist leader's star.
    pub star: Colour,
}

/// A colour for the canvas and for charts.
#[derive(Clone, Debug, PartialEq)]
pub struct Colour {
    /// As `#rrggbb`.
    pub css: AttrValue,
    /// The same in numbers.
    pub rgb: RGBColor,
}

impl Palette {
    /// As the style sheet has it now.
    pub fn read() -> Option<Self> {
        Self::of(&document_element()?)
    }

    /// As the style sheet has it for an element.
    pub fn of(element: &Element) -> Option<Self> {
        let style = web_sys::window()?.get_computed_style(element).ok()??;
        let colour = |name: &str| {
            let css = style.get_property_value(name).unwrap_or_default();
            let css = css.trim().to_owned();
            Colour { rgb: parse(&css).unwrap_or(RGBColor(128, 128, 128)), css: css.into() }
        };
        Some(Self {
            arms: [colour("--control"), colour("--treatment")],
            ink: colour("--ink"),
            muted: colour("--muted"),
            line: colour("--line"),
            paper: colour("--paper"),
            group: colour("--group"),
            stuck: colour("--stuck"),
            help: colour("--help"),
            star: colour("--star"),
        })
    }
}

/// Reads `#rrggbb`.
fn parse(css: &str) -> Option<RGBColor> {
    let digits = css.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some(RGBColor(part(0)?, part(2)?, part(4)?))
}
