//! The parts that the page is put together from.

pub mod claim_line;
pub mod document;
pub mod dots;
pub mod drawing;
pub mod ensemble_panel;
pub mod field;
pub mod header;
pub mod history_bar;
pub mod in_sight;
pub mod later;
pub mod levers;
pub mod notices;
pub mod person;
pub mod questions;
pub mod restore;
pub mod result;
pub mod results;
pub mod seed;
pub mod share;
pub mod strip;
pub mod time_controls;
pub mod to_view;
pub mod tour;
