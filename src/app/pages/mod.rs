//! The rooms of the page.

pub mod lab;
