//! Who helped whom in an arm, and what it says about each member.

use crate::model::diary::{Diary, Event};
use crate::model::metrics::betweenness;

/// Working days whose help makes the graph of help.
const RECENT: f64 = 20.0;

/// Help between all seats.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// Number of seats.
    pub seats: usize,
    /// Hours of help: row helper, column helped [h].
    pub hours: Vec<f64>,
    /// Freeman's betweenness of each seat in the graph of help of the last four weeks; empty for fewer than three.
    pub betweenness: Vec<f64>,
    /// Requests that each seat received.
    pub requests: Vec<u32>,
}

impl Network {
    /// Of the help that ended after a day, in a run that ended on another.
    pub fn of(diary: &Diary, after: f64, end: f64) -> Self {
        let seats = diary.days.len();
        let (mut hours, mut recent) = (vec![0.0; seats * seats], vec![0.0; seats * seats]);
        let mut requests = vec![0; seats];
        for entry in diary.entries.iter().filter(|entry| entry.at.day > after) {
            match (entry.event, entry.seat) {
                (Event::Helped { helper, hours: given, .. }, Some(seeker)) => {
                    hours[helper * seats + seeker] += given;
                    if entry.at.day > end - RECENT {
                        recent[helper * seats + seeker] += given;
                    }
                }
                (Event::Asked(_, whom, _) | Event::Referred(_, whom, _), _) => requests[whom] += 1,
                _ => {}
            }
        }
        Self { seats, hours, betweenness: betweenness(&recent, seats), requests }
    }

    /// Hours that one gave another [h].
    pub fn between(&self, helper: usize, seeker: usize) -> f64 {
        self.hours[helper * self.seats + seeker]
    }

    /// Hours of help that each seat gave [h].
    pub fn given(&self) -> Vec<f64> {
        self.hours.chunks(self.seats).map(|row| row.iter().sum()).collect()
    }

    /// Hours of help that each seat got [h].
    pub fn received(&self) -> Vec<f64> {
        (0..self.seats).map(|seeker| (0..self.seats).map(|helper| self.between(helper, seeker)).sum()).collect()
    }
}

/// The place of a seat when the largest comes first, from 1; equals share a place.
pub fn rank(values: &[f64], seat: usize) -> usize {
    1 + values.iter().filter(|&&value| value > values[seat]).count()
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn equals_share_a_place() {
        assert_eq!([0, 1, 2, 3].map(|seat| rank(&[2.0, 5.0, 2.0, 0.0], seat)), [2, 1, 2, 4]);
    }
}
