//! A worker: computes pairs for the page.

fn main() {
    assist_lab::app::workers::serve::serve();
}
