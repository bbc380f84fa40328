//! The theme in force, and the colours that pictures take from the style sheet.

use std::rc::Rc;

use gloo::events::EventListener;
use plotters::style::RGBColor;
use web_sys::{Element, Window};
use yew::prelude::*;

use super::page::{self, document_element, local_storage};
use super::route;
pub use super::themes::Theme;

const KEY: &str = "assist-lab.theme";
/// How thick lines are that a room is to see, where type has its usual size.
const WEIGHT: f64 = 0.9;
/// The least size of words that a room is to read, where type has its usual size [px].
const WORDS: f64 = 14.0;

impl Theme {
    /// As chosen on an earlier visit.
    pub fn remembered() -> Self {
        let name = local_storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        name.and_then(|name| Self::named(&name)).unwrap_or_default()
    }

    /// Puts it in force.
    pub fn wear(self) {
        if let Some(root) = document_element() {
            let _ = match self {
                Theme::Auto => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", self.name()),
            };
        }
    }

    /// Remembers it for the next visit; a storage that refuses only means that it is not remembered.
    pub fn remember(self) {
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

/// The colours in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worn {
    /// Which.
    pub theme: Theme,
    /// Whether the link asks for them; then they stay in it, and are not remembered.
    pub by_link: bool,
}

/// The colours in force, how to change them, and a number that changes whenever they do.
#[hook]
pub fn use_theme() -> (Worn, Callback<Theme>, u32) {
    let worn = use_state_eq(|| {
        let asked = route::theme(&page::query()).0;
        let theme = asked.unwrap_or_else(Theme::remembered);
        theme.wear();
        Worn { theme, by_link: asked.is_some() }
    });
    let changes = use_reducer(|| Changes(0));
    let on_theme = use_callback((worn.setter(), changes.dispatcher()), |theme: Theme, (worn, changes)| {
        theme.wear();
        theme.remember();
        worn.set(Worn { theme, by_link: false });
        changes.dispatch(());
    });
    // Before whoever draws on paper hears of it: listeners of a window are called in the order in which they came, and this is before any effect.
    use_mut_ref(|| web_sys::window().map(|window| print_in_light(&window, &changes.dispatcher())));
    use_effect_with((), {
        let changes = changes.dispatcher();
        move |()| {
            let query = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
            let listener = query.map(|query| EventListener::new(&query, "change", move |_| changes.dispatch(())));
            move || drop(listener)
        }
    });
    (*worn, on_theme, changes.0)
}

/// Pictures are drawn in light colours for as long as the page is printed, whatever the theme.
fn print_in_light(window: &Window, changes: &UseReducerDispatcher<Changes>) -> [EventListener; 2] {
    const PRINTS: &str = "data-prints";
    let [begins, ends] = [changes.clone(), changes.clone()];
    let set = |prints: bool| {
        if let Some(root) = document_element() {
            let _ = if prints { root.set_attribute(PRINTS, "") } else { root.remove_attribute(PRINTS) };
        }
    };
    [
        EventListener::new(window, "beforeprint", move |_| {
            set(true);
            begins.dispatch(());
        }),
        EventListener::new(window, "afterprint", move |_| {
            set(false);
            ends.dispatch(());
        }),
    ]
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
    /// By what lines are thicker than usual.
    pub weight: f64,
    /// By what type is larger than usual.
    pub type_size: f64,
    /// The least size of words in pictures, if a room is to read them [px].
    pub least: f64,
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
        let factor = |name: &str| {
            let number = style.get_property_value(name).ok().and_then(|text| text.trim().parse::<f64>().ok());
            number.unwrap_or(1.0).clamp(0.5, 4.0)
        };
        let presents = element.get_attribute("data-present").is_some_and(|scene| scene != "none");
        Some(Self {
            // What a room sees has lines as much thicker as its letters are larger.
            weight: if presents { WEIGHT * factor("--type-size") } else { factor("--weight") },
            type_size: factor("--type-size"),
            least: if presents { WORDS * factor("--type-size") } else { 0.0 },
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

impl Palette {
    /// A line's width in this theme, which is so wide otherwise [px].
    pub fn line_width(&self, width: f64) -> f64 {
        width * self.weight
    }

    /// The same in whole pixels.
    pub fn stroke(&self, width: u32) -> u32 {
        self.line_width(f64::from(width)).round() as u32
    }

    /// The size of words in this theme, which is so large otherwise [px].
    pub fn text_px(&self, size: f64) -> f64 {
        self.type_px(size).max(self.least)
    }

    /// A type size in this theme, which is so large otherwise [px].
    pub fn type_px(&self, size: f64) -> f64 {
        size * self.type_size
    }
}

/// Reads `#rrggbb`.
fn parse(css: &str) -> Option<RGBColor> {
    let digits = css.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some(RGBColor(part(0)?, part(2)?, part(4)?))
}
