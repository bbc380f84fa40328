//! What a first visitor is told, in three steps.

use words::tour_steps;

/// A step of the tour.
pub struct Step {
    /// What it is about.
    pub title: &'static str,
    /// What there is to know.
    pub text: &'static str,
    /// The part of the lab it points at, as a selector.
    pub target: &'static str,
}

/// The steps.
pub fn steps() -> [Step; 3] {
    [
        Step { title: tour_steps::teams(), text: tour_steps::teams_text(), target: ".stage" },
        Step { title: tour_steps::levers(), text: tour_steps::levers_text(), target: "#levers" },
        Step { title: tour_steps::pairs(), text: tour_steps::pairs_text(), target: ".result" },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_short() {
        for step in steps() {
            assert!(step.text.chars().count() < 240 && step.text.ends_with('.'), "{}", step.text);
        }
    }
}
