//! What can be chosen for a parameter, in words.

use model::parameters::CHOICE_IDS;

use super::{choices, rows};

const _: () = assert!(
    rows::same(&choices::IDS, &CHOICE_IDS),
    "choices.ftl: a row for each name that a parameter may have, in the order of the model's table"
);

/// The choice that links and files call by this id; the id itself if there is none of that name.
pub fn label(id: &'static str) -> &'static str {
    choices::IDS.iter().position(|known| *known == id).map_or(id, choices::label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::parameters::{Kind, PARAMETERS};

    #[test]
    fn each_choice_of_each_parameter_has_a_name() {
        for row in &PARAMETERS {
            let Kind::Choice(ids) = row.kind else { continue };
            for id in ids {
                assert!(choices::IDS.contains(id) && !label(id).is_empty(), "{}: {id}", row.id);
            }
        }
    }
}
