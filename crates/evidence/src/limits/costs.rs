//! Costs: paid hours, the lead's among them, hires, training.

use model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::IDEAL;

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![costs()]
}

fn costs() -> Family {
    let case = |title: &str, settings: &str, measure, exact| Case {
        title: title.to_owned(),
        settings: format!("members=4 intervention_weeks=10 hourly_rate=50 {settings}"),
        reading: Reading::Measure(measure),
        exact: Exact::Mean(exact),
        effort: Effort { quick: 2, deep: 2 },
    };
    Family {
        title: "Costs",
        theory: "Four people for ten weeks of 40 hours; a formal lead of a team of four is half a lead, of whose hours the queue's share \
                 is paid; hire_cost hours for each hire, whose own hours count as the hires' where they come on top of the team",
        source: "definition",
        presets: vec![IDEAL],
        cases: vec![
            case("hours", "", Measure::CostHours, 4.0 * 400.0 * 50.0),
            case(
                "hours with a lead",
                "formal_lead=yes lead_attention=0.3",
                Measure::CostHours,
                (4.0 + 0.5 * 0.3) * 400.0 * 50.0,
            ),
            case("two more", "extra_members=2 hire_cost=90", Measure::CostHires, 2.0 * (400.0 + 90.0) * 50.0),
            case("nobody more", "", Measure::CostHires, 0.0),
            case(
                "training, from the first day",
                "warmup_weeks=0 baseline_weeks=0 team_training=5",
                Measure::CostTraining,
                4.0 * 8.0 * 5.0 * 50.0,
            ),
        ],
    }
}
