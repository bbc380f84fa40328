//! What goes with a scenario and what stays: the clock, a story, notes, what is pinned; keys on any keyboard; names of files.

use anyhow::{Result, ensure};
use e2e::{Lab, check};
use serde_json::json;

/// A key pressed on the page, as a keyboard of some layout tells of it.
async fn press(lab: &Lab, key: &str, code: &str, held: &str) -> Result<bool> {
    lab.script(&format!(
        "document.activeElement.blur(); \
         const event = new KeyboardEvent('keydown', {{key: {}, code: '{code}', bubbles: true, cancelable: true, \
             ctrlKey: {}, shiftKey: {}, altKey: {}, isComposing: {}}}); \
         return !document.body.dispatchEvent(event);",
        json!(key),
        held.contains('c'),
        held.contains('s'),
        held.contains('a'),
        held.contains('i'),
    ))
    .await
}

async fn day(lab: &Lab, expected: impl Fn(&f64) -> bool) -> Result<f64> {
    let script = "return Number(document.querySelector(\"[data-testid='moment']\").dataset.day);";
    lab.wait_for_value(script, expected).await
}

#[test]
fn keys_undo_and_redo_on_any_keyboard() {
    check("", async |lab| {
        lab.settle().await?;
        lab.fill("lever-beta-typed", "0.4").await?;
        lab.search(|search| search.contains("beta=0.4")).await?;
        // Caps Lock; Cyrillic, Greek, Hebrew; German; French.
        for (undo, redo) in [
            (("Z", "KeyZ"), ("z", "KeyZ")),
            (("я", "KeyZ"), ("Я", "KeyZ")),
            (("ζ", "KeyZ"), ("Ζ", "KeyZ")),
            (("ז", "KeyZ"), ("ז", "KeyZ")),
            (("z", "KeyY"), ("Z", "KeyY")),
            (("z", "KeyW"), ("Z", "KeyW")),
        ] {
            ensure!(press(lab, undo.0, undo.1, "c").await?, "{undo:?} is taken");
            lab.search(|search| !search.contains("beta=")).await?;
            ensure!(press(lab, redo.0, redo.1, "cs").await?, "{redo:?} is taken");
            lab.search(|search| search.contains("beta=0.4")).await?;
        }
        for (key, code, held) in [("z", "KeyZ", "ca"), ("z", "KeyZ", "ci"), ("w", "KeyZ", "c"), ("z", "KeyZ", "")] {
            ensure!(!press(lab, key, code, held).await?, "{key} with {held} is not ours");
        }
        Ok(())
    });
}

#[test]
fn another_scenario_begins_anew_and_leaves_notes_and_pin_behind() {
    check("?nonsense=1", async |lab| {
        lab.settle().await?;
        lab.part("notice").await?;
        lab.press("play").await?;
        lab.wait_for("[data-testid='play'][data-playing='false']").await?;
        lab.script::<()>(
            "const scrub = document.querySelector(\"[data-testid='scrub']\"); scrub.value = scrub.max; \
             scrub.dispatchEvent(new Event('input', {bubbles: true}));",
        )
        .await?;
        day(lab, |day| *day > 180.0).await?;
        lab.press("pin").await?;
        lab.fill("lever-beta-typed", "0.4").await?;
        lab.part("pinned-sentence").await?;
        lab.fill("lever-safety0-typed", "99").await?;
        lab.wait_for(".lever .wrong").await?;
        lab.script::<()>(
            "document.querySelector(\"[data-testid='pick-control']\") \
                 .dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));",
        )
        .await?;
        lab.search(|search| search.contains("person=1") && search.contains("pin=")).await?;

        lab.choose("scenario", "silos").await?;
        let search = lab.search(|search| search.contains("silos")).await?;
        ensure!(!search.contains("person=") && !search.contains("pin="), "{search}");
        day(lab, |day| *day < 70.0).await?;
        lab.wait_for("[data-testid='play'][data-playing='true']").await?;
        let left: u32 = lab
            .script(
                "return document.querySelectorAll(\"[data-testid='notice'], [data-testid='pinned'], \
                 [data-testid='pinned-sentence'], .lever .wrong, .key.pinned, [data-testid='person']\").length;",
            )
            .await?;
        assert_eq!(left, 0, "nothing is left of the scenario before");

        // Undo leads back to it, and to what was pinned there.
        lab.press("undo").await?;
        lab.search(|search| search.contains("software") && search.contains("pin=")).await?;
        lab.part("pinned-sentence").await?;
        Ok(())
    });
}

#[test]
fn what_is_pinned_goes_on_and_outlives_a_reload() {
    check("?pairs=100", async |lab| {
        lab.settle().await?;
        lab.press("pin").await?;
        lab.fill("lever-beta-typed", "0.4").await?;
        lab.choose("pairs", "pairs=200").await?;
        let wanted = |search: &String| {
            search.contains("beta=0.4") && search.contains("&pairs=200&") && search.ends_with("&pin=")
        };
        let link = lab.search(wanted).await?;
        lab.settle().await?;
        let of_200 = "return document.querySelector(\"[data-testid='pinned-sentence']\")?.textContent ?? '';";
        let complete = |text: &String| text.contains("; 200 pairs)");
        let before = lab.wait_for_value(of_200, complete).await?;
        lab.go(&link).await?;
        assert_eq!(lab.wait_for_value(of_200, complete).await?, before);
        lab.wait_for("[data-testid='chart-throughput'] .key.pinned").await?;
        assert_eq!(lab.text("pinned").await?, "Kept for comparison: Software feature team");
        Ok(())
    });
}

#[test]
fn a_long_and_odd_name_makes_a_name_for_files_that_keeps_seed_and_pairs() {
    for name in ["x".repeat(4000), "CON: a/b\\c*?\"<>|\u{202e}\u{1f389} .. ".repeat(100), "команда ".repeat(300)]
    {
        check("", async |lab| {
            lab.settle().await?;
            let file = json!({"format": 2, "name": name, "title": name, "seed": 7}).to_string();
            lab.script::<()>(&format!(
                "window.savedAs = []; HTMLAnchorElement.prototype.click = function () {{ window.savedAs.push(this.download); }}; \
                 const data = new DataTransfer(); data.items.add(new File([{}], 'team.json')); \
                 document.dispatchEvent(new DragEvent('drop', {{dataTransfer: data, bubbles: true, cancelable: true}}));",
                json!(file)
            ))
            .await?;
            lab.wait_for_value(
                "return document.querySelector(\"[data-testid='version']\").textContent;",
                |text: &String| text.contains("seed 7"),
            )
            .await?;
            lab.settle().await?;
            let wide: Vec<String> = lab
                .script(
                    "const room = document.documentElement.clientWidth; \
                     const wide = part => part.getBoundingClientRect().right > room + 1 && !part.closest('.unseen, svg'); \
                     return [...document.body.querySelectorAll('*')].filter(wide).map(part => part.outerHTML.slice(0, 80));",
                )
                .await?;
            ensure!(wide.is_empty(), "wider than the window: {wide:#?}");
            for ending in ["svg", "png", "csv"] {
                lab.press(&format!("save-{ending}-throughput")).await?;
            }
            lab.press("to-share").await?;
            lab.press("save-file").await?;
            let names: Vec<String> =
                lab.wait_for_value("return window.savedAs;", |names: &Vec<String>| names.len() == 4).await?;
            for name in &names {
                ensure!(name.len() <= 120 && name.starts_with("assist-lab-"), "{} bytes: {name}", name.len());
                ensure!(name.chars().all(|sign| sign.is_alphanumeric() || "-_.".contains(sign)), "{name}");
                ensure!(name.contains("-seed7-400pairs-throughput.") || name.ends_with(".json"), "{name}");
            }
            Ok(())
        });
    }
}
