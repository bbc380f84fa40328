//! How long a pair takes, what an event costs, and how cost grows with the team.
//!
//! The second group runs teams of several sizes; time by member and week should be flat.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use experiment::ensemble::Ensemble;
use experiment::pair::run_pair;
use model::outcome::Measure;
use model::scenario::{Arm, Scenario, Scope};
use model::series::Series;

/// The plain team of this size, with an assist leader for each eight members in the treatment arm.
fn team(members: u32) -> Scenario {
    let mut draft = library::scenario("baseline").expect("built in").draft();
    draft.set(Scope::Both, "members", Some(f64::from(members)));
    draft.set(Scope::Both, "groups", Some(f64::from(members.div_ceil(4))));
    draft.set(Scope::Only(Arm::Treatment), "assist_leaders", Some(f64::from(members.div_ceil(8))));
    draft.finish().expect("valid")
}

fn pair(c: &mut Criterion) {
    let scenario = team(8);
    let events = experiment::pair::events(&scenario, 0);
    let mut group = c.benchmark_group("pair");
    group.throughput(Throughput::Elements(events));
    let mut replicate = 0;
    group.bench_function("default", |b| {
        b.iter(|| {
            replicate = (replicate + 1) % 64;
            black_box(run_pair(&scenario, replicate))
        });
    });
    group.finish();
}

fn size(c: &mut Criterion) {
    let mut group = c.benchmark_group("size");
    group.sample_size(20);
    for members in [8, 24, 60, 150] {
        let scenario = team(members);
        // Both arms after the intervention, and their shared past once.
        let weeks = 12 + 2 * 26;
        group.throughput(Throughput::Elements(u64::from(members) * weeks));
        group.bench_with_input(BenchmarkId::from_parameter(members), &scenario, |b, scenario| {
            b.iter(|| black_box(run_pair(scenario, 1)));
        });
    }
    group.finish();
}

fn summary(c: &mut Criterion) {
    let scenario = team(8);
    let mut ensemble = Ensemble::default();
    ensemble.put(0, experiment::ensemble::run(&scenario, 0..200));
    c.bench_function("summary of 200 pairs", |b| {
        b.iter(|| {
            for &measure in Measure::ALL {
                black_box(ensemble.contrast(measure));
            }
            black_box(ensemble.series(Series::Throughput));
        });
    });
}

criterion_group!(benches, pair, size, summary);
criterion_main!(benches);
