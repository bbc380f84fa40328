//! Charts: what they show (`data`), how they are drawn on any surface (`draw`), the canvas as a surface (`canvas`) or a file (`svg`), and
//! the part of the page that holds one (`figure`).

#[cfg(feature = "web")]
pub mod canvas;
#[cfg(feature = "web")]
pub mod data;
#[cfg(feature = "web")]
pub mod draw;
#[cfg(feature = "web")]
pub mod figure;
pub mod scale;
#[cfg(feature = "web")]
pub mod svg;
