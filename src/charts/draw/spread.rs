//! How the pairs are spread: each arm's range, and a dot for every pair's difference.

use plotters::prelude::*;
use plotters::style::FontStyle;
use words::charts;

use super::names::keys;
use super::{Area, FONT, Failed, Frame, RIGHT, fitted, left};
use crate::charts::data::{ChartData, Spread};
use crate::charts::scale::Scale;
use crate::theme::Palette;

/// Places for dots beside one another.
const PLACES: usize = 48;
/// Height that a range and the room around it take between names, where lines have their usual width [px].
const NAMED: u32 = 14;
/// Largest radius of a dot [px].
const DOT: i32 = 4;

/// The range of each arm: 95 of 100 pairs thin, 50 thick, the median a dot; the visible pair a ring.
pub fn arms<DB: DrawingBackend>(
    area: &Area<DB>,
    spread: &Spread,
    data: &ChartData,
    palette: &Palette,
) -> Result<(), Failed<DB>> {
    let factor = data.unit.factor;
    let reach = spread.arms.iter().flatten().chain(&spread.single).map(|value| value * factor);
    let across = Scale::around(reach, 5);
    let up = Scale { low: -0.6, high: 1.6, ticks: Vec::new(), decimals: 0 };
    let frame =
        Frame { title: &data.unit.name, scales: [across, up], across: Some(""), signs: [false; 2], up: false, head: 0 };
    let mut plot = frame.draw(area, palette)?;
    let size = palette.text_px(12.0);
    let style = |arm: usize| (FONT, size).into_font().style(FontStyle::Bold).color(&palette.arms[arm].rgb);
    let room = plot.plotting_area().dim_in_pixel();
    // A name stands above its range, where rows are far enough apart.
    let is_named = f64::from(room.1) / 2.2 >= size + f64::from(palette.stroke(NAMED));
    if !is_named {
        keys(area, data, palette)?;
    }
    for (arm, colour) in palette.arms.iter().enumerate() {
        let row = 1.0 - arm as f64;
        let at = |value: f64| (value * factor, row);
        let [low, quarter, median, three_quarters, high] = spread.arms[arm];
        if !median.is_finite() {
            continue;
        }
        plot.draw_series([
            PathElement::new(vec![at(low), at(high)], colour.rgb.stroke_width(palette.stroke(2))),
            PathElement::new(vec![at(quarter), at(three_quarters)], colour.rgb.stroke_width(palette.stroke(8))),
        ])?;
        plot.draw_series([Circle::new(at(median), 6, colour.rgb.filled())])?;
        if is_named {
            let name = fitted(area, &data.names[arm], &style(arm), room.0)?;
            let (x, y) = plot.backend_coord(&(plot.x_range().start, row));
            let (base_x, base_y) = area.get_base_pixel();
            let down = y - base_y - size as i32 - palette.stroke(NAMED) as i32 / 2;
            area.draw_text(&name, &style(arm), (x - base_x, down))?;
        }
        if spread.single[arm].is_finite() {
            plot.draw_series([Circle::new(
                at(spread.single[arm]),
                4,
                palette.ink.rgb.stroke_width(palette.stroke(2)),
            )])?;
        }
    }
    Ok(())
}

/// A dot for every pair where it differs, stacked; below them median, 50 and 95 of 100 pairs.
pub fn differences<DB: DrawingBackend>(
    area: &Area<DB>,
    spread: &Spread,
    data: &ChartData,
    palette: &Palette,
) -> Result<(), Failed<DB>> {
    let factor = data.unit.factor;
    let [low, high] = spread.ends().map(|end| end * factor);
    let across = Scale::within(low, high, 5);
    let stacks = stacks(spread, factor, [low, high]);
    let most = stacks.iter().map(|&(_, count)| count).max().unwrap_or(1);
    let up = Scale { low: -0.25 * most as f64, high: most as f64 + 0.5, ticks: Vec::new(), decimals: 0 };
    let below = charts::axis_pairs(&data.unit.name);
    let frame = Frame {
        title: charts::axis_dots(),
        scales: [across, up],
        across: Some(&below),
        signs: [true, false],
        up: false,
        head: 0,
    };
    let (width, height) = area.dim_in_pixel();
    let room = [
        width.saturating_sub(left(palette) + RIGHT) as usize / PLACES,
        height.saturating_sub(64) as usize / (most + most / 4 + 1),
    ];
    let radius = (room.into_iter().min().unwrap_or(2) as i32 / 2).clamp(1, DOT);
    let mut plot = frame.draw(area, palette)?;
    let zero = [(0.0, -0.25 * most as f64), (0.0, most as f64 + 0.5)];
    plot.draw_series(LineSeries::new(zero, palette.ink.rgb.stroke_width(palette.stroke(1))))?;
    let colour = palette.arms[1].rgb;
    for (at, count) in stacks {
        plot.draw_series(
            (0..count).map(|place| Circle::new((at, place as f64 + 0.5), radius, colour.mix(0.6).filled())),
        )?;
    }
    let row = -0.14 * most as f64;
    let at = |value: f64| (value * factor, row);
    let [least, quarter, median, three_quarters, greatest] = spread.quantiles();
    plot.draw_series([
        PathElement::new(vec![at(least), at(greatest)], colour.stroke_width(palette.stroke(2))),
        PathElement::new(vec![at(quarter), at(three_quarters)], colour.stroke_width(palette.stroke(6))),
    ])?;
    plot.draw_series([Circle::new(at(median), 5, colour.filled())])?;
    Ok(())
}

/// How many pairs differ by about as much, at each place that has any.
fn stacks(spread: &Spread, factor: f64, [low, high]: [f64; 2]) -> Vec<(f64, usize)> {
    let step = (high - low) / PLACES as f64;
    let mut counts = [0; PLACES];
    for difference in &spread.differences {
        counts[(((difference * factor - low) / step) as usize).min(PLACES - 1)] += 1;
    }
    let places = counts.into_iter().enumerate().filter(|&(_, count)| count > 0);
    places.map(|(place, count)| (low + (place as f64 + 0.5) * step, count)).collect()
}
