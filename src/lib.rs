//! The page.
//!
//! State flows down, actions up: [`state`] holds what is shown and its only ways to change; [`share`] makes a link of it, and
//! [`pages`] holds the table of pages that show it;
//! [`player`] moves the visible pair, which [`team_view`] draws; [`workers`] compute the ensemble, of which [`ensemble_summary`] is the
//! summary that [`text`] puts into words and [`charts`] into pictures. What needs no browser is compiled and tested without one.

pub mod charts;
pub mod ensemble_summary;
pub mod explanation;
pub mod inquiry;
pub mod kept;
pub mod names;
pub mod pages;
pub mod player;
pub mod qr;
pub mod questions;
pub mod route;
pub mod session;
pub mod share;
pub mod state;
pub mod strokes;
pub mod team_view;
pub mod text;
pub mod tries;
pub mod typical;
pub mod workers;

#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "web")]
pub mod content;
#[cfg(feature = "web")]
pub mod crash;
#[cfg(feature = "web")]
pub mod files;
#[cfg(feature = "web")]
pub mod keeper;
#[cfg(feature = "web")]
pub mod keeping;
#[cfg(feature = "web")]
mod keys;
#[cfg(feature = "web")]
pub mod language;
#[cfg(feature = "web")]
pub mod navigation;
#[cfg(feature = "web")]
mod page;
#[cfg(feature = "web")]
pub mod presenting;
#[cfg(feature = "web")]
pub mod replay;
#[cfg(feature = "web")]
pub mod root;
#[cfg(feature = "web")]
mod slices;
#[cfg(feature = "web")]
pub mod theme;
pub mod themes;
