//! Who helped whom in an arm, and what it says about each member.

use crate::model::diary::{Diary, Event};
use crate::model::metrics::betweenness;
use crate::model::outcome::RECENT;

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
}

impl Network {
    /// Of the help from one moment to another [d]; the last seats are of those who joined on these days.
    pub fn of(diary: &Diary, after: f64, end: f64, joins: &[u32]) -> Self {
        let seats = diary.days.len();
        let founders = vec![after; seats - joins.len()];
        let begins = founders.into_iter().chain(joins.iter().map(|&day| f64::from(day).max(after)));
        let weeks: Vec<f64> = begins.map(|from| ((end - from) / 5.0).max(0.0)).collect();
        let there = seats - joins.iter().filter(|&&day| f64::from(day) >= end).count();
        let (mut hours, mut recent) = (vec![0.0; seats * seats], vec![0.0; there * there]);
        let mut requests = vec![0; seats];
        for entry in diary.entries.iter().filter(|entry| entry.at.day > after) {
            match (entry.event, entry.seat) {
                (Event::Helped { helper, hours: given, .. }, Some(seeker)) => {
                    hours[helper * seats + seeker] += given;
                    if entry.at.day > end.ceil() - f64::from(RECENT) {
                        recent[helper * there + seeker] += given;
                    }
                }
                (Event::Asked(_, whom, _) | Event::Referred(_, whom, _), _) => requests[whom] += 1,
                _ => {}
            }
        }
        let mut betweenness = betweenness(&recent, there);
        if !betweenness.is_empty() {
            betweenness.resize(seats, 0.0);
        }
        Self { seats, weeks, hours, betweenness, requests }
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
