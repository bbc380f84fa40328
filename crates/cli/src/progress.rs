//! How far a run has come, in a line of the terminal that is written over.

use std::time::Instant;

use experiment::study::progress::{Progress, TimeLeft};

/// The line; it is gone when it is dropped.
pub struct Line {
    begun: Instant,
    left: TimeLeft,
}

impl Line {
    /// A line with nothing in it yet.
    pub fn new() -> Self {
        Self { begun: Instant::now(), left: TimeLeft::default() }
    }

    /// Says how far it is now.
    pub fn show(&mut self, progress: &Progress) {
        let left = self.left.at(1000.0 * self.begun.elapsed().as_secs_f64(), progress);
        let left = left.map_or(String::new(), |millis| format!(", about {} left", words(millis)));
        eprint!("\r{} of {} pairs{left}\x1b[K", progress.done, progress.total);
    }

    /// Says how many worlds are done.
    pub fn show_worlds(&mut self, done: usize, total: usize) {
        let seconds = self.begun.elapsed().as_secs_f64();
        let left = words(1000.0 * seconds * (total - done) as f64 / done.max(1) as f64);
        eprint!("\r{done} of {total} worlds, about {left} left\x1b[K");
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        eprint!("\r\x1b[K");
    }
}

/// A time [ms] in the largest unit of which there are two, rounded up.
fn words(millis: f64) -> String {
    let seconds = (millis / 1000.0).ceil();
    let (unit, name) = match seconds {
        long if long >= 7200.0 => (3600.0, "h"),
        long if long >= 120.0 => (60.0, "min"),
        _ => (1.0, "s"),
    };
    format!("{} {name}", (seconds / unit).ceil())
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn times_are_said_in_the_unit_they_are_thought_of() {
        let check = |millis, expect: &str| assert_eq!(words(millis), expect);
        check(0.0, "0 s");
        check(300.0, "1 s");
        check(119_000.0, "119 s");
        check(121_000.0, "3 min");
        check(7_200_001.0, "3 h");
    }
}
