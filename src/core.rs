//! What computes: the model, what is asked of it, and the scenarios. A package of its own, so that it is built for speed where the
//! page around it is built small.

pub mod experiment;
pub mod library;
pub mod model;
