//! Patterns seen in real teams, and what the model gives (pattern-oriented modelling, Grimm et al. 2005).

use experiment::ensemble::Ensemble;
use experiment::study::threads::each;
use model::outcome::Measure as M;
use model::scenario::{Arm, Scenario};
use model::shock::{Change, Shock};

use super::figure::{Figure, Target, ensemble, gain, level};
use super::hypercube::correlation;
use super::people;
use crate::settings::{IDEAL, scenario};

/// The plain team as all scenarios but the blank sheet have it: people leave.
pub const PLAIN: &str = "h0=0.11";

/// What a pattern was used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Defaults were set with it in view, so that meeting it proves little.
    Calibration,
    /// Kept out of sight when defaults were set.
    Validation,
}

/// Something seen in real teams.
pub struct Pattern {
    /// What was seen.
    pub title: &'static str,
    /// By whom.
    pub source: &'static str,
    /// What it was used for.
    pub role: Role,
    /// What is done in the model.
    pub experiment: &'static str,
    /// What came of it.
    pub readings: Vec<Reading>,
    /// Why it is met or not, and what that means.
    pub comment: &'static str,
}

/// A figure of the model, and what it should be.
pub struct Reading {
    /// What is measured.
    pub what: String,
    /// Its unit; empty for a pure number.
    pub unit: &'static str,
    /// What was found.
    pub figure: Figure,
    /// What it should be; `None` for what is shown to understand the rest.
    pub target: Option<Target>,
}

impl Reading {
    pub(super) fn new(what: impl Into<String>, figure: Figure, target: Target) -> Self {
        Self { what: what.into(), unit: "", figure, target: Some(target) }
    }

    pub(super) fn shown(what: impl Into<String>, figure: Figure) -> Self {
        Self { what: what.into(), unit: "", figure, target: None }
    }

    /// As per cent.
    pub(super) fn percent(mut self) -> Self {
        self.figure = self.figure.times(100.0);
        self.target = self.target.map(|target| match target {
            Target::Within(from, to) => Target::Within(100.0 * from, 100.0 * to),
            Target::Above(from) => Target::Above(100.0 * from),
            Target::Below(to) => Target::Below(100.0 * to),
        });
        self.unit = "%";
        self
    }

    pub(super) fn unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }
}

/// The plain team with settings on top.
pub(super) fn plain(settings: &str) -> Scenario {
    scenario(&format!("{PLAIN} {settings}"))
}

/// A scenario in which something happens besides.
fn with_shock(scenario: &Scenario, week: u32, weeks: Option<u32>, change: Change) -> Scenario {
    let mut draft = scenario.draft();
    draft.shocks.push(Shock { week, weeks, change, label: String::new() });
    draft.finish().expect("a shock within its range")
}

/// All patterns, with `n` replications for each setting; `progress` hears the title of each.
pub fn patterns(n: u32, mut progress: impl FnMut(&str)) -> Vec<Pattern> {
    let all: [fn(u32) -> Pattern; 16] = [
        plain_team,
        burnout_scale,
        friction,
        thanks,
        long_hours,
        people::burnout_and_leaving,
        people::trust,
        people::unasked,
        people::watched,
        people::hybrid,
        concentration,
        extra_miler,
        project_delay,
        people::many_hands,
        late_hires,
        team_size,
    ];
    all.iter()
        .map(|pattern| {
            let pattern = pattern(n);
            progress(pattern.title);
            pattern
        })
        .collect()
}

fn plain_team(n: u32) -> Pattern {
    let team = ensemble(&plain(""), n);
    let read = |what: &str, measure, from, to| Reading::new(what, level(&team, measure), Target::Within(from, to));
    Pattern {
        title: "A team without assist leader is moderately blocked, strained and stable",
        source: "burnt out: Wigert & Agrawal 2018 and Gallup 2020, 23 to 28 % often or always; turnover: national statistics of quits; time stuck and morale: expert judgement",
        role: Role::Calibration,
        experiment: "The plain team with turnover, 26 weeks.",
        readings: vec![
            read("person-days burnt out", M::Burnout, 0.15, 0.30).percent(),
            read("paid time stuck", M::BlockedShare, 0.15, 0.25).percent(),
            read("leavers a year", M::TurnoverYear, 0.12, 0.25).percent(),
            read("morale", M::Morale, 0.5, 0.65),
        ],
        comment: "Met, because the defaults were set for it; the section on calibration says how.",
    }
}

fn burnout_scale(n: u32) -> Pattern {
    let theta = model::parameters::World::default().theta;
    let share = |factor: f64| level(&ensemble(&plain(&format!("theta={}", theta * factor)), n), M::Burnout);
    let (less, usual, more) = (share(1.0 / 1.09), share(1.0), share(1.09));
    let spread = scenario(PLAIN).world().d_sd;
    Pattern {
        title: "People differ in exhaustion by half of its mean, so no threshold is a cliff",
        source: "Maslach, Jackson & Leiter 1996: mean 20.99, standard deviation 10.75 on the scale of emotional exhaustion (not looked up again); the spread of strain sensitivity was set with it in view",
        role: Role::Calibration,
        experiment: "The plain team, with `theta` 9 % lower and higher: it affects only what is reported.",
        readings: vec![
            Reading::shown("spread of strain sensitivity on the log scale (`d_sd`)", Figure::exact(spread)),
            Reading::new(
                "share burnt out, `theta` 9 % lower, relative to the usual",
                less.times(1.0 / usual.mean),
                Target::Within(1.0, 1.25),
            )
            .unit("x"),
            Reading::new(
                "usual divided by the share with `theta` 9 % higher",
                Figure { mean: usual.mean / more.mean, ci: [usual.ci[0] / more.mean, usual.ci[1] / more.mean] },
                Target::Within(1.0, 1.25),
            )
            .unit("x"),
        ],
        comment: "Refusing and leaving depend on exhaustion itself, so the threshold decides only what is reported.",
    }
}

/// How long friction is lowered [weeks].
const MEETINGS: u32 = 4;

/// People who work each for themselves, hardly ask, and get by alone in some hours, but differ widely in what they know: as on the
/// sales floor of the field experiment.
const SALES_FLOOR: &str = "alpha=0.1 beta=0.55 sigma0=0.34 psi=1 k_learn=0.01 skill_sd=0.25 skill_away=0.3 groups=1 mix_expertise=1 \
                           mix_clarity=0 mix_coordination=0 p_approval=0 p_dependency=0";

fn friction(n: u32) -> Pattern {
    let run = |settings: &str, window: u32, meetings: Option<f64>| {
        let team = plain(&format!("intervention_weeks={window} {settings}"));
        let asking = meetings.map(|factor| with_shock(&team, 0, Some(MEETINGS), Change::Asking(factor)));
        ensemble(asking.as_ref().unwrap_or(&team), 4 * n)
    };
    let during = |settings: &str, factor: f64| {
        gain(&run(settings, MEETINGS, Some(factor)), &run(settings, MEETINGS, None), M::Throughput)
    };
    // Output of weeks 5 to 24: what is gained in 24 weeks less what is gained in the first four.
    let later = |settings: &str, factor: f64| {
        let sums = |meetings| (run(settings, 24, meetings), run(settings, MEETINGS, meetings));
        let ((with, with_first), (without, without_first)) = (sums(Some(factor)), sums(None));
        let output = |all: &Ensemble, first: &Ensemble| -> Vec<f64> {
            let of = |ensemble: &Ensemble, weeks: u32| -> Vec<f64> {
                ensemble.pairs().map(|pair| pair.control.get(M::Throughput) * f64::from(weeks)).collect()
            };
            of(all, 24).iter().zip(of(first, MEETINGS)).map(|(all, first)| all - first).collect()
        };
        let (with, without) = (output(&with, &with_first), output(&without, &without_first));
        let mean = without.iter().sum::<f64>() / without.len() as f64;
        Figure::of(with.iter().zip(&without).map(|(with, without)| with - without)).times(1.0 / mean)
    };
    let [floor, plain] =
        [(SALES_FLOOR, 10.0), ("", 4.0)].map(|(settings, factor)| (during(settings, factor), later(settings, factor)));
    let kept = |(during, later): (Figure, Figure)| later.times(1.0 / during.mean);
    Pattern {
        title: "Lower friction in asking lifts output, and most of that lasts",
        source: "Sandvik et al. 2020: 24 % more sales in four weeks of structured meetings (13 % with incentives alone), 18 % still there 20 weeks later",
        role: Role::Validation,
        experiment: "A sales floor: people hardly ask, get by alone in some hours and differ widely in what they know; for four weeks they ask ten \
            times as readily; then 20 weeks more; all compared with a run of the same luck without this. And the plain team, in which people ask \
            anyway, with four times the readiness.",
        readings: vec![
            Reading::new("sales floor: output during the four weeks", floor.0, Target::Within(0.08, 0.25)).percent(),
            Reading::new("sales floor: share of the gain kept in weeks 5 to 24", kept(floor), Target::Within(0.5, 1.0))
                .percent(),
            Reading::new("plain team: output during the four weeks", plain.0, Target::Within(0.08, 0.25)).percent(),
            Reading::new("plain team: share of the gain kept in weeks 5 to 24", kept(plain), Target::Within(0.5, 1.0))
                .percent(),
        ],
        comment: "An answer closes part of the gap to whoever knows, and that lasts. Where people hardly ask and differ widely, as in the field \
            experiment, about half of the gain from easier asking is knowledge that lasts. In the plain team people ask anyway: easier asking there \
            mostly means less waiting, which ends with the meetings, and teams without them catch up.",
    }
}

fn thanks(n: u32) -> Pattern {
    let team = |visibility: f64, gratitude: f64| {
        ensemble(&plain(&format!("givers=0 takers=0 visibility={visibility} g_u={gratitude}")), n)
    };
    let (never, always, deaf) = (team(0.0, 1.0), team(1.0, 1.0), team(1.0, 0.0));
    let ratio = |of: &Ensemble, over: &Ensemble| {
        let granted = |ensemble: &Ensemble| -> Vec<f64> {
            ensemble.pairs().map(|pair| 1.0 - pair.control.get(M::RefusalShare)).collect()
        };
        let (of, over) = (granted(of), granted(over));
        let mean = over.iter().sum::<f64>() / over.len() as f64;
        Figure::of(of.into_iter()).times(1.0 / mean)
    };
    Pattern {
        title: "Thanks make people help more the next time",
        source: "Grant & Gino 2010",
        role: Role::Calibration,
        experiment: "Matchers only. The formula right after being thanked once; and requests granted over months if every help is noticed, compared \
            with none.",
        readings: vec![
            Reading::new(
                "next request granted, after being thanked once (formula: 1 + `g_u` 0.4)",
                Figure::exact(1.4),
                Target::Within(1.3, 2.2),
            )
            .unit("x"),
            Reading::new(
                "requests granted over half a year, thanked compared with unthanked",
                ratio(&always, &never),
                Target::Above(1.0),
            )
            .unit("x"),
            Reading::shown("the same if thanks move nobody (`g_u` = 0)", ratio(&deaf, &never)).unit("x"),
        ],
        comment: "Met by the choice of `g_u`. Over months the effect is larger than after being thanked once, because people who are thanked are \
            asked more and thanked again before recognition has faded.",
    }
}

fn long_hours(n: u32) -> Pattern {
    let output = |hours: u32| ensemble(&plain(&format!("hours_per_week={hours}")), n);
    let usual = output(40);
    let per_hour = |hours: u32| {
        let gained = gain(&output(hours), &usual, M::Throughput);
        // Output per hour as a share of that at 40 h.
        let [low, high] = gained.ci.map(|bound| (1.0 + bound) * 40.0 / f64::from(hours) - 1.0);
        Figure { mean: (1.0 + gained.mean) * 40.0 / f64::from(hours) - 1.0, ci: [low, high] }
    };
    let grid: Vec<u32> = (48..=78).step_by(2).collect();
    let runs: Vec<Ensemble> = grid.iter().map(|&hours| output(hours)).collect();
    // The peak, and how far it moves when a tenth of the replicates is left out.
    let peak = |left_out: Option<usize>| -> f64 {
        let total = |run: &Ensemble| -> f64 {
            let kept = run.pairs().enumerate().filter(|(place, _)| left_out.is_none_or(|tenth| place % 10 != tenth));
            kept.map(|(_, pair)| pair.control.get(M::Throughput)).sum()
        };
        let best = (0..grid.len()).max_by(|&a, &b| total(&runs[a]).total_cmp(&total(&runs[b])));
        f64::from(grid[best.expect("invariant: the grid has points")])
    };
    let peaks = (0..10).map(|tenth| peak(Some(tenth)));
    let lowest = peaks.clone().fold(f64::INFINITY, f64::min);
    let highest = peaks.fold(0.0, f64::max);
    let peak = Figure { mean: peak(None), ci: [lowest, highest] };
    let weekly = |hours: u32, over: u32| {
        let at = |hours: u32| &runs[grid.iter().position(|&point| point == hours).expect("a point of the grid")];
        gain(at(hours), at(over), M::Throughput)
    };
    let mut readings: Vec<Reading> = [30, 44, 48]
        .into_iter()
        .map(|hours| {
            let what = format!("output per hour at {hours} h a week, against 40 h");
            Reading::new(what, per_hour(hours), Target::Within(-0.03, 0.03)).percent()
        })
        .collect();
    readings.push(
        Reading::new("weekly output at 70 h against 56 h", weekly(70, 56), Target::Within(-0.05, 0.05)).percent(),
    );
    readings.push(Reading::new("hours at which weekly output is highest", peak, Target::Within(60.0, 66.0)).unit("h"));
    Pattern {
        title: "Output is proportional to hours up to 48 a week, and highest at 60 to 66",
        source: "Pencavel 2015",
        role: Role::Calibration,
        experiment: "The plain team at 30 to 78 paid hours a week; the peak on a grid of 2 h, with the range over runs that leave out a tenth of the replicates.",
        readings,
        comment: "The drain of overtime, `c_o`, was set for this. Refusing rises smoothly with exhaustion, so there is no number of hours at which \
            a whole team stops helping, and the peak lies where it did for Pencavel's munition workers.",
    }
}

fn concentration(n: u32) -> Pattern {
    let top = |settings: &str, n: u32| level(&ensemble(&plain(settings), n), M::Top5);
    Pattern {
        title: "In a large organisation the top 5 % give a fifth to a third of the help",
        source: "Cross, Rebele & Grant 2016 (20-35 % from 3-5 % of people)",
        role: Role::Validation,
        experiment: "150 people in 19 groups without roles: share of the hours of help from the eight who help most.",
        readings: vec![
            Reading::new("help from the top 5 %", top("members=150 groups=19", n / 16), Target::Within(0.15, 0.40))
                .percent(),
            Reading::shown(
                "the same if recognition attracts no requests and moves no one (`visibility` = 0)",
                top("members=150 groups=19 visibility=0", n / 16),
            )
            .percent(),
        ],
        comment: "Help concentrates because people known to help are asked more, and those who have given are owed something; nothing in the model \
            names a hub beforehand.",
    }
}

fn extra_miler(n: u32) -> Pattern {
    // Teams that differ in how much one member gives on purpose and in how many of the others are givers.
    let teams = 2 * n;
    let points = each(teams, |replicate| {
        let share = 0.6 * f64::from(replicate % 40) / 39.0;
        let givers = f64::from((replicate / 40) % 5) / 8.0;
        let team =
            plain(&format!("givers={givers} takers=0 treatment.assist_leaders=1 treatment.assist_share={share}"));
        let pair = experiment::pair::run_pair(&team, replicate);
        let arm = pair.arm(Arm::Treatment);
        let help = arm.get(M::HelpPerWeek) * 8.0;
        let most = arm.get(M::Top1) * help;
        [most, (help - most) / 7.0, -arm.get(M::StuckMean), arm.get(M::Throughput)]
    });
    let column = |place: usize| -> Vec<f64> { points.iter().map(|point| point[place]).collect() };
    let (most, rest) = (column(0), column(1));
    let weights = |of: &[f64]| {
        // Standardised coefficients of a regression on two predictors.
        let (a, b, ab) = (correlation(&most, of), correlation(&rest, of), correlation(&most, &rest));
        let [of_most, of_rest] = [(a - ab * b) / (1.0 - ab * ab), (b - ab * a) / (1.0 - ab * ab)];
        let explained = of_most * a + of_rest * b;
        let half = 1.96 * ((1.0 - explained) / ((f64::from(teams) - 3.0) * (1.0 - ab * ab))).sqrt();
        let figure = |mean: f64| Figure { mean, ci: [mean - half, mean + half] };
        // Both have the same standard error; that of their difference follows from their correlation, -ab.
        let half = half * (2.0 + 2.0 * ab).sqrt();
        let difference = of_most - of_rest;
        (figure(of_most), figure(of_rest), Figure { mean: difference, ci: [difference - half, difference + half] })
    };
    let (quick_most, quick_rest, quick) = weights(&column(2));
    let (_, _, output) = weights(&column(3));
    Pattern {
        title: "One member who goes the extra mile counts for more than the mean of the rest",
        source: "Li et al. 2015",
        role: Role::Validation,
        experiment: "Teams that differ in how much time one member gives (0 to 60 % of an assist leader) and in the share of givers among the others (0 to 50 %); \
                     over teams, standardised weights of the top helper's hours and of the others' mean hours of help.",
        readings: vec![
            Reading::shown("weight of the top helper on how soon a blocker ends", quick_most),
            Reading::shown("weight of the others' mean", quick_rest),
            Reading::new("the first minus the second", quick, Target::Above(0.0)),
            Reading::new("the same for output", output, Target::Above(0.0)),
        ],
        comment: "Only the sign counts: Li and colleagues measured ratings of extra-role behaviour, not hours.",
    }
}

/// A project of 60 tasks for the plain team.
const PROJECT: &str = "source=project project_tasks=60 warmup_weeks=0 baseline_weeks=0 intervention_weeks=104";

fn project_delay(n: u32) -> Pattern {
    let makespans = |scenario: &Scenario| -> Vec<f64> {
        ensemble(scenario, n).pairs().map(|pair| pair.control.get(M::Makespan)).collect()
    };
    // With everything ideal and as many members as tasks, the same tasks take the length of their critical path.
    let critical = |dependency: f64| {
        makespans(&scenario(&format!("{} {PROJECT} members=60 p_dependency={dependency}", IDEAL.settings)))
    };
    let excess = |members: u32, dependency: f64, attention: f64| -> Vec<f64> {
        let run = plain(&format!("{PROJECT} members={members} p_dependency={dependency} lead_attention={attention}"));
        makespans(&run).iter().zip(critical(dependency)).map(|(makespan, critical)| makespan - critical).collect()
    };
    let (usual, interwoven, slow) = (excess(8, 0.25, 0.5), excess(8, 0.6, 0.5), excess(8, 0.25, 0.15));
    let (many, many_interwoven) = (excess(30, 0.25, 0.5), excess(30, 0.6, 0.5));
    let more = |of: &[f64], than: &[f64]| Figure::of(of.iter().zip(than).map(|(of, than)| of - than));
    Pattern {
        title: "The more interdependent the work and the slower the decisions, the more projects overrun their critical path",
        source: "Jin & Levitt 1996",
        role: Role::Validation,
        experiment: "A project of 60 tasks; duration minus the critical path of the same tasks, found by running them under ideal conditions with \
            one member for each.",
        readings: vec![
            Reading::shown("duration less critical path, plain team", Figure::of(usual.iter().copied())).unit("h"),
            Reading::new(
                "more of it if `p_dependency` is 0.6, not 0.25, eight people",
                more(&interwoven, &usual),
                Target::Above(0.0),
            )
            .unit("h"),
            Reading::new(
                "the same with 30 people, so that the critical path binds",
                more(&many_interwoven, &many),
                Target::Above(0.0),
            )
            .unit("h"),
            Reading::new(
                "more of it if the lead's attention is 0.15, not 0.5",
                more(&slow, &usual),
                Target::Above(0.0),
            )
            .unit("h"),
        ],
        comment: "With eight people for 60 tasks the work itself takes longer than the critical path, so a longer path first fills time that would \
            be needed anyway. With many people, as in Jin and Levitt's projects with a team for each activity, interdependence adds to the overrun.",
    }
}

fn late_hires(n: u32) -> Pattern {
    let team = plain(&format!("{PROJECT} task_hours=12 kappa=0.02"));
    let spans = |scenario: &Scenario| -> Vec<f64> {
        ensemble(scenario, n).pairs().map(|pair| pair.control.get(M::Makespan)).collect()
    };
    let alone = spans(&team);
    let with_hires = |week: u32| spans(&with_shock(&team, week, None, Change::Joins(3)));
    let week_hours = 40.0;
    let cost = |spans: &[f64], joined: Option<u32>| -> Vec<f64> {
        let hires = |span: f64| joined.map_or(0.0, |week| 3.0 * (span - week_hours * f64::from(week)).max(0.0));
        spans.iter().map(|&span| 8.0 * span + hires(span)).collect()
    };
    let mut readings = Vec::new();
    for (week, when) in [(1, "early (week 1)"), (8, "late (week 8)")] {
        let spans = with_hires(week);
        let dearer = cost(&spans, Some(week))
            .iter()
            .zip(cost(&alone, None))
            .map(|(with, without)| with - without)
            .collect::<Vec<_>>();
        let later = spans.iter().zip(&alone).filter(|(with, without)| with > without).count();
        let share = Figure::share(later, spans.len());
        readings.push(
            Reading::new(
                format!("paid hours more, three hires {when}"),
                Figure::of(dearer.into_iter()),
                Target::Above(0.0),
            )
            .unit("h"),
        );
        readings.push(
            Reading::new(format!("projects that end later for it, {when}"), share, Target::Within(0.02, 0.9)).percent(),
        );
    }
    Pattern {
        title: "Late hires always cost more, and delay only sometimes",
        source: "Abdel-Hamid 1989, on Brooks's law",
        role: Role::Validation,
        experiment: "The project with tasks of 12 h and a stronger loss to coordination (`kappa` = 0.02); three hires join early or late. Paid \
            hours until the end, and the share of projects that end later than without the hires.",
        readings,
        comment: "Nobody trains hires in the model except those they ask, so they cost the others less than in Abdel-Hamid's projects.",
    }
}

fn team_size(n: u32) -> Pattern {
    let run = |members: u32| {
        let team = plain(&format!("members={members} groups={} treatment.assist_leaders=1", members / 4));
        let contrast = ensemble(&team, n / 2).contrast(M::BlockedShare);
        Figure::from(contrast.difference).times(1.0 / contrast.control.mean)
    };
    let (few, many) = (run(8), run(32));
    let less = Figure { mean: many.mean - few.mean, ci: [many.ci[0] - few.ci[1], many.ci[1] - few.ci[0]] };
    Pattern {
        title: "One helper does less for each person when there are many: an overload knee",
        source: "Cross & Parker 2004 on overloaded hubs (sign only)",
        role: Role::Validation,
        experiment: "One assist leader for 8 and for 32 people: change of the time stuck.",
        readings: vec![
            Reading::shown("time stuck, one assist leader for 8", few).percent(),
            Reading::shown("time stuck, one assist leader for 32", many).percent(),
            Reading::new("the second minus the first", less, Target::Above(0.0)).percent(),
        ],
        comment: "The interval of the difference is the sum of both, so it is wide.",
    }
}
