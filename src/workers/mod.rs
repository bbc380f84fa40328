//! The ensemble beside the page: workers that compute pairs, and what they are told.
//!
//! What is run, in which order, and what is known already, is the study's affair ([`experiment::study`]). Here is what is the page's own:
//! [`messages`] are types of their own, so that the model's stay free to change; [`watch`] says what the page wants and when there is news,
//! [`pace`] how much is a job, [`crew`] how many workers are worth having, all without a clock of their own; [`pool`] decides which worker
//! gets what and who is given up, by what it knows of each [`worker`]. [`memory`] is what it need not have run again.
//! [`desk`] is the worker's side: what it was asked and has not done.
//! None of these needs a browser. There `driver` carries out what the pool decides, by workers that are each a `hand`, started by the
//! `bootstrap`; `ensemble` keeps all in step with the page; `serve` brings a desk its messages; [`alone`] is what the page does without.

pub mod alone;
pub mod asking;
#[cfg(feature = "web")]
mod bootstrap;
pub mod crew;
pub mod desk;
#[cfg(feature = "web")]
mod driver;
#[cfg(feature = "web")]
pub mod ensemble;
#[cfg(feature = "web")]
mod hand;
pub mod memory;
pub mod messages;
pub mod pace;
pub mod pool;
#[cfg(feature = "web")]
pub mod serve;
pub mod watch;
pub mod worker;
