//! The parts that the page is put together from.

pub mod dots;
pub mod ensemble_panel;
pub mod header;
pub mod history_bar;
pub mod later;
pub mod levers;
pub mod notices;
pub mod person;
pub mod result;
pub mod seed;
pub mod strip;
pub mod time_controls;
