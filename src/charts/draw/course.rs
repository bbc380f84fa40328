//! Both arms over the weeks, and how far they are apart.

use plotters::prelude::*;
use words::charts;

use super::names::names;
use super::{Area, FONT, Failed, Frame, Plot, fitted};
use crate::charts::data::{ChartData, Course};
use crate::charts::places::{beside, places};
use crate::charts::scale::Scale;
use crate::theme::Palette;

/// Distance of labels that stand below one another [px].
const LABEL_ROW: f64 = 13.0;
/// Labels below one another, at most.
const LABEL_ROWS: usize = 3;

/// Both arms: lines in full, thin ones of a single pair, and the baseline. `bottom` is where weeks are written, if at all.
pub fn arms<DB: DrawingBackend>(
    area: &Area<DB>,
    course: &Course,
    data: &ChartData,
    palette: &Palette,
    bottom: u32,
) -> Result<(), Failed<DB>> {
    let factor = data.unit.factor;
    let up = Scale::around(course.reach(0).into_iter().map(|value| value * factor), 4);
    let mut plot = frame(area, course, up, &data.unit.name, bottom > 0, false).draw(area, palette)?;
    marks(&mut plot, course, palette)?;
    let taken = labels(area, &mut plot, course, palette)?;
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
    if !course.weeks.is_empty() {
        names(area, &mut plot, course, data, palette, &taken)?;
    }
    Ok(())
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
    let up = Scale::around(course.reach(1).into_iter().map(|value| value * factor), 3);
    let mut plot = frame(area, course, up, charts::axis_difference(), true, true).draw(area, palette)?;
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
    title: &'a str,
    weeks: bool,
    sign: bool,
) -> Frame<'a> {
    let (width, _) = area.dim_in_pixel();
    let across = Scale::within(course.ends[0], course.ends[1], if width < 240 { 3 } else { 6 });
    let label = weeks.then(charts::axis_weeks);
    Frame { title, scales: [across, up], across: label, signs: [false, sign], up: true }
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

/// What the marks are, as far as there is room: the change first, then in the order of the scenario. The rest is counted; in words they
/// all are.
fn labels<DB: DrawingBackend>(
    area: &Area<DB>,
    plot: &mut Plot<'_, DB>,
    course: &Course,
    palette: &Palette,
) -> Result<Vec<[i32; 4]>, Failed<DB>> {
    let high = plot.y_range().end;
    let style = (FONT, palette.text_px(12.0)).into_font().color(&palette.muted.rgb);
    let width = |text: &str| area.estimate_text_size(text, &style).map(|(width, _)| width as i32);
    let room = plot.plotting_area().dim_in_pixel().0 as i32;
    let start = plot.backend_coord(&(course.ends[0], high)).0;
    // Where there are many, none has more than its part.
    let most = if course.seen_marks().count() > LABEL_ROWS { room * 2 / 5 } else { room };
    let mut texts = Vec::new();
    let mut wanted = Vec::new();
    for mark in course.seen_marks() {
        let at = plot.backend_coord(&(mark.from, high)).0 - start;
        let text = fitted(area, &mark.label, &style, beside(at, room).min(most) as u32)?;
        wanted.push((at, width(&text)?));
        texts.push(text);
    }
    let more = |count: usize| charts::more_marks(&count);
    let mut found = places(&wanted, room, LABEL_ROWS, 0);
    if found.contains(&None) {
        let kept = width(&more(texts.len()))?;
        found = places(&wanted, room, LABEL_ROWS, kept);
        texts.push(more(found.iter().filter(|place| place.is_none()).count()));
        found.push(Some((0, room - kept)));
    }
    let row = palette.text_px(LABEL_ROW) as i32;
    let (corner_x, corner_y) = plot.backend_coord(&(course.ends[0], high));
    let mut taken = Vec::new();
    for (text, place) in texts.into_iter().zip(found) {
        if let Some((number, left)) = place {
            let down = 2 + row * number as i32;
            taken.push([corner_x + left, corner_y + down, width(&text)?, row]);
            // Lines of other marks end at it.
            let ground = [(left - 1, down), (left + 1 + width(&text)?, down + row)];
            let ground = Rectangle::new(ground, palette.paper.rgb.filled());
            let label = Text::new(text, (left, down), style.clone());
            plot.draw_series([EmptyElement::at((course.ends[0], high)) + ground + label])?;
        }
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
