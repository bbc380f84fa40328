//! What every browser engine must do every day: load, obey a lever, tell a person's story, share, and show the numbers that Chromium
//! shows, to the last bit.
//!
//! `cargo xtask test firefox` and `webkit` run this file; a test here asks for nothing that only one of them can.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, check};
use serde_json::json;
use thirtyfour::prelude::*;

/// What an element says, seen or not.
async fn said(lab: &Lab, name: &str) -> Result<String> {
    lab.part(name).await?;
    lab.script(&format!("return document.querySelector(\"[data-testid='{name}']\").textContent;")).await
}

#[test]
fn the_page_loads_and_the_teams_move() {
    const DAY: &str = "return Number(document.querySelector(\"[data-testid='moment']\").dataset.day);";
    check("", async |lab| {
        lab.settle().await?;
        let start: f64 = lab.script(DAY).await?;
        lab.wait_for_value(DAY, |day: &f64| *day > start).await?;
        for arm in ["control", "treatment"] {
            let colour = format!("--{arm}");
            lab.shows_colour(&format!("[data-testid='team-{arm}']"), &colour).await?;
            lab.shows_colour("[data-testid='chart-throughput'] canvas", &colour).await?;
        }
        let sentence = said(lab, "sentence").await?;
        ensure!(sentence.contains("of 400"), "{sentence}");
        let notices = lab.driver.find_all(By::Css("[data-testid='notice']")).await?;
        ensure!(notices.is_empty(), "workers run, and nothing is amiss");
        let waiting: u32 = lab.script("return window.waitingWorkers.length;").await?;
        assert_eq!(waiting, 0, "those that started with the page are at work");
        Ok(())
    });
}

#[test]
fn a_lever_moved_by_keys_changes_the_result_and_what_is_shared_brings_it_back() {
    check("?pairs=100", async |lab| {
        lab.settle().await?;
        let before = said(lab, "sentence").await?;
        let range = lab.part("lever-assist_share-range").await?;
        for _ in 0..4 {
            range.send_keys(Key::Right).await?;
        }
        let search = lab.search(|search| search.contains("t.assist_share=0.6")).await?;
        lab.settle().await?;
        let after = said(lab, "sentence").await?;
        ensure!(before != after, "{after}");

        lab.press("to-share").await?;
        let link = lab.part("link").await?.prop("value").await?.context("a link")?;
        let (_, query) = link.split_once('?').context("a state in the link")?;
        ensure!(search.trim_start_matches('?') == query, "the address is {search}, the link {link}");
        lab.go(query).await?;
        lab.settle().await?;
        assert_eq!(said(lab, "sentence").await?, after);
        let value = lab.part("lever-assist_share-range").await?.prop("value").await?;
        assert_eq!(value.as_deref(), Some("0.6"));
        Ok(())
    });
}

#[test]
fn a_person_chosen_by_keys_has_a_story_with_charts() {
    check("?pairs=100", async |lab| {
        lab.settle().await?;
        lab.script::<()>("document.querySelector(\"[data-testid='pick-treatment']\").focus();").await?;
        lab.driver.active_element().await?.send_keys(Key::End).await?;
        lab.wait_for("[data-testid='person'][data-current='true'] [data-testid='episodes'] li").await?;
        for state in ["energy", "morale"] {
            lab.shows_colour(&format!("[data-testid='chart-person-{state}'] canvas"), "--treatment").await?;
        }
        lab.search(|search| search.contains("person=8")).await?;
        Ok(())
    });
}

/// Has what the page hands out as a file kept in `window.kept` instead: not every browser says where it saves.
const KEEP: &str = "URL.createObjectURL = content => { content.text().then(text => window.kept = text); return 'about:blank'; }; \
     HTMLAnchorElement.prototype.click = () => {};";

/// The charts' numbers, to be opened.
const TABLES: &str = "[...document.querySelectorAll(\"[data-testid^='chart-'] details\")]";

/// What the page shows and what it saves, part by part.
async fn numbers(lab: &Lab) -> Result<Vec<(String, String)>> {
    lab.settle().await?;
    // The tiles follow a moment later, and only where somebody looks.
    lab.panel("outcomes").await?;
    lab.wait_for("[data-testid='strip'][aria-busy='false'] .tile").await?;
    let mut found = Vec::new();
    for name in ["sentence", "strip"] {
        found.push((name.to_owned(), said(lab, name).await?));
    }
    lab.wait_for("[data-testid^='chart-'] details").await?;
    lab.script::<()>(&format!("for (const table of {TABLES}) table.open = true;")).await?;
    lab.wait_for_value(&format!("return {TABLES}.every(table => table.querySelector('td'));"), |there| *there).await?;
    let tables = format!("return {TABLES}.map(table => table.textContent);");
    found.push(("tables of the charts".to_owned(), lab.script::<Vec<String>>(&tables).await?.join("; ")));
    lab.script::<()>(KEEP).await?;
    lab.press("to-share").await?;
    for table in ["summary", "pair-weeks"] {
        lab.choose("results-table", table).await?;
        lab.script::<()>("window.kept = null;").await?;
        lab.press("results-json").await?;
        let kept: Option<String> = lab.wait_for_value("return window.kept;", Option::is_some).await?;
        found.push((table.to_owned(), kept.context("a file")?));
    }
    Ok(found)
}

#[test]
fn the_numbers_are_those_of_chromium() {
    let query = "?scenario=emergency&beta=0.3&t.assist_share=0.6&seed=7&pairs=100";
    check(query, async |lab| {
        let here = numbers(lab).await?;
        let chromium = Lab::open_in_chromium(query).await?;
        let there = numbers(&chromium).await;
        chromium.close().await?;
        for ((name, here), (_, there)) in here.iter().zip(&there?) {
            let place = here.bytes().zip(there.bytes()).take_while(|(here, there)| here == there).count();
            let around = |text: &str| text.chars().skip(place.saturating_sub(40)).take(80).collect::<String>();
            ensure!(here == there, "{name}: {} here, {} in Chromium", json!(around(here)), json!(around(there)));
        }
        ensure!(here.iter().all(|(_, text)| text.contains(|sign: char| sign.is_ascii_digit())), "{here:?}");
        Ok(())
    });
}
