//! A built-in scenario: settings from its file, texts from the language that is spoken.

use model::scenario::Scenario;
use model::texts::{Person, Story};
use words::{scenarios, stories};

use super::file;

/// The scenario of a file of settings, with the texts of its row.
pub fn read(settings: &str, row: usize) -> Scenario {
    let mut draft = file::parse(settings).expect("invariant: built-in scenarios are valid, a test sees to it").draft();
    let texts = &mut draft.texts;
    let two = |one: &str, many: &str| [one.to_owned(), many.to_owned()];
    texts.title = scenarios::label(row).to_owned();
    texts.field = scenarios::field(row).to_owned();
    texts.summary = scenarios::summary(row).to_owned();
    texts.task = two(scenarios::task(row), scenarios::tasks(row));
    texts.team = scenarios::team(row).to_owned();
    texts.member = two(scenarios::member(row), scenarios::members(row));
    texts.lead = scenarios::lead(row).to_owned();
    texts.assist = two(scenarios::assist(row), scenarios::assists(row));
    for (shock, label) in draft.shocks.iter_mut().zip([scenarios::shock_1(row), scenarios::shock_2(row)]) {
        label.clone_into(&mut shock.label);
    }
    draft.finish().expect("invariant: texts change nothing")
}

/// The story of a row, once it is there.
pub fn story(row: usize) -> Option<Story> {
    if !words::language::is_whole() {
        return None;
    }
    let people = [
        (stories::who_1(row), stories::what_1(row)),
        (stories::who_2(row), stories::what_2(row)),
        (stories::who_3(row), stories::what_3(row)),
        (stories::who_4(row), stories::what_4(row)),
    ];
    let people = people.into_iter().filter(|(who, _)| !who.is_empty());
    let questions = [stories::try_1(row), stories::try_2(row), stories::try_3(row)];
    Some(Story {
        text: stories::story(row).to_owned(),
        picture: stories::picture(row).to_owned(),
        people: people.map(|(who, what)| Person { who: who.to_owned(), what: what.to_owned() }).collect(),
        claim: stories::claim(row).to_owned(),
        differs: stories::differs(row).to_owned(),
        questions: questions.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect(),
    })
}
