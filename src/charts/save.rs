//! A chart as files: picture as SVG and PNG, numbers as CSV.

use std::rc::Rc;

use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, HtmlCanvasElement};
use yew::prelude::*;

use super::canvas::Surface;
use super::data::ChartData;
use super::draw::{draw, sheet};
use crate::page::{hand_out, hand_out_text};
use crate::theme::Palette;
use library::results::BOM;

/// Size of a picture [px].
const SIZE: (u32, u32) = (900, 560);
/// Pixels of a PNG for each.
const RATIO: u32 = 2;

/// A way to save a chart.
#[derive(Clone, Copy)]
enum Format {
    Svg,
    Png,
    Csv,
}

/// The buttons.
pub fn save_buttons(data: &Rc<ChartData>) -> Html {
    let button = |format: Format, name: &'static str| {
        let onclick = {
            let data = Rc::clone(data);
            // A browser that refuses says so itself.
            Callback::from(move |_: MouseEvent| {
                let _ = save(&data, format);
            })
        };
        let testid = format!("save-{}-{}", name.to_ascii_lowercase(), data.id);
        html! {
            <button type="button" {onclick} aria-label={words::save::ChartAs { chart: &data.title, format: &name }.say()} data-testid={testid}><span translate="no">{ name }</span></button>
        }
    };
    html! {
        <div class="save">
            <span aria-hidden="true">{ words::save::chart() }</span>
            { button(Format::Svg, "SVG") }
            { button(Format::Png, "PNG") }
            { button(Format::Csv, "CSV") }
        </div>
    }
}

/// What draws a picture on a surface; answers whether it could.
pub type Draws = dyn Fn(Surface<'_>, &Palette) -> bool;

/// Buttons that save a picture as SVG and as PNG, under these names.
pub fn picture_buttons([svg, png]: [String; 2], draws: &Rc<Draws>) -> Html {
    let [of_svg, of_png] = [Rc::clone(draws), Rc::clone(draws)];
    let [name_svg, name_png] = ["SVG", "PNG"];
    let on_svg = Callback::from(move |_: MouseEvent| {
        let mut text = String::new();
        if Palette::read().is_some_and(|palette| of_svg(Surface::svg(&mut text, SIZE), &palette)) {
            let _ = hand_out_text(&svg, "image/svg+xml", &text);
        }
    });
    let on_png = Callback::from(move |_: MouseEvent| {
        let _ = hand_out_png(&png, |surface, palette| of_png(surface, palette));
    });
    html! {
        <>
            <button type="button" onclick={on_svg} data-testid="save-picture-svg"><span translate="no">{ name_svg }</span></button>
            <button type="button" onclick={on_png} data-testid="save-picture-png"><span translate="no">{ name_png }</span></button>
        </>
    }
}

/// A button that saves a text, under this name.
pub fn text_button(
    label: &'static str,
    name: String,
    kind: &'static str,
    text: Rc<dyn Fn() -> Option<String>>,
) -> Html {
    let testid = format!("save-numbers-{}", label.to_ascii_lowercase());
    html! { <button type="button" onclick={hands_out(name, kind, text)} data-testid={testid}><span translate="no">{ label }</span></button> }
}

/// The same with a name in words.
pub fn named_button(
    label: &'static str,
    name: String,
    kind: &'static str,
    text: Rc<dyn Fn() -> Option<String>>,
    testid: &'static str,
) -> Html {
    html! { <button type="button" onclick={hands_out(name, kind, text)} data-testid={testid}>{ label }</button> }
}

fn hands_out(name: String, kind: &'static str, text: Rc<dyn Fn() -> Option<String>>) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        if let Some(text) = text() {
            let _ = hand_out_text(&name, kind, &text);
        }
    })
}

fn save(data: &Rc<ChartData>, format: Format) -> Option<()> {
    match format {
        Format::Svg => hand_out_text(&data.file_name("svg"), "image/svg+xml", &svg_sheet(data)?),
        Format::Csv => hand_out_text(&data.file_name("csv"), "text/csv", &format!("{BOM}{}", data.csv())),
        Format::Png => png(data),
    }
}

/// The chart alone as the text of an SVG file, in these colours and of this size [px].
pub fn svg(data: &ChartData, palette: &Palette, size: (u32, u32)) -> Option<String> {
    let mut text = String::new();
    draw(&Surface::svg(&mut text, size).into_drawing_area(), data, palette).ok()?;
    Some(text)
}

fn svg_sheet(data: &ChartData) -> Option<String> {
    let mut text = String::new();
    sheet(&Surface::svg(&mut text, SIZE).into_drawing_area(), data, &Palette::read()?).ok()?;
    Some(text)
}

fn png(data: &Rc<ChartData>) -> Option<()> {
    hand_out_png(&data.file_name("png"), |surface, palette| sheet(&surface.into_drawing_area(), data, palette).is_ok())
}

fn hand_out_png(name: &str, draws: impl FnOnce(Surface<'_>, &Palette) -> bool) -> Option<()> {
    let canvas = gloo::utils::document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let surface = Surface::sized(canvas.clone(), SIZE, RATIO)?;
    if !draws(surface, &Palette::read()?) {
        return None;
    }
    let name = name.to_owned();
    let done = Closure::once_into_js(move |blob: Option<Blob>| blob.and_then(|blob| hand_out(&name, &blob)).is_some());
    canvas.to_blob(done.unchecked_ref()).ok()
}
