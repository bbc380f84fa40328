//! Why the teams differ: the panel that takes the difference apart.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, check};
use thirtyfour::By;

/// The amounts of the parts and of all of them together [per cent], as they are shown; once all pairs are there.
async fn amounts(lab: &Lab) -> Result<Vec<f64>> {
    lab.wait_for("html[data-explained='200'] [data-testid='why-pairs']").await?;
    let texts: Vec<String> = lab
        .script("return [...document.querySelectorAll('.explained tbody td:last-child, .explained tfoot td:last-child')].map(cell => cell.firstChild.textContent);")
        .await?;
    texts
        .iter()
        .map(|text| text.replace('−', "-").trim_end_matches(['%', '\u{a0}']).parse().with_context(|| text.clone()))
        .collect()
}

/// A part leads to its lever, which is in sight then.
async fn leads_to_its_lever(lab: &Lab) -> Result<()> {
    lab.press("why-noticing").await?;
    let height =
        "return document.querySelector(\"[data-testid='lever-notice-range']\")?.getBoundingClientRect().height ?? 0;";
    lab.wait_for_value(height, |height: &f64| *height > 0.0).await.map(drop)
}

#[test]
fn the_parts_add_up_and_follow_the_levers_and_the_outcome() {
    check("?scenario=software", async |lab| {
        lab.settle().await?;
        lab.press("to-panel-why").await?;
        let before = amounts(lab).await?;
        let (total, parts) = before.split_last().context("a total")?;
        let sum: f64 = parts.iter().sum();
        ensure!((sum - total).abs() < 0.05 * before.len() as f64, "{sum} is not {total}: {before:?}");
        let said = lab.text("why-said").await?;
        ensure!(said.starts_with("Main driver: noticing who is stuck, +"), "{said}");

        // Another outcome is the one in front, for chart and link too.
        lab.choose("why-outcome", "morale").await?;
        lab.wait_for_value("return location.search.includes('chart=morale');", |there: &bool| *there).await?;
        ensure!(amounts(lab).await? != before, "another outcome has other parts");

        leads_to_its_lever(lab).await
    });
}

#[test]
fn the_page_of_questions_says_why_by_itself_and_leads_to_levers() {
    check("?scenario=software&view=questions&ask=why", async |lab| {
        let there = amounts(lab).await?;
        ensure!(there.len() > 5, "{there:?}");
        leads_to_its_lever(lab).await?;
        lab.press("to-panel-why").await?;
        assert_eq!(amounts(lab).await?, there, "the panel says the same");
        // On a phone the levers are another part.
        lab.set_viewport(360, 740).await?;
        lab.go("?scenario=software&view=questions&ask=why").await?;
        amounts(lab).await?;
        leads_to_its_lever(lab).await?;
        lab.go("?scenario=software&view=questions&ask=why&hidden=1").await?;
        lab.wait_for("[data-testid='hidden']").await?;
        ensure!(lab.driver.find_all(By::Css(".explained")).await?.is_empty(), "nothing of it is there");
        Ok(())
    });
}

#[test]
fn nothing_is_told_of_what_is_hidden_or_decided_alike() {
    check("?scenario=software&hidden=1", async |lab| {
        lab.settle().await?;
        lab.press("to-panel-why").await?;
        let panel = said(lab, "hidden").await?;
        ensure!(!panel.contains('%'), "{panel}");
        lab.go("?scenario=baseline").await?;
        lab.settle().await?;
        lab.press("to-panel-why").await?;
        said(lab, "Both teams decide the same").await.map(drop)
    });
}

/// What the panel says, once it says this.
async fn said(lab: &Lab, part: &str) -> Result<String> {
    lab.wait_for_value("return document.querySelector('#panel-why').textContent;", |text: &String| text.contains(part))
        .await
}
