//! The report that a reader prints.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use e2e::{Lab, PHONE, check};
use serde_json::{Value, json};

/// Paper [inch].
const A4: (f64, f64) = (8.27, 11.69);
const LETTER: (f64, f64) = (8.5, 11.0);

/// How many pages the page takes on paper.
async fn pages(lab: &Lab, (width, height): (f64, f64)) -> Result<usize> {
    let options = json!({"paperWidth": width, "paperHeight": height, "printBackground": false, "preferCSSPageSize": false,
        "marginTop": 0.47, "marginBottom": 0.47, "marginLeft": 0.47, "marginRight": 0.47});
    let answer = lab.developer_tools("Page.printToPDF", options).await?;
    let data = BASE64_STANDARD.decode(answer["data"].as_str().context("a document")?)?;
    if let Ok(folder) = std::env::var("ASSIST_LAB_PRINTS") {
        std::fs::write(format!("{folder}/report-{width}.pdf"), &data)?;
    }
    let text = String::from_utf8_lossy(&data);
    Ok(text.matches("/Type /Page\n").count())
}

#[test]
fn the_report_is_two_pages_of_either_paper_and_says_what_was_set() {
    // The fullest of the built-in ones: a long claim, two shocks, many changes.
    let query = "?scenario=marketing&view=report&beta=0.3&silo=0.5&t.assist_share=0.6&t.role_charter=yes&c.recognition=0.4\
                 &safety0=0.6&clarity0=0.5&members=14&mu_lead=2.5&p_approval=0.4&hours_per_week=38&project_tasks=100&q0=0.08&trust0=0.4&seed=9";
    check(query, async |lab| {
        lab.wait_for("[data-testid='sheet'][aria-busy='false'] .sheet-charts svg").await?;
        lab.wait_for("html[data-complete='true']").await?;
        let sheet = lab.text("sheet").await?;
        for part in [
            "Global campaign, late change",
            "With the operations specialist, the project takes",
            "What sets the teams apart",
            "Role charter",
            "Time for assisting",
            "Weeks 4 to 5: nobody knows what still holds",
            "and 5 more, in the link",
            "it does not forecast",
            "Starting from: Four regions",
            // What its story claims is no claim about this.
            "The scenario as it was claims",
            "scenario “marketing” with members=14 ",
            " silo=0.5 ",
            " t.assist_share=0.6",
            ", seed 9, 400 pairs",
        ] {
            assert!(sheet.contains(part), "{part:?} is missing in {sheet}");
        }
        assert!(!sheet.contains("The story claims"), "{sheet}");
        for theme in ["light", "projector"] {
            lab.choose("theme", theme).await?;
            for paper in [A4, LETTER] {
                assert_eq!(pages(lab, paper).await?, 2, "pages of {paper:?}, {theme}");
            }
        }
        Ok(())
    });
}

#[test]
fn a_worksheet_is_one_page_that_tells_nothing_of_the_result() {
    check("?scenario=marketing&view=report&beta=0.3&t.assist_share=0.6", async |lab| {
        lab.wait_for("[data-testid='sheet'][aria-busy='false'] .sheet-charts svg").await?;
        lab.wait_for("html[data-complete='true']").await?;
        let sentence: String = lab.script("return document.querySelector('.sheet .sentence').textContent;").await?;
        lab.click("to-worksheet").await?;
        let sheet = lab.part("worksheet").await?;
        let said = sheet.prop("textContent").await?.context("a text")?;
        for part in
            ["Assist Lab worksheet", "What do you expect?", "What did we see?", "Three questions", "Notes", "60 %"]
        {
            ensure!(said.contains(part), "{part:?} is missing in {said}");
        }
        ensure!(!said.contains(&sentence) && !said.contains("95 %"), "{said}");
        for paper in [A4, LETTER] {
            assert_eq!(pages(lab, paper).await?, 1, "pages of {paper:?}");
        }
        lab.click("to-report-sheet").await?;
        lab.part("sheet").await.map(drop)
    });
}

#[test]
fn a_report_before_all_pairs_says_so_in_large_letters() {
    check("?view=report", async |lab| {
        // Stopped in the lab, it stays as it is.
        lab.wait_for("html[data-complete='true']").await?;
        lab.click("to-lab").await?;
        lab.settle().await?;
        lab.script::<()>(
            "const pairs = document.querySelector(\"[data-testid='pairs']\"); pairs.value = 'pairs=1000'; \
             pairs.dispatchEvent(new Event('change', {bubbles: true})); \
             const stop = () => { \
                 const button = document.querySelector(\"[data-testid='cancel']\"); \
                 if (button.disabled) requestAnimationFrame(stop); else button.click(); \
             }; \
             requestAnimationFrame(stop);",
        )
        .await?;
        lab.wait_for_value(
            "return document.querySelector(\"[data-testid='cancel']\").textContent;",
            |label: &String| label == "Go on",
        )
        .await?;
        lab.click("to-report").await?;
        let said = lab.part("sheet-so-far").await?;
        let text = said.text().await?;
        ensure!(text.ends_with(" of 1000 pairs"), "{text}");
        let size: f64 = lab
            .script("return parseFloat(getComputedStyle(document.querySelector(\"[data-testid='sheet-so-far']\")).fontSize);")
            .await?;
        ensure!(size >= 24.0, "{size} px");
        Ok(())
    });
}

#[test]
fn a_file_that_bears_a_built_in_name_and_is_another_is_said_to_be_another() {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../crates/library/src/scenarios/software.json")).expect("JSON");
    file["world"]["beta"] = json!(1);
    check(&format!("?file={}", BASE64_URL_SAFE_NO_PAD.encode(file.to_string())), async |lab| {
        lab.settle().await?;
        lab.panel("chance").await?;
        let foot = lab.text("version").await?;
        assert!(foot.contains("scenario “software” with beta=1, seed 60"), "{foot}");
        lab.click("to-report").await?;
        lab.wait_for("[data-testid='sheet'][aria-busy='false']").await?;
        let source = lab.text("sheet-source").await?;
        assert!(source.contains("scenario “software” with beta=1, seed 60, 400 pairs"), "{source}");
        let sheet = lab.text("sheet").await?;
        assert!(sheet.contains("How often work is blocked"), "{sheet}");
        Ok(())
    });
}

#[test]
fn the_lab_sends_its_state_to_the_report_and_gets_it_back() {
    check("?seed=5", async |lab| {
        lab.settle().await?;
        let sentence = lab.text("sentence").await?;
        lab.click("to-share").await?;
        lab.click("share-report").await?;
        lab.search(|search| search.contains("view=report") && search.contains("seed=5")).await?;
        lab.wait_for("[data-testid='sheet'][aria-busy='false']").await?;
        assert!(lab.text("sheet").await?.contains(&sentence));
        lab.script::<()>("window.print = () => window.printed = true;").await?;
        lab.click("print").await?;
        assert!(lab.script::<bool>("return window.printed === true;").await?);
        // Paper stays light in the dark.
        lab.prefer_color_scheme("dark").await?;
        let ground: String =
            lab.script("return getComputedStyle(document.querySelector('.sheet')).backgroundColor;").await?;
        assert_eq!(ground, "rgb(255, 255, 255)");
        lab.click("to-lab").await?;
        lab.settle().await?;
        assert_eq!(lab.text("sentence").await?, sentence);
        Ok(())
    });
}

#[test]
fn what_the_lab_hides_is_hidden_on_paper_in_files_and_on_the_page_of_the_scenario() {
    check("?pairs=100", async |lab| {
        lab.settle().await?;
        let sentence: String =
            lab.script("return document.querySelector(\"[data-testid='sentence']\").textContent;").await?;
        for covered in ["hidden=1", "guess=ask"] {
            lab.go(&format!("?pairs=100&view=report&{covered}")).await?;
            lab.wait_for("html[data-complete='true']").await?;
            // What is handed out before the result is shown is at hand.
            lab.part("worksheet").await?;
            lab.click("to-report-sheet").await?;
            lab.wait_for(".report [data-testid='hidden']").await?;
            let untold = async |place: &str| -> Result<()> {
                let page: String = lab.script("return document.body.textContent + document.body.innerHTML;").await?;
                ensure!(!page.contains(&sentence) && !page.contains("class=\"dots"), "{place}, {covered}");
                Ok(())
            };
            untold("the report").await?;
            ensure!(!lab.part("print").await?.is_enabled().await?, "nothing to print");
            lab.click("to-share").await?;
            lab.part("qr").await?;
            for ending in ["csv", "json"] {
                let button = lab.part(&format!("results-{ending}")).await?;
                ensure!(!button.is_enabled().await?, "{ending}, {covered}");
            }
            untold("what is shared").await?;
            lab.click("share-close").await?;
            lab.wait_for(".report [data-testid='reveal']").await?.click().await?;
            lab.wait_for("[data-testid='sheet'][aria-busy='false'] .sheet-charts svg").await?;
            let told: String = lab.script("return document.querySelector('.sheet .sentence').textContent;").await?;
            assert_eq!(told, sentence, "revealed");

            lab.go(&format!("?pairs=100&view=scenarios&about=software&{covered}")).await?;
            lab.wait_for("html[data-complete='true']").await?;
            lab.wait_for("[data-testid='model-shows'][aria-busy='false']").await?;
            untold("the scenario's page").await?;
        }
        Ok(())
    });
}

#[test]
fn the_lab_prints_all_its_parts_whichever_a_phone_shows() {
    check("?pairs=100", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.settle().await?;
        for part in ["teams", "charts", "levers"] {
            lab.open_part(part).await?;
            // Paper waits for no frame and no render.
            let blank: Vec<String> = lab
                .script(
                    "window.dispatchEvent(new Event('beforeprint')); \
                     const blank = canvas => !canvas.width || !canvas.height \
                         || !canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(part => part > 0); \
                     return [...document.querySelectorAll('.picture > canvas, .fronts canvas')].filter(blank).map(canvas => canvas.outerHTML);",
                )
                .await?;
            ensure!(blank.is_empty(), "{part}: {blank:?}");
            lab.script::<()>("window.dispatchEvent(new Event('afterprint'));").await?;
        }
        Ok(())
    });
}
