//! The team under study.
//!
//! An agent-based, event-driven simulation in continuous working time. No web, no clock, no input or output, no logging, no
//! globals, no threads; once a [`scenario::Scenario`] is valid nothing can fail. The way through it: a scenario seats a team
//! ([`simulation`]), whose members ([`member`]) work on tasks ([`task`]), meet blockers, ask and help ([`processes`]) along
//! their ties ([`ties`]), as chance ([`chance`]) and the planned events ([`agenda`]) have it; what is observed is put down
//! ([`record`]) and summed up ([`outcome`]).

mod agenda;
pub mod chance;
pub mod diary;
pub mod fault;
pub mod math;
pub mod member;
pub mod metrics;
pub mod number;
pub mod outcome;
pub mod parameters;
pub mod processes;
mod rates;
pub mod record;
pub mod scenario;
mod seating;
pub mod shock;
pub mod simulation;
pub mod snapshot;
mod task;
pub mod texts;
mod ties;
