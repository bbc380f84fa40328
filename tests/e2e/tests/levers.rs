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
        let said = lab.text("precision").await?;
        ensure!(said.starts_with("Sure to ±"), "{said}");
        let pairs: u32 = lab.script("return Number(document.documentElement.dataset.pairs);").await?;
        ensure!(pairs > 0 && pairs.is_multiple_of(100), "{pairs} pairs: looked at every hundred");
        assert_eq!(lab.text("progress").await?, format!("{pairs} pairs"));
        Ok(())
    });
}
