//! What a first visitor is told, in three steps.

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
pub const STEPS: [Step; 3] = [
    Step {
        title: "Two teams, one luck",
        text: "Both teams have the same people and the same luck. They part at the change, where one of them gets an assist \
               leader: the one with the star. What differs from then on is due to that alone.",
        target: ".stage",
    },
    Step {
        title: "Move something",
        text: "Levers say what is decided and how the world works. Move one, and both teams live through it all again: the \
               sentence and the charts follow at once. Every step can be taken back.",
        target: "#levers",
    },
    Step {
        title: "Believe many, not one",
        text: "One pair of teams is an anecdote. The sentence speaks of many pairs, and each dot stands for some of them: \
               full where the second team did better, open where the first did.",
        target: ".result",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_short() {
        for step in STEPS {
            assert!(step.text.chars().count() < 240 && step.text.ends_with('.'), "{}", step.text);
        }
    }
}
