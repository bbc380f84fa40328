//! A parameter in words.

use model::parameters::{PARAMETER_IDS, PARAMETERS, Parameter};

use super::{parameter_notes, parameters, rows, sections};

const _: () = assert!(
    rows::same(&parameters::IDS, &PARAMETER_IDS) && rows::same(&parameter_notes::IDS, &PARAMETER_IDS),
    "parameters.ftl and parameter-notes.ftl: a row for each parameter, in the order of the model's table"
);

/// Its name.
pub fn label(row: &Parameter) -> &'static str {
    parameters::label(place(row))
}

/// What it does; empty until that is there.
pub fn help(row: &Parameter) -> &'static str {
    parameter_notes::help(place(row))
}

/// Its unit; empty for a pure number.
pub fn unit(row: &Parameter) -> &'static str {
    parameters::unit(place(row))
}

/// Where its default comes from; empty until that is there.
pub fn source(row: &Parameter) -> &'static str {
    parameter_notes::source(place(row))
}

/// Why what is plausible reaches so far, or why nobody has to guess it; empty until that is there.
pub fn range(row: &Parameter) -> &'static str {
    parameter_notes::range(place(row))
}

/// The heading it stands under.
pub fn section(row: &Parameter) -> &'static str {
    let place = sections::IDS.iter().position(|id| *id == row.section);
    sections::label(place.expect("invariant: a test asks for each section"))
}

fn place(row: &Parameter) -> usize {
    PARAMETERS.iter().position(|other| other.id == row.id).expect("invariant: a row of the table")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_parameter_is_described_and_stands_under_a_heading() {
        for row in &PARAMETERS {
            assert!(!section(row).is_empty() && !label(row).is_empty() && !help(row).is_empty(), "{}", row.id);
        }
    }
}
