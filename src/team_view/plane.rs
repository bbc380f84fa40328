//! Distances and directions in a picture.

/// How far apart two points are.
pub fn distance([x, y]: [f64; 2], [u, v]: [f64; 2]) -> f64 {
    ((x - u) * (x - u) + (y - v) * (y - v)).sqrt()
}

/// The point of the unit circle in a direction [rad]. A picture's bits may differ between machines: in the browser it asks the browser,
/// which spares the program tables of some kilobytes.
pub fn on_circle(angle: f64) -> [f64; 2] {
    #[cfg(feature = "web")]
    return [js_sys::Math::cos(angle), js_sys::Math::sin(angle)];
    #[cfg(not(feature = "web"))]
    return [angle.cos(), angle.sin()];
}
