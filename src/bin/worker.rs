//! The worker: a placeholder until the pool exists.
fn main() {}
