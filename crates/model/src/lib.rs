//! The team under study.
//!
//! An agent-based, event-driven simulation in continuous working time. No web, no clock, no input or output, no logging, no
//! globals, no threads; once a [`scenario::Scenario`] is valid nothing can fail. The way through it: a scenario seats a team
//! ([`simulation`]), whose members ([`state::member`]) work on tasks ([`state::task`]), meet blockers, ask and help ([`processes`]) along
//! their ties ([`state::ties`]), as chance ([`chance`]) and the planned events ([`event_calendar`]) have it; what is observed is put down
//! ([`observation`]) and summed up ([`outcome`]).

pub mod chance;
pub mod diary;
mod energy;
mod event_calendar;
pub mod math;
pub mod metrics;
pub mod observation;
mod processes;
mod rates;
mod seating;
pub mod simulation;
pub mod snapshot;
pub mod state;

pub use terms::{difference, fault, mechanism, number, outcome, parameters, plausible, scenario, series, shock, texts};
