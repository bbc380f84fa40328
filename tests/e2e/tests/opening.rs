//! What stands in the page before its program is there, and what becomes of it.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, check};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// Holds the program back until `window.release()`, and the page's clock with it, which is stopped and not read: a page that waits too long
/// says so.
const HOLD: &str = "const there = WebAssembly.instantiateStreaming; performance['now'] = () => 0; \
    WebAssembly.instantiateStreaming = (...given) => \
        new Promise(go => window.release = () => { delete performance['now']; go(); }).then(() => there.apply(WebAssembly, given));";

/// Runs a test on the page with its program held back.
fn check_held(query: &str, test: impl AsyncFnOnce(&Lab) -> Result<()>) {
    check("", async |lab| {
        lab.ready().await?;
        lab.run_early(HOLD).await?;
        lab.go(query).await?;
        lab.wait_for_value("return !!window.release;", |held| *held).await?;
        lab.wait_for(".foreword").await?;
        test(lab).await
    });
}

async fn release(lab: &Lab) -> Result<()> {
    lab.script::<()>("window.release();").await?;
    lab.wait_for("html[data-ready='true'], main.page").await?;
    lab.wait_for_value("return document.querySelectorAll('.foreword').length;", |count: &u32| *count == 0)
        .await
        .map(drop)
}

/// What is said at some places, and where they are.
async fn places(lab: &Lab, selectors: &[&str]) -> Result<Vec<(String, Value)>> {
    let script = format!(
        "const place = element => [element.innerText.replace(/\\s+/g, ''), ...['left', 'top', 'right', 'bottom'].map(side => Math.round(element.getBoundingClientRect()[side]))]; \
         return {}.map(selector => [selector, [...document.querySelectorAll(selector)].map(place)]);",
        json!(selectors)
    );
    lab.script(&script).await
}

/// Where something is, if it is there at all.
async fn place(lab: &Lab, selector: &str) -> Result<Vec<[i32; 4]>> {
    Ok(lab.places(&[selector]).await?.remove(0).1)
}

/// What of the frame is there in the page, too.
const HEADER: [&str; 5] = [".top h1", ".to-menu", ".places a", ".menu > button", ".themes"];
const LAB: [&str; 8] = [
    ".top h1",
    ".to-menu",
    ".places a",
    ".menu > button",
    ".themes",
    ".choice > span",
    ".restore:not([hidden]) p",
    ".restore:not([hidden]) button",
];

#[test]
fn the_page_says_the_same_at_the_same_places_once_its_program_is_there() {
    for (query, width, selectors) in [
        ("", 1280, &LAB[..]),
        ("?v=2&scenario=emergency&seed=3", 360, &LAB),
        ("?theme=projector", 1920, &LAB),
        ("?view=scenarios", 1280, &[".top h1", ".places a", ".page h2"]),
        ("?view=report", 1280, &HEADER),
    ] {
        check_held(query, async |lab| {
            lab.set_viewport(width, 800).await?;
            let before = places(lab, selectors).await?;
            ensure!(
                before.iter().all(|(_, found)| found.as_array().is_some_and(|found| !found.is_empty())),
                "{before:#?}"
            );
            let (result, choice) =
                (place(lab, ".lab:not([hidden]) > .result").await?, place(lab, ".top .choice").await?);
            release(lab).await?;
            assert_eq!(places(lab, selectors).await?, before, "{query}");
            assert_eq!(place(lab, ".top .choice").await?, choice, "{query}: whatever there is to choose from");
            // What the result says is another thing, but it has its place from the start.
            lab.wait_until("the page is at rest", async || {
                Ok((place(lab, ".lab:not([hidden]) > .result").await? == result).then_some(()))
            })
            .await
            .with_context(|| format!("{query}: the result was at {result:?}"))?;
            Ok(())
        });
    }
}

#[test]
fn a_frame_tells_of_the_scenario_in_its_address_and_of_its_colours() {
    check_held("?v=2&scenario=silos&theme=dark", async |lab| {
        assert_eq!(lab.script::<String>("return document.documentElement.dataset.theme;").await?, "dark");
        let title = lab.wait_for(".told h2").await?.text().await?;
        assert_eq!(lab.wait_for(".choice option").await?.text().await?, title);
        let way: String = lab.wait_for(".places a:nth-child(2)").await?.prop("href").await?.unwrap_or_default();
        ensure!(way.ends_with("?v=2&scenario=silos&theme=dark&view=scenarios"), "{way}");
        // One that the address holds as a whole.
        let file = "eyJmb3JtYXQiOjIsIm5hbWUiOiJvdXJzIiwidGl0bGUiOiJVbnNlciBUZWFtIMO8IiwiZGVmYXVsdHMiOnt9fQ";
        lab.go(&format!("?v=2&file={file}")).await?;
        assert_eq!(lab.wait_for(".told h2").await?.text().await?, "Unser Team ü");
        // What is no scenario's is not told.
        lab.go("?scenario=sea&file=%3Cb%3E").await?;
        ensure!(lab.wait_for(".told h2").await?.text().await?.starts_with("Software"), "the default one");
        Ok(())
    });
}

#[test]
fn what_is_in_another_language_is_not_shown_to_who_asked_for_one() {
    check_held("?lang=en-XA", async |lab| {
        for place in [".told h2", ".places a", ".choice"] {
            ensure!(!lab.wait_for(place).await?.is_displayed().await?, "{place}");
        }
        assert_eq!(lab.wait_for(".top h1").await?.text().await?, "Assist Lab");
        Ok(())
    });
}

#[test]
fn a_frame_has_no_barriers() {
    check_held("", async |lab| {
        assert_eq!(lab.wait_for(".foreword [role='status']").await?.text().await?, "Loading Assist Lab…");
        for scheme in ["light", "dark"] {
            lab.prefer_color_scheme(scheme).await?;
            assert_eq!(lab.barriers().await?, Vec::<String>::new(), "{scheme}");
        }
        Ok(())
    });
}

#[test]
fn a_frame_stands_without_a_script_and_says_what_is_needed() {
    check("", async |lab| {
        lab.ready().await?;
        lab.refuse_scripts().await?;
        lab.go("").await?;
        assert_eq!(lab.driver.find(By::Css(".told h2")).await?.text().await?, "Software feature team");
        let said = lab.driver.find(By::Css(".result")).await?.text().await?;
        ensure!(said.contains("switch JavaScript on") && !said.contains("Loading"), "{said}");
        // Said once: what the style sheet says by itself is for scripts that are refused.
        assert_eq!(lab.driver.find(By::Css(".refused")).await?.css_value("display").await?, "none");
        Ok(())
    });
}

#[test]
fn a_program_that_cannot_be_had_is_said_with_the_way_out() {
    check("", async |lab| {
        lab.ready().await?;
        let block = |what: &[&str]| json!({"urls": what});
        lab.developer_tools("Network.enable", json!({})).await?;
        lab.developer_tools("Network.setBlockedURLs", block(&["*.wasm"])).await?;
        lab.go("?v=2&scenario=silos").await?;
        let failed = lab.wait_for(".foreword [role='alert']:not([hidden])").await?;
        ensure!(
            failed.text().await?.starts_with("Assist Lab could not start.\nThe program’s file could not be fetched."),
            "{}",
            failed.text().await?
        );
        ensure!(
            lab.driver.find_all(By::Css(".foreword [role='status']:not([hidden])")).await?.is_empty(),
            "still loading"
        );
        ensure!(!lab.wait_for(".foreword [data-part='tour']").await?.is_displayed().await?, "there is nothing to show");
        assert_eq!(lab.barriers().await?, Vec::<String>::new());
        let errors = lab.console_errors().await?;
        ensure!(errors.iter().all(|error| error.contains(".wasm") || error.contains("fetch")), "{errors:#?}");
        lab.developer_tools("Network.setBlockedURLs", block(&[])).await?;
        failed.find(By::Css("a")).await?.click().await?;
        lab.settle().await?;
        ensure!(
            lab.driver.current_url().await?.query().is_some_and(|query| query.contains("scenario=silos")),
            "as it was"
        );
        Ok(())
    });
}

/// How a browser or a network keeps the program from starting, and what is said of it.
const KEPT: [(&str, &str); 4] = [
    ("delete window.WebAssembly;", "WebAssembly, which it is written in, is switched off in this browser."),
    (
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => \
             Promise.reject(new WebAssembly.CompileError('Wasm code generation disallowed by embedder'));",
        "The security policy of this site or of your network does not allow WebAssembly.",
    ),
    (
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new WebAssembly.LinkError('no such import'));",
        "This browser is too old for it.",
    ),
    (
        "const there = WebAssembly.instantiateStreaming; WebAssembly.instantiateStreaming = async (...given) => { \
             await there.apply(WebAssembly, given); await new Promise(() => 0); };",
        "The program’s file arrived but does not run.",
    ),
];

#[test]
fn what_keeps_the_program_from_starting_is_said() {
    for (source, said) in KEPT {
        check("", async |lab| {
            lab.ready().await?;
            lab.developer_tools("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
            lab.go("").await?;
            let failed = lab.wait_for(".foreword [role='alert']:not([hidden])").await?;
            let text = failed.text().await?;
            ensure!(text.starts_with("Assist Lab could not start.") && text.contains(said), "{said}: {text}");
            ensure!(text.contains("Try again") && text.lines().count() == 3, "one reason and the way out: {text}");
            // What failed is in the console, and belongs there.
            lab.console_errors().await.map(drop)
        });
    }
}
