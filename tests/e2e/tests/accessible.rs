//! Every view in every theme, looked over by axe-core.

use anyhow::{Result, ensure};
use e2e::{Lab, PHONE, check};
use thirtyfour::prelude::*;

const THEMES: [&str; 3] = ["light", "dark", "projector"];
const PANELS: [&str; 5] = ["story", "questions", "outcomes", "chance", "levers"];

/// Fails if anything on the page as it is keeps people from using it.
async fn look_over(lab: &Lab, what: &str) -> Result<()> {
    for theme in THEMES {
        lab.choose("theme", theme).await?;
        lab.wait_for(&format!("html[data-theme='{theme}']")).await?;
        let found = lab.barriers().await?;
        ensure!(found.is_empty(), "{what}, {theme}: {found:#?}");
    }
    Ok(())
}

/// Opens all that can be unfolded.
async fn unfold(lab: &Lab) -> Result<()> {
    lab.script::<()>(
        "for (const part of document.querySelectorAll('main:not([hidden]) details')) part.open = true; \
         for (const part of document.querySelectorAll(\"main:not([hidden]) [aria-expanded='false']\")) part.click();",
    )
    .await
}

#[test]
fn the_lab_is_open_to_all() {
    check("?beta=0.25", async |lab| {
        lab.settle().await?;
        look_over(lab, "the lab").await?;
        for panel in PANELS {
            lab.panel(panel).await?;
            look_over(lab, panel).await?;
        }
        unfold(lab).await?;
        for panel in PANELS {
            lab.panel(panel).await?;
            look_over(lab, &format!("{panel}, unfolded")).await?;
        }
        Ok(())
    });
}

#[test]
fn the_lab_on_a_phone_is_open_to_all() {
    check("?beta=0.25", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.settle().await?;
        for part in ["teams", "charts", "levers"] {
            lab.open_part(part).await?;
            look_over(lab, part).await?;
        }
        lab.click("to-menu").await?;
        look_over(lab, "the menu").await
    });
}

#[test]
fn what_is_shown_large_hidden_or_asked_for_is_open_to_all() {
    check("", async |lab| {
        for scene in ["teams", "result", "charts", "lever"] {
            for covered in ["", "&hidden=1", "&guess=ask"] {
                lab.go(&format!("?present={scene}{covered}")).await?;
                lab.settle().await?;
                let found = lab.barriers().await?;
                ensure!(found.is_empty(), "{scene}{covered}: {found:#?}");
            }
        }
        for covered in ["hidden=1", "guess=ask", "guess=less-20"] {
            lab.go(&format!("?{covered}")).await?;
            lab.settle().await?;
            look_over(lab, covered).await?;
        }
        lab.go("?person=2").await?;
        lab.settle().await?;
        lab.wait_for("[data-testid='person'][data-current='true'] .network").await?;
        look_over(lab, "a person").await
    });
}

#[test]
fn what_is_chosen_can_be_read_under_the_pointer() {
    check("", async |lab| {
        for theme in THEMES {
            lab.go(&format!("?theme={theme}&view=scenarios")).await?;
            lab.wait_for("[data-testid='card-software']").await?;
            lab.driver.find(By::Css(".choices [aria-pressed='false']")).await?.click().await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "a chosen shelf, {theme}: {found:#?}");
            lab.go(&format!("?theme={theme}")).await?;
            lab.settle().await?;
            lab.panel("outcomes").await?;
            // A click leaves the pointer on the tile.
            lab.wait_for(".tile[aria-pressed='false']").await?.click().await?;
            lab.wait_for(".tile[aria-pressed='true']:hover").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "a chosen outcome, {theme}: {found:#?}");
        }
        Ok(())
    });
}

#[test]
fn what_a_first_visitor_meets_is_open_to_all() {
    check("?nonsense=1", async |lab| {
        lab.settle().await?;
        lab.part("welcome").await?;
        lab.part("notice").await?;
        look_over(lab, "the welcome and a notice").await?;
        lab.driver.find(By::Css("[data-testid='notice'] button")).await?.click().await?;
        lab.panel("questions").await?;
        look_over(lab, "the questions").await?;
        lab.click("question-1").await?;
        lab.part("asked").await?;
        lab.settle().await?;
        lab.click("welcome-yes").await?;
        lab.part("tour").await?;
        look_over(lab, "a question and the tour").await?;
        Ok(())
    });
}

#[test]
fn dialogs_are_open_to_all() {
    check("", async |lab| {
        lab.settle().await?;
        for theme in THEMES {
            lab.choose("theme", theme).await?;
            lab.click("to-share").await?;
            lab.part("qr").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "the dialog to share, {theme}: {found:#?}");
            lab.click("qr").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "the large code, {theme}: {found:#?}");
            lab.click("share-close").await?;
            lab.wait_for_value("return document.querySelector('dialog') === null;", |gone: &bool| *gone).await?;
        }
        Ok(())
    });
}

#[test]
fn the_other_views_are_open_to_all() {
    check("?view=scenarios", async |lab| {
        lab.wait_for(".gallery .card").await?;
        look_over(lab, "the gallery").await?;
        for name in ["emergency", "nonprofit", "over_assisting", "marketing", "baseline"] {
            lab.go(&format!("?view=scenarios&about={name}")).await?;
            lab.wait_for("[data-testid='model-shows'][aria-busy='false']").await?;
            look_over(lab, name).await?;
        }
        lab.go("?view=report&beta=0.3").await?;
        lab.wait_for("[data-testid='sheet'][aria-busy='false'] .sheet-charts svg").await?;
        look_over(lab, "the report").await?;
        lab.go("?view=questions").await?;
        lab.click("sweep-start").await?;
        lab.wait_for("[data-testid='sweep-progress'][data-complete='true']").await?;
        look_over(lab, "the questions").await?;
        Ok(())
    });
}

#[test]
fn the_page_after_a_crash_leads_back_and_is_open_to_all() {
    for theme in THEMES {
        check(&format!("?beta=0.25&theme={theme}"), async |lab| {
            lab.settle().await?;
            let before: String = lab.script("return location.search;").await?;
            // What yew has put into the page is taken away from it, and it stumbles over the gap.
            lab.script::<()>("document.querySelector('.lab > .parts').remove();").await?;
            lab.part("pick-control").await?.send_keys(Key::Right).await?;
            lab.wait_for("html[data-crashed='true'] main.crash").await?;
            let found = lab.barriers().await?;
            ensure!(found.is_empty(), "the crash page, {theme}: {found:#?}");
            let report = lab.driver.find(By::Css(".crash pre")).await?.inner_html().await?;
            ensure!(report.contains("Assist Lab") && report.contains("beta=0.25"), "{report}");
            lab.driver.find(By::Css(".crash button")).await?.click().await?;
            let marked: String = lab.script("return getSelection().toString();").await?;
            ensure!(marked.starts_with("Assist Lab"), "{marked}");
            lab.driver.find(By::Css(".crash a")).await?.click().await?;
            lab.settle().await?;
            lab.search(|search| *search == before).await?;
            // The fall is in the console, and belongs there.
            let errors = lab.console_errors().await?;
            ensure!(errors.iter().any(|error| error.contains("panicked")), "{errors:#?}");
            Ok(())
        });
    }
}

/// Shows all there is and puts every control into a state, by a class in the place of the pseudo-class, and answers how many texts were looked at, and what of
/// it can't be read, or doesn't show that it has the focus: less than 4.5 for letters, less than 3 for the ring, which a choice of several and
/// a scenario in the gallery have around them.
const CONTRASTS: &str = "
    // What a browser does not show it need not give a style that is up to date; what a view does not show another does.
    for (const part of document.querySelectorAll('[hidden]')) part.hidden = false;
    for (const part of document.querySelectorAll('details')) part.open = true;
    const states = {':hover': 'under-pointer', ':focus-visible': 'in-focus'};
    const copy = rules => {
        for (let at = rules.length - 1; at >= 0; at--) {
            const rule = rules[at], state = Object.keys(states).find(state => rule.selectorText?.includes(state));
            if (state) (rule.parentRule ?? rule.parentStyleSheet).insertRule(rule.cssText.replaceAll(state, '.' + states[state]), at + 1);
            else if (rule.cssRules && !rule.selectorText) copy(rule.cssRules);
        }
    };
    for (const sheet of document.styleSheets) copy(sheet.cssRules);
    const brush = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
    const channels = colour => {
        brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
        return [...brush.getImageData(0, 0, 1, 1).data].map(value => value / 255);
    };
    const ground = part => {
        for (let at = part; at; at = at.parentElement) {
            const found = channels(getComputedStyle(at).backgroundColor);
            if (found[3] > 0.99) return found;
        }
        return [1, 1, 1, 1];
    };
    const light = colours => {
        const [red, green, blue] = colours.map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((before, after) => before - after);
        return (high + 0.05) / (low + 0.05);
    };
    const found = []; let texts = 0;
    const controls = 'button:not(:disabled), a[href], select:not(:disabled), summary, input:not(:disabled), label:has(input)';
    for (const part of document.querySelectorAll(controls)) {
        const name = `${part.tagName}.${part.className} “${part.textContent.trim().slice(0, 30)}”`;
        part.classList.add('under-pointer');
        for (const inner of [part, ...part.querySelectorAll('*:not(svg, svg *, option)')]) {
            if (![...inner.childNodes].some(child => child.nodeType === 3 && child.data.trim())) continue;
            texts += 1;
            const share = contrast(channels(getComputedStyle(inner).color), ground(inner));
            if (share < 4.5) found.push(`${share.toFixed(1)} under the pointer: ${name}`);
        }
        part.classList.remove('under-pointer');
        part.classList.add('in-focus');
        const style = getComputedStyle(part), ring = contrast(channels(style.outlineColor), ground(part.parentElement));
                if (part.checkVisibility() && !part.closest('label, .gallery .card') && (style.outlineStyle === 'none' || ring < 3))
            found.push(`${ring.toFixed(1)}, ${style.outlineStyle}, with the focus: ${name}`);
        part.classList.remove('in-focus');
    }
    return [texts, [...new Set(found)]];";

#[test]
fn every_control_can_be_read_under_the_pointer_and_shows_that_it_has_the_focus() {
    check("", async |lab| {
        for theme in THEMES {
            for view in [
                "person=3&beta=0.3&pin=",
                "guess=ask",
                "hidden=1&present=lever",
                "view=scenarios",
                "view=questions",
                "view=report&hidden=1",
            ] {
                lab.go(&format!("?{view}&theme={theme}")).await?;
                lab.wait_for("html[data-complete='true']").await?;
                if view.starts_with("person") {
                    lab.wait_for("[data-testid='person'][data-current='true'] .network").await?;
                    lab.panel("questions").await?;
                }
                let (texts, found): (usize, Vec<String>) = lab.script(CONTRASTS).await?;
                ensure!(texts > 50, "{view}, {theme}: {texts} texts of controls");
                ensure!(found.is_empty(), "{view}, {theme}: {found:#?}");
            }
        }
        Ok(())
    });
}
