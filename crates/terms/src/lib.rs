//! The terms of the model: what is decided and assumed ([`parameters`], [`scenario`], [`shock`]), what is measured ([`outcome`],
//! [`series`]), and what is wrong with a value ([`fault`]).
//!
//! They are a package of their own because none of it takes time: the page has it built for size, the model for speed. The
//! model bears all of it as its own, under the same names.

pub mod difference;
pub mod fault;
pub mod mechanism;
pub mod number;
pub mod outcome;
pub mod parameters;
pub mod plausible;
pub mod scenario;
pub mod series;
pub mod shock;
pub mod texts;
