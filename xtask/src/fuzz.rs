//! Hostile bytes for what reads files and links, found by libFuzzer.

use crate::command::{cargo, find, output, root, run};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use serde_json::Value;
use std::fs;

/// What is fed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// The reader of scenario files
    ScenarioFile,
    /// The reader of links
    Link,
}

/// Feeds a target for so many seconds. What it finds lies in fuzz/artifacts, what it learnt in fuzz/corpus.
pub fn fuzz(target: Target, seconds: u32) -> Result<()> {
    if find(&["cargo-fuzz"]).is_none() {
        bail!("cargo-fuzz is missing: install it with `cargo install cargo-fuzz`");
    }
    let name = match target {
        Target::ScenarioFile => "scenario_file",
        Target::Link => "link",
    };
    let corpus = root().join("fuzz/corpus").join(name);
    fs::create_dir_all(&corpus).context("could not make the folder fuzz/corpus")?;
    let scenarios = root().join("crates/library/src/scenarios");
    if target == Target::Link {
        for entry in fs::read_dir(&scenarios)? {
            let file = entry?.file_name();
            let scenario = file.to_string_lossy().replace(".json", "");
            fs::write(corpus.join(&scenario), format!("v=2&scenario={scenario}&seed=7&t.assist_share=0.6&pair=3"))?;
        }
    }
    let dictionary = corpus.with_extension("dict");
    fs::write(&dictionary, words()?).context("could not write the dictionary")?;

    let mut fuzz = cargo();
    // Coverage is counted by options that stable compilers hide; sanitizers, which they lack, find nothing in code without unsafe.
    fuzz.env("RUSTC_BOOTSTRAP", "1").args(["fuzz", "run", "--sanitizer", "none", name]).arg(&corpus);
    if target == Target::ScenarioFile {
        // Further folders are read, never written: the built-in scenarios are the seeds.
        fuzz.arg(&scenarios);
    }
    run(fuzz.arg("--").arg(format!("-max_total_time={seconds}")).arg(format!("-dict={}", dictionary.display())).args([
        "-max_len=8192",
        "-timeout=20",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]))
}

/// Ids of parameters, for the fuzzer to put together.
fn words() -> Result<String> {
    let table = output(cargo().args(["run", "--quiet", "--package", "cli", "--", "parameters", "--format", "json"]))?;
    let rows: Vec<Value> = serde_json::from_str(&table).context("the parameter table is not JSON")?;
    Ok(rows.iter().filter_map(|row| row["id"].as_str()).map(|id| format!("\"{id}\"\n")).collect())
}
