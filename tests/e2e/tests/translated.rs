//! The page while a browser translates it: it goes on showing what is, whatever a translator does to its texts.

use anyhow::{Result, ensure};
use e2e::{Lab, check};

/// What a translator does: now and whenever a text is new, two elements of its own stand for the text, with brackets for a translation;
/// or they are put around it.
const TRANSLATOR: &str = "
    const wrap = text => {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        outer.append(inner);
        const parent = text.parentNode;
        if (STYLE === 'replaced') { inner.textContent = `⟦${text.data}⟧`; parent.replaceChild(outer, text); }
        if (STYLE === 'inserted') { inner.textContent = `⟦${text.data}⟧`; parent.insertBefore(outer, text); parent.removeChild(text); }
        if (STYLE === 'moved') { parent.insertBefore(outer, text); inner.appendChild(text); }
        window.wrapped = (window.wrapped ?? 0) + 1;
    };
    const wanted = text => text.isConnected && text.data.trim() && !text.parentNode.closest('font, script, style, title, [translate=no]');
    const texts = root => {
        if (root.nodeType === Node.TEXT_NODE) return [root];
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) found.push(walker.currentNode);
        return found;
    };
    const work = root => texts(root).filter(wanted).forEach(wrap);
    new MutationObserver(records => records.forEach(record => record.addedNodes.forEach(work)))
        .observe(document, {childList: true, subtree: true});
    if (document.body) work(document.body);";

/// The translator, in a style: `replaced`, `inserted` or `moved`.
fn translator(style: &str) -> String {
    format!("const STYLE = '{style}'; {TRANSLATOR}")
}

/// All that is read on the page but history and notices, which a fresh page has not; without the brackets.
async fn seen(lab: &Lab) -> Result<Vec<String>> {
    lab.script(
        "const parts = '.story, .result, .stage, .levers, .questions, .strip, .fronts figcaption, .chance, .person, .gallery, .page, footer'; \
         const plain = text => text.replace(/[⟦⟧]/g, '').replace(/\\s+/g, ' ').trim(); \
         return [...document.querySelectorAll(parts)].filter(part => !part.closest('[hidden]')) \
             .map(part => `${part.className || part.tagName}: ${plain(part.textContent)}`);",
    )
    .await
}

/// The page at rest, with the visible pair at the change.
async fn rest(lab: &Lab) -> Result<()> {
    lab.settle().await?;
    // What is said of the other kind of pairs comes last.
    lab.wait_for("html[data-settled='true']").await?;
    lab.wait_for("[data-testid='strip'][aria-busy='false'] .tile").await?;
    lab.script::<()>(
        "const play = document.querySelector(\"[data-testid='play']\"); if (play.dataset.playing === 'true') play.click();",
    )
    .await?;
    lab.wait_for("[data-testid='play'][data-playing='false']").await?;
    // Only now: a frame that was on its way would lead on from there.
    lab.press("to-change").await?;
    lab.wait_for_value(
        "const moment = document.querySelector(\"[data-testid='moment']\"); return moment.textContent;",
        |text: &String| text.contains("Week 1, day 1"),
    )
    .await?;
    lab.wait_for_value(
        "const person = document.querySelector(\"[data-testid='person']\"); \
         return !person || (person.dataset.current === 'true' && person.querySelector('.network') !== null);",
        |ready: &bool| *ready,
    )
    .await?;
    Ok(())
}

/// What the page shows once nothing changes any more, and under which link.
async fn page(lab: &Lab) -> Result<(String, Vec<String>)> {
    lab.settle().await?;
    if lab.script::<bool>("return document.querySelector('main.lab:not([hidden])') !== null;").await? {
        rest(lab).await?;
    } else {
        lab.wait_for_value("return document.querySelector('.sheet[aria-busy=true]') === null;", |done: &bool| *done)
            .await?;
    }
    let shown = lab
        .wait_until("the page is at rest", async || {
            let before = seen(lab).await?;
            if !calm(lab).await? {
                return Ok(None);
            }
            Ok((before == seen(lab).await?).then_some(before))
        })
        .await?;
    let link: String = lab.script("return location.search;").await?;
    Ok((link, shown))
}

/// Whether the tiles, which rest between two pictures of theirs, show what there is.
async fn calm(lab: &Lab) -> Result<bool> {
    lab.script(
        "return document.querySelector(\"main.lab:not([hidden]) [data-testid='strip'][aria-busy='true']\") === null;",
    )
    .await
}

/// Uses the page, and answers what it showed on the way under which link.
async fn use_it(lab: &Lab) -> Result<Vec<(String, Vec<String>)>> {
    let mut pages = vec![page(lab).await?];
    let first = lab.text("sentence").await?;
    lab.fill("lever-beta-typed", "0.4").await?;
    lab.search(|search| search.contains("beta=0.4")).await?;
    pages.push(page(lab).await?);
    ensure!(lab.text("sentence").await? != first, "an old number stays: {first}");
    let title = lab.part("undo").await?.attr("title").await?.unwrap_or_default();
    ensure!(title.contains("0.2 ") && title.contains("→ 0.4 "), "{title}");
    lab.press("undo").await?;
    lab.search(|search| !search.contains("beta=")).await?;
    lab.press("redo").await?;
    lab.search(|search| search.contains("beta=0.4")).await?;

    // A lever that is refused, put right; another team's levers and back; a setting found by a word and put away.
    lab.fill("lever-beta-typed", "99").await?;
    lab.wait_for(".lever .wrong").await?;
    lab.fill("lever-beta-typed", "0.3").await?;
    lab.search(|search| search.contains("beta=0.3")).await?;
    lab.press("whose-first").await?;
    lab.press("whose-both").await?;
    lab.press("whose-second").await?;
    lab.fill("find-lever", "burn").await?;
    lab.wait_for("[data-testid='lever-theta']").await?;
    lab.press("clear-find").await?;
    lab.press("all-outcomes").await?;
    lab.press("all-outcomes").await?;
    lab.press("pin").await?;
    lab.choose("pairs", "pairs=100").await?;
    lab.search(|search| search.contains("pairs=100") && search.contains("pin=")).await?;
    pages.push(page(lab).await?);
    lab.press("unpin").await?;
    lab.search(|search| !search.contains("pin=")).await?;

    // A person's story, moved in time.
    lab.script::<()>(
        "document.querySelector(\"[data-testid='pick-control']\") \
             .dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));",
    )
    .await?;
    lab.search(|search| search.contains("person=1")).await?;
    lab.press("week-on").await?;
    lab.press("week-back").await?;
    pages.push(page(lab).await?);

    for name in ["silos", "emergency"] {
        lab.choose("scenario", name).await?;
        lab.search(|search| search.contains(name)).await?;
        pages.push(page(lab).await?);
    }
    lab.choose("pair", "another").await?;
    lab.search(|search| !search.contains("pair=typical-")).await?;
    pages.push(page(lab).await?);
    lab.press("to-scenarios").await?;
    lab.search(|search| search.contains("view=scenarios")).await?;
    pages.push(page(lab).await?);
    lab.script::<()>("document.querySelector('#card-research a').click();").await?;
    lab.search(|search| search.contains("about=research")).await?;
    lab.press("to-report").await?;
    lab.search(|search| search.contains("view=report")).await?;
    pages.push(page(lab).await?);
    lab.press("to-lab").await?;
    lab.search(|search| !search.contains("view=")).await?;
    pages.push(page(lab).await?);
    Ok(pages)
}

async fn check_against_plain(lab: &Lab, pages: Vec<(String, Vec<String>)>) -> Result<()> {
    let wrapped: u32 = lab.script("return window.wrapped ?? 0;").await?;
    ensure!(wrapped > 300, "{wrapped} texts translated");
    for (link, translated) in pages {
        lab.go(&link).await?;
        let (_, plain) = page(lab).await?;
        ensure!(
            lab.script::<bool>("return document.querySelector('font') === null;").await?,
            "this page is translated too"
        );
        for (shown, expected) in translated.iter().zip(&plain) {
            ensure!(shown == expected, "{link}\nshows {shown}\nand not {expected}");
        }
        assert_eq!(translated.len(), plain.len(), "{link}");
    }
    Ok(())
}

#[test]
fn a_page_translated_from_the_start_shows_what_is() {
    for style in ["replaced", "moved"] {
        check("?pairs=200&nonsense=1", async |lab| {
            let translator = lab.run_early(&translator(style)).await?;
            lab.go("?pairs=200&nonsense=1").await?;
            let notice = lab.text("notice").await?;
            ensure!(notice.contains("nonsense"), "{notice}");
            let pages = use_it(lab).await?;
            lab.run_early_no_more(&translator).await?;
            check_against_plain(lab, pages).await
        });
    }
}

#[test]
fn a_page_translated_later_shows_what_is() {
    check("?pairs=200", async |lab| {
        rest(lab).await?;
        lab.script::<()>(&translator("inserted")).await?;
        let pages = use_it(lab).await?;
        check_against_plain(lab, pages).await
    });
}
