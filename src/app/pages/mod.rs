//! The views.

pub mod about;
pub mod lab;
pub mod scenarios;
