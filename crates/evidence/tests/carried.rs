//! What is said to carry the result of a built-in scenario does so in the model.

use std::sync::Arc;

use experiment::study::Study;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads;
use experiment::why::{Explained, Part, Why};
use library::carried::carried_by;
use library::results::part_name;

/// Pairs of each scenario.
const PAIRS: u32 = 60;
/// How much smaller than the largest a part may come out: luck decides between two that are nearly alike.
const NEARLY: f64 = 0.75;

#[test]
fn what_carries_a_result_is_the_largest_part_in_its_direction() {
    let scenarios: Vec<_> = library::names().map(|name| library::scenario(name).expect("built in")).collect();
    let points = scenarios.iter().map(|scenario| Point::new(Arc::new(scenario.clone()), PAIRS, Keep::Parts));
    let results = threads::all(&mut Study::new(0), points);
    let mut wrong = Vec::new();
    for (scenario, results) in scenarios.iter().zip(&results) {
        let name = &scenario.texts().name;
        let Explained { contrast, parts } =
            Why::new(scenario, results.pairs().expect("kept")).of(scenario.main_measure());
        let way = contrast.difference.mean.signum();
        let Some(said) = carried_by(name) else {
            assert!(!contrast.differs(), "{name}: nothing is said to carry it");
            continue;
        };
        let along = |part: &Part| way * part.estimate.mean;
        let largest = parts.iter().map(along).fold(0.0, f64::max);
        let part = parts.iter().find(|part| part_name(part) == said);
        let carries = part.is_some_and(|part| {
            let [low, high] = part.estimate.ci95();
            along(part) >= NEARLY * largest && (low > 0.0 || high < 0.0)
        });
        if !carries {
            let all: Vec<_> = parts.iter().map(|part| (part_name(part), part.estimate.mean)).collect();
            wrong.push(format!("{name}: {said} of {}, {all:?}", contrast.difference.mean));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
