//! How much memory the program takes in a long session: levers, views, people, undo; each left until all of its pairs are there, or
//! moved on from before.

use anyhow::{Context, Result};
use e2e::Lab;
use serde_json::json;
use thirtyfour::prelude::*;

/// Moves of levers in the session.
const MOVES: usize = 200;
/// Those of its first minute, for a lever every three seconds.
const FIRST: usize = 20;
/// By how much the memory may have grown from then to the end.
const AIM: f64 = 0.20;

/// Keeps a hand on the memory of the program.
const NOTE_MEMORY: &str = "for (const name of ['instantiate', 'instantiateStreaming']) { \
        const there = WebAssembly[name]; \
        WebAssembly[name] = async (...given) => { \
            const made = await there.apply(WebAssembly, given); \
            window.programMemory = (made.instance ?? made).exports.memory; \
            return made; \
        }; \
    }";

/// Measures it, as a table.
pub async fn measure(lab: &Lab) -> Result<String> {
    let note = json!({"source": NOTE_MEMORY});
    lab.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", note).await?;
    lab.go("").await?;
    lab.settle().await?;
    let mut taken = vec![("at opening, with all of its pairs", bytes(lab).await?)];
    for turn in 0..MOVES {
        if turn == FIRST {
            taken.push(("after the first minute", bytes(lab).await?));
        }
        if turn % FIRST == 0 {
            eprintln!("memory, move {turn} of {MOVES}: {:.1} MB…", megabytes(bytes(lab).await?));
        }
        act(lab, turn).await?;
    }
    taken.push(("at the end", bytes(lab).await?));
    Ok(table(&taken))
}

fn table(taken: &[(&str, f64)]) -> String {
    let mut table = format!("| the program's memory in a session of {MOVES} moves | MB |\n|---|---|");
    for (when, bytes) in taken {
        table.push_str(&format!("\n| {when} | {:.1} |", megabytes(*bytes)));
    }
    let [.., (_, first), (_, last)] = taken else { return table };
    let growth = last / first - 1.0;
    let bold = if growth > AIM { "**" } else { "" };
    let what = format!("growth from the first minute to the end (aim: at most {:.0} %)", 100.0 * AIM);
    table.push_str(&format!("\n| {what} | {bold}{:.0} %{bold} |", 100.0 * growth));
    table
}

async fn bytes(lab: &Lab) -> Result<f64> {
    lab.script("return window.programMemory.buffer.byteLength;").await
}

fn megabytes(bytes: f64) -> f64 {
    bytes / f64::from(1 << 20)
}

/// A turn of the session: a lever by another way each time, and now and then something else.
async fn act(lab: &Lab, turn: usize) -> Result<()> {
    // Levers in turn; where they go does not come again.
    let share = (turn as f64 * 0.618_034).fract();
    lab.script::<()>(&format!(
        "const levers = [...document.querySelectorAll('.lever input[type=range]')], range = levers[{turn} % levers.length]; \
         range.value = Number(range.min) + (0.2 + 0.6 * {share}) * (range.max - range.min); \
         for (const kind of ['input', 'change']) range.dispatchEvent(new Event(kind, {{bubbles: true}}));"
    ))
    .await?;
    // Every fourth is only passed.
    if turn % 4 != 3 {
        lab.settle().await?;
    }
    match turn % 20 {
        4 => lab.press("undo").await?,
        7 => lab.choose("pair", "another").await?,
        9 => lab.press("to-change").await?,
        11 => choose_person(lab).await?,
        14 => visit(lab).await?,
        17 => lab.press("new-seed").await?,
        _ => (),
    }
    Ok(())
}

async fn choose_person(lab: &Lab) -> Result<()> {
    lab.script::<()>("document.querySelector(\"[data-testid='pick-treatment']\").focus();").await?;
    let picture = lab.driver.active_element().await?;
    picture.send_keys(Key::Home).await?;
    lab.wait_for("[data-testid='person']").await?;
    picture.send_keys(Key::Escape).await.context("a person is left")
}

async fn visit(lab: &Lab) -> Result<()> {
    lab.press("to-scenarios").await?;
    lab.wait_for("[data-testid='card-emergency'] a").await?.click().await?;
    lab.wait_for("[data-testid='model-shows'][aria-busy='false']").await?;
    lab.press("to-report").await?;
    lab.wait_for("[data-testid='sheet'][aria-busy='false'] .sheet-charts svg").await?;
    lab.press("to-lab").await?;
    lab.settle().await
}
