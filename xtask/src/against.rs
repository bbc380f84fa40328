//! Two revisions in turns: how long a pair takes now, as a share of what it took then, natively and as WebAssembly.
//!
//! Whatever else the machine does meets both alike, for slices of each alternate within one run; the median of the slices'
//! ratios is told, with the middle half of them.

use crate::command::{self, find, root, run, target};
use crate::tools;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Members, pairs in a slice, slices.
const TEAMS: [(u32, u32, u32); 3] = [(8, 40, 60), (60, 4, 40), (150, 1, 40)];

/// Which revision, and where it is built.
struct Side {
    folder: PathBuf,
    native: PathBuf,
    wasm: PathBuf,
}

/// Builds the working tree as it is and `revision`, times them in turns, and prints the ratios.
pub fn run_against(revision: &str) -> Result<()> {
    tools::ensure_wasm_target()?;
    let node = find(&["node"]).context("node is not on the PATH: install Node (https://nodejs.org)")?;
    let optimise = tools::wasm_opt()?;
    let folder = target()?.join("against");
    fs::create_dir_all(&folder).context("could not make target/against")?;
    let then = Side::new(&folder, "then");
    let now = Side::new(&folder, "now");
    check_out(revision, &then.folder)?;
    copy_working_tree(&now.folder)?;
    for side in [&then, &now] {
        side.build(&optimise)?;
    }
    println!("{revision} against the working tree, in turns; below 1 the working tree is faster.");
    println!("| members | as | then [ms] | now [ms] | ratio | middle half |\n|---|---|---|---|---|---|");
    for (members, pairs, slices) in TEAMS {
        let native = |side: &Side| Timer::start(&mut Command::new(&side.native));
        report(members, "native", pairs, compare([native(&then)?, native(&now)?], members, pairs, slices)?);
        let script = root().join("xtask/timing/time.mjs");
        let wasm = |side: &Side| Timer::start(Command::new(&node).arg(&script).arg(&side.wasm));
        report(members, "WebAssembly", pairs, compare([wasm(&then)?, wasm(&now)?], members, pairs, slices)?);
    }
    Ok(())
}

/// The revision's files, as they are in the repository.
fn check_out(revision: &str, folder: &Path) -> Result<()> {
    empty(folder)?;
    let mut git = Command::new("git");
    let archive = git.current_dir(root()).args(["archive", revision]).stdout(Stdio::piped());
    let mut archive = archive.spawn().context("could not start git")?;
    let files = archive.stdout.take().context("git gave no output")?;
    run(Command::new("tar").arg("-xm").arg("-C").arg(folder).stdin(files))?;
    if !archive.wait()?.success() {
        bail!("git knows no revision {revision}");
    }
    Ok(())
}

/// The files of the working tree that the model is built from.
fn copy_working_tree(folder: &Path) -> Result<()> {
    empty(folder)?;
    let list = command::output(Command::new("git").current_dir(root()).args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))?;
    for name in list.lines() {
        let (from, to) = (root().join(name), folder.join(name));
        // What was deleted but not committed is still listed.
        if from.is_file() {
            fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
            fs::copy(from, to).with_context(|| format!("could not copy {name}"))?;
        }
    }
    Ok(())
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

impl Side {
    fn new(folder: &Path, name: &str) -> Self {
        let built = folder.join(format!("{name}-target"));
        Self {
            folder: folder.join(name),
            native: built.join("release/timing"),
            wasm: built.join("wasm32-unknown-unknown/web/timing.small.wasm"),
        }
    }

    /// Builds what is timed with the revision's own profiles, the WebAssembly as the site's is.
    fn build(&self, optimise: &Path) -> Result<()> {
        let package = self.folder.join("crates/timing");
        for name in ["Cargo.toml", "src/lib.rs", "src/main.rs"] {
            let to = package.join(name);
            fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
            fs::copy(root().join("xtask/timing").join(name), to)?;
        }
        let built = self.native.parent().and_then(Path::parent).context("a program lies in a folder")?;
        let cargo = || {
            let mut cargo = command::cargo();
            cargo
                .current_dir(&self.folder)
                .args(["build", "--quiet", "--package", "timing", "--target-dir"])
                .arg(built);
            // So that cargo takes the revision's packages and settings, not ours.
            cargo.env_remove("CARGO_MANIFEST_DIR");
            cargo
        };
        run(cargo().args(["--release", "--bin", "timing"]))?;
        run(cargo().args(["--profile", "web", "--target", "wasm32-unknown-unknown", "--lib"]))?;
        let compiled = self.wasm.with_file_name("timing.wasm");
        run(Command::new(optimise).args(["-O2", "--all-features"]).arg(compiled).arg("-o").arg(&self.wasm))
    }
}

/// A process that times pairs on request.
struct Timer {
    process: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Timer {
    fn start(command: &mut Command) -> Result<Self> {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("could not start")?;
        let ask = process.stdin.take().context("no input")?;
        let answers = BufReader::new(process.stdout.take().context("no output")?);
        Ok(Self { process, ask, answers })
    }

    /// How long so many pairs take [ns].
    fn time(&mut self, members: u32, first: u32, pairs: u32) -> Result<f64> {
        writeln!(self.ask, "{members} {first} {pairs}")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        answer.trim().parse().context("a timer has ended")
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Times both in turns, each slice after the other's, who begins alternating; the first slice of each warms it up.
fn compare(mut timers: [Timer; 2], members: u32, pairs: u32, slices: u32) -> Result<Vec<[f64; 2]>> {
    let mut times = Vec::new();
    for slice in 0..=slices {
        let first = slice * pairs;
        let mut took = [0.0; 2];
        for turn in 0..2 {
            let side = (slice + turn) as usize % 2;
            took[side] = timers[side].time(members, first, pairs)?;
        }
        if slice > 0 {
            times.push(took);
        }
    }
    Ok(times)
}

fn report(members: u32, how: &str, pairs: u32, times: Vec<[f64; 2]>) {
    let sorted = |value: &dyn Fn(&[f64; 2]) -> f64| {
        let mut values: Vec<f64> = times.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let at = |values: &[f64], share: f64| values[(share * (values.len() - 1) as f64).round() as usize];
    let [then, now] = [0, 1].map(|side| at(&sorted(&|took| took[side]), 0.5) / 1e6 / f64::from(pairs));
    let ratios = sorted(&|took| took[1] / took[0]);
    let [low, middle, high] = [0.25, 0.5, 0.75].map(|share| at(&ratios, share));
    println!("| {members} | {how} | {then:.3} | {now:.3} | **{middle:.3}** | {low:.3} to {high:.3} |");
}
