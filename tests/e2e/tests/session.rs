//! How the page bears being used: a lever dragged to and fro, and much of everything at once. How fast it is meanwhile is measured
//! elsewhere, by `cargo xtask measure`; here it has to show results on the way, and to be right in the end.

use anyhow::{Context, Result, ensure};
use e2e::{COUNT_RESULTS, Lab, check};

/// Moves a lever to and fro over its range, a step each frame, until so many results were shown on the way or there is no more
/// hope of it; then lets it go at the upper end.
fn sweep(lever: &str, results: u32) -> String {
    format!(
        "const range = document.querySelector(\"[data-testid='lever-{lever}-range']\"), root = document.documentElement; \
         const [low, high] = [Number(range.min), Number(range.max)]; let step = 0; window.swept = null; \
         const move = () => {{ \
             const way = step % 120, share = (way < 60 ? way : 120 - way) / 60; \
             range.value = low + (high - low) * share; \
             range.dispatchEvent(new Event('input', {{bubbles: true}})); \
             root.dataset.step = step++; \
             if (share < 1 || (window.shown < {results} && step < 6000)) requestAnimationFrame(move); \
             else {{ window.swept = window.shown; range.dispatchEvent(new Event('change', {{bubbles: true}})); }} \
         }}; \
         move();"
    )
}

/// What the page shows in the end has to be what a new one shows of the same state.
async fn same_afresh(lab: &Lab) -> Result<()> {
    lab.settle().await?;
    let shown = lab.text("sentence").await?;
    lab.click("to-share").await?;
    let link = lab.part("link").await?.prop("value").await?.context("a link")?;
    let (_, query) = link.split_once('?').context("a state in the link")?;
    lab.go(query).await?;
    lab.settle().await?;
    assert_eq!(lab.text("sentence").await?, shown, "{query}");
    Ok(())
}

#[test]
fn a_lever_dragged_over_its_range_shows_results_on_the_way_and_ends_where_it_should() {
    check("", async |lab| {
        lab.settle().await?;
        lab.script::<()>(COUNT_RESULTS).await?;
        lab.script::<()>(&sweep("assist_share", 3)).await?;
        let on_the_way: Option<u32> = lab.wait_for_value("return window.swept;", Option::is_some).await?;
        let on_the_way = on_the_way.context("a count")?;
        ensure!(on_the_way >= 3, "{on_the_way} results on the way");
        lab.search(|search| search.contains("t.assist_share=1")).await?;
        let title = lab.part("undo").await?.attr("title").await?.unwrap_or_default();
        ensure!(title.contains("Time for assisting 40 % → 100 %"), "{title}");
        same_afresh(lab).await
    });
}

#[test]
fn hundreds_of_turns_of_use_leave_no_error_and_the_right_result() {
    check("", async |lab| {
        lab.settle().await?;
        let shown = lab.use_everything(300, 20).await?;
        ensure!(shown >= 20, "{shown} results in all the turns");
        same_afresh(lab).await
    });
}
