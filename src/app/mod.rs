//! The page.
//!
//! State flows down, actions up: [`state`] holds what is shown and its only ways to change; [`share`] makes a link of it;
//! [`player`] moves the visible pair; [`workers`] compute the ensemble, of which [`findings`] are the summary that [`text`]
//! puts into words and [`charts`] into pictures. What needs no browser is compiled and tested without one.

pub mod findings;
pub mod player;
pub mod share;
pub mod state;
pub mod text;
pub mod workers;

