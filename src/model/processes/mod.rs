//! What happens in a team, one submodel a file.

pub mod ambience;
pub mod approvals;
pub mod asking;
mod blocking;
mod day;
pub mod duty;
mod helping;
mod learning;
mod shocks;
pub mod strain;
mod turnover;
mod wellbeing;
mod work;
