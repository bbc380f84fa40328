//! What is kept of questions that run, so that they outlive the page: which, and what of each is to be written or forgotten.
//!
//! Here is no browser: `keeper` carries it out. Each question that is under way is a *run*, with a record that says what is asked and which
//! page it belongs to, and pairs in batches. A run is forgotten when its question is answered, discarded or replaced. A page that goes on with
//! a run of one that was closed takes it over, so that no two pages write into the same.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::inquiry::Question;
use super::state::inquiries::{Inquiries, Place};
use super::workers::memory::Slice;
use library::experiment_file;

/// All runs together may take so much [bytes]: some 150 000 pairs. What is beyond that is run again.
pub const ROOM: u64 = 64 << 20;

/// What a run is of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Which program runs it, to the last bit: another would come to other numbers.
    program: String,
    /// The page it belongs to.
    pub page: String,
    place: String,
    adaptive: bool,
    /// What is asked, as the text of a file.
    experiment: String,
}

impl Record {
    /// As it is written.
    pub fn bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).expect("invariant: texts can always be written")
    }

    /// As it was written; nothing if that cannot be read.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// Where something was asked, and what; nothing if it was of another program.
    fn open(&self, program: &str) -> Option<(Place, Question)> {
        let place = Place::ALL.into_iter().find(|place| place.name() == self.place)?;
        let opened = Some(())
            .filter(|()| self.program == program)
            .and_then(|()| experiment_file::parse(&self.experiment).ok())?;
        Some((place, Question::again(opened.experiment, self.adaptive).ok()?))
    }
}

/// Pairs of a batch; none if it cannot be read.
pub fn read_batch(bytes: &[u8]) -> Vec<Slice> {
    postcard::from_bytes(bytes).unwrap_or_default()
}

/// What is to be done with what is kept, in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A run begins.
    Begin(String, Record),
    /// It has more pairs.
    Add(String, Vec<u8>),
    /// It is over, if it still belongs to this page, or to the one that was closed.
    Forget(String, String),
}

/// A run of a page that was closed, which this one may take over.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Where it was asked.
    pub place: Place,
    /// The run.
    pub run: String,
    /// The page it was of.
    pub page: String,
}

#[derive(Debug)]
struct Run {
    place: Place,
    name: String,
    /// The page it is of.
    page: String,
    question: Rc<Question>,
    stands: Stands,
    pairs: Vec<Slice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// Nothing is written of it yet.
    New,
    /// It is of a page that was closed.
    Offered,
    /// It is about to be taken over.
    Taken,
    /// It is written.
    Written,
}

/// The runs of a page.
#[derive(Debug)]
pub struct Ledger {
    program: String,
    page: String,
    /// How many runs it has begun.
    count: u32,
    /// At most one for each place.
    runs: Vec<Run>,
    changes: Vec<Change>,
}

impl Ledger {
    /// Of a page that runs a program; pages have names of their own, later ones behind those before.
    pub fn new(program: String, page: String) -> Self {
        Self { program, page, count: 0, runs: Vec::new(), changes: Vec::new() }
    }

    /// What there is to go on with of what pages that were closed have left: of each place one, the latest. The others have to wait, and what
    /// nobody can go on with is forgotten.
    pub fn offer(&mut self, mut left: Vec<(String, Option<Record>)>) -> Vec<(Place, Rc<Question>)> {
        left.sort_by(|(one, _), (other, _)| other.cmp(one));
        let mut offers = Vec::new();
        for (name, record) in left {
            let page = record.as_ref().map_or_else(String::new, |record| record.page.clone());
            let Some((place, question)) = record.and_then(|record| record.open(&self.program)) else {
                self.changes.push(Change::Forget(name, page));
                continue;
            };
            if self.runs.iter().all(|run| run.place != place) {
                let question = Rc::new(question);
                offers.push((place, Rc::clone(&question)));
                self.runs.push(Run { place, name, page, question, stands: Stands::Offered, pairs: Vec::new() });
            }
        }
        offers
    }

    /// Keeps in step with what is asked; answers what is to be taken over for that.
    pub fn follow(&mut self, inquiries: &Inquiries) -> Vec<Offer> {
        let current = |run: &Run| {
            let inquiry = inquiries.at(run.place);
            inquiry.is_some_and(|inquiry| Rc::ptr_eq(&inquiry.question, &run.question) && inquiry.is_under_way())
        };
        let over: Vec<Run> = self.runs.extract_if(.., |run| !current(run)).collect();
        for Run { name, page, .. } in over.into_iter().filter(|run| run.stands != Stands::New) {
            self.changes.push(Change::Forget(name, page));
        }
        let mut taken = Vec::new();
        for inquiry in Place::ALL.into_iter().filter_map(|place| inquiries.at(place)) {
            let place = inquiry.place;
            match self.runs.iter_mut().find(|run| run.place == place) {
                Some(run) if run.stands == Stands::Offered && inquiry.runs => {
                    run.stands = Stands::Taken;
                    taken.push(Offer { place, run: run.name.clone(), page: run.page.clone() });
                }
                None if inquiry.runs && inquiry.is_under_way() => self.begin(place, Rc::clone(&inquiry.question)),
                _ => {}
            }
        }
        taken
    }

    fn begin(&mut self, place: Place, question: Rc<Question>) {
        let (name, page) = (format!("{}-{:04}", self.page, self.count), self.page.clone());
        self.count += 1;
        self.runs.push(Run { place, name, page, question, stands: Stands::New, pairs: Vec::new() });
    }

    /// A run was taken over; or it was not, for another page has it or it is gone: then it begins anew.
    pub fn took(&mut self, offer: &Offer, done: bool) {
        let Some(at) = self.runs.iter().position(|run| run.name == offer.run) else { return };
        if done {
            (self.runs[at].page, self.runs[at].stands) = (self.page.clone(), Stands::Written);
        } else {
            let run = self.runs.remove(at);
            self.begin(run.place, run.question);
        }
    }

    /// There are more pairs of a question.
    pub fn keep(&mut self, question: &Rc<Question>, slice: Slice) {
        if let Some(run) = self.runs.iter_mut().find(|run| Rc::ptr_eq(&run.question, question)) {
            run.pairs.push(slice);
        }
    }

    /// What is to be written by now: a batch of each run.
    pub fn due(&mut self) -> Vec<Change> {
        for run in self.runs.iter_mut().filter(|run| !run.pairs.is_empty()) {
            if run.stands == Stands::New {
                run.stands = Stands::Written;
                let record = Record {
                    program: self.program.clone(),
                    page: self.page.clone(),
                    place: run.place.name().to_owned(),
                    adaptive: run.question.is_adaptive(),
                    experiment: experiment_file::write(&run.question.experiment),
                };
                self.changes.push(Change::Begin(run.name.clone(), record));
            }
            let pairs = std::mem::take(&mut run.pairs);
            let bytes = postcard::to_stdvec(&pairs).expect("invariant: numbers can always be written");
            self.changes.push(Change::Add(run.name.clone(), bytes));
        }
        std::mem::take(&mut self.changes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inquiry::Findings;
    use experiment::pair::Pair;
    use experiment::study::plan::Keep;
    use experiment::study::shares::Hand;
    use experiment::study::{Job, Study};
    use experiment::sweep::{Axis, Spacing};
    use model::outcome::Measure;
    use model::parameters::parameter;
    use model::scenario::{Arm, Draft, Scope};

    fn question(places: usize) -> Rc<Question> {
        let mut draft = Draft::default();
        draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(1.0));
        draft.set(Scope::Both, "warmup_weeks", Some(0.0));
        draft.set(Scope::Both, "intervention_weeks", Some(2.0));
        let scenario = draft.finish().expect("valid");
        let axis = |id: &str| {
            let row = parameter(id).expect("a parameter");
            Axis::new(row, Scope::Both, [0.05, 0.4], 3, Spacing::Linear).expect("an axis")
        };
        let axes = ["beta", "assist_share"].into_iter().take(places).map(axis).collect();
        Rc::new(Question::sweep(&scenario, axes, Measure::Throughput).expect("valid"))
    }

    /// The first pairs of a question.
    fn pairs(question: &Question, keep: Keep) -> (Job, Vec<Pair>) {
        let mut study = Study::new(0);
        let mut point = question.point(0, 0).expect("it can be run");
        point.keep = keep;
        study.add(point);
        let job = study.next_job(Hand::ANY, |_, _| 3).expect("there is work");
        let pairs = job.run();
        (job, pairs)
    }

    fn ledger(page: &str) -> Ledger {
        Ledger::new("this".to_owned(), page.to_owned())
    }

    fn asked(question: &Rc<Question>) -> Inquiries {
        let mut inquiries = Inquiries::default();
        inquiries.ask(Place::Where, Rc::clone(question));
        inquiries
    }

    /// A page that has written something of a question: its record.
    fn begun(page: &str, question: &Rc<Question>) -> (Ledger, String, Record) {
        let mut ledger = ledger(page);
        assert!(ledger.follow(&asked(question)).is_empty());
        let (job, pairs) = pairs(question, Keep::Statistics);
        ledger.keep(question, Slice::of(&job, &pairs));
        let changes = ledger.due();
        let [Change::Begin(name, record), Change::Add(..)] = &changes[..] else { panic!("{changes:?}") };
        let (name, record) = (name.clone(), record.clone());
        (ledger, name, record)
    }

    #[test]
    fn pairs_come_back_from_numbers_with_all_their_bits() {
        for (places, keep) in [(2, Keep::Statistics), (1, Keep::Outcomes), (1, Keep::Parts)] {
            let (job, mut pairs) = pairs(&question(places), keep);
            pairs[0].control.values[0] = f64::from_bits(0x7ff8_0000_0000_1234);
            pairs[1].treatment.values[1] = -0.0;
            let bytes = postcard::to_stdvec(&vec![Slice::of(&job, &pairs)]).expect("written");
            let back = crate::workers::memory::Memory::of(read_batch(&bytes)).take(&job);
            let bits = |pairs: &[Pair]| {
                let values = |pair: &Pair| [&pair.control, &pair.treatment].map(|arm| arm.values.map(f64::to_bits));
                pairs.iter().map(values).collect::<Vec<_>>()
            };
            assert_eq!(bits(&back), bits(&pairs));
            assert_eq!(format!("{back:?}"), format!("{pairs:?}"));
            assert!(read_batch(&bytes[1..]).is_empty() && read_batch(b"").is_empty());
        }
    }

    #[test]
    fn what_was_asked_comes_back_as_it_was_and_only_to_the_same_program() {
        for places in [1, 2] {
            let question = question(places);
            let (_, name, record) = begun("a", &question);
            let record = Record::read(&record.bytes()).expect("as it was written");
            let offers = ledger("b").offer(vec![(name.clone(), Some(record.clone()))]);
            assert!(offers[..] == [(Place::Where, Rc::clone(&question))], "{offers:?}");
            let mut other = Ledger::new("that".to_owned(), "b".to_owned());
            assert!(other.offer(vec![(name.clone(), Some(record)), ("x".to_owned(), None)]).is_empty());
            let gone = [("x", ""), (&name, "a")].map(|(name, page)| Change::Forget(name.to_owned(), page.to_owned()));
            assert_eq!(other.due(), gone);
        }
    }

    #[test]
    fn of_each_place_the_latest_is_offered_and_taken_over_once_it_goes_on() {
        let (_, old, record) = begun("a", &question(1));
        let (_, new, later) = begun("b", &question(2));
        let mut here = ledger("c");
        let offers = here.offer(vec![(old, Some(record)), (new.clone(), Some(later))]);
        let [(place, offered)] = &offers[..] else { panic!("{offers:?}") };
        assert!(here.due().is_empty(), "the other waits");
        let mut inquiries = Inquiries::default();
        inquiries.cut_off(*place, Rc::clone(offered));
        assert!(here.follow(&inquiries).is_empty() && inquiries.wanted().is_none(), "it waits");
        inquiries.run(*place, true);
        assert!(inquiries.wanted().is_none(), "nothing is run before it is known what need not be");
        let offer = Offer { place: *place, run: new.clone(), page: "b".to_owned() };
        assert!(here.follow(&inquiries)[..] == [offer.clone()]);
        assert!(here.follow(&inquiries).is_empty(), "once");
        here.took(&offer, true);
        inquiries.remembered(*place);
        assert!(inquiries.wanted().is_some_and(|wanted| wanted.runs));
        let (job, pairs) = pairs(offered, Keep::Statistics);
        here.keep(offered, Slice::of(&job, &pairs));
        assert!(here.follow(&inquiries).is_empty());
        assert!(matches!(&here.due()[..], [Change::Add(name, _)] if *name == new), "into the same run");
        inquiries.end(*place);
        here.follow(&inquiries);
        assert_eq!(here.due(), [Change::Forget(new, "c".to_owned())]);
    }

    #[test]
    fn what_another_page_has_taken_begins_anew() {
        let (_, name, record) = begun("a", &question(1));
        let mut here = ledger("c");
        let offers = here.offer(vec![(name, Some(record))]);
        let (place, offered) = &offers[0];
        let mut inquiries = Inquiries::default();
        inquiries.cut_off(*place, Rc::clone(offered));
        inquiries.run(*place, true);
        let taken = here.follow(&inquiries);
        here.took(&taken[0], false);
        let (job, pairs) = pairs(offered, Keep::Statistics);
        here.keep(offered, Slice::of(&job, &pairs));
        assert!(matches!(&here.due()[..], [Change::Begin(name, _), Change::Add(..)] if name == "c-0000"));
    }

    #[test]
    fn what_is_replaced_or_answered_is_forgotten_and_what_was_never_written_needs_not() {
        let first = question(1);
        let (mut here, name, _) = begun("a", &first);
        let mut inquiries = asked(&first);
        let found = |question: &Rc<Question>, complete: bool| {
            let (question, results) = (Rc::clone(question), vec![None; question.count()]);
            Rc::new(Findings { question, results, pairs: [3, 9], left: None, round: [1, 2], complete })
        };
        inquiries.found(found(&first, false));
        inquiries.run(Place::Where, false);
        here.follow(&inquiries);
        assert!(here.due().is_empty(), "what rests stays");
        inquiries.ask(Place::Where, question(2));
        here.follow(&inquiries);
        assert_eq!(here.due(), [Change::Forget(name, "a".to_owned())]);
        inquiries.end(Place::Where);
        here.follow(&inquiries);
        assert!(here.due().is_empty());
        let (mut here, name, _) = begun("b", &first);
        let mut inquiries = asked(&first);
        inquiries.found(found(&first, true));
        here.follow(&inquiries);
        assert_eq!(here.due(), [Change::Forget(name, "b".to_owned())]);
    }
}
