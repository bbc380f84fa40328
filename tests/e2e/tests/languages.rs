//! The page in another language: a file beside it. The language is made of English, accented, longer, each message in
//! brackets and its arguments between ‹ and ›: what stands outside of brackets, on the page or in an argument, has been
//! written into the code.

use anyhow::{Result, ensure};
use e2e::{Lab, check};

/// What is the same in every language: forms of files, and scenarios and settings as files and links name them.
const NAMES: &str = r#"
    const scenarios = [...document.querySelectorAll('[data-testid="scenario"] option')].map(option => option.value);
    const is_name = text => /^(SVG|PNG|CSV|software|approvals|scenario|colour|colour=red|red|nowhere)$/.test(text) || scenarios.includes(text)
        || /^(beta(=[0-9.]+)?|c[.]assist_leaders=2| )+$/.test(text);
    const unnamed = text => text.replace(/‹([^\[\]‹›]*)›/g, (argument, inner) => is_name(inner) ? '' : argument);
"#;

/// All that is read, by eyes or by ears, and is not in a message. A text counts as a whole with what stands in it, such as a link.
const OUTSIDE: &str = r#"
    const own = '[translate=no], svg, canvas, script, style, option[data-name]';
    const bare = text => {
        const open = [];
        let rest = '';
        for (const sign of text) {
            if ('[‹'.includes(sign)) open.push(sign);
            else if (']›'.includes(sign)) open.pop();
            else if (open.at(-1) !== '[') rest += sign;
        }
        return rest;
    };
    const says = text => /[A-Za-z]{2,}/.test(bare(unnamed(text)));
    const direct = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const found = [];
    const text = element => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll(own).forEach(part => part.remove());
        return copy.textContent.replace(/\s+/g, ' ').trim();
    };
    const look = element => {
        if (element.matches(own)) return;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription']) {
            const value = element.getAttribute(name);
            if (value && says(value)) found.push(`${element.tagName.toLowerCase()}[${name}]: ${value}`);
        }
        if (direct(element)) {
            if (says(text(element))) found.push(`${element.tagName.toLowerCase()}.${element.className}: ${text(element)}`);
            element.querySelectorAll('*').forEach(child => {
                for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
                    const value = child.getAttribute(name);
                    if (value && !child.closest(own) && says(value)) found.push(`${child.tagName.toLowerCase()}[${name}]: ${value}`);
                }
            });
        } else {
            [...element.children].forEach(look);
        }
    };
    look(document.body);
    if (says(document.title.replace('Assist Lab', ''))) found.push(`the window's title: ${document.title}`);
    return [...new Set(found)].slice(0, 60);
"#;

/// What is wider than its place, but where one can scroll or the rest is dots; by more than the room that what scrolls has for the ring of
/// what has the focus.
const OVERFLOWS: &str = r#"
    const wide = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) {
        const beyond = [...document.querySelectorAll('body *')].filter(element => !element.closest('.unseen, [hidden]')
            && element.getBoundingClientRect().right > page.clientWidth + 1 && element.getBoundingClientRect().width > 0);
        const name = element => `${element.tagName.toLowerCase()}.${element.className}`;
        wide.push(`the page, ${page.scrollWidth} of ${page.clientWidth}: ${beyond.slice(0, 12).map(name).join(', ')}`);
    }
    for (const element of document.querySelectorAll('body *')) {
        const style = getComputedStyle(element);
        const shown = element.checkVisibility({visibilityProperty: true}) && !element.closest('.unseen, [hidden], svg, input');
        const cut = !['auto', 'scroll'].includes(style.overflowX) && style.textOverflow !== 'ellipsis';
        if (shown && cut && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 4) {
            wide.push(`${element.tagName.toLowerCase()}.${element.className}, ${element.scrollWidth} of ${element.clientWidth}: ${element.textContent.trim().slice(0, 60)}`);
        }
    }
    // A choice that is squeezed says nothing.
    for (const select of document.querySelectorAll('select')) {
        if (select.checkVisibility({visibilityProperty: true}) && select.clientWidth < 64) wide.push(`select.${select.className}, of ${select.clientWidth}: squeezed`);
    }
    return wide.slice(0, 30);
"#;

/// A view is in messages alone, and nothing is wider than its place.
async fn holds(lab: &Lab, view: &str) -> Result<()> {
    let outside: Vec<String> = lab.script(&format!("{NAMES}{OUTSIDE}")).await?;
    ensure!(outside.is_empty(), "{view}: outside of the language's file:\n{}", outside.join("\n"));
    let mut wide = Vec::new();
    for (width, height) in [(1280, 720), (360, 740)] {
        lab.set_viewport(width, height).await?;
        let found: Vec<String> = lab.script(OVERFLOWS).await?;
        wide.extend(found.into_iter().map(|what| format!("at {width}: {what}")));
    }
    ensure!(wide.is_empty(), "{view}: too wide:\n{}", wide.join("\n"));
    lab.set_viewport(1280, 720).await
}

/// The same of the lab with each of its panels open.
async fn holds_in_all_panels(lab: &Lab, what: &str) -> Result<()> {
    for panel in ["story", "questions", "outcomes", "chance", "levers"] {
        lab.panel(panel).await?;
        // On a small screen each part is looked at on its own.
        for part in ["teams", "charts", "levers"] {
            lab.press(&format!("part-{part}")).await?;
            lab.wait_for(&format!("main.lab.on-{part}")).await?;
            holds(lab, &format!("{what}, {panel}, {part}")).await?;
        }
    }
    Ok(())
}

/// The lab with all that can be opened in it.
async fn lab_at_work(lab: &Lab) -> Result<()> {
    lab.settle().await?;
    holds_in_all_panels(lab, "the lab").await?;
    lab.fill("lever-beta-typed", "0.4").await?;
    lab.press("lever-beta-about").await?;
    lab.press("all-outcomes").await?;
    lab.press("pin").await?;
    lab.fill("lever-beta-typed", "99").await?;
    lab.wait_for(".lever .wrong").await?;
    lab.script::<()>("document.querySelectorAll('details').forEach(part => part.open = true);").await?;
    lab.settle().await?;
    holds_in_all_panels(lab, "the lab with all open").await?;
    lab.fill("lever-beta-typed", "0.3").await?;
    lab.search(|search| search.contains("beta=0.3")).await?;
    lab.settle().await?;
    holds(lab, "the lab after a change").await
}

#[test]
fn the_lab_speaks_another_language() {
    check("?lang=en-XA", lab_at_work);
}

#[test]
fn a_persons_story_speaks_another_language() {
    check("?lang=en-XA&person=1", async |lab| {
        lab.settle().await?;
        lab.wait_for("[data-testid='person'][data-current='true'] .network").await?;
        lab.script::<()>("document.querySelectorAll('details').forEach(part => part.open = true);").await?;
        holds(lab, "a person's story").await
    });
}

#[test]
fn every_page_and_dialog_speaks_another_language() {
    check("?lang=en-XA&view=scenarios", async |lab| {
        lab.wait_for("[data-testid='card-software'] .drawing").await?;
        holds(lab, "the scenarios").await?;
        for name in ["software", "emergency", "baseline", "two_ways_to_lead"] {
            lab.go(&format!("?lang=en-XA&view=scenarios&about={name}")).await?;
            lab.wait_for(".page.about ol.questions li").await?;
            lab.wait_for("[data-testid='model-shows'][aria-busy='false']").await?;
            holds(lab, name).await?;
        }
        lab.go("?lang=en-XA&view=report&scenario=approvals&beta=0.3&c.assist_leaders=2").await?;
        lab.wait_for(".sheet[aria-busy='false']").await?;
        holds(lab, "the report").await?;
        lab.go("?lang=en-XA&view=questions").await?;
        lab.click("sweep-start").await?;
        lab.wait_for("[data-testid='sweep-progress'][data-complete='true']").await?;
        holds(lab, "the questions").await?;
        lab.go("?lang=en-XA&scenario=nowhere&beta=x&colour=red&v=9").await?;
        lab.settle().await?;
        lab.press("to-share").await?;
        lab.wait_for("dialog[open]").await?;
        holds(lab, "faults of a link, and the dialog to share").await
    });
}

#[test]
fn a_language_that_is_not_there_is_said_and_one_that_is_stays_in_the_address() {
    check("?lang=xx", async |lab| {
        lab.settle().await?;
        let notice = lab.wait_for(".notice").await?.text().await?;
        ensure!(notice.contains("lang = xx"), "{notice}");
        lab.go("?lang=en-XA").await?;
        lab.fill("lever-beta-typed", "0.4").await?;
        lab.search(|search| search.contains("beta=0.4") && search.contains("lang=en-XA")).await?;
        let language: String = lab.script("return document.documentElement.lang;").await?;
        ensure!(language == "en-XA", "{language}");
        Ok(())
    });
}
