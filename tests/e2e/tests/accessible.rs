//! Every view in every theme, looked over by axe-core.

use anyhow::{Result, ensure};
use e2e::{Lab, PHONE, check};
use thirtyfour::prelude::*;

const THEMES: [&str; 3] = ["light", "dark", "projector"];
const PANELS: [&str; 5] = ["story", "questions", "outcomes", "chance", "levers"];

/// Fails if anything on the page as it is keeps people from using it.
async fn look_over(lab: &Lab, what: &str) -> Result<()> {
    for theme in THEMES {
        lab.choose("theme", theme).await?;
        lab.wait_for(&format!("html[data-theme='{theme}']")).await?;
        let found = lab.barriers().await?;
        ensure!(found.is_empty(), "{what}, {theme}: {found:#?}");
    }
    Ok(())
}

/// Opens all that can be unfolded.
async fn unfold(lab: &Lab) -> Result<()> {
    lab.script::<()>(
        "for (const part of document.querySelectorAll('main:not([hidden]) details')) part.open = true; \
         for (const part of document.querySelectorAll(\"main:not([hidden]) [aria-expanded='false']\")) part.click();",
    )
    .await
}

#[test]
fn the_lab_is_open_to_all() {
    check("?beta=0.25", async |lab| {
        lab.settle().await?;
        look_over(lab, "the lab").await?;
        for panel in PANELS {
            lab.panel(panel).await?;
            look_over(lab, panel).await?;
        }
        unfold(lab).await?;
        for panel in PANELS {
            lab.panel(panel).await?;
            look_over(lab, &format!("{panel}, unfolded")).await?;
        }
        Ok(())
    });
}

#[test]
fn the_lab_on_a_phone_is_open_to_all() {
    check("?beta=0.25", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.settle().await?;
        for part in ["teams", "charts", "levers"] {
            lab.open_part(part).await?;
            look_over(lab, part).await?;
        }
        lab.click("to-menu").await?;
        look_over(lab, "the menu").await
    });
}

#[test]
fn what_is_shown_large_hidden_or_asked_for_is_open_to_all() {
    check("", async |lab| {
        for scene in ["teams", "result", "charts", "lever"] {
            for covered in ["", "&hidden=1", "&guess=ask"] {
                lab.go(&format!("?present={scene}{covered}")).await?;
                lab.settle().await?;
                let found = lab.barriers().await?;
                ensure!(found.is_empty(), "{scene}{covered}: {found:#?}");
            }
        }
        for covered in ["hidden=1", "guess=ask", "guess=less-20"] {
            lab.go(&format!("?{covered}")).await?;
            lab.settle().await?;
            look_over(lab, covered).await?;
        }
        lab.go("?person=2").await?;
        lab.settle().await?;
        lab.wait_for("[data-testid='person'][data-current='true'] .network").await?;
        look_over(lab, "a person").await
    });
}

#[test]
fn what_is_chosen_can_be_read_under_the_pointer() {
    check("", async |lab| {
        for theme in THEMES {
            lab.go(&format!("?theme={theme}&view=scenarios")).await?;
            lab.wait_for("[data-testid='card-software']").await?;
            lab.driver.find(By::Css(".choices [aria-pressed='false']")).await?.click().await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "a chosen shelf, {theme}: {found:#?}");
            lab.go(&format!("?theme={theme}")).await?;
            lab.settle().await?;
            lab.panel("outcomes").await?;
            // A click leaves the pointer on the tile.
            lab.wait_for(".tile[aria-pressed='false']").await?.click().await?;
            lab.wait_for(".tile[aria-pressed='true']:hover").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "a chosen outcome, {theme}: {found:#?}");
        }
        Ok(())
    });
}

#[test]
fn what_a_first_visitor_meets_is_open_to_all() {
    check("?nonsense=1", async |lab| {
        lab.settle().await?;
        lab.part("welcome").await?;
        lab.part("notice").await?;
        look_over(lab, "the welcome and a notice").await?;
        lab.driver.find(By::Css("[data-testid='notice'] button")).await?.click().await?;
        lab.panel("questions").await?;
        look_over(lab, "the questions").await?;
        lab.click("question-1").await?;
        lab.part("asked").await?;
        lab.settle().await?;
        lab.click("welcome-yes").await?;
        lab.part("tour").await?;
        look_over(lab, "a question and the tour").await?;
        Ok(())
    });
}

#[test]
fn dialogs_are_open_to_all() {
    check("", async |lab| {
        lab.settle().await?;
        for theme in THEMES {
            lab.choose("theme", theme).await?;
            lab.click("to-share").await?;
            lab.part("qr").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "the dialog to share, {theme}: {found:#?}");
            lab.click("qr").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "the large code, {theme}: {found:#?}");
            lab.click("share-close").await?;
            lab.wait_for_value("return document.querySelector('dialog') === null;", |gone: &bool| *gone).await?;
        }
        Ok(())
    });
}

#[test]
fn the_other_views_are_open_to_all() {
    check("?view=scenarios", async |lab| {
        lab.wait_for(".gallery .card").await?;
        look_over(lab, "the gallery").await?;
        for name in ["emergency", "nonprofit", "over_assisting", "marketing", "baseline"] {
            lab.go(&format!("?view=scenarios&about={name}")).await?;
            lab.wait_for("[data-testid='model-shows'][aria-busy='false']").await?;
            look_over(lab, name).await?;
        }
        lab.go("?view=report&beta=0.3").await?;
        lab.wait_for("[data-testid='sheet'][aria-busy='false'] .sheet-charts svg").await?;
        look_over(lab, "the report").await?;
        Ok(())
    });
}

#[test]
fn the_page_after_a_crash_leads_back_and_is_open_to_all() {
    for theme in THEMES {
        check(&format!("?beta=0.25&theme={theme}"), async |lab| {
            lab.settle().await?;
            let before: String = lab.script("return location.search;").await?;
            // What yew has put into the page is taken away from it, and it stumbles over the gap.
            lab.script::<()>("document.querySelector('.lab > .parts').remove();").await?;
            lab.part("pick-control").await?.send_keys(Key::Right).await?;
            lab.wait_for("html[data-crashed='true'] main.crash").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "the crash page, {theme}: {found:#?}");
            let report = lab.driver.find(By::Css(".crash pre")).await?.inner_html().await?;
            ensure!(report.contains("Assist Lab") && report.contains("beta=0.25"), "{report}");
            lab.driver.find(By::Css(".crash button")).await?.click().await?;
            let marked: String = lab.script("return getSelection().toString();").await?;
            ensure!(marked.starts_with("Assist Lab"), "{marked}");
            lab.driver.find(By::Css(".crash a")).await?.click().await?;
            lab.settle().await?;
            lab.search(|search| *search == before).await?;
            // The fall is in the console, and belongs there.
            let errors = lab.console_errors().await?;
            ensure!(errors.iter().any(|error| error.contains("panicked")), "{errors:#?}");
            Ok(())
        });
    }
}
