//! What computes: the model and what is asked of it. A package of its own, so that it is built for speed where the page around it is
//! built small.

pub mod experiment;
/// The built-in scenarios belong to the page's package; some tests here run them.
#[cfg(test)]
pub mod library;
pub mod model;
