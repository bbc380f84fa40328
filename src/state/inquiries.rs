//! What is asked on the page of questions: what it is about, each question with what is known of it, and which of them runs.

use std::rc::Rc;

use crate::inquiry::{Findings, Question};
use crate::workers::asking::Wanted;
use words::asked;

/// What the page of questions is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// Why the teams differ.
    Why,
    /// How sure the answer is: luck, and not knowing.
    Sure,
    /// Where it pays.
    #[default]
    Where,
    /// Which assumptions matter.
    Matters,
    /// Whatever a file asks.
    File,
}

impl Subject {
    /// All, in the order of their buttons.
    pub const ALL: [Subject; 5] = [Subject::Why, Subject::Sure, Subject::Where, Subject::Matters, Subject::File];

    /// What links call it.
    pub fn name(self) -> &'static str {
        match self {
            Subject::Why => "why",
            Subject::Sure => "sure",
            Subject::Where => "where",
            Subject::Matters => "matters",
            Subject::File => "file",
        }
    }

    /// As a link has it.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.name() == text)
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Subject::Why => asked::why(),
            Subject::Sure => asked::sure(),
            Subject::Where => asked::pays(),
            Subject::Matters => asked::matters(),
            Subject::File => asked::file(),
        }
    }
}

/// Where on the page a question is asked; each has room for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Where it pays.
    Where,
    /// Which assumptions matter.
    Screen,
    /// How much of the spread each explains.
    Shares,
    /// Whatever a file asks.
    File,
}

impl Place {
    /// All, in the order by which they are kept.
    pub const ALL: [Place; 4] = [Place::Where, Place::Screen, Place::Shares, Place::File];

    /// What it is called where it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Place::Where => "where",
            Place::Screen => "screen",
            Place::Shares => "shares",
            Place::File => "file",
        }
    }
}

/// A question that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Inquiry {
    /// Where.
    pub place: Place,
    /// What is asked.
    pub question: Rc<Question>,
    /// Whether it runs, or rests.
    pub runs: bool,
    /// What is known.
    pub found: Option<Rc<Findings>>,
    /// Whether it was cut off when the page was closed, and what was known of it then is still to be read.
    pub cut: bool,
}

impl Inquiry {
    /// Whether there is something to go on with, should the page be closed.
    pub fn is_under_way(&self) -> bool {
        let begun = self.runs || self.cut || self.found.is_some();
        begun && !self.found.as_ref().is_some_and(|found| found.complete)
    }
}

/// All that was asked, what was asked or begun last in front. At most one runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inquiries(Vec<Inquiry>);

impl Inquiries {
    /// What was asked at a place.
    pub fn at(&self, place: Place) -> Option<&Inquiry> {
        self.0.iter().find(|inquiry| inquiry.place == place)
    }

    /// Whether something else runs than what was asked at a place.
    pub fn another_runs(&self, place: Place) -> bool {
        self.0.iter().any(|inquiry| {
            inquiry.runs && inquiry.place != place && !inquiry.found.as_ref().is_some_and(|found| found.complete)
        })
    }

    fn take(&mut self, place: Place) -> Option<Inquiry> {
        let at = self.0.iter().position(|inquiry| inquiry.place == place)?;
        Some(self.0.remove(at))
    }

    /// Asks, or goes on with what was asked already; whatever else runs comes to rest.
    pub fn ask(&mut self, place: Place, question: Rc<Question>) {
        let same = self.at(place).is_some_and(|inquiry| inquiry.question == question);
        if place == Place::Screen && !same {
            // Shares are of what came first in a screening.
            self.take(Place::Shares);
        }
        let known = self.take(place).filter(|inquiry| inquiry.question == question);
        self.0.iter_mut().for_each(|inquiry| inquiry.runs = false);
        let inquiry = match known {
            Some(known) => Inquiry { runs: true, ..known },
            None => Inquiry { place, question, runs: true, found: None, cut: false },
        };
        self.0.insert(0, inquiry);
    }

    /// What can be asked at a place, but is not yet.
    pub fn propose(&mut self, place: Place, question: Rc<Question>) {
        self.take(place);
        self.0.push(Inquiry { place, question, runs: false, found: None, cut: false });
    }

    /// What was cut off when the page was closed can go on, unless something else was asked since.
    pub fn cut_off(&mut self, place: Place, question: Rc<Question>) {
        if self.at(place).is_none() {
            self.0.push(Inquiry { place, question, runs: false, found: None, cut: true });
        }
    }

    /// What was known then was read, as far as that was possible.
    pub fn remembered(&mut self, place: Place) {
        if let Some(inquiry) = self.0.iter_mut().find(|inquiry| inquiry.place == place) {
            inquiry.cut = false;
        }
    }

    /// What was asked goes on, or rests.
    pub fn run(&mut self, place: Place, runs: bool) {
        let Some(inquiry) = self.take(place) else { return };
        if runs {
            self.0.iter_mut().for_each(|inquiry| inquiry.runs = false);
        }
        self.0.insert(0, Inquiry { runs, ..inquiry });
    }

    /// There is news of what was asked. What is known only grows: whoever goes on after something else was asked counts up once more.
    pub fn found(&mut self, found: Rc<Findings>) {
        let of = |inquiry: &&mut Inquiry| Rc::ptr_eq(&inquiry.question, &found.question);
        if let Some(inquiry) = self.0.iter_mut().find(of) {
            let known = inquiry.found.as_ref().map(|known| (known.complete, known.pairs[0]));
            if known.is_none_or(|known| known <= (found.complete, found.pairs[0])) {
                inquiry.found = Some(found);
            }
        }
    }

    /// It is not asked any more.
    pub fn end(&mut self, place: Place) {
        self.take(place);
        if place == Place::Screen {
            self.take(Place::Shares);
        }
    }

    /// What is to be run, or rests where it is.
    pub fn wanted(&self) -> Option<Wanted> {
        let rests = |first: &Inquiry| first.found.as_ref().is_some_and(|found| !found.complete);
        // Of what was cut off nothing is run before it is known what need not be.
        let first = self.0.first().filter(|first| !first.cut && (first.runs || rests(first)))?;
        let known = first.found.clone();
        Some(Wanted { question: Rc::clone(&first.question), runs: first.runs, known })
    }
}
