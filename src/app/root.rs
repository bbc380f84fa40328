//! The page as a whole: the state, the ensemble that follows it, the address, and the view that shows it.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::components::header::Header;
use super::components::notices::Notices;
use super::page;
use super::pages::about::About;
use super::pages::lab::Lab;
use super::pages::scenarios::{Choice, Scenarios};
use super::route::View;
use super::share::{self, DEFAULT_PAIRS};
use super::state::{Action, Notice, State};
use super::theme::use_theme;
use super::workers::pool::{Pool, Report};
use crate::library;
use crate::model::scenario::Scenario;

/// Rest after the last change before the address follows it [ms].
const ADDRESS_REST: u32 = 200;

const LINK_FAULTS: &str = "Part of the link could not be used; the rest was:";

/// The page as its address says.
fn opening() -> State {
    let query = page::query();
    let (shared, mut faults) = share::read(&query);
    faults.extend(View::read(&query).1);
    let mut state = State::new(shared, !page::reduced_motion());
    if !faults.is_empty() {
        state.notices.push(Notice::of_faults(LINK_FAULTS, &faults));
    }
    state
}

/// The page.
#[component]
pub fn Root() -> Html {
    let state = use_reducer(opening);
    let dispatch = state.dispatcher();
    let (theme, on_theme, colours) = use_theme();
    let link = AttrValue::from(share::query_string(&state.shared()));
    let (view, on_view) = use_view(&state, &link);
    let choice = use_state_eq(Choice::default);
    let visited =
        use_memo(
            view,
            |view| if let View::Scenario(name) = view { library::scenario(name).map(Rc::new) } else { None },
        );
    use_ensemble(&state, visited.as_ref().as_ref());

    let on_choose = use_callback(dispatch.clone(), |name: String, dispatch| dispatch.dispatch(Action::Choose(name)));
    let on_dismiss = use_callback(dispatch, |place: usize, dispatch| dispatch.dispatch(Action::Dismiss(place)));
    let on_open = use_callback((on_choose.clone(), on_view.clone()), |name: &'static str, (on_choose, on_view)| {
        on_choose.emit(name.to_owned());
        on_view.emit(View::Lab);
    });
    let texts = state.scenario().texts();
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ "To the content" }</a>
            <Header scenario={state.built_in().texts().name.clone()} {on_choose} {theme} {on_theme} {view} on_view={on_view.clone()} link={link.clone()} />
            <Notices notices={state.notices.clone()} {on_dismiss} />
            <Lab state={state.clone()} {colours} shown={view == View::Lab} />
            { match view {
                View::Lab => Html::default(),
                View::Scenarios => {
                    let (choice, on_choice) = ((*choice).clone(), Callback::from(move |next| choice.set(next)));
                    html! { <Scenarios link={link.clone()} {on_view} {choice} {on_choice} /> }
                }
                View::Scenario(name) => match &*visited {
                    Some(scenario) => {
                        let findings = state.inquiry.of(scenario).cloned();
                        html! { <About {name} scenario={Rc::clone(scenario)} {findings} link={link.clone()} {on_view} {on_open} /> }
                    }
                    None => Html::default(),
                },
            } }
            <footer>
                <p>{ "For thinking, not a forecast of a real team: a simulation shows what follows from its assumptions." }</p>
                <p data-testid="version">{ format!("Assist Lab {}, scenario “{}”, seed {}. The address of this page holds all you see.",
                    env!("CARGO_PKG_VERSION"), texts.name, state.scenario().seed()) }</p>
            </footer>
        </>
    }
}

/// To the content by focus, for the address belongs to the state.
fn skip(event: MouseEvent) {
    event.prevent_default();
    page::focus("main:not([hidden])");
}

/// Where the reader is, and how to go elsewhere. A step to another view is a page in the history; what moves within a view
/// only changes the address, after a short rest. The way back brings view and state as they were.
#[hook]
fn use_view(state: &UseReducerHandle<State>, link: &str) -> (View, Callback<View>) {
    let view = use_state_eq(|| View::read(&page::query()).0);
    let address = view.link(link);
    use_effect_with(address.clone(), |address| {
        let address = address.clone();
        let rest = Timeout::new(ADDRESS_REST, move || page::replace_query(&address));
        move || drop(rest)
    });
    let on_view = use_callback((address, link.to_owned(), view.setter()), |next: View, (address, link, view)| {
        page::replace_query(address);
        page::push_query(&next.link(link));
        view.set(next);
    });
    use_effect_with((), {
        let (view, dispatch) = (view.setter(), state.dispatcher());
        move |()| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "popstate", move |_| {
                    let query = page::query();
                    view.set(View::read(&query).0);
                    dispatch.dispatch(Action::Open(Box::new(share::read(&query).0)));
                })
            });
            move || drop(listener)
        }
    });
    let last = use_mut_ref(|| None);
    use_effect_with(*view, move |view| {
        page::set_title(&view.title());
        match (last.replace(Some(*view)), *view) {
            (None, _) => {}
            // Who comes back to the gallery goes on where they left it.
            (Some(View::Scenario(name)), View::Scenarios) => page::focus(&format!("[data-testid='card-{name}'] a")),
            // Who went to another view goes on reading at its beginning.
            _ => {
                page::scroll_to_top();
                page::focus("main:not([hidden])");
            }
        }
    });
    (*view, on_view)
}

/// The ensemble, in step with the state; on a scenario's page that scenario's.
#[hook]
fn use_ensemble(state: &UseReducerHandle<State>, visited: Option<&Rc<Scenario>>) {
    let pool = use_memo((), {
        let dispatch = state.dispatcher();
        move |()| {
            Pool::new(Callback::from(move |report| {
                dispatch.dispatch(match report {
                    Report::Found(findings) => Action::Found(findings),
                    Report::Trouble(notice) => Action::Tell(notice),
                });
            }))
        }
    });
    let wanted = match visited {
        Some(scenario) => {
            let done = state.inquiry.of(scenario).map_or(0, |found| found.done);
            (done < DEFAULT_PAIRS).then(|| (Rc::clone(scenario), DEFAULT_PAIRS))
        }
        None => state.to_compute(),
    };
    use_effect_with(wanted, move |wanted| match wanted {
        Some((scenario, pairs)) => pool.run(scenario, *pairs),
        None => pool.stop(),
    });
}
