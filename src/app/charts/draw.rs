//! One way to draw a chart, for a canvas and for a file alike.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::prelude::*;

use super::data::ChartData;
use super::scale::Scale;
use crate::app::text::numbers::{fixed, signed};
use crate::app::theme::Palette;

/// Left of the axes, where numbers stand [px].
pub const LEFT: u32 = 46;
/// Right of them.
pub const RIGHT: u32 = 12;
const BOTTOM: u32 = 34;
const TOP: u32 = 22;
/// Share of the height for the two arms; the difference has the rest.
const UPPER: f64 = 0.54;
const FONT: &str = "system-ui";

type Area<DB> = DrawingArea<DB, Shift>;
type Failed<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
type Plot<'a, DB> = ChartContext<'a, DB, Cartesian2d<Axis, Axis>>;

/// Draws both arms, and below them their difference.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<(), Failed<DB>> {
    area.fill(&palette.paper.rgb)?;
    let (_, height) = area.dim_in_pixel();
    let (upper, lower) = area.split_vertically((f64::from(height) * UPPER) as u32);
    draw_arms(&upper, data, palette)?;
    draw_difference(&lower, data, palette)
}

fn draw_arms<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<(), Failed<DB>> {
    let means = data.weeks.iter().flat_map(|week| [week.control, week.treatment]);
    let single = data.single.iter().flatten().copied();
    let zero = data.from_zero.then_some(0.0);
    let scale = Scale::around(means.chain(single).chain(zero), 4);
    let mut plot = frame(area, data, palette, &scale, 0, &data.unit, false)?;
    vertical(&mut plot, data, palette, &scale, Some(&data.change))?;
    for (arm, colour) in palette.arms.iter().enumerate() {
        let thin = points(data, |index| data.single[arm].get(index).copied().unwrap_or(f64::NAN));
        plot.draw_series(LineSeries::new(thin, colour.rgb.mix(0.45).stroke_width(palette.stroke(1))))?;
    }
    // Dashes as well as colour tell the arms apart.
    let control = points(data, |index| data.weeks[index].control);
    let style = palette.arms[0].rgb.stroke_width(palette.stroke(3));
    plot.draw_series(DashedLineSeries::new(control, 6, 4, style))?;
    let treatment = points(data, |index| data.weeks[index].treatment);
    plot.draw_series(LineSeries::new(treatment, palette.arms[1].rgb.stroke_width(palette.stroke(3))))?;
    Ok(())
}

fn draw_difference<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<(), Failed<DB>> {
    let reach = data.weeks.iter().flat_map(|week| [week.quantiles[0], week.quantiles[4], week.ci95[0], week.ci95[1]]);
    let scale = Scale::around(reach.chain([0.0]), 3);
    let mut plot = frame(area, data, palette, &scale, BOTTOM, "difference, second team − first", true)?;
    let colour = palette.arms[1].rgb;
    let band = |low: &dyn Fn(usize) -> f64, high: &dyn Fn(usize) -> f64| {
        let mut outline = points(data, high);
        let mut below = points(data, low);
        below.reverse();
        outline.extend(below);
        outline
    };
    let weeks = &data.weeks;
    let pairs = band(&|index| weeks[index].quantiles[0], &|index| weeks[index].quantiles[4]);
    let mean = band(&|index| weeks[index].ci95[0], &|index| weeks[index].ci95[1]);
    for (outline, strength) in [(pairs, 0.13), (mean, 0.4)] {
        if outline.len() > 2 {
            plot.draw_series([Polygon::new(outline, colour.mix(strength))])?;
        }
    }
    let ends = [plot.x_range().start, plot.x_range().end];
    plot.draw_series(LineSeries::new(ends.map(|x| (x, 0.0)), palette.ink.rgb.stroke_width(palette.stroke(1))))?;
    vertical(&mut plot, data, palette, &scale, None)?;
    let difference = points(data, |index| weeks[index].difference);
    plot.draw_series(LineSeries::new(difference, colour.stroke_width(palette.stroke(2))))?;
    Ok(())
}

/// The axes of one of the two parts, with what it shows written above.
fn frame<'a, DB: DrawingBackend>(
    area: &'a Area<DB>,
    data: &ChartData,
    palette: &Palette,
    scale: &Scale,
    bottom: u32,
    title: &str,
    sign: bool,
) -> Result<Plot<'a, DB>, Failed<DB>> {
    let small = (FONT, palette.type_px(12.0)).into_font().color(&palette.muted.rgb);
    area.draw_text(title, &small, (LEFT as i32, 3))?;
    let (first, last) = (f64::from(data.first_week), f64::from(data.first_week) + data.weeks.len() as f64);
    let (x, y) = (Axis(Scale::within(first, last, 6)), Axis(scale.clone()));
    let mut plot = ChartBuilder::on(area)
        .margin_top((f64::from(TOP) * palette.type_size) as u32)
        .margin_right(RIGHT)
        .margin_bottom(if bottom == 0 { 4 } else { 0 })
        .x_label_area_size((f64::from(bottom) * palette.type_size) as u32)
        .y_label_area_size(LEFT)
        .build_cartesian_2d(x, y)?;
    let decimals = scale.decimals;
    let label = move |value: &f64| if sign { signed(*value, decimals) } else { fixed(*value, decimals) };
    let week = |value: &f64| fixed(*value, 0);
    let mut mesh = plot.configure_mesh();
    mesh.disable_x_mesh()
        .bold_line_style(palette.line.rgb)
        .light_line_style(TRANSPARENT)
        .axis_style(palette.line.rgb)
        .label_style(small.clone())
        .set_all_tick_mark_size(3)
        .y_label_formatter(&label)
        .x_label_formatter(&week);
    if bottom > 0 {
        mesh.x_desc("weeks since the change").axis_desc_style(small);
    }
    mesh.draw()?;
    Ok(plot)
}

/// The intervention.
fn vertical<DB: DrawingBackend>(
    plot: &mut Plot<'_, DB>,
    data: &ChartData,
    palette: &Palette,
    scale: &Scale,
    label: Option<&str>,
) -> Result<(), Failed<DB>> {
    let ends = [(0.0, scale.low), (0.0, scale.high)];
    plot.draw_series(DashedLineSeries::new(ends, 2, 3, palette.muted.rgb.stroke_width(palette.stroke(1))))?;
    if let Some(label) = label.filter(|_| data.first_week < 0) {
        let style = (FONT, palette.type_px(12.0)).into_font().color(&palette.muted.rgb);
        plot.draw_series([EmptyElement::at((0.0, scale.high)) + Text::new(label.to_owned(), (5, 2), style)])?;
    }
    Ok(())
}

fn points(data: &ChartData, value: impl Fn(usize) -> f64) -> Vec<(f64, f64)> {
    let all = (0..data.weeks.len()).map(|index| (data.position(index), value(index)));
    all.filter(|(_, value)| value.is_finite()).collect()
}

/// A [`Scale`] as plotters takes it.
struct Axis(Scale);

impl Ranged for Axis {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let share = (value - self.0.low) / (self.0.high - self.0.low);
        from + (share * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.0.ticks.clone() }
    }

    fn range(&self) -> Range<f64> {
        self.0.low..self.0.high
    }
}
