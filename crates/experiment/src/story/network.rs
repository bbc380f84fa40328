//! Who helped whom in an arm, and what it says about each member.

use model::diary::{Entry, Event};
use model::metrics::betweenness;
use model::observation::RECENT;

/// Help between all seats.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// Number of seats.
    pub seats: usize,
    /// For how long each seat was there.
    pub weeks: Vec<f64>,
    /// Hours of help: row helper, column helped [h].
    pub hours: Vec<f64>,
    /// Freeman's betweenness of each seat in the graph of help of the last four weeks, 0 for those not there yet; empty for fewer than
    /// three.
    pub betweenness: Vec<f64>,
    /// Requests that each seat received.
    pub requests: Vec<u32>,
    /// Seats of those who are there by the end.
    there: usize,
    /// When the last four weeks begin [d].
    recent_from: f64,
    /// The hours of the last four weeks between those who are there [h].
    recent: Vec<f64>,
}

impl Network {
    /// Of so many seats, the last of them of those who joined on these days, between two moments [d]; nothing is read yet.
    pub fn new(seats: usize, [after, end]: [f64; 2], joins: &[u32]) -> Self {
        let founders = vec![after; seats - joins.len()];
        let begins = founders.into_iter().chain(joins.iter().map(|&day| f64::from(day).max(after)));
        let there = seats - joins.iter().filter(|&&day| f64::from(day) >= end).count();
        Self {
            seats,
            weeks: begins.map(|from| ((end - from) / 5.0).max(0.0)).collect(),
            hours: vec![0.0; seats * seats],
            betweenness: Vec::new(),
            requests: vec![0; seats],
            there,
            recent_from: end.ceil() - f64::from(RECENT),
            recent: vec![0.0; there * there],
        }
    }

    /// Reads the next entry of a diary.
    pub fn read(&mut self, entry: &Entry) {
        match (entry.event, entry.seat) {
            (Event::Helped { helper, hours, .. }, Some(seeker)) => {
                self.hours[helper * self.seats + seeker] += hours;
                if entry.at.day > self.recent_from && helper.max(seeker) < self.there {
                    self.recent[helper * self.there + seeker] += hours;
                }
            }
            (Event::Asked(_, whom, _) | Event::Referred(_, whom, _), _) => self.requests[whom] += 1,
            _ => {}
        }
    }

    /// All is read.
    pub fn close(&mut self) {
        self.betweenness = betweenness(&self.recent, self.there);
        if !self.betweenness.is_empty() {
            self.betweenness.resize(self.seats, 0.0);
        }
    }

    /// Hours that one gave another [h].
    pub fn between(&self, helper: usize, seeker: usize) -> f64 {
        self.hours[helper * self.seats + seeker]
    }

    /// Hours of help that each seat gave [h].
    pub fn given(&self) -> Vec<f64> {
        self.hours.chunks(self.seats).map(|row| row.iter().sum()).collect()
    }

    /// An amount by seat as one a week, of the weeks in which it was there; `NaN` for who was not.
    pub fn weekly(&self, amounts: &[f64]) -> Vec<f64> {
        amounts.iter().zip(&self.weeks).map(|(amount, weeks)| amount / weeks).collect()
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
