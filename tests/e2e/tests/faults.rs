//! What becomes of the page when something breaks.

use anyhow::{Result, ensure};
use e2e::{Lab, check};
use thirtyfour::prelude::*;

/// Opens the page anew so that a test can lay hands on its workers.
async fn with_hands_on_workers(lab: &Lab, query: &str) -> Result<()> {
    let source = "window.workers = []; const There = Worker; \
                  window.Worker = class extends There { \
                      constructor(...given) { \
                          super(...given); window.workers.push(this); \
                          this.addEventListener('message', () => { this.speaks = true; }); } };";
    lab.run_early(source).await?;
    lab.go(query).await?;
    lab.settle().await
}

async fn workers(lab: &Lab, expected: usize) -> Result<()> {
    lab.wait_for_value("return window.workers.length;", |count: &usize| *count == expected).await.map(drop)
}

async fn notices(lab: &Lab) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll(\"[data-testid='notice']\")].map(notice => notice.textContent);";
    lab.script(script).await
}

/// Another seed, and what all pairs say of it.
async fn sentence_of_seed(lab: &Lab, seed: &str) -> Result<String> {
    lab.panel("chance").await?;
    lab.type_into("seed", seed).await?;
    lab.search(|search| search.contains(&format!("seed={seed}"))).await?;
    lab.settle().await?;
    lab.text("sentence").await
}

/// The errors that dying workers leave in the console belong there; there are no others.
async fn only_workers_died(lab: &Lab) -> Result<()> {
    let errors = lab.console_errors().await?;
    let of_workers = |error: &String| error.contains("unreachable") || error.contains("panicked");
    ensure!(errors.iter().all(of_workers), "{errors:#?}");
    Ok(())
}

#[test]
fn a_worker_that_dies_is_replaced_and_its_jobs_are_done_again() {
    check("", async |lab| {
        with_hands_on_workers(lab, "").await?;
        let expected = sentence_of_seed(lab, "5").await?;
        workers(lab, 2).await?;
        lab.press("undo").await?;
        lab.go("").await?;
        lab.settle().await?;
        // In the midst of the run one of them is told what it cannot understand, and panics.
        lab.script::<()>(
            "const field = document.querySelector(\"[data-testid='seed']\"); field.value = '5'; \
             field.dispatchEvent(new Event('change', {bubbles: true})); \
             setTimeout(() => window.workers[0].postMessage('nonsense'), 20);",
        )
        .await?;
        workers(lab, 3).await?;
        lab.search(|search| search.contains("seed=5")).await?;
        lab.settle().await?;
        assert_eq!(lab.text("sentence").await?, expected);
        ensure!(notices(lab).await?.is_empty(), "one death is not worth a word");
        only_workers_died(lab).await
    });
}

#[test]
fn a_worker_that_vanishes_without_a_word_is_missed() {
    check("", async |lab| {
        with_hands_on_workers(lab, "").await?;
        lab.script::<()>("window.workers[0].terminate();").await?;
        let sentence = sentence_of_seed(lab, "5").await?;
        ensure!(sentence.contains("of 400 teams like this"), "{sentence}");
        workers(lab, 3).await?;
        ensure!(notices(lab).await?.is_empty());
        Ok(())
    });
}

#[test]
fn workers_that_are_slow_to_start_are_waited_for_and_nothing_waits_for_them() {
    check("?pairs=100", async |lab| {
        // Whatever workers say is held back, at first.
        let source = "window.held = []; window.answers = 0; const There = Worker; \
                      window.Worker = class extends There { \
                          set onmessage(hear) { \
                              super.onmessage = hear && (event => { \
                                  if (window.held) window.held.push(() => hear(event)); \
                                  else { window.answers++; hear(event); } \
                              }); \
                          } };";
        lab.run_early(source).await?;
        lab.go("?pairs=100").await?;
        lab.settle().await?;
        ensure!(notices(lab).await?.is_empty(), "who is slow is not dead");

        lab.script::<()>("const held = window.held; window.held = null; held.forEach(say => say());").await?;
        sentence_of_seed(lab, "5").await?;
        ensure!(lab.script::<u32>("return window.answers;").await? > 0, "the workers do the work from then on");
        Ok(())
    });
}

#[test]
fn after_three_deaths_the_page_says_so_and_goes_on_by_itself() {
    check("", async |lab| {
        with_hands_on_workers(lab, "?pairs=100").await?;
        let expected = sentence_of_seed(lab, "5").await?;
        lab.go("?pairs=100").await?;
        lab.settle().await?;
        for death in 0..3 {
            // One that is still starting would take it for another start.
            lab.wait_for_value(&format!("return window.workers[{death}].speaks;"), |speaks: &Option<bool>| {
                *speaks == Some(true)
            })
            .await?;
            lab.script::<()>(&format!("window.workers[{death}].postMessage('nonsense');")).await?;
            if death < 2 {
                workers(lab, 3 + death).await?;
            }
        }
        lab.part("notice").await?;
        let notices = notices(lab).await?;
        ensure!(notices.len() == 1 && notices[0].contains("computes by itself"), "{notices:?}");
        ensure!(notices[0].contains("the page speaks in bytes"), "the reason is told: {notices:?}");
        assert_eq!(sentence_of_seed(lab, "5").await?, expected);
        only_workers_died(lab).await
    });
}

#[test]
fn after_a_panic_there_is_a_way_back_and_a_report() {
    check("", async |lab| {
        lab.settle().await?;
        let range = lab.part("lever-beta-range").await?;
        range.send_keys(Key::Right).await?;
        let link = lab.search(|search| search.contains("beta=0.21")).await?;
        // A picture that breaks off half drawn leaves the program in a state that it does not accept.
        lab.script::<()>(
            "CanvasRenderingContext2D.prototype.clearRect = () => { throw new Error('no more'); }; \
             window.onerror = () => true;",
        )
        .await?;
        lab.wait_until("the page has stopped", async || {
            if let Ok(step) = lab.driver.find(By::Css("[data-testid='week-on']")).await {
                step.click().await?;
            }
            Ok(lab.driver.find_all(By::Css("html[data-crashed='true']")).await?.into_iter().next())
        })
        .await?;
        let report = lab.text("report").await?;
        ensure!(report.contains("beta=0.21") && report.contains("panicked"), "{report}");
        lab.click("copy-report").await?;
        lab.console_errors().await?;
        lab.click("as-it-was").await?;
        lab.settle().await?;
        assert_eq!(lab.search(|search| search.contains("beta")).await?, link);
        Ok(())
    });
}
