//! What changes while a team works, apart from the processes that change it.

pub(crate) mod ambience;
pub(crate) mod attraction;
pub(crate) mod causes;
pub(crate) mod duty;
pub(crate) mod lead;
pub mod member;
pub mod record;
pub(crate) mod task;
pub(crate) mod ties;
