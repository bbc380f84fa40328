//! Where things stand on the page, what of them is in sight, and what is cut.

use super::Lab;
use anyhow::Result;
use serde_json::json;

/// The window's part that is not cut off by what an element stands in.
const SIGHT: &str = "const sight = element => { \
        const room = {left: 0, top: 0, right: innerWidth, bottom: innerHeight}; \
        for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) { \
            const style = getComputedStyle(up); \
            if (style.overflowX === 'visible' && style.overflowY === 'visible') continue; \
            const box = up.getBoundingClientRect(); \
            for (const side of ['left', 'top']) room[side] = Math.max(room[side], box[side]); \
            for (const side of ['right', 'bottom']) room[side] = Math.min(room[side], box[side]); \
        } \
        return room; \
    };";

/// Where an element is in the window, also in a WebKit without `currentCSSZoom`: that measures what has a zoom in the units of its zoom.
const PLACE: &str = "const standing = element => { \
        const {x, y, width, height} = element.getBoundingClientRect(); \
        let zoom = 1; \
        if (!('currentCSSZoom' in element)) for (let up = element; up; up = up.parentElement) zoom *= Number(getComputedStyle(up).zoom); \
        return new DOMRect(x * zoom, y * zoom, width * zoom, height * zoom); \
    };";

/// All that is wider than its place or cut off, but where one can scroll to it or the rest is dots.
const CUT: &str = "
    // What scrolls has room for the ring of what has the focus, beyond what it stands in.
    const found = [], page = document.documentElement, room = 4;
    const name = part => `${part.tagName.toLowerCase()}.${part.className.baseVal ?? part.className}`;
    const scrolls = overflow => ['auto', 'scroll'].includes(overflow);
    const reach = (part, axis) => {
        for (let up = part; up && up !== document.body; up = up.parentElement) if (scrolls(getComputedStyle(up)[axis])) return true;
        return false;
    };
    if (page.scrollWidth > innerWidth) {
        const beyond = [...document.querySelectorAll('body *')].filter(part => !part.closest('.unseen, [hidden], svg')
            && part.getBoundingClientRect().right > innerWidth + 1 && part.getBoundingClientRect().width > 0 && !reach(part.parentElement, 'overflowX'));
        found.push(`the page, ${page.scrollWidth} of ${innerWidth} wide: ${beyond.slice(0, 12).map(name).join(', ')}`);
    }
    for (const part of document.querySelectorAll('body *')) {
        if (part.closest('.unseen, [hidden], svg, canvas, input') || !part.checkVisibility({visibilityProperty: true})) continue;
        const style = getComputedStyle(part), box = part.getBoundingClientRect();
        if (box.width < 1 || box.height < 1 || style.clipPath !== 'none') continue;
        const says = [...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
        const short = `${name(part)} “${part.textContent.trim().slice(0, 50)}”`;
        if (part.clientWidth > 0 && style.textOverflow !== 'ellipsis') {
            if (!scrolls(style.overflowX) && part.scrollWidth > part.clientWidth + room) found.push(`${short} is ${part.scrollWidth} of ${part.clientWidth} wide`);
            if (style.overflowY === 'hidden' && part.scrollHeight > part.clientHeight + 2 && part !== document.body)
                found.push(`${short} is ${part.scrollHeight} of ${part.clientHeight} high`);
        }
        if (says && (box.right > innerWidth + 1 || box.left < -1) && !reach(part.parentElement, 'overflowX') && !(getComputedStyle(page).overflowX !== 'hidden' && box.left < -1))
            found.push(`${short} leaves the window at ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    return [...new Set(found)].slice(0, 30);";

impl Lab {
    /// Left, top, right and bottom of all that some selectors find [whole css px].
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn places(&self, selectors: &[&str]) -> Result<Vec<(String, Vec<[i32; 4]>)>> {
        let script = format!(
            "const place = part => {{ const {{left, top, right, bottom}} = part.getBoundingClientRect(); \
                 return [left, top, right, bottom].map(Math.round); }}; \
             return {}.map(selector => [selector, [...document.querySelectorAll(selector)].map(place)]);",
            json!(selectors)
        );
        self.script(&script).await
    }

    /// What of all that some selectors find is not wholly in the window, in what scrolls, or behind something else; in words, empty if
    /// everything is there.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn out_of_sight(&self, selectors: &[&str]) -> Result<Vec<String>> {
        let script = format!(
            "{SIGHT} {PLACE} \
             const found = []; \
             for (const selector of {}) {{ \
                 const parts = [...document.querySelectorAll(selector)]; \
                 if (parts.length === 0) found.push(`${{selector}} is not there`); \
                 parts.forEach((part, place) => {{ \
                     const box = standing(part), room = sight(part), name = `${{selector}} (${{place + 1}} of ${{parts.length}})`; \
                     const sides = ['left', 'top', 'right', 'bottom'], list = of => sides.map(side => Math.round(of[side])).join(' '); \
                     if (box.width < 1 || box.height < 1) {{ found.push(`${{name}} has no size`); return; }} \
                     if (box.left < room.left - 1 || box.top < room.top - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1) {{ \
                         found.push(`${{name}} at ${{list(box)}} leaves ${{list(room)}}`); return; }} \
                     const above = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2); \
                     if (!above || !(part.contains(above) || above.contains(part))) \
                         found.push(`${{name}} is behind ${{above?.outerHTML.slice(0, 80)}}`); \
                 }}); \
             }} \
             return found;",
            json!(selectors)
        );
        self.script(&script).await
    }

    /// By how much the page is longer and wider than the window, so that it scrolls [css px].
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn scrolls_by(&self) -> Result<(i64, i64)> {
        self.script(
            "const page = document.documentElement; \
             return [Math.max(page.scrollHeight - innerHeight, 0), Math.max(page.scrollWidth - innerWidth, 0)];",
        )
        .await
    }

    /// What is wider than the window or than its place, or cut off where nobody can scroll to it; in words, empty if nothing is.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn cut(&self) -> Result<Vec<String>> {
        self.script(CUT).await
    }
}
