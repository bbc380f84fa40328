//! One scenario: who is who, what its story claims beside what the model shows, what to try.

use std::rc::Rc;

use yew::prelude::*;

use super::site::Site;
use crate::components::claim_line::claim_line;
use crate::components::dots::dots;
use crate::components::drawing::drawing;
use crate::components::to_view::to_view;
use crate::components::tries::Tries;
use crate::content::{Content, standing_in};
use crate::ensemble_summary::{EnsembleSummary, main_measure};
use crate::route::View;
use crate::text::claim::compare;
use crate::text::result::words as said_of;
use library::carried::carried_by;
use model::mechanism::mechanism;
use model::scenario::Scenario;
use model::texts::Story;
use words::{outcome, scenario_page};

/// What a scenario's page is of.
struct About {
    /// The scenario.
    scenario: Rc<Scenario>,
    /// What many pairs of it say so far.
    summary: Option<Rc<EnsembleSummary>>,
    /// Whether the texts that come later are there.
    content: Content,
    /// Whether the lab covers that.
    covered: bool,
}

/// A scenario's page; empty where the view is about none.
pub fn about(site: &Site) -> Html {
    let Some((name, scenario)) = site.view.about.zip(site.visited.clone()) else { return Html::default() };
    let summary = site.state.cache.of(&scenario).cloned();
    let covered = site.state.view_options.look.covered() && scenario == *site.state.built_in();
    let props = &About { scenario, summary: summary.filter(|_| !covered), content: site.content, covered };
    let texts = props.scenario.texts();
    let story = library::story(&props.scenario).unwrap_or_default();
    let open = site.on_open.reform(move |_| name);
    let (href, onclick) = to_view(View::SCENARIOS, &site.link, &site.on_view);
    html! {
        <main class="page about" tabindex="-1">
            <p>
                <a {href} {onclick} data-testid="all-scenarios">{ scenario_page::all() }</a>
            </p>
            <div class="opening">
                { drawing(name, &story.picture) }
                <div>
                    <p class="hint">{ &texts.field }</p>
                    <h2>{ &texts.title }</h2>
                    <p class="lead">{ &story.text }</p>
                    { standing_in(site.content, &site.on_content) }
                    <button type="button" class="primary" onclick={open} data-testid="open-in-lab">{ scenario_page::open() }</button>
                </div>
            </div>
            if !story.people.is_empty() {
                <section class="card">
                    <h3>{ scenario_page::people() }</h3>
                    <dl class="people">
                        for person in &story.people {
                            <div><dt>{ &person.who }</dt><dd>{ &person.what }</dd></div>
                        }
                    </dl>
                </section>
            }
            { claim_and_model(props, &story) }
            if !story.questions.is_empty() {
                <section class="card">
                    <h3>{ scenario_page::questions() }</h3>
                    <Tries scenario={name} questions={story.questions.clone()} />
                </section>
            }
        </main>
    }
}

fn claim_and_model(props: &About, story: &Story) -> Html {
    let texts = props.scenario.texts();
    let comparison =
        props.summary.as_ref().zip(texts.claimed).and_then(|(summary, claimed)| compare(claimed, &summary.main));
    html! {
        <>
            <div class="beside">
                if !story.claim.is_empty() {
                    <section class="card">
                        <h3>{ scenario_page::claim() }</h3>
                        <blockquote>{ &story.claim }</blockquote>
                        if let Some(comparison) = comparison {
                            <p class="verdict" data-testid="verdict">{ comparison.verdict.clone() }</p>
                            { claim_line(&comparison) }
                        } else if texts.claimed.is_none() {
                            <p class="verdict" data-testid="verdict">
                                { scenario_page::claim_not_in_model(&outcome::label(main_measure(&props.scenario))) }
                            </p>
                        }
                    </section>
                }
                <section class="card" data-testid="model-shows" aria-busy={(!props.covered && !complete(props)).to_string()}>
                    <h3>{ scenario_page::model() }</h3>
                    { model_shows(props) }
                </section>
            </div>
            if !story.differs.is_empty() {
                <section class="card why">
                    <h3>{ scenario_page::differs() }</h3>
                    <p>{ &story.differs }</p>
                </section>
            }
        </>
    }
}

fn complete(props: &About) -> bool {
    props.summary.as_ref().is_some_and(|summary| summary.complete())
}

fn model_shows(props: &About) -> Html {
    let Some(summary) = &props.summary else {
        return html! { <p>{ if props.covered { words::present::hidden() } else { scenario_page::model_running() } }</p> };
    };
    let said = said_of(summary);
    html! {
        <>
            <p class="sentence">{ &said.main }</p>
            <p>{ &said.also }</p>
            if !said.caution.is_empty() {
                <p class={classes!("caution", said.alarm.then_some("alarm"))}>{ &said.caution }</p>
            }
            if !said.tally.is_empty() {
                { dots(summary.main.tally, &said.tally) }
            }
            // Names of mechanisms come later than the page.
            if let Some(part) = carried_by(&props.scenario.texts().name).filter(|_| props.content == Content::Here && is_clear(summary)) {
                <p data-testid="carried">{ scenario_page::carried(&words::mechanism::label(mechanism(part))) }</p>
            }
            <p class="hint" role="status">
                { if summary.complete() { scenario_page::ModelOf { pairs: summary.done as usize, seed: &props.scenario.seed() }.say() }
                  else { String::new() } }
            </p>
        </>
    }
}

/// Whether it is clear which way the difference goes.
fn is_clear(summary: &EnsembleSummary) -> bool {
    let [low, high] = summary.main.contrast.difference.ci95();
    low > 0.0 || high < 0.0
}
