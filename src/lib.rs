//! Assist Lab: work teams with and without assist leaders, simulated.
//!
//! Data flows one way: a *scenario* ([`library`], [`model::scenario`]) goes through the *model* ([`model::simulation`]) to an
//! *outcome* ([`model::outcome`]); *experiments* ([`experiment`]) ask for many of them; the page (`app`) draws what they say.

pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
pub mod library;

pub use assist_lab_core::{experiment, model};
