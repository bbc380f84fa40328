//! A chart on the page: canvas, caption, words for those who do not see it, what it says at any place, its numbers as a table, and
//! all that as files.

use std::rc::Rc;

use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement};
use words::{chart_notes, charts};
use yew::prelude::*;

use super::canvas::Surface;
use super::crosshair::Crosshair;
use super::data::{Body, ChartData, PersonState};
use super::draw::draw;
use super::save::save_buttons;
use super::words::Table;
use crate::components::document::model_document;
use crate::components::in_sight::use_in_sight;
use crate::components::on_paper::use_on_paper;
use crate::components::size::use_size;
use crate::content::Content;
use crate::theme::Palette;

/// What a figure is given.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// Name for tests: that of what it shows.
    pub id: &'static str,
    /// What it shows; nothing before the first results.
    pub data: Option<Rc<ChartData>>,
    /// Whether what it shows is covered, and nothing of it is to be had.
    #[prop_or_default]
    pub covered: bool,
    /// Where the visible pair is, as a share of the axis of time [0, 1].
    pub at: f64,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// Whether the words are there on how to read it; left out by what waits for them itself.
    #[prop_or_default]
    pub content: Content,
}

/// A chart.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let canvas = use_node_ref();
    let size = use_size(canvas.clone());
    let table = use_state(|| false);
    let seen = use_in_sight(canvas.clone());
    let palette = use_mut_ref(|| None::<((u32, (i32, i32)), Palette)>);
    let painted = use_mut_ref(|| None::<(u32, (i32, i32))>);
    use_effect_with((props.data.clone(), props.colours, size, seen), {
        let canvas = canvas.clone();
        move |&(ref data, colours, size, seen)| {
            let Some(data) = data else {
                clear(&canvas);
                painted.replace(None);
                return;
            };
            // What is on its way to more pairs is not drawn where nobody looks, but nobody finds it empty or in colours of before.
            if !seen && data.origin.so_far && *painted.borrow() == Some((colours, size)) {
                return;
            }
            let mut palette = palette.borrow_mut();
            // To ask for the colours takes as long as to draw some lines.
            if palette.as_ref().is_none_or(|(known, _)| *known != (colours, size)) {
                *palette = Palette::read().map(|palette| ((colours, size), palette));
            }
            if let Some((_, palette)) = &*palette {
                paint(&canvas, data, size, palette);
                painted.replace(Some((colours, size)));
            }
        }
    });
    use_on_paper(&canvas, props.data.clone(), |canvas, data, size, palette| {
        if let Some(data) = data {
            paint(canvas, data, size, palette);
        }
    });
    let ontoggle = {
        let table = table.clone();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            table.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    let data = props.data.as_deref();
    let nothing = if props.covered { words::present::hidden() } else { charts::computing_wait() };
    html! {
        <figure class={classes!("chart", data.map(kind))} data-testid={format!("chart-{}", props.id)}>
            <figcaption>
                <strong>{ data.map_or("", heading) }</strong>
                { data.map(keys) }
            </figcaption>
            if let Some(data) = &props.data {
                <details class="chart-more" {ontoggle}>
                    <summary>{ charts::details() }</summary>
                    <div class="chart-notes">
                        { save_buttons(data) }
                        if *table {
                            <p>{ how_to_read(data) }</p>
                            // What is one person's course is no outcome.
                            if data.seat.is_none() && words::language::is_whole() {
                                <p>{ model_document(&format!("#outcome-{}", props.id), chart_notes::document()) }</p>
                            }
                            { happenings(data) }
                            { numbers(data) }
                        }
                    </div>
                </details>
            }
            <div class="chart-frame">
                <canvas ref={canvas} role="img" aria-label={data.map_or_else(|| nothing.to_owned(), ChartData::summary)}></canvas>
                if let Some(data) = &props.data {
                    <Crosshair data={Rc::clone(data)} at={props.at} />
                } else {
                    <p class="waiting">{ nothing }</p>
                }
            </div>
        </figure>
    }
}

/// What stands above it: a person's charts stand below that person's name.
fn heading(data: &ChartData) -> &str {
    PersonState::ALL.into_iter().find(|state| state.id() == data.id).map_or(&data.title, |state| state.short())
}

/// The class of a figure, by what it shows.
fn kind(data: &ChartData) -> &'static str {
    match &data.body {
        Body::Course(course) if course.weeks.is_empty() => "plain",
        Body::Course(_) => "course",
        Body::Spread(_) => "spread",
    }
}

/// What has no name in the picture itself: a setup that is kept for comparison.
fn keys(data: &ChartData) -> Html {
    let pinned = matches!(&data.body, Body::Course(course) if course.baseline.is_some());
    if pinned {
        html! { <span class="keys"><span class="key pinned" title={charts::pinned_second()}>{ charts::pinned_second_short() }</span></span> }
    } else {
        Html::default()
    }
}

fn how_to_read(data: &ChartData) -> String {
    let pairs = data.origin.pairs as usize;
    match &data.body {
        Body::Course(course) if course.weeks.is_empty() => chart_notes::person().to_owned(),
        Body::Course(_) => chart_notes::course(pairs),
        Body::Spread(_) => chart_notes::spread(pairs),
    }
}

/// What happens when, for not all of it may be written in the picture.
fn happenings(data: &ChartData) -> Html {
    let happenings = data.happenings();
    if happenings.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="happenings">for happening in happenings { <li>{ happening }</li> }</ul>
    }
}

fn numbers(data: &ChartData) -> Html {
    let Table { head, rows } = data.table();
    html! {
        <div class="numbers" tabindex="0" role="region" aria-label={charts::numbers(&data.title)}>
            <table>
                <caption>{ charts::Caption { title: &data.title, unit: &data.unit.name }.say() }</caption>
                <thead><tr>
                    for cell in head {
                        <th scope="col">{ cell }</th>
                    }
                </tr></thead>
                <tbody>
                    for row in rows {
                        <tr>
                            for (column, cell) in row.into_iter().enumerate() {
                                if column == 0 { <th scope="row">{ cell }</th> } else { <td>{ cell }</td> }
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn paint(canvas: &NodeRef, data: &ChartData, size: (i32, i32), palette: &Palette) {
    let Some(surface) = canvas.cast::<HtmlCanvasElement>().and_then(|canvas| Surface::on(canvas, size)) else { return };
    let area = surface.into_drawing_area();
    if let Err(error) = draw(&area, data, palette) {
        web_sys::console::warn_1(&format!("{} could not be drawn: {error}", data.title).into());
    }
}

/// Leaves nothing of what was drawn.
fn clear(canvas: &NodeRef) {
    if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
        canvas.set_width(canvas.width());
    }
}
