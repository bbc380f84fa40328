//! A parameter's value as the page shows it and takes it: shares in per cent, the rest in their own unit.

use super::list;
use super::numbers::minus;
use model::fault::Fault;
use model::number;
use model::parameters::{Kind, Parameter};
use words::{choice, numbers, parameter, values};

/// By how many places the point of a value is moved on the page: two for a share, which is shown in per cent.
fn shift(row: &Parameter) -> usize {
    if row.unit == "share" { 2 } else { 0 }
}

/// The unit as the page shows it.
pub fn unit(row: &Parameter) -> &'static str {
    match (row.unit, row.kind) {
        ("share", _) => values::per_cent(),
        ("", Kind::Number | Kind::Optional) if row.max <= 1.0 => values::of_one(),
        ("", Kind::Number | Kind::Optional) => values::times(),
        ("per h", _) => values::per_hour(),
        ("per d", _) => values::per_day(),
        ("per wk", _) => values::per_week(),
        ("per yr", _) => values::per_year(),
        ("h/wk", _) => values::hours_a_week(),
        ("tasks/wk", _) => values::tasks_a_week(),
        _ => parameter::unit(row),
    }
}

/// The same beside a 1.
fn singular(row: &Parameter) -> &'static str {
    match row.unit {
        "people" => values::person(),
        "weeks" => values::week(),
        "tasks" => values::task(),
        "groups" => values::group(),
        "tasks/wk" => values::task_a_week(),
        _ => unit(row),
    }
}

/// The unit beside a number.
pub fn unit_of(row: &Parameter, value: f64) -> &'static str {
    if value == 1.0 { singular(row) } else { unit(row) }
}

/// A value with its unit.
pub fn show(row: &Parameter, value: Option<f64>) -> String {
    match (row.kind, value) {
        (_, None) => values::as_competence().to_owned(),
        (Kind::Switch, Some(0.0)) => values::no().to_owned(),
        (Kind::Switch, Some(_)) => values::yes().to_owned(),
        (Kind::Choice(ids), Some(place)) => ids.get(place as usize).map_or("?", |id| choice::label(id)).to_owned(),
        (_, Some(number)) => {
            let number = minus(&typed(row, number));
            match if number == "1" { singular(row) } else { unit(row) } {
                "" => number,
                _ if row.unit.is_empty() && row.max <= 1.0 => number,
                unit => numbers::WithUnit { number: &number, unit: &unit }.say(),
            }
        }
    }
}

/// A number as an input field takes it. Typed again it means the same, to the last bit.
pub fn typed(row: &Parameter, value: f64) -> String {
    number::show(value, shift(row))
}

/// The number that someone typed into the field, or why it is none. Whether the parameter takes it, a draft knows.
pub fn read(row: &Parameter, text: &str) -> Result<f64, String> {
    let text = text.trim();
    let number = [unit(row), singular(row)].into_iter().find_map(|unit| text.strip_suffix(unit));
    let number = number.unwrap_or(text);
    let found = if shift(row) == 2 { number::per_cent(number) } else { row.read(number) };
    found.map_err(|slip| refused(row, &words::fault::why(&slip).unwrap_or_default()))
}

/// Why a parameter does not take a value, from what a draft found wrong: one that lies out of its range, or does not go together with
/// the rest.
pub fn refusal(row: &'static Parameter, value: Option<f64>, faults: &[Fault]) -> String {
    match value {
        Some(_) if *faults == [Fault::out_of_range(row, &row.show(value))] => refused(row, ""),
        _ => values::impossible(&list::clauses(words::fault::sentences(faults))),
    }
}

fn refused(row: &Parameter, why: &str) -> String {
    let allowed = allowed(row);
    if why.is_empty() { values::refused(&allowed) } else { values::RefusedWhy { allowed: &allowed, why: &why }.say() }
}

/// What may be typed, in words.
pub fn allowed(row: &Parameter) -> String {
    let [low, high] = [row.min, row.max].map(|end| minus(&typed(row, end)));
    match row.kind {
        Kind::Count => values::WholeNumber { low: &low, high: &high }.say(),
        Kind::Number | Kind::Optional if row.unit == "share" => values::Share { low: &low, high: &high }.say(),
        Kind::Number | Kind::Optional => values::Number { low: &low, high: &high }.say(),
        Kind::Switch | Kind::Choice(_) => words::fault::allowed(row),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::parameters::{PARAMETERS, parameter};
    use model::scenario::{Draft, Scope};

    fn check(id: &str, value: Option<f64>, expect: &str) {
        assert_eq!(show(parameter(id).expect("a parameter"), value), expect);
    }

    #[test]
    fn shares_are_shown_in_per_cent_and_the_rest_in_its_unit() {
        check("assist_share", Some(0.4), "40 %");
        check("assist_share", Some(0.575), "57.5 %");
        check("members", Some(8.0), "8 people");
        check("demand", Some(19.2), "19.2 tasks a week");
        check("demand", Some(1.0), "1 task a week");
        check("extra_members", Some(1.0), "1 person");
        check("extra_members", Some(0.0), "0 people");
        check("hire_cost", Some(80.0), "80 h");
        check("team_training", Some(2.0), "2 h a week");
        check("k_know", Some(0.03), "0.03 per week");
        check("lead_attention", Some(0.5), "50 %");
        check("HR", Some(0.0), "0 ×");
        check("competence", Some(0.7), "0.7");
        check("beta", Some(0.00004), "0.00004 per hour");
        check("assist_share", Some(1e-9), "0.0000001 %");
        check("beta", Some(1e-12), "1e−12 per hour");
        check("empathy", None, "as competence");
        check("source", Some(1.0), "flow");
        check("role_charter", Some(1.0), "yes");
    }

    #[test]
    fn what_is_shown_can_be_typed_and_means_the_same() {
        for row in PARAMETERS.iter().filter(|row| matches!(row.kind, Kind::Number | Kind::Count)) {
            let default = row.default().expect("a number");
            for value in [row.min, row.max, default, row.lever.0, row.lever.1] {
                assert_eq!(read(row, &typed(row, value)), Ok(value), "{}", row.id);
            }
        }
    }

    #[test]
    fn any_value_that_is_shown_can_be_typed_and_means_the_same_to_the_last_bit() {
        let mut bits = 5_u64;
        for row in PARAMETERS.iter().filter(|row| !matches!(row.kind, Kind::Switch | Kind::Choice(_))) {
            for round in 0..500 {
                bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let share = (bits >> 11) as f64 / (1_u64 << 53) as f64;
                let small = 0.1_f64.powi(round % 12);
                let value = row.min + small * share * (row.max - row.min);
                let value = if row.kind == Kind::Count { value.round() } else { value };
                for shown in [typed(row, value), show(row, Some(value))] {
                    assert_eq!(read(row, &shown).map(f64::to_bits), Ok(value.to_bits()), "{}: {shown}", row.id);
                    let zero = !shown.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
                    let unit = unit(row).contains('1');
                    assert!(unit || zero == (value == 0.0), "{}: {value:e} is shown as {shown}", row.id);
                }
            }
        }
    }

    /// What becomes of what is typed at a lever.
    fn take(row: &'static Parameter, text: &str) -> Result<f64, String> {
        let number = read(row, text)?;
        let mut draft = Draft::default();
        draft.set(Scope::Both, row.id, Some(number));
        draft.finish().map(|_| number).map_err(|faults| refusal(row, Some(number), &faults))
    }

    #[test]
    fn what_is_typed_is_read_or_refused_with_the_reason() {
        let check = |id: &str, text: &str, expect: Result<f64, &str>| {
            let found = take(parameter(id).expect("a parameter"), text);
            assert_eq!(found.as_ref().map_err(String::as_str), expect.as_ref().map_err(|said| *said), "{id}: {text}");
        };
        check("assist_share", " 57,5 % ", Ok(0.575));
        check("assist_share", "57.5", Ok(0.575));
        check("project_tasks", "1,000", Ok(1000.0));
        check("project_tasks", "10.000 tasks", Ok(10_000.0));
        check("project_tasks", "1 task", Ok(1.0));
        check("members", "1e2 people", Ok(100.0));
        check("beta", "0,2 per hour", Ok(0.2));
        check("beta", "0.00004", Ok(0.00004));
        check("competence", "70 %", Ok(0.7));
        check("competence", "0.7 of 1", Ok(0.7));
        check("task_hours", "1\u{202f}000 h", Ok(1000.0));
        check("members", "7.0", Ok(7.0));
        check("members", "7.5", Err("Enter a whole number from 1 to 300."));
        check("assist_share", "−3", Err("Enter a number from 0 to 100 %."));
        check("assist_share", "150", Err("Enter a number from 0 to 100 %."));
        let together = "Not possible: groups = 9: must be at most the number of members (8).";
        check("groups", "9", Err(together));
        check("assist_share", "many", Err("Enter a number from 0 to 100 %."));
        check("assist_share", "", Err("Enter a number from 0 to 100 %."));
        let either = "1,000 could mean 1000 or 1.0, so write the one you mean.";
        check("task_hours", "1,000", Err(&format!("Enter a number from 0.01 to 1000. {either}")));
        let meaning = "A per cent sign has no meaning here.";
        check("beta", "20 %", Err(&format!("Enter a number from 0 to 10. {meaning}")));
        let share = parameter("assist_share").expect("a parameter");
        assert_eq!(allowed(share), "a number from 0 to 100 %");
    }
}
