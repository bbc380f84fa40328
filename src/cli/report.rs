//! Results as text, JSON and comma-separated values.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::experiment::ensemble::{Contrast, Ensemble};
use crate::experiment::export::csv_field;
use crate::experiment::statistics::sample::Estimate;
use crate::library;
use crate::model::outcome::Measure;
use crate::model::scenario::{Arm, Scenario};

/// The built-in scenarios, a line each.
pub fn scenarios() -> String {
    library::names()
        .filter_map(library::scenario)
        .map(|scenario| format!("{:<12} {}\n", scenario.texts().name, scenario.texts().title))
        .collect()
}

/// A table to read.
pub fn text(scenario: &Scenario, ensemble: &Ensemble) -> String {
    let mut out = format!(
        "{} ({}), seed {}, {} pairs, assist-lab {}\n\n",
        scenario.texts().title,
        scenario.texts().name,
        scenario.seed(),
        ensemble.done(),
        env!("CARGO_PKG_VERSION"),
    );
    let _ = writeln!(
        out,
        "{:<20} {:>10} {:>10} {:>11}  {:<24} {:>7}  unit",
        "", "control", "treatment", "difference", "95 % interval", "higher"
    );
    for &measure in Measure::ALL {
        let Contrast { control, treatment, difference, share_higher, .. } = ensemble.contrast(measure);
        let [low, high] = difference.ci95();
        let interval = if low.is_nan() { "-".to_owned() } else { format!("[{low:+.4}, {high:+.4}]") };
        let _ = writeln!(
            out,
            "{:<20} {:>10} {:>10} {:>11}  {interval:<24} {:>7}  {}",
            measure.info().id,
            number(control.mean),
            number(treatment.mean),
            if difference.mean.is_nan() { "-".to_owned() } else { format!("{:+.4}", difference.mean) },
            if share_higher.is_nan() { "-".to_owned() } else { format!("{:.0} %", 100.0 * share_higher) },
            measure.info().unit,
        );
    }
    for arm in Arm::BOTH {
        let share = ensemble.unstable(arm);
        if share > 0.0 {
            let name = if arm == Arm::Control { "control" } else { "treatment" };
            let percent = 100.0 * share;
            let _ = writeln!(
                out,
                "\nunstable: in {percent:.0} % of pairs work piles up in the {name} arm; its means say little"
            );
        }
    }
    out
}

fn number(value: f64) -> String {
    if value.is_nan() { "-".to_owned() } else { format!("{value:.4}") }
}

/// `{"scenario","version","seed","replications","arms","paired","unstable"}`; what was not there to measure is null.
pub fn json(scenario: &Scenario, ensemble: &Ensemble) -> String {
    let (mut control, mut treatment, mut paired) = (Map::new(), Map::new(), Map::new());
    for &measure in Measure::ALL {
        let id = measure.info().id;
        let contrast = ensemble.contrast(measure);
        let estimate = |estimate: Estimate| json!({"mean": estimate.mean, "se": estimate.se});
        control.insert(id.to_owned(), estimate(contrast.control));
        treatment.insert(id.to_owned(), estimate(contrast.treatment));
        let paired_value = json!({
            "mean": contrast.difference.mean,
            "se": contrast.difference.se,
            "ci95": contrast.difference.ci95(),
            "share_higher": contrast.share_higher,
        });
        paired.insert(id.to_owned(), paired_value);
    }
    let value = json!({
        "scenario": scenario.texts().name,
        "version": env!("CARGO_PKG_VERSION"),
        "seed": scenario.seed(),
        "replications": ensemble.done(),
        "arms": {"control": Value::Object(control), "treatment": Value::Object(treatment)},
        "paired": Value::Object(paired),
        "unstable": {"control": ensemble.unstable(Arm::Control), "treatment": ensemble.unstable(Arm::Treatment)},
    });
    serde_json::to_string_pretty(&value).expect("invariant: strings and numbers") + "\n"
}

/// A row a measure; what was not there to measure is empty.
pub fn csv(scenario: &Scenario, ensemble: &Ensemble) -> String {
    let mut out =
        "scenario,version,seed,replications,outcome,unit,control_mean,control_se,treatment_mean,treatment_se,\
                   difference_mean,difference_se,ci95_low,ci95_high,share_higher\n"
            .to_owned();
    let cell = |value: f64| if value.is_nan() { String::new() } else { value.to_string() };
    for &measure in Measure::ALL {
        let Contrast { control, treatment, difference, share_higher, .. } = ensemble.contrast(measure);
        let [low, high] = difference.ci95();
        let values = [
            control.mean,
            control.se,
            treatment.mean,
            treatment.se,
            difference.mean,
            difference.se,
            low,
            high,
            share_higher,
        ];
        let _ = writeln!(
            out,
            "{},{},{},{},{},{},{}",
            csv_field(&scenario.texts().name),
            env!("CARGO_PKG_VERSION"),
            scenario.seed(),
            ensemble.done(),
            measure.info().id,
            measure.info().unit,
            values.map(cell).join(","),
        );
    }
    out
}
