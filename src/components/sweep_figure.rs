//! Where it pays, as a picture: which point is chosen by pointer or arrow keys is told below it, and can be opened in the lab.

use std::rc::Rc;

use plotters::drawing::IntoDrawingArea;
use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::asked::files::{experiment_button, tidy_button};
use super::field::value_of;
use super::on_paper::use_on_paper;
use super::size::use_size;
use super::sweep_form::outcomes;
use crate::charts::canvas::Surface;
use crate::charts::draw::framed;
use crate::charts::draw::swept::{draw, plotted};
use crate::charts::save::{Draws, picture_buttons, text_button};
use crate::charts::source::Source;
use crate::charts::swept::{Picture, Side};
use crate::inquiry::{Findings, Question, is_log};
use crate::keys::plain;
use crate::text::swept::{axis_name, name, place, point, reach, rows, said, signs};
use crate::theme::Palette;
use library::results::{BOM, Format};
use model::outcome::Measure;
use model::scenario::Arm;
use words::{outcome, swept};

/// What the figure is given.
#[derive(Properties, PartialEq)]
pub struct SweepFigureProps {
    /// What is known.
    pub found: Rc<Findings>,
    /// Changes whenever the colours do.
    pub colours: u32,
    /// A point is to be opened in the lab.
    pub on_open: Callback<usize>,
}

/// What can be shown.
const SIDES: [(&str, Side, words::Text); 3] = [
    ("difference", Side::Difference, swept::side_difference),
    ("first", Side::Of(Arm::Control), swept::side_first),
    ("second", Side::Of(Arm::Treatment), swept::side_second),
];

/// The figure.
#[component]
pub fn SweepFigure(props: &SweepFigureProps) -> Html {
    let question = Rc::as_ptr(&props.found.question);
    let other = use_state_eq(|| None::<(*const Question, Measure)>);
    let measure =
        other.filter(|(of, _)| *of == question).map_or(props.found.question.outcome(), |(_, measure)| measure);
    let side = use_state_eq(|| Side::Difference);
    let chosen = use_state_eq(|| None::<usize>);
    let last = props.found.results.len() - 1;
    let canvas = use_node_ref();
    let size = use_size(canvas.clone());
    let picture = use_memo((props.found.clone(), measure, *side, *chosen), |(found, measure, side, chosen)| {
        let log = found.question.axes().iter().map(is_log).collect();
        Picture::new(Rc::clone(found), *measure, *side, log, chosen.map(|point| point.min(last)))
    });
    use_effect_with((picture.clone(), props.colours, size), {
        let canvas = canvas.clone();
        move |(picture, _, size)| {
            if let Some(palette) = Palette::read() {
                paint(&canvas, picture, *size, &palette);
            }
        }
    });
    use_on_paper(&canvas, picture.clone(), |canvas, picture, size, palette| paint(canvas, picture, size, palette));
    let on_measure = {
        let other = other.clone();
        Callback::from(move |event: Event| {
            let named = value_of(&event).and_then(|id| Measure::named(&id));
            other.set(named.map(|measure| (question, measure)));
        })
    };
    let on_side = {
        let side = side.clone();
        Callback::from(move |event: Event| {
            let named = value_of(&event).and_then(|id| SIDES.iter().find(|(name, ..)| *name == id));
            side.set(named.map_or(Side::Difference, |(_, side, _)| *side));
        })
    };
    let onclick = {
        let (chosen, picture, canvas) = (chosen.clone(), picture.clone(), canvas.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(point) = point_at(&canvas, &picture, &event) {
                chosen.set(Some(point));
            }
        })
    };
    let onkeydown = {
        let (chosen, picture) = (chosen.clone(), picture.clone());
        Callback::from(move |event: KeyboardEvent| {
            let steps = match plain(&event).as_deref() {
                Some("ArrowLeft") => [-1, 0],
                Some("ArrowRight") => [1, 0],
                Some("ArrowUp") => [0, 1],
                Some("ArrowDown") => [0, -1],
                _ => return,
            };
            event.prevent_default();
            chosen.set(Some(picture.chosen.map_or(0, |point| picture.beside(point, steps))));
        })
    };
    let label = match picture.axes() {
        [x, y] => swept::PictureMap {
            outcome: &outcome::label(measure),
            x: &name(x.parameter, x.scope),
            y: &name(y.parameter, y.scope),
        }
        .say(),
        _ => swept::PictureLine { outcome: &outcome::label(measure), x: &axis_name(&picture.axes()[0]) }.say(),
    };
    html! {
        <figure class="swept" data-testid="sweep-figure">
            <figcaption>
                <label>{ swept::outcome() }
                    <select onchange={on_measure} ~value={measure.info().id} data-testid="sweep-shown">{ outcomes(measure) }</select></label>
                <label>{ swept::side() }
                    <select onchange={on_side} data-testid="sweep-side">
                        for (id, value, name) in SIDES { <option value={id} selected={value == *side}>{ name() }</option> }
                    </select></label>
            </figcaption>
            <p class="sentence" data-testid="sweep-said">{ said(&picture) }</p>
            <div class="swept-frame" role="group" tabindex="0" aria-label={label} {onclick} {onkeydown} data-testid="sweep-picture">
                <canvas ref={canvas} aria-hidden="true"></canvas>
            </div>
            <p class="swept-point">
                if let Some(at) = picture.chosen {
                    <span aria-live="polite" data-testid="sweep-point">{ point(&picture, at) }</span>
                    <button type="button" onclick={props.on_open.reform(move |_| at)} title={place(&picture, at)} data-testid="sweep-open">{ swept::open() }</button>
                }
            </p>
            <p class="hint">{ signs(&picture) }{ " " }{ reach(&picture).unwrap_or_default() }</p>
            { save(&picture, &title(&picture)) }
            if !picture.swept.question.is_map() { { table(&picture) } }
        </figure>
    }
}

/// What the picture is called where it stands alone.
fn title(picture: &Picture) -> String {
    let outcome = outcome::label(picture.measure);
    match picture.axes() {
        [x, y] => {
            swept::TitleMap { outcome: &outcome, x: &name(x.parameter, x.scope), y: &name(y.parameter, y.scope) }.say()
        }
        axes => swept::TitleLine { outcome: &outcome, x: &axis_name(&axes[0]) }.say(),
    }
}

/// The picture and its numbers as files.
fn save(picture: &Rc<Picture>, label: &str) -> Html {
    let found = &picture.swept;
    let question = &found.question;
    let source = Source::new(question.scenario(), found.pairs[0], !found.complete);
    let axes: Vec<String> = question.axes().iter().map(library::results::axis_key).collect();
    let side = SIDES.iter().find(|(_, side, _)| *side == picture.side).map_or("", |(id, ..)| id);
    let shown = format!("{}-{side}-{}", axes.join("-"), picture.measure.info().id);
    let (drawn, title) = (Rc::clone(picture), label.to_owned());
    let lines: Vec<String> = [source.line(), signs(picture).to_owned()].into_iter().chain(reach(picture)).collect();
    let draws: Rc<Draws> = Rc::new(move |surface: Surface<'_>, palette: &Palette| {
        framed(&surface.into_drawing_area(), &title, &lines, palette, |area| draw(area, &drawn, palette)).is_ok()
    });
    let table = |format: Format| {
        let (found, measure) = (Rc::clone(found), picture.measure);
        move || found.table(measure, |table| table.file(format))
    };
    let (csv, json) = (table(Format::Csv), table(Format::Json));
    let csv = move || csv().map(|text| format!("{BOM}{text}"));
    html! {
        <div class="save">
            <span aria-hidden="true">{ swept::save() }</span>
            { picture_buttons(["svg", "png"].map(|ending| source.file_name(&shown, ending)), &draws) }
            if found.complete {
                { text_button("CSV", source.file_name(&shown, "csv"), "text/csv", Rc::new(csv)) }
                { text_button("JSON", source.file_name(&shown, "json"), "application/json", Rc::new(json)) }
                { tidy_button(found, &source) }
                { experiment_button(question, &source) }
            }
        </div>
    }
}

fn table(picture: &Picture) -> Html {
    let head = [
        axis_name(&picture.axes()[0]),
        swept::mean().to_owned(),
        swept::interval().to_owned(),
        swept::most().to_owned(),
    ];
    html! {
        <details>
            <summary>{ swept::numbers() }</summary>
            <div class="numbers" tabindex="0" role="region" aria-label={swept::numbers()}>
                <table>
                    <thead><tr>for cell in head { <th scope="col">{ cell }</th> }</tr></thead>
                    <tbody>
                        for [value, mean, interval, most] in rows(picture) {
                            <tr><th scope="row">{ value }</th><td>{ mean }</td><td>{ interval }</td><td>{ most }</td></tr>
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

/// The point under the pointer.
fn point_at(canvas: &NodeRef, picture: &Picture, event: &MouseEvent) -> Option<usize> {
    let frame = canvas.cast::<HtmlElement>()?.get_bounding_client_rect();
    let palette = Palette::read()?;
    let [left, top, right, bottom] = plotted((frame.width() as u32, frame.height() as u32), &palette).map(f64::from);
    let at = [f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top()];
    let share = |value: f64, from: f64, to: f64| ((value - from) / (to - from)).clamp(0.0, 1.0);
    Some(picture.point_at([share(at[0], left, right), share(at[1], bottom, top)]))
}

fn paint(canvas: &NodeRef, picture: &Picture, size: (i32, i32), palette: &Palette) {
    let Some(surface) = canvas.cast::<HtmlCanvasElement>().and_then(|canvas| Surface::on(canvas, size)) else { return };
    let area = surface.into_drawing_area();
    if let Err(error) = draw(&area, picture, palette) {
        web_sys::console::warn_1(&format!("the sweep could not be drawn: {error}").into());
    }
}
