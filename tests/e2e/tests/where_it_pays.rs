//! The page of questions: where it pays, along one setting or over two; and how sure: worlds that could be meant.

use anyhow::{Result, ensure};
use e2e::{Lab, check};
use serde_json::json;
use thirtyfour::prelude::*;

/// All pairs are there.
const DONE: &str = "[data-testid='sweep-progress'][data-complete='true']";

/// Presses a key on the picture.
async fn press_key(lab: &Lab, key: Key) -> Result<()> {
    lab.part("sweep-picture").await?.send_keys(key).await?;
    Ok(())
}

/// Whether anything is drawn in the picture.
async fn is_drawn(lab: &Lab) -> Result<bool> {
    lab.script(
        "const canvas = document.querySelector('.swept-frame canvas'); \
         const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; \
         const colours = new Set(); \
         for (let at = 0; at < data.length; at += 4) colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]); \
         return colours.size > 20;",
    )
    .await
}

#[test]
fn a_line_is_drawn_told_and_opened_in_the_lab() {
    check("?scenario=software&view=questions", async |lab| {
        lab.choose("sweep-count", "5").await?;
        ensure!(lab.text("sweep-cost").await?.starts_with("5 values with 200 pairs each, 1000 pairs in all."));
        lab.click("sweep-start").await?;
        lab.wait_for(DONE).await?;
        ensure!(is_drawn(lab).await?, "nothing is drawn");
        let said = lab.text("sweep-said").await?;
        ensure!(said.starts_with("The second team does better at 4 of 5 values and worse at 0"), "{said}");
        for _ in 0..4 {
            press_key(lab, Key::Right).await?;
        }
        let point = lab.text("sweep-point").await?;
        ensure!(point.starts_with("Time for assisting (second team) 75 %: +"), "{point}");
        ensure!(point.ends_with("; 200 pairs)"), "{point}");
        // Another outcome, and one team alone, without another run.
        lab.choose("sweep-shown", "morale").await?;
        let morale = lab.text("sweep-point").await?;
        ensure!(morale.contains("points of 100") && morale != point, "{morale}");
        lab.choose("sweep-side", "first").await?;
        let first = lab.text("sweep-point").await?;
        ensure!(!first.contains('+'), "{first}");
        lab.click("sweep-open").await?;
        lab.search(|search| search.contains("t.assist_share=0.75") && !search.contains("view=")).await?;
        lab.settle().await?;
        lab.panel("levers").await?;
        ensure!(lab.text("last-change").await?.contains("Time for assisting"), "it can be taken back");
        // What was found is still there, and known if it is asked again.
        lab.click("to-questions").await?;
        lab.wait_for(DONE).await?;
        lab.click("sweep-start").await?;
        lab.wait_for(DONE).await.map(drop)
    });
}

#[test]
fn a_map_can_be_paused_continued_and_discarded() {
    check("?scenario=software&view=questions", async |lab| {
        lab.choose("sweep-setting-1", "beta").await?;
        lab.choose("sweep-count", "5").await?;
        lab.click("sweep-start").await?;
        lab.click("sweep-pause").await?;
        let paused = "return document.querySelector(\"[data-testid='sweep-progress']\").textContent;";
        let said = lab.wait_for_value(paused, |said: &String| said.starts_with("Paused at ")).await?;
        lab.wait_for("[data-testid='sweep-continue']").await?;
        assert_eq!(lab.script::<String>(paused).await?, said, "nothing is run meanwhile");
        lab.click("sweep-continue").await?;
        lab.wait_for(DONE).await?;
        ensure!(is_drawn(lab).await?, "nothing is drawn");
        let said = lab.text("sweep-said").await?;
        ensure!(said.starts_with("Of 25 cells the second team does better in "), "{said}");
        press_key(lab, Key::Right).await?;
        press_key(lab, Key::Up).await?;
        let point = lab.text("sweep-point").await?;
        ensure!(point.contains("(second team) 0 %, How often work is blocked 0.15 per hour"), "{point}");
        lab.click("sweep-cancel").await?;
        lab.wait_for_value(
            "return document.querySelector(\"[data-testid='sweep-figure']\") === null;",
            |gone: &bool| *gone,
        )
        .await
        .map(drop)
    });
}

#[test]
fn what_cannot_be_asked_is_said_at_its_field() {
    check("?scenario=software&view=questions", async |lab| {
        lab.part("sweep-to-0").await?;
        for (end, text, expect) in [
            ("sweep-to-0", "150", "Enter a number from 0 to 100 %."),
            ("sweep-to-0", "", "Enter a number from 0 to 100 %."),
            ("sweep-to-0", "0", "Enter a first value below the last."),
        ] {
            lab.script::<()>(&format!(
                "const field = document.querySelector(\"[data-testid='{end}']\"); field.value = {}; \
                 field.dispatchEvent(new Event('input', {{bubbles: true}}));",
                json!(text)
            ))
            .await?;
            let said = "return document.querySelector(\"[data-testid='sweep-wrong-0']\")?.textContent ?? '';";
            lab.wait_for_value(said, |said: &String| said.starts_with(expect)).await?;
            ensure!(!lab.part("sweep-start").await?.is_enabled().await?, "{text} can be started");
        }
        Ok(())
    });
}

#[test]
fn nothing_is_told_of_a_hidden_result() {
    check("?scenario=software&view=questions&hidden=1", async |lab| {
        lab.wait_for(".questions-page [data-testid='hidden']").await?;
        let parts: u32 = lab.script("return document.querySelectorAll(\"[data-testid='where']\").length;").await?;
        assert_eq!(parts, 0);
        lab.wait_for(".questions-page [data-testid='reveal']").await?.click().await?;
        lab.part("where").await.map(drop)
    });
}

#[test]
fn pairs_can_be_of_worlds_that_could_be_meant_but_for_what_is_known() {
    check("?scenario=software", async |lab| {
        lab.settle().await?;
        let teams = lab.text("sentence").await?;
        ensure!(teams.ends_with(" of 400 teams like this with other people and luck."), "{teams}");
        lab.choose("worlds", "worlds").await?;
        lab.search(|search| search.contains("plausible=yes")).await?;
        lab.settle().await?;
        let worlds = lab.text("sentence").await?;
        ensure!(worlds.ends_with(" of 400 worlds that could be meant."), "{worlds}");
        // What is known stays, and the worlds are others.
        lab.press("lever-beta-about").await?;
        lab.press("lever-beta-known").await?;
        let link = lab.search(|search| search.contains("known=beta")).await?;
        lab.settle().await?;
        let known = lab.text("sentence").await?;
        ensure!(known != worlds && known.ends_with(" of 400 worlds that could be meant."), "{known}");
        // A link brings the same, and undo leads back to the teams.
        lab.go(&link).await?;
        lab.settle().await?;
        assert_eq!(lab.text("sentence").await?, known);
        lab.press("undo").await?;
        lab.search(|search| !search.contains("plausible=")).await?;
        lab.settle().await?;
        assert_eq!(lab.text("sentence").await?, teams);
        lab.go("?plausible=perhaps&known=members").await?;
        let notice = lab.text("notice").await?;
        ensure!(notice.contains("plausible = perhaps: must be one of yes, no") && notice.contains("known"), "{notice}");
        Ok(())
    });
}
