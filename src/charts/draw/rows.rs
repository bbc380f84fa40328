//! Rows under one another on one axis.

use plotters::prelude::*;

use super::{Area, FONT, Failed, fitted};
use crate::charts::rows::{Bar, Marks, Rows, Tone, stacked};
use crate::charts::scale::Scale;
use crate::text::numbers::{fixed, signed};
use crate::theme::Palette;

/// Room above the rows, below them for the axis and its name, and right of them, in type of the usual size [px].
const TOP: f64 = 6.0;
const BOTTOM: f64 = 40.0;
const RIGHT: f64 = 16.0;
/// Most of the width that the names of rows take, and what is between rows.
const NAMES: f64 = 0.4;
const GAP: f64 = 0.2;
/// Width below which names stand above their rows, in letters of the usual size.
const NARROW: f64 = 40.0;
/// The largest and smallest dot [px].
const DOT: [i32; 2] = [14, 8];

/// Draws it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, rows: &Rows, palette: &Palette) -> Result<(), Failed<DB>> {
    area.fill(&palette.paper.rgb)?;
    let plot = Plot::new(area, rows, palette)?;
    plot.axis(rows)?;
    for (place, row) in rows.rows.iter().enumerate() {
        plot.name(place, &row.label)?;
        match &row.marks {
            Marks::Bars(bars) => plot.bars(place, bars)?,
            Marks::Dots(dots) => plot.dots(place, dots)?,
        }
    }
    let zero = plot.x(0.0);
    let ends = vec![(zero, plot.top), (zero, plot.bottom)];
    area.draw(&PathElement::new(ends, palette.ink.rgb.stroke_width(palette.stroke(1))))
}

/// What is drawn on, and where.
struct Plot<'a, DB: DrawingBackend> {
    area: &'a Area<DB>,
    palette: &'a Palette,
    scale: Scale,
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    count: usize,
    /// Whether names stand above their rows, and how high they are [px].
    above: Option<i32>,
}

impl<'a, DB: DrawingBackend> Plot<'a, DB> {
    fn new(area: &'a Area<DB>, rows: &Rows, palette: &'a Palette) -> Result<Self, Failed<DB>> {
        let (width, height) = area.dim_in_pixel();
        let style = (FONT, palette.type_px(13.0)).into_font().color(&palette.ink.rgb);
        let mut widest = 0;
        for row in &rows.rows {
            widest = widest.max(area.estimate_text_size(&row.label, &style)?.0);
        }
        let above = (f64::from(width) < NARROW * palette.type_px(13.0)).then(|| palette.type_px(18.0) as i32);
        let left = if above.is_some() { 20.0 } else { f64::from(widest + 16).min(NAMES * f64::from(width)) } as i32;
        Ok(Self {
            area,
            palette,
            scale: rows.scale(),
            left,
            right: (width as i32 - palette.type_px(RIGHT) as i32).max(left + 1),
            top: palette.type_px(TOP) as i32,
            bottom: (height as i32 - palette.type_px(BOTTOM) as i32).max(1),
            count: rows.rows.len().max(1),
            above,
        })
    }

    fn x(&self, value: f64) -> i32 {
        let share = (value - self.scale.low) / (self.scale.high - self.scale.low);
        self.left + (share * f64::from(self.right - self.left)).round() as i32
    }

    /// Upper and lower edge of a row.
    fn edges(&self, place: usize) -> [i32; 2] {
        let height = f64::from(self.bottom - self.top) / self.count as f64;
        let at = |share: f64| self.top + ((place as f64 + share) * height).round() as i32;
        [at(0.5 * GAP) + self.above.unwrap_or(0), at(1.0 - 0.5 * GAP)]
    }

    fn axis(&self, rows: &Rows) -> Result<(), Failed<DB>> {
        let style = (FONT, self.palette.type_px(12.0)).into_font().color(&self.palette.muted.rgb);
        let mut free = i32::MIN;
        for tick in &self.scale.ticks {
            let x = self.x(*tick);
            self.area.draw(&PathElement::new(vec![(x, self.top), (x, self.bottom + 3)], self.palette.line.rgb))?;
            let number =
                if rows.signed { signed(*tick, self.scale.decimals) } else { fixed(*tick, self.scale.decimals) };
            let (width, _) = self.area.estimate_text_size(&number, &style)?;
            let begin = (x - width as i32 / 2).min(self.area.dim_in_pixel().0 as i32 - width as i32);
            if begin > free {
                self.area.draw_text(&number, &style, (begin, self.bottom + 5))?;
                free = begin + width as i32 + 6;
            }
        }
        let unit = fitted(self.area, &rows.unit, &style, (self.right - self.left).max(1) as u32)?;
        let (width, _) = self.area.estimate_text_size(&unit, &style)?;
        let y = self.bottom + self.palette.type_px(22.0) as i32;
        self.area.draw_text(&unit, &style, ((self.left + self.right - width as i32) / 2, y))
    }

    fn name(&self, place: usize, label: &str) -> Result<(), Failed<DB>> {
        let style = (FONT, self.palette.type_px(13.0)).into_font().color(&self.palette.ink.rgb);
        let [top, bottom] = self.edges(place);
        if let Some(height) = self.above {
            let text = fitted(self.area, label, &style, (self.right - 4).max(1) as u32)?;
            return self.area.draw_text(&text, &style, (4, top - height));
        }
        let text = fitted(self.area, label, &style, (self.left - 10).max(1) as u32)?;
        let (width, height) = self.area.estimate_text_size(&text, &style)?;
        let at = (self.left - 8 - width as i32, (top + bottom - height as i32) / 2);
        self.area.draw_text(&text, &style, at)
    }

    fn colour(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::First => self.palette.arms[0].rgb,
            Tone::Second => self.palette.arms[1].rgb,
            Tone::Neutral => self.palette.muted.rgb,
        }
    }

    fn bars(&self, place: usize, bars: &[Bar]) -> Result<(), Failed<DB>> {
        let [top, bottom] = self.edges(place);
        let each = (bottom - top) / bars.len().max(1) as i32;
        for (number, bar) in bars.iter().enumerate().filter(|(_, bar)| bar.value.is_finite()) {
            let (from, to) = (top + number as i32 * each, top + (number as i32 + 1) * each - 1);
            // A second one is of the same, and paler.
            let fill = self.colour(bar.tone).mix(if number == 0 { 0.75 } else { 0.35 });
            self.area.draw(&Rectangle::new([(self.x(0.0), from), (self.x(bar.value), to)], fill.filled()))?;
            let middle = (from + to) / 2;
            if bar.ci95.iter().all(|end| end.is_finite()) {
                let [low, high] = bar.ci95.map(|end| self.x(end));
                let style = self.palette.ink.rgb.stroke_width(self.palette.stroke(1));
                self.area.draw(&PathElement::new(vec![(low, middle), (high, middle)], style))?;
            }
            if let Some(luck) = bar.luck {
                let style = self.palette.ink.rgb.stroke_width(self.palette.stroke(2));
                self.area.draw(&PathElement::new(vec![(self.x(luck), from), (self.x(luck), to)], style))?;
            }
        }
        Ok(())
    }

    fn dots(&self, place: usize, dots: &[(f64, Tone)]) -> Result<(), Failed<DB>> {
        let [top, bottom] = self.edges(place);
        let places: Vec<f64> = dots.iter().map(|(value, _)| f64::from(self.x(*value))).collect();
        let tallest = |size: i32| stacked(&places, f64::from(size)).iter().map(|(_, below)| *below as i32 + 1).max();
        let fits = |size: &i32| tallest(*size).is_none_or(|count| count * size <= bottom - top);
        let size = (DOT[1]..=DOT[0]).rev().find(fits).unwrap_or(DOT[1]);
        // Where many are equal, they overlap rather than leave the row.
        let up = ((bottom - top - size) / (tallest(size).unwrap_or(1) - 1).max(1)).clamp(1, size);
        for ((x, below), (_, tone)) in stacked(&places, f64::from(size)).into_iter().zip(dots) {
            let at = (x as i32, bottom - size / 2 - below as i32 * up);
            self.area.draw(&Circle::new(at, (size - 1) / 2, self.colour(*tone).filled()))?;
        }
        Ok(())
    }
}
