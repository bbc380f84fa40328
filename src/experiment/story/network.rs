//! Who helped whom in an arm, and what it says about each member.

use crate::model::diary::{Entry, Event};
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
    /// The hours of the last four weeks [h].
    recent: Vec<f64>,
}

impl Network {
    /// Of so many seats; nothing is read yet.
    pub fn new(seats: usize) -> Self {
        let none = vec![0.0; seats * seats];
        Self { seats, hours: none.clone(), betweenness: Vec::new(), requests: vec![0; seats], recent: none }
    }

    /// Reads the next entry of a diary of a run that ends on a day.
    pub fn read(&mut self, entry: &Entry, end: f64) {
        match (entry.event, entry.seat) {
            (Event::Helped { helper, hours, .. }, Some(seeker)) => {
                let place = helper * self.seats + seeker;
                self.hours[place] += hours;
                if entry.at.day > end - RECENT {
                    self.recent[place] += hours;
                }
            }
            (Event::Asked(_, whom, _) | Event::Referred(_, whom, _), _) => self.requests[whom] += 1,
            _ => {}
        }
    }

    /// All is read.
    pub fn close(&mut self) {
        self.betweenness = betweenness(&self.recent, self.seats);
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
