//! The views.

pub mod about;
pub mod lab;
pub mod report;
pub mod scenarios;
