//! The scripts of docs/clusters.md, run here: what they print must be, to the last byte, what one machine prints.

use crate::command::{cargo, find, output, root, run, target};
use crate::tools;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The experiments in docs/experiments that are run.
const EXPERIMENTS: [&str; 3] = ["pairs", "why", "sweep"];
/// How far the means of pandas may be from ours, as a share: it adds up in another order.
const ROUNDING: f64 = 1e-9;

/// Runs all of them.
pub fn check() -> Result<()> {
    let python = tools::python()?;
    run(cargo().args(["build", "--package", "cli"]))?;
    let place = Place { program: target()?.join("debug").join("assist-lab"), folder: target()?.join("cluster") };
    if place.folder.exists() {
        fs::remove_dir_all(&place.folder).context("could not empty target/cluster")?;
    }
    fs::create_dir_all(&place.folder).context("could not write into target/")?;
    for name in EXPERIMENTS {
        let whole = place.answer(&["experiment", &experiment(name), "--format", "csv"])?;
        place.slurm(name, &whole)?;
        place.dask(&python, name, &whole)?;
        place.pandas(&python, name, &whole)?;
        println!(
            "{name}: a Slurm array's two tasks, five shards on two Dask workers and pandas say what one machine says"
        );
    }
    Ok(())
}

fn experiment(name: &str) -> String {
    root().join(format!("docs/experiments/{name}.json")).display().to_string()
}

fn script(name: &str) -> PathBuf {
    root().join("docs/clusters").join(name)
}

/// Where it is run, and by what.
struct Place {
    program: PathBuf,
    folder: PathBuf,
}

impl Place {
    fn answer(&self, arguments: &[&str]) -> Result<String> {
        output(Command::new(&self.program).args(arguments).current_dir(&self.folder))
    }

    /// The tasks of a job array one after the other, as Slurm starts them.
    fn slurm(&self, name: &str, whole: &str) -> Result<()> {
        let bash = find(&["bash"]).context("bash is not on the PATH")?;
        let script = script("slurm.sh");
        run(Command::new(&bash).arg("-n").arg(&script))?;
        let own = self.program.parent().map(Path::to_owned).into_iter();
        let path = env::join_paths(own.chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())))?;
        let folder = self.folder.join(name);
        fs::create_dir(&folder).context("could not write into target/cluster")?;
        for task in ["1", "2"] {
            run(Command::new(&bash)
                .arg(&script)
                .args([&experiment(name), "2"])
                .current_dir(&folder)
                .env("PATH", &path)
                .env("SLURM_ARRAY_TASK_ID", task)
                .env("SLURM_CPUS_PER_TASK", "1"))?;
        }
        let shards = ["1", "2"].map(|task| format!("{name}/shards/{task}-of-2"));
        let merged = self.answer(&["merge", &shards[1], &shards[0], "--format", "csv"])?;
        ensure!(merged == whole, "{name}: the merged tasks of the Slurm script differ from one machine's result");
        Ok(())
    }

    /// Five shards on two worker processes.
    fn dask(&self, python: &Path, name: &str, whole: &str) -> Result<()> {
        let merged = output(
            Command::new(python)
                .arg(script("dask_shards.py"))
                .arg(&self.program)
                .args([&experiment(name), "--shards", "5", "--workers", "2"])
                .current_dir(&self.folder),
        )?;
        ensure!(merged == whole, "{name}: what the Dask script prints differs from one machine's result");
        Ok(())
    }

    /// The means that pandas finds in the file are those of ours.
    fn pandas(&self, python: &Path, name: &str, whole: &str) -> Result<()> {
        let file = self.folder.join(format!("{name}.csv"));
        fs::write(&file, whole).context("could not write into target/cluster")?;
        let read = output(Command::new(python).arg(script("read_results.py")).arg(&file))?;
        let found = means(&read, "mean")?;
        let summary = self.answer(&["experiment", &experiment(name), "--format", "csv", "--table", "summary"])?;
        let expected = means(&summary, "difference_mean")?;
        // Rows of a summary are by outcome or by outcome and point, of why one for each part.
        let mut counted = BTreeMap::new();
        for (outcome, mean) in expected {
            let means: &mut Vec<f64> = counted.entry(outcome).or_default();
            if name != "why" || means.is_empty() {
                means.push(mean);
            }
        }
        for (outcome, mean) in &found {
            let Some(expected) =
                counted.get_mut(outcome).filter(|means| !means.is_empty()).map(|means| means.remove(0))
            else {
                bail!("{name}: pandas has a row too many of {outcome}:\n{read}");
            };
            ensure!(
                (mean - expected).abs() <= ROUNDING * expected.abs().max(1.0),
                "{name}: pandas finds {mean} for {outcome}, the program {expected}"
            );
        }
        ensure!(counted.values().all(Vec::is_empty), "{name}: pandas has too few rows:\n{read}");
        Ok(())
    }
}

/// The outcome of each row and the number in a column; rows without a number are left out.
fn means(csv: &str, column: &str) -> Result<Vec<(String, f64)>> {
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().context("a table has a head")?.split(',').collect();
    let place = |name: &str| head.iter().position(|cell| *cell == name).with_context(|| format!("no column {name}"));
    let (outcome, column) = (place("outcome")?, place(column)?);
    let rows = lines.map(|line| line.split(',').collect::<Vec<_>>());
    let rows = rows.filter_map(|cells| Some((cells.get(outcome)?.to_string(), cells.get(column)?.parse().ok()?)));
    Ok(rows.collect())
}
