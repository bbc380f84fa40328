//! Validation: does the model behave as real teams were seen to, and where does an assist leader help in it?
//!
//! [`patterns`] compares with what has been published, [`calibration`] shows how the defaults stand among settings that were
//! tried, [`failure_modes`] shows the ways in which assist leadership goes wrong, [`stories`] what the built-in cases come to, and
//! [`worlds`] maps where an assist leader helps.

pub mod calibration;
pub mod document;
pub mod failure_modes;
pub mod figure;
pub mod hypercube;
pub mod parts;
pub mod patterns;
mod people;
pub mod stories;
pub mod worlds;
