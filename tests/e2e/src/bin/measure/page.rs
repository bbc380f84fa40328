//! How fast the page follows its reader, and what holds it up.

use anyhow::{Context, Result};
use e2e::Lab;
use thirtyfour::prelude::*;

use crate::lever;
use crate::table::{row, short};

/// How often each thing is measured.
const RUNS: usize = 7;

/// Turns of use in one of them.
const TURNS: u32 = 300;
/// Notes from the very beginning of each page what holds it up: tasks of more than 50 ms.
const NOTE_TASKS: &str = "window.tasks = []; new PerformanceObserver(list => \
    window.tasks.push(...list.getEntries().map(task => task.duration))).observe({type: 'longtask', buffered: true});";

/// Measures it, as a table.
pub async fn measure(lab: &Lab) -> Result<String> {
    let note = serde_json::json!({"source": NOTE_TASKS});
    lab.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", note).await?;
    let mut rows = lever::rows(lab, RUNS).await?;
    rows.push(frames(lab).await?);
    rows.extend(tasks(lab).await?);
    Ok(table(&rows))
}

/// Measures what can be in a browser that tells neither how long its tasks take nor how busy its thread is.
pub async fn measure_where_no_tasks_are_told(lab: &Lab) -> Result<String> {
    let mut rows = lever::times_of_all(lab, RUNS).await?;
    rows.push(frames(lab).await?);
    Ok(table(&rows))
}

fn table(rows: &[String]) -> String {
    format!("| what | aim | median (range) of {RUNS} |\n|---|---|---|\n{}", rows.join("\n"))
}

/// How long frames take while 2 x 24 members move.
async fn frames(lab: &Lab) -> Result<String> {
    eprintln!("frames…");
    lab.go("?members=24&groups=4&pairs=100").await?;
    lab.settle().await?;
    lab.script::<()>(
        "window.frames_seen = null; const times = []; \
         const look = time => { times.push(time); if (times.length < 301) requestAnimationFrame(look); else window.frames_seen = times; }; \
         requestAnimationFrame(look);",
    )
    .await?;
    let times: Option<Vec<f64>> = lab.wait_for_value("return window.frames_seen;", Option::is_some).await?;
    let times = times.context("frames")?;
    let lengths: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    Ok(row("a frame while 2 × 24 members move, of 300 frames", "60 a second", 17.0, &lengths))
}

/// What holds the page up for more than 50 ms, where a reader might feel it.
async fn tasks(lab: &Lab) -> Result<Vec<String>> {
    let mut found = vec![Vec::new(); 6];
    let mut results = Vec::new();
    for run in 0..RUNS {
        eprintln!("tasks, {} of {RUNS}…", run + 1);
        lab.go("").await?;
        lab.settle().await?;
        found[0].push(take_tasks(lab).await?);

        if run < RUNS.div_ceil(2) {
            results.push(lab.use_everything(TURNS, 0).await?);
            found[1].push(take_tasks(lab).await?);
        }

        lab.go("").await?;
        lab.settle().await?;
        take_tasks(lab).await?;
        through_all_views(lab).await?;
        found[2].push(take_tasks(lab).await?);

        lab.go("?members=60&groups=6&pairs=100").await?;
        lab.settle().await?;
        found[3].push(take_tasks(lab).await?);
        choose_people(lab).await?;
        found[4].push(take_tasks(lab).await?);

        lab.go("?pairs=1000").await?;
        lab.panel("outcomes").await?;
        lab.press("all-outcomes").await?;
        lab.settle().await?;
        found[5].push(take_tasks(lab).await?);
    }
    let shown = results[results.len() / 2];
    let use_of_all = format!("in {TURNS} turns of use, a good twenty seconds, with some {shown} results shown");
    let what = [
        "at opening",
        &use_of_all,
        "on the way through all views",
        "at opening with 60 members",
        "while people of those 60 are chosen",
        "with 1000 pairs and all outcomes in sight",
    ];
    Ok(what.iter().zip(&found).map(|(what, found)| tasks_row(what, found)).collect())
}

/// The tasks noted since they were last taken [ms].
async fn take_tasks(lab: &Lab) -> Result<Vec<f64>> {
    lab.script("const tasks = window.tasks; window.tasks = []; return tasks;").await
}

async fn through_all_views(lab: &Lab) -> Result<()> {
    lab.click("to-scenarios").await?;
    lab.driver.find(By::Css("[data-testid='card-emergency'] a")).await?.click().await?;
    lab.wait_for("[data-testid='model-shows'][aria-busy='false']").await?;
    lab.click("to-report").await?;
    lab.wait_for("[data-testid='sheet'][aria-busy='false'] .sheet-charts svg").await?;
    lab.click("to-lab").await?;
    lab.settle().await
}

async fn choose_people(lab: &Lab) -> Result<()> {
    lab.script::<()>("document.querySelector(\"[data-testid='pick-treatment']\").focus();").await?;
    let picture = lab.driver.active_element().await?;
    for key in [Key::Home, Key::Right, Key::Right, Key::Down] {
        picture.send_keys(key).await?;
        lab.wait_for("[data-testid='person'][data-current='true'] [data-testid='episodes']").await?;
    }
    Ok(())
}

/// A line of the table for tasks that hold the page up: how many in a run, and the longest of all.
fn tasks_row(what: &str, runs: &[Vec<f64>]) -> String {
    let mut counts: Vec<usize> = runs.iter().map(Vec::len).collect();
    counts.sort_unstable();
    let (median, most) = (counts[counts.len() / 2], counts[counts.len() - 1]);
    let longest = runs.iter().flatten().copied().fold(0.0, f64::max);
    let found = match most {
        0 => "0".to_owned(),
        _ => format!("{median} ({} to {most}), the longest {} ms", counts[0], short(longest)),
    };
    let bold = if median > 0 { "**" } else { "" };
    format!("| main-thread tasks over 50 ms {what} | 0 | {bold}{found}{bold} |")
}
