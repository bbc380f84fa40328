//! How fast the page is in a real browser; called by `cargo xtask measure` with the part that is wanted. Says on the way what it is
//! at, and prints in the end what it found, as that part of docs/performance.md.
#![forbid(unsafe_code)]

mod lever;
mod memory;
mod page;
mod questions;
mod start;
mod table;

use anyhow::{Context, Result, bail};
use e2e::Lab;
use std::process::ExitCode;
use std::{env, fs};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(part) => {
            println!("{part}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<String> {
    let part = env::args().nth(1).context("no part is named: call `cargo xtask measure`")?;
    let load = load();
    let lab = Lab::open("").await?;
    let found = measure(&lab, &part, &load).await;
    lab.close().await?;
    found
}

async fn measure(lab: &Lab, part: &str, load: &str) -> Result<String> {
    let machine = machine(lab).await?;
    let found = match part {
        "page" => page::measure(lab).await?,
        "firefox" => page::measure_where_no_tasks_are_told(lab).await?,
        "start" => start::measure(lab).await?,
        "questions" => questions::measure(lab).await?,
        "memory" => memory::measure(lab).await?,
        _ => bail!("there is no part {part}"),
    };
    Ok(format!("{machine} {load}\n\n{found}"))
}

/// When and on what this is measured.
async fn machine(lab: &Lab) -> Result<String> {
    let (day, cores, agent): (String, u32, String) = lab
        .script(
            "return [new Date().toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'}), \
             navigator.hardwareConcurrency, navigator.userAgent];",
        )
        .await?;
    let browser = browser(&agent);
    Ok(format!("Measured on {day} with {browser} without a screen, on {cores} cores."))
}

/// The browser's name and version, as it tells them to every page.
fn browser(agent: &str) -> String {
    let version = |mark: &str| agent.split(mark).nth(1).and_then(|rest| rest.split(['.', ' ']).next());
    let known = [("Chromium", "Chrome/"), ("Firefox", "Firefox/")];
    known
        .iter()
        .find_map(|(name, mark)| Some(format!("{name} {}", version(mark)?)))
        .unwrap_or_else(|| "a browser of unknown name".to_owned())
}

/// How much the machine had to do before.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").ok();
    let minute = load.as_ref().and_then(|load| load.split(' ').next());
    minute.map_or_else(
        || "How much else the machine had to do is not known.".to_owned(),
        |minute| format!("Before it began, the machine's load average of a minute was {minute}."),
    )
}
