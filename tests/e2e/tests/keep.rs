//! What a reader takes away and brings back: links, codes, files, the last session.

use anyhow::{Context, Result};
use e2e::{Lab, check};
use serde_json::json;
use std::path::PathBuf;
use thirtyfour::prelude::*;

/// A scenario that is not built in, in the form of a file.
const CLINIC: &str = r#"{"format": 2, "name": "clinic", "title": "A small clinic", "measure": "wait_mean",
    "task": ["patient", "patients"], "team": "clinic", "assist": ["runner", "runners"], "seed": 7,
    "world": {"source": "flow", "members": 6, "demand": 36, "task_hours": 4},
    "treatment": {"assist_leaders": 1}, "shocks": [{"week": 3, "demand": 1.3, "label": "outbreak"}]}"#;

/// Drops a file on the page, as from a folder beside the browser.
async fn drop_file(lab: &Lab, name: &str, text: &str) -> Result<()> {
    drop_files(lab, &[(name, text.as_bytes())]).await
}

/// Drops several at once.
async fn drop_files(lab: &Lab, files: &[(&str, &[u8])]) -> Result<()> {
    lab.script::<()>(&format!(
        "const data = new DataTransfer(); \
         for (const [name, bytes] of {}) data.items.add(new File([new Uint8Array(bytes)], name)); \
         for (const kind of ['dragover', 'drop']) \
             document.body.dispatchEvent(new DragEvent(kind, {{dataTransfer: data, bubbles: true, cancelable: true}}));",
        json!(files)
    ))
    .await
}

/// What the page says of files that were dropped; then it is dismissed.
async fn said(lab: &Lab) -> Result<String> {
    let notice = lab.text("notice").await?;
    lab.driver.find(By::Css("[data-testid='notice'] button")).await?.click().await?;
    no_notice(lab).await?;
    Ok(notice)
}

/// A file on this machine that the browser can be told to open.
fn file(name: &str, text: &str) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("assist-lab-e2e-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}

async fn no_notice(lab: &Lab) -> Result<()> {
    let count = "return document.querySelectorAll(\"[data-testid='notice']\").length;";
    lab.wait_for_value(count, |count: &u32| *count == 0).await.map(drop)
}

#[test]
fn the_link_is_copied_and_stands_there_as_a_code() {
    check("?beta=0.3", async |lab| {
        lab.set_viewport(1280, 900).await?;
        lab.settle().await?;
        lab.script::<()>(
            "Clipboard.prototype.writeText = function (text) { window.copied = text; return Promise.resolve(); };",
        )
        .await?;
        lab.click("to-share").await?;
        let link = lab.part("link").await?.prop("value").await?.context("a link")?;
        let address: String = lab.script("return location.href;").await?;
        assert_eq!(link, address);
        lab.click("copy").await?;
        lab.wait_for_value(
            "return document.querySelector(\"[data-testid='copied']\").textContent;",
            |said: &String| said == "Copied.",
        )
        .await?;
        assert_eq!(lab.script::<String>("return window.copied;").await?, link);

        let width = "return document.querySelector(\"[data-testid='qr'] svg\").getBoundingClientRect().width;";
        let small: f64 = lab.script(width).await?;
        lab.click("qr").await?;
        lab.wait_for_value(width, |large: &f64| *large > 2.0 * small).await?;

        // Escape closes the dialog, and the keyboard is where it was before.
        lab.driver.active_element().await?.send_keys(Key::Escape).await?;
        lab.wait_for_value("return document.querySelector('dialog') === null;", |gone: &bool| *gone).await?;
        let focus: String = lab.script("return document.activeElement.dataset.testid ?? '';").await?;
        assert_eq!(focus, "to-share");
        Ok(())
    });
}

#[test]
fn a_refused_clipboard_leaves_the_link_marked() {
    check("", async |lab| {
        lab.settle().await?;
        lab.script::<()>("Clipboard.prototype.writeText = () => Promise.reject(new Error('not here'));").await?;
        lab.click("to-share").await?;
        lab.click("copy").await?;
        lab.wait_for_value(
            "return document.querySelector(\"[data-testid='copied']\").textContent;",
            |said: &String| said.contains("Ctrl+C"),
        )
        .await?;
        let marked: bool = lab
            .script(
                "const link = document.querySelector(\"[data-testid='link']\"); \
                 return link.selectionStart === 0 && link.selectionEnd === link.value.length;",
            )
            .await?;
        assert!(marked, "the link is there to be copied by hand");
        Ok(())
    });
}

#[test]
fn a_file_is_saved_and_opened_again() {
    check("?scenario=emergency&beta=0.35&t.assist_share=0.7&seed=12", async |lab| {
        lab.settle().await?;
        let sentence = lab.text("sentence").await?;
        lab.script::<()>(
            "const make = URL.createObjectURL; \
             URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return make.call(URL, blob); }; \
             HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };",
        )
        .await?;
        lab.click("to-share").await?;
        lab.click("save-file").await?;
        let saved: Option<String> = lab.wait_for_value("return window.saved ?? null;", Option::is_some).await?;
        let saved = saved.context("a file")?;
        assert_eq!(lab.script::<String>("return window.savedAs;").await?, "assist-lab-emergency.json");

        lab.go("").await?;
        lab.settle().await?;
        lab.click("to-share").await?;
        let path = file("saved.json", &saved)?;
        lab.part("file").await?.send_keys(path.to_string_lossy().as_ref()).await?;
        lab.wait_for_value("return document.querySelector('dialog') === null;", |gone: &bool| *gone).await?;
        lab.search(|search| search.contains("file=")).await?;
        lab.settle().await?;
        assert_eq!(lab.text("sentence").await?, sentence, "the same scenario gives the same bits");

        lab.driver.refresh().await?;
        lab.settle().await?;
        assert_eq!(lab.text("sentence").await?, sentence, "the link holds the file");
        Ok(())
    });
}

#[test]
fn a_dropped_file_opens_in_the_lab_wherever_the_reader_is() {
    check("?view=scenarios", async |lab| {
        lab.wait_for(".gallery .card").await?;
        drop_file(lab, "clinic.json", CLINIC).await?;
        lab.search(|search| search.contains("file=") && !search.contains("view=")).await?;
        lab.settle().await?;
        let sentence = lab.text("sentence").await?;
        assert!(sentence.contains("With the runner, a patient waits"), "{sentence}");
        let chosen: String =
            lab.script("const choice = document.querySelector(\"[data-testid='scenario']\"); return choice.selectedOptions[0].textContent;").await?;
        assert_eq!(chosen, "A small clinic");
        no_notice(lab).await?;
        Ok(())
    });
}

#[test]
fn a_broken_file_is_named_fault_by_fault_and_changes_nothing() {
    check("?beta=0.35", async |lab| {
        lab.settle().await?;
        let before: String = lab.script("return location.search;").await?;
        drop_file(
            lab,
            "broken.json",
            r#"{"format": 2, "wrld": {}, "world": {"beta": 99, "trust": 1}, "shocks": [{"week": 1}]}"#,
        )
        .await?;
        let notice = lab.text("notice").await?;
        for part in [
            "“broken.json” could not be opened; nothing was changed",
            "wrld",
            "beta = 99: must be a number from 0 to 10",
            "did you mean trust0?",
            "shocks[0]",
        ] {
            assert!(notice.contains(part), "{part} is missing in {notice}");
        }
        assert_eq!(lab.script::<String>("return location.search;").await?, before);
        lab.driver.find(By::Css("[data-testid='notice'] button")).await?.click().await?;
        no_notice(lab).await?;

        drop_file(lab, "half.json", "{\"format\": 2,").await?;
        assert!(said(lab).await?.contains("ends in the middle"));

        lab.script::<()>(
            "const data = new DataTransfer(); data.items.add(new File([new Uint8Array(3 << 20)], 'large.json')); \
             document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));",
        )
        .await?;
        let notice = lab.text("notice").await?;
        assert!(notice.contains("large.json") && notice.contains("at most 1048576 bytes"), "{notice}");
        Ok(())
    });
}

#[test]
fn what_is_dropped_is_called_what_it_is() {
    check("?beta=0.35", async |lab| {
        lab.settle().await?;
        let before: String = lab.script("return location.search;").await?;
        let picture = [&b"\x89PNG\r\n\x1a\n"[..], &[0; 100]].concat();
        for (name, bytes, what) in [
            ("photo.png", picture.as_slice(), "“photo.png” is a picture, not a scenario file"),
            (
                "chart.svg",
                b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
                "“chart.svg” is a picture, not a scenario file",
            ),
            (
                "team.csv",
                b"scenario,settings,version,seed,outcome\n",
                "“team.csv” is a file of results, not a scenario file",
            ),
            ("paper.pdf", b"%PDF-1.7", "“paper.pdf” is a PDF document, not a scenario file"),
            ("old.json", b"{\"format\": 2, \"title\": \"Z\xfcrich\"}", "not UTF-8 text: byte 26 is FC"),
            ("nothing.json", b"", "file: empty"),
            ("twice.json", b"{\"format\": 2, \"world\": {\"beta\": 0.2, \"beta\": 0.3}}", "world.beta: given twice"),
        ] {
            drop_files(lab, &[(name, bytes)]).await?;
            let said = said(lab).await?;
            assert!(said.contains(what) && said.contains("nothing was changed"), "{name}: {said}");
        }
        // So a folder behaves.
        lab.script::<()>("Blob.prototype.arrayBuffer = () => Promise.reject(new Error('not found'));").await?;
        drop_files(lab, &[("folder", b"")]).await?;
        assert!(said(lab).await?.contains("“folder” is a folder, or this browser is not allowed to read it"));
        assert_eq!(lab.script::<String>("return location.search;").await?, before);
        Ok(())
    });
}

#[test]
fn of_several_files_the_first_scenario_opens_and_the_others_are_named() {
    check("", async |lab| {
        lab.settle().await?;
        let utf16: Vec<u8> =
            "\u{feff}".encode_utf16().chain(CLINIC.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let files: [(&str, &[u8]); 4] =
            [("photo.png", b"\x89PNG"), ("clinic.json", &utf16), ("later.json", CLINIC.as_bytes()), ("more.json", b"")];
        drop_files(lab, &files).await?;
        lab.search(|search| search.contains("file=")).await?;
        let notice = said(lab).await?;
        for part in [
            "Only one scenario can be open at a time. “clinic.json” was opened, the others were not:",
            "“photo.png” is a picture, not a scenario file",
            "“later.json” was not opened",
            "“more.json” was not opened",
        ] {
            assert!(notice.contains(part), "{part} is missing in {notice}");
        }
        lab.settle().await?;
        assert!(lab.text("sentence").await?.contains("patient"));

        let before: String = lab.script("return location.search;").await?;
        drop_files(lab, &[("photo.png", b"\x89PNG"), ("wrong.json", b"{\"format\": 3}")]).await?;
        let notice = said(lab).await?;
        for part in ["None of these files could be opened", "“photo.png” is a picture", "“wrong.json”: format = 3"]
        {
            assert!(notice.contains(part), "{part} is missing in {notice}");
        }
        assert_eq!(lab.script::<String>("return location.search;").await?, before);
        Ok(())
    });
}

#[test]
fn a_key_that_a_link_gives_twice_is_named() {
    check("?beta=0.25&beta=0.3&seed=1,000&t.notice=1,000", async |lab| {
        lab.settle().await?;
        let notice = said(lab).await?;
        for part in [
            "beta: given twice in the link; the last value, 0.3, counts",
            "notice = 1,000: must be a number from 0 to",
            "1,000 could mean 1000 or 1.0, so write the one you mean",
        ] {
            assert!(notice.contains(part), "{part} is missing in {notice}");
        }
        lab.search(|search| search.contains("seed=1000&beta=0.3") && !search.contains("notice")).await?;
        Ok(())
    });
}

#[test]
fn who_comes_back_is_offered_the_last_session() {
    check("", async |lab| {
        lab.settle().await?;
        drop_file(lab, "clinic.json", CLINIC).await?;
        lab.search(|search| search.contains("file=")).await?;
        let range = lab.part("lever-beta-range").await?;
        range.send_keys(Key::Right).await?;
        let search = lab.search(|search| search.contains("&beta=")).await?;
        let kept = "return (localStorage.getItem('assist-lab.session') ?? '').includes('&beta=');";
        lab.wait_for_value(kept, |kept: &bool| *kept).await?;

        // A link that names a state of its own is not disturbed.
        lab.go("?scenario=silos").await?;
        lab.settle().await?;
        assert!(lab.driver.find_all(By::Css("[data-testid='restore']")).await?.is_empty());

        // One that is broken names none, and takes nothing away.
        lab.go("?scenario=nope").await?;
        assert!(lab.text("restore").await?.contains("A small clinic"));
        // Nor does the address of a state that is too long for one.
        lab.go("?v=2").await?;
        assert!(lab.text("restore").await?.contains("A small clinic"));
        lab.click("restore-yes").await?;
        lab.search(|now| *now == search).await?;
        lab.settle().await?;
        assert!(lab.text("sentence").await?.contains("patient"));

        // Who says no is not asked again.
        lab.go("").await?;
        lab.click("restore-no").await?;
        lab.go("").await?;
        lab.settle().await?;
        assert!(lab.driver.find_all(By::Css("[data-testid='restore']")).await?.is_empty());
        Ok(())
    });
}

#[test]
fn a_storage_that_refuses_is_said_once() {
    check("", async |lab| {
        let source = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
        lab.run_early(source).await?;
        lab.go("").await?;
        lab.settle().await?;
        let range = lab.part("lever-beta-range").await?;
        range.send_keys(Key::Right).await?;
        assert!(lab.text("notice").await?.contains("keeps nothing for this page"));
        lab.driver.find(By::Css("[data-testid='notice'] button")).await?.click().await?;
        no_notice(lab).await?;
        range.send_keys(Key::Right).await?;
        range.send_keys(Key::Right).await?;
        lab.search(|search| search.contains("beta=")).await?;
        // The colours are not remembered either, and change all the same.
        lab.choose("theme", "light").await?;
        lab.wait_for("html[data-theme='light']").await?;
        lab.settle().await?;
        no_notice(lab).await?;
        Ok(())
    });
}
