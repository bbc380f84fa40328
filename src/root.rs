//! The page as a whole: the state, the ensemble that follows it, the address, and the view that shows it.

use std::rc::Rc;

use yew::prelude::*;

use super::components::header::Header;
use super::components::notices::notices;
use super::components::restore::restore;
use super::components::share::Share;
use super::components::tour::{Stand, use_tour};
use super::components::tries::Asking;
use super::components::version::version;
use super::content::use_content;
use super::files::{self, Opened, use_drop};
use super::keeping::use_session;
use super::language;
use super::names::file_name;
use super::navigation::use_view;
use super::page;
use super::pages::choice::Choice;
use super::pages::site::Site;
use super::pages::{self, PAGES};
use super::route::{self, View};
use super::share::{self, MAX_LINK, Shared};
use super::state::inquiries::{Place, Subject};
use super::state::look::Look;
use super::state::scene::Scene;
use super::state::{Action, Notice, State};
use super::theme::{Theme, use_theme};
use super::tries::Try;
use super::workers::ensemble::use_ensemble;
use library::{self, file};
use model::fault::Fault;

/// What the page is given.
#[derive(Properties, PartialEq)]
pub struct RootProps {
    /// Why it is not in the language that its address asks for.
    pub language_fault: Option<Fault>,
}

/// The page as its address says.
fn opening(language_fault: Option<Fault>) -> State {
    let query = page::query();
    let (shared, mut faults) = share::read(&query);
    faults.extend(pages::read(&query).1);
    faults.extend(route::theme(&query).1);
    faults.extend(language_fault);
    let details = share::converted(&query, &shared);
    let mut state = State::new(shared, !page::reduced_motion());
    if !details.is_empty() {
        state.notices.push(Notice { text: words::link_faults::earlier().to_owned(), details, of_page: false });
    }
    if !faults.is_empty() {
        state.notices.push(Notice::of_faults(words::notices::link_faults(), &faults));
    }
    state
}

/// The page.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let state = use_reducer(|| opening(props.language_fault.clone()));
    let dispatch = state.dispatcher();
    let (worn, on_theme, colours) = use_theme();
    let state_link = use_link(&state);
    // The colours are part of what is seen, unless they are whatever the reader's own system has.
    let theme = if worn.theme == Theme::Auto && !worn.by_link {
        String::new()
    } else {
        format!("&theme={}", worn.theme.name())
    };
    let asks = theme + &language::key();
    let mut whole = AttrValue::from(format!("{state_link}{asks}"));
    let too_long = whole.len() > MAX_LINK;
    if too_long {
        whole = AttrValue::from(format!("{}{asks}", share::without_pin(&state_link)));
    }
    // An address that is too long names no state; the session is kept all the same, with what is pinned.
    let link =
        if whole.len() > MAX_LINK { AttrValue::from(format!("v={}{asks}", share::VERSION)) } else { whole.clone() };
    let (view, on_view) = use_view(&state, &link);
    let (offer, on_offer) = use_session(&state, &state_link);
    let choice = use_state_eq(Choice::default);
    let sharing = use_state_eq(|| false);
    let stand = use_state_eq(Stand::on_opening);
    let visited = use_memo(view, |view| view.about.and_then(library::scenario).map(Rc::new));
    use_ensemble(&state, visited.as_ref().as_ref(), view == View::QUESTIONS);

    let on_choose = use_callback(dispatch.clone(), |name: String, dispatch| dispatch.dispatch(Action::Choose(name)));
    let on_dismiss = use_callback(dispatch.clone(), |place: usize, dispatch| dispatch.dispatch(Action::Dismiss(place)));
    let on_open = use_callback((on_choose.clone(), on_view.clone()), |name: &'static str, (on_choose, on_view)| {
        on_choose.emit(name.to_owned());
        on_view.emit(View::LAB);
    });
    let on_try = use_callback((state.clone(), on_view.clone()), |asked: Try, (state, on_view)| {
        state.dispatch(Action::Open(Box::new(asked.opens(&state.shared()))));
        on_view.emit(View::LAB);
    });
    let on_opened = use_callback(
        (dispatch, on_view.clone(), view, state.cache.goal),
        |opened: Opened, (dispatch, on_view, view, goal)| match opened {
            Ok(files::Content::Scenario(scenario)) => {
                let shared = Shared {
                    built_in: (*scenario).clone(),
                    scenario: *scenario,
                    goal: *goal,
                    look: Look::default(),
                    pin: None,
                };
                dispatch.dispatch(Action::Open(Box::new(shared)));
                if *view != View::LAB {
                    on_view.emit(View::LAB);
                }
            }
            Ok(files::Content::Experiment(question)) => {
                dispatch.dispatch(Action::Propose(Place::File, question));
                dispatch.dispatch(Action::About(Subject::File));
                if *view != View::QUESTIONS {
                    on_view.emit(View::QUESTIONS);
                }
            }
            Err(notice) => dispatch.dispatch(Action::Tell(notice)),
        },
    );
    // The tour is of the lab.
    let on_stand = use_callback((on_view.clone(), view, stand.setter()), |next: Stand, (on_view, view, stand)| {
        if matches!(next, Stand::At(_)) && *view != View::LAB {
            on_view.emit(View::LAB);
        }
        stand.set(next);
    });
    let (content, on_content) = use_content();
    let tour = use_tour(if view == View::LAB { *stand } else { Stand::Away }, &on_stand, (content, &on_content));
    let on_report = on_view.reform(|()| View::REPORT);
    let dropping = use_drop(on_opened.clone());
    let on_share = use_callback(sharing.setter(), |(), sharing| sharing.set(true));
    let on_close = sharing.setter();
    let on_present =
        use_callback(state.dispatcher(), |(), dispatch| dispatch.dispatch(Action::Present(Some(Scene::Teams))));
    let on_tour = use_callback(on_stand.clone(), |(), on_stand| on_stand.emit(Stand::At(0)));
    let site = Site {
        content,
        on_content: on_content.clone(),
        state: state.clone(),
        colours,
        view,
        on_view: on_view.clone(),
        link: link.clone(),
        visited: (*visited).clone(),
        on_opened: on_opened.clone(),
        on_open,
        choice,
    };
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ words::page::to_content() }</a>
            <Header scenario={Rc::clone(state.built_in())} {on_choose} theme={worn.theme} {on_theme} {view} {on_view}
                {link} {on_share} {on_present} {on_tour} />
            { notices(&state.notices, &on_dismiss) }
            if let Some(offer) = offer.filter(|_| !matches!(*stand, Stand::At(_))) {
                { restore(&offer, &on_offer) }
            } else {
                { tour }
            }
            <div id="main">
            <ContextProvider<Asking> context={on_try}>
            for page in &PAGES {
                { page.html(&site) }
            }
            </ContextProvider<Asking>>
            </div>
            if *sharing {
                <Share {content} {on_content} address={page::whole_address(&view.link(&whole))} pin_left_out={too_long && state.pin().is_some()}
                    file={file_of(&state)}
                    summary={state.cache.of(&state.history.present().scenario).cloned()} covered={state.view_options.look.covered()} {on_opened} on_report={on_report}
                    on_close={Callback::from(move |()| on_close.set(false))} />
            }
            if dropping {
                <div class="drop" aria-hidden="true"><p>{ words::page::drop() }</p></div>
            }
            // The lab has a place of its own for it.
            if view != View::LAB {
                <footer>
                    <p>{ words::page::purpose() }</p>
                    <p data-testid="version">{ version(state.scenario(), pages::page(view).shows_state) }</p>
                </footer>
            }
        </>
    }
}

/// Name and text of a file of the scenario as it is now.
fn file_of(state: &UseReducerHandle<State>) -> Callback<(), (String, String)> {
    let state = state.clone();
    Callback::from(move |()| {
        let scenario = &state.history.present().scenario;
        (file_name("assist-lab-", &scenario.texts().name, ".json"), file::write(scenario))
    })
}

/// The state as it stands in a link, whatever its length.
#[hook]
fn use_link(state: &UseReducerHandle<State>) -> AttrValue {
    let (present, pin) = (state.history.present().clone(), state.pin().map(|pin| Rc::clone(&pin.setup.scenario)));
    let link = use_memo((present, pin, state.view_options.look.clone(), state.cache.goal), {
        let state = state.clone();
        move |_| AttrValue::from(share::query_string(&state.shared()))
    });
    (*link).clone()
}

/// To the content by focus, for the address belongs to the state.
fn skip(event: MouseEvent) {
    event.prevent_default();
    page::focus("main:not([hidden])");
}
