//! A machine that does much else beside.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Threads that keep processors busy, each as a process of its own would, until this is dropped.
pub struct Busy(Arc<AtomicBool>);

impl Busy {
    /// Starts so many.
    pub fn start(count: usize) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        for _ in 0..count {
            let over = Arc::clone(&over);
            thread::spawn(move || {
                let mut sum = 0_u64;
                while !over.load(Ordering::Relaxed) {
                    sum = black_box(sum.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
                }
            });
        }
        Self(over)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
