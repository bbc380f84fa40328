//! Dependence on control, quiet members, what is written down, hours of practices.

use model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![dependence(), quiet(), reading_up(), practices()]
}

fn dependence() -> Family {
    let cases =
        [(0.5, 0.8, 0.4), (1.0, 0.5, 0.2), (0.3, 1.0, 1.0)].map(|(depend, control, sigma): (f64, f64, f64)| Case {
            title: format!("depends {depend}, controlled {control}, solved {sigma} per h"),
            settings: format!("depend={depend} micromanagement={control} sigma0={sigma}"),
            reading: Reading::Measure(Measure::StuckMean),
            exact: Exact::Mean(1.0 / (sigma * (1.0 - depend * control))),
            effort: Effort { quick: 40, deep: 200 },
        });
    Family {
        title: "Close control makes people wait for others to decide",
        theory: "In the long run D = depend x micromanagement, and what one solves alone takes 1 / (sigma0 (1 - D)) on average",
        source: "linear recursion; exponential clock",
        presets: vec![
            IDEAL,
            Preset {
                name: "CONTROLLED",
                what: "a lead who is asked nothing controls closely for two years before anything is measured; every blocker is one of coordination \
                    in \
                       one group that nobody trusts, and is solved alone",
                settings: "members=4 groups=1 mix_expertise=0 mix_clarity=0 mix_coordination=1 trust0=0 alpha=0 beta=1 formal_lead=yes \
                           p_approval=0 warmup_weeks=104",
            },
        ],
        cases: cases.into(),
    }
}

fn quiet() -> Family {
    let cases =
        [(0.5, 0.5, 0.0), (0.25, 0.8, 0.5), (0.75, 0.4, 0.5)].map(|(share, reticence, control): (f64, f64, f64)| {
            let held: f64 = (reticence * (1.0 + control)).min(1.0);
            Case {
                title: format!("{share} of all quiet by {reticence}, controlled {control}"),
                settings: format!("quiet={share} reticence={reticence} micromanagement={control}"),
                reading: Reading::Measure(Measure::GapVoice),
                // As fast met as solved, so that half of all hours are of work.
                exact: Exact::Mean(0.8 * (0.5 - 0.3 * control) * (1.0 - control) * 40.0 * 0.5 / 2.0 * held),
                effort: Effort { quick: 250, deep: 600 },
            }
        });
    Family {
        title: "How much less often quiet members speak of lasting causes",
        theory: "Anyone stuck says where it comes from with probability voice S (1 - micromanagement), a quiet member reticence (1 + \
                 micromanagement) less often: the difference is voice S (1 - micromanagement) 40 beta / (1 + beta / sigma0) reticence (1 + \
                 micromanagement) a person-week, S = safety0 - 0.3 micromanagement",
        source: "thinned renewal process",
        presets: vec![
            IDEAL,
            Preset {
                name: "SILENT",
                what: "every blocker recurs, is one of clarity that nobody can get past at once, and is solved alone; safety is constant at what \
                    control leaves of it, nothing is fixed, nobody becomes dependent on control",
                settings: "members=8 mix_expertise=0 mix_clarity=1 mix_coordination=0 clarity0=0 alpha=0 task_cv=0 beta=0.5 sigma0=0.5 \
                           recurring=1 voice=0.8 a_S=0 formal_lead=yes p_approval=0 role_clarity=0 depend=0 warmup_weeks=104 \
                           intervention_weeks=52",
            },
        ],
        cases: cases.into(),
    }
}

fn reading_up() -> Family {
    let cases = [(1.0, 0.1, 0.0, 0.2), (2.0, 0.05, 0.4, 0.5), (0.5, 1.0, 1.0, 0.3)].map(
        |(hours, rate, loss, new): (f64, f64, f64, f64)| {
            // The hire joins after the eight weeks before, in the arm that writes.
            let written = (1.0 - (-rate * hours * 8.0).exp()) * (1.0 - loss);
            Case {
                title: format!("{hours} h a week, {rate} per h, {loss} of it not to be written down"),
                settings: format!("documentation={hours} k_write={rate} knowledge_loss={loss} skill_new={new}"),
                reading: Reading::Measure(Measure::SkillNewcomers),
                exact: Exact::Mean(new + written * (1.0 - new)),
                effort: Effort { quick: 2, deep: 2 },
            }
        },
    );
    Family {
        title: "What is written down, newcomers know",
        theory: "After t weeks of writing 1 - exp(-k_write h t) is written down; a hire has read it, so its skill in every domain has moved that \
            part, less knowledge_loss, of the way from skill_new to the team's",
        source: "definition",
        presets: vec![
            IDEAL,
            Preset {
                name: "JOINED",
                what: "someone is hired on top of the team when measuring begins, and nobody learns",
                settings: "members=4 warmup_weeks=8 baseline_weeks=0 extra_members=1",
            },
        ],
        cases: cases.into(),
    }
}

fn practices() -> Family {
    let hours = [(1.0, 0.5, 0.0, 40.0), (0.0, 2.0, 1.5, 30.0)];
    let cases = hours.into_iter().flat_map(|(board, huddle, documentation, week): (f64, f64, f64, f64)| {
        let all = board + huddle + documentation;
        let case = |measure, exact| Case {
            title: format!("board {board}, meeting {huddle}, writing {documentation} of {week} h"),
            settings: format!(
                "shared_board={board} huddle={huddle} documentation={documentation} hours_per_week={week}"
            ),
            reading: Reading::Measure(measure),
            exact: Exact::Mean(exact),
            effort: Effort { quick: 2, deep: 2 },
        };
        [case(Measure::HoursPractice, all), case(Measure::HoursWork, week - all)]
    });
    Family {
        title: "Hours of practices are taken from work",
        theory: "Where all hours are working hours, practices get theirs, and work the others",
        source: "definition",
        presets: vec![IDEAL, Preset { name: "TEAM", what: "two people", settings: "members=2" }],
        cases: cases.collect(),
    }
}
