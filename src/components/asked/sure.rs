//! How sure the answer is: luck, and what nobody knows.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::RowsFigure;
use super::pays::PartProps;
use crate::charts::source::Source;
use crate::components::field::value_of;
use crate::components::sweep_form::outcomes;
use crate::ensemble_summary::EnsembleSummary;
use crate::text::sure::{Told, rows, share_of_luck, told};
use model::outcome::{Better, Measure};
use words::{asked, outcome};

/// The part.
#[component]
pub fn Sure(props: &PartProps) -> Html {
    let state = &props.state;
    let chosen = use_state_eq(|| None::<Measure>);
    let measure = chosen.or(state.view_options.look.chart).unwrap_or_else(|| state.scenario().main_measure());
    let found = state.both_kinds();
    let picture = use_memo((found.clone(), measure), |(found, measure)| {
        let [teams, worlds] = found.each_ref().map(|found| found.as_deref());
        rows(teams, worlds, *measure).map(Rc::new)
    });
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| chosen.set(value_of(&event).and_then(|id| Measure::named(&id))))
    };
    let known = state.scenario().plausible().known().len();
    let waits = match (state.no_worlds().is_some(), state.cache.computing) {
        (true, _) => "–",
        (false, true) => asked::sure_waiting(),
        (false, false) => asked::sure_stopped(),
    };
    html! {
        <section class="card sure" data-testid="sure">
            <div class="asked-head">
                <h3>{ asked::sure() }</h3>
                <label>{ asked::outcome() }
                    <select {onchange} ~value={measure.info().id} data-testid="sure-outcome">{ outcomes(measure) }</select></label>
            </div>
            <p>{ asked::sure_text() }</p>
            if let Some(drawn) = &*picture {
                { figure(props, drawn, &found, measure) }
            } else {
                <p class="hint" role="status">{ waits }</p>
            }
            <dl class="sure-said">
                { kind((asked::sure_teams(), asked::sure_teams_note()), found[0].as_deref(), measure, waits, "sure-teams") }
                { kind((asked::sure_worlds(), &asked::sure_worlds_note(known)), found[1].as_deref(), measure, waits, "sure-worlds") }
            </dl>
            if let [Some(teams), Some(worlds)] = &found {
                if teams.complete() && worlds.complete() {
                    <p data-testid="sure-luck">{ share_of_luck(teams, worlds, measure) }</p>
                }
            }
            if let Some(reason) = state.no_worlds() {
                <p class="caution">{ asked::sure_unknown(&reason) }</p>
            }
        </section>
    }
}

fn figure(
    props: &PartProps,
    drawn: &Rc<crate::charts::rows::Rows>,
    found: &[Option<Rc<EnsembleSummary>>; 2],
    measure: Measure,
) -> Html {
    let [teams, worlds] = found.each_ref().map(|found| found.as_ref().map_or(0, |summary| summary.done));
    let so_far = found.iter().any(|found| !found.as_ref().is_some_and(|summary| summary.complete()));
    let signs_of = |signs: &str| format!("{signs} {}", asked::SurePairs { teams: &teams, worlds: &worlds }.say());
    let neither = measure.info().better == Better::Neither;
    let signs = if neither { asked::sure_signs_neither() } else { asked::sure_signs() };
    html! {
        <RowsFigure rows={Rc::clone(drawn)} title={asked::sure_title(&outcome::label(measure))} signs={signs_of(signs)}
            source={Source::new(props.state.scenario(), u64::from(teams.max(worlds)), so_far)} shown={format!("sure-{}", measure.info().id)}
            colours={props.colours} row=9.0 />
    }
}

/// One kind of teams in words.
fn kind(
    (name, note): (&'static str, &str),
    found: Option<&EnsembleSummary>,
    measure: Measure,
    waits: &'static str,
    testid: &'static str,
) -> Html {
    let said = found.map(|found| told(found, measure));
    html! {
        <div data-testid={testid}>
            <dt><b>{ name }</b></dt>
            <dd>
                <span class="hint">{ note }</span>
                { match said {
                    None => html! { <p>{ waits }</p> },
                    Some(None) => html! { <p>{ asked::sure_none() }</p> },
                    Some(Some(Told { teams, mean })) => html! { <><p>{ mean }</p><p>{ teams }</p></> },
                } }
            </dd>
        </div>
    }
}
