//! The formal lead as a server: approvals behind the work, questions of clarity, overload.

use model::outcome::Measure;

use super::theory::{WEEK, number_mmc, running};
use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// A lead with nothing else to do.
const LEAD: Preset = Preset {
    name: "LEAD",
    what: "a formal lead who spends all time on the queue",
    settings: "formal_lead=yes lead_attention=1 task_cv=1",
};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![network(), past_load_one(), questions()]
}

/// `c` people finish tasks of `hours`; a pass needs the lead with probability `p` and is defective with probability `q`.
struct Network {
    c: u32,
    load: f64,
    hours: f64,
    p: f64,
    q: f64,
    /// Load of the lead.
    lead: f64,
    quick: u32,
    deep: u32,
}

impl Network {
    /// Rates into the work and to the lead [per h], for tasks that arrive at rate 1.
    fn visits(&self) -> [f64; 2] {
        // A defect without approval is mended at once, in a service that merely lasts longer.
        let leaves = 1.0 - (1.0 - self.p) * self.q;
        let to_lead = self.p / leaves;
        let work = 1.0 / (1.0 - self.q * to_lead);
        [work, work * to_lead]
    }

    fn case(&self) -> Case {
        let &Self { c, load, hours, p, q, lead, quick, deep } = self;
        let [work, approvals] = self.visits();
        let service = hours / (1.0 - (1.0 - p) * q);
        let arrivals = load * f64::from(c) / (work * service);
        let rate = approvals * arrivals / lead;
        let waiting = number_mmc(c, work * arrivals, service) + number_mmc(1, approvals * arrivals, 1.0 / rate);
        Case {
            title: format!("{c} people at load {load}, approvals {p}, defects {q}, lead at load {lead}"),
            settings: format!(
                "members={c} demand={} task_hours={hours} p_approval={p} q0={} mu_lead={}",
                arrivals * WEEK,
                2.0 * q,
                8.0 * rate / f64::from(c)
            ),
            reading: Reading::Measure(Measure::LeadMean),
            exact: Exact::Mean(waiting / arrivals),
            effort: Effort { quick, deep },
        }
    }
}

fn network() -> Family {
    let point = |c, load, hours, p, q, lead, quick, deep| Network { c, load, hours, p, q, lead, quick, deep };
    let points = [
        point(3, 0.75, 0.1, 0.5, 0.0, 0.5, 20, 160),
        point(1, 0.5, 0.1, 1.0, 0.0, 0.83, 60, 300),
        point(5, 0.83, 0.13, 1.0, 0.25, 0.6, 20, 160),
        point(2, 0.6, 0.1, 0.3, 0.4, 0.7, 30, 240),
        point(24, 0.95, 0.5, 0.2, 0.1, 0.9, 0, 100),
    ];
    let loads = points.iter().take(4).map(|point| Case {
        title: format!("load of the lead: approvals {}, defects {}", point.p, point.q),
        reading: Reading::Measure(Measure::LeadLoad),
        exact: Exact::Mean(point.lead),
        effort: Effort { quick: 20, deep: 100 },
        ..point.case()
    });
    // Exponential services behind exponential services: those who come to the lead see it as in M/M/1 (arrival theorem).
    let waits = points.iter().filter(|point| point.q == 0.0).map(|point| {
        let [work, approvals] = point.visits();
        let arrivals = point.load * f64::from(point.c) / (work * point.hours);
        Case {
            title: format!("wait for approval: approvals {}, lead at load {}", point.p, point.lead),
            reading: Reading::Measure(Measure::ApprovalWait),
            exact: Exact::Mean(point.lead / (1.0 - point.lead) / (approvals * arrivals)),
            ..point.case()
        }
    });
    let loads: Vec<Case> = loads.chain(waits).collect();
    Family {
        title: "Work and approvals as a network of queues",
        theory: "Work is M/M/c, the lead M/M/1, each fed at the rate that the traffic equations give: of the passes that end, the share p \
                 goes to the lead, and a defect (probability q) goes back to the list from there, or is fixed at once. The time in the \
                 system is the mean number in both over the arrivals",
        source: "Jackson 1957; Gross et al. 2008, 4.2",
        presets: vec![
            IDEAL,
            super::queueing::QUEUE,
            LEAD,
            Preset {
                name: "FRESH",
                what: "defects are always found, and the whole task is done again",
                settings: "detection=1 rework_fraction=1",
            },
        ],
        cases: points.iter().map(Network::case).chain(loads).collect(),
    }
}

fn past_load_one() -> Family {
    let case = |load: f64, reading, exact, what: &str| {
        // Three people at load 0.6 hand on 0.8 of their tasks.
        let rate = 0.8 * 0.6 * 3.0 / 0.5 / load;
        Case {
            title: format!("lead at load {load}: {what}"),
            settings: format!("members=3 demand=144 task_hours=0.5 p_approval=0.8 mu_lead={}", 8.0 * rate / 3.0),
            reading,
            exact: Exact::Mean(exact),
            effort: Effort { quick: 4, deep: 50 },
        }
    };
    Family {
        title: "A lead above load 1",
        theory: "The lead is busy all the time, the queue grows without bound, and the run is marked unstable. Below, it is not",
        source: "Gross et al. 2008, 1.5",
        presets: vec![IDEAL, super::queueing::QUEUE, LEAD],
        cases: vec![
            case(1.25, Reading::Unstable, 1.0, "unstable"),
            case(1.25, Reading::Measure(Measure::LeadLoad), 1.0, "busy"),
            case(0.7, Reading::Unstable, 0.0, "stable"),
        ],
    }
}

fn questions() -> Family {
    let cases = [(4, 0.4, 0.5, 1.0), (8, 1.2, 5.0, 2.0), (3, 2.0, 0.2, 0.5)].map(
        |(members, beta, ask, mu): (u32, f64, f64, f64)| {
            // Clarity is 0.5 + 0.15 with a lead, so 0.325 are passed on the spot.
            let met = beta * (1.0 - 0.325);
            // Working and hesitating is away from the lead, for a mean time whose distribution does not matter.
            let away = 1.0 / met + 1.0 / ask;
            let at_work = running(members, 1, 1.0 / away, mu, 0.0) / met / away;
            Case {
                title: format!("{members} people, blocked {beta}, ask {ask}, lead {mu} per h"),
                settings: format!(
                    "members={members} beta={beta} alpha={} mu_lead={}",
                    2.0 * ask,
                    8.0 * mu / f64::from(members)
                ),
                reading: Reading::Measure(Measure::Utilisation),
                exact: Exact::Mean(at_work / f64::from(members)),
                effort: Effort { quick: 20, deep: 200 },
            }
        },
    );
    Family {
        title: "Questions of clarity in the lead's queue",
        theory: "A closed network: working (1/beta' on average), hesitating (1/a), the lead's queue (mu). The number at the lead is that of \
                 M/M/1//N with a time away of 1/beta' + 1/a, which need not be exponential",
        source: "Gordon & Newell 1967; Baskett et al. 1975",
        presets: vec![
            IDEAL,
            LEAD,
            Preset {
                name: "QUESTIONS",
                what: "every blocker is one of clarity, none is solved alone, every question goes to the lead",
                settings: "mix_expertise=0 mix_clarity=1 mix_coordination=0 groups=1 clarity0=0.5 escalate=1 sigma0=0 stigma=0 \
                           safety0=0.5 a_S=0 p_approval=0 task_hours=1 intervention_weeks=400",
            },
        ],
        cases: cases.into(),
    }
}
