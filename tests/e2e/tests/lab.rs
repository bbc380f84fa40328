//! What a reader does in the lab.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, PHONE, check};
use thirtyfour::prelude::*;

async fn day(lab: &Lab) -> Result<f64> {
    lab.script("return Number(document.querySelector(\"[data-testid='moment']\").dataset.day);").await
}

async fn wait_for_day(lab: &Lab, expected: impl Fn(&f64) -> bool) -> Result<f64> {
    lab.wait_for_value("return Number(document.querySelector(\"[data-testid='moment']\").dataset.day);", expected).await
}

/// What the pair that is watched is called.
async fn shown_pair(lab: &Lab) -> Result<String> {
    lab.script("return document.querySelector(\"[data-testid='pair']\").selectedOptions[0].textContent;").await
}

#[test]
fn the_page_loads_under_a_sub_path() {
    check("", async |lab| {
        lab.settle().await?;
        let loading: u32 = lab.script("return document.querySelectorAll('.foreword').length;").await?;
        assert_eq!(loading, 0, "the page has taken the place of what stood there before");
        // Whoever works has a ring in the team's colour; each chart has a line for each team.
        for arm in ["control", "treatment"] {
            let colour = format!("--{arm}");
            lab.shows_colour(&format!("[data-testid='team-{arm}']"), &colour).await?;
            for chart in ["throughput", "morale"] {
                lab.shows_colour(&format!("[data-testid='chart-{chart}'] canvas"), &colour).await?;
            }
        }
        assert!(lab.text("sentence").await?.contains("95 % interval"));
        lab.panel("chance").await?;
        assert!(lab.text("version").await?.contains("seed 60"));
        let notices: Vec<String> = lab
            .script(
                "return [...document.querySelectorAll(\"[data-testid='notice']\")].map(notice => notice.textContent);",
            )
            .await?;
        assert!(notices.is_empty(), "workers run, and nothing is amiss: {notices:?}");
        Ok(())
    });
}

#[test]
fn lines_of_trust_are_shown_once_asked_for() {
    const DRAWN: &str = "return document.querySelector(\"[data-testid='team-treatment']\").toDataURL();";
    const SAID: &str = "return document.querySelector('#treatment-now').textContent;";
    check("", async |lab| {
        lab.settle().await?;
        lab.part("play").await?.click().await?;
        lab.part("to-change").await?.click().await?;
        wait_for_day(lab, |day| *day == 60.0).await?;
        let said: String = lab.script(SAID).await?;
        ensure!(!said.contains("trust"), "{said}");
        let before: String = lab.script(DRAWN).await?;
        lab.part("trust").await?.send_keys(Key::Enter).await?;
        lab.wait_for("[data-testid='trust'][aria-pressed='true']").await?;
        lab.wait_for_value(SAID, |said: &String| said.contains("Mean trust")).await?;
        lab.wait_for_value(DRAWN, |drawn: &String| *drawn != before).await?;
        let search = lab.search(|search| search.contains("trust=1")).await?;
        lab.go(&search).await?;
        lab.settle().await?;
        lab.wait_for("[data-testid='trust'][aria-pressed='true']").await?;
        lab.click("trust").await?;
        lab.search(|search| !search.contains("trust=")).await?;
        Ok(())
    });
}

#[test]
fn the_teams_move_rest_and_go_where_they_are_sent() {
    check("", async |lab| {
        lab.settle().await?;
        let start = day(lab).await?;
        wait_for_day(lab, |day| *day > start).await?;
        lab.part("play").await?.click().await?;
        lab.wait_for("[data-testid='play'][data-playing='false']").await?;
        lab.part("to-change").await?.click().await?;
        wait_for_day(lab, |day| *day == 60.0).await?;
        lab.part("week-on").await?.click().await?;
        wait_for_day(lab, |day| *day == 65.0).await?;
        lab.part("week-back").await?.click().await?;
        wait_for_day(lab, |day| *day == 60.0).await?;
        lab.part("scrub").await?.send_keys(Key::End).await?;
        wait_for_day(lab, |day| *day == 190.0).await?;
        // The space bar plays where no control has the focus, and from the end it starts anew.
        lab.script::<()>("document.activeElement.blur();").await?;
        lab.driver.find(By::Css("body")).await?.send_keys(" ").await?;
        wait_for_day(lab, |day| *day < 60.0).await?;
        Ok(())
    });
}

#[test]
fn a_lever_changes_the_result_and_the_link_brings_it_back() {
    check("", async |lab| {
        lab.settle().await?;
        let before = lab.text("sentence").await?;
        let range = lab.part("lever-assist_share-range").await?;
        for _ in 0..4 {
            range.send_keys(Key::Right).await?;
        }
        lab.wait_for_value("return location.search;", |search: &String| search.contains("t.assist_share=0.6")).await?;
        lab.settle().await?;
        let after = lab.text("sentence").await?;
        assert_ne!(before, after);

        lab.panel("chance").await?;
        lab.type_into("seed", "17").await?;
        lab.wait_for_value("return location.search;", |search: &String| search.contains("seed=17")).await?;
        lab.settle().await?;
        let seeded = lab.text("sentence").await?;
        assert_ne!(after, seeded);

        let search: String = lab.script("return location.search;").await?;
        lab.go(&search).await?;
        lab.settle().await?;
        assert_eq!(lab.text("sentence").await?, seeded);
        let typed = lab.part("lever-assist_share-typed").await?;
        assert_eq!(typed.prop("value").await?.as_deref(), Some("60"));
        assert_eq!(lab.part("seed").await?.prop("value").await?.as_deref(), Some("17"));

        // The panel came with the link, too.
        lab.panel("levers").await?;
        lab.part("lever-assist_share-reset").await?.click().await?;
        lab.wait_for_value("return location.search;", |search: &String| !search.contains("assist_share")).await?;
        Ok(())
    });
}

#[test]
fn a_typed_value_may_leave_the_lever_but_not_the_range() {
    check("", async |lab| {
        lab.settle().await?;
        lab.type_into("lever-beta-typed", "0.9").await?;
        lab.wait_for_value("return location.search;", |search: &String| search.contains("beta=0.9")).await?;
        lab.type_into("lever-beta-typed", "99").await?;
        lab.wait_for("[data-testid='lever-beta-typed'][aria-invalid='true']").await?;
        let search: String = lab.script("return location.search;").await?;
        assert!(search.contains("beta=0.9"), "{search}");
        Ok(())
    });
}

#[test]
fn a_broken_link_opens_with_what_is_good_and_names_the_rest() {
    check("?beta=99&nonsense=1&t.notice=2", async |lab| {
        lab.settle().await?;
        let notice = lab.text("notice").await?;
        assert!(notice.contains("beta = 99: must be a number from 0 to 10"), "{notice}");
        assert!(notice.contains("nonsense=1: unknown setting, ignored"), "{notice}");
        assert!(!notice.contains("notice = 2"), "{notice}");
        let typed = lab.part("lever-notice-typed").await?;
        assert_eq!(typed.prop("value").await?.as_deref(), Some("2"));
        lab.driver.find(By::Css("[data-testid='notice'] button")).await?.click().await?;
        lab.wait_for_value("return document.querySelectorAll(\"[data-testid='notice']\").length;", |count: &u32| {
            *count == 0
        })
        .await?;
        Ok(())
    });
}

#[test]
fn colours_are_chosen_and_remembered() {
    check("", async |lab| {
        lab.prefer_color_scheme("light").await?;
        lab.settle().await?;
        let ground = "return getComputedStyle(document.documentElement).backgroundColor;";
        let light: String = lab.script(ground).await?;
        lab.choose("theme", "light").await?;
        lab.wait_for("html[data-theme='light']").await?;
        lab.choose("theme", "dark").await?;
        lab.wait_for("html[data-theme='dark']").await?;
        let dark: String = lab.script(ground).await?;
        assert_ne!(light, dark);
        lab.go("").await?;
        lab.settle().await?;
        lab.wait_for("html[data-theme='dark']").await?;
        assert_eq!(lab.script::<String>(ground).await?, dark);
        Ok(())
    });
}

#[test]
fn another_scenario_and_another_pair_are_shown() {
    check("", async |lab| {
        lab.settle().await?;
        let before = lab.text("sentence").await?;
        lab.script::<()>(
            "const choice = document.querySelector(\"[data-testid='scenario']\"); choice.value = 'baseline'; \
             choice.dispatchEvent(new Event('change', {bubbles: true}));",
        )
        .await?;
        lab.wait_for_value("return location.search;", |search: &String| search.contains("scenario=baseline")).await?;
        lab.settle().await?;
        let same = lab.text("sentence").await?;
        assert_ne!(before, same);
        assert!(same.starts_with("Both teams decide the same"), "{same}");
        // A typical pair is chosen by itself; just another one is the next.
        let typical = lab.search(|search| search.contains("pair=typical-")).await?;
        let number = typical.rsplit('-').next().context("the pair's number")?.parse::<u32>()?;
        lab.choose("pair", "another").await?;
        lab.search(|search| search.ends_with(&format!("&pair={}", number + 1))).await?;
        assert_eq!(shown_pair(lab).await?, format!("Pair no. {}", number + 1));
        lab.choose("pair", "typical").await?;
        lab.search(|search| search.ends_with(&format!("&pair=typical-{number}"))).await?;
        assert_eq!(shown_pair(lab).await?, format!("A typical pair, no. {number}"));
        Ok(())
    });
}

/// Whatever is too small for a finger, of what is in sight.
async fn too_small(lab: &Lab) -> Result<Vec<String>> {
    lab.script(
        "return [...document.querySelectorAll('button, select, input, summary')] \
         .filter(part => part.offsetParent && part.getBoundingClientRect().height < 40) \
         .map(part => part.outerHTML.slice(0, 120));",
    )
    .await
}

#[test]
fn it_fits_a_phone_and_a_finger() {
    check("", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.settle().await?;
        let fits = async |what: &str| {
            let over = lab.scrolls_by().await?;
            assert_eq!(over, (0, 0), "{what} is larger than the screen");
            let small = too_small(lab).await?;
            ensure!(small.is_empty(), "too small to touch, {what}: {small:#?}");
            Ok(())
        };
        for part in ["teams", "charts"] {
            lab.open_part(part).await?;
            fits(part).await?;
        }
        for panel in ["story", "questions", "outcomes", "chance", "levers"] {
            lab.panel(panel).await?;
            fits(panel).await?;
        }
        lab.click("to-menu").await?;
        fits("the menu").await
    });
}

/// Goes on by the tabulator to the end of the page, and answers what bore the focus on the way.
async fn tab_through(lab: &Lab) -> Result<Vec<String>> {
    let controls: u32 = lab
        .script(
            "return [...document.querySelectorAll('button, select, input, summary, a, [tabindex=\"0\"]')] \
             .filter(part => part.offsetParent && !part.disabled).length;",
        )
        .await?;
    let mut visited = Vec::new();
    for _ in 0..controls {
        lab.driver.active_element().await?.send_keys(Key::Tab).await?;
        let seen: (String, bool) = lab
            .script(
                "const part = document.activeElement; const style = getComputedStyle(part); \
                 return [part.dataset.testid ?? part.tagName, style.outlineStyle !== 'none'];",
            )
            .await?;
        // Of radio buttons only one is a stop, so the end may come sooner.
        if seen.0 == "BODY" {
            break;
        }
        ensure!(seen.1, "{} shows no focus", seen.0);
        visited.push(seen.0);
    }
    Ok(visited)
}

#[test]
fn everything_can_be_reached_by_keyboard() {
    check("", async |lab| {
        lab.settle().await?;
        let mut visited = tab_through(lab).await?;
        for panel in ["story", "questions", "outcomes", "chance"] {
            // A panel opens by its button, and what is in it follows. Beyond the end of the page may lie the browser's own controls.
            let button = format!("to-panel-{panel}");
            let focus = format!("window.focus(); document.querySelector(\"[data-testid='{button}']\").focus();");
            lab.script::<()>(&focus).await?;
            lab.driver.active_element().await?.send_keys(Key::Enter).await?;
            lab.wait_for(&format!("#panel-{panel}:not([hidden])")).await?;
            visited.extend(tab_through(lab).await?);
        }
        for name in [
            "scenario",
            "theme",
            "play",
            "scrub",
            "pair",
            "lever-beta-range",
            "lever-notice-typed",
            "seed",
            "hide",
            "reasons",
            "question-2",
            "all-outcomes",
            "pairs",
            "cross-morale",
        ] {
            // Of the reasons each is a stop.
            let reached = |seen: &String| seen == name || name == "reasons" && seen.starts_with("reason-");
            ensure!(visited.iter().any(reached), "{name} is not among {visited:?}");
        }
        Ok(())
    });
}

#[test]
fn the_ensemble_stops_goes_on_and_comes_to_its_end() {
    check("", async |lab| {
        lab.settle().await?;
        let range = lab.part("lever-beta-range").await?;
        for _ in 0..6 {
            range.send_keys(Key::Right).await?;
        }
        lab.search(|search| search.contains("beta=")).await?;
        lab.settle().await?;
        lab.panel("chance").await?;

        // Stopped as soon as more are asked for, so that some are always left to be done.
        lab.script::<()>(
            "const pairs = document.querySelector(\"[data-testid='pairs']\"); pairs.value = 'pairs=1000'; \
             pairs.dispatchEvent(new Event('change', {bubbles: true})); \
             const stop = () => { \
                 const button = document.querySelector(\"[data-testid='cancel']\"); \
                 if (button.disabled) requestAnimationFrame(stop); else button.click(); \
             }; \
             requestAnimationFrame(stop);",
        )
        .await?;
        let label = "return document.querySelector(\"[data-testid='cancel']\").textContent;";
        lab.wait_for_value(label, |label: &String| label == "Go on").await?;
        lab.wait_for("html[data-complete='false']").await?;
        lab.click("cancel").await?;
        lab.settle().await?;
        assert_eq!(lab.text("progress").await?, "1000 of 1000");
        assert!(lab.text("sentence").await?.contains("of 1000 teams like this"));
        Ok(())
    });
}

#[test]
fn without_workers_the_page_says_so_and_computes_by_itself() {
    check("", async |lab| {
        let source = "const There = Worker; window.Worker = function () { return new There('missing.js'); };";
        lab.run_early(source).await?;
        lab.go("?pairs=100").await?;
        lab.settle().await?;
        assert!(lab.text("notice").await?.contains("The background workers do not run"));
        assert!(lab.text("sentence").await?.contains("of 100 teams like this"));
        // What could not be loaded is in the console, and belongs there.
        let errors = lab.console_errors().await?;
        ensure!(errors.iter().all(|error| error.contains("missing.js")), "{errors:#?}");
        Ok(())
    });
}
