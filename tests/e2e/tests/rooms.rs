//! What a reader does in the other rooms, and on the way between them.

use anyhow::Result;
use e2e::{Lab, check};
use thirtyfour::prelude::*;

/// What the header marks as the present place.
async fn place(lab: &Lab, expected: &str) -> Result<()> {
    let script = "return document.querySelector('nav [aria-current=page]')?.textContent ?? '';";
    lab.wait_for_value(script, |name: &String| name == expected).await.map(drop)
}

/// How many pages the window's history has.
async fn pages(lab: &Lab) -> Result<u32> {
    lab.script("return history.length;").await
}

#[test]
fn views_are_addresses_and_the_way_back_brings_view_and_state() {
    check("", async |lab| {
        lab.settle().await?;
        place(lab, "Lab").await?;
        let pages_before = pages(lab).await?;
        lab.part("lever-beta-range").await?.send_keys(Key::Right).await?;
        let moved = lab.search(|search| search.contains("beta=")).await?;
        assert_eq!(pages(lab).await?, pages_before, "a lever makes no page in the history");

        lab.click("to-scenarios").await?;
        let gallery = lab.search(|search| search.contains("view=scenarios")).await?;
        assert!(gallery.starts_with(&moved), "{gallery} keeps the state {moved}");
        place(lab, "Scenarios").await?;
        let focus: String = lab.script("return document.activeElement.tagName;").await?;
        assert_eq!(focus, "MAIN", "reading goes on at the beginning of the view");

        lab.driver.find(By::Css("[data-testid='card-emergency'] a")).await?.click().await?;
        lab.search(|search| search.contains("about=emergency")).await?;
        lab.wait_for_value("return document.title;", |title: &String| title.starts_with("Emergency department"))
            .await?;
        let pages_before = pages(lab).await?;
        lab.click("open-in-lab").await?;
        lab.search(|search| search.contains("scenario=emergency") && !search.contains("view")).await?;
        lab.settle().await?;
        assert_eq!(pages(lab).await?, pages_before + 1, "one step is one page in the history");
        assert!(lab.text("sentence").await?.contains("patient"));

        lab.driver.back().await?;
        lab.search(|search| search.contains("about=emergency") && search.contains("scenario=software")).await?;
        lab.driver.back().await?;
        place(lab, "Scenarios").await?;
        lab.driver.back().await?;
        place(lab, "Lab").await?;
        lab.search(|search| *search == moved).await?;
        lab.settle().await?;
        assert!(lab.text("sentence").await?.contains("work items"));
        lab.driver.forward().await?;
        place(lab, "Scenarios").await?;
        Ok(())
    });
}

#[test]
fn a_question_to_try_opens_the_lab_with_what_it_sets_and_undo_leads_back() {
    check("?scenario=silos&beta=0.3&view=scenarios&about=emergency", async |lab| {
        let on_page = lab.wait_for(".about [data-testid='try-2']").await?;
        assert!(on_page.text().await?.ends_with('?'));
        on_page.click().await?;
        let asked = |search: &String| {
            ["scenario=emergency", "t.assist_leaders=0", "t.shared_board=0.5"].iter().all(|key| search.contains(key))
        };
        lab.search(|search| asked(search) && !search.contains("view=")).await?;
        lab.settle().await?;

        // Beside the story the next is asked of the scenario itself, not on top of the one before.
        lab.panel("story").await?;
        lab.wait_for(".story [data-testid='try-3']").await?.click().await?;
        lab.search(|search| search.contains("t.delegated=1") && !search.contains("shared_board")).await?;
        lab.wait_for(".story [data-testid='try-3'][aria-current='true']").await?;
        lab.panel("levers").await?;
        lab.click("undo").await?;
        lab.search(asked).await?;
        lab.click("undo").await?;
        lab.search(|search| search.contains("scenario=silos") && search.contains("beta=0.3")).await?;
        Ok(())
    });
}

#[test]
fn the_way_back_from_a_scenario_leads_to_the_one_before() {
    check("?beta=0.3", async |lab| {
        lab.settle().await?;
        let before = lab.search(|search| search.contains("pair=typical-")).await?;
        let pages_before = pages(lab).await?;
        // WebKit passes over what a page adds to its history while its reader does nothing.
        lab.click("sentence").await?;
        lab.choose("scenario", "silos").await?;
        lab.search(|search| search.contains("scenario=silos") && search.contains("pair=typical-")).await?;
        assert_eq!(pages(lab).await?, pages_before + 1, "another scenario is a page in the history");
        lab.driver.back().await?;
        lab.search(|search| *search == before).await?;
        lab.settle().await?;
        lab.driver.forward().await?;
        lab.search(|search| search.contains("scenario=silos")).await?;
        lab.driver.back().await?;
        lab.search(|search| *search == before).await?;
        assert_eq!(pages(lab).await?, pages_before + 1, "to go back and forth adds none");
        Ok(())
    });
}

#[test]
fn a_link_leads_into_a_view_and_one_to_nowhere_into_the_lab() {
    check("?scenario=silos&view=scenarios&about=research", async |lab| {
        place(lab, "Scenarios").await?;
        lab.wait_for_value("return document.title;", |title: &String| title.starts_with("Research group")).await?;
        lab.go("?view=sea&about=nowhere").await?;
        lab.settle().await?;
        place(lab, "Lab").await?;
        let notice = lab.text("notice").await?;
        assert!(notice.contains("view = sea") && notice.contains("about = nowhere"), "{notice}");
        Ok(())
    });
}

#[test]
fn the_gallery_shows_what_is_chosen_and_a_page_what_the_model_says() {
    check("?view=scenarios", async |lab| {
        let cards = "return document.querySelectorAll('.gallery .card').length;";
        lab.wait_for_value(cards, |count: &u32| *count == 28).await?;
        // They come a moment later.
        let drawings = "return document.querySelectorAll('.card .drawing svg path').length;";
        lab.wait_for_value(drawings, |count: &u32| *count > 100).await?;
        lab.click("shelf-case").await?;
        lab.wait_for_value(cards, |count: &u32| *count == 6).await?;
        assert_eq!(lab.text("shown").await?, "6 of 28 shown");
        lab.choose("field", "Sport").await?;
        lab.wait_for_value(cards, |count: &u32| *count == 1).await?;
        lab.driver.find(By::Css("[data-testid='card-basketball'] a")).await?.click().await?;

        lab.wait_for("[data-testid='model-shows'][aria-busy='false']").await?;
        let shown = lab.text("model-shows").await?;
        assert!(shown.contains("With the veteran") && shown.contains("400 pairs"), "{shown}");
        assert!(!lab.text("verdict").await?.is_empty());
        lab.wait_for(".claim-line svg circle").await?;
        let questions: u32 = lab.script("return document.querySelectorAll('.about .questions li').length;").await?;
        assert_eq!(questions, 3);

        // What was chosen is still chosen, and the keyboard is where it was.
        lab.click("all-scenarios").await?;
        lab.wait_for_value(cards, |count: &u32| *count == 1).await?;
        let focus: String = lab.script("return document.activeElement.textContent;").await?;
        assert_eq!(focus, "Basketball team");

        // The lab has its own state all the while.
        lab.click("to-lab").await?;
        lab.settle().await?;
        assert!(lab.text("sentence").await?.contains("work items"));
        Ok(())
    });
}
