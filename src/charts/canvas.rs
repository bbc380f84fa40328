//! The surfaces for charts: a canvas, measured in CSS pixels whatever the screen's own are, or the text of an SVG file.
//!
//! Both are one type, so that all drawing is compiled once: it is a large part of what the reader downloads.

use plotters::backend::SVGBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::team_view::paint::prepare;
use library::printable::printable;

/// A surface for charts.
pub enum Surface<'a> {
    /// A canvas.
    Canvas(Canvas),
    /// The text of a file.
    Svg(SVGBackend<'a>),
}

/// The backend of plotters-canvas, which takes a canvas's own pixels for its size, measures text by laying out the page
/// (plotters#164) and leaves it to the engine where the middle of a letter is: here that is put right, everything else is passed on.
pub struct Canvas {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
}

/// How far below a point the line is that letters stand on, where the point is their top, middle or bottom, as a share of their size.
/// Engines disagree about all but that line; the middle is that of digits, which most of what is written here is.
fn baseline(place: VPos) -> f64 {
    match place {
        VPos::Top => 0.8,
        VPos::Center => 0.36,
        VPos::Bottom => -0.25,
    }
}

impl Canvas {
    /// Writes a text. None of ours is turned, but a turned one is turned.
    fn write<S: BackendTextStyle>(&self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let (context, anchor, color) = (&self.context, style.anchor(), style.color());
        let (red, green, blue) = color.rgb;
        context.set_font(&format!("{} {}px {}", style.style().as_str(), style.size(), style.family().as_str()));
        context.set_fill_style_str(&format!("rgba({red},{green},{blue},{})", color.alpha));
        context.set_text_baseline("alphabetic");
        context.set_text_align(match anchor.h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        let down = baseline(anchor.v_pos) * style.size();
        let quarters = match style.transform() {
            FontTransform::None => 0.0,
            FontTransform::Rotate90 => 1.0,
            FontTransform::Rotate180 => 2.0,
            FontTransform::Rotate270 => 3.0,
        };
        context.save();
        let drawn = context
            .translate(f64::from(x), f64::from(y))
            .and_then(|()| context.rotate(quarters * std::f64::consts::FRAC_PI_2))
            .and_then(|()| context.fill_text(text, 0.0, down));
        context.restore();
        drawn.map_err(|_| DrawingErrorKind::DrawingError(Undrawn(text.to_owned())))
    }
}

impl<'a> Surface<'a> {
    /// On a canvas that has this size on the page [css px]: to ask it now would have the page laid out at once.
    pub fn on(canvas: HtmlCanvasElement, (width, height): (i32, i32)) -> Option<Self> {
        let (context, width, height) = prepare(&canvas, Some([f64::from(width), f64::from(height)]))?;
        let inner = CanvasBackend::with_canvas_object(canvas)?;
        Some(Self::Canvas(Canvas { inner, context, size: (width as u32, height as u32) }))
    }

    /// On a canvas that is not on the page, of this size [css px], with so many pixels for each [px].
    pub fn sized(canvas: HtmlCanvasElement, size: (u32, u32), ratio: u32) -> Option<Self> {
        canvas.set_width(size.0 * ratio);
        canvas.set_height(size.1 * ratio);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.scale(f64::from(ratio), f64::from(ratio)).ok()?;
        let inner = CanvasBackend::with_canvas_object(canvas)?;
        Some(Self::Canvas(Canvas { inner, context, size }))
    }

    /// In a text that becomes an SVG file of this size [px].
    pub fn svg(text: &'a mut String, size: (u32, u32)) -> Self {
        Self::Svg(SVGBackend::with_string(text, size))
    }
}

/// Why something could not be drawn.
#[derive(Debug)]
pub struct Undrawn(String);

impl std::fmt::Display for Undrawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Undrawn {}

type Drawn = Result<(), DrawingErrorKind<Undrawn>>;

/// What either surface answers.
fn told<E: std::error::Error + Send + Sync>(result: Result<(), DrawingErrorKind<E>>) -> Drawn {
    result.map_err(|error| DrawingErrorKind::DrawingError(Undrawn(error.to_string())))
}

impl DrawingBackend for Surface<'_> {
    type ErrorType = Undrawn;

    fn get_size(&self) -> (u32, u32) {
        match self {
            Self::Canvas(canvas) => canvas.size,
            Self::Svg(svg) => svg.get_size(),
        }
    }

    fn ensure_prepared(&mut self) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.ensure_prepared()),
            Self::Svg(svg) => told(svg.ensure_prepared()),
        }
    }

    fn present(&mut self) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.present()),
            Self::Svg(svg) => told(svg.present()),
        }
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.draw_pixel(point, color)),
            Self::Svg(svg) => told(svg.draw_pixel(point, color)),
        }
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.draw_line(from, to, style)),
            Self::Svg(svg) => told(svg.draw_line(from, to, style)),
        }
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.draw_rect(from, to, style, fill)),
            Self::Svg(svg) => told(svg.draw_rect(from, to, style, fill)),
        }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.draw_path(path, style)),
            Self::Svg(svg) => told(svg.draw_path(path, style)),
        }
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.draw_circle(centre, radius, style, fill)),
            Self::Svg(svg) => told(svg.draw_circle(centre, radius, style, fill)),
        }
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        match self {
            Self::Canvas(canvas) => told(canvas.inner.fill_polygon(path, style)),
            Self::Svg(svg) => told(svg.fill_polygon(path, style)),
        }
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let text = &printable(text);
        match self {
            Self::Canvas(canvas) => canvas.write(text, style, at),
            Self::Svg(svg) => told(svg.draw_text(text, style, at)),
        }
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Undrawn>> {
        let width = match self {
            Self::Canvas(canvas) => {
                canvas.context.set_font(&format!("{}px {}", style.size(), style.family().as_str()));
                canvas.context.measure_text(text).map_or(0.0, |metrics| metrics.width())
            }
            // A file is measured where it is shown: about so wide are letters, and those of the East.
            Self::Svg(_) => {
                let width = |sign: char| if sign < '\u{1100}' { 0.55 } else { 1.0 };
                style.size() * text.chars().map(width).sum::<f64>()
            }
        };
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
