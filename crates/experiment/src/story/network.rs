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
    /// Whether each seat is there by the end.
    there: Vec<bool>,
    /// When the last four weeks begin [d].
    recent_from: f64,
    /// The hours of the last four weeks [h].
    recent: Vec<f64>,
}

impl Network {
    /// Of seats that are there from these days on, `None` for never, between two moments [d]; nothing is read yet.
    pub fn new(seats: &[Option<u32>], [after, end]: [f64; 2]) -> Self {
        let from = |day: u32| f64::from(day).max(after);
        let weeks = |&day: &Option<u32>| day.map_or(0.0, |day| ((end - from(day)) / 5.0).max(0.0));
        let there: Vec<bool> = seats.iter().map(|day| day.is_some_and(|day| f64::from(day) < end)).collect();
        let count = seats.len();
        Self {
            seats: count,
            weeks: seats.iter().map(weeks).collect(),
            hours: vec![0.0; count * count],
            betweenness: Vec::new(),
            requests: vec![0; count],
            there,
            recent_from: end.ceil() - f64::from(RECENT),
            recent: vec![0.0; count * count],
        }
    }

    /// Reads the next entry of a diary.
    pub fn read(&mut self, entry: &Entry) {
        match (entry.event, entry.seat) {
            (Event::Helped { helper, hours, .. } | Event::Failed { helper, hours, .. }, Some(seeker)) => {
                self.hours[helper * self.seats + seeker] += hours;
                if entry.at.day > self.recent_from {
                    self.recent[helper * self.seats + seeker] += hours;
                }
            }
            (Event::Asked(_, whom, _) | Event::Referred(_, whom, _), _) => self.requests[whom] += 1,
            _ => {}
        }
    }

    /// All is read.
    pub fn close(&mut self) {
        let there: Vec<usize> = (0..self.seats).filter(|&seat| self.there[seat]).collect();
        let seats = self.seats;
        let recent = there.iter().flat_map(|helper| there.iter().map(move |seeker| helper * seats + seeker));
        let recent: Vec<f64> = recent.map(|place| self.recent[place]).collect();
        let known = betweenness(&recent, there.len());
        if !known.is_empty() {
            self.betweenness = vec![f64::NAN; self.seats];
            for (seat, between) in there.into_iter().zip(known) {
                self.betweenness[seat] = between;
            }
        }
    }

    /// Whether a seat is there by the end.
    pub fn is_there(&self, seat: usize) -> bool {
        self.there[seat]
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

/// The place of a seat when the largest comes first, from 1; equals share a place, and who is not there (`NaN`) takes none.
pub fn rank(values: &[f64], seat: usize) -> usize {
    1 + values.iter().filter(|&&value| value > values[seat]).count()
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn equals_share_a_place() {
        assert_eq!([0, 1, 2, 3].map(|seat| rank(&[2.0, 5.0, 2.0, 0.0], seat)), [2, 1, 2, 4]);
        assert_eq!([0, 2].map(|seat| rank(&[2.0, f64::NAN, 5.0], seat)), [2, 1]);
    }
}
