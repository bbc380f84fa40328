//! Lines of the tables.

/// A line of the table: bold where the aim is missed.
pub fn row(what: &str, aim: &str, limit: f64, values: &[f64]) -> String {
    let (median, least, most) = median(values);
    let found = format!("{} ms ({} to {})", short(median), short(least), short(most));
    let bold = if median > limit { "**" } else { "" };
    format!("| {what} | {aim} | {bold}{found}{bold} |")
}

/// The value in the middle, the least and the largest.
pub fn median(values: &[f64]) -> (f64, f64, f64) {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    (values[values.len() / 2], values[0], values[values.len() - 1])
}

/// A number with a digit after the point if it is small.
pub fn short(value: f64) -> String {
    if value < 20.0 { format!("{value:.1}") } else { format!("{value:.0}") }
}
