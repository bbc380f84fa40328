//! Which scenarios the gallery shows.

use model::texts::Shelf;
use yew::AttrValue;

/// All, unless something is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only one shelf.
    pub shelf: Option<Shelf>,
    /// Only one field.
    pub field: Option<AttrValue>,
}
