//! The few strokes that all pictures of the teams are made of.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::layout::Place;

/// A full circle as the path.
pub fn circle(context: &CanvasRenderingContext2d, x: f64, y: f64, radius: f64) {
    context.begin_path();
    // Fails for a negative radius only.
    let _ = context.arc(x, y, radius.max(0.0), 0.0, std::f64::consts::TAU);
}

/// A rectangle with round corners as the path.
pub fn rounded(context: &CanvasRenderingContext2d, place: Place, corner: f64) {
    context.begin_path();
    // Fails for a negative corner only.
    let _ = context.round_rect_with_f64(place.x, place.y, place.width.max(0.0), place.height.max(0.0), corner);
}

/// The pattern of lines to come; none for solid ones.
pub fn dashes(context: &CanvasRenderingContext2d, pattern: &[f64]) {
    let pattern: js_sys::Array = pattern.iter().map(|length| JsValue::from_f64(*length)).collect();
    // Fails for a pattern that is no list only.
    let _ = context.set_line_dash(&pattern);
}
