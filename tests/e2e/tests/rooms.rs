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
        lab.click("open-in-lab").await?;
        lab.search(|search| search.contains("scenario=emergency") && !search.contains("view")).await?;
        lab.settle().await?;
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
