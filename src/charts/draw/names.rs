//! What the two lines of a chart are called, written beside them where there is room, or else in a key above.

use plotters::prelude::*;

use super::{Area, FONT, Failed, KEY, KEY_SAMPLE, Plot, fitted, key, left as left_of_axes};
use crate::charts::data::{ChartData, Course};
use crate::theme::Palette;

/// Between a name and the lines [px].
const GAP: i32 = 3;
/// Where names are tried to end, as shares of the width: near the end the lines are furthest apart.
const ENDS: [f64; 5] = [0.99, 0.8, 0.62, 0.9, 0.7];
/// By how much bold letters are wider.
const BOLD: f64 = 1.15;
/// The widest that a name may be beside a line, as a share of the width.
const WIDEST: f64 = 0.9;

/// Writes both names beside their lines, or together where no line is; answers whether there was room. `taken` is where other labels
/// stand, from the top [px].
pub fn names<DB: DrawingBackend>(
    area: &Area<DB>,
    plot: &mut Plot<'_, DB>,
    course: &Course,
    data: &ChartData,
    palette: &Palette,
    taken: &[[i32; 4]],
) -> Result<bool, Failed<DB>> {
    let size = palette.text_px(12.0);
    let style =
        |arm: usize| (FONT, size).into_font().style(plotters::style::FontStyle::Bold).color(&palette.arms[arm].rgb);
    let frame = plot.plotting_area().get_pixel_range();
    let [left, right, top, bottom] = [frame.0.start, frame.0.end, frame.1.start, frame.1.end];
    let points = |line: &[f64]| -> Vec<(i32, i32)> {
        let values = course.at.iter().zip(line).filter(|(_, value)| value.is_finite());
        values.map(|(at, value)| plot.backend_coord(&(*at, data.unit.factor * value))).collect()
    };
    // What is kept for comparison is named elsewhere, and crossed by no name all the same.
    let kept = course.baseline.as_deref().map_or_else(Vec::new, points);
    let lines = [points(&course.arms[0]), points(&course.arms[1]), kept];
    let room = (WIDEST * f64::from(right - left)) as u32;
    let texts = [fitted(area, &data.names[0], &style(0), room)?, fitted(area, &data.names[1], &style(1), room)?];
    let mut widths = [0; 2];
    for arm in 0..2 {
        // Bold letters are wider than they are measured.
        widths[arm] = (BOLD * f64::from(area.estimate_text_size(&texts[arm], &style(arm))?.0)) as i32;
    }
    let height = size.ceil() as i32;
    // A name may stand beside the unit, above the frame.
    let (base_x, base_y) = area.get_base_pixel();
    let unit = [base_x + left_of_axes(palette) as i32, base_y, unit_width(area, data, palette)?, top - base_y];
    let taken = &[taken, &[unit]].concat();
    // The line that ends higher has its name above both, the other below both.
    let last = |arm: usize| lines[arm].last().map_or(0, |&(_, y)| y);
    let above = usize::from(last(1) <= last(0));
    let place = |arm: usize, others: &[[i32; 4]]| -> Option<[i32; 4]> {
        // On the other side it would stand beside the other line, as it would where its own has ended.
        let over = arm == above;
        ENDS.iter().find_map(|share| {
            let x = left + (share * f64::from(right - left)) as i32 - widths[arm];
            let ends = lines[arm].last().is_some_and(|(at, _)| *at < x + widths[arm] / 2);
            if ends {
                return None;
            }
            let near =
                lines.iter().flatten().filter(|(at, _)| *at >= x - 4 && *at <= x + widths[arm] + 4).map(|&(_, y)| y);
            let next = if over { near.min()? - GAP - height - 2 } else { near.max()? + GAP };
            // Beyond the other's name, if that stands there.
            let further = if over { next - height } else { next + height };
            [next, further].into_iter().map(|y| [x, y, widths[arm], height]).find(|place| {
                let inside = x >= left && place[1] >= top - height && place[1] + height <= bottom;
                inside && !others.iter().any(|other| overlap(*other, *place))
            })
        })
    };
    let first = place(above, taken);
    let second = first.and_then(|first| place(1 - above, &[&taken[..], &[first]].concat()));
    match (first, second) {
        (Some(first), Some(second)) => {
            for (arm, [x, y, ..]) in [(above, first), (1 - above, second)] {
                area.draw(&Text::new(texts[arm].clone(), (x - base_x, y - base_y), style(arm)))?;
            }
            Ok(true)
        }
        // Or else together where no line is.
        _ => match corner([left, right, top, bottom], widths, height, &lines, taken) {
            Some([x, y]) => {
                for (arm, name) in texts.iter().enumerate() {
                    let at = (x - base_x, y - base_y + arm as i32 * (height + GAP) + height / 2);
                    key(area, name, palette.arms[arm].rgb, arm == 0, at, room + SAMPLE as u32, palette)?;
                }
                Ok(true)
            }
            None => Ok(false),
        },
    }
}

/// Width of a line's sample before its name, with the room around it [px].
const SAMPLE: i32 = 56;

/// Where both names fit one below the other, each behind a sample of its line, and no line or label is: the upper left corner [px].
fn corner(
    [left, right, top, bottom]: [i32; 4],
    widths: [i32; 2],
    height: i32,
    lines: &[Vec<(i32, i32)>; 3],
    taken: &[[i32; 4]],
) -> Option<[i32; 2]> {
    let size = [widths[0].max(widths[1]) + SAMPLE, 2 * height + 3 * GAP];
    let across = [right - size[0], (left + right - size[0]) / 2, left + GAP];
    let down = [top + GAP, bottom - size[1] - GAP];
    let places = across.into_iter().flat_map(|x| down.map(|y| [x, y]));
    places.into_iter().find(|&[x, y]| {
        let place = [x, y, size[0], size[1]];
        // Between two weeks a line goes straight.
        let is_near = |&[(from, above), (to, below)]: &[(i32, i32); 2]| {
            overlap([from, above.min(below) - GAP, (to - from).max(1), (above - below).abs() + 2 * GAP], place)
        };
        let crossed = lines.iter().any(|line| line.array_windows().any(is_near));
        x >= left && y >= top && y + size[1] <= bottom && !crossed && !taken.iter().any(|other| overlap(*other, place))
    })
}

/// Between the unit and the key beside it [px].
const KEY_GAP: i32 = 16;
/// Distance of rows of a key, as a share of the size of its letters.
const ROW: f64 = 1.25;

/// Both names in a key: on the line of the unit if they have room there, or else below it, one below the other.
pub fn keys<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<(), Failed<DB>> {
    let (size, letters) = (palette.text_px(12.0), palette.text_px(KEY));
    let left = left_of_axes(palette) as i32;
    let is_below = keys_rows(area, data, palette)? > 0;
    let mut at = if is_below {
        (left, (5.0 + size + 0.5 * ROW * letters) as i32)
    } else {
        (left + unit_width(area, data, palette)? + KEY_GAP, (0.5 * size) as i32 + 4)
    };
    for (arm, name) in data.names.iter().enumerate() {
        let room = area.dim_in_pixel().0.saturating_sub(at.0 as u32);
        let next = key(area, name, palette.arms[arm].rgb, arm == 0, at, room, palette)?;
        at = if is_below { (left, at.1 + (ROW * letters) as i32) } else { (next, at.1) };
    }
    Ok(())
}

/// Height of the rows that a key needs below the unit's line; 0 where it has room on that [px].
pub fn keys_rows<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<u32, Failed<DB>> {
    let style = (FONT, palette.text_px(KEY)).into_font().color(&palette.ink.rgb);
    let mut wanted = left_of_axes(palette) as i32 + unit_width(area, data, palette)? + KEY_GAP;
    for name in &data.names {
        wanted += area.estimate_text_size(name, &style)?.0 as i32 + KEY_SAMPLE;
    }
    let fits = wanted <= area.dim_in_pixel().0 as i32;
    Ok(if fits { 0 } else { (2.0 * ROW * palette.text_px(KEY)) as u32 })
}

fn unit_width<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<i32, Failed<DB>> {
    let style = (FONT, palette.text_px(12.0)).into_font().color(&palette.ink.rgb);
    Ok(area.estimate_text_size(&data.unit.name, &style)?.0 as i32)
}

fn overlap([x, y, width, height]: [i32; 4], [u, v, other_width, other_height]: [i32; 4]) -> bool {
    x < u + other_width && u < x + width && y < v + other_height && v < y + height
}
