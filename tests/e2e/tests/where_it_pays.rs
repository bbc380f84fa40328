//! The page of questions: where it pays, along one setting or over two; and how sure: plausible worlds.

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
        // Another question runs meanwhile, and it is said that this one does not go on by itself.
        lab.click("about-matters").await?;
        lab.click("matters-start").await?;
        lab.click("about-where").await?;
        lab.part("another-runs").await?;
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
        .await?;
        let focus: String = lab.script("return document.activeElement.dataset.testid ?? '';").await?;
        assert_eq!(focus, "where", "whoever uses the keyboard goes on in the same part");
        Ok(())
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
fn what_is_entered_stays_and_is_in_the_link() {
    check("?scenario=software&view=questions", async |lab| {
        const ENTERED: &str = "return ['sweep-setting-1', 'sweep-from-1', 'sweep-count', 'sweep-outcome'] \
            .map(name => document.querySelector(`[data-testid='${name}']`)?.value ?? '').join(' ');";
        let stands = async || lab.wait_for_value(ENTERED, |entered: &String| entered == "beta 0.1 5 morale").await;
        lab.choose("sweep-setting-1", "beta").await?;
        lab.choose("sweep-count", "5").await?;
        lab.choose("sweep-outcome", "morale").await?;
        lab.fill("sweep-from-1", "0.1").await?;
        stands().await?;
        lab.search(|search| search.contains("where=5~morale~t.assist_share..") && search.contains("~beta..0.1.."))
            .await?;
        lab.click("about-sure").await?;
        lab.part("sure").await?;
        lab.click("about-where").await?;
        stands().await?;
        // The address follows a moment later.
        lab.search(|search| !search.contains("ask=")).await?;
        lab.driver.refresh().await?;
        stands().await?;
        lab.go("?scenario=software&view=questions&where=9~luck~beta").await?;
        let notice = lab.text("notice").await?;
        ensure!(notice.contains("where = 9~luck~beta"), "{notice}");
        lab.part("sweep-start").await.map(drop)
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
fn pairs_can_be_of_plausible_worlds_but_for_what_is_known() {
    check("?scenario=software", async |lab| {
        lab.settle().await?;
        let teams = lab.text("sentence").await?;
        ensure!(teams.ends_with(" of 400 teams like this with other people and luck."), "{teams}");
        lab.choose("worlds", "worlds").await?;
        lab.search(|search| search.contains("plausible=yes")).await?;
        lab.settle().await?;
        let worlds = lab.text("sentence").await?;
        ensure!(worlds.ends_with(" of 400 plausible worlds."), "{worlds}");
        // What is known stays, and the worlds are others.
        lab.press("lever-beta-about").await?;
        lab.press("lever-beta-known").await?;
        let link = lab.search(|search| search.contains("known=beta")).await?;
        lab.settle().await?;
        let known = lab.text("sentence").await?;
        ensure!(known != worlds && known.ends_with(" of 400 plausible worlds."), "{known}");
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

/// Counts, in `window.pairs`, the pairs that workers are asked for, and in `window.open` the requests that are not answered. A request is a place, perhaps a text, and two replicates, each number
/// in groups of seven bits; an answer that says what was done begins with a one.
const COUNT_PAIRS: &str = "window.pairs = 0; window.open = 0; const There = Worker; \
    window.Worker = class extends There { \
        set onmessage(hear) { \
            super.onmessage = hear && (event => { \
                if (event.data[0] === 1) window.open--; \
                hear(event); \
            }); \
        } \
        postMessage(message, ...more) { \
            if (message instanceof Uint8Array) { \
                window.open++; \
                let at = 0; \
                const number = () => { \
                    for (let value = 0, unit = 1; ; unit *= 128) { \
                        const byte = message[at++]; \
                        value += (byte & 127) * unit; \
                        if (byte < 128) return value; \
                    } \
                }; \
                number(); \
                if (message[at++]) { const length = number(); at += length; } \
                const first = number(); \
                window.pairs += number() - first; \
            } \
            super.postMessage(message, ...more); \
        } };";

/// Opens the page of questions anew, with what the lab shows done.
async fn questions(lab: &Lab) -> Result<()> {
    lab.go("?scenario=software&view=questions").await?;
    lab.settle().await
}

/// The same, once the lab's pairs of both kinds are run: what is counted from now on is of questions.
async fn idle_questions(lab: &Lab) -> Result<()> {
    questions(lab).await?;
    lab.wait_for_value("return window.open === 0 ? window.pairs : 0;", |pairs: &u32| *pairs >= 800).await?;
    lab.script("window.pairs = 0;").await
}

/// Asks a map of 81 cells, which takes some seconds.
async fn start_map(lab: &Lab) -> Result<()> {
    lab.choose("sweep-setting-1", "beta").await?;
    lab.choose("sweep-count", "9").await?;
    lab.click("sweep-start").await
}

/// Waits for all of the map; its numbers, in all their places, and how many pairs were asked for.
async fn map(lab: &Lab) -> Result<(Vec<u8>, u32)> {
    lab.wait_for(DONE).await?;
    let pairs = lab.script("return window.pairs;").await?;
    let folder = lab.downloads("map").await?;
    lab.click("save-numbers-csv").await?;
    Ok((lab.saved(&folder, "csv").await?.1, pairs))
}

/// How many keys there are in what the browser keeps, of those that begin like this.
fn kept(start: &str) -> String {
    format!(
        "return new Promise((done, fail) => {{ \
            const open = indexedDB.open('assist-lab'); \
            open.onerror = fail; \
            open.onsuccess = () => {{ \
                const keys = open.result.transaction('kept').objectStore('kept').getAllKeys(); \
                keys.onsuccess = () => {{ \
                    open.result.close(); \
                    done(keys.result.filter(key => key.startsWith('{start}/')).length); \
                }}; \
            }}; \
        }});"
    )
}

/// Whether a question is under way on the page, or was cut off.
async fn is_asked(lab: &Lab) -> Result<bool> {
    Ok(!lab.driver.find_all(By::Css("[data-testid='sweep-progress']")).await?.is_empty())
}

#[test]
fn a_map_that_was_cut_off_when_the_page_was_closed_goes_on_where_it_was() {
    check("", async |lab| {
        lab.run_early(COUNT_PAIRS).await?;
        idle_questions(lab).await?;
        start_map(lab).await?;
        let (whole, all) = map(lab).await?;
        lab.wait_for_value(&kept("run"), |runs: &u32| *runs == 0).await?;
        // Again, and reloaded once something of it is kept.
        idle_questions(lab).await?;
        ensure!(!is_asked(lab).await?, "it was answered");
        start_map(lab).await?;
        lab.wait_for_value(&kept("pairs"), |batches: &u32| *batches > 0).await?;
        ensure!(lab.text("sweep-progress").await?.starts_with("Round "), "it is in mid-run");
        idle_questions(lab).await?;
        assert_eq!(lab.text("sweep-progress").await?, "Cut off when the page was closed.");
        lab.click("sweep-continue").await?;
        let (again, rest) = map(lab).await?;
        ensure!(again == whole, "the numbers are others");
        ensure!(0 < rest && rest < all, "{rest} of {all} pairs were run");
        lab.wait_for_value(&kept("pairs"), |batches: &u32| *batches == 0).await.map(drop)
    });
}

#[test]
fn what_was_cut_off_can_be_discarded_and_another_page_that_is_open_is_left_alone() {
    check("", async |lab| {
        questions(lab).await?;
        start_map(lab).await?;
        let runs = kept("run");
        lab.wait_for_value(&runs, |runs: &u32| *runs == 1).await?;
        lab.click("sweep-pause").await?;
        let first = lab.driver.window().await?;
        let second = lab.driver.new_tab().await?;
        lab.driver.switch_to_window(second).await?;
        questions(lab).await?;
        lab.part("where").await?;
        // What is there to be offered is read by now.
        lab.wait_for_value(&runs, |runs: &u32| *runs == 1).await?;
        ensure!(!is_asked(lab).await?, "it is the first page's");
        lab.driver.switch_to_window(first).await?;
        questions(lab).await?;
        lab.part("sweep-continue").await?;
        lab.click("sweep-cancel").await?;
        lab.wait_for_value(&runs, |runs: &u32| *runs == 0).await.map(drop)
    });
}

#[test]
fn a_browser_that_keeps_nothing_is_named_and_all_else_works() {
    check("", async |lab| {
        lab.run_early("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };").await?;
        questions(lab).await?;
        start_map(lab).await?;
        let said = lab.text("keeps-nothing").await?;
        assert_eq!(said, "This browser keeps nothing: a closed tab would lose the run.");
        lab.wait_for(DONE).await?;
        ensure!(
            lab.driver.find_all(By::Css("[data-testid='keeps-nothing']")).await?.is_empty(),
            "nothing can be lost now"
        );
        Ok(())
    });
}
