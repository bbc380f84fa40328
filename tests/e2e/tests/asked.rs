//! The page of questions: how sure, which assumptions matter, and what a file asks.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, check, command_line};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// All pairs are there.
const DONE: &str = "[data-testid='sweep-progress'][data-complete='true']";

/// Opens a file by dropping it on the page.
async fn drop_file(lab: &Lab, name: &str, text: &str) -> Result<()> {
    lab.script::<()>(&format!(
        "const data = new DataTransfer(); data.items.add(new File([{}], {})); \
         document.dispatchEvent(new DragEvent('drop', {{bubbles: true, cancelable: true, dataTransfer: data}}));",
        json!(text),
        json!(name)
    ))
    .await
}

#[test]
fn how_sure_it_is_is_told_by_luck_and_by_what_nobody_knows() {
    check("?scenario=software&view=questions", async |lab| {
        lab.click("about-sure").await?;
        lab.search(|search| search.contains("ask=sure")).await?;
        lab.wait_for("[data-testid='sure-luck']").await?;
        let (teams, worlds) = (lab.text("sure-teams").await?, lab.text("sure-worlds").await?);
        ensure!(teams.contains("The second team does better in 375 of 400."), "{teams}");
        ensure!(worlds.contains(" of 400. Half of the differences lie between "), "{worlds}");
        ensure!(teams != worlds);
        lab.wait_for("[data-testid='rows-picture']").await?;
        lab.choose("sure-outcome", "morale").await?;
        let morale = lab.text("sure-teams").await?;
        ensure!(morale.contains("points of 100") && morale != teams, "{morale}");
        // The lab says the same in short.
        lab.go("?scenario=software").await?;
        lab.settle().await?;
        let also = "return document.querySelector(\"[data-testid='also']\").textContent;";
        let said = lab.wait_for_value(also, |said: &String| said.contains("goes the same way in ")).await?;
        let better =
            said.split("goes the same way in ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        ensure!(worlds.contains(&format!("does better in {better} of 400.")), "{said} {worlds}");
        Ok(())
    });
}

/// A link to a scenario in which all but a few assumptions are known.
fn few_left() -> Result<String> {
    let table: Value = serde_json::from_slice(&command_line(&["parameters", "--format", "json"])?)?;
    let rows = table.as_array().context("a list")?.iter().filter(|row| !row["plausible"].is_null());
    let ids: Vec<&str> = rows.filter_map(|row| row["id"].as_str()).collect();
    let known: Vec<&str> = ids.into_iter().filter(|id| !["alpha", "beta"].contains(id)).collect();
    Ok(format!("?scenario=software&known={}&view=questions&ask=matters", known.join(",")))
}

#[test]
fn assumptions_are_screened_and_explained_and_can_be_cancelled() {
    check("", async |lab| {
        lab.go(&few_left()?).await?;
        lab.choose("matters-effort", "10").await?;
        let cost = lab.text("matters-cost").await?;
        ensure!(cost.starts_with("30 worlds with 4 pairs each, 120 pairs in all."), "{cost}");
        lab.click("matters-start").await?;
        lab.wait_for(DONE).await?;
        let said = lab.text("matters-said").await?;
        ensure!(said.starts_with("Clearly above luck: readiness to ask"), "{said}");
        lab.click("shares-start").await?;
        let both = "return [...document.querySelectorAll(\"[data-testid='sweep-progress']\")].map(bar => bar.dataset.complete);";
        lab.wait_for_value(both, |bars: &Vec<String>| bars == &["true", "true"]).await?;
        let shares = lab.text("shares-said").await?;
        ensure!(
            shares.contains("Luck makes up ") && shares.contains(" % of the variance between single teams"),
            "{shares}"
        );
        // What is known from now on is not screened any more.
        lab.click("matters-all").await?;
        lab.click("matters-known-beta").await?;
        lab.search(|search| search.contains("beta")).await?;
        let cost = "return document.querySelector(\"[data-testid='matters-cost']\").textContent;";
        lab.wait_for_value(cost, |cost: &String| cost.starts_with("20 worlds")).await?;
        // Discarded, nothing is left of it.
        lab.click("sweep-cancel").await?;
        let left = "return document.querySelectorAll(\"[data-testid='found-screen']\").length;";
        lab.wait_for_value(left, |left: &u32| *left == 0).await.map(drop)
    });
}

#[test]
fn what_was_found_fits_a_phone() {
    check("", async |lab| {
        lab.set_viewport(360, 740).await?;
        lab.go(&few_left()?).await?;
        lab.click("matters-start").await?;
        lab.wait_for(DONE).await?;
        lab.part("shares-start").await?;
        let beyond = "return [...document.querySelectorAll('.questions-page :is(button, select, p, canvas)')] \
             .filter(part => part.checkVisibility() && !part.closest('.numbers') && part.getBoundingClientRect().right > innerWidth) \
             .map(part => part.textContent);";
        let beyond: Vec<String> = lab.script(beyond).await?;
        ensure!(beyond.is_empty(), "cut: {beyond:?}");
        Ok(())
    });
}

/// Experiments of each kind, small, and what the page says of each before it begins.
const EXPERIMENTS: [(&str, &str); 5] = [
    (
        r#"{"experiment": 1, "scenario": "software", "question": "pairs", "outcomes": ["throughput", "morale"], "pairs": 40}"#,
        "How much the teams differ",
    ),
    (r#"{"experiment": 1, "scenario": "silos", "question": "why", "pairs": 6}"#, "Why the teams differ"),
    (
        r#"{"experiment": 1, "title": "Groups", "scenario": "software", "seed": 11, "question": "sweep", "pairs": 12,
            "vary": [{"parameter": "groups", "values": [1, 2, 4, 20]}, {"parameter": "t.assist_share", "from": 0.1, "to": 0.9, "count": 3}]}"#,
        "Where it pays",
    ),
    (
        r#"{"experiment": 1, "scenario": "software", "question": "screen", "points": 2, "pairs": 2, "outcomes": ["morale"]}"#,
        "Which assumptions matter",
    ),
    (
        r#"{"experiment": 1, "scenario": "software", "question": "indices", "parameters": ["beta", "safety0"], "points": 2, "pairs": 2}"#,
        "How much each assumption explains",
    ),
];

#[test]
fn an_experiment_file_gives_the_numbers_of_the_command_line_whole_and_in_shards() {
    check("?scenario=software&view=questions&ask=file", async |lab| {
        for (place, (text, asks)) in EXPERIMENTS.into_iter().enumerate() {
            let folder = lab.downloads(&format!("asked-{place}")).await?;
            let file = folder.join("experiment.json");
            fs::write(&file, text)?;
            lab.part("open-experiment").await?;
            drop_file(lab, "asked.json", text).await?;
            let said = "return document.querySelector(\"[data-testid='experiment-asks']\")?.textContent ?? '';";
            lab.wait_for_value(said, |said: &String| said.starts_with(asks)).await?;
            lab.click("experiment-start").await?;
            lab.wait_for(DONE).await?;
            lab.click("save-pairs").await?;
            let (_, saved) = lab.saved(&folder, "csv").await?;
            let expected = command_line(&["experiment", &file.to_string_lossy(), "--format", "csv"])?;
            let saved = saved.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&saved);
            ensure!(saved == expected, "{asks}: the page's numbers are others");
            ensure!(in_shards(&folder, &file)? == expected, "{asks}: the shards' numbers are others");
        }
        Ok(())
    });
}

/// What two shards of an experiment come to together.
fn in_shards(folder: &Path, file: &Path) -> Result<Vec<u8>> {
    let mut parts = Vec::new();
    for shard in ["1/2", "2/2"] {
        let part = folder.join(format!("{}.part", &shard[..1]));
        fs::write(&part, command_line(&["experiment", &file.to_string_lossy(), "--shard", shard])?)?;
        parts.push(part.to_string_lossy().into_owned());
    }
    command_line(&["merge", &parts[0], &parts[1], "--format", "csv"])
}

#[test]
fn what_is_wrong_with_an_experiment_file_is_said_and_nothing_is_lost() {
    check("?scenario=software&view=questions&ask=file", async |lab| {
        lab.part("open-experiment").await?;
        drop_file(lab, "wrong.json", r#"{"experiment": 1, "scenario": "softwear", "question": "pears"}"#).await?;
        let notice = lab.text("notice").await?;
        ensure!(
            notice.contains("wrong.json") && notice.contains("software") && notice.contains("question"),
            "{notice}"
        );
        drop_file(lab, "cut.json", r#"{"experiment": 1, "scenario": "software", "questi"#).await?;
        let notices =
            "return [...document.querySelectorAll(\"[data-testid='notice']\")].map(one => one.textContent).join(' ');";
        lab.wait_for_value(notices, |said: &String| said.contains("cut.json")).await?;
        lab.part("asked-file").await.map(drop)
    });
}
