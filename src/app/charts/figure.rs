//! A chart on the page: canvas, caption, words for those who do not see it, and its numbers as a table.

use std::rc::Rc;

use gloo::events::EventListener;
use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, HtmlElement, ResizeObserver};
use yew::prelude::*;

use super::canvas::Surface;
use super::data::ChartData;
use super::draw::{LEFT, RIGHT, draw};
use crate::app::theme::Palette;

/// What a figure is given.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// Name for tests.
    pub name: &'static str,
    /// What it shows; nothing before the first results.
    pub data: Option<Rc<ChartData>>,
    /// Where the visible pair is, as a share of the axis [0, 1].
    pub at: f64,
    /// Changes whenever the colours do.
    pub colours: u32,
}

/// A chart.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let canvas = use_node_ref();
    let size = use_size(canvas.clone());
    let table = use_state(|| false);
    use_effect_with((props.data.clone(), props.colours, size), {
        let canvas = canvas.clone();
        move |(data, ..)| paint(&canvas, data.as_deref())
    });
    let ontoggle = {
        let table = table.clone();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            table.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    // The same sum as the axes make: margins left and right of the weeks.
    let left = format!("left: calc({LEFT}px + (100% - {}px) * {:.4});", LEFT + RIGHT, props.at);
    let data = props.data.as_deref();
    let [without, with] = data.map_or([""; 2], |data| [&data.names[0], &data.names[1]]);
    html! {
        <figure class="chart" data-testid={props.name}>
            <figcaption>
                <strong>{ data.map_or("", |data| &data.title) }</strong>
                <span class="keys">
                    <span class="key control">{ without }</span>
                    <span class="key treatment">{ with }</span>
                </span>
            </figcaption>
            <div class="chart-frame">
                <canvas ref={canvas} role="img" aria-label={data.map_or("Computing".to_owned(), ChartData::summary)}></canvas>
                if data.is_some() {
                    <div class="now" style={left} aria-hidden="true"></div>
                } else {
                    <p class="waiting">{ "Computing…" }</p>
                }
            </div>
            <details {ontoggle}>
                <summary>{ "How to read it, and the numbers" }</summary>
                if let Some(data) = data.filter(|_| *table) {
                    <p>
                        { format!("Thick lines: mean of {} pairs. Thin lines: the pair you see above. ", data.pairs) }
                        { "Below: how much the second team is ahead; the dark band holds the mean with 95 % confidence, the \
                           light band 95 of 100 single pairs." }
                    </p>
                    { numbers(data) }
                }
            </details>
        </figure>
    }
}

fn numbers(data: &ChartData) -> Html {
    let [without, with] = &data.names;
    html! {
        <div class="numbers" tabindex="0">
            <table>
                <caption>{ format!("{}, {}", data.title, data.unit) }</caption>
                <thead><tr>
                    <th scope="col">{ "Week" }</th><th scope="col">{ without }</th><th scope="col">{ with }</th>
                    <th scope="col">{ "Difference" }</th><th scope="col">{ "95 % interval" }</th>
                </tr></thead>
                <tbody>
                    for [week, control, treatment, difference, interval] in data.rows() {
                        <tr>
                            <th scope="row">{ week }</th><td>{ control }</td><td>{ treatment }</td>
                            <td>{ difference }</td><td>{ interval }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn paint(canvas: &NodeRef, data: Option<&ChartData>) {
    let (Some(canvas), Some(data)) = (canvas.cast::<HtmlCanvasElement>(), data) else { return };
    let (Some(surface), Some(palette)) = (Surface::on(canvas), Palette::read()) else { return };
    let area = surface.into_drawing_area();
    if let Err(error) = draw(&area, data, &palette) {
        web_sys::console::warn_1(&format!("{} could not be drawn: {error}", data.title).into());
    }
}

/// The element's size on the page, which changes with it [css px].
#[hook]
fn use_size(node: NodeRef) -> (i32, i32) {
    let size = use_state_eq(|| (0, 0));
    use_effect_with((), {
        let size = size.setter();
        move |()| {
            let element = node.cast::<HtmlElement>();
            let look = {
                let element = element.clone();
                move || {
                    if let Some(element) = &element {
                        size.set((element.client_width(), element.client_height()));
                    }
                }
            };
            look();
            let watch = Closure::<dyn Fn()>::new(look.clone());
            let observer = ResizeObserver::new(watch.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            // A move to a screen of other pixels changes no size on the page.
            let window = web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| look()));
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop((watch, window));
            }
        }
    });
    *size
}
