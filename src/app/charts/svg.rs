//! A chart as the text of an SVG file.

use plotters::drawing::IntoDrawingArea;
use plotters::prelude::SVGBackend;

use super::data::ChartData;
use super::draw::draw;
use crate::app::theme::Palette;

/// The chart in these colours and of this size [px]; `None` if it cannot be drawn.
pub fn svg(data: &ChartData, palette: &Palette, size: (u32, u32)) -> Option<String> {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        draw(&area, data, palette).ok()?;
        area.present().ok()?;
    }
    Some(text)
}
