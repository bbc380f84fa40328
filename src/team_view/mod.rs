//! The two teams at work: [`layout`] says where members stand, [`trust`] who is joined by a line, `paint` and `glyph` draw them,
//! `projector` moves them, `stage` puts them on the page, `legend` explains them.

#[cfg(feature = "web")]
mod brush;
#[cfg(feature = "web")]
pub mod glyph;
pub mod layout;
#[cfg(feature = "web")]
pub mod legend;
#[cfg(feature = "web")]
pub mod paint;
mod plane;
#[cfg(feature = "web")]
pub mod projector;
#[cfg(feature = "web")]
pub mod stage;
pub mod trust;
