//! What every control looks like while it is pointed at: its words keep their contrast to what is behind them.

use anyhow::{Result, ensure};
use e2e::{Lab, check};
use thirtyfour::prelude::*;

/// Least contrast of text (WCAG 2.2, 1.4.3).
const LEAST: f64 = 4.5;

/// Marks the controls that can be pointed at, one of each look, and answers how many there are.
const MARK: &str = "const seen = new Set(); let count = 0; \
    for (const control of document.querySelectorAll('button, select, summary, a[href], label')) { \
        const box = control.getBoundingClientRect(), style = getComputedStyle(control); \
        if (control.disabled || box.width < 4 || box.height < 4 || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) continue; \
        if (!control.textContent.trim() || style.visibility !== 'visible') continue; \
        const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2); \
        if (!middle || !(control.contains(middle))) continue; \
        const look = [control.tagName, control.className, control.parentElement.className, control.getAttribute('aria-pressed'), \
            control.getAttribute('aria-expanded'), control.getAttribute('aria-current'), style.color, style.backgroundColor].join(); \
        if (seen.has(look)) continue; \
        seen.add(look); control.dataset.control = count++; \
    } \
    return count;";

/// The contrast of a control's words to what is behind them.
const CONTRAST: &str = "const control = document.querySelector(`[data-control='NUMBER']`); \
    if (!control) return [21, 'gone']; \
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true}); \
    const rgba = css => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1); \
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; }; \
    const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)]; \
    const grounds = []; \
    for (let at = control; at; at = at.parentElement) grounds.push(rgba(getComputedStyle(at).backgroundColor)); \
    const ground = grounds.reverse().reduce((below, above) => over(above, below), [255, 255, 255]); \
    const ink = over(rgba(getComputedStyle(control).color), ground); \
    const light = colour => { const [r, g, b] = colour.map(part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4); \
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; }; \
    const [low, high] = [light(ink), light(ground)].sort((a, b) => a - b); \
    return [(high + 0.05) / (low + 0.05), `${control.tagName} “${control.textContent.trim().slice(0, 30)}” ${control.className}`];";

async fn check_states(lab: &Lab, what: &str) -> Result<()> {
    let count: usize = lab.script(MARK).await?;
    ensure!(count >= 4, "{what}: {count} controls");
    for number in 0..count {
        let control = lab.driver.find_all(By::Css(format!("[data-control='{number}']"))).await?;
        let Some(control) = control.into_iter().next() else { continue };
        lab.driver.action_chain().move_to_element_center(&control).perform().await?;
        let (contrast, name): (f64, String) = lab.script(&CONTRAST.replace("NUMBER", &number.to_string())).await?;
        ensure!(contrast >= LEAST, "{what}, pointed at: {name} has a contrast of {contrast:.2}");
    }
    lab.script::<()>("document.querySelectorAll('[data-control]').forEach(control => delete control.dataset.control);")
        .await
}

#[test]
fn what_is_pointed_at_can_be_read_in_every_theme() {
    for theme in ["light", "dark", "projector"] {
        check(&format!("?scenario=software&theme={theme}&person=2"), async |lab| {
            lab.set_viewport(1280, 720).await?;
            lab.settle().await?;
            lab.part("person-close").await?;
            check_states(lab, theme).await?;
            lab.press("person-close").await?;
            for panel in ["outcomes", "questions", "story", "chance", "levers"] {
                lab.press(&format!("to-panel-{panel}")).await?;
                check_states(lab, &format!("{theme}, {panel}")).await?;
            }
            lab.press("to-present").await?;
            lab.part("present-leave").await?;
            check_states(lab, &format!("{theme}, present")).await?;
            lab.press("present-leave").await?;
            lab.press("to-scenarios").await?;
            lab.wait_for(".gallery").await?;
            check_states(lab, &format!("{theme}, scenarios")).await
        });
    }
}
