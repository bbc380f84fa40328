//! Carries out in the browser what the pool decides, and tells it what happens there.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};

use gloo::timers::callback::{Interval, Timeout};
use yew::Callback;

use super::bootstrap::Bootstrap;
use super::crew::Crew;
use super::hand::Hand;
use super::pool::{Command, Event, Pool};
use super::watch::Wish;
use crate::keeper::Keeper;
use crate::page::{now, processors};
use crate::state::Action;
use crate::state::inquiries::Inquiries;

/// A turn of the page's own clock [ms]. What a worker may take is counted in turns: while the page gets no time to run, be it
/// behind a dialog, asleep, or on a machine that does much else, none is counted.
const TURN: u32 = 250;

/// The pool in the browser.
pub struct Driver {
    this: Weak<Self>,
    bootstrap: Option<Bootstrap>,
    pool: RefCell<Pool>,
    /// By place.
    hands: RefCell<BTreeMap<usize, Hand>>,
    /// What is still to be carried out, and whether that is under way: what happens meanwhile comes behind it.
    commands: RefCell<VecDeque<Command>>,
    busy: Cell<bool>,
    /// Runs while a worker is waited for.
    clock: RefCell<Option<Interval>>,
    slice: RefCell<Option<Timeout>>,
    /// What there is to report once the page has drawn what it is at.
    news: RefCell<Vec<Action>>,
    later: RefCell<Option<Timeout>>,
    /// Keeps what is asked on the page of questions.
    keeper: Rc<Keeper>,
    report: Callback<Action>,
}

impl Driver {
    /// A pool whose workers are starting.
    pub fn new(report: Callback<Action>) -> Rc<Self> {
        let (pool, commands) = Pool::new(Crew::new(processors()));
        let driver = Rc::new_cyclic(|this: &Weak<Self>| Self {
            keeper: Keeper::new(report.clone(), {
                let this = this.clone();
                Callback::from(move |slices| {
                    if let Some(driver) = this.upgrade() {
                        driver.pool.borrow_mut().remember(slices);
                    }
                })
            }),
            this: this.clone(),
            bootstrap: Bootstrap::new(),
            pool: RefCell::new(pool),
            hands: RefCell::default(),
            commands: RefCell::default(),
            busy: Cell::new(false),
            clock: RefCell::default(),
            slice: RefCell::default(),
            news: RefCell::default(),
            later: RefCell::default(),
            report,
        });
        driver.carry_out(commands);
        driver
    }

    /// Runs pairs of what the page wants to know of, and of nothing else. It may be told while the page draws.
    pub fn want(&self, wish: &Wish) {
        let commands = self.pool.borrow_mut().want(wish, now());
        self.carry_out(commands);
    }

    /// Keeps in step with what is asked on the page of questions; whether somebody looks at that now.
    pub fn follow(&self, inquiries: &Inquiries, looks: bool) {
        self.keeper.follow(inquiries);
        if looks {
            self.keeper.open();
        }
    }

    fn tell(&self, event: Event) {
        let commands = self.pool.borrow_mut().hear(event, now());
        self.carry_out(commands);
    }

    /// Tells the pool later, if it is still there.
    fn teller<T, E: Fn(T) -> Event + 'static>(&self, event: E) -> impl Fn(T) + use<T, E> + 'static {
        let this = self.this.clone();
        move |told| {
            if let Some(driver) = this.upgrade() {
                driver.tell(event(told));
            }
        }
    }

    fn carry_out(&self, commands: Vec<Command>) {
        self.commands.borrow_mut().extend(commands);
        if self.busy.replace(true) {
            return;
        }
        loop {
            let next = self.commands.borrow_mut().pop_front();
            let Some(command) = next else { break };
            self.obey(command);
        }
        self.busy.set(false);
        self.set_clock();
    }

    fn obey(&self, command: Command) {
        match command {
            Command::Start(place) => match self.start(place) {
                Ok(hand) => drop(self.hands.borrow_mut().insert(place, hand)),
                Err(reason) => self.tell(Event::NotStarted(place, reason)),
            },
            Command::Send(place, request) => {
                if let Some(hand) = self.hands.borrow().get(&place) {
                    hand.send(&request);
                }
            }
            Command::Terminate(place) => drop(self.hands.borrow_mut().remove(&place)),
            Command::Keep(question, slice) => self.keeper.keep(&question, slice),
            Command::Slice => {
                let tell = self.teller(|()| Event::Slice);
                self.slice.replace(Some(Timeout::new(0, move || tell(()))));
            }
            Command::Report(action) => {
                self.news.borrow_mut().push(action);
                self.later.replace(self.this.upgrade().map(|driver| Timeout::new(0, move || driver.tell_news())));
            }
        }
    }

    /// Reports all there is: what came together is drawn once.
    fn tell_news(&self) {
        self.news.take().into_iter().for_each(|action| self.report.emit(action));
    }

    fn start(&self, place: usize) -> Result<Hand, String> {
        let bootstrap = self.bootstrap.as_ref().ok_or("the worker's script cannot be made")?;
        let event = move |heard| match heard {
            Ok(answer) => Event::Said(place, answer),
            Err(reason) => Event::Died(place, reason),
        };
        Hand::start(bootstrap, self.teller(event))
    }

    fn set_clock(&self) {
        let (waits, runs) = (self.pool.borrow().waits(), self.clock.borrow().is_some());
        if waits == runs {
            return;
        }
        let tell = self.teller(|()| Event::Turn);
        self.clock.replace(waits.then(|| Interval::new(TURN, move || tell(()))));
    }
}
