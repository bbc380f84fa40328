//! Patterns of how people feel about one another: burnout and leaving, trust, unasked help, distance, many hands on a task.

use std::collections::{BTreeMap, BTreeSet};

use experiment::pair::{part, run_arm};
use experiment::study::threads::each;
use model::diary::{Diary, Event};
use model::metrics::quantiles;
use model::outcome::Measure as M;
use model::scenario::{Arm, Scenario};

use super::figure::{Figure, Target, ensemble, gain};
use super::patterns::{Pattern, Reading, Role, plain};

/// The diary of an arm from the change on.
fn diary(scenario: &Scenario, replicate: u32, arm: Arm) -> Diary {
    let mut arms = part(scenario, replicate);
    let team = &mut arms[arm as usize];
    team.keep_diary();
    run_arm(team, scenario, f64::from(scenario.days()));
    team.take_diary().expect("invariant: one was kept")
}

/// A ratio of two sums over runs, with the interval of the ratio estimator.
fn ratio(parts: &[[f64; 2]]) -> Figure {
    let n = parts.len() as f64;
    let sum = |place: usize| parts.iter().map(|part| part[place]).sum::<f64>();
    let mean = sum(0) / sum(1);
    let squares: f64 = parts.iter().map(|part| (part[0] - mean * part[1]).powi(2)).sum();
    let half = 1.96 * (squares * n / (n - 1.0)).sqrt() / sum(1);
    Figure { mean, ci: [mean - half, mean + half] }
}

/// A quotient of two independent figures, by their relative errors.
fn quotient(top: Figure, bottom: Figure) -> Figure {
    let mean = top.mean / bottom.mean;
    let relative = |figure: Figure| (figure.ci[1] - figure.ci[0]) / 2.0 / figure.mean;
    let half = mean * relative(top).hypot(relative(bottom));
    Figure { mean, ci: [mean - half, mean + half] }
}

pub(super) fn burnout_and_leaving(n: u32) -> Pattern {
    // Leavers by the days lived, of those burnt out and of the others, in a year.
    let team = plain("intervention_weeks=52");
    let counted = each(2 * n, |replicate| {
        let diary = diary(&team, replicate, Arm::Control);
        let (mut days, mut left) = ([0.0; 2], [0.0; 2]);
        for day in diary.days.iter().flatten().filter(|day| day.present) {
            days[usize::from(day.burnt_out)] += 1.0;
        }
        let first = diary.days.iter().map(Vec::len).max().unwrap_or(0);
        for entry in diary.entries.iter().filter(|entry| entry.event == Event::Left) {
            // Who leaves at a week's end is judged by that Friday, the day before in the diary.
            let days = entry.seat.map(|seat| &diary.days[seat]);
            let lived = entry.at.day as usize + first - team.days() as usize;
            if let Some(day) = days.and_then(|days| days.get(lived.saturating_sub(1))) {
                left[usize::from(day.burnt_out)] += 1.0;
            }
        }
        [left[1], days[1], left[0], days[0]]
    });
    let rate =
        |left: usize, days: usize| ratio(&counted.iter().map(|of| [260.0 * of[left], of[days]]).collect::<Vec<_>>());
    let (burnt_out, others) = (rate(0, 1), rate(2, 3));
    Pattern {
        title: "Those burnt out leave two to three times as often",
        source: "Wigert & Agrawal 2018: 2.6 times as likely to be looking for another job, which is not yet leaving",
        role: Role::Calibration,
        experiment: "The plain team for a year: leavers per person-year, among those above `theta` and among the others.",
        readings: vec![
            Reading::shown("leavers a year among those burnt out", burnt_out).percent(),
            Reading::shown("leavers a year among the others", others).percent(),
            Reading::new("the first divided by the second", quotient(burnt_out, others), Target::Within(1.8, 3.2))
                .unit("x"),
        ],
        comment: "`HR` was set for this, taking into account what exhaustion does to morale.",
    }
}

pub(super) fn trust(n: u32) -> Pattern {
    let effect = |settings: &str| {
        let at = |trust: f64| ensemble(&plain(&format!("silo=0 trust0={trust} {settings}")), n);
        gain(&at(0.9), &at(0.3), M::Throughput)
    };
    let (usual, apart, interwoven) = (
        effect(""),
        effect("mix_expertise=0.8 mix_clarity=0.2 mix_coordination=0 beta=0.1"),
        effect("mix_expertise=0.3 mix_clarity=0.2 mix_coordination=0.5 beta=0.2"),
    );
    let more = Figure {
        mean: interwoven.mean - apart.mean,
        ci: [interwoven.ci[0] - apart.ci[1], interwoven.ci[1] - apart.ci[0]],
    };
    Pattern {
        title: "Teams whose members trust each other do better, especially where they depend on each other",
        source: "De Jong, Dirks & Gillespie 2016: correlation of trust with team performance 0.30 over 112 studies, stronger where tasks are interdependent",
        role: Role::Validation,
        experiment: "Trust of 0.9 against 0.3 at the start, without silos: change of output; once where blockers are few and none needs others to \
            act, and once where they are many and half do.",
        readings: vec![
            Reading::new("output, plain team", usual, Target::Above(0.0)).percent(),
            Reading::shown("output where work is done separately", apart).percent(),
            Reading::shown("output where work is interwoven", interwoven).percent(),
            Reading::new("the second minus the first", more, Target::Above(0.0)).percent(),
        ],
        comment: "Trust counts as a level: members who trust ask, grant requests and show that they are stuck.",
    }
}

pub(super) fn unasked(n: u32) -> Pattern {
    let team = plain("treatment.assist_leaders=1");
    let counted = each(n, |replicate| {
        let mut counts = [[0.0; 2]; 2];
        for entry in diary(&team, replicate, Arm::Treatment).entries {
            if let Event::Helped { unasked, thanked, .. } = entry.event {
                counts[usize::from(unasked)][0] += f64::from(u8::from(thanked));
                counts[usize::from(unasked)][1] += 1.0;
            }
        }
        counts
    });
    let of = |unasked: usize| ratio(&counted.iter().map(|counts| counts[unasked]).collect::<Vec<_>>());
    let (asked, unasked) = (of(0), of(1));
    let less =
        Figure { mean: asked.mean - unasked.mean, ci: [asked.ci[0] - unasked.ci[1], asked.ci[1] - unasked.ci[0]] };
    let declined = level_of_treatment(&team, n, M::Unwelcome);
    Pattern {
        title: "Help that nobody asked for earns less thanks",
        source: "Lee et al. 2019: reactive helping earns gratitude, proactive helping less; Deelstra et al. 2003 on imposed support",
        role: Role::Validation,
        experiment: "The plain team with an assist leader: share of helps after which someone is thanked, and share of offers that are declined or \
            fail.",
        readings: vec![
            Reading::shown("helps that were asked for and thanked", asked).percent(),
            Reading::shown("helps that nobody asked for and thanked", unasked).percent(),
            Reading::new("the first minus the second", less, Target::Above(0.0)).percent(),
            Reading::shown("offers declined or failed", declined).percent(),
        ],
        comment: "The study gives only the sign; the size follows from how long people have been stuck when they are noticed.",
    }
}

fn level_of_treatment(team: &Scenario, n: u32, measure: M) -> Figure {
    Figure::from(ensemble(team, n).contrast(measure).treatment)
}

pub(super) fn watched(n: u32) -> Pattern {
    let morale = |settings: &str| {
        let contrast = ensemble(&plain(&format!("treatment.assist_leaders=1 {settings}")), n).contrast(M::Morale);
        Figure::from(contrast.difference)
    };
    Pattern {
        title: "Where little is blocked, being watched lowers morale",
        source: "Deelstra et al. 2003: support that is not needed lowers mood and self-esteem (sign only)",
        role: Role::Validation,
        experiment: "One assist leader against none; blockers as usual, and hardly any.",
        readings: vec![
            Reading::shown("morale, blockers as usual", morale("")),
            Reading::new("morale, hardly any blockers (`beta` = 0.02)", morale("beta=0.02"), Target::Below(0.0)),
            Reading::shown("the same if nobody minds (`k_u` = 0)", morale("beta=0.02 k_u=0")),
        ],
        comment: "An assist leader with nothing to do mistakes working members for stuck ones; the less empathy, the more often.",
    }
}

pub(super) fn hybrid(n: u32) -> Pattern {
    // Two days of five at home: two fifths of what distance costs in contact and delay.
    let hybrid = ensemble(&plain("treatment.remote_share=1 remote_contact=0.94 remote_delay=0.2"), 2 * n);
    let relative = |measure| {
        let contrast = hybrid.contrast(measure);
        Figure::from(contrast.difference).times(1.0 / contrast.control.mean)
    };
    Pattern {
        title: "Two days a week at home make people stay and cost no output",
        source: "Bloom, Han & Liang 2024: a third fewer quits, no effect on performance; Emanuel, Harrington & Pallais 2023 on what distance costs",
        role: Role::Calibration,
        experiment: "Everyone works remotely two days out of five, which means two fifths of the loss of contact and of the delay caused by \
            distance: change of the hazard of leaving and of output.",
        readings: vec![
            Reading::new("hazard of leaving", relative(M::QuitHazard), Target::Within(-0.45, -0.25)).percent(),
            Reading::new("output", relative(M::Throughput), Target::Within(-0.03, 0.03)).percent(),
        ],
        comment: "`remote_ease` was set for this; working remotely all week is assumed to bring no more of it.",
    }
}

pub(super) fn many_hands(n: u32) -> Pattern {
    // Lead times of tasks by how many people had a part in them: who held it, who helped, who decided.
    let team = plain("source=flow");
    let times = each(n, |replicate| {
        let diary = diary(&team, replicate, Arm::Control);
        let mut tasks: BTreeMap<u32, (f64, BTreeSet<Option<usize>>)> = BTreeMap::new();
        let mut done = Vec::new();
        for entry in &diary.entries {
            let at = entry.at.hour;
            let mut part = |task: u32, who: Option<usize>| {
                tasks.entry(task).or_insert_with(|| (at, BTreeSet::new())).1.insert(who);
            };
            match entry.event {
                Event::TookUp(task) => part(task, entry.seat),
                Event::Helped { blocker, helper, .. } => part(blocker.task, Some(helper)),
                Event::HandedIn(task) => part(task, None),
                Event::Escalated(blocker) => part(blocker.task, None),
                Event::Accepted(task) => {
                    if let Some((since, people)) = tasks.remove(&task) {
                        done.push((people.len(), at - since));
                    }
                }
                _ => {}
            }
        }
        let median = |least: usize, most: usize| {
            let times = done.iter().filter(|(people, _)| (least..=most).contains(people)).map(|(_, time)| *time);
            quantiles(times.collect(), [0.5])[0]
        };
        [median(1, 1), median(2, 2), median(3, 3), median(4, usize::MAX)]
    });
    let of = |place: usize| {
        Figure::of(times.iter().map(|of| of[place]).filter(|time| !time.is_nan()).collect::<Vec<_>>().into_iter())
    };
    let more =
        Figure::of(times.iter().map(|of| of[3] / of[1]).filter(|of| !of.is_nan()).collect::<Vec<_>>().into_iter());
    Pattern {
        title: "The more people are involved in a task, the longer it takes",
        source: "incidents at Volvo IT (Steeman 2013, 7,554 cases), calculated from the public data: median days 7.6, 8.5, 12.8, 19.4 with 2, 4, 5, \
            8 and more people; harder cases also travel further",
        role: Role::Validation,
        experiment: "Tasks that arrive: median time from first start to acceptance, by the number of people involved (who held it, helped or \
            decided).",
        readings: vec![
            Reading::shown("one person", of(0)).unit("h"),
            Reading::shown("two", of(1)).unit("h"),
            Reading::shown("three", of(2)).unit("h"),
            Reading::shown("four and more", of(3)).unit("h"),
            Reading::new("the last over that with two", more, Target::Within(1.1, 2.6)).unit("x"),
        ],
        comment: "In the model as in the data, tasks with more blockers both take longer and involve more people.",
    }
}
