//! The checks, in named and timed stages.

use crate::browser::{Browser, Chromium, Firefox, Webkit};
use crate::cluster;
use crate::command::{cargo, output, run as run_command, target};
use crate::serve::SiteServer;
use crate::site;
use crate::tools::{self, Tools};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What is checked, in the order in which it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Stage {
    /// The format
    Fmt,
    /// Clippy on the native code, warnings denied
    Clippy,
    /// Clippy on the page and the browser tests, warnings denied
    ClippyWasm,
    /// The native tests
    Native,
    /// The scripts of docs/clusters.md: shards as a Slurm array runs them, and on a local Dask cluster
    Cluster,
    /// The documentation builds without warnings
    Docs,
    /// The tests that need a browser's wasm, in headless Chromium
    Browser,
    /// The site builds and is small enough
    Site,
    /// The built site, served under a sub-path, in headless Chromium
    E2e,
    /// The same in Firefox, the short suite
    Firefox,
    /// The same in WebKitGTK, the short suite
    Webkit,
    /// Too slow for daily use, so it runs only if named: the whole suite in Firefox and in WebKitGTK,
    /// as far as they support it
    Deep,
}

/// The folder the site is served under: it must work in any.
const SUB_PATH: &str = "/some/where/";
/// The file of the end-to-end tests that are written for every engine.
const SHORT: &str = "engines";
const DENY: [&str; 3] = ["--", "--deny", "warnings"];
/// Links to private items are welcome in documentation that shows them; and rustdoc takes a unit
/// such as `[h]` for a link, though it renders it as it stands.
const DOC_FLAGS: &str =
    "--deny warnings --allow rustdoc::private_intra_doc_links --allow rustdoc::broken_intra_doc_links";
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const WEB: [&str; 4] = ["--package", "assist-lab", "--features", "web"];

/// How long the runner of the browser tests waits for the driver, and for the browser and the tests [s]: it counts seconds, of
/// which a busy machine needs many.
const RUNNER_PATIENCE: [(&str, &str); 2] =
    [("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "120"), ("WASM_BINDGEN_TEST_TIMEOUT", "600")];

/// Runs the stages named, or all of every day, and reports on each; fails if one of them does. If names of end-to-end tests are
/// given, only those are run of the stages that have such tests; if none is named, Chromium's is meant.
pub fn run(stages: &[Stage], only: &[String]) -> Result<()> {
    let mut stages = match stages {
        [] if only.is_empty() => {
            Stage::value_variants().iter().copied().filter(|stage| *stage != Stage::Deep).collect()
        }
        [] => vec![Stage::E2e],
        some => some.to_vec(),
    };
    stages.sort_unstable();
    stages.dedup();
    let has_such_tests = |stage: &Stage| matches!(stage, Stage::E2e | Stage::Firefox | Stage::Webkit | Stage::Deep);
    if !only.is_empty() && !stages.iter().any(has_such_tests) {
        bail!("--only selects end-to-end tests, which none of these stages runs: add `e2e`");
    }

    let mut reports = Vec::new();
    for stage in &stages {
        println!("\n==== {} ====", name(*stage));
        let start = Instant::now();
        let outcome = check(*stage, only);
        if let Err(error) = &outcome {
            eprintln!("error: {error:#}");
        }
        reports.push((name(*stage), outcome.is_ok(), start.elapsed()));
    }
    report(&reports)
}

fn report(reports: &[(String, bool, Duration)]) -> Result<()> {
    println!("\n{:<12} {:<6} {:>7}", "stage", "result", "seconds");
    for (name, passed, duration) in reports {
        let result = if *passed { "ok" } else { "FAILED" };
        println!("{name:<12} {result:<6} {:>7.1}", duration.as_secs_f64());
    }
    let failed: Vec<_> = reports.iter().filter(|(_, passed, _)| !passed).collect();
    if !failed.is_empty() {
        let names: Vec<_> = failed.iter().map(|(name, ..)| name.as_str()).collect();
        bail!("failed: {}", names.join(", "));
    }
    Ok(())
}

/// Runs one stage; of the end-to-end tests those whose names contain one of `only`, or all.
fn check(stage: Stage, only: &[String]) -> Result<()> {
    match stage {
        Stage::Fmt => {
            tools::ensure_component("rustfmt", "rustfmt")?;
            run_command(cargo().args(["fmt", "--all", "--check"]))
        }
        Stage::Clippy => {
            tools::ensure_component("clippy", "cargo-clippy")?;
            run_command(clippy().args(["--workspace", "--all-targets"]).args(DENY))
        }
        Stage::ClippyWasm => {
            tools::ensure_component("clippy", "cargo-clippy")?;
            tools::ensure_wasm_target()?;
            run_command(clippy().args(WASM).args(WEB).args(["--lib", "--bin", "app", "--test", "browser"]).args(DENY))
        }
        Stage::Native => run_command(cargo().args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"])),
        Stage::Cluster => cluster::check(),
        Stage::Docs => {
            tools::ensure_wasm_target()?;
            run_command(doc().arg("--workspace"))?;
            run_command(doc().args(WASM).args(WEB).arg("--lib"))
        }
        Stage::Browser => {
            let chromium = Chromium::ensure()?;
            let tools = Tools::ensure(|| Ok(()))?;
            let capabilities = target()?.join("webdriver.json");
            fs::write(&capabilities, chromium.capabilities()).context("could not write into target/")?;
            run_command(
                cargo()
                    .arg("test")
                    .args(WASM)
                    .args(WEB)
                    .args(["--test", "browser"])
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.wasm_bindgen_test_runner)
                    .env("CHROMEDRIVER", &chromium.driver)
                    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
                    .envs(RUNNER_PATIENCE),
            )
        }
        Stage::Site => site::dist(),
        Stage::E2e => end_to_end(&Chromium::ensure()?, Suite::Whole, only),
        Stage::Firefox => end_to_end(&Firefox::ensure()?, Suite::Short, only),
        Stage::Webkit => end_to_end(&Webkit::ensure()?, Suite::Short, only),
        Stage::Deep => {
            let (firefox, webkit) = (Firefox::ensure()?, Webkit::ensure()?);
            // What the one says is worth as much if the other fails.
            let [first, second]: [Result<()>; 2] =
                [&firefox as &dyn Browser, &webkit].map(|browser| end_to_end(browser, Suite::AsItBears, only));
            if let (Err(first), Err(second)) = (&first, &second) {
                bail!("{first:#}; {second:#}");
            }
            first.and(second)
        }
    }
}

/// Which end-to-end tests.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Suite {
    /// Those written for every engine, unless some are named
    Short,
    /// All
    Whole,
    /// All, of which those that the browser does not bear say so and pass
    AsItBears,
}

/// The built site in a browser: of a suite those tests whose names contain one of `only`, or all.
fn end_to_end(browser: &dyn Browser, suite: Suite, only: &[String]) -> Result<()> {
    let chromium = Chromium::ensure()?;
    let mut tests = vec!["--package", "e2e"];
    if suite == Suite::Short && only.is_empty() {
        tests.extend(["--test", SHORT]);
    }
    let names = names(&tests)?;
    ensure_some_match(&names, only)?;
    let server = SiteServer::start_anywhere(browser.prepare(site::build()?)?, SUB_PATH)?;
    let driver = browser.start_driver()?;
    let reference = chromium.start_driver()?;
    run_command(cargo().args(["build", "--package", "cli"]))?;
    println!("In {}:", browser.name());
    run_command(
        cargo()
            .arg("test")
            .args(tests)
            .args(["--no-fail-fast", "--", "--test-threads=1", "--show-output"])
            .args(only)
            .envs((suite == Suite::AsItBears).then_some(("ASSIST_LAB_AS_IT_BEARS", "1")))
            .env("ASSIST_LAB_URL", &server.address)
            .env("ASSIST_LAB_WEBDRIVER", &driver.address)
            .env("ASSIST_LAB_CAPABILITIES", browser.capabilities())
            .env("ASSIST_LAB_CHROMIUM_WEBDRIVER", &reference.address)
            .env("ASSIST_LAB_CHROMIUM_CAPABILITIES", chromium.capabilities())
            .env("ASSIST_LAB_CLI", target()?.join("debug").join("assist-lab"))
            .env("ASSIST_LAB_AXE", tools::axe()?),
    )
    .with_context(|| format!("in {}", browser.name()))
}

/// The names of some end-to-end tests.
fn names(tests: &[&str]) -> Result<Vec<String>> {
    let mut list = cargo();
    let list = list.args(["test", "--quiet"]).args(tests).args(["--", "--list"]).stderr(Stdio::inherit());
    Ok(output(list)?.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
}

/// A misspelt name would run no test and pass.
fn ensure_some_match(names: &[String], only: &[String]) -> Result<()> {
    for part in only {
        if !names.iter().any(|name| name.contains(part.as_str())) {
            bail!("no end-to-end test has `{part}` in its name");
        }
    }
    Ok(())
}

fn clippy() -> Command {
    let mut cargo = cargo();
    cargo.arg("clippy");
    cargo
}

fn doc() -> Command {
    let mut cargo = cargo();
    cargo.args(["doc", "--no-deps", "--document-private-items"]).env("RUSTDOCFLAGS", DOC_FLAGS);
    cargo
}

fn name(stage: Stage) -> String {
    stage.to_possible_value().expect("invariant: no stage is hidden").get_name().to_owned()
}
