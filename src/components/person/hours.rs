//! What a person's hours went into, week by week and on average, in both arms.

use yew::prelude::*;

use super::recorded::Known;
use crate::text::arms;
use crate::text::numbers::amount;
use model::scenario::Arm;
use model::state::member::{Activity, Hours};
use words::person;

/// Activities from the ground up, with their names and classes.
const STACK: [(Activity, words::Text, &str); 7] = [
    (Activity::Working, person::hours_working, "working"),
    (Activity::Helping, person::hours_helping, "helping"),
    (Activity::StandBy, person::hours_standing_by, "standby"),
    (Activity::Training, person::hours_training, "training"),
    (Activity::Stuck, person::hours_stuck, "stuck"),
    (Activity::Idle, person::hours_idle, "idle"),
    (Activity::Away, person::hours_away, "away"),
];

/// Width of a week's column and height of the picture, in its own measure.
const COLUMN: f64 = 10.0;
const HEIGHT: f64 = 100.0;

/// Hours by activity.
pub fn hours_by_activity(known: &Known, seat: usize) -> Html {
    let Known { story, scenario, .. } = known;
    let names = arms::names(scenario);
    let weeks = Arm::BOTH.map(|arm| story.weeks(arm, seat));
    let most = weeks.iter().flatten().map(|week| week.iter().sum::<f64>()).fold(1.0, f64::max);
    // The weeks in which the seat is there; of one that never is there is nothing to say.
    let mean = |arm: usize, activity: Activity| {
        let there = weeks[arm].iter().filter(|week| week.iter().sum::<f64>() > 0.0);
        let hours: Vec<f64> = there.map(|week| week[activity as usize]).collect();
        hours.iter().sum::<f64>() / hours.len() as f64
    };
    let rows = STACK.into_iter().filter(|&(activity, ..)| (0..2).any(|arm| mean(arm, activity) > 0.005));
    html! {
        <div class="hours" data-testid="hours">
            <h3>{ person::hours() }</h3>
            <div class="columns">
                for (arm, weeks) in weeks.iter().enumerate() {
                    <figure>
                        <figcaption>{ &names[arm] }</figcaption>
                        { columns(weeks, most, arm == 0) }
                    </figure>
                }
            </div>
            <table>
                <caption class="unseen">{ person::hours_caption() }</caption>
                <thead><tr>
                    <th scope="col">{ person::hours_head() }</th>
                    for name in &names { <th scope="col">{ name }</th> }
                </tr></thead>
                <tbody>
                    for (activity, name, class) in rows {
                        <tr>
                            <th scope="row"><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
                                <rect class={classes!("hour", class)} width="10" height="10" /></svg>{ name() }</th>
                            for arm in 0..2 { <td>{ shown(mean(arm, activity)) }</td> }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn shown(hours: f64) -> String {
    if hours.is_nan() { "–".to_owned() } else { amount(hours, 1) }
}

/// A column for each week since the change: what its hours went into. The first picture brings the pattern for all of them.
fn columns(weeks: &[Hours], most: f64, first: bool) -> Html {
    let mut floors = vec![0.0; weeks.len()];
    let layers = STACK.map(|(activity, _, class)| {
        let mut path = String::new();
        for (week, (hours, floor)) in weeks.iter().zip(&mut floors).enumerate() {
            let height = hours[activity as usize] / most * HEIGHT;
            if height > 0.0 {
                let (left, top) = (week as f64 * COLUMN, HEIGHT - *floor - height);
                path.push_str(&format!("M{left:.0} {top:.1}h{:.0}v{height:.1}h-{:.0}z", COLUMN - 1.0, COLUMN - 1.0));
                *floor += height;
            }
        }
        html! { <path class={classes!("hour", class)} d={path} /> }
    });
    html! {
        <svg viewBox={format!("0 0 {} {HEIGHT}", weeks.len() as f64 * COLUMN)} preserveAspectRatio="none" aria-hidden="true">
            if first {
                <defs>
                    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <rect class="ground" width="4" height="4" /><rect class="line" width="1.4" height="4" />
                    </pattern>
                </defs>
            }
            for layer in layers { { layer } }
        </svg>
    }
}
