//! Keeps questions that run in the browser's IndexedDB, and offers those that were cut off when a page was closed.
//!
//! What is to be kept [`kept`](super::kept) decides. It is written about once a second, beside what the page does, and whatever the browser
//! refuses is only not kept: then the page says so.
//!
//! Records have the key `run/NAME`, batches of pairs `pairs/NAME/PAGE/NUMBER/BYTES`: what all take can be read off the keys. That a page is
//! still there is known by a lock with its name; where the browser has no locks, no page is taken for being there. Two pages that go on with
//! the same run find out by its record which of them has it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams, Transaction, TransactionMode,
    TransactionResult,
};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use rand::TryRng;
use rand::rngs::SysRng;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::inquiry::Question;
use super::kept::{Change, Ledger, Offer, ROOM, Record, read_batch};
use super::page;
use super::state::Action;
use super::state::inquiries::Inquiries;
use super::workers::memory::Slice;

/// Time between two writes [ms]: so much is lost when a page is closed.
const REST: u32 = 1000;
/// How long a page that is loaded anew may still seem to be there [ms], and how often that is waited for; what has not gone by then stays.
const LINGERS: u32 = 500;
/// See [`LINGERS`].
const LOOKS: u32 = 10;
const NAME: &str = "assist-lab";
const STORE: &str = "kept";

#[wasm_bindgen]
extern "C" {
    /// What pages of the same origin hold, by name.
    type Locks;

    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, hold: &Function) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn query(this: &Locks) -> Result<Promise, JsValue>;
}

/// Keeps what the page asks.
pub struct Keeper {
    this: Weak<Self>,
    page: String,
    ledger: RefCell<Ledger>,
    stands: RefCell<Stands>,
    /// For the next write.
    timer: RefCell<Option<Timeout>>,
    /// How many batches were written.
    batches: Cell<u32>,
    report: Callback<Action>,
    remember: Callback<Vec<Slice>>,
}

/// How far it has come.
#[derive(Clone)]
enum Stands {
    /// The page has asked nothing and nobody has looked.
    Away,
    Opening,
    Open(Rc<Database>),
    Refused,
}

impl Keeper {
    /// For this page; it does nothing before somebody looks at questions.
    pub fn new(report: Callback<Action>, remember: Callback<Vec<Slice>>) -> Rc<Self> {
        let number = SysRng.try_next_u64().unwrap_or_default();
        // Later pages come behind earlier ones.
        let page = format!("{:015}-{number:016x}", js_sys::Date::now());
        Rc::new_cyclic(|this| Self {
            this: this.clone(),
            ledger: RefCell::new(Ledger::new(page::program().unwrap_or_default(), page.clone())),
            page,
            stands: RefCell::new(Stands::Away),
            timer: RefCell::default(),
            batches: Cell::new(0),
            report,
            remember,
        })
    }

    /// Somebody looks at questions: what was cut off is offered.
    pub fn open(&self) {
        if !matches!(*self.stands.borrow(), Stands::Away) {
            return;
        }
        self.stands.replace(Stands::Opening);
        self.later(async |keeper| {
            // What a program that has no name comes to could be anything.
            let known = page::program().is_some();
            match if known { open().await } else { Err(Error::DomExceptionNotFound) } {
                Ok(database) => {
                    hold(&keeper.page);
                    keeper.stands.replace(Stands::Open(Rc::new(database)));
                    keeper.offer(None, LOOKS).await;
                }
                Err(_) => keeper.give_up(),
            }
        });
    }

    /// Keeps in step with what is asked.
    pub fn follow(&self, inquiries: &Inquiries) {
        let taken = self.ledger.borrow_mut().follow(inquiries);
        for offer in taken {
            self.later(async move |keeper| keeper.take(offer).await);
        }
        self.set_timer();
    }

    /// Keeps pairs of a question.
    pub fn keep(&self, question: &Rc<Question>, slice: Slice) {
        if matches!(*self.stands.borrow(), Stands::Refused) {
            return;
        }
        self.ledger.borrow_mut().keep(question, slice);
        self.set_timer();
    }

    fn later<F: Future<Output = ()> + 'static>(&self, what: impl FnOnce(Rc<Self>) -> F + 'static) {
        if let Some(keeper) = self.this.upgrade() {
            spawn_local(what(keeper));
        }
    }

    fn database(&self) -> Option<Rc<Database>> {
        match &*self.stands.borrow() {
            Stands::Open(database) => Some(Rc::clone(database)),
            _ => None,
        }
    }

    /// The browser keeps nothing, or no more.
    fn give_up(&self) {
        if !matches!(self.stands.replace(Stands::Refused), Stands::Refused) {
            self.ledger.borrow_mut().due();
            self.report.emit(Action::KeepsNothing);
        }
    }

    fn set_timer(&self) {
        if self.database().is_none() || self.timer.borrow().is_some() {
            return;
        }
        let this = self.this.clone();
        let write = move || {
            let Some(keeper) = this.upgrade() else { return };
            keeper.timer.replace(None);
            let due = keeper.ledger.borrow_mut().due();
            if !due.is_empty() {
                keeper.later(async move |keeper| keeper.write(due).await);
            }
        };
        self.timer.replace(Some(Timeout::new(REST, write)));
    }

    async fn write(&self, due: Vec<Change>) {
        let Some(database) = self.database() else { return };
        let first = self.batches.get();
        self.batches.set(first + due.len() as u32);
        if write(&database, &self.page, first, due).await.is_err() {
            self.give_up();
        }
    }

    /// Offers what pages have left that are not there any more. One that is loaded anew lingers for a moment, so it looks so many times again
    /// for those that were there.
    async fn offer(self: Rc<Self>, of: Option<Vec<String>>, again: u32) {
        let Some(database) = self.database() else { return };
        let Ok(mut left) = runs(&database).await else { return self.give_up() };
        let there = there().await;
        let page = |record: &Option<Record>| record.as_ref().map_or_else(String::new, |record| record.page.clone());
        left.retain(|(_, record)| of.as_ref().is_none_or(|of| of.contains(&page(record))));
        let (linger, gone): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, record)| there.contains(&page(record)));
        let offers = self.ledger.borrow_mut().offer(gone);
        offers.into_iter().for_each(|(place, question)| self.report.emit(Action::CutOff(place, question)));
        self.set_timer();
        let linger: Vec<String> = linger.iter().map(|(_, record)| page(record)).collect();
        if !linger.is_empty() && again > 0 {
            Timeout::new(LINGERS, move || spawn_local(self.offer(Some(linger), again - 1))).forget();
        }
    }

    /// Takes over what another page has left, and has it remembered.
    async fn take(&self, offer: Offer) {
        let batches = match self.database() {
            Some(database) => take(&database, &offer, &self.page).await.unwrap_or_default(),
            None => None,
        };
        self.ledger.borrow_mut().took(&offer, batches.is_some());
        self.remember.emit(batches.into_iter().flatten().flat_map(|bytes| read_batch(&bytes)).collect());
        self.report.emit(Action::Remembered(offer.place));
    }
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event: VersionChangeEvent| {
        // Without the store no transaction begins, and the page says that nothing is kept.
        let _ = event.database().map(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request.await
}

fn begin(database: &Database, mode: TransactionMode) -> Result<(Transaction, ObjectStore), Error> {
    let transaction = database.transaction(&[STORE], mode)?;
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

/// Fails if it was not carried out.
async fn end(transaction: Transaction) -> Result<(), Error> {
    match transaction.await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(Error::DomExceptionNotFound),
    }
}

fn key_of(run: &str) -> JsValue {
    format!("run/{run}").into()
}

/// All keys that begin like this, up to a slash.
fn below(start: &str) -> Result<KeyRange, Error> {
    // What follows a slash in the order of characters is a zero.
    KeyRange::bound(&format!("{start}/").into(), &format!("{start}0").into(), None, Some(true))
}

fn bytes_of(value: JsValue) -> Vec<u8> {
    value.dyn_into::<Uint8Array>().map_or_else(|_| Vec::new(), |bytes| bytes.to_vec())
}

async fn record(store: &ObjectStore, run: &str) -> Result<Option<Record>, Error> {
    Ok(store.get(key_of(run))?.await?.and_then(|value| Record::read(&bytes_of(value))))
}

/// All runs that are kept; of what cannot be read only the name.
async fn runs(database: &Database) -> Result<Vec<(String, Option<Record>)>, Error> {
    let (transaction, store) = begin(database, TransactionMode::ReadOnly)?;
    let keys = store.get_all_keys(Some(below("run")?.into()), None)?.await?;
    let values = store.get_all(Some(below("run")?.into()), None)?.await?;
    drop(transaction);
    let names = keys.into_iter().map(|key| key.as_string().unwrap_or_default().split_off("run/".len()));
    Ok(names.zip(values.into_iter().map(|value| Record::read(&bytes_of(value)))).collect())
}

/// Makes a run this page's, and answers its batches; nothing if it is another's meanwhile, or gone.
async fn take(database: &Database, offer: &Offer, page: &str) -> Result<Option<Vec<Vec<u8>>>, Error> {
    let (transaction, store) = begin(database, TransactionMode::ReadWrite)?;
    let known = record(&store, &offer.run).await?.filter(|record| record.page == offer.page);
    let Some(mut known) = known else { return Ok(None) };
    known.page = page.to_owned();
    store.put(&Uint8Array::from(known.bytes().as_slice()), Some(&key_of(&offer.run)))?;
    let batches = store.get_all(Some(below(&format!("pairs/{}", offer.run))?.into()), None)?.await?;
    end(transaction).await?;
    Ok(Some(batches.into_iter().map(bytes_of).collect()))
}

/// Writes what is due, all or nothing. What there is no room for is left out, and so is what another page has taken.
async fn write(database: &Database, page: &str, first: u32, due: Vec<Change>) -> Result<(), Error> {
    let (transaction, store) = begin(database, TransactionMode::ReadWrite)?;
    let keys = store.get_all_keys(Some(below("pairs")?.into()), None)?.await?;
    let size = |key: &JsValue| key.as_string()?.rsplit('/').next()?.parse::<u64>().ok();
    let mut taken: u64 = keys.iter().filter_map(size).sum();
    for (number, change) in (first..).zip(due) {
        match change {
            Change::Begin(run, record) => {
                store.put(&Uint8Array::from(record.bytes().as_slice()), Some(&key_of(&run)))?;
            }
            Change::Add(run, bytes) => {
                let is_own = record(&store, &run).await?.is_some_and(|record| record.page == page);
                taken += bytes.len() as u64;
                if is_own && taken <= ROOM {
                    let key = format!("pairs/{run}/{page}/{number:08}/{}", bytes.len());
                    store.put(&Uint8Array::from(bytes.as_slice()), Some(&key.into()))?;
                }
            }
            Change::Forget(run, left) => {
                let record = record(&store, &run).await?;
                if record.is_none_or(|record| record.page == page || record.page == left) {
                    store.delete(key_of(&run))?;
                    store.delete(below(&format!("pairs/{run}"))?)?;
                }
            }
        }
    }
    end(transaction).await
}

fn locks() -> Option<Locks> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

/// Shows other pages that this one is there, as long as it is.
fn hold(page: &str) {
    let for_ever = Closure::<dyn Fn() -> Promise>::new(|| Promise::new(&mut |_, _| {})).into_js_value();
    // Where it is refused, others may offer what this page runs.
    let _ = locks().map(|locks| locks.request(page, for_ever.unchecked_ref()));
}

/// The names of the pages that are there.
async fn there() -> Vec<String> {
    let held = async {
        let answer = JsFuture::from(locks()?.query().ok()?).await.ok()?;
        Reflect::get(&answer, &"held".into()).ok()?.dyn_into::<Array>().ok()
    };
    let names = held.await.into_iter().flat_map(|held| held.to_vec());
    names.filter_map(|lock| Reflect::get(&lock, &"name".into()).ok()?.as_string()).collect()
}
