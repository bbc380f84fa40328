//! Which ties of trust a picture shows: few enough to be told apart.

/// Two members who trust each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// Who, by seat.
    pub seats: [usize; 2],
    /// How far, from the least that is shown to full trust [0, 1].
    pub strength: f64,
}

/// Trust up to which no tie is shown: half of full trust, a little less than a group begins with.
const LEAST: f64 = 0.5;
/// Largest team of which every such tie is shown.
const FEW: usize = 16;
/// How many of each member's ties are shown in a larger one.
const STRONGEST: usize = 2;

/// The ties shown among so many seats, of which `trust` is how far two trust each other [0, 1].
pub fn ties(seats: usize, trust: &dyn Fn(usize, usize) -> f64) -> Vec<Tie> {
    let bars: Vec<f64> = (0..seats).map(|seat| bar(seat, seats, trust)).collect();
    let mut ties = Vec::new();
    for other in 0..seats {
        for seat in 0..other {
            let mutual = trust(seat, other);
            if mutual > bars[seat].min(bars[other]) {
                ties.push(Tie { seats: [seat, other], strength: (mutual - LEAST) / (1.0 - LEAST) });
            }
        }
    }
    ties
}

/// The trust above which a member's ties are shown: that of the strongest that is not. Of ties that are alike none is picked out.
fn bar(seat: usize, seats: usize, trust: &dyn Fn(usize, usize) -> f64) -> f64 {
    if seats <= FEW {
        return LEAST;
    }
    let mut strongest = [LEAST; STRONGEST + 1];
    for other in (0..seats).filter(|&other| other != seat) {
        let mut next = trust(seat, other);
        for place in &mut strongest {
            if next > *place {
                std::mem::swap(place, &mut next);
            }
        }
    }
    strongest[STRONGEST]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Trust between neighbours in a circle, the more the higher their numbers, and between all others.
    fn check(seats: usize, neighbours: f64, others: f64, pairs: &[[usize; 2]]) {
        let trust = |a: usize, b: usize| {
            let apart = a.abs_diff(b);
            if apart == 1 || apart + 1 == seats { neighbours + 1e-3 * a.min(b) as f64 } else { others }
        };
        let found: Vec<[usize; 2]> = ties(seats, &trust).iter().map(|tie| tie.seats).collect();
        assert_eq!(found, pairs, "{seats} with {neighbours} and {others}");
    }

    fn circle(seats: usize) -> Vec<[usize; 2]> {
        let mut pairs: Vec<[usize; 2]> = (1..seats).map(|seat| [seat - 1, seat]).collect();
        pairs.insert(seats - 2, [0, seats - 1]);
        pairs
    }

    #[test]
    fn ties_above_half_are_shown() {
        check(4, 0.7, 0.5, &circle(4));
        check(4, 0.4, 0.2, &[]);
        check(3, 0.7, 0.2, &[[0, 1], [0, 2], [1, 2]]);
        check(4, 0.6, 0.9, &[[0, 1], [0, 2], [1, 2], [0, 3], [1, 3], [2, 3]]);
        check(1, 0.7, 0.7, &[]);
        check(0, 0.7, 0.7, &[]);
    }

    #[test]
    fn in_large_teams_each_one_s_strongest_are_shown() {
        check(30, 0.7, 0.6, &circle(30));
        check(30, 0.7, 0.2, &circle(30));
        check(30, 0.4, 0.3, &[]);
        assert_eq!(ties(16, &|_, _| 0.6).len(), 120);
        assert_eq!(ties(17, &|_, _| 0.6), [], "where all are alike none is picked out");
        // Whom everyone trusts most stands in the middle of a star.
        let star = ties(300, &|a, b| if a.min(b) == 0 { 0.9 } else { 0.6 });
        assert!(star.len() == 299 && star.iter().all(|tie| tie.seats[0] == 0), "{}", star.len());
        let mixed = ties(300, &|a, b| 0.5 + 0.5 * ((a.min(b) * 7919 + a.max(b) * 104_729) % 1009) as f64 / 1009.0);
        assert!((300..=600).contains(&mixed.len()), "{}", mixed.len());
    }

    #[test]
    fn strength_is_what_lies_above_half() {
        let strengths: Vec<f64> =
            ties(3, &|a, b| [0.0, 0.5, 0.75, 1.0][a + b]).iter().map(|tie| tie.strength).collect();
        assert_eq!(strengths, [0.5, 1.0]);
    }
}
