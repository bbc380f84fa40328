//! What happens in a team, one submodel a file.

mod ambience;
mod approvals;
mod asking;
mod blocking;
mod day;
mod duty;
mod helping;
mod improving;
mod learning;
mod relief;
mod seats;
mod shocks;
mod strain;
mod turnover;
mod wellbeing;
mod work;
