//! Times pairs on request: a line holds members, first replicate and count; the answer is how long they took [ns].

use std::io::{BufRead, stdin};
use std::time::Instant;

fn main() {
    for line in stdin().lock().lines() {
        let line = line.expect("text");
        let numbers: Vec<u32> = line.split(' ').map(|number| number.parse().expect("a number")).collect();
        let [members, first, count] = numbers[..] else { panic!("three numbers, not {line}") };
        let start = Instant::now();
        std::hint::black_box(timing::pairs(members, first, count));
        println!("{}", start.elapsed().as_nanos());
    }
}
