//! What a reader does with levers: moves, undoes, compares.

use anyhow::{Result, ensure};
use e2e::{Lab, check};
use thirtyfour::prelude::*;

/// Drags a lever with the pointer, in some steps, to the right [px].
async fn drag(lab: &Lab, lever: &str, distance: i64) -> Result<()> {
    let range = lab.part(&format!("lever-{lever}-range")).await?;
    range.scroll_into_view().await?;
    let value: f64 = lab
        .script(&format!(
            "const range = document.querySelector(\"[data-testid='lever-{lever}-range']\"); \
             return (range.value - range.min) / (range.max - range.min) - 0.5;"
        ))
        .await?;
    let (_, _, width, _) = rect(&range).await?;
    // The thumb is not in the middle of the track, where the driver points.
    let thumb = (value * (width - 16.0)).round() as i64;
    let mut chain = lab.driver.action_chain().move_to_element_with_offset(&range, thumb, 0).click_and_hold();
    for _ in 0..8 {
        chain = chain.move_by_offset(distance / 8, 0);
    }
    chain.release().perform().await?;
    Ok(())
}

async fn rect(element: &WebElement) -> Result<(f64, f64, f64, f64)> {
    let rect = element.rect().await?;
    Ok((rect.x, rect.y, rect.width, rect.height))
}

async fn undo_with_keys(lab: &Lab, keys: impl Into<TypingData>) -> Result<()> {
    lab.script::<()>("document.activeElement.blur();").await?;
    lab.driver.find(By::Css("body")).await?.send_keys(keys).await?;
    Ok(())
}

#[test]
fn a_drag_is_one_step_and_goes_back_and_forth_by_button_and_by_keys() {
    check("", async |lab| {
        lab.settle().await?;
        let first = lab.text("sentence").await?;
        drag(lab, "beta", 64).await?;
        // The link follows the lever a moment later.
        let told = "return location.search.includes(`beta=${document.querySelector(\"[data-testid='lever-beta-range']\").value}&`);";
        lab.wait_for_value(told, |told: &bool| *told).await?;
        let dragged = lab.search(|search| search.contains("beta=")).await?;
        lab.settle().await?;
        let second = lab.text("sentence").await?;
        ensure!(first != second, "{first}");
        let title = lab.part("undo").await?.attr("title").await?.unwrap_or_default();
        ensure!(title.contains("How often work is blocked 0.2"), "{title}");

        lab.click("undo").await?;
        lab.search(|search| !search.contains("beta=")).await?;
        assert_eq!(lab.text("sentence").await?, first, "what was known is shown at once");
        ensure!(!lab.part("undo").await?.is_enabled().await?, "the drag was one step");

        undo_with_keys(lab, Key::Control + Key::Shift + "z").await?;
        assert_eq!(lab.search(|search| search.contains("beta=")).await?, dragged);
        undo_with_keys(lab, Key::Control + "z").await?;
        lab.search(|search| !search.contains("beta=")).await?;
        Ok(())
    });
}

#[test]
fn precision_can_be_asked_for_and_is_said() {
    check("?sure=2", async |lab| {
        lab.settle().await?;
        lab.panel("chance").await?;
        let said = lab.text("precision").await?;
        ensure!(said.starts_with("Sure to ±"), "{said}");
        let pairs: u32 = lab.script("return Number(document.documentElement.dataset.pairs);").await?;
        ensure!(pairs > 0 && pairs.is_multiple_of(100), "{pairs} pairs: looked at every hundred");
        assert_eq!(lab.text("progress").await?, format!("{pairs} pairs"));
        Ok(())
    });
}

#[test]
fn a_rejected_number_stays_as_typed_with_what_is_allowed() {
    check("", async |lab| {
        lab.settle().await?;
        lab.type_into("lever-assist_share-typed", "150").await?;
        lab.wait_for("[data-testid='lever-assist_share-typed'][aria-invalid='true']").await?;
        let typed = lab.part("lever-assist_share-typed").await?;
        assert_eq!(typed.prop("value").await?.as_deref(), Some("150"));
        let note = lab.wait_for("#lever-assist_share-note .wrong").await?.text().await?;
        assert_eq!(note, "Enter a number from 0 to 100 %.");
        lab.type_into("lever-assist_share-typed", "55,5 %").await?;
        lab.search(|search| search.contains("t.assist_share=0.555")).await?;
        lab.wait_for("[data-testid='lever-assist_share-typed'][aria-invalid='false']").await?;
        // What the other settings forbid is said at the lever, too.
        lab.type_into("lever-assist_leaders-typed", "9").await?;
        let note = lab.wait_for("#lever-assist_leaders-note .wrong").await?.text().await?;
        ensure!(note.contains("at most the number of members (8)"), "{note}");
        lab.click("lever-assist_share-reset").await?;
        lab.search(|search| !search.contains("assist_share")).await?;
        Ok(())
    });
}

#[test]
fn a_number_is_read_as_people_write_it_and_never_as_another() {
    check("?project_tasks=300", async |lab| {
        lab.settle().await?;
        // Where fractions may stand, this can mean two things.
        lab.type_into("lever-beta-typed", "1,000").await?;
        lab.wait_for("[data-testid='lever-beta-typed'][aria-invalid='true']").await?;
        assert_eq!(lab.part("lever-beta-typed").await?.prop("value").await?.as_deref(), Some("1,000"));
        let note = lab.wait_for("#lever-beta-note .wrong").await?.text().await?;
        ensure!(note.contains("1000") && note.contains("1.0"), "both readings are named: {note}");
        ensure!(!lab.script::<String>("return location.search;").await?.contains("beta="));

        // What is small is not shown as 0, and typed again it is the same.
        for (typed, shown) in [("4e-5", "0.00004"), ("0,3", "0.3"), ("1e-9", "1e-9"), ("0.25 per hour", "0.25")] {
            lab.type_into("lever-beta-typed", typed).await?;
            lab.search(|search| search.contains(&format!("beta={shown}"))).await?;
            let value = "return document.querySelector(\"[data-testid='lever-beta-typed']\").value;";
            lab.wait_for_value(value, |value: &String| value == shown).await?;
        }

        let find = lab.part("find-lever").await?;
        find.send_keys("project_tasks").await?;
        for (typed, read) in [("1,000", 1000), ("2.000", 2000), ("3\u{202f}000", 3000), ("4e3", 4000), ("5’000", 5000)]
        {
            lab.type_into("lever-project_tasks-typed", typed).await?;
            lab.search(|search| search.contains(&format!("project_tasks={read}"))).await?;
        }
        Ok(())
    });
}

#[test]
fn a_refused_seed_stays_as_typed_with_what_is_allowed() {
    check("?seed=5", async |lab| {
        lab.settle().await?;
        lab.panel("chance").await?;
        let value = "return document.querySelector(\"[data-testid='seed']\").value;";
        for wrong in ["7.5", "-3", "many", "9007199254740992"] {
            lab.type_into("seed", wrong).await?;
            let note = "return document.querySelector(\"[data-testid='seed-note']\").textContent;";
            lab.wait_for_value(note, |said: &String| {
                said.starts_with("Enter a whole number from 0 to 9007199254740991.")
            })
            .await?;
            lab.wait_for("[data-testid='seed'][aria-invalid='true']").await?;
            assert_eq!(lab.script::<String>(value).await?, wrong);
            ensure!(lab.script::<String>("return location.search;").await?.contains("seed=5"));
            // It is said anew of each.
            lab.part("seed").await?.send_keys(Key::Escape + "").await?;
            lab.wait_for("[data-testid='seed'][aria-invalid='false']").await?;
        }
        // Escape brings back the seed that holds; so does another one.
        lab.wait_for_value(value, |value: &String| value == "5").await?;
        lab.type_into("seed", "x").await?;
        lab.wait_for("[data-testid='seed'][aria-invalid='true']").await?;
        lab.type_into("seed", "1,234").await?;
        lab.search(|search| search.contains("seed=1234")).await?;
        lab.wait_for_value(value, |value: &String| value == "1234").await?;
        lab.type_into("seed", "x").await?;
        lab.wait_for("[data-testid='seed'][aria-invalid='true']").await?;
        lab.press("undo").await?;
        lab.wait_for_value(value, |value: &String| value == "5").await?;
        lab.wait_for("[data-testid='seed'][aria-invalid='false']").await?;
        Ok(())
    });
}

#[test]
fn every_setting_is_found_by_heading_or_by_a_word() {
    check("", async |lab| {
        lab.settle().await?;
        // The offer of the tour stands above the last of the column.
        lab.click("welcome-no").await?;
        let levers = "return document.querySelectorAll('.lever').length;";
        assert_eq!(lab.script::<u32>(levers).await?, 9);
        lab.click("group-policy-0").await?;
        lab.part("lever-formal_lead-switch").await?.click().await?;
        lab.search(|search| search.contains("t.formal_lead=")).await?;
        lab.click("group-policy-0").await?;

        let find = lab.part("find-lever").await?;
        find.send_keys("emotional labour").await?;
        lab.wait_for_value(levers, |count: &u32| *count == 1).await?;
        assert_eq!(lab.text("found").await?, "1 setting");
        lab.part("lever-k_e-about").await?.send_keys(Key::Enter).await?;
        let about = lab.wait_for("#lever-k_e-note").await?.text().await?;
        for part in [
            "Gilboa et al. 2008",
            "inferred from the study named",
            "energy and exhaustion",
            "Exhaustion, assist leader",
            "k_e",
        ] {
            ensure!(about.contains(part), "{part} is not in {about}");
        }
        find.send_keys(" weather").await?;
        lab.wait_for_value(levers, |count: &u32| *count == 0).await?;
        ensure!(lab.text("found").await?.starts_with("No setting has “emotional labour weather”"));
        lab.click("clear-find").await?;
        lab.wait_for_value(levers, |count: &u32| *count == 9).await?;
        Ok(())
    });
}

#[test]
fn each_team_has_its_decisions_and_they_can_be_swapped_and_copied() {
    check("", async |lab| {
        lab.settle().await?;
        lab.click("welcome-no").await?;
        lab.choose("leads-first", "nobody").await?;
        lab.search(|search| search.contains("c.formal_lead=no")).await?;
        lab.click("swap").await?;
        lab.search(|search| search.contains("t.formal_lead=no") && search.contains("c.assist_leaders=1")).await?;
        lab.click("copy-second").await?;
        lab.search(|search| search.contains("?v=2&scenario=software&formal_lead=no")).await?;
        lab.settle().await?;
        ensure!(lab.text("sentence").await?.starts_with("Both teams decide the same"));

        lab.choose("leads-second", "both").await?;
        lab.search(|search| search.contains("c.formal_lead=no") && !search.contains("formal_lead=yes")).await?;
        lab.part("whose-first").await?.click().await?;
        lab.type_into("lever-recognition-typed", "0.5").await?;
        lab.search(|search| search.contains("c.recognition=0.5")).await?;
        lab.part("whose-both").await?.click().await?;
        lab.type_into("lever-recognition-typed", "0.7").await?;
        lab.search(|search| search.contains("&recognition=0.7")).await?;
        Ok(())
    });
}

#[test]
fn a_run_by_keyboard_alone() {
    check("", async |lab| {
        lab.settle().await?;
        let press = async |keys: TypingData| lab.driver.active_element().await?.send_keys(keys).await;
        // To the levers by the link that is there for it, and on by the tabulator.
        let focused = "return document.activeElement.dataset.testid ?? document.activeElement.id;";
        let mut reached = false;
        for _ in 0..120 {
            press(Key::Tab.into()).await?;
            reached = lab.script::<String>(focused).await? == "lever-assist_share-range";
            if reached {
                break;
            }
        }
        ensure!(reached, "the lever cannot be reached");
        press(Key::Right + Key::Right).await?;
        lab.search(|search| search.contains("t.assist_share=0.5")).await?;
        press(Key::Tab.into()).await?;
        press(Key::Control + "a").await?;
        press("70" + Key::Enter).await?;
        lab.search(|search| search.contains("t.assist_share=0.7")).await?;
        lab.settle().await?;
        // Back from the field, whose own undo is the browser's, to the lever.
        press(Key::Shift + Key::Tab).await?;
        press(Key::Control + "z").await?;
        lab.search(|search| search.contains("t.assist_share=0.5")).await?;
        press(Key::Control + Key::Shift + "z").await?;
        lab.search(|search| search.contains("t.assist_share=0.7")).await?;
        Ok(())
    });
}

#[test]
fn a_replay_leads_from_before_to_now_and_ends_by_itself() {
    check("", async |lab| {
        lab.settle().await?;
        let before = lab.text("sentence").await?;
        lab.type_into("lever-beta-typed", "0.4").await?;
        lab.search(|search| search.contains("beta=0.4")).await?;
        lab.settle().await?;
        let now = lab.text("sentence").await?;
        assert_ne!(before, now);
        // What the reader gets to see is written down, at every change and at every frame. A frame is one of sixty in a second,
        // by the page's own reckoning, however long this machine takes for it.
        lab.script::<()>(
            "const frame = window.requestAnimationFrame; let frames = 0; \
             const said = name => document.querySelector(`[data-testid='${name}']`).textContent.replaceAll('\u{a0}', ' '); \
             const chart = document.querySelector(\"[data-testid='chart-throughput'] canvas\"); \
             window.seen = []; \
             const look = () => { \
                 const now = [said('last-change'), said('sentence'), chart.toDataURL()]; \
                 if (String(now) !== String(window.seen.at(-1))) window.seen.push(now); }; \
             new MutationObserver(look).observe(document.body, {characterData: true, childList: true, subtree: true}); \
             const go_on = () => { frames++; look(); frame(go_on); }; \
             window.requestAnimationFrame = draw => frame(() => draw(frames * 1000 / 60)); \
             go_on();",
        )
        .await?;
        lab.click("replay").await?;
        let over = "return window.seen.some(([step]) => step.startsWith('As it became: ')) && \
                    document.querySelector(\"[data-testid='replay']\").ariaPressed === 'false';";
        lab.wait_for_value(over, |over: &bool| *over).await?;
        let seen: Vec<[String; 3]> = lab.script("return window.seen;").await?;
        ensure!(seen.iter().any(|[step, said, _]| step.starts_with("As it was before: ") && *said == before));
        let way = seen.iter().filter(|[step, said, _]| step.starts_with("As it became: ") && *said == now);
        let mut pictures: Vec<&String> = way.map(|[.., picture]| picture).collect();
        pictures.dedup();
        ensure!(pictures.len() >= 5, "the chart moved in {} pictures", pictures.len());
        ensure!(lab.text("last-change").await?.starts_with("Last change: "));
        assert_eq!(lab.text("sentence").await?, now);
        ensure!(lab.script::<String>("return location.search;").await?.contains("beta=0.4"));
        Ok(())
    });
}

#[test]
fn a_pinned_baseline_stays_in_charts_and_words_until_it_is_let_go() {
    check("", async |lab| {
        lab.settle().await?;
        let picture = "return document.querySelector(\"[data-testid='chart-throughput'] canvas\").toDataURL();";
        lab.click("pin").await?;
        lab.type_into("lever-beta-typed", "0.4").await?;
        lab.search(|search| search.contains("beta=0.4")).await?;
        lab.settle().await?;
        let beside = lab.text("pinned-sentence").await?;
        ensure!(
            beside.starts_with("Kept (software feature team): throughput +3.5 % (95 % interval ")
                && beside.ends_with("; 400 pairs)."),
            "{beside}"
        );
        lab.wait_for("[data-testid='chart-throughput'] .key.pinned").await?;
        let with: String = lab.script(picture).await?;
        // By its key, as in `documents.rs`.
        lab.part("unpin").await?.send_keys(Key::Enter).await?;
        lab.wait_for_value("return document.querySelectorAll('.key.pinned').length;", |count: &u32| *count == 0)
            .await?;
        lab.wait_for_value(picture, |without: &String| *without != with).await?;
        Ok(())
    });
}

#[test]
fn what_is_typed_twice_is_two_steps_and_lists_follow_them_back() {
    check("", async |lab| {
        lab.settle().await?;
        for value in ["0.3", "0.4"] {
            lab.type_into("lever-beta-typed", value).await?;
            lab.search(|search| search.contains(&format!("beta={value}"))).await?;
        }
        lab.click("undo").await?;
        lab.search(|search| search.contains("beta=0.3")).await?;
        lab.click("undo").await?;
        lab.search(|search| !search.contains("beta=")).await?;

        for name in ["silos", "emergency"] {
            lab.choose("scenario", name).await?;
            lab.search(|search| search.contains(name)).await?;
        }
        lab.click("undo").await?;
        lab.search(|search| search.contains("silos")).await?;
        let shown: String = lab.script("return document.querySelector(\"[data-testid='scenario']\").value;").await?;
        assert_eq!(shown, "silos");
        Ok(())
    });
}
