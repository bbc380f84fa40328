//! The page's state and the only ways it changes.
//!
//! It has six parts: what is compared and what was before ([`history`]), how that is looked at ([`view_options`]), what many pairs say
//! of it ([`result_cache`]), why the teams differ, if that is asked, what was asked on the page of questions ([`inquiries`]), and what the reader should know ([`notice`]). A replay shows the last change once more and touches none
//! of them. Where in the page the reader is, `route` knows.
//!
//! What moves (the day shown, the frames) is not here: it would bring the whole page through the virtual DOM sixty times a
//! second. It lives in the team view's projector.

mod action;
pub mod guess;
pub mod history;
pub mod inquiries;
pub mod look;
pub mod notice;
mod other_kind;
pub mod panel;
pub mod pays;
pub mod result_cache;
pub mod scene;
pub mod view_options;

use std::rc::Rc;

use super::ensemble_summary::EnsembleSummary;
use super::explanation::Explanation;
use super::share::Shared;
use super::typical;
use super::workers::watch::{Wanted, Wish};
pub use action::Action;
use guess::Guess;
pub use history::Setting;
use history::{History, Setup};
use inquiries::{Inquiries, Subject};
use look::{Kind, Look, Shown};
use model::fault::Fault;
use model::parameters::{Group, PARAMETERS};
use model::scenario::{Arm, Scenario, Scope};
pub use notice::Notice;
use other_kind::OtherKind;
use panel::Panel;
use result_cache::{Pin, ResultCache};
pub use view_options::{SPEEDS, ViewOptions};

/// Pairs that can be looked at.
const PAIRS: u32 = 1000;

/// The page's state.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is compared, and what was before.
    pub history: History,
    /// How it is looked at.
    pub view_options: ViewOptions,
    /// What many pairs say of it.
    pub cache: ResultCache,
    /// What the reader should know.
    pub notices: Vec<Notice>,
    /// Whether the last change is shown once more.
    pub replay: Option<Replay>,
    /// Whether it is asked why the teams differ, and what was last found of that.
    pub why: Asked,
    /// What was asked on the page of questions, and what is known of it.
    pub inquiries: Inquiries,
    /// Whether the browser keeps nothing of that.
    pub keeps_nothing: bool,
    /// What is shown with the other kind of pairs.
    other_kind: OtherKind,
    /// How long a member's day of a pair takes here [ms], once that is known.
    pub pace: Option<f64>,
}

/// Whether it is asked why the teams differ, and what was last found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    asked: bool,
    found: Option<Rc<Explanation>>,
}

/// A replay of the last change: first as it was before, then how it came to what it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replay {
    /// As it was before.
    Before,
    /// On the way from there to now.
    After,
}

impl State {
    /// As a link says.
    pub fn new(shared: Shared, playing: bool) -> Self {
        let Shared { built_in, scenario, goal, look, pin } = shared;
        let setup = Setup { built_in: Rc::new(built_in), scenario: Rc::new(scenario) };
        let pin = pin.map(|pin| Pin::new(Setup { scenario: Rc::new(pin), ..setup.clone() }));
        // Who comes by a link can go back to the scenario, and reads what was changed in it.
        let mut history = History::new(Setup { scenario: Rc::clone(&setup.built_in), ..setup.clone() });
        history.record(setup, None);
        Self {
            history,
            view_options: ViewOptions {
                playing: playing && look.week.is_none(),
                starts: playing,
                opened: 0,
                speed: 1.0,
                topic: None,
                sought: (0, ""),
                look,
            },
            cache: ResultCache::new(goal, pin),
            notices: Vec::new(),
            replay: None,
            why: Asked::default(),
            inquiries: Inquiries::default(),
            keeps_nothing: false,
            other_kind: OtherKind::default(),
            pace: None,
        }
    }

    /// What is shown: what is compared, or in a replay what was compared before.
    pub fn setup(&self) -> &Setup {
        let before = self.history.before().filter(|_| self.replay == Some(Replay::Before));
        before.unwrap_or_else(|| self.history.present())
    }

    /// The scenario shown.
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.setup().scenario
    }

    /// The scenario that its levers return to.
    pub fn built_in(&self) -> &Rc<Scenario> {
        &self.setup().built_in
    }

    /// Whose story is told, by seat.
    pub fn person(&self) -> Option<usize> {
        self.view_options.look.person.filter(|&seat| seat < self.scenario().seats() as usize)
    }

    /// What to show of many pairs, perhaps of an earlier scenario.
    pub fn summary(&self) -> Option<&Rc<EnsembleSummary>> {
        self.cache.shown(self.scenario())
    }

    /// What a replay leads from and to, once both are known.
    pub fn replayed(&self) -> Option<[Rc<EnsembleSummary>; 2]> {
        self.replay?;
        let [before, now] =
            [self.history.before()?, self.history.present()].map(|setup| self.cache.of(&setup.scenario));
        Some([Rc::clone(before?), Rc::clone(now?)])
    }

    /// What is pinned to compare with; of another scenario it says nothing here, and waits until that is back.
    pub fn pin(&self) -> Option<&Pin> {
        self.cache.pin.as_ref().filter(|pin| pin.setup.built_in == self.history.present().built_in)
    }

    /// How many pairs of the scenario shown are done.
    pub fn done(&self) -> u32 {
        self.cache.of(self.scenario()).map_or(0, |found| found.done)
    }

    /// Whether enough pairs of the scenario shown are done.
    pub fn is_complete(&self) -> bool {
        self.cache.is_complete(self.scenario())
    }

    /// Of what there are to be pairs: of a scenario that is read about, and unless that is stopped of the one shown, of what a replay
    /// leads to, and of the one that is pinned; behind all that of the other kind of pairs.
    pub fn wish(&self, visited: Option<&Rc<Scenario>>) -> Wish {
        let pinned = self.pin().map(|pin| (&pin.setup.scenario, false));
        let lab = [(self.scenario(), true), (&self.history.present().scenario, false)].into_iter().chain(pinned);
        let mut scenarios: Vec<Wanted> = Vec::new();
        let visited = visited.map(|scenario| (scenario, false));
        for (scenario, of_lab) in visited.into_iter().chain(lab.filter(|_| self.cache.computing)) {
            match scenarios.iter_mut().find(|wanted| wanted.scenario == *scenario) {
                Some(wanted) => wanted.of_lab |= of_lab,
                None => scenarios.push(Wanted { scenario: Rc::clone(scenario), of_lab, parts: false }),
            }
        }
        let asked = &self.history.present().scenario;
        if let Some(other) =
            self.other_wanted().filter(|other| scenarios.iter().all(|wanted| wanted.scenario != *other))
        {
            scenarios.push(Wanted { scenario: other, of_lab: false, parts: false });
        }
        // While a replay shows what was before, nothing is asked of that.
        if self.why.asked && self.cache.computing && self.scenario() == asked {
            scenarios.push(Wanted { scenario: Rc::clone(asked), of_lab: false, parts: true });
        }
        Wish { goal: self.cache.goal, scenarios, asked: self.inquiries.wanted() }
    }

    /// The scenario shown with the other kind of pairs: plausible worlds where they are of one world, and the other way round.
    ///
    /// # Errors
    /// Some of the worlds could not be run.
    pub fn other_kind(&self) -> Result<Rc<Scenario>, Vec<Fault>> {
        self.other_kind.of(self.setup())
    }

    /// The same, where it is to be run: luck and not knowing are told side by side, but the one that is not in front can wait.
    fn other_wanted(&self) -> Option<Rc<Scenario>> {
        let scenario = self.scenario();
        let differs = scenario.policy(Arm::Control) != scenario.policy(Arm::Treatment);
        let wanted = self.cache.computing && self.replay.is_none() && self.is_complete() && differs;
        if wanted { self.other_kind().ok() } else { None }
    }

    /// Whether there is nothing more to come of the scenario shown, nor of its other kind of pairs.
    pub fn is_settled(&self) -> bool {
        self.is_complete() && self.other_wanted().is_none_or(|other| self.cache.is_complete(&other))
    }

    /// What is known of the scenario shown with the other kind of pairs; that comes behind what is shown itself.
    pub fn other_summary(&self) -> Option<&Rc<EnsembleSummary>> {
        if !self.is_complete() {
            return None;
        }
        self.cache.of(&*self.other_kind().ok()?)
    }

    /// What is known of both kinds: of teams of one world, and of plausible worlds.
    pub fn both_kinds(&self) -> [Option<Rc<EnsembleSummary>>; 2] {
        let mut both = [self.cache.of(self.scenario()).cloned(), self.other_summary().cloned()];
        if self.scenario().plausible().on {
            both.reverse();
        }
        both
    }

    /// Why no worlds can be drawn, in words.
    pub fn no_worlds(&self) -> Option<String> {
        self.other_kind().err().map(|faults| words::fault::sentences(&faults).join(" "))
    }

    /// Why the teams shown differ, as far as it is known.
    pub fn explanation(&self) -> Option<&Rc<Explanation>> {
        self.why.found.as_ref().filter(|found| found.scenario == *self.scenario())
    }

    /// What a link to it says.
    pub fn shared(&self) -> Shared {
        let Setup { built_in, scenario } = self.history.present();
        Shared {
            built_in: Scenario::clone(built_in),
            scenario: Scenario::clone(scenario),
            goal: self.cache.goal,
            look: Look { person: self.person(), ..self.view_options.look.clone() },
            pin: self.pin().map(|pin| Scenario::clone(&pin.setup.scenario)),
        }
    }

    /// The state after an action; `None` if it changes nothing.
    pub fn after(&self, action: Action) -> Option<State> {
        let mut next = self.clone();
        let opens = matches!(action, Action::Open(_));
        match action {
            Action::Set(scope, id, value) => next.change(Some((scope, id)), &[(scope, id, value)]),
            Action::Settle => next.history.settle(),
            Action::Reset(scope, id) => next.reset(scope, id),
            Action::Apply(settings) => next.change(None, &settings),
            Action::Swap => next.assign_policies([Arm::Treatment, Arm::Control]),
            Action::Copy { from } => next.assign_policies([from; 2]),
            Action::ResetAll => {
                let built_in = Rc::clone(&self.history.present().built_in);
                next.record(Setup { scenario: Rc::clone(&built_in), built_in }, None);
            }
            Action::Choose(name) => {
                let scenario = Rc::new(library::scenario(&name)?);
                next.open(Setup { built_in: Rc::clone(&scenario), scenario });
            }
            Action::Open(shared) => {
                if self.shared() == *shared {
                    return None;
                }
                let Shared { built_in, scenario, goal, look, pin } = *shared;
                let setup = Setup { built_in: Rc::new(built_in), scenario: Rc::new(scenario) };
                let rests = next.cache.pin.as_ref().is_some_and(|known| known.setup.built_in != setup.built_in);
                if pin.is_some() || !rests {
                    // Nothing that is known of what is pinned is lost.
                    let pin = pin.map(|pin| Setup { scenario: Rc::new(pin), ..setup.clone() });
                    next.cache.pin = pin.map(|setup| Pin { summary: next.cache.of(&setup.scenario).cloned(), setup });
                }
                next.open(setup);
                // Questions and files say nothing of the lines, the panel, the room or the page of questions, and take nothing away.
                let before = &self.view_options.look;
                let (trust, scene) = (look.trust || before.trust, look.scene.or(before.scene));
                next.view_options.playing &= look.week.is_none();
                let (panel, subject) = (look.panel.or(before.panel), look.subject.or(before.subject));
                let pays = look.pays.or_else(|| before.pays.clone());
                next.view_options.look = Look { trust, scene, panel, subject, pays, ..look };
                next.cache.goal = goal;
            }
            Action::Seed(seed) => {
                next.take(self.history.present().with_seed(seed), None);
                next.view_options.look.pair = None;
            }
            Action::Plausible(on) => next.take(self.history.present().with_plausible(on), None),
            Action::Know(id, known) => next.take(self.history.present().with_known(id, known), None),
            Action::Undo => next.walk(History::undo),
            Action::Redo => next.walk(History::redo),
            Action::Replay(replay) => {
                next.replay = replay.filter(|_| self.history.before().is_some());
                // What was before may have to be computed again.
                next.cache.computing |= next.replay.is_some();
            }
            Action::Pin => next.cache.pin(self.history.present()),
            Action::Unpin => next.cache.pin = None,
            Action::Watch(kind) => {
                let last = self.view_options.look.replicate();
                let found = self.summary().and_then(|found| typical::shown(kind, found));
                next.view_options.look.pair = found.or(Some(Shown::any((last + 1) % PAIRS)));
            }
            Action::Rest(week) => next.view_options.look.week = week,
            Action::Hide(hidden) => next.view_options.look.hidden = hidden,
            Action::Guess(guess) => next.view_options.look.guess = guess,
            Action::Present(scene) => next.view_options.look.scene = scene,
            Action::Panel(panel) => {
                next.view_options.look.panel = Some(panel).filter(|panel| *panel != Panel::default())
            }
            Action::Enlarge(lever) => next.view_options.look.lever = Some(lever),
            Action::Goal(goal) => {
                next.cache.goal = goal;
                next.cache.computing = true;
            }
            Action::Compute(computing) => next.cache.computing = computing,
            Action::Found { summary, of_lab } => next.cache.found(summary, of_lab),
            Action::Ask(asked) => next.why.asked = asked,
            Action::Explained(found) => next.why.found = Some(found),
            Action::About(subject) => {
                next.view_options.look.subject = Some(subject).filter(|subject| *subject != Subject::default());
            }
            Action::Draft(pays) => next.view_options.look.pays = Some(*pays),
            Action::Inquire(place, question) => next.inquiries.ask(place, question),
            Action::Propose(place, question) => next.inquiries.propose(place, question),
            Action::RunInquiry(place, runs) => next.inquiries.run(place, runs),
            Action::Answered(found) => next.inquiries.found(found),
            Action::EndInquiry(place) => next.inquiries.end(place),
            Action::CutOff(place, question) => next.inquiries.cut_off(place, question),
            Action::Remembered(place) => next.inquiries.remembered(place),
            Action::KeepsNothing => next.keeps_nothing = true,
            Action::Pace(millis) => next.pace = Some(millis),
            Action::Play(playing) => {
                next.view_options.playing = playing;
                if playing {
                    next.view_options.look.week = None;
                }
            }
            Action::Speed(speed) => next.view_options.speed = speed,
            Action::Select(person) => (next.view_options.look.person, next.view_options.topic) = (person, None),
            Action::Follow(seat, topic) => {
                let before = self.view_options.topic.map_or(0, |(count, _)| count);
                (next.view_options.look.person, next.view_options.topic) = (Some(seat), Some((before + 1, topic)));
            }
            Action::Seek(id) => {
                next.view_options.look.panel = None;
                next.view_options.sought = (self.view_options.sought.0 + 1, id);
            }
            Action::Trust(shown) => next.view_options.look.trust = shown,
            Action::Chart(measure) => next.view_options.look.chart = Some(measure),
            Action::Tell(notice) => next.tell(notice),
            Action::Dismiss(place) => {
                if place < next.notices.len() {
                    next.notices.remove(place);
                }
            }
        }
        if !opens && !same_question(&next.history.present().scenario, &self.history.present().scenario) {
            next.forget_guess();
        }
        next.choose_pair();
        (next != *self).then_some(next)
    }

    /// Makes another setup the present one. What changed is to be seen, so a stopped ensemble goes on.
    fn record(&mut self, setup: Setup, moving: Option<history::Moving>) {
        self.step(|history| history.record(setup, moving));
    }

    /// Makes a setup that is opened the present one.
    fn open(&mut self, setup: Setup) {
        if setup != *self.history.present() {
            self.begin();
        }
        self.record(setup, None);
    }

    /// What is of a scenario alone goes with it: how far it was watched, whose story was told, what was said of it.
    fn begin(&mut self) {
        self.view_options.opened += 1;
        self.view_options.playing = self.view_options.starts;
        let look = &mut self.view_options.look;
        (look.person, look.pair, look.week, look.chart) = (None, None, None, None);
        // What was expected of the scenario before says nothing of this one; who guesses first goes on doing so.
        look.guess = look.guess.map(|_| Guess::Asked);
        self.notices.retain(|notice| notice.of_page);
    }

    /// What was expected says nothing of what was changed since.
    fn forget_guess(&mut self) {
        let guess = &mut self.view_options.look.guess;
        *guess = guess.filter(|guess| *guess == Guess::Asked);
    }

    /// Chooses the pair that is seen first, as soon as it is known which is a typical one; levers do not change it any more.
    fn choose_pair(&mut self) {
        if self.view_options.look.pair.is_none() {
            let scenario = self.scenario();
            let found = self.cache.of(scenario);
            self.view_options.look.pair = found.and_then(|found| typical::shown(Kind::Typical, found));
        }
    }

    fn step(&mut self, step: impl FnOnce(&mut History)) {
        let before = self.history.present().clone();
        step(&mut self.history);
        self.replay = None;
        if *self.history.present() != before {
            self.cache.computing = true;
        }
    }

    /// One step through what was changed; it may lead to another scenario.
    fn walk(&mut self, step: impl FnOnce(&mut History)) {
        let before = Rc::clone(&self.history.present().built_in);
        self.step(step);
        if self.history.present().built_in != before {
            self.begin();
        }
    }

    fn tell(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn change(&mut self, moving: Option<history::Moving>, settings: &[Setting]) {
        let changed = self.history.present().with(settings);
        self.take(changed, moving);
    }

    fn take(&mut self, changed: Result<Setup, Vec<Fault>>, moving: Option<history::Moving>) {
        match changed {
            Ok(setup) => self.record(setup, moving),
            Err(faults) => self.tell(Notice::of_faults(words::notices::refused(), &faults)),
        }
    }

    /// Each arm concerned gets the value it has in the built-in scenario.
    fn reset(&mut self, scope: Scope, id: &'static str) {
        let built_in = Rc::clone(&self.history.present().built_in);
        let value = |arm: Arm| built_in.get(arm, id).flatten();
        let of_world = built_in.world().get(id).is_some();
        let settings: Vec<Setting> = match scope {
            Scope::Both if of_world => vec![(scope, id, value(Arm::Control))],
            _ => scope.arms().iter().map(|&arm| (Scope::Only(arm), id, value(arm))).collect(),
        };
        self.change(None, &settings);
    }

    /// Gives control and treatment the present policies of these arms.
    fn assign_policies(&mut self, origins: [Arm; 2]) {
        let scenario = Rc::clone(&self.history.present().scenario);
        let rows = PARAMETERS.iter().filter(|row| row.group == Group::Policy);
        let settings: Vec<Setting> = rows
            .flat_map(|row| {
                let scenario = &scenario;
                let of = move |(arm, origin)| (Scope::Only(arm), row.id, scenario.get(origin, row.id).flatten());
                Arm::BOTH.into_iter().zip(origins).map(of)
            })
            .collect();
        self.change(None, &settings);
    }
}

#[cfg(feature = "web")]
impl yew::Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // The same state returned skips the render.
        self.after(action).map_or(self, Rc::new)
    }
}

/// Whether what is expected of one of them is expected of the other: they differ in their luck at most.
fn same_question(a: &Scenario, b: &Scenario) -> bool {
    a.world() == b.world()
        && Arm::BOTH.iter().all(|&arm| a.policy(arm) == b.policy(arm))
        && a.shocks() == b.shocks()
        && a.until_week() == b.until_week()
        && a.plausible() == b.plausible()
}

#[cfg(test)]
mod tests;
