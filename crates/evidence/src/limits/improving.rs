//! Lasting causes of blockers: how they go, what then does not come up, and who speaks of them.

use model::outcome::Measure;

use crate::case::{Case, Effort, Exact, Family, Reading};
use crate::settings::{IDEAL, Preset};

/// The families of this file.
pub fn families() -> Vec<Family> {
    vec![death(), thinning(), voice()]
}

/// Matters of clarity alone, solved alone, none of them passed on the spot.
const UNAIDED: Preset = Preset {
    name: "UNAIDED",
    what: "every blocker is one of clarity that nobody can get past at once, and is solved alone",
    settings: "mix_expertise=0 mix_clarity=1 mix_coordination=0 clarity0=0 alpha=0 task_cv=0",
};

/// Mean of a Poisson variable, cut off at `most`.
fn cut(mean: f64, most: u32) -> f64 {
    let (mut chance, mut sum) = ((-mean).exp(), 0.0);
    let mut left = 1.0;
    for count in 0..most {
        sum += f64::from(count) * chance;
        left -= chance;
        chance *= mean / f64::from(count + 1);
    }
    sum + f64::from(most) * left
}

fn death() -> Family {
    let case = |mend_hours: f64, k_late: f64, weeks: u32, causes: u32| {
        // One of eight stands by all day, 40 hours a week; the change comes after twelve weeks.
        let mean: f64 = (0..weeks).map(|week| 40.0 / (mend_hours * (1.0 + k_late).powi(12 + week as i32))).sum();
        Case {
            title: format!("{causes} causes of {mend_hours} h, growing by {k_late} a week, {weeks} weeks"),
            settings: format!(
                "mend_hours={mend_hours} k_late={k_late} intervention_weeks={weeks} causes={causes} treatment.improvement_share=0.125"
            ),
            reading: Reading::Difference(Measure::CausesRemoved),
            exact: Exact::Mean(cut(mean, causes)),
            effort: Effort { quick: 400, deep: 800 },
        }
    };
    Family {
        title: "Causes fixed one after the other",
        theory: "Each takes an exponential time; at h hours of fixing a week, as many are fixed in t weeks as a Poisson process \
                 counts at h / (`mend_hours` (1 + `k_late`)^week), at most all of them",
        source: "pure death process",
        presets: vec![
            IDEAL,
            UNAIDED,
            Preset {
                name: "MENDING",
                what: "one of eight stands by all day and fixes causes; everyone says what keeps blocking work",
                settings: "members=8 groups=1 assist_leaders=1 assist_share=1 route=0 notice=0 beta=2 sigma0=2 recurring=1 voice=1 \
                           safety0=0.95 a_S=0 listening=0 warmup_weeks=8 baseline_weeks=4",
            },
        ],
        cases: vec![case(8.0, 0.0, 10, 100), case(8.0, 0.02, 10, 100), case(20.0, 0.0, 10, 20)],
    }
}

fn thinning() -> Family {
    let cases =
        [(0.6, 0.5, 0.5), (1.0, 0.3, 1.0), (0.25, 1.0, 0.5)].map(|(recurring, beta, sigma): (f64, f64, f64)| Case {
            title: format!("{recurring} of all recur, {beta} met and {sigma} solved per h"),
            settings: format!("recurring={recurring} beta={beta} sigma0={sigma}"),
            reading: Reading::Measure(Measure::Averted),
            exact: Exact::Mean(40.0 * recurring * beta / (1.0 + beta * (1.0 - recurring) / sigma)),
            effort: Effort { quick: 60, deep: 200 },
        });
    Family {
        title: "Blockers that do not come up once their cause is fixed",
        theory: "Of the blockers met in an hour of work, beta, the share r that recurs does not come up; the others take 1 / sigma0: \
                 40 r beta / (1 + beta (1 - r) / sigma0) a person-week",
        source: "thinned renewal process",
        presets: vec![
            IDEAL,
            UNAIDED,
            Preset {
                name: "MENDED",
                what: "the only cause has been fixed in the weeks before",
                settings: "members=4 causes=1 mend_hours=0 voice=1 improvement_share=0.1 warmup_weeks=12",
            },
        ],
        cases: cases.into(),
    }
}

fn voice() -> Family {
    let cases =
        [(0.5, 0.4, 0.8), (1.0, 0.9, 0.3), (0.2, 0.7, 1.0)].map(|(voice, safety, recurring): (f64, f64, f64)| Case {
            title: format!("voice {voice}, safety {safety}, {recurring} of all recur"),
            settings: format!("voice={voice} safety0={safety} recurring={recurring}"),
            reading: Reading::Measure(Measure::IdeasRaised),
            // As fast met as solved, so that half of all hours are of work.
            exact: Exact::Mean(voice * safety * recurring * 40.0 * 0.5 / 2.0),
            effort: Effort { quick: 100, deep: 300 },
        });
    Family {
        title: "How often someone speaks of a lasting cause",
        theory: "Anyone stuck on it says so with probability voice x safety: voice S r 40 beta / (1 + beta / sigma0) a person-week",
        source: "thinned renewal process",
        presets: vec![
            IDEAL,
            UNAIDED,
            Preset {
                name: "SPEAKING",
                what: "safety is constant, and nothing is fixed",
                settings: "members=4 beta=0.5 sigma0=0.5 a_S=0 listening=0",
            },
        ],
        cases: cases.into(),
    }
}
