//! Both arms over the weeks, and how far they are apart.

use plotters::prelude::*;
use words::charts;

use super::names::{keys, keys_rows, names};
use super::{Area, BOTTOM, FONT, Failed, Frame, Plot, RIGHT, TOP, fitted, left};
use crate::charts::data::{ChartData, Course};
use crate::charts::places::{GAP, beside, places};
use crate::charts::scale::Scale;
use crate::theme::Palette;

/// Distance of labels that stand below one another, as a share of the size of their letters, and what of it is above these.
const LABEL_ROW: f64 = 1.1;
const LABEL_ABOVE: f64 = 0.15;
/// Labels below one another, at most; in a room's large letters one row, for they are many lines high and lie over the curves.
const LABEL_ROWS: usize = 3;
const LARGE_LABEL_ROWS: usize = 1;

/// The share that they take at most of the height below unit and key.
const LABEL_SHARE: f64 = 0.3;

/// Least distance of numbers on an axis that goes up, in type of the usual size [px].
const STEP: f64 = 13.0;

/// What is said below the axis of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weeks {
    /// Nothing: it stands below the other part.
    Unsaid,
    /// What its numbers are.
    Said,
    /// And that there is no room for the other part.
    Low,
}

impl Weeks {
    /// From the longest to the shortest.
    fn wordings(self) -> Vec<&'static str> {
        match self {
            Weeks::Unsaid => Vec::new(),
            Weeks::Said => vec![charts::axis_weeks(), charts::axis_weeks_short()],
            Weeks::Low => vec![charts::axis_weeks_low(), charts::axis_weeks(), charts::axis_weeks_short()],
        }
    }
}

/// Both arms: lines in full, thin ones of a single pair, and the baseline. `weeks` is what is said below the axis.
pub fn arms<DB: DrawingBackend>(
    area: &Area<DB>,
    course: &Course,
    data: &ChartData,
    palette: &Palette,
    weeks: Weeks,
) -> Result<(), Failed<DB>> {
    // Where lines leave no room for their names, these stand in a key above, in rows of its own if it has to have them.
    if !lines(area, course, data, palette, weeks, 0)? {
        let rows = keys_rows(area, data, palette)?;
        if rows > 0 {
            area.fill(&palette.paper.rgb)?;
            lines(area, course, data, palette, weeks, rows)?;
        }
        keys(area, data, palette)?;
    }
    Ok(())
}

/// Draws them below so much room for a key [px]; answers whether they have their names, or need none.
fn lines<DB: DrawingBackend>(
    area: &Area<DB>,
    course: &Course,
    data: &ChartData,
    palette: &Palette,
    weeks: Weeks,
    head: u32,
) -> Result<bool, Failed<DB>> {
    let factor = data.unit.factor;
    let reach: Vec<f64> = course.reach(0).into_iter().map(|value| value * factor).collect();
    let labels = labels(area, course, palette, head)?;
    let strip = labels.height();
    let taken_by = if weeks == Weeks::Unsaid { 0 } else { BOTTOM };
    let up = upright(area, palette, &reach, 4, taken_by, head + strip);
    let frame = Frame { head: head + strip, ..frame(area, course, up, palette, (&data.unit.name, false), weeks)? };
    let mut plot = frame.draw(area, palette)?;
    marks(&mut plot, course, palette)?;
    let taken = write_labels(&mut plot, course, palette, labels)?;
    if let Some(single) = &course.single {
        for (line, colour) in single.iter().zip(&palette.arms) {
            let style = colour.rgb.mix(0.45).stroke_width(palette.stroke(1));
            plot.draw_series(pieces(course, line, factor).map(|piece| PathElement::new(piece, style)))?;
        }
    }
    if let Some(baseline) = &course.baseline {
        for piece in pieces(course, baseline, factor) {
            plot.draw_series(DashedLineSeries::new(piece, 2, 4, palette.ink.rgb.stroke_width(palette.stroke(2))))?;
        }
    }
    // Dashes as well as colour tell the arms apart.
    for piece in pieces(course, &course.arms[0], factor) {
        plot.draw_series(DashedLineSeries::new(piece, 6, 4, palette.arms[0].rgb.stroke_width(palette.stroke(3))))?;
    }
    let style = palette.arms[1].rgb.stroke_width(palette.stroke(3));
    plot.draw_series(pieces(course, &course.arms[1], factor).map(|piece| PathElement::new(piece, style)))?;
    // Beside a person's charts stands a key for all of them.
    if course.weeks.is_empty() || head > 0 { Ok(true) } else { names(area, &mut plot, course, data, palette, &taken) }
}

/// An axis that goes up, with `usual` steps or fewer, so that no number touches the next. `below` is what stands below it, in type of
/// the usual size, and `above` what stands above it [px].
fn upright<DB: DrawingBackend>(
    area: &Area<DB>,
    palette: &Palette,
    values: &[f64],
    usual: usize,
    below: u32,
    above: u32,
) -> Scale {
    let height = f64::from(area.dim_in_pixel().1) - palette.type_px(f64::from(TOP + below)) - f64::from(above);
    let around = |steps: usize| Scale::around(values.iter().copied(), steps);
    let is_apart = |scale: &Scale| height >= palette.type_px(STEP) * (scale.ticks.len() - 1) as f64;
    (1..=usual).rev().map(around).find(is_apart).unwrap_or_else(|| around(1))
}

/// Their difference: mean over the pairs, and what 50 and 95 of 100 pairs do not leave.
pub fn difference<DB: DrawingBackend>(
    area: &Area<DB>,
    course: &Course,
    data: &ChartData,
    palette: &Palette,
) -> Result<(), Failed<DB>> {
    let factor = data.unit.factor;
    let quantile = |which: usize| course.weeks.iter().map(|week| week.quantiles[which]).collect::<Vec<f64>>();
    let [low, quarter, three_quarters, high] = [0, 1, 3, 4].map(quantile);
    // The mean, as in the sentence and in the lines above.
    let mean: Vec<f64> = course.weeks.iter().map(|week| week.treatment - week.control).collect();
    let reach: Vec<f64> = course.reach(1).into_iter().map(|value| value * factor).collect();
    let up = upright(area, palette, &reach, 3, BOTTOM, 0);
    let mut plot =
        frame(area, course, up, palette, (charts::axis_difference(), true), Weeks::Said)?.draw(area, palette)?;
    let colour = palette.arms[1].rgb;
    for (low, high, strength) in [(&low, &high, 0.15), (&quarter, &three_quarters, 0.35)] {
        for (above, mut below) in pieces(course, high, factor).zip(pieces(course, low, factor)) {
            below.reverse();
            let outline = [above, below].concat();
            if outline.len() > 2 {
                plot.draw_series([Polygon::new(outline, colour.mix(strength))])?;
            }
        }
    }
    let ends = course.ends.map(|at| (at, 0.0));
    plot.draw_series(LineSeries::new(ends, palette.ink.rgb.stroke_width(palette.stroke(1))))?;
    marks(&mut plot, course, palette)?;
    let style = colour.stroke_width(palette.stroke(2));
    plot.draw_series(pieces(course, &mean, factor).map(|piece| PathElement::new(piece, style)))?;
    Ok(())
}

fn frame<'a, DB: DrawingBackend>(
    area: &Area<DB>,
    course: &Course,
    up: Scale,
    palette: &Palette,
    (title, sign): (&'a str, bool),
    weeks: Weeks,
) -> Result<Frame<'a>, Failed<DB>> {
    let (width, _) = area.dim_in_pixel();
    let across = Scale::within(course.ends[0], course.ends[1], if width < 240 { 3 } else { 6 });
    let room = width.saturating_sub(left(palette) + RIGHT);
    let style = (FONT, palette.type_px(12.0)).into_font().color(&palette.muted.rgb);
    let fits = |text: &&str| area.estimate_text_size(text, &style).is_ok_and(|(width, _)| width <= room);
    let wordings = weeks.wordings();
    let said = wordings.iter().copied().find(fits).or(wordings.last().copied());
    Ok(Frame { title, scales: [across, up], across: said, signs: [false, sign], up: true, head: 0 })
}

/// What happens when: a line, or a band for what lasts.
fn marks<DB: DrawingBackend>(plot: &mut Plot<'_, DB>, course: &Course, palette: &Palette) -> Result<(), Failed<DB>> {
    let (low, high) = (plot.y_range().start, plot.y_range().end);
    for mark in course.seen_marks() {
        if let Some(to) = mark.to {
            let corners = [(mark.from, high), (to.min(course.ends[1]), low)];
            plot.draw_series([Rectangle::new(corners, palette.muted.rgb.mix(0.12).filled())])?;
        }
        let line = [(mark.from, low), (mark.from, high)];
        plot.draw_series(DashedLineSeries::new(line, 2, 3, palette.muted.rgb.stroke_width(palette.stroke(1))))?;
    }
    Ok(())
}

/// The labels of marks, in a strip above the axes: over the curves they would cross them.
struct Labels {
    /// Each with its row, where it begins from the left of the axes, and its width [px].
    placed: Vec<(String, usize, i32, i32)>,
    /// Height of a row, and of that what stays free above letters [px].
    row: i32,
    above: i32,
    rows: usize,
}

impl Labels {
    fn height(&self) -> u32 {
        self.rows as u32 * self.row as u32
    }
}

/// What the marks are, as far as there is room below so much for a key [px]: the change first, then in the order of the scenario. The rest
/// is counted; in words they all are.
fn labels<DB: DrawingBackend>(
    area: &Area<DB>,
    course: &Course,
    palette: &Palette,
    head: u32,
) -> Result<Labels, Failed<DB>> {
    let size = palette.text_px(12.0);
    let style = (FONT, size).into_font().color(&palette.muted.rgb);
    let width = |text: &str| area.estimate_text_size(text, &style).map(|(width, _)| width as i32);
    let (across, down) = area.dim_in_pixel();
    let room = across.saturating_sub(left(palette) + RIGHT) as i32;
    let (row, above) = ((LABEL_ROW * size) as i32, (LABEL_ABOVE * size) as i32);
    let most_rows = if palette.least > 0.0 { LARGE_LABEL_ROWS } else { LABEL_ROWS };
    let free = f64::from(down) - palette.type_px(f64::from(TOP)) - f64::from(head);
    let rows = ((LABEL_SHARE * free).max(0.0) as usize / row.max(1) as usize).clamp(1, most_rows);
    let count = course.seen_marks().count();
    let more = |count: usize| charts::more_marks(&count);
    let kept = width(&more(count))?;
    // Where there are many, none has more than its part.
    let most = if count > rows { room * 2 / 5 } else { room };
    let (mut texts, mut wanted) = (Vec::new(), Vec::new());
    for mark in course.seen_marks() {
        let at = ((mark.from - course.ends[0]) / (course.ends[1] - course.ends[0]) * f64::from(room)) as i32;
        // In one row the first leaves room for how many more there are.
        let most = if rows == 1 && count > 1 { beside(at, room - kept - GAP) } else { most };
        let text = fitted(area, &mark.label, &style, beside(at, room).min(most) as u32)?;
        wanted.push((at, width(&text)?));
        texts.push(text);
    }
    let mut found = places(&wanted, room, rows, 0);
    if found.contains(&None) {
        found = places(&wanted, room, rows, kept);
        texts.push(more(found.iter().filter(|place| place.is_none()).count()));
        found.push(Some((0, room - kept)));
    }
    let mut placed = Vec::new();
    for (text, place) in texts.into_iter().zip(found) {
        if let Some((number, from)) = place {
            let width = width(&text)?;
            placed.push((text, number, from, width));
        }
    }
    let rows = placed.iter().map(|(_, number, ..)| number + 1).max().unwrap_or(0);
    Ok(Labels { placed, row, above, rows })
}

/// Writes them; answers where they stand, from the top [px].
fn write_labels<DB: DrawingBackend>(
    plot: &mut Plot<'_, DB>,
    course: &Course,
    palette: &Palette,
    labels: Labels,
) -> Result<Vec<[i32; 4]>, Failed<DB>> {
    let high = plot.y_range().end;
    let style = (FONT, palette.text_px(12.0)).into_font().color(&palette.muted.rgb);
    let (corner_x, corner_y) = plot.backend_coord(&(course.ends[0], high));
    let height = labels.height() as i32;
    let mut taken = Vec::new();
    for (text, number, left, width) in labels.placed {
        let down = labels.row * number as i32 - height;
        taken.push([corner_x + left, corner_y + down + labels.above, width, labels.row - labels.above]);
        let label = Text::new(text, (left, down), style.clone());
        plot.draw_series([EmptyElement::at((course.ends[0], high)) + label])?;
    }
    Ok(taken)
}

/// A line in pieces, for what is not there leaves a gap.
fn pieces<'a>(course: &'a Course, line: &'a [f64], factor: f64) -> impl Iterator<Item = Vec<(f64, f64)>> + use<'a> {
    let points: Vec<(f64, f64)> = course.at.iter().zip(line).map(|(at, value)| (*at, factor * value)).collect();
    let pieces: Vec<Vec<(f64, f64)>> =
        points.split(|(_, value)| !value.is_finite()).filter(|piece| !piece.is_empty()).map(<[_]>::to_vec).collect();
    pieces.into_iter()
}
