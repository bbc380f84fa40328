//! How long the answers to larger questions take: many pairs, why, and a map.

use anyhow::{Context, Result};
use e2e::Lab;

use crate::table::row;

/// How often each is asked.
const RUNS: usize = 5;

/// Notes in `window.took` how long it takes until `done` is so [ms].
const WATCH: &str = "const start = performance.now(); window.took = null; \
    const look = () => done() ? window.took = performance.now() - start : requestAnimationFrame(look); \
    requestAnimationFrame(look);";

/// Measures them, as a table.
pub async fn measure(lab: &Lab) -> Result<String> {
    let mut rows = vec![thousand_pairs(lab).await?, why(lab).await?];
    rows.extend(map(lab).await?);
    Ok(format!("| what | aim | median (range) of {RUNS} |\n|---|---|---|\n{}", rows.join("\n")))
}

/// All pairs of another seed, a thousand.
async fn thousand_pairs(lab: &Lab) -> Result<String> {
    eprintln!("a thousand pairs…");
    lab.go("?scenario=baseline&t.assist_leaders=1&pairs=1000").await?;
    lab.wait_for("html[data-settled='true']").await?;
    lab.panel("chance").await?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let done = "let begun = false; const data = document.documentElement.dataset; \
            const done = () => { begun ||= Number(data.pairs) < 1000; return begun && Number(data.pairs) === 1000; };";
        lab.script::<()>(&format!("{done}{WATCH} document.querySelector(\"[data-testid='new-seed']\").click();"))
            .await?;
        times.push(took(lab).await?);
        lab.wait_for("html[data-settled='true']").await?;
    }
    Ok(row("1,000 pairs of the default team", "1500 ms", 1500.0, &times))
}

/// A hundred pairs taken apart, all of them new.
async fn why(lab: &Lab) -> Result<String> {
    eprintln!("why…");
    let (mut times, mut parts) = (Vec::new(), 0);
    for run in 0..RUNS {
        lab.go(&format!("?scenario=software&seed={}", 100 + run)).await?;
        lab.wait_for("html[data-settled='true']").await?;
        let done = "const done = () => Number(document.documentElement.dataset.explained) >= 100;";
        lab.script::<()>(&format!("{done}{WATCH} document.querySelector(\"[data-testid='to-panel-why']\").click();"))
            .await?;
        times.push(took(lab).await?);
        parts = lab.script("return document.querySelectorAll('.explained tbody tr').length;").await?;
    }
    Ok(row(&format!("*Why*: 100 pairs, {parts} mechanisms"), "3000 ms", 3000.0, &times))
}

/// A map of 21 × 21 cells: until its first picture, until the sign of 95 % of them is settled, and to the end.
async fn map(lab: &Lab) -> Result<[String; 3]> {
    eprintln!("a map…");
    let (mut times, mut said) = ([const { Vec::new() }; 3], String::new());
    for run in 0..RUNS {
        lab.go(&format!("?scenario=software&seed={}&view=questions&ask=where", 200 + run)).await?;
        lab.wait_for("html[data-settled='true']").await?;
        lab.choose("sweep-setting-1", "beta").await?;
        lab.choose("sweep-count", "21").await?;
        lab.script::<()>(&format!("{ROUNDS}{WATCH} document.querySelector(\"[data-testid='sweep-start']\").click();"))
            .await?;
        let all = took(lab).await?;
        let [first, settled]: [Option<f64>; 2] = lab.script("return [window.first, window.settled];").await?;
        for (times, time) in times.iter_mut().zip([first, settled.or(Some(all)), Some(all)]) {
            times.push(time.context("a picture")?);
        }
        said = lab.text("sweep-said").await?;
    }
    let [first, settled, all] = times;
    Ok([
        row(
            "a map of 21 × 21 cells: to its first picture, 216 pairs: enough for nine cells that stand for all",
            "1000 ms",
            1000.0,
            &first,
        ),
        row("the same: until 95 % of the cells have a sign or never differ", "15 s", 15_000.0, &settled),
        row(&format!("the same: to the end (“{said}”)"), "", f64::INFINITY, &all),
    ])
}

/// Done at the end of a map; notes on the way when there are as many pairs as the nine cells of the coarsest grid take, and when a round begins
/// that is of 5 % of the cells or fewer: what a round adds to the pairs there are to be tells of how many it is.
const ROUNDS: &str = "window.first = window.settled = null; let round = '1', planned = null, pairs = 24; \
    const number = text => Number(text.replace(/\\D/g, '')); \
    const done = () => { \
        const progress = document.querySelector(\"[data-testid='sweep-progress']\"); \
        const now = progress?.textContent.match(/Round (\\d+) of at most \\d+: (.+) of (.+) pairs/); \
        if (now) { \
            if (window.first === null && number(now[2]) >= 9 * 24) window.first = performance.now() - start; \
            if (now[1] !== round) { \
                if (window.settled === null && (number(now[3]) - planned) / pairs <= 0.05 * 441) window.settled = performance.now() - start; \
                [round, pairs] = [now[1], 2 * pairs]; \
            } \
            planned = number(now[3]); \
        } \
        return progress?.dataset.complete === 'true'; };";

/// How long what is watched took [ms].
async fn took(lab: &Lab) -> Result<f64> {
    lab.wait_for_value("return window.took;", Option::<f64>::is_some).await?.context("a time")
}
