//! How fast the page follows a lever, and what that costs the page itself.

use anyhow::{Context, Result};
use e2e::Lab;
use serde_json::json;

use crate::table::row;

/// A lever that is moved.
struct Moved {
    id: &'static str,
    what: &'static str,
    /// Until the first result is shown and until 100 pairs are, on a machine whose pair takes 1.7 ms [ms].
    aims: [f64; 2],
}

const LEVERS: [Moved; 4] = [
    Moved { id: "assist_share", what: "a lever of the second team (`assist_share`)", aims: [50.0, 80.0] },
    Moved { id: "notice", what: "a lever of the second team (`notice`)", aims: [50.0, 80.0] },
    Moved { id: "beta", what: "a lever of the world (`beta`)", aims: [80.0, 130.0] },
    Moved { id: "safety0", what: "a lever of the world (`safety0`)", aims: [80.0, 130.0] },
];

/// How long the page is left alone after all pairs are there, so that what follows them is counted too [ms].
const REST: u32 = 900;

/// How long so many moves of each lever take.
pub async fn times_of_all(lab: &Lab, runs: usize) -> Result<Vec<String>> {
    let mut rows = Vec::new();
    for lever in &LEVERS {
        eprintln!("{}…", lever.what);
        rows.extend(times(lab, lever, runs).await?);
    }
    Ok(rows)
}

/// The lines of the table, of so many moves of each lever, with what they cost the page's own thread.
pub async fn rows(lab: &Lab, runs: usize) -> Result<Vec<String>> {
    lab.driver.cdp().send_raw("Performance.enable", json!({})).await?;
    let mut rows = Vec::new();
    for lever in &LEVERS {
        eprintln!("{}…", lever.what);
        rows.extend(times(lab, lever, runs).await?);
        rows.push(own_time(lab, lever, runs).await?);
    }
    Ok(rows)
}

/// How long it takes from a lever's move until the page is marked for the new scenario, shows the first result, 100 pairs, and 400.
async fn times(lab: &Lab, lever: &Moved, runs: usize) -> Result<Vec<String>> {
    lab.go("").await?;
    lab.settle().await?;
    let mut times = [const { Vec::new() }; 4];
    for run in 0..runs {
        for (times, time) in times.iter_mut().zip(one_move(lab, lever, run).await?) {
            times.push(time);
        }
    }
    let [first, hundred] = lever.aims;
    let until = [
        ("the page is marked for the new scenario", "a frame".to_owned(), 17.0),
        ("the first result on the page", format!("{first} ms"), first),
        ("100 pairs on the page", format!("{hundred} ms"), hundred),
        ("400 pairs", String::new(), f64::INFINITY),
    ];
    let rows = until.iter().zip(&times);
    Ok(rows
        .map(|((until, aim, limit), times)| row(&format!("{}: to {until}", lever.what), aim, *limit, times))
        .collect())
}

/// Moves it, waits for all pairs, and answers when the page got how far [ms].
async fn one_move(lab: &Lab, lever: &Moved, run: usize) -> Result<[f64; 4]> {
    lab.script::<()>(&format!(
        "const range = document.querySelector(\"[data-testid='lever-{}-range']\"); \
         const pairs = () => Number(document.documentElement.dataset.pairs), times = []; window.times = null; \
         const look = () => {{ \
             const now = pairs(), passed = performance.now() - start; \
             if (times.length === 0 && now < 100) times.push(passed); \
             if (times.length === 1 && now >= 2) times.push(passed); \
             if (times.length === 2 && now >= 100) times.push(passed); \
             if (times.length === 3 && now >= 400) times.push(passed); \
             if (times.length === 4) window.times = times; else requestAnimationFrame(look); \
         }}; \
         const start = performance.now(); \
         range.value = Number(range.min) + {} * (range.max - range.min); \
         range.dispatchEvent(new Event('input', {{bubbles: true}})); \
         range.dispatchEvent(new Event('change', {{bubbles: true}})); \
         look();",
        lever.id,
        // Away from the values of the scenario itself, which are known already.
        0.65 + 0.05 * run as f64
    ))
    .await?;
    let found: Option<[f64; 4]> = lab.wait_for_value("return window.times;", Option::is_some).await?;
    lab.settle().await?;
    found.context("four times")
}

/// How long the page's own thread is busy with a move until all pairs are shown; the teams stand still meanwhile.
async fn own_time(lab: &Lab, lever: &Moved, runs: usize) -> Result<String> {
    lab.go("").await?;
    lab.settle().await?;
    lab.press("play").await?;
    rest(lab).await?;
    let mut times = Vec::new();
    for run in 0..runs {
        let before = busy(lab).await?;
        one_move(lab, lever, run).await?;
        rest(lab).await?;
        times.push(busy(lab).await? - before);
    }
    Ok(row(
        &format!("{}: the page's own thread, all reports up to 400 pairs together", lever.what),
        "",
        f64::INFINITY,
        &times,
    ))
}

async fn rest(lab: &Lab) -> Result<()> {
    let script = format!("const done = arguments[arguments.length - 1]; setTimeout(() => done(null), {REST});");
    lab.driver.execute_async(&script, Vec::new()).await?;
    Ok(())
}

/// How long the page's own thread has been busy since it was opened [ms].
async fn busy(lab: &Lab) -> Result<f64> {
    let answer = lab.driver.cdp().send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().context("the browser knows no metrics")?;
    let busy = metrics.iter().find(|metric| metric["name"] == "TaskDuration").context("no duration of tasks")?;
    Ok(1000.0 * busy["value"].as_f64().context("a number")?)
}
