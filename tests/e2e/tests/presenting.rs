//! Shown to a room: large letters, a result that is hidden until it is revealed; and links that bring all that was seen.

use anyhow::{Context, Result, ensure};
use e2e::{DESK, Lab, check};
use serde_json::json;
use thirtyfour::prelude::*;

/// A desk's screen and that of a hall [css px].
const ROOMS: [(u32, u32); 2] = [DESK, (1920, 1080)];
const SCENES: [&str; 4] = ["teams", "result", "charts", "lever"];
/// The least that letters have in a window of 1280 x 720, and the numbers on axes [px].
const LETTERS: f64 = 28.0;
const NUMBERS: f64 = 24.0;

/// Notes the size of all that is written into pictures, by the picture, as it is on the screen.
const NOTE_LETTERS: &str = "
    window.written = {};
    const there = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
        const {c, d} = this.getTransform(), pixels = this.canvas.clientHeight ? this.canvas.height / this.canvas.clientHeight : 1;
        const size = Number(this.font.match(/([0-9.]+)px/)[1]) * Math.hypot(c, d) / pixels;
        const name = this.canvas.closest('figure') ? 'chart' : 'team';
        if (this.canvas.checkVisibility()) (window.written[name] ??= {})[text] = size;
        return there.call(this, text, ...place);
    };";

/// What is written smaller than so many px, on the page itself: each text with its size.
const SMALL: &str = "const small = least => {
        const found = [];
        const note = (part, text, size) => { if (size < least - 0.5) found.push(`${size.toFixed(1)} px: “${text.trim().slice(0, 40)}” in ${part.tagName}.${part.className.baseVal ?? part.className}`); };
        const unseen = part => part.closest('.unseen, script, style, option') || !part.checkVisibility({visibilityProperty: true, opacityProperty: true});
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode, part = text.parentElement;
            if (!text.data.trim() || unseen(part)) continue;
            const range = document.createRange(); range.selectNodeContents(text);
            const box = range.getBoundingClientRect();
            if (box.width < 1 || box.height < 1) continue;
            const scale = part.ownerSVGElement ? part.getScreenCTM().d : 1;
            note(part, text.data, parseFloat(getComputedStyle(part).fontSize) * scale);
        }
        for (const part of document.querySelectorAll('select, input:not([type=range], [type=checkbox], [type=radio])'))
            if (!unseen(part)) note(part, part.value, parseFloat(getComputedStyle(part).fontSize));
        return [...new Set(found)];
    };";

/// What is written smaller in pictures.
const SMALL_IN_PICTURES: &str = "const smallInPictures = (picture, least) => Object.entries(window.written[picture] ?? {})
        .filter(([, size]) => size < least - 0.5).map(([text, size]) => `${size.toFixed(1)} px: “${text}” in the picture of a ${picture}`);";

async fn note_letters(lab: &Lab) -> Result<()> {
    let source = json!({"source": NOTE_LETTERS});
    lab.developer_tools("Page.addScriptToEvaluateOnNewDocument", source).await?;
    Ok(())
}

/// All that is too small for a room of so large a window.
async fn too_small(lab: &Lab, (width, height): (u32, u32)) -> Result<Vec<String>> {
    let scale = (f64::from(width) / f64::from(DESK.0)).min(f64::from(height) / f64::from(DESK.1));
    // Drawn once more: what was written before the scene came is out of it.
    lab.script::<()>("window.written = {}; window.dispatchEvent(new Event('resize'));").await?;
    lab.wait_for_value(
        "const scene = document.documentElement.dataset.present; \
         return scene === 'result' || Object.keys(window.written).length > 0;",
        |drawn: &bool| *drawn,
    )
    .await?;
    lab.script(&format!(
        "{SMALL} {SMALL_IN_PICTURES} \
         return [...small({}), ...smallInPictures('team', {}), ...smallInPictures('chart', {})];",
        LETTERS * scale,
        LETTERS * scale,
        NUMBERS * scale
    ))
    .await
}

#[test]
fn every_letter_reaches_the_back_row_and_nothing_is_cut() {
    for scenario in ["software", "marketing"] {
        check("", async |lab| {
            note_letters(lab).await?;
            let mut wrong = Vec::new();
            for room in ROOMS {
                lab.set_viewport(room.0, room.1).await?;
                for scene in SCENES {
                    lab.go(&format!("?scenario={scenario}&present={scene}")).await?;
                    lab.settle().await?;
                    let mut found = too_small(lab, room).await?;
                    found.extend(lab.cut().await?);
                    let by = lab.scrolls_by().await?;
                    if by != (0, 0) {
                        found.push(format!("it scrolls by {by:?}"));
                    }
                    wrong.extend(found.into_iter().map(|what| format!("{scenario}, {scene}, {room:?}: {what}")));
                }
            }
            ensure!(wrong.is_empty(), "{wrong:#?}");
            Ok(())
        });
    }
}

#[test]
fn the_lines_of_a_chart_have_their_whole_names() {
    check("", async |lab| {
        note_letters(lab).await?;
        for (scenario, names) in [
            ("emergency", ["Without flow nurse", "With flow nurse"]),
            ("marketing", ["Without operations specialist", "With operations specialist"]),
        ] {
            lab.set_viewport(DESK.0, DESK.1).await?;
            lab.go(&format!("?scenario={scenario}&present=charts")).await?;
            lab.settle().await?;
            lab.script::<()>("window.written = {}; window.dispatchEvent(new Event('resize'));").await?;
            lab.set_viewport(DESK.0, DESK.1 + 20).await?;
            let written: Vec<String> = lab
                .wait_for_value("return Object.keys(window.written.chart ?? {});", |written: &Vec<String>| {
                    names.iter().all(|name| written.iter().any(|text| text == name))
                })
                .await?;
            let cut = written.iter().find(|text| text.starts_with("With") && text.ends_with('…'));
            ensure!(cut.is_none(), "{scenario}: {written:?}");
        }
        Ok(())
    });
}

#[test]
fn each_scene_has_what_it_shows_in_sight() {
    check("", async |lab| {
        let bar = [".present-bar button"];
        for room in ROOMS {
            lab.set_viewport(room.0, room.1).await?;
            for (scene, shown) in [
                (
                    "teams",
                    &["[data-testid='team-control']", "[data-testid='team-treatment']", "[data-testid='play']"][..],
                ),
                ("result", &["[data-testid='sentence']", ".dots svg"]),
                ("charts", &[".fronts .chart", ".fronts .chart-frame"]),
                (
                    "lever",
                    &[
                        ".large-lever input[type='range']",
                        "[data-testid='sentence']",
                        ".fronts .chart:first-child .chart-frame",
                    ],
                ),
            ] {
                lab.go(&format!("?present={scene}")).await?;
                lab.settle().await?;
                let missing = lab.out_of_sight(&[shown, &bar].concat()).await?;
                ensure!(missing.is_empty(), "{scene} in {room:?}: {missing:#?}");
            }
        }
        Ok(())
    });
}

#[test]
fn keys_lead_through_the_scenes_and_back() {
    check("", async |lab| {
        lab.settle().await?;
        let press = async |key: TypingData| -> Result<()> {
            lab.script::<()>("document.activeElement.blur();").await?;
            Ok(lab.driver.find(By::Css("body")).await?.send_keys(key).await?)
        };
        let scene = async |name: &str| -> Result<()> {
            lab.wait_for(&format!("html[data-present='{name}']")).await?;
            let expected = if name == "none" { String::new() } else { format!("present={name}") };
            lab.search(|search| search.contains(&expected) && search.contains("present=") != expected.is_empty())
                .await
                .map(drop)
        };
        press("p".into()).await?;
        scene("teams").await?;
        for (key, name) in [
            (Key::PageDown, "result"),
            (Key::Right, "charts"),
            (Key::PageDown, "lever"),
            (Key::Right, "teams"),
            (Key::PageUp, "lever"),
            (Key::Left, "charts"),
        ] {
            press(key.into()).await?;
            scene(name).await?;
        }
        // The slider that was moved last leaves a clicker's keys alone.
        press(Key::PageDown.into()).await?;
        scene("lever").await?;
        let range = lab.driver.find(By::Css(".large-lever input[type=range]")).await?;
        let value = range.prop("value").await?;
        range.send_keys(Key::PageDown).await?;
        scene("teams").await?;
        press(Key::PageUp.into()).await?;
        scene("lever").await?;
        let range = lab.driver.find(By::Css(".large-lever input[type=range]")).await?;
        assert_eq!(range.prop("value").await?, value);
        press("h".into()).await?;
        lab.search(|search| search.contains("hidden=1")).await?;
        press("h".into()).await?;
        lab.search(|search| !search.contains("hidden=1")).await?;
        press(Key::Escape.into()).await?;
        scene("none").await?;
        // The button does it, too, and so does the bar's.
        lab.click_in_header("to-present").await?;
        scene("teams").await?;
        lab.click("scene-lever").await?;
        scene("lever").await?;
        lab.click("present-leave").await?;
        scene("none").await?;
        // In a field a letter is a letter.
        lab.panel("levers").await?;
        lab.part("find-lever").await?.send_keys("hp").await?;
        lab.wait_for_value("return document.querySelector(\"[data-testid='find-lever']\").value;", |text: &String| {
            text == "hp"
        })
        .await?;
        scene("none").await
    });
}

/// All that is read or spoken of the page, in sight or not.
const SAID: &str = "
    const said = [document.title];
    for (const part of document.querySelectorAll('body, body *')) {
        if (part.closest('script, style')) continue;
        for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'alt', 'placeholder', 'value'])
            if (part.hasAttribute(name)) said.push(part.getAttribute(name));
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('script, style')) said.push(walker.currentNode.data);
    said.push(document.body.textContent);";

/// What tells the result, wherever it stands on the page when it is shown.
const TOLD: &str = "
    const told = [...document.querySelectorAll('.result p, .result b, .dots figcaption, .tile .means, .tile .verdict')].map(part => part.textContent);
    for (const part of document.querySelectorAll('.fronts canvas')) told.push(part.getAttribute('aria-label'));
    for (const part of document.querySelectorAll('.fronts .cross')) told.push(part.getAttribute('aria-valuetext'));
    const always = ['', '?', 'Week'];
    return [...new Set(told.map(text => (text ?? '').trim()))].filter(text => text.length > 8 && /[0-9]/.test(text) && !always.includes(text));";

/// What of the result is still said on the page.
async fn still_said(lab: &Lab, told: &[String]) -> Result<Vec<String>> {
    lab.script(&format!("{SAID} return {}.filter(told => said.some(text => text.includes(told)));", json!(told))).await
}

/// The sentence of the result, as it is written.
async fn said(lab: &Lab) -> Result<String> {
    lab.part("sentence").await?;
    lab.script("return document.querySelector(\"[data-testid='sentence']\").textContent;").await
}

/// How much of the teams' colours the charts in front show [pixels].
async fn drawn(lab: &Lab) -> Result<u32> {
    lab.script(
        "let count = 0; \
         for (const canvas of document.querySelectorAll('.fronts canvas')) { \
             if (!canvas.width || !canvas.height) continue; \
             const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; \
             for (let at = 3; at < data.length; at += 4) if (data[at] > 0) count++; \
         } \
         return count;",
    )
    .await
}

#[test]
fn a_hidden_result_is_nowhere_until_it_is_revealed() {
    check("?beta=0.25", async |lab| {
        lab.settle().await?;
        lab.panel("outcomes").await?;
        lab.wait_for(".tile .means").await?;
        lab.press("all-outcomes").await?;
        lab.wait_for_value("return document.querySelectorAll('.tile').length;", |count: &u32| *count > 40).await?;
        let told: Vec<String> = lab.script(TOLD).await?;
        let sentence = said(lab).await?;
        ensure!(told.len() > 20 && told.contains(&sentence), "{told:#?}");
        assert_eq!(still_said(lab, &told).await?.len(), told.len(), "what is told is found");
        ensure!(drawn(lab).await? > 1000, "the charts are drawn");
        // By the button, by a guess that is asked for, by a link, and in every scene.
        lab.click("hide").await?;
        lab.part("hidden").await?;
        covered(lab, &told, "hidden by the button").await?;
        lab.click("reveal").await?;
        assert_eq!(said(lab).await?, sentence);
        lab.click("guess-first").await?;
        lab.part("guess").await?;
        covered(lab, &told, "while a guess is asked for").await?;
        lab.click("guess-more").await?;
        assert_eq!(lab.text("expected").await?, "You expected 10 % more.", "in the unit of the result");
        assert_eq!(said(lab).await?, sentence);
        for scene in SCENES {
            lab.go(&format!("?beta=0.25&hidden=1&present={scene}")).await?;
            lab.settle().await?;
            covered(lab, &told, scene).await?;
        }
        lab.driver.find(By::Css("body")).await?.send_keys("h").await?;
        lab.search(|search| !search.contains("hidden=1")).await?;
        lab.wait_for_value(
            "return document.querySelector(\"[data-testid='sentence']\").textContent;",
            |text: &String| *text == sentence,
        )
        .await
        .map(drop)
    });
}

async fn covered(lab: &Lab, told: &[String], when: &str) -> Result<()> {
    let left = still_said(lab, told).await?;
    ensure!(left.is_empty(), "{when}: {left:#?}");
    let counts: Vec<String> = lab
        .script("return [...document.querySelectorAll('.board .done dd, .board .waiting dd')].map(count => count.textContent.trim());")
        .await?;
    ensure!(
        counts.len() == 4 && counts.iter().all(|count| count == "–"),
        "{when}: what is done is counted: {counts:?}"
    );
    let told: Vec<String> = lab
        .script("return [...document.querySelectorAll('.board')].flatMap(board => Object.values(board.dataset));")
        .await?;
    ensure!(told.is_empty(), "{when}: {told:?}");
    let drawn = drawn(lab).await?;
    ensure!(drawn == 0, "{when}: {drawn} pixels of the charts are drawn");
    Ok(())
}

/// A link to all that can be seen.
const SEEN: &str = "?v=2&scenario=software&t.assist_share=0.6&pair=typical-17&week=6.5&person=2&trust=1&chart=quit_hazard&hidden=1&panel=outcomes&theme=dark";

#[test]
fn a_link_brings_all_that_was_seen_and_leads_back_to_the_scenario() {
    check(SEEN, async |lab| {
        lab.settle().await?;
        // The week: half of the seventh after the change, and the teams rest there.
        let day = "return Number(document.querySelector(\"[data-testid='moment']\").dataset.day);";
        assert_eq!(lab.script::<f64>(day).await?, 92.5);
        lab.wait_for("[data-testid='play'][data-playing='false']").await?;
        let pair: String = lab
            .script("return document.querySelector(\"[data-testid='pair']\").selectedOptions[0].textContent;")
            .await?;
        assert_eq!(pair, "A typical pair, no. 17");
        lab.wait_for("html[data-theme='dark']").await?;
        lab.part("hidden").await?;
        lab.wait_for("[data-testid='to-panel-outcomes'][aria-pressed='true']").await?;
        lab.wait_for("[data-testid='trust'][aria-pressed='true']").await?;
        let front: String = lab.script("return document.querySelector('.fronts .chart').dataset.testid;").await?;
        assert_eq!(front, "chart-quit_hazard");
        lab.wait_for("[data-testid='person'][data-current='true']").await?;
        lab.wait_for("[data-testid='pick-treatment'] [role='option']:nth-child(2)[aria-selected='true']").await?;
        // The address still says it all.
        let search: String = lab.script("return location.search;").await?;
        for part in SEEN.trim_start_matches('?').split('&') {
            ensure!(search.contains(part), "{part} is not in {search}");
        }
        // What differs from the scenario is said, and can be taken back.
        lab.click("person-close").await?;
        lab.panel("levers").await?;
        lab.search(|search| !search.contains("panel=")).await?;
        let said = lab.text("last-change").await?;
        ensure!(said.contains("Time for assisting") && said.contains("40 % → 60 %"), "{said}");
        lab.click("undo").await?;
        lab.search(|search| !search.contains("assist_share") && search.contains("scenario=software")).await?;
        ensure!(!lab.part("undo").await?.is_enabled().await?, "that was all");
        lab.click("redo").await?;
        lab.search(|search| search.contains("t.assist_share=0.6")).await?;
        lab.click("reveal").await?;
        lab.wait_for("[data-testid='chart-quit_hazard'] .cross").await?;
        lab.search(|search| !search.contains("hidden=")).await.map(drop)
    });
}

#[test]
fn what_is_seen_comes_into_the_link() {
    check("", async |lab| {
        lab.settle().await?;
        let typical = lab.search(|search| search.contains("pair=typical-")).await?;
        let number: u32 =
            typical.split("typical-").nth(1).and_then(|rest| rest.split('&').next()).context("a number")?.parse()?;
        ensure!((1..=24).contains(&number), "a typical pair is one of the first 24: {number}");
        lab.click("play").await?;
        lab.wait_for("[data-testid='play'][data-playing='false']").await?;
        lab.script::<()>(
            "const scrub = document.querySelector(\"[data-testid='scrub']\"); scrub.value = 110; \
             scrub.dispatchEvent(new Event('input', {bubbles: true}));",
        )
        .await?;
        lab.search(|search| search.contains("week=10")).await?;
        lab.choose("pair", "lucky").await?;
        lab.search(|search| search.contains("pair=lucky-")).await?;
        lab.choose("pair", "unlucky").await?;
        lab.search(|search| search.contains("pair=unlucky-")).await?;
        lab.choose("pair", "typical").await?;
        lab.search(|search| search.contains(&format!("pair=typical-{number}"))).await?;
        lab.driver.find(By::Css("[data-testid^='reason-']")).await?.click().await?;
        lab.search(|search| search.contains("chart=")).await?;
        lab.choose("theme", "dark").await?;
        lab.search(|search| search.contains("theme=dark")).await?;
        lab.click("hide").await?;
        let link = lab.search(|search| search.contains("hidden=1")).await?;
        // Another opens it and sees the same, and so does the address.
        lab.go(&link).await?;
        lab.settle().await?;
        lab.part("hidden").await?;
        assert_eq!(lab.search(|_| true).await?, link);
        // Playing on, no week is meant.
        lab.click("play").await?;
        lab.search(|search| !search.contains("week=")).await.map(drop)
    });
}
