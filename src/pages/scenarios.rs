//! All scenarios, to choose from by drawing, field or kind.

use yew::prelude::*;

use super::choice::Choice;
use super::site::Site;
use crate::components::drawing::drawing;
use crate::components::field::value_of;
use crate::components::to_view::to_view;
use crate::content::Content;
use crate::route::View;
use model::scenario::Scenario;
use model::texts::Shelf;
use words::gallery;

/// What the gallery is given.
#[derive(Properties, PartialEq)]
pub struct ScenariosProps {
    /// The state, as it stands in the address.
    pub link: AttrValue,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
    /// Whether the drawings are there.
    pub content: Content,
    /// Which are shown.
    pub choice: Choice,
    /// Others are to be shown.
    pub on_choice: Callback<Choice>,
}

/// What a shelf is called, and what stands there.
fn wording(shelf: Shelf) -> [&'static str; 2] {
    match shelf {
        Shelf::Case => [gallery::case(), gallery::case_text()],
        Shelf::Harm => [gallery::harm(), gallery::harm_text()],
        Shelf::Matter => [gallery::matter(), gallery::matter_text()],
    }
}

/// The gallery.
pub fn scenarios(site: &Site) -> Html {
    let (choice, setter) = ((*site.choice).clone(), site.choice.setter());
    let on_choice = Callback::from(move |next| setter.set(next));
    html! { <Scenarios link={site.link.clone()} on_view={site.on_view.clone()} content={site.content} {choice} {on_choice} /> }
}

/// The gallery.
#[component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let scenarios = use_memo((), |()| {
        library::names().filter_map(|name| Some((name, library::scenario(name)?))).collect::<Vec<_>>()
    });
    let Choice { shelf, field } = &props.choice;
    let chosen = |scenario: &Scenario, on: Shelf| {
        let texts = scenario.texts();
        texts.shelf == Some(on)
            && shelf.is_none_or(|only| only == on)
            && field.as_ref().is_none_or(|only| *only == texts.field)
    };
    let shown = |on: Shelf| scenarios.iter().filter(move |(_, scenario)| chosen(scenario, on));
    let count: usize = Shelf::ALL.iter().map(|&on| shown(on).count()).sum();
    html! {
        <main class="page gallery" tabindex="-1">
            <h2>{ gallery::title() }</h2>
            <p class="lead">{ gallery::title_lead() }</p>
            <div class="filters">
                { shelves(props) }
                { fields(props, &scenarios) }
                <p class="hint" role="status" data-testid="shown">{ gallery::Shown { count: &count, all: &scenarios.len() }.say() }</p>
            </div>
            for on in Shelf::ALL {
                if shown(on).next().is_some() {
                    <section aria-labelledby={format!("shelf-{}", on.name())}>
                        <h3 id={format!("shelf-{}", on.name())}>{ wording(on)[0] }</h3>
                        <p class="hint">{ wording(on)[1] }</p>
                        <ul class="cards">
                            for (name, scenario) in shown(on) {
                                { card(props, name, scenario) }
                            }
                        </ul>
                    </section>
                }
            }
            if count == 0 {
                <p>{ gallery::none() }{ " " }
                    <button type="button" onclick={props.on_choice.reform(|_| Choice::default())}>{ gallery::none_show_all() }</button>
                </p>
            }
        </main>
    }
}

fn shelves(props: &ScenariosProps) -> Html {
    let choices = std::iter::once(None).chain(Shelf::ALL.map(Some));
    html! {
        <div class="choices" role="group" aria-label={gallery::kind()}>
            for wanted in choices {
                <button type="button" aria-pressed={(props.choice.shelf == wanted).to_string()}
                    data-testid={format!("shelf-{}", wanted.map_or("all", Shelf::name))}
                    onclick={props.on_choice.reform({
                        let choice = props.choice.clone();
                        move |_| Choice { shelf: wanted, ..choice.clone() }
                    })}>{ wanted.map_or_else(gallery::kind_all, |shelf| wording(shelf)[0]) }</button>
            }
        </div>
    }
}

fn fields(props: &ScenariosProps, scenarios: &[(&'static str, Scenario)]) -> Html {
    let mut fields: Vec<&str> = Vec::new();
    for (_, scenario) in scenarios {
        let field = scenario.texts().field.as_str();
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let onchange = {
        let choice = props.choice.clone();
        props.on_choice.reform(move |event: Event| {
            let field = value_of(&event).filter(|field| !field.is_empty());
            Choice { field: field.map(AttrValue::from), ..choice.clone() }
        })
    };
    html! {
        <label class="choice">
            <span>{ gallery::field() }</span>
            <select {onchange} data-testid="field">
                <option value="" selected={props.choice.field.is_none()}>{ gallery::field_all() }</option>
                for field in fields {
                    <option value={field.to_owned()} selected={props.choice.field.as_deref() == Some(field)}>{ field }</option>
                }
            </select>
        </label>
    }
}

fn card(props: &ScenariosProps, name: &'static str, scenario: &Scenario) -> Html {
    let texts = scenario.texts();
    let (href, onclick) = to_view(View::of_scenario(name), &props.link, &props.on_view);
    html! {
        <li key={name} class="card" id={format!("card-{name}")} data-testid={format!("card-{name}")}>
            { drawing(name, "") }
            <p class="hint">{ &texts.field }</p>
            <h4>
                <a {href} {onclick}>{ &texts.title }</a>
            </h4>
            <p>{ &texts.summary }</p>
        </li>
    }
}
