//! What greets a first visitor: the tour, and questions to click.

use anyhow::Result;
use e2e::{Lab, check};
use thirtyfour::prelude::*;

async fn count(lab: &Lab, name: &str, expected: u32) -> Result<()> {
    let script = format!("return document.querySelectorAll(\"[data-testid='{name}']\").length;");
    lab.wait_for_value(&script, |count: &u32| *count == expected).await.map(drop)
}

async fn focus(lab: &Lab, expected: &str) -> Result<()> {
    let script = "const part = document.activeElement; return part.dataset.testid ?? part.textContent;";
    lab.wait_for_value(script, |text: &String| text == expected).await.map(drop)
}

#[test]
fn the_tour_is_offered_once_taken_by_keyboard_and_called_back() {
    check("", async |lab| {
        lab.settle().await?;
        lab.part("welcome-yes").await?.send_keys(Key::Enter).await?;
        focus(lab, "Two teams, one luck").await?;
        lab.wait_for(".stage.pointed").await?;
        count(lab, "welcome", 0).await?;
        lab.part("tour-next").await?.send_keys(Key::Enter).await?;
        focus(lab, "Move something").await?;
        lab.wait_for("#levers.pointed").await?;
        lab.click("tour-next").await?;
        focus(lab, "Believe many, not one").await?;
        lab.wait_for(".result.pointed").await?;
        lab.click("tour-back").await?;
        focus(lab, "Move something").await?;
        lab.click("tour-next").await?;
        lab.click("tour-done").await?;
        count(lab, "tour", 0).await?;
        focus(lab, "to-tour").await?;
        let pointed: u32 = lab.script("return document.querySelectorAll('.pointed').length;").await?;
        assert_eq!(pointed, 0, "nothing is pointed at any more");

        lab.go("").await?;
        lab.settle().await?;
        count(lab, "welcome", 0).await?;
        // From another view it leads back to the lab.
        lab.click("to-scenarios").await?;
        lab.wait_for(".gallery").await?;
        lab.click("to-tour").await?;
        focus(lab, "Two teams, one luck").await?;
        lab.driver.active_element().await?.send_keys(Key::Escape).await?;
        count(lab, "tour", 0).await?;
        focus(lab, "to-tour").await?;
        Ok(())
    });
}

#[test]
fn who_declines_the_tour_is_not_asked_again() {
    check("", async |lab| {
        lab.settle().await?;
        lab.click("welcome-no").await?;
        count(lab, "welcome", 0).await?;
        lab.go("").await?;
        lab.settle().await?;
        count(lab, "welcome", 0).await?;
        Ok(())
    });
}

#[test]
fn a_question_moves_the_levers_and_says_what_to_watch() {
    check("", async |lab| {
        lab.settle().await?;
        count(lab, "question-5", 0).await?;
        lab.click("more-questions").await?;
        count(lab, "question-5", 1).await?;
        lab.click("question-2").await?;
        lab.search(|search| search.contains("beta=0.03")).await?;
        let asked = lab.text("asked").await?;
        assert!(asked.contains("What if work hardly ever got stuck?") && asked.contains("Watch"), "{asked}");
        lab.settle().await?;
        lab.click("next-question").await?;
        lab.search(|search| search.contains("members=30") && !search.contains("beta=")).await?;
        lab.click("close-question").await?;
        count(lab, "asked", 0).await?;
        count(lab, "question-0", 1).await?;
        lab.click("question-0").await?;
        lab.search(|search| search.contains("scenario=unrecognised")).await?;
        count(lab, "asked", 1).await?;
        // Elsewhere the question is no longer asked.
        lab.choose("scenario", "silos").await?;
        count(lab, "asked", 0).await?;
        lab.choose("scenario", "unrecognised").await?;
        lab.search(|search| search.contains("unrecognised")).await?;
        count(lab, "asked", 0).await?;
        lab.choose("scenario", "silos").await?;
        lab.search(|search| search.contains("silos")).await?;

        // Whatever was moved or asked since, the way back leads to what was before the first question.
        lab.click("question-2").await?;
        lab.search(|search| search.contains("beta=0.03")).await?;
        lab.part("lever-notice-range").await?.send_keys(Key::Right).await?;
        lab.search(|search| search.contains("t.notice=")).await?;
        lab.click("next-question").await?;
        lab.search(|search| search.contains("members=30")).await?;
        lab.click("back-from-question").await?;
        lab.search(|search| search.contains("scenario=silos") && !search.contains('.')).await?;
        count(lab, "asked", 0).await?;
        // Where a question changes nothing, there is nothing to take back but the question.
        lab.choose("scenario", "unrecognised").await?;
        lab.search(|search| search.contains("unrecognised")).await?;
        let before = lab.search(|_| true).await?;
        lab.click("question-0").await?;
        count(lab, "asked", 1).await?;
        lab.click("back-from-question").await?;
        count(lab, "asked", 0).await?;
        assert_eq!(lab.search(|_| true).await?, before);
        Ok(())
    });
}
