//! The session is kept in the browser as it changes, and offered to the one who comes back.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::page::{self, local_storage};
use super::route;
use super::session::{put_down, take_up};
use super::share::{self, Shared};
use super::state::{Action, Notice, State};

const KEY: &str = "assist-lab.session";

/// Rest after the last change before it is kept [ms].
const REST: u32 = 500;

/// An earlier session to go on with.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it was.
    pub shared: Shared,
}

/// Keeps the state as it changes; the earlier session, as long as it may still be wanted, and what becomes of it.
#[hook]
pub fn use_session(state: &UseReducerHandle<State>, link: &AttrValue) -> (Option<Offer>, Callback<bool>) {
    // Which pair is a typical one is the page's own choice.
    let own = share::without_typical(link);
    let opening = use_memo((), |()| own.clone());
    // Once changed it stays so: what was undone is kept too.
    let latch = use_mut_ref(|| false);
    let changed = *opening != own || *latch.borrow();
    latch.replace(changed);
    let offer = use_state(|| earlier(link));
    let told = use_mut_ref(|| false);
    use_effect_with(link.clone(), {
        let (dispatch, changed) = (state.dispatcher(), changed);
        move |link| {
            let link = link.clone();
            let rest = changed.then(|| {
                Timeout::new(REST, move || {
                    if !keep(&link) && !told.replace(true) {
                        dispatch.dispatch(Action::Tell(Notice {
                            text: words::notices::nothing_kept().to_owned(),
                            details: Vec::new(),
                            of_page: true,
                        }));
                    }
                })
            });
            move || drop(rest)
        }
    });
    let answer = use_callback((offer.clone(), state.dispatcher()), |wanted: bool, (offer, dispatch)| {
        match &**offer {
            Some(Offer { shared }) if wanted => dispatch.dispatch(Action::Open(Box::new(shared.clone()))),
            _ => forget(),
        }
        offer.set(None);
    });
    // Who has begun something of their own is not asked any more.
    ((*offer).clone().filter(|_| !changed), answer)
}

/// The session kept last, if the address names no state of its own, or one that is broken.
fn earlier(link: &str) -> Option<Offer> {
    let address = page::query();
    let named = address.iter().any(|(key, _)| key != "v" && !route::KEYS.contains(&key.as_str()));
    let broken = !share::read(&address).1.is_empty();
    let query = kept().filter(|query| (!named || broken) && query != link)?;
    let (shared, faults) = share::read(&share::parse(&query));
    faults.is_empty().then_some(Offer { shared })
}

/// Keeps a session, in the place of the one before; whether the browser does.
fn keep(query: &str) -> bool {
    put_down(query).zip(local_storage()).is_some_and(|(text, storage)| storage.set_item(KEY, &text).is_ok())
}

/// The query of the session kept last.
fn kept() -> Option<String> {
    let text = local_storage()?.get_item(KEY).ok()??;
    take_up(&text).map(str::to_owned)
}

/// Keeps none.
fn forget() {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(KEY);
    }
}
