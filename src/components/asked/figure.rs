//! A picture of rows, and its files.

use std::rc::Rc;

use plotters::drawing::IntoDrawingArea;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use crate::charts::canvas::Surface;
use crate::charts::draw::{framed, rows};
use crate::charts::rows::Rows;
use crate::charts::save::{Draws, picture_buttons};
use crate::charts::source::Source;
use crate::components::on_paper::use_on_paper;
use crate::components::size::use_size;
use crate::theme::Palette;
use words::swept;

/// What the figure is given.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// What is drawn.
    pub rows: Rc<Rows>,
    /// What it is called where it stands alone, and for someone who cannot see it.
    pub title: AttrValue,
    /// What its signs are.
    pub signs: AttrValue,
    /// Where the numbers come from.
    pub source: Source,
    /// What is shown, as part of a file's name.
    pub shown: AttrValue,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Height of a row [rem].
    pub row: f64,
    /// Buttons that save the numbers.
    #[prop_or_default]
    pub children: Html,
}

/// Height of the axis below the rows [rem].
const AXIS: f64 = 3.5;

/// The figure.
#[component]
pub fn RowsFigure(props: &FigureProps) -> Html {
    let canvas = use_node_ref();
    let size = use_size(canvas.clone());
    use_effect_with((props.rows.clone(), props.colours, size), {
        let canvas = canvas.clone();
        move |(rows, _, size)| {
            if let Some(palette) = Palette::read() {
                paint(&canvas, rows, *size, &palette);
            }
        }
    });
    use_on_paper(&canvas, Rc::clone(&props.rows), |canvas, rows, size, palette| paint(canvas, rows, size, palette));
    let height = props.row * props.rows.rows.len() as f64 + AXIS;
    html! {
        <>
            <div class="rows-frame" role="img" aria-label={props.title.clone()} style={format!("height: {height}rem")} data-testid="rows-picture">
                <canvas ref={canvas} aria-hidden="true"></canvas>
            </div>
            <p class="hint">{ &props.signs }</p>
            <div class="save">
                <span aria-hidden="true">{ swept::save() }</span>
                { picture_buttons(["svg", "png"].map(|ending| props.source.file_name(&props.shown, ending)), &draws(props)) }
                { props.children.clone() }
            </div>
        </>
    }
}

/// Draws it with its title and source.
fn draws(props: &FigureProps) -> Rc<Draws> {
    let (drawn, title) = (Rc::clone(&props.rows), props.title.clone());
    let lines = [props.source.line(), props.signs.to_string()];
    Rc::new(move |surface: Surface<'_>, palette: &Palette| {
        framed(&surface.into_drawing_area(), &title, &lines, palette, |area| rows::draw(area, &drawn, palette)).is_ok()
    })
}

fn paint(canvas: &NodeRef, drawn: &Rows, size: (i32, i32), palette: &Palette) {
    let Some(surface) = canvas.cast::<HtmlCanvasElement>().and_then(|canvas| Surface::on(canvas, size)) else { return };
    if let Err(error) = rows::draw(&surface.into_drawing_area(), drawn, palette) {
        web_sys::console::warn_1(&format!("the picture could not be drawn: {error}").into());
    }
}
