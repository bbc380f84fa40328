//! Where the labels of a chart stand, so that none covers another.

/// Between a label and the line it belongs to, and between two labels [px].
pub const GAP: i32 = 5;

/// How wide a label may be beside a line in a chart of this width [px].
pub fn beside(at: i32, room: i32) -> i32 {
    (room - at).max(at) - GAP
}

/// A place for each label: its row, and where it begins [px]; `None` where there is no room. Each label is given by where its line is and by
/// its width [px], those first that matter most; `room` is the width of the chart [px], at whose right end so much of the first row
/// is kept free.
pub fn places(labels: &[(i32, i32)], room: i32, rows: usize, kept: i32) -> Vec<Option<(usize, i32)>> {
    let mut taken = vec![Vec::new(); rows];
    if let Some(first) = taken.first_mut().filter(|_| kept > 0) {
        first.push((room - kept, room));
    }
    let place = |&(at, width): &(i32, i32)| {
        // To the right of its line, or else to the left.
        for left in [at + GAP, at - GAP - width] {
            if left < 0 || left + width > room {
                continue;
            }
            let free = |row: &&mut Vec<(i32, i32)>| {
                row.iter().all(|&(from, to)| left >= to + GAP || left + width + GAP <= from)
            };
            if let Some((number, row)) = taken.iter_mut().enumerate().find(|(_, row)| free(row)) {
                row.push((left, left + width));
                return Some((number, left));
            }
        }
        None
    };
    labels.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_to_the_right_below_one_another_or_to_the_left() {
        assert_eq!(places(&[(10, 30), (12, 30), (86, 30)], 100, 3, 0), [Some((0, 15)), Some((1, 17)), Some((0, 51))]);
        assert_eq!(places(&[(10, 200)], 100, 3, 0), [None], "no room at all");
        assert_eq!(places(&[(10, 30); 4], 100, 3, 0), [Some((0, 15)), Some((1, 15)), Some((2, 15)), None]);
        assert_eq!(places(&[(60, 30)], 100, 1, 20), [Some((0, 25))], "the end is kept free");
        assert_eq!(places(&[(60, 30)], 100, 0, 20), [None]);
    }

    #[test]
    fn a_label_as_wide_as_may_be_has_a_place() {
        for at in 0..=100 {
            assert!(places(&[(at, beside(at, 100))], 100, 1, 0)[0].is_some(), "{at}");
        }
    }

    #[test]
    fn however_many_there_are_none_covers_another() {
        // Widths and places by a small generator.
        let mut last = 7_i64;
        let mut chance = |most: i64| {
            last = last * 16_807 % 2_147_483_647;
            (last % most) as i32
        };
        for room in [180, 360, 900] {
            let labels: Vec<(i32, i32)> =
                (0..100).map(|_| (chance(i64::from(room)), 10 + chance(i64::from(room / 3)))).collect();
            let placed: Vec<(usize, i32, i32)> = places(&labels, room, 3, 60)
                .into_iter()
                .zip(&labels)
                .filter_map(|(place, (_, width))| place.map(|(row, left)| (row, left, left + width)))
                .collect();
            assert!(placed.len() >= 3, "{placed:?}");
            for (number, &(row, from, to)) in placed.iter().enumerate() {
                assert!(from >= 0 && to <= room && row < 3 && (row > 0 || to + GAP <= room - 60));
                for &(other, left, right) in &placed[..number] {
                    assert!(row != other || to + GAP <= left || right + GAP <= from, "{placed:?}");
                }
            }
        }
    }
}
