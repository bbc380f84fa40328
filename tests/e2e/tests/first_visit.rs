//! What greets a first visitor: the tour, and questions to click.

use anyhow::{Result, ensure};
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

/// What stands on a question's button.
async fn offered(lab: &Lab, place: u32) -> Result<String> {
    lab.text(&format!("question-{place}")).await
}

#[test]
fn a_question_is_asked_of_the_team_shown_and_says_what_to_watch() {
    check("", async |lab| {
        lab.settle().await?;
        lab.click("welcome-no").await?;
        lab.panel("questions").await?;
        ensure!(offered(lab, 2).await? == "What if work hardly ever got stuck?", "of this team, no other is named");
        lab.click("question-2").await?;
        lab.search(|search| search.contains("beta=0.03") && search.contains("chart=throughput")).await?;
        let asked = lab.text("asked").await?;
        ensure!(asked.contains("What if work hardly ever got stuck?") && asked.contains("Watch"), "{asked}");
        ensure!(asked.contains("Asked of: Software feature team."), "{asked}");
        lab.settle().await?;
        lab.click("close-question").await?;
        count(lab, "asked", 0).await?;
        // What is so already is not asked; what was set for the question before stays.
        count(lab, "question-2", 0).await?;
        lab.click("question-3").await?;
        lab.search(|search| search.contains("members=30") && search.contains("beta=0.03")).await?;
        lab.click("close-question").await?;

        // In the hospital it is asked of the hospital, and nothing that is so there already.
        lab.choose("scenario", "emergency").await?;
        lab.search(|search| search.contains("scenario=emergency")).await?;
        count(lab, "question-0", 0).await?;
        lab.fill("lever-recognition-typed", "0.5").await?;
        lab.search(|search| search.contains("t.recognition=0.5")).await?;
        lab.click("question-0").await?;
        lab.search(|search| search.contains("scenario=emergency") && !search.contains("recognition")).await?;
        let asked = lab.text("asked").await?;
        ensure!(asked.contains("Asked of: Emergency department under a surge."), "{asked}");
        // The way back leads to what was before the question.
        lab.click("back-from-question").await?;
        lab.search(|search| search.contains("scenario=emergency") && search.contains("t.recognition=0.5")).await?;
        count(lab, "asked", 0).await?;
        Ok(())
    });
}

#[test]
fn a_question_of_another_team_says_so_and_there_is_a_way_back() {
    check("?scenario=silos&t.notice=0.7", async |lab| {
        lab.settle().await?;
        lab.click("welcome-no").await?;
        lab.panel("questions").await?;
        let offered = offered(lab, 11).await?;
        ensure!(offered.contains("opens “"), "{offered}");
        lab.click("question-11").await?;
        lab.search(|search| search.contains("scenario=two_ways_to_lead") && search.contains("t.assist_leaders=0"))
            .await?;
        count(lab, "asked", 1).await?;
        lab.fill("lever-beta-typed", "0.3").await?;
        lab.search(|search| search.contains("beta=0.3")).await?;
        lab.click("back-from-question").await?;
        lab.search(|search| {
            search.contains("scenario=silos") && search.contains("t.notice=0.7") && !search.contains("beta=")
        })
        .await?;
        count(lab, "asked", 0).await?;
        // Once what it set is another, or in another scenario, it is no longer asked, and does not come up again.
        lab.click("question-11").await?;
        count(lab, "asked", 1).await?;
        lab.choose("scenario", "software").await?;
        count(lab, "asked", 0).await?;
        lab.choose("scenario", "two_ways_to_lead").await?;
        lab.search(|search| search.contains("two_ways_to_lead")).await?;
        count(lab, "asked", 0).await?;
        Ok(())
    });
}
