//! The sample questions keep what they promise, over 200 pairs each.

use assist_lab::questions::{Direction, Question, questions};
use experiment::ensemble::Contrast;
use experiment::goal::Goal;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads::one;
use model::outcome::Measure;
use model::scenario::Scenario;

fn contrast(scenario: &Scenario, measure: Measure) -> Contrast {
    one(Point::new(scenario.clone(), 200, Keep::Statistics)).contrast(measure)
}

fn check(question: &Question) {
    let measure = Measure::named(&question.expect.measure).expect("a measure");
    let shared = question.opens(Goal::Pairs(200)).0;
    let [before, after] = [&shared.built_in, &shared.scenario].map(|scenario| contrast(scenario, measure));
    let [low, high] = after.difference.ci95();
    let means = |contrast: &Contrast| [contrast.control.mean, contrast.treatment.mean];
    let [was, is] = [&before, &after].map(means);
    let kept = match question.expect.is {
        Direction::Higher => low > 0.0,
        Direction::Lower => high < 0.0,
        Direction::Less => {
            // Relative to the first team, which the setting may have changed too, and beyond doubt.
            let [was, is] = [&before, &after].map(|contrast| contrast.difference.mean / contrast.control.mean);
            let doubt = 2.0 * (before.difference.se.powi(2) + after.difference.se.powi(2)).sqrt() / before.control.mean;
            was.abs() - is.abs() > doubt
        }
        Direction::Up => is[0] > was[0] && is[1] > was[1],
        Direction::Down => is[0] < was[0] && is[1] < was[1],
    };
    println!(
        "{} {}: {:?} -> {:?}, difference {:+.4} -> {:+.4} [{low:+.4} to {high:+.4}]",
        question.question(),
        question.expect.measure,
        was,
        is,
        before.difference.mean,
        after.difference.mean
    );
    assert!(kept, "{} {:?}: {was:?} -> {is:?}, {low} to {high}", question.question(), question.expect);
}

#[test]
fn every_question_keeps_its_promise() {
    questions().iter().for_each(check);
}
