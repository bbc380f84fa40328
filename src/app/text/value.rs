//! A parameter's value as the page shows it and takes it: shares in per cent, the rest in their own unit.

use super::numbers::plain;
use crate::model::parameters::{Kind, Parameter};

/// By how much a value is multiplied on the page: 100 for a share, which is shown in per cent.
pub fn factor(row: &Parameter) -> f64 {
    if row.unit == "share" { 100.0 } else { 1.0 }
}

/// The unit as the page shows it.
pub fn unit(row: &Parameter) -> &'static str {
    match (row.unit, row.kind) {
        ("share", _) => "%",
        ("", Kind::Number | Kind::Optional) if row.max <= 1.0 => "of 1",
        ("", Kind::Number | Kind::Optional) => "×",
        ("per h", _) => "per hour",
        ("per d", _) => "per day",
        ("per wk", _) => "per week",
        ("per yr", _) => "per year",
        ("h/wk", _) => "h a week",
        ("tasks/seat/wk", _) => "tasks a week each",
        (unit, _) => unit,
    }
}

/// The unit beside a number.
pub fn unit_of(row: &Parameter, value: f64) -> &'static str {
    if value == 1.0 { singular(unit(row)) } else { unit(row) }
}

/// A value with its unit.
pub fn show(row: &Parameter, value: Option<f64>) -> String {
    match (row.kind, value) {
        (Kind::Switch | Kind::Choice(_), _) | (_, None) => row.show(value),
        (_, Some(number)) => {
            let number = plain(factor(row) * number);
            match unit(row) {
                "" | "of 1" => number,
                unit if number == "1" => format!("1 {}", singular(unit)),
                unit => format!("{number} {unit}"),
            }
        }
    }
}

fn singular(unit: &'static str) -> &'static str {
    match unit {
        "people" => "person",
        "weeks" => "week",
        "tasks" => "task",
        "groups" => "group",
        unit => unit,
    }
}

/// A number as an input field takes it.
pub fn typed(row: &Parameter, value: f64) -> String {
    plain(factor(row) * value).replace('−', "-")
}

/// What someone typed into the field; `None` if it is no number.
pub fn read(row: &Parameter, text: &str) -> Option<f64> {
    // In many languages the decimal sign is a comma, and a sign of per cent does no harm.
    let text = text.trim().trim_end_matches('%').trim_end().replace(',', ".").replace('−', "-");
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite())?;
    // 57 / 100, not 57 * 0.01, which is another number.
    Some(number / factor(row))
}

/// What may be typed, in words.
pub fn allowed(row: &Parameter) -> String {
    let ends = [row.min, row.max].map(|end| plain(factor(row) * end));
    let what = if row.kind == Kind::Count { "a whole number" } else { "a number" };
    match row.kind {
        Kind::Number | Kind::Count | Kind::Optional => {
            let unit = if unit(row) == "%" { " %" } else { "" };
            format!("{what} from {} to {}{unit}", ends[0], ends[1])
        }
        Kind::Switch | Kind::Choice(_) => row.allowed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::{PARAMETERS, parameter};

    fn check(id: &str, value: Option<f64>, expect: &str) {
        assert_eq!(show(parameter(id).expect("a parameter"), value), expect);
    }

    #[test]
    fn shares_are_shown_in_per_cent_and_the_rest_in_its_unit() {
        check("assist_share", Some(0.4), "40 %");
        check("assist_share", Some(0.575), "57.5 %");
        check("members", Some(8.0), "8 people");
        check("competence", Some(0.7), "0.7");
        check("empathy", None, "as competence");
        check("source", Some(1.0), "flow");
        check("role_charter", Some(1.0), "yes");
    }

    #[test]
    fn what_is_shown_can_be_typed_and_means_the_same() {
        for row in PARAMETERS.iter().filter(|row| matches!(row.kind, Kind::Number | Kind::Count)) {
            let default = row.default().expect("a number");
            for value in [row.min, row.max, default, row.lever.0, row.lever.1] {
                assert_eq!(read(row, &typed(row, value)), Some(value), "{}", row.id);
            }
        }
        let share = parameter("assist_share").expect("a parameter");
        assert_eq!(read(share, " 57,5 % "), Some(0.575));
        assert_eq!(read(share, "−3"), Some(-0.03));
        assert_eq!([read(share, ""), read(share, "many"), read(share, "inf")], [None; 3]);
        assert_eq!(allowed(share), "a number from 0 to 100 %");
    }
}
