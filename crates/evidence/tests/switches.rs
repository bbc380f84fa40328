//! Every mechanism has an off, and off is off.

use evidence::settings::scenario;
use evidence::switches::SWITCHES;
use experiment::ensemble::run;
use model::scenario::Arm;

#[test]
fn what_is_off_leaves_its_trace() {
    for switch in SWITCHES {
        let scenario = scenario(&format!("h0=0.3 assist_leaders=1 training=2 improvement_share=0.1 {}", switch.off));
        for pair in run(&scenario, 0..4) {
            let Some((measure, expected)) = switch.trace else { continue };
            for arm in Arm::BOTH {
                let found = pair.arm(arm).get(measure);
                assert!(
                    (found - expected).abs() < 1e-9,
                    "{} ({}): {measure:?} is {found}, not {expected}",
                    switch.mechanism,
                    switch.off
                );
            }
        }
    }
}

#[test]
fn and_on_it_shows() {
    let on = scenario("h0=0.3 assist_leaders=1 training=2 improvement_share=0.1 successors=yes huddle=1");
    let pairs = run(&on, 0..8);
    for (measure, off) in SWITCHES.iter().filter_map(|switch| switch.trace) {
        let differs = pairs.iter().any(|pair| (pair.treatment.get(measure) - off).abs() > 1e-6);
        assert!(differs, "{measure:?} is {off} anyway, so its switch shows nothing");
    }
}

#[test]
fn the_document_lists_them() {
    let document =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/model.md")).expect("docs/model.md");
    for switch in SWITCHES {
        let row = format!("| {} | `{}` |", switch.mechanism, switch.off);
        assert!(document.contains(&row), "docs/model.md, 3.15, lacks the line\n{row}");
    }
}
