//! What is put down of a run, and what it comes to. Nothing here changes what happens.

mod diary;
mod measuring;
mod recording;

pub use measuring::RECENT;
