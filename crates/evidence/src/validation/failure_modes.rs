//! The ways in which assist leadership goes wrong: each has a built-in scenario, and shows its sign.

use experiment::ensemble::Ensemble;
use experiment::pair::Pair;
use experiment::study::plan::{Keep, Point};
use experiment::study::threads::one;
use model::outcome::{Measure as M, Outcome};
use model::scenario::Scenario;
use model::series::Series;
use model::shock::{Change, Shock};

use super::figure::{Figure, Target, ensemble};
use crate::settings::built_in;

/// One way to go wrong.
pub struct Mode {
    /// What goes wrong.
    pub title: &'static str,
    /// The built-in scenario that shows it.
    pub scenario: &'static str,
    /// What must show.
    pub signs: Vec<Sign>,
}

/// Something that must differ from zero in the direction given.
pub struct Sign {
    /// What is compared.
    pub what: &'static str,
    /// What was found.
    pub figure: Figure,
    /// The direction.
    pub target: Target,
}

fn up(what: &'static str, figure: Figure) -> Sign {
    Sign { what, figure, target: Target::Above(0.0) }
}

fn down(what: &'static str, figure: Figure) -> Sign {
    Sign { what, figure, target: Target::Below(0.0) }
}

/// A built-in scenario with settings on top, run.
fn run(name: &str, settings: &str, n: u32) -> Ensemble {
    ensemble(&built_in(name, settings), n)
}

/// Treatment less control.
fn effect(of: &Ensemble, measure: M) -> Figure {
    Figure::from(of.contrast(measure).difference)
}

/// The effect in one ensemble less that in another with the same luck.
fn less(of: &Ensemble, other: &Ensemble, measure: M) -> Figure {
    let differences = |ensemble: &Ensemble| -> Vec<f64> {
        ensemble.pairs().map(|pair| pair.treatment.get(measure) - pair.control.get(measure)).collect()
    };
    let (of, other) = (differences(of), differences(other));
    Figure::of(of.iter().zip(&other).map(|(of, other)| of - other))
}

/// The treatment arm's level in one ensemble less that in another with the same luck.
fn more(of: &Ensemble, other: &Ensemble, measure: M) -> Figure {
    Figure::of(
        of.pairs().zip(other.pairs()).map(|(of, other)| of.treatment.get(measure) - other.treatment.get(measure)),
    )
}

/// How much less an assist leader on the first seat takes off the weekly time stuck in the two weeks after it leaves than in the two before.
fn fallback(scenario: Scenario, n: u32) -> Figure {
    const WEEK: u32 = 26;
    let before = (scenario.days_before() / 5 + WEEK) as usize;
    let leaves = Shock { week: WEEK, weeks: None, change: Change::Leaves(1), label: String::new() };
    let mut draft = scenario.draft();
    draft.shocks.push(leaves);
    let run = one(Point::new(draft.finish().expect("the first seat may leave"), n, Keep::Weeks))
        .pairs()
        .cloned()
        .expect("invariant: pairs are kept");
    let effect = |pair: &Pair, week: usize| {
        let blocked = |outcome: &Outcome| outcome.weeks[week][Series::Blocked as usize];
        blocked(&pair.treatment) - blocked(&pair.control)
    };
    let values: Vec<f64> = run
        .pairs()
        .map(|pair| {
            let fortnight = |from: usize| 0.5 * (effect(pair, from) + effect(pair, from + 1));
            fortnight(before) - fortnight(before - 2)
        })
        .collect();
    Figure::of(values.into_iter())
}

/// All of them, with `n` pairs for each setting.
pub fn modes(n: u32) -> Vec<Mode> {
    let plain = |name: &str| run(name, "", n);
    let over = plain("over_assisting");
    let needed = run("over_assisting", "beta=0.4 treatment.assist_share=0.4", n);
    let knee = plain("overload_knee");
    let few = run("overload_knee", "members=8 groups=2", n);
    let burning = plain("helper_burnout");
    let left = fallback(built_in("helper_burnout", "assist_who=seated"), n);
    let confused = plain("role_confusion");
    let chartered = run("role_confusion", "treatment.role_charter=yes", n);
    let silent = plain("dependency");
    let explained = run("dependency", "treatment.long_term=1 teach=0.8", n);
    let approvals = plain("approvals");
    let delegated = run("approvals", "treatment.delegated=0.8", n);
    let unseen = plain("unrecognised");
    let seen = run("unrecognised", "k_R=0", n);
    let takers = plain("takers");
    let fair = run("takers", "takers=0", n);
    let good = plain("already_good");
    let stuck = plain("ambiguity");
    let improving = "source=flow demand=22 formal_lead=no treatment.improvement_share=0.1";
    let pressed = run("baseline", improving, n);
    let shielded = run("baseline", &format!("{improving} k_press=0"), n);
    let lead = run("baseline", "treatment.lead_assists=0.5", n);
    let hushed =
        run("loudest_voice", "treatment.assist_leaders=0 control.micromanagement=0 treatment.micromanagement=0.8", n);
    let meeting = run("research", "treatment.assist_leaders=0 treatment.huddle=4", n);
    let relieving = run("helper_burnout", "control.assist_leaders=1 treatment.relief=yes", n);
    vec![
        Mode {
            title: "Over-assisting: a dedicated helper where little is blocked",
            scenario: "over_assisting",
            signs: vec![
                down("output", effect(&over, M::Throughput)),
                up("output if blockers are frequent and the share is 40 %", effect(&needed, M::Throughput)),
            ],
        },
        Mode {
            title: "The overload knee: one helper, a growing team",
            scenario: "overload_knee",
            signs: vec![
                up("effect on the time stuck, of 30 people less of 8", less(&knee, &few, M::BlockedShare)),
                up("the assist leader's exhaustion", effect(&knee, M::ExhaustionAssist)),
            ],
        },
        Mode {
            title: "The assist leader burns out, leaves, and the team falls back",
            scenario: "helper_burnout",
            signs: vec![
                up("the assist leader's exhaustion", effect(&burning, M::ExhaustionAssist)),
                up("person-days burnt out, of the whole team", effect(&burning, M::Burnout)),
                up("effect on the time stuck, in the fortnight after it leaves less before", left),
            ],
        },
        Mode {
            title: "Role confusion without a charter",
            scenario: "role_confusion",
            signs: vec![
                up("defects that escape", effect(&confused, M::Escaped)),
                down("the same with a charter less without", less(&chartered, &confused, M::Escaped)),
            ],
        },
        Mode {
            title: "Dependency without teaching, over two years",
            scenario: "dependency",
            signs: vec![
                down("skill", effect(&silent, M::Skill)),
                up("the same if help explains less if not", less(&explained, &silent, M::Skill)),
            ],
        },
        Mode {
            title: "Approvals past saturation: helping does not help",
            scenario: "approvals",
            signs: vec![
                Sign {
                    what: "output, tasks per person-week: next to nothing",
                    figure: effect(&approvals, M::Throughput),
                    target: Target::Below(0.01),
                },
                up(
                    "output if the assist leader may decide 80 %, less if not",
                    less(&delegated, &approvals, M::Throughput),
                ),
            ],
        },
        Mode {
            title: "Unrecognised helpers leave",
            scenario: "unrecognised",
            signs: vec![
                up("rate of leaving", effect(&unseen, M::QuitHazard)),
                down("the same if nobody minds (`k_R` = 0) less if they do", less(&seen, &unseen, M::QuitHazard)),
            ],
        },
        Mode {
            title: "Takers exploit",
            scenario: "takers",
            signs: vec![
                up("the assist leader's exhaustion", effect(&takers, M::ExhaustionAssist)),
                up(
                    "share of all help from the one who helps most, with takers less without",
                    more(&takers, &fair, M::Top1),
                ),
                down("evenness of help (1 less Gini), likewise", more(&takers, &fair, M::Participation)),
            ],
        },
        Mode {
            title: "A team that was already good gains less",
            scenario: "already_good",
            signs: vec![down("effect on output, good team less unclear one", less(&good, &stuck, M::Throughput))],
        },
        Mode {
            title: "The capability trap: time for improving goes back to work that waits",
            scenario: "baseline",
            signs: vec![
                down(
                    "hours of improving, where waiting work takes from them less where it does not (`k_press` = 0)",
                    more(&pressed, &shielded, M::HoursImproving),
                ),
                down("causes fixed, likewise", more(&pressed, &shielded, M::CausesRemoved)),
                up("time stuck, likewise", more(&pressed, &shielded, M::BlockedShare)),
            ],
        },
        Mode {
            title: "A lead who helps neglects the queue",
            scenario: "baseline",
            signs: vec![
                up("wait for approval", effect(&lead, M::ApprovalWait)),
                down("clarity", effect(&lead, M::Clarity)),
                down("output", effect(&lead, M::Throughput)),
            ],
        },
        Mode {
            title: "Close control silences those who are quiet anyway",
            scenario: "loudest_voice",
            signs: vec![
                up("by how much longer quiet members are stuck", effect(&hushed, M::GapStuck)),
                down("ideas raised", effect(&hushed, M::IdeasRaised)),
                down("decisions of one's own", effect(&hushed, M::OwnDecisions)),
            ],
        },
        Mode {
            title: "A meeting that takes more than it brings",
            scenario: "research",
            signs: vec![
                up("who knows what", effect(&meeting, M::Known)),
                down("output", effect(&meeting, M::Throughput)),
            ],
        },
        Mode {
            title: "Relief wears out whoever gives it",
            scenario: "helper_burnout",
            signs: vec![up("the assist leader's exhaustion", effect(&relieving, M::ExhaustionAssist))],
        },
    ]
}
