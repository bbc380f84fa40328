//! More questions about the scenario in the lab: why, how sure, where it pays, which assumptions matter, and whatever a file asks.

use yew::prelude::*;

use super::site::Site;
use crate::components::asked::file::AskedFile;
use crate::components::asked::matters::Matters;
use crate::components::asked::pays::Pays;
use crate::components::asked::sure::Sure;
use crate::components::asked::why::AskedWhy;
use crate::components::result::{hidden, reveal};
use crate::content::with_texts;
use crate::state::inquiries::Subject;
use crate::state::{Action, State};
use words::{asked, swept};

/// The page.
pub fn questions(site: &Site) -> Html {
    let scenario = site.state.scenario();
    let is_changed = scenario != site.state.built_in();
    let look = &site.state.view_options.look;
    let subject = look.subject.unwrap_or_default();
    html! {
        <main class="page questions-page" tabindex="-1">
            <h2>{ words::pages::questions() }</h2>
            { with_texts(site.content, &site.on_content, || html! {
                <>
                <p class="lead">
                    { swept::title_lead(&scenario.texts().title) }
                    if is_changed { { " " }{ swept::title_changed() } }
                </p>
                { choice(subject, &site.state.dispatcher()) }
                if look.covered() {
                    <section class="card">{ hidden(reveal(&site.state)) }</section>
                } else {
                    { part(site, subject) }
                }
                </>
            }) }
        </main>
    }
}

/// The buttons that choose what it is about.
fn choice(present: Subject, dispatch: &UseReducerDispatcher<State>) -> Html {
    let choose = |subject: Subject| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::About(subject)))
    };
    html! {
        <div class="subjects" role="group" aria-label={asked::choose()}>
            for subject in Subject::ALL {
                <button type="button" aria-pressed={(subject == present).to_string()} onclick={choose(subject)}
                    data-testid={format!("about-{}", subject.name())}>{ subject.title() }</button>
            }
        </div>
    }
}

fn part(site: &Site, subject: Subject) -> Html {
    let (state, on_view, colours) = (site.state.clone(), site.on_view.clone(), site.colours);
    match subject {
        Subject::Why => html! { <AskedWhy {state} {on_view} link={site.link.clone()} /> },
        Subject::Sure => html! { <Sure {state} {on_view} {colours} /> },
        Subject::Where => html! { <Pays {state} {on_view} {colours} /> },
        Subject::Matters => html! { <Matters {state} {on_view} {colours} /> },
        Subject::File => html! {
            <AskedFile {state} {on_view} {colours} on_opened={site.on_opened.clone()} content={site.content} />
        },
    }
}
