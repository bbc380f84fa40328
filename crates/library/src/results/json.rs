//! JSON, as programs read it.

use std::fmt::Write;

use experiment::ensemble::Contrast;
use experiment::statistics::sample::Estimate;
use experiment::study::results::Results;
use model::outcome::Measure;

/// The fields of the summary by arm, outcome and estimate, for programs that look for one number.
pub fn nested(results: &Results, outcomes: &[Measure]) -> String {
    let mut text = String::new();
    let out = &mut text;
    let contrasts: Vec<Contrast> = outcomes.iter().map(|&outcome| results.contrast(outcome)).collect();
    let objects = |out: &mut String, write: &dyn Fn(&mut String, Contrast)| {
        for (place, (outcome, contrast)) in outcomes.iter().zip(&contrasts).enumerate() {
            let _ = write!(out, "{}\n\"{}\":{{", if place == 0 { "" } else { "," }, outcome.info().id);
            write(out, *contrast);
            out.push('}');
        }
        out.push('}');
    };
    let estimate = |out: &mut String, of: Estimate| {
        let _ = write!(out, "\"mean\":{},\"se\":{}", float(of.mean), float(of.se));
    };
    out.push_str("\n\"arms\":{\"control\":{");
    objects(out, &|out, contrast| estimate(out, contrast.control));
    out.push_str(",\n\"treatment\":{");
    objects(out, &|out, contrast| estimate(out, contrast.treatment));
    out.push_str("},\n\"paired\":{");
    objects(out, &|out, contrast| {
        estimate(out, contrast.difference);
        let [low, high] = contrast.difference.ci95().map(float);
        let _ = write!(out, ",\"ci95\":[{low},{high}],\"share_higher\":{}", float(contrast.share_higher()));
    });
    out.push(',');
    text
}

/// A number, or `null` for what is not there.
pub fn number(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { "null".to_owned() }
}

/// A number that programs shall take for one with a fraction even where it has none.
pub fn float(value: f64) -> String {
    let text = number(value);
    if text.contains(['.', 'n']) { text } else { text + ".0" }
}

/// The same, or `null` for an empty one.
pub fn text_or_null(text: &str) -> String {
    if text.is_empty() { "null".to_owned() } else { self::text(text) }
}

/// A text in quotation marks.
pub fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
