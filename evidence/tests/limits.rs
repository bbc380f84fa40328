//! Every limiting case, with as few replications as its rule of acceptance allows.

use evidence::case::Depth;
use evidence::limits::families;

/// All cases of the families whose title begins so pass.
fn check(title: &str) {
    let families = families();
    let mut families = families.iter().filter(|family| family.title.starts_with(title)).peekable();
    assert!(families.peek().is_some(), "no family is called {title}");
    for family in families {
        for case in family.cases.iter().filter(|case| case.effort.at(Depth::Quick) > 0) {
            let finding = case.examine(&family.presets, case.effort.at(Depth::Quick));
            assert!(finding.passes, "{}, {} ({}): {finding:?}", family.title, case.title, case.settings);
        }
    }
}

#[test]
fn waiting_in_m_m_c() {
    check("Waiting time in M/M/c");
}
