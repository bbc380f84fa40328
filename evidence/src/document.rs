//! docs/verification.md, from what was found.

use std::fmt::Write;

use crate::case::{Case, Depth, Family, Finding};

/// Works all families out and writes the document; `progress` hears the title of each family. Answers the text and whether everything
/// passed.
pub fn verification(families: &[Family], mut progress: impl FnMut(&str)) -> (String, bool) {
    let mut out = String::from("# Verification\n");
    let mut all = true;
    for family in families {
        progress(family.title);
        let found: Vec<Finding> =
            family.cases.iter().map(|case| case.examine(&family.presets, case.effort.at(Depth::Deep))).collect();
        all &= found.iter().all(|finding| finding.passes);
        section(&mut out, family, &found);
    }
    (out, all)
}

fn section(out: &mut String, family: &Family, found: &[Finding]) {
    let Family { title, theory, source, .. } = family;
    let _ = write!(out, "\n## {title}\n\n{theory} ({source}).\n\n");
    out.push_str(
        "| case | settings | runs | exact | simulated | s.e. | z | passes |\n|---|---|---|---|---|---|---|---|\n",
    );
    for (case, finding) in family.cases.iter().zip(found) {
        row(out, case, finding);
    }
}

fn row(out: &mut String, case: &Case, finding: &Finding) {
    let Finding { exact, simulated, passes, .. } = finding;
    let z = finding.z().map_or("-".to_owned(), |z| format!("{z:+.2}"));
    let passes = if *passes { "yes" } else { "**NO**" };
    let _ = writeln!(
        out,
        "| {} | `{}` | {} | {exact:.5} | {:.5} | {:.5} | {z} | {passes} |",
        case.title, case.settings, simulated.n, simulated.mean, simulated.se
    );
}
