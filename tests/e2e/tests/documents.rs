//! The documents beside the lab: the ways to them and back, and that they can be read by all.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, check};
use thirtyfour::prelude::*;

const DOCUMENTS: [&str; 9] = [
    "model",
    "verification",
    "validation",
    "coverage",
    "scenarios",
    "results",
    "experiments",
    "clusters",
    "performance",
];

/// Clicks on a link of the lab that opens a tab, goes to that, and answers its address.
async fn follow(lab: &Lab, selector: &str) -> Result<String> {
    let here = lab.driver.window().await?;
    lab.wait_for(selector).await?.click().await?;
    let there = lab
        .wait_until("a tab is opened", async || {
            Ok(lab.driver.windows().await?.into_iter().find(|window| *window != here))
        })
        .await?;
    lab.driver.switch_to_window(there).await?;
    lab.wait_for("main h1").await?;
    Ok(lab.driver.current_url().await?.to_string())
}

/// Asks that what the address names is in sight.
async fn in_sight(lab: &Lab, id: &str) -> Result<()> {
    let script = "const found = document.querySelector(':target'), box = found?.getBoundingClientRect(); \
                  return found && box.top >= 0 && box.bottom <= innerHeight ? found.id : '';";
    lab.wait_for_value(script, |found: &String| found == id).await.map(drop)
}

/// Opens a document beside the lab that is open.
async fn open(lab: &Lab, page: &str) -> Result<()> {
    let address = lab.driver.current_url().await?.join(page)?;
    lab.driver.goto(address.as_str()).await.with_context(|| format!("{page} cannot be loaded"))?;
    lab.wait_for("main h1").await.map(drop)
}

#[test]
fn the_header_leads_to_the_documents_and_they_lead_back() {
    check("?theme=dark", async |lab| {
        lab.ready().await?;
        let address = follow(lab, "nav.places a[href^='docs/']").await?;
        assert!(address.ends_with("/docs/model.html"), "{address}");
        lab.wait_for("html[data-theme='dark']").await?;
        lab.driver.find(By::LinkText("Validation")).await?.click().await?;
        lab.wait_for_value("return document.title;", |title: &String| title.starts_with("Validation")).await?;
        lab.wait_for("html[data-theme='dark']").await?;
        lab.wait_for("a.home").await?.click().await?;
        lab.ready().await
    });
}

#[test]
fn a_levers_note_leads_to_its_row() {
    check("", async |lab| {
        lab.ready().await?;
        // The offer of the tour stands above the end of the column.
        lab.click("welcome-no").await?;
        // By its key: WebKit's scroll bar lies over the end of the row, and takes the pointer.
        lab.part("lever-beta-about").await?.send_keys(Key::Enter).await?;
        let address = follow(lab, "#lever-beta-note a[target='_blank']").await?;
        assert!(address.ends_with("/docs/model.html#parameter-beta"), "{address}");
        in_sight(lab, "parameter-beta").await
    });
}

#[test]
fn a_chart_leads_to_what_it_shows() {
    check("", async |lab| {
        lab.settle().await?;
        let chart = "[data-testid='chart-throughput']";
        lab.wait_for(&format!("{chart} summary")).await?.click().await?;
        let address = follow(lab, &format!("{chart} a[href^='docs/']")).await?;
        assert!(address.ends_with("/docs/model.html#outcome-throughput"), "{address}");
        in_sight(lab, "outcome-throughput").await
    });
}

#[test]
fn documents_are_open_to_all_and_fit_every_screen() {
    check("", async |lab| {
        lab.ready().await?;
        open(lab, "docs/model.html").await?;
        for name in DOCUMENTS {
            for theme in ["light", "dark", "projector"] {
                open(lab, &format!("{name}.html?theme={theme}")).await?;
                lab.wait_for(&format!("html[data-theme='{theme}']")).await?;
                for width in [360, 1920] {
                    lab.set_viewport(width, 900).await?;
                    let too_wide = "return document.documentElement.scrollWidth - innerWidth;";
                    lab.wait_for_value(too_wide, |by: &i64| *by <= 0).await?;
                }
                let found = lab.barriers().await?;
                ensure!(found.is_empty(), "{name}, {theme}: {found:#?}");
            }
        }
        Ok(())
    });
}
