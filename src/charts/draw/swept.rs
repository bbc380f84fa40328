//! Where it pays: a line over one parameter, a map over two.

use plotters::prelude::*;

use super::{Area, FONT, Failed, fitted};
use crate::charts::scale::Scale;
use crate::charts::swept::{Cell, LinePoint, Picture, Side};
use crate::text::numbers::{fixed, signed};
use crate::text::swept::axis_name;
use crate::text::value;
use crate::theme::Palette;
use experiment::sweep::{Axis, Crossing};
use model::outcome::Better;
use model::scenario::Arm;

/// Around the plotted part, in type of the usual size [px]: left, top, right, bottom.
const ROOM: [f64; 4] = [64.0, 24.0, 16.0, 40.0];
/// Distance of the lines of a hatching [px].
const HATCH: i32 = 6;
/// The palest that a settled cell is, and the strongest.
const STRENGTH: [f64; 2] = [0.25, 0.95];

/// The plotted part of a picture of this size, from the left and the top [px].
pub fn plotted(size: (u32, u32), palette: &Palette) -> [i32; 4] {
    let [left, top, right, bottom] = ROOM.map(|room| palette.type_px(room) as i32);
    [left, top, (size.0 as i32 - right).max(left + 1), (size.1 as i32 - bottom).max(top + 1)]
}

/// Draws it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, picture: &Picture, palette: &Palette) -> Result<(), Failed<DB>> {
    area.fill(&palette.paper.rgb)?;
    let frame = Frame { area, palette, plot: plotted(area.dim_in_pixel(), palette) };
    if picture.swept.question.is_map() { map(&frame, picture) } else { line(&frame, picture) }
}

/// What is drawn on, and where.
struct Frame<'a, DB: DrawingBackend> {
    area: &'a Area<DB>,
    palette: &'a Palette,
    plot: [i32; 4],
}

impl<DB: DrawingBackend> Frame<'_, DB> {
    /// A place by shares of width and height, from the lower left corner.
    fn at(&self, [across, up]: [f64; 2]) -> (i32, i32) {
        let [left, top, right, bottom] = self.plot;
        let between = |from: i32, to: i32, share: f64| from + (share * f64::from(to - from)).round() as i32;
        (between(left, right, across), between(bottom, top, up))
    }

    fn style(&self, colour: &RGBColor) -> TextStyle<'static> {
        (FONT, self.palette.type_px(12.0)).into_font().color(colour)
    }

    fn stroke(&self, places: Vec<(i32, i32)>, style: impl Into<ShapeStyle>) -> Result<(), Failed<DB>> {
        self.area.draw(&PathElement::new(places, style))
    }

    fn write(&self, text: &str, (x, y): (i32, i32), to_the: Beside) -> Result<(), Failed<DB>> {
        let style = self.style(&self.palette.muted.rgb);
        let (width, height) = self.area.estimate_text_size(text, &style)?;
        let (width, height) = (width as i32, height as i32);
        let at = match to_the {
            Beside::Below => (x - width / 2, y),
            Beside::Left => (x - width, y - height / 2),
            Beside::Right => (x, y),
        };
        let most = (self.area.dim_in_pixel().0 as i32 - width).max(0);
        self.area.draw_text(text, &style, (at.0.clamp(0, most), at.1))
    }

    /// The values along an axis, as many as have room.
    fn values(&self, picture: &Picture, axis: usize, shares: &[f64]) -> Result<(), Failed<DB>> {
        let labels = picture.labels(axis);
        let style = self.style(&self.palette.muted.rgb);
        let mut widest = 1;
        for label in &labels {
            let (width, height) = self.area.estimate_text_size(label, &style)?;
            widest = widest.max(if axis == 0 { width + 12 } else { height + 6 });
        }
        let [left, top, right, bottom] = self.plot;
        let room = if axis == 0 { right - left } else { bottom - top };
        let fit = (room / widest as i32).max(1) as usize;
        let every = (labels.len() - 1).div_ceil(fit).max(1);
        for (label, share) in labels.iter().zip(shares).step_by(every) {
            if axis == 0 {
                let (x, y) = self.at([*share, 0.0]);
                self.stroke(vec![(x, y), (x, y + 3)], self.palette.line.rgb)?;
                self.write(label, (x, y + 6), Beside::Below)?;
            } else {
                let (x, y) = self.at([0.0, *share]);
                self.write(label, (x - 6, y), Beside::Left)?;
            }
        }
        Ok(())
    }

    /// What an axis is: across below it, up above it.
    fn title(&self, axis: &Axis, up: bool) -> Result<(), Failed<DB>> {
        let text = named(axis);
        let (width, height) = self.area.dim_in_pixel();
        let style = self.style(&self.palette.muted.rgb);
        let text = fitted(self.area, &text, &style, width - 8)?;
        if up {
            return self.area.draw_text(&text, &style, (4, 4));
        }
        let [left, _, right, _] = self.plot;
        let y = height as i32 - self.palette.type_px(17.0) as i32;
        self.write(&text, ((left + right) / 2, y), Beside::Below)
    }
}

/// On which side of a place a text stands.
#[derive(Clone, Copy)]
enum Beside {
    Below,
    Left,
    Right,
}

/// A parameter with its unit, and whose it is.
pub fn named(axis: &Axis) -> String {
    let (label, unit) = (axis_name(axis), value::unit(axis.parameter));
    // “Groups [groups]” says it twice.
    if unit.is_empty() || unit.eq_ignore_ascii_case(&label) {
        label
    } else {
        words::numbers::Named { name: &label, unit: &unit }.say()
    }
}

/// The colour in which a side is drawn.
fn colour(picture: &Picture, palette: &Palette) -> RGBColor {
    match picture.side {
        Side::Of(Arm::Control) => palette.arms[0].rgb,
        Side::Of(Arm::Treatment) | Side::Difference => palette.arms[1].rgb,
    }
}

fn line<DB: DrawingBackend>(frame: &Frame<'_, DB>, picture: &Picture) -> Result<(), Failed<DB>> {
    let palette = frame.palette;
    let (points, factor, colour) = (picture.line(), picture.unit.factor, colour(picture, palette));
    let known: Vec<LinePoint> = points.iter().flatten().copied().collect();
    let zero = (picture.side == Side::Difference).then_some(0.0);
    let reach = known.iter().flat_map(|point| point.spread).chain(zero).map(|value| value * factor);
    let up = Scale::around(reach, 5);
    let share = |value: f64| (factor * value - up.low) / (up.high - up.low);
    let shares = picture.shares(0);
    for tick in &up.ticks {
        let at = (tick - up.low) / (up.high - up.low);
        frame.stroke(vec![frame.at([0.0, at]), frame.at([1.0, at])], palette.line.rgb)?;
        let number = if zero.is_some() { signed(*tick, up.decimals) } else { fixed(*tick, up.decimals) };
        let (x, y) = frame.at([0.0, at]);
        frame.write(&number, (x - 6, y), Beside::Left)?;
    }
    frame.write(&picture.unit.name, (frame.plot[0], 4), Beside::Right)?;
    frame.values(picture, 0, &shares)?;
    frame.title(&picture.axes()[0], false)?;
    // Where a point is not known yet the picture has a gap.
    for run in runs(&points) {
        let places = |of: &dyn Fn(&LinePoint) -> f64| -> Vec<(i32, i32)> {
            run.iter().map(|&(place, point)| frame.at([shares[place], share(of(&point))])).collect()
        };
        for (low, high, strength) in [(0, 4, 0.15), (1, 3, 0.35)] {
            let mut outline = places(&|point| point.spread[high]);
            let mut below = places(&|point| point.spread[low]);
            below.reverse();
            outline.append(&mut below);
            if run.len() > 1 {
                frame.area.draw(&Polygon::new(outline, colour.mix(strength)))?;
            }
        }
        frame.stroke(places(&|point| point.mean), colour.stroke_width(palette.stroke(3)))?;
        for &(place, point) in &run {
            let ends = point.ci95.map(|end| frame.at([shares[place], share(end)]));
            frame.stroke(ends.to_vec(), colour.stroke_width(palette.stroke(2)))?;
            let at = frame.at([shares[place], share(point.mean)]);
            frame.area.draw(&Circle::new(at, palette.stroke(3) as i32, colour.filled()))?;
        }
    }
    if zero.is_some() {
        let at = share(0.0);
        let ends = vec![frame.at([0.0, at]), frame.at([1.0, at])];
        frame.stroke(ends, palette.ink.rgb.stroke_width(palette.stroke(1)))?;
    }
    for Crossing { at, between } in picture.crossings() {
        let ends = between.map(|end| picture.share_of(0, end));
        let corners = [frame.at([ends[0], 1.0]), frame.at([ends[1], 0.0])];
        frame.area.draw(&Rectangle::new(corners, palette.muted.rgb.mix(0.18).filled()))?;
        let middle = picture.share_of(0, at);
        let style = palette.muted.rgb.stroke_width(palette.stroke(1));
        frame.stroke(vec![frame.at([middle, 0.0]), frame.at([middle, 1.0])], style)?;
    }
    if let Some(chosen) = picture.chosen {
        let style = palette.ink.rgb.stroke_width(palette.stroke(1));
        frame.stroke(vec![frame.at([shares[chosen], 0.0]), frame.at([shares[chosen], 1.0])], style)?;
    }
    Ok(())
}

/// Known points that follow one another, with their places.
fn runs(points: &[Option<LinePoint>]) -> Vec<Vec<(usize, LinePoint)>> {
    let known: Vec<(usize, LinePoint)> =
        points.iter().enumerate().filter_map(|(place, point)| Some((place, (*point)?))).collect();
    known.chunk_by(|a, b| a.0 + 1 == b.0).map(<[_]>::to_vec).collect()
}

fn map<DB: DrawingBackend>(frame: &Frame<'_, DB>, picture: &Picture) -> Result<(), Failed<DB>> {
    let palette = frame.palette;
    let cells = picture.cells();
    let [x, y] = [0, 1].map(|axis| picture.axes()[axis].values.len());
    let scale = Shade::of(picture, &cells, palette);
    for (point, cell) in cells.iter().enumerate() {
        let corner = |across: usize, up: usize| frame.at([across as f64 / x as f64, up as f64 / y as f64]);
        let (across, up) = (point / y, point % y);
        let (from, to) = (corner(across, up + 1), corner(across + 1, up));
        let ground = cell.map_or(palette.group.rgb.mix(1.0), |cell| scale.colour(&cell));
        frame.area.draw(&Rectangle::new([from, to], ground.filled()))?;
        if cell.is_some_and(|cell| !cell.settled) {
            hatch(frame, from, to)?;
        }
    }
    let middles = |count: usize| (0..count).map(|place| (place as f64 + 0.5) / count as f64).collect::<Vec<_>>();
    frame.values(picture, 0, &middles(x))?;
    frame.values(picture, 1, &middles(y))?;
    frame.title(&picture.axes()[0], false)?;
    frame.title(&picture.axes()[1], true)?;
    if let Some(chosen) = picture.chosen {
        let corner = |across: usize, up: usize| frame.at([across as f64 / x as f64, up as f64 / y as f64]);
        let (across, up) = (chosen / y, chosen % y);
        let corners = [corner(across, up + 1), corner(across + 1, up)];
        frame.area.draw(&Rectangle::new(corners, palette.ink.rgb.stroke_width(palette.stroke(3))))?;
    }
    Ok(())
}

/// Lines at 45 degrees within a rectangle.
fn hatch<DB: DrawingBackend>(frame: &Frame<'_, DB>, from: (i32, i32), to: (i32, i32)) -> Result<(), Failed<DB>> {
    let (width, height) = (to.0 - from.0, to.1 - from.1);
    let style = frame.palette.muted.rgb.mix(0.7).stroke_width(1);
    for place in (HATCH / 2..width + height).step_by(HATCH as usize) {
        let begin = (from.0 + place.min(width), from.1 + (place - width).max(0));
        let end = (from.0 + (place - height).max(0), from.1 + place.min(height));
        frame.stroke(vec![begin, end], style)?;
    }
    Ok(())
}

/// How strongly cells are coloured.
pub struct Shade {
    /// Of what is low and what is high: the first team's colour where it does better.
    colours: [RGBColor; 2],
    /// Where the teams never differ; nothing of one team's value.
    same: Option<RGBColor>,
    /// The value without colour, and the furthest from it.
    ends: [f64; 2],
}

impl Shade {
    /// As it takes to tell the cells apart.
    pub fn of(picture: &Picture, cells: &[Option<Cell>], palette: &Palette) -> Self {
        let values = || cells.iter().flatten().map(|cell| cell.value);
        if picture.side == Side::Difference {
            let mut colours = [palette.arms[0].rgb, palette.arms[1].rgb];
            if picture.measure.info().better == Better::Lower {
                colours.reverse();
            }
            return Self {
                colours,
                same: Some(palette.muted.rgb),
                ends: [0.0, values().map(f64::abs).fold(0.0, f64::max)],
            };
        }
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        Self { colours: [colour(picture, palette); 2], same: None, ends: [low, high - low] }
    }

    /// The colour of a cell.
    pub fn colour(&self, cell: &Cell) -> RGBAColor {
        let away = cell.value - self.ends[0];
        let share = if self.ends[1] > 0.0 { (away.abs() / self.ends[1]).min(1.0) } else { 0.0 };
        let strength = STRENGTH[0] + share * (STRENGTH[1] - STRENGTH[0]);
        if let Some(same) = self.same.filter(|_| away == 0.0) {
            return same.mix(0.12);
        }
        // What is not settled, or stands for another, is paler.
        let strength = if cell.settled && cell.own { strength } else { 0.5 * strength };
        self.colours[usize::from(away >= 0.0)].mix(strength)
    }
}
