//! The words of a scenario's field: what a task, a member, the lead and an assist leader are called there.

use model::scenario::Scenario;
use model::texts::Texts;
use words::labels;

/// The words; where a scenario has none of its own, the plain ones.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a>(&'a Texts);

impl<'a> Labels<'a> {
    /// Of a scenario.
    pub fn of(scenario: &'a Scenario) -> Self {
        Self(scenario.texts())
    }

    /// A task, or tasks, as the number asks.
    pub fn task(self, count: usize) -> &'a str {
        pick(&self.0.task, count, [labels::task, labels::tasks])
    }

    /// A member, or members.
    pub fn member(self, count: usize) -> &'a str {
        pick(&self.0.member, count, [labels::member, labels::members])
    }

    /// Whoever holds a seat.
    pub fn person(self, seat: usize) -> String {
        labels::Person { member: &self.member(1), number: &(seat + 1) }.say()
    }

    /// An assist leader, or assist leaders.
    pub fn assist(self, count: usize) -> &'a str {
        pick(&self.0.assist, count, [labels::assist, labels::assists])
    }

    /// Someone hired on top of the team, or several.
    pub fn extra(self, count: usize) -> String {
        labels::extra(&self.member(count))
    }

    /// The formal lead.
    pub fn lead(self) -> &'a str {
        or(&self.0.lead, labels::lead)
    }

    /// The team.
    pub fn team(self) -> &'a str {
        or(&self.0.team, labels::team)
    }

    /// What the team gets done is counted in.
    pub fn throughput(self) -> String {
        labels::Throughput { tasks: &self.task(2), member: &self.member(1) }.say()
    }
}

fn pick(two: &[String; 2], count: usize, plain: [fn() -> &'static str; 2]) -> &str {
    let place = usize::from(count != 1);
    or(&two[place], plain[place])
}

fn or(text: &str, plain: fn() -> &'static str) -> &str {
    if text.is_empty() { plain() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Draft;

    #[test]
    fn a_field_has_words_of_its_own_and_plain_ones_where_it_has_none() {
        let emergency = library::scenario("emergency").expect("built in");
        let labels = Labels::of(&emergency);
        assert_eq!([labels.task(1), labels.task(0), labels.assist(1)], ["patient", "patients", "flow nurse"]);
        assert_eq!(labels.throughput(), "patients per clinician and week");
        let mut draft = Draft::default();
        draft.texts.task = [String::new(), String::new()];
        draft.texts.lead.clear();
        let plain = draft.finish().expect("valid");
        let labels = Labels::of(&plain);
        assert_eq!([labels.task(1), labels.task(2), labels.lead()], ["task", "tasks", "formal lead"]);
    }
}
