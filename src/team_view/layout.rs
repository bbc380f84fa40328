//! Where the members of a team stand: each group in a place of its own, all circles of one size.

use std::f64::consts::TAU;

use super::plane::{distance, on_circle};

/// A rectangle [css px].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Centres of the members' circles, by seat.
    pub centres: Vec<[f64; 2]>,
    /// Whether each seat is to be seen: a team leaves room for those whom only the other one hires, so that everyone stands in the same
    /// place in both.
    pub shown: Vec<bool>,
    /// Radius of all circles [css px].
    pub radius: f64,
    /// Places of the groups.
    pub groups: Vec<Place>,
}

/// A way to go from one member to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

/// How far from a circle's edge a pointer still means it [css px]; a finger is not exact.
const REACH: f64 = 10.0;
/// How much a step aside weighs against one ahead.
const ASIDE: f64 = 2.5;

impl Layout {
    /// The seats that are to be seen, and where.
    fn seen(&self) -> impl Iterator<Item = (usize, [f64; 2])> {
        let seats = self.centres.iter().copied().enumerate();
        seats.filter(|&(seat, _)| self.shown.get(seat) == Some(&true))
    }

    /// Whom a point means.
    pub fn at(&self, [x, y]: [f64; 2]) -> Option<usize> {
        let distances = self.seen().map(|(seat, centre)| (seat, distance([x, y], centre)));
        let nearest = distances.min_by(|(_, a), (_, b)| a.total_cmp(b));
        nearest.filter(|&(_, distance)| distance <= 1.16 * self.radius + REACH).map(|(seat, _)| seat)
    }

    /// Who stands next to a member on a way; nobody where it ends.
    pub fn next(&self, seat: usize, way: Way) -> Option<usize> {
        let [x, y] = *self.centres.get(seat)?;
        let effort = |&[u, v]: &[f64; 2]| {
            let (ahead, aside) = match way {
                Way::Left => (x - u, v - y),
                Way::Right => (u - x, v - y),
                Way::Up => (y - v, u - x),
                Way::Down => (v - y, u - x),
            };
            (ahead > 0.5 * self.radius).then(|| ahead + ASIDE * aside.abs())
        };
        let efforts = self.seen().filter_map(|(other, centre)| Some((other, effort(&centre)?)));
        efforts.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(other, _)| other)
    }
}

/// Room for a circle with its ring and badges, in radii.
const ROOM: f64 = 3.0;
/// Largest radius, where type has its usual size [css px].
pub const LARGEST: f64 = 42.0;
const GAP: f64 = 8.0;

/// Lays the members out, whose groups these are, within an area, in circles of at most this radius; those that are to be seen are
/// `shown`.
pub fn lay_out(groups: &[usize], shown: &[bool], area: Place, largest: f64) -> Layout {
    let count = groups.iter().max().map_or(0, |most| most + 1);
    let sizes: Vec<usize> = (0..count).map(|group| groups.iter().filter(|&&other| other == group).count()).collect();
    let (radius, places) = (1..=count.max(1))
        .map(|columns| {
            let places = cells(area, count, columns);
            let radius =
                sizes.iter().zip(&places).map(|(&size, place)| fit(size, *place, largest)).fold(largest, f64::min);
            (radius, places)
        })
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .unwrap_or((largest, Vec::new()));
    let mut seated = vec![0; count];
    let centres = groups
        .iter()
        .map(|&group| {
            let rank = seated[group];
            seated[group] += 1;
            stand(rank, sizes[group], places[group], radius)
        })
        .collect();
    Layout { centres, shown: shown.to_vec(), radius, groups: places }
}

fn cells(area: Place, count: usize, columns: usize) -> Vec<Place> {
    let rows = count.div_ceil(columns).max(1);
    let width = (area.width - GAP * (columns as f64 - 1.0)) / columns as f64;
    let height = (area.height - GAP * (rows as f64 - 1.0)) / rows as f64;
    (0..count)
        .map(|index| Place {
            x: area.x + (index % columns) as f64 * (width + GAP),
            y: area.y + (index / columns) as f64 * (height + GAP),
            width,
            height,
        })
        .collect()
}

/// The largest radius with which so many fit into a place.
fn fit(size: usize, place: Place, largest: f64) -> f64 {
    let mut radius = largest;
    while radius > 2.0 && !(fits_ring(size, place, radius) || fits_grid(size, place, radius)) {
        radius -= 0.5;
    }
    radius
}

/// Half axes of the ellipse on which the circles' centres lie: no wider than needed, for a team stands together.
fn ring(size: usize, place: Place, radius: f64) -> [f64; 2] {
    let [a, b] = [place.width, place.height].map(|side| (0.5 * (side - ROOM * radius)).max(0.0));
    if size == 2 { [a.min(2.5 * radius), 0.0] } else { [a.min(1.6 * b.max(radius)), b] }
}

fn on_ring(rank: usize, size: usize, [a, b]: [f64; 2]) -> [f64; 2] {
    let start = if size == 2 { 0.0 } else { -0.25 };
    let angle = TAU * (rank as f64 / size as f64 + start);
    let [cos, sin] = on_circle(angle);
    if size == 1 { [0.0; 2] } else { [a * cos, b * sin] }
}

fn fits_ring(size: usize, place: Place, radius: f64) -> bool {
    let axes = ring(size, place, radius);
    let inside = place.width >= ROOM * radius && place.height >= ROOM * radius;
    let apart = (1..size.max(1)).all(|rank| {
        let place = on_ring(rank, size, axes);
        (0..rank).all(|other| distance(place, on_ring(other, size, axes)) >= ROOM * radius)
    });
    inside && size <= 10 && apart
}

fn grid(size: usize, place: Place, radius: f64) -> [usize; 2] {
    let most = ((place.width / (ROOM * radius)) as usize).clamp(1, size.max(1));
    let rows = size.div_ceil(most).max(1);
    // Rows of one length rather than a last one with the rest.
    [size.div_ceil(rows).max(1), rows]
}

fn fits_grid(size: usize, place: Place, radius: f64) -> bool {
    let [_, rows] = grid(size, place, radius);
    place.width >= ROOM * radius && rows as f64 * ROOM * radius <= place.height
}

fn stand(rank: usize, size: usize, place: Place, radius: f64) -> [f64; 2] {
    let middle = [place.x + 0.5 * place.width, place.y + 0.5 * place.height];
    if fits_ring(size, place, radius) {
        let [x, y] = on_ring(rank, size, ring(size, place, radius));
        return [middle[0] + x, middle[1] + y];
    }
    let [columns, rows] = grid(size, place, radius);
    let in_row = if rank / columns + 1 == rows { size - (rows - 1) * columns } else { columns };
    let (step_x, step_y) = (place.width / columns as f64, place.height / rows as f64);
    [
        middle[0] + ((rank % columns) as f64 - 0.5 * (in_row as f64 - 1.0)) * step_x,
        place.y + ((rank / columns) as f64 + 0.5) * step_y,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(members: usize, groups: usize, width: f64, height: f64) {
        let area = Place { x: 0.0, y: 0.0, width, height };
        let seats: Vec<usize> = (0..members).map(|seat| seat % groups).collect();
        let layout = lay_out(&seats, &vec![true; members], area, LARGEST);
        assert_eq!(layout.centres.len(), members);
        assert!(layout.radius >= 5.0, "{members} in {groups} on {width} x {height}: {}", layout.radius);
        for (i, [x, y]) in layout.centres.iter().enumerate() {
            assert!((0.0..=width).contains(x) && (0.0..=height).contains(y), "{layout:?}");
            for [u, v] in &layout.centres[..i] {
                let distance = (x - u).hypot(y - v);
                assert!(distance >= 1.9 * layout.radius, "{members} in {groups}: {distance} < {}", layout.radius);
            }
        }
    }

    #[test]
    fn a_point_means_the_nearest_one_or_nobody() {
        let layout = lay_out(&[0; 8], &[true; 8], Place { x: 0.0, y: 0.0, width: 400.0, height: 240.0 }, LARGEST);
        for (seat, &[x, y]) in layout.centres.iter().enumerate() {
            assert_eq!(layout.at([x + 0.5 * layout.radius, y - 0.5 * layout.radius]), Some(seat));
        }
        assert_eq!(layout.at([-50.0, -50.0]), None);
    }

    #[test]
    fn who_is_in_the_other_team_only_has_room_and_cannot_be_meant() {
        let area = Place { x: 0.0, y: 0.0, width: 400.0, height: 240.0 };
        let mut shown = [true; 9];
        let whole = lay_out(&[0; 9], &shown, area, LARGEST);
        shown[8] = false;
        let layout = lay_out(&[0; 9], &shown, area, LARGEST);
        assert_eq!(layout.centres, whole.centres);
        assert_eq!((whole.at(whole.centres[8]), layout.at(layout.centres[8])), (Some(8), None));
        for seat in 0..9 {
            for way in [Way::Left, Way::Right, Way::Up, Way::Down] {
                assert_ne!(layout.next(seat, way), Some(8));
            }
        }
    }

    #[test]
    fn arrows_reach_everyone_from_anyone() {
        for (members, groups) in [(1, 1), (2, 1), (2, 2), (8, 2), (12, 3), (24, 4), (60, 6), (59, 7)] {
            let seats: Vec<usize> = (0..members).map(|seat| seat * groups / members).collect();
            let layout =
                lay_out(&seats, &vec![true; members], Place { x: 0.0, y: 0.0, width: 480.0, height: 240.0 }, LARGEST);
            for start in 0..members {
                let mut reached = vec![start];
                let mut place = 0;
                while let Some(&seat) = reached.get(place) {
                    place += 1;
                    for way in [Way::Left, Way::Right, Way::Up, Way::Down] {
                        if let Some(next) = layout.next(seat, way).filter(|next| !reached.contains(next)) {
                            reached.push(next);
                        }
                    }
                }
                assert_eq!(reached.len(), members, "{members} in {groups} from {start}: {reached:?}");
            }
        }
    }

    #[test]
    fn everyone_has_room_within_the_picture() {
        for (members, groups) in [(1, 1), (2, 1), (2, 2), (5, 1), (8, 2), (12, 3), (24, 4), (60, 6), (60, 1), (59, 7)] {
            check(members, groups, 330.0, 240.0);
            check(members, groups, 600.0, 260.0);
        }
    }
}
