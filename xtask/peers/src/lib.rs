//! What the two programs share: the question they are asked, and how they answer.

use std::env;
use std::time::Instant;

/// An M/M/c queue that begins empty.
#[derive(Clone, Copy, Debug)]
pub struct Queue {
    /// Number of servers.
    pub servers: u32,
    /// Arrivals [per h].
    pub arrivals: f64,
    /// Services of a busy server [per h].
    pub services: f64,
    /// Number of customers after which it ends.
    pub customers: u32,
    /// Where the random numbers begin.
    pub seed: u64,
}

/// Reads a queue from the arguments, runs it, and prints how long that took [s], how many customers came, and their mean wait [h].
pub fn answer(run: impl Fn(Queue) -> (f64, f64)) {
    let arguments: Vec<f64> = env::args().skip(1).map(|argument| argument.parse().expect("a number")).collect();
    let [servers, arrivals, services, customers, seed] = arguments[..] else {
        panic!("servers, arrivals and services per hour, customers, seed")
    };
    let (servers, customers, seed) = (servers as u32, customers as u32, seed as u64);
    let start = Instant::now();
    let (came, wait) = run(Queue { servers, arrivals, services, customers, seed });
    println!("{} {came} {wait}", start.elapsed().as_secs_f64());
}
