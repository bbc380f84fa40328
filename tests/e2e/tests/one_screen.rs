//! The lab on one screen: what belongs there is in sight without scrolling, and nothing moves it; on a phone, with large letters or much
//! zoom there is another layout, and nothing is cut.

use anyhow::{Context, Result, ensure};
use e2e::{DESK, Lab, PHONE, check, check_with};
use serde_json::json;
use thirtyfour::prelude::*;

const DESKS: [(u32, u32); 3] = [DESK, (1366, 768), (1920, 1080)];

/// What is in sight wherever in the lab one is.
const RESULT: [&str; 3] = [".lab > .result", "[data-testid='sentence']", ".dots svg"];
/// The teams and their clock.
const TEAMS: [&str; 4] =
    ["[data-testid='team-control']", "[data-testid='team-treatment']", "[data-testid='play']", "[data-testid='scrub']"];
/// The charts in front.
const CHARTS: [&str; 2] = [".fronts .chart", ".fronts .chart-frame"];
/// The levers at hand.
const LEVERS: &str = ".quick .lever";

/// All of it but the levers, which make room for other panels.
fn standing() -> Vec<&'static str> {
    [&RESULT[..], &TEAMS, &CHARTS].concat()
}

/// Fails if the window's document is longer or wider than the window.
async fn stands_still(lab: &Lab, when: &str) -> Result<()> {
    let by = lab.scrolls_by().await?;
    ensure!(by == (0, 0), "{when} the document scrolls by {by:?}");
    Ok(())
}

/// Fails if anything of this is out of sight.
async fn in_sight(lab: &Lab, selectors: &[&str], when: &str) -> Result<()> {
    let missing = lab.out_of_sight(selectors).await?;
    ensure!(missing.is_empty(), "{when}: {missing:#?}");
    Ok(())
}

/// Fails if anything is cut off or leaves the window sideways.
async fn nothing_is_cut(lab: &Lab, when: &str) -> Result<()> {
    let cut = lab.cut().await?;
    ensure!(cut.is_empty(), "{when}: {cut:#?}");
    Ok(())
}

#[test]
fn a_first_visitor_has_all_of_it_on_one_screen() {
    for (width, height) in DESKS {
        check("", async |lab| {
            lab.set_viewport(width, height).await?;
            lab.settle().await?;
            let when = format!("at {width} x {height}");
            lab.part("welcome").await?;
            in_sight(lab, &standing(), &when).await?;
            stands_still(lab, &when).await?;
            lab.click("welcome-no").await?;
            lab.wait_for_value("return document.querySelector('.restore') === null;", |gone: &bool| *gone).await?;
            in_sight(lab, &standing(), &when).await?;
            stands_still(lab, &when).await?;
            nothing_is_cut(lab, &when).await?;
            // The levers at hand: all of them, or all but one on the smallest.
            let missing = lab.out_of_sight(&[LEVERS]).await?;
            ensure!(missing.len() <= usize::from((width, height) == DESK), "{when}: {missing:#?}");
            assert_eq!(lab.driver.find_all(By::Css(LEVERS)).await?.len(), 9);
            Ok(())
        });
    }
}

#[test]
fn what_is_kept_has_room_in_the_result() {
    // As at first, with a long name, and in the larger letters of the projector's colours.
    for kept in [
        "t.assist_share-0.6",
        "t.assist_share-0.6~t.notice-2~beta-0.3~t.recognition-0.5~m-0.7",
        "t.assist_share-0.6&theme=projector",
    ] {
        check("", async |lab| {
            for (width, height) in DESKS {
                lab.set_viewport(width, height).await?;
                lab.go(&format!("?t.assist_share=0.2&pin={kept}")).await?;
                lab.settle().await?;
                lab.wait_for("html[data-settled='true']").await?;
                let by: i64 = lab
                    .wait_for_value(
                        "const said = document.querySelector(\"[data-testid='pinned-sentence']\"); \
                         const result = document.querySelector('.lab > .result'); \
                         return said?.textContent.includes('400 pairs') ? result.scrollHeight - result.clientHeight : -1;",
                        |by: &i64| *by >= 0,
                    )
                    .await?;
                ensure!(by == 0, "{kept} at {width} x {height}: the result scrolls by {by}");
            }
            Ok(())
        });
    }
}

#[test]
fn what_is_shown_is_large_enough_and_larger_on_a_larger_screen() {
    check("", async |lab| {
        let mut sizes = Vec::new();
        for (width, height) in DESKS {
            lab.set_viewport(width, height).await?;
            lab.settle().await?;
            let places = lab.places(&[TEAMS[0], TEAMS[1], CHARTS[1]]).await?;
            let found = places.iter().flat_map(|(_, places)| places);
            sizes.push(found.map(|[left, top, right, bottom]| (right - left, bottom - top)).collect::<Vec<_>>());
        }
        ensure!(sizes[0].iter().all(|(width, height)| *width >= 360 && *height >= 100), "{sizes:?}");
        let grown = sizes[0].iter().zip(&sizes[2]).all(|(small, large)| {
            f64::from(large.0) >= 1.3 * f64::from(small.0) && f64::from(large.1) >= 1.3 * f64::from(small.1)
        });
        ensure!(grown, "{:?} and then {:?}", sizes[0], sizes[2]);
        Ok(())
    });
}

#[test]
fn panels_and_a_person_move_nothing() {
    for (width, height) in DESKS {
        check("", async |lab| {
            lab.set_viewport(width, height).await?;
            lab.settle().await?;
            lab.click("welcome-no").await?;
            lab.wait_for_value("return document.querySelector('.restore') === null;", |gone: &bool| *gone).await?;
            let before = lab.places(&standing()).await?;
            let still = async |what: &str| {
                assert_eq!(lab.places(&standing()).await?, before, "{what} at {width} x {height}");
                stands_still(lab, what).await
            };
            for panel in ["story", "questions", "outcomes", "chance", "levers"] {
                lab.panel(panel).await?;
                still(panel).await?;
                in_sight(lab, &standing(), panel).await?;
                nothing_is_cut(lab, panel).await?;
            }
            lab.press("group-policy-0").await?;
            lab.press("lever-beta-about").await?;
            still("all levers of a heading").await?;
            lab.panel("outcomes").await?;
            lab.press("all-outcomes").await?;
            still("all outcomes").await?;
            lab.click("trust").await?;
            still("lines of trust").await?;
            lab.wait_for(".fronts .chart summary").await?.click().await?;
            lab.wait_for(".fronts .chart table").await?;
            still("a chart's numbers").await?;
            lab.wait_for(".fronts .chart summary").await?.click().await?;
            lab.script::<()>("document.querySelector(\"[data-testid='pick-control']\").focus();").await?;
            lab.driver.active_element().await?.send_keys(Key::Enter).await?;
            lab.wait_for("[data-testid='person'][data-current='true']").await?;
            still("a person").await?;
            let titles = "return [...document.querySelectorAll('.states figcaption strong')] \
                .filter(title => title.scrollWidth > title.clientWidth).map(title => title.textContent);";
            let cut: Vec<String> = lab.script(titles).await?;
            ensure!(cut.is_empty(), "a person's charts at {width} x {height}: {cut:?}");
            in_sight(lab, &[&RESULT[..], &TEAMS].concat(), "beside a person").await
        });
    }
}

#[test]
fn pictures_have_the_size_of_their_place_when_that_changes() {
    check("?week=3", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.settle().await?;
        const STRETCHED: &str = "return [...document.querySelectorAll('.picture canvas, .fronts canvas')] \
            .filter(canvas => canvas.clientWidth && (canvas.width !== canvas.clientWidth * devicePixelRatio \
                || canvas.height !== canvas.clientHeight * devicePixelRatio)).length;";
        lab.wait_for_value(STRETCHED, |count: &usize| *count == 0).await?;
        let height = "return document.querySelector('.picture canvas').clientHeight;";
        let before: u32 = lab.script(height).await?;
        // The clock rests: nothing else paints the teams anew.
        lab.click("welcome-no").await?;
        lab.wait_for_value(height, |after: &u32| *after > before).await?;
        lab.wait_for_value(STRETCHED, |count: &usize| *count == 0).await?;
        Ok(())
    });
}

/// Notes, from the very beginning of each page, wherever the parts of the lab stand from when all of them are there.
fn note_places() -> String {
    let parts = [&RESULT[..1], &TEAMS, &CHARTS[..1], &[LEVERS]].concat();
    format!(
        "window.places = []; const parts = {}; \
         const look = () => {{ \
             const found = parts.map(part => [...document.querySelectorAll(part)]); \
             if (found.every(found => found.length > 0)) {{ \
                 const place = part => {{ const {{left, top, right, bottom}} = part.getBoundingClientRect(); \
                     return [left, top, right, bottom].map(Math.round); }}; \
                 const now = JSON.stringify(found.map((found, at) => [parts[at], found.map(place)])); \
                 if (now !== window.places.at(-1)) window.places.push(now); \
             }} \
             requestAnimationFrame(look); \
         }}; \
         requestAnimationFrame(look);",
        json!(parts)
    )
}

#[test]
fn nothing_moves_when_results_come() {
    check("", async |lab| {
        let source = json!({"source": note_places()});
        lab.developer_tools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        for (width, height) in DESKS.into_iter().chain([PHONE]) {
            lab.set_viewport(width, height).await?;
            for query in ["", "?scenario=emergency", "?scenario=helper_burnout&guess=more-10"] {
                lab.go(query).await?;
                lab.settle().await?;
                let places: Vec<String> = lab.script("return window.places;").await?;
                ensure!(places.len() == 1, "{query} at {width} x {height}: {places:#?}");
            }
        }
        Ok(())
    });
}

#[test]
fn nothing_moves_when_a_lever_does() {
    check("", async |lab| {
        let source = json!({"source": note_places()});
        lab.developer_tools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        for (width, height) in DESKS {
            lab.set_viewport(width, height).await?;
            lab.go("").await?;
            lab.settle().await?;
            for value in ["0.35", "0.03", "0.2"] {
                lab.fill("lever-beta-typed", value).await?;
                lab.search(|search| search.contains(&format!("beta={value}")) != (value == "0.2")).await?;
                lab.settle().await?;
            }
            lab.press("undo").await?;
            lab.settle().await?;
            let places: Vec<String> = lab.script("return window.places;").await?;
            ensure!(places.len() == 1, "at {width} x {height}: {places:#?}");
        }
        Ok(())
    });
}

#[test]
fn the_result_of_every_scenario_has_its_place() {
    check("", async |lab| {
        lab.settle().await?;
        lab.click("welcome-no").await?;
        let names: Vec<String> = lab
            .wait_for_value(
                "return [...document.querySelectorAll(\"[data-testid='scenario'] option\")].map(option => option.value);",
                |names: &Vec<String>| names.len() == 28,
            )
            .await?;
        let mut wrong = Vec::new();
        for name in names {
            lab.choose("scenario", &name).await?;
            lab.search(|search| search.contains(&format!("scenario={name}"))).await?;
            lab.settle().await?;
            for (width, height) in [DESK, PHONE] {
                lab.set_viewport(width, height).await?;
                let hidden: i64 =
                    lab.script("const panel = document.querySelector('.lab > .result'); return panel.scrollHeight - panel.clientHeight;").await?;
                let sentence = lab.out_of_sight(&["[data-testid='sentence']"]).await?;
                // On a phone what stands below the sentence may be scrolled to.
                if !sentence.is_empty() || hidden > 1 && width > PHONE.0 {
                    wrong.push(format!("{name} at {width}: {hidden} px too long; {sentence:?}"));
                }
            }
            lab.set_viewport(DESK.0, DESK.1).await?;
        }
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    });
}

#[test]
fn a_phone_has_the_result_and_both_teams_first_and_a_button_for_each_part() {
    check("", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.settle().await?;
        lab.part("welcome").await?;
        in_sight(lab, &[&RESULT[..], &TEAMS].concat(), "on the first visit").await?;
        nothing_is_cut(lab, "on the first visit").await?;
        let pictures = lab.places(&TEAMS[..2]).await?;
        let high = pictures.iter().flat_map(|(_, places)| places).all(|[_, top, _, bottom]| bottom - top >= 80);
        ensure!(high, "the teams are hardly to be seen: {pictures:?}");
        for (part, shown) in [
            ("charts", &[".fronts .chart:first-child", ".fronts .chart:first-child .chart-frame"][..]),
            ("levers", &[".panels button", ".whose", ".quick .whose + .lever"]),
            ("teams", &TEAMS),
        ] {
            lab.open_part(part).await?;
            in_sight(lab, &[&RESULT[..], shown, &[".parts button"]].concat(), part).await?;
            nothing_is_cut(lab, part).await?;
        }
        for panel in ["story", "questions", "outcomes", "chance", "levers"] {
            lab.panel(panel).await?;
            in_sight(lab, &RESULT, panel).await?;
            nothing_is_cut(lab, panel).await?;
        }
        Ok(())
    });
}

/// Goes through all there is in the phone's layout.
async fn holds_as_on_a_phone(lab: &Lab, what: &str) -> Result<()> {
    lab.settle().await?;
    for part in ["charts", "levers", "teams"] {
        ensure!(lab.part(&format!("part-{part}")).await?.is_displayed().await?, "{what}: not the phone's layout");
        lab.script::<()>(&format!("document.querySelector(\"[data-testid='part-{part}']\").click();")).await?;
        lab.wait_for(&format!("main.lab.on-{part}")).await?;
        nothing_is_cut(lab, &format!("{what}, {part}")).await?;
    }
    lab.press("part-levers").await?;
    for panel in ["story", "questions", "outcomes", "chance", "levers"] {
        lab.press(&format!("to-panel-{panel}")).await?;
        lab.wait_for(&format!("#panel-{panel}:not([hidden])")).await?;
        nothing_is_cut(lab, &format!("{what}, {panel}")).await?;
    }
    lab.press("to-menu").await?;
    lab.wait_for(".top.open").await?;
    nothing_is_cut(lab, &format!("{what}, the menu")).await
}

#[test]
fn large_letters_have_the_phone_s_layout_and_nothing_is_cut() {
    for letters in [24, 32] {
        let preferences = json!({"webkit": {"webprefs": {"default_font_size": letters}}});
        check_with(&preferences, "", async |lab| {
            lab.settle().await?;
            let taken: String = lab
                .script(
                    "const part = document.createElement('div'); part.style.fontSize = 'medium'; \
                     document.body.append(part); const size = getComputedStyle(part).fontSize; part.remove(); return size;",
                )
                .await?;
            assert_eq!(taken, format!("{letters}px"), "the browser knows what its user wants");
            holds_as_on_a_phone(lab, &format!("letters of {letters} px")).await
        });
    }
}

#[test]
fn much_zoom_has_the_phone_s_layout_and_nothing_is_cut() {
    // 200 and 400 % of 1280 x 720, and the narrowest that has to be read without scrolling sideways.
    for (width, height) in [(640, 360), (320, 180), (320, 568)] {
        check("", async |lab| {
            lab.set_viewport(width, height).await?;
            holds_as_on_a_phone(lab, &format!("{width} x {height}")).await
        });
    }
}

/// What levers stand at, what is set, and whether there is anything to undo.
async fn set(lab: &Lab) -> Result<(Vec<String>, String, bool)> {
    lab.script(
        "return [[...document.querySelectorAll('.quick input')].map(input => input.value), location.search, \
             document.querySelector(\"[data-testid='undo']\").disabled];",
    )
    .await
}

async fn touch(lab: &Lab, kind: &str, points: &[(f64, f64)]) -> Result<()> {
    let points: Vec<_> = points.iter().map(|(x, y)| json!({"x": x, "y": y})).collect();
    lab.developer_tools("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points})).await?;
    Ok(())
}

/// A finger put down, moved on in steps, and taken away.
async fn stroke(lab: &Lab, from: (f64, f64), step: (f64, f64), steps: u32) -> Result<()> {
    touch(lab, "touchStart", &[from]).await?;
    for taken in 1..=steps {
        let taken = f64::from(taken);
        touch(lab, "touchMove", &[(from.0 + taken * step.0, from.1 + taken * step.1)]).await?;
        lab.script::<()>("return null;").await?;
    }
    touch(lab, "touchEnd", &[]).await
}

/// The middle of a slider that is brought into sight, and where its thumb is.
async fn slider(lab: &Lab, place: usize) -> Result<(f64, f64, f64)> {
    lab.script(&format!(
        "const range = document.querySelectorAll('.quick .lever input[type=range]')[{place}]; range.scrollIntoView({{block: 'center'}}); \
         const box = range.getBoundingClientRect(), share = (range.value - range.min) / (range.max - range.min); \
         return [box.left + box.width * 0.7, box.top + box.height / 2, box.left + 8 + share * (box.width - 16)];"
    ))
    .await
}

#[test]
fn a_thumb_that_scrolls_over_sliders_changes_nothing() {
    check("", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.developer_tools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        lab.go("").await?;
        lab.settle().await?;
        lab.click("welcome-no").await?;
        lab.panel("levers").await?;
        lab.search(|search| search.contains("pair=")).await?;
        let before = set(lab).await?;
        let sliders = lab.driver.find_all(By::Css(".quick .lever input[type=range]")).await?.len();
        ensure!(sliders >= 8, "{sliders} sliders");
        let mut scrolled = 0;
        let top = "return document.querySelector('#panel-levers').scrollTop + scrollY;";
        for place in 0..sliders {
            let (middle, y, thumb) = slider(lab, place).await?;
            // Up, down, and aslant as a thumb goes; beside the thumb and on it.
            for (x, step) in
                [(middle, (0.0, -12.0)), (middle, (1.5, 12.0)), (thumb, (-2.0, -12.0)), (thumb, (0.0, 12.0))]
            {
                let from: f64 = lab.script(top).await?;
                stroke(lab, (x, y), step, 10).await?;
                let to: f64 = lab.script(top).await?;
                scrolled += usize::from((to - from).abs() > 1.0);
                // What a finger seems to move before it scrolls is taken back; the address follows a little later.
                lab.wait_until("all is as it was", async || Ok((set(lab).await? == before).then_some(())))
                    .await
                    .with_context(|| format!("slider {place} from {x} by {step:?}"))?;
                slider(lab, place).await?;
            }
        }
        ensure!(scrolled >= sliders, "the panel was scrolled {scrolled} times only");
        // What is meant is taken: along the track.
        let (_, y, thumb) = slider(lab, 1).await?;
        stroke(lab, (thumb, y), (8.0, 0.0), 6).await?;
        lab.search(|search| search.contains("t.assist_share=")).await.context("along its track a lever moves").map(drop)
    });
}

#[test]
fn what_the_signs_mean_is_in_sight_as_a_whole() {
    for (width, height) in DESKS {
        check("", async |lab| {
            lab.set_viewport(width, height).await?;
            lab.settle().await?;
            lab.script::<()>("document.querySelector('.legend summary').click();").await?;
            lab.wait_for(".legend .signs canvas").await?;
            in_sight(lab, &[".legend .signs"], &format!("at {width} x {height}")).await
        });
    }
}
