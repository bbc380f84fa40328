//! One way to draw a chart, for a canvas and for a file alike.

mod course;
mod names;
pub mod rows;
mod spread;
pub mod swept;

use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::prelude::*;
use plotters::style::FontStyle;

use self::course::Weeks;
use super::data::{Body, ChartData};
use super::scale::Scale;
use crate::text::numbers::{fixed, signed};
use crate::theme::Palette;

/// Left of the axes, where numbers stand, in type of the usual size [px].
pub const LEFT: u32 = 52;
/// Right of them.
pub const RIGHT: u32 = 12;
const BOTTOM: u32 = 34;
/// Below them where numbers stand and no words.
const NUMBERS: u32 = 22;
const TOP: u32 = 22;
/// Share of the height for the two arms; the difference has the rest.
const UPPER: f64 = 0.54;
const FONT: FontFamily = FontFamily::Name("system-ui");

type Area<DB> = DrawingArea<DB, Shift>;
type Failed<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
type Plot<'a, DB> = ChartContext<'a, DB, Cartesian2d<Axis, Axis>>;

/// Draws a chart.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<(), Failed<DB>> {
    area.fill(&palette.paper.rgb)?;
    match &data.body {
        Body::Course(course) if course.weeks.is_empty() || is_low(area, palette) => {
            // A person's chart has no second part, and a scene shows what it shows; elsewhere one may look for it.
            let is_missed = !course.weeks.is_empty() && palette.least == 0.0;
            course::arms(area, course, data, palette, if is_missed { Weeks::Low } else { Weeks::Said })
        }
        Body::Course(course) => {
            let (upper, lower) = halves(area);
            course::arms(&upper, course, data, palette, Weeks::Unsaid)?;
            course::difference(&lower, course, data, palette)
        }
        Body::Spread(spread) => {
            let (upper, lower) = halves(area);
            spread::arms(&upper, spread, data, palette)?;
            spread::differences(&lower, spread, data, palette)
        }
    }
}

/// Height below which there is room for one part only, in rows of letters.
const LOW: f64 = 14.0;

fn is_low<DB: DrawingBackend>(area: &Area<DB>, palette: &Palette) -> bool {
    f64::from(area.dim_in_pixel().1) < LOW * palette.text_px(12.0)
}

/// Height of a sheet's head and foot [px].
const HEAD: u32 = 58;
const FOOT: u32 = 24;
const FOOT_ROW: u32 = 15;

/// Draws a chart with all that it needs away from the page: title, key, and where the numbers come from.
pub fn sheet<DB: DrawingBackend>(area: &Area<DB>, data: &ChartData, palette: &Palette) -> Result<(), Failed<DB>> {
    area.fill(&palette.paper.rgb)?;
    let (width, height) = area.dim_in_pixel();
    let (head, rest) = area.split_vertically(HEAD);
    let pinned = data.pinned_source();
    let foot_height = FOOT + FOOT_ROW * if pinned.is_some() { 2 } else { 1 };
    let (chart, foot) = rest.split_vertically(height - HEAD - foot_height);
    draw(&chart, data, palette)?;
    let left = left(palette) as i32;
    let room = width.saturating_sub(left as u32 + RIGHT);
    let title = (FONT, 17).into_font().style(FontStyle::Bold).color(&palette.ink.rgb);
    head.draw_text(&fitted(&head, &data.title, &title, room)?, &title, (left, 10))?;
    let (mut from, each) = (left, room / if pinned.is_some() { 3 } else { 2 });
    // Outcomes have the names in the chart itself.
    let keyed = matches!(&data.body, Body::Course(course) if course.weeks.is_empty());
    for (arm, name) in data.names.iter().enumerate().filter(|_| keyed) {
        from = key(&head, name, palette.arms[arm].rgb, arm == 0, (from, 42), each, palette)?;
    }
    if pinned.is_some() {
        key(&head, words::charts::pinned_second(), palette.ink.rgb, true, (from, 42), each, palette)?;
    }
    let small = (FONT, 11).into_font().color(&palette.muted.rgb);
    let source = data.source_within(|line| foot.estimate_text_size(line, &small).is_ok_and(|(width, _)| width <= room));
    foot.draw_text(&source, &small, (left, 6))?;
    for (place, line) in [data.signs()].into_iter().chain(pinned).enumerate() {
        foot.draw_text(&fitted(&foot, &line, &small, room)?, &small, (left, 6 + FOOT_ROW as i32 * (place as i32 + 1)))?;
    }
    Ok(())
}

/// Draws a picture with all that it needs away from the page: its title above it, lines about it below.
pub fn framed<DB: DrawingBackend>(
    area: &Area<DB>,
    title: &str,
    lines: &[String],
    palette: &Palette,
    picture: impl FnOnce(&Area<DB>) -> Result<(), Failed<DB>>,
) -> Result<(), Failed<DB>> {
    area.fill(&palette.paper.rgb)?;
    let (width, height) = area.dim_in_pixel();
    let (head, rest) = area.split_vertically(HEAD - FOOT_ROW);
    let foot_height = FOOT + FOOT_ROW * lines.len().saturating_sub(1) as u32;
    let (middle, foot) = rest.split_vertically(height - HEAD + FOOT_ROW - foot_height);
    picture(&middle)?;
    let (left, room) = (RIGHT as i32, width.saturating_sub(2 * RIGHT));
    let bold = (FONT, 17).into_font().style(FontStyle::Bold).color(&palette.ink.rgb);
    head.draw_text(&fitted(&head, title, &bold, room)?, &bold, (left, 10))?;
    let small = (FONT, 11).into_font().color(&palette.muted.rgb);
    for (place, line) in lines.iter().enumerate() {
        foot.draw_text(&fitted(&foot, line, &small, room)?, &small, (left, 6 + FOOT_ROW as i32 * place as i32))?;
    }
    Ok(())
}

/// As much of a text as is no wider than `room` [px].
fn fitted<DB: DrawingBackend>(
    area: &Area<DB>,
    text: &str,
    style: &TextStyle<'_>,
    room: u32,
) -> Result<String, Failed<DB>> {
    let (mut width, _) = area.estimate_text_size(text, style)?;
    let (mut shown, mut signs) = (text.to_owned(), text.chars().count());
    while width > room && signs > 1 {
        signs = (signs * room as usize / width as usize).clamp(1, signs - 1);
        shown = text.chars().take(signs).chain(['…']).collect();
        (width, _) = area.estimate_text_size(&shown, style)?;
    }
    Ok(shown)
}

/// Size of the letters of a key, and the width of a line's sample before a name with the room after it, in type of the usual size [px].
const KEY: f64 = 13.0;
const KEY_SAMPLE: i32 = 32 + 20;

/// A line and what it means, no wider than `room` [px]; answers where the next may stand.
fn key<DB: DrawingBackend>(
    area: &Area<DB>,
    name: &str,
    colour: RGBColor,
    dashed: bool,
    (x, y): (i32, i32),
    room: u32,
    palette: &Palette,
) -> Result<i32, Failed<DB>> {
    let pieces = if dashed { vec![(0, 7), (11, 18), (22, 26)] } else { vec![(0, 26)] };
    for (from, to) in pieces {
        area.draw(&PathElement::new(vec![(x + from, y), (x + to, y)], colour.stroke_width(3)))?;
    }
    let size = palette.text_px(KEY);
    let style = (FONT, size).into_font().color(&palette.ink.rgb);
    let name = fitted(area, name, &style, room.saturating_sub(KEY_SAMPLE as u32))?;
    area.draw_text(&name, &style, (x + 32, y - (0.54 * size) as i32))?;
    let (width, _) = area.estimate_text_size(&name, &style)?;
    Ok(x + 32 + width as i32 + 20)
}

fn halves<DB: DrawingBackend>(area: &Area<DB>) -> (Area<DB>, Area<DB>) {
    let (_, height) = area.dim_in_pixel();
    area.split_vertically((f64::from(height) * UPPER) as u32)
}

/// Left of the axes, where numbers stand [px].
fn left(palette: &Palette) -> u32 {
    palette.type_px(f64::from(LEFT)) as u32
}

/// What stands around one of the two parts of a chart.
struct Frame<'a> {
    /// Written above it.
    title: &'a str,
    /// The axes, across and up.
    scales: [Scale; 2],
    /// Written below it; the marks on the axis have no numbers where there is nothing.
    across: Option<&'a str>,
    /// Whether the numbers on the axes have a sign.
    signs: [bool; 2],
    /// Whether numbers stand on the axis that goes up.
    up: bool,
    /// Room kept free below what is written above it [px].
    head: u32,
}

impl Frame<'_> {
    /// The marks across whose numbers are not cut at the right end.
    fn whole_numbers<DB: DrawingBackend>(
        &self,
        area: &Area<DB>,
        style: &TextStyle<'_>,
        palette: &Palette,
    ) -> Result<Vec<f64>, Failed<DB>> {
        let across = &self.scales[0];
        let (room, left) = (f64::from(area.dim_in_pixel().0), f64::from(left(palette)));
        let mut whole = Vec::new();
        for &tick in &across.ticks {
            let number = if self.signs[0] { signed(tick, across.decimals) } else { fixed(tick, across.decimals) };
            let at = left + (tick - across.low) / (across.high - across.low) * (room - left - f64::from(RIGHT));
            if at + 0.5 * f64::from(area.estimate_text_size(&number, style)?.0) <= room {
                whole.push(tick);
            }
        }
        Ok(whole)
    }

    fn draw<'a, DB: DrawingBackend>(self, area: &'a Area<DB>, palette: &Palette) -> Result<Plot<'a, DB>, Failed<DB>> {
        let small = (FONT, palette.type_px(12.0)).into_font().color(&palette.muted.rgb);
        let text = (FONT, palette.text_px(12.0)).into_font().color(&palette.muted.rgb);
        // A long one begins where the numbers do.
        let room = area.dim_in_pixel().0.saturating_sub(RIGHT);
        let begin = room.saturating_sub(area.estimate_text_size(self.title, &text)?.0).min(left(palette));
        area.draw_text(&fitted(area, self.title, &text, room)?, &text, (begin as i32, 3))?;
        let whole = self.whole_numbers(area, &small, palette)?;
        let [mut across, up] = self.scales;
        across.ticks = whole;
        let decimals = [across.decimals, up.decimals];
        let below = match self.across {
            None => 0,
            Some("") => NUMBERS,
            Some(_) => BOTTOM,
        };
        let mut plot = ChartBuilder::on(area)
            .margin_top(palette.type_px(f64::from(TOP)) as u32 + self.head)
            .margin_right(RIGHT)
            .margin_bottom(if self.across.is_none() { 4 } else { 0 })
            .x_label_area_size(palette.type_px(f64::from(below)) as u32)
            .y_label_area_size(left(palette))
            .build_cartesian_2d(Axis(across), Axis(up))?;
        let write = |axis: usize| {
            let (decimals, sign) = (decimals[axis], self.signs[axis]);
            move |value: &f64| if sign { signed(*value, decimals) } else { fixed(*value, decimals) }
        };
        let (write_across, write_up) = (write(0), write(1));
        let mut mesh = plot.configure_mesh();
        mesh.disable_x_mesh()
            .bold_line_style(palette.line.rgb)
            .light_line_style(TRANSPARENT)
            .axis_style(palette.line.rgb)
            .label_style(small.clone())
            .set_all_tick_mark_size(3)
            .y_label_formatter(&write_up)
            .x_label_formatter(&write_across);
        if !self.up {
            mesh.disable_y_mesh().disable_y_axis();
        }
        if let Some(text) = self.across.filter(|text| !text.is_empty()) {
            let plotted = area.dim_in_pixel().0.saturating_sub(left(palette) + RIGHT);
            mesh.x_desc(fitted(area, text, &small, plotted)?).axis_desc_style(small);
        }
        mesh.draw()?;
        Ok(plot)
    }
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
