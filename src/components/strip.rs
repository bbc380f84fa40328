//! All outcomes in small: each can be brought to the front.
//!
//! The tiles are drawn anew at most twice a second, and while they are out of sight only when all pairs are there.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::in_sight::use_in_sight;
use crate::charts::catalogue::{FIRST, GROUPS};
use crate::charts::tile::{Picture, SIZE, Tile, Verdict, by_luck};
use crate::ensemble_summary::EnsembleSummary;
use crate::page::now;
use model::outcome::Measure;
use words::{outcome, strip};

/// Rest between two drawings [ms].
const REST: f64 = 500.0;

/// What the strip is given.
#[derive(Properties, PartialEq)]
pub struct StripProps {
    /// What was found; nothing before the first pairs.
    pub summary: Option<Rc<EnsembleSummary>>,
    /// The outcomes in front.
    pub fronts: [Measure; 2],
    /// An outcome is to be in front.
    pub on_chart: Callback<Measure>,
}

/// The strip.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let section = use_node_ref();
    let all = use_state(|| false);
    let seen = use_in_sight(section.clone());
    let summary = use_calm(props.summary.clone(), seen);
    // What is of another story says nothing here; of another setting it is pale until it is drawn anew.
    let busy = summary != props.summary;
    let same =
        |found: &Rc<EnsembleSummary>, wanted: &Rc<EnsembleSummary>| found.scenario.texts() == wanted.scenario.texts();
    let summary = summary.filter(|found| props.summary.as_ref().is_some_and(|wanted| same(found, wanted)));
    let stale = summary
        .as_ref()
        .is_some_and(|found| props.summary.as_ref().is_none_or(|wanted| found.scenario != wanted.scenario));
    let groups = use_memo((summary, *all), |(summary, all)| {
        let Some(summary) = summary else { return Vec::new() };
        let tiles = |measures: &[Measure]| -> Vec<Tile> {
            measures.iter().filter_map(|&measure| Tile::of(measure, summary)).collect()
        };
        if *all {
            GROUPS
                .iter()
                .map(|&(name, measures)| (name(), tiles(measures)))
                .filter(|(_, tiles)| !tiles.is_empty())
                .collect()
        } else {
            // What the scenario is about is among the first.
            let main = Some(summary.main.measure).filter(|main| !FIRST.contains(main));
            vec![("", tiles(&main.into_iter().chain(FIRST).collect::<Vec<_>>()))]
        }
    });
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <section class={classes!("strip", stale.then_some("stale"))} ref={section} aria-label={strip::outcomes()} aria-busy={busy.to_string()} data-testid="strip">
            for (name, tiles) in groups.iter() {
                if !name.is_empty() {
                    <h3>{ *name }</h3>
                }
                <div class="tiles">
                    for tile in tiles {
                        { button(tile, props) }
                    }
                </div>
            }
            <p class="hint" data-testid="by-luck">{ by_luck(groups.iter().flat_map(|(_, tiles)| tiles).filter(|tile| tile.differs).count()) }</p>
            <button type="button" class="more" onclick={toggle} aria-expanded={all.to_string()} data-testid="all-outcomes">
                { if *all { strip::fewer() } else { strip::all() } }
            </button>
        </section>
    }
}

fn button(tile: &Tile, props: &StripProps) -> Html {
    let measure = tile.measure;
    let (sign, class) = match tile.verdict {
        Verdict::Better => ("▲", "better"),
        Verdict::Worse => ("▼", "worse"),
        Verdict::Higher | Verdict::Lower => ("◆", "other"),
        Verdict::Same | Verdict::Unclear => ("", "unclear"),
    };
    let front = props.fronts.contains(&measure);
    html! {
        <button type="button" key={measure.info().id} class="tile" aria-pressed={front.to_string()} title={outcome::help(measure)}
            onclick={props.on_chart.reform(move |_| measure)} data-testid={format!("tile-{}", measure.info().id)}>
            <span class="name">{ &tile.title }</span>
            { picture(&tile.picture) }
            <span class="means">{ &tile.means }</span>
            <span class={classes!("verdict", class)}>
                <span aria-hidden="true">{ sign }</span>{ " " }{ tile.verdict.words() }
            </span>
        </button>
    }
}

fn picture(picture: &Picture) -> Html {
    let classes = ["control", "treatment"];
    let lines = match picture {
        Picture::Course(lines) => lines
            .iter()
            .zip(classes)
            .map(|(points, class)| html! { <polyline {class} points={points.clone()} /> })
            .collect::<Html>(),
        Picture::Range(ranges) => (ranges.iter().zip(classes).zip([10, 20]))
            .filter_map(|((range, class), y)| Some(((*range)?, class, y)))
            .map(|([low, high, median], class, y)| {
                let points = format!("{low:.1},{y} {high:.1},{y}");
                html! {
                    <>
                        <polyline {class} {points} />
                        <circle {class} cx={format!("{median:.1}")} cy={y.to_string()} r="3" />
                    </>
                }
            })
            .collect::<Html>(),
    };
    html! {
        <svg viewBox={format!("0 0 {} {}", SIZE[0], SIZE[1])} preserveAspectRatio="none" aria-hidden="true">{ lines }</svg>
    }
}

/// The latest summary, but not more often than is calm, and none while nobody looks.
#[hook]
fn use_calm(summary: Option<Rc<EnsembleSummary>>, seen: bool) -> Option<Rc<EnsembleSummary>> {
    let shown = use_state_eq(|| None::<Rc<EnsembleSummary>>);
    let last = use_mut_ref(|| f64::MIN);
    let first = shown.is_none();
    use_effect_with((summary, seen), {
        let shown = shown.setter();
        move |(summary, seen)| {
            let wait = summary.as_ref().filter(|found| *seen || first || found.complete()).map(|summary| {
                let summary = Rc::clone(summary);
                let rest = (*last.borrow() + REST - now()).max(0.0);
                Timeout::new(rest as u32, move || {
                    *last.borrow_mut() = now();
                    shown.set(Some(summary));
                })
            });
            move || drop(wait)
        }
    });
    (*shown).clone()
}
