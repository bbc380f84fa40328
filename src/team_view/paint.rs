//! A team on its canvas: the groups, who helps whom, the formal lead, the members.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::brush::{dashes, rounded};
use super::glyph::{Glyph, NUMBER};
use super::layout::{LARGEST, Layout, Place, lay_out};
use super::plane::distance;
use super::trust::{Tie, ties};
use crate::theme::Palette;
use model::scenario::Arm;
use model::snapshot::Snapshot;

/// How long a help is seen after it has ended [ms].
const LINGER: f64 = 900.0;
/// Height of the band with the formal lead [css px].
fn lead_band(palette: &Palette) -> f64 {
    (palette.text_px(11.0) + 23.0).max(34.0)
}

/// One team's picture, with what it remembers from frame to frame.
#[derive(Default)]
pub struct Painting {
    layout: Option<Arranged>,
    energy: Vec<f64>,
    helps: Vec<Trace>,
    /// The ties shown, and the day from which they are looked up again: trust changes slowly, and a large team has tens of thousands of
    /// pairs.
    ties: Vec<Tie>,
    ties_until: f64,
}

/// A layout and what it is for.
struct Arranged {
    groups: Vec<usize>,
    shown: Vec<bool>,
    size: [f64; 2],
    type_size: f64,
    lead_room: bool,
    layout: Rc<Layout>,
}

/// A help that is going on, or was lately.
struct Trace {
    helper: usize,
    seeker: usize,
    /// When it was last seen to go on [ms].
    seen: f64,
}

/// What is to be drawn of one team at one moment.
pub struct Scene<'a> {
    /// Which team.
    pub arm: Arm,
    /// How it looks.
    pub snapshot: &'a Snapshot,
    /// Which seats are ever there in it.
    pub shown: &'a [bool],
    /// What its formal lead is called, if it has one.
    pub lead: Option<&'a str>,
    /// Whether there is room for one: the same in both teams, so that everyone stands in the same place.
    pub lead_room: bool,
    /// How much height the lower of both pictures has, for the same reason [css px].
    pub height: f64,
    /// How far two of its members trust each other, by seat, if that is to be seen.
    pub trust: Option<&'a dyn Fn(usize, usize) -> f64>,
    /// The colours.
    pub palette: &'a Palette,
    /// Whose story is told.
    pub selected: Option<usize>,
    /// Whom the pointer means.
    pub pointed: Option<usize>,
    /// The page's time [ms].
    pub now: f64,
    /// Whether nothing may move by itself.
    pub still: bool,
}

impl Painting {
    /// Draws the team; answers whether anything is still moving by itself.
    pub fn draw(&mut self, canvas: &HtmlCanvasElement, scene: &Scene<'_>) -> bool {
        let Some((context, width, height)) = prepare(canvas, None) else { return false };
        let Scene { snapshot, palette, .. } = scene;
        context.clear_rect(0.0, 0.0, width, height);
        let layout = self.arrange(scene, width, height.min(scene.height));
        for place in &layout.groups {
            rounded(&context, *place, 14.0);
            context.set_fill_style_str(&palette.group.css);
            context.fill();
        }
        if let Some(lead) = scene.lead {
            draw_lead(&context, palette, &layout, snapshot, width, lead);
        }
        if let Some(trust) = scene.trust {
            self.draw_trust(&context, scene, &layout, trust);
        }
        let settling = self.follow_energy(scene);
        let glyphs: Vec<Glyph<'_>> = (snapshot.members.iter().enumerate())
            .filter(|&(seat, _)| layout.shown.get(seat) == Some(&true))
            .map(|(seat, member)| Glyph {
                member,
                // A number that the back row cannot read is none.
                number: (NUMBER * layout.radius >= palette.least).then_some(seat + 1),
                energy: self.energy[seat],
                centre: layout.centres[seat],
                radius: layout.radius,
                arm: &palette.arms[scene.arm as usize].css,
            })
            .collect();
        for (seat, width) in [(scene.pointed, 1.5), (scene.selected, 3.0)] {
            let seat = seat.filter(|&seat| layout.shown.get(seat) == Some(&true));
            if let Some(&centre) = seat.and_then(|seat| layout.centres.get(seat)) {
                draw_mark(&context, palette, centre, layout.radius, width);
            }
        }
        for glyph in &glyphs {
            glyph.draw_ground(&context, palette);
        }
        let moving = self.draw_helps(&context, scene, &layout);
        for glyph in &glyphs {
            glyph.draw_top(&context, palette);
        }
        moving || settling
    }

    /// Where everyone stands, once the team was drawn.
    pub fn layout(&self) -> Option<&Layout> {
        self.layout.as_ref().map(|arranged| &*arranged.layout)
    }

    /// Another moment is shown, to which nothing leads over.
    pub fn forget(&mut self) {
        self.helps.clear();
        self.energy.clear();
        self.ties_until = 0.0;
    }

    fn arrange(&mut self, scene: &Scene<'_>, width: f64, height: f64) -> Rc<Layout> {
        let groups = || scene.snapshot.members.iter().map(|member| member.group);
        let known = self.layout.take().filter(|known| {
            known.size == [width, height]
                && known.type_size == scene.palette.type_size
                && known.lead_room == scene.lead_room
                && known.shown == scene.shown
                && known.groups.iter().copied().eq(groups())
        });
        let arranged = known.unwrap_or_else(|| {
            let groups: Vec<usize> = groups().collect();
            let top = if scene.lead_room { lead_band(scene.palette) } else { 2.0 };
            let area = Place { x: 2.0, y: top, width: width - 4.0, height: height - top - 2.0 };
            let layout = Rc::new(lay_out(&groups, scene.shown, area, LARGEST * scene.palette.type_size));
            Arranged {
                groups,
                shown: scene.shown.to_vec(),
                size: [width, height],
                type_size: scene.palette.type_size,
                lead_room: scene.lead_room,
                layout,
            }
        });
        let layout = Rc::clone(&arranged.layout);
        self.layout = Some(arranged);
        layout
    }

    /// Lets the energy shown follow the true one softly; answers whether it is still on the way.
    fn follow_energy(&mut self, scene: &Scene<'_>) -> bool {
        let members = &scene.snapshot.members;
        if self.energy.len() != members.len() || scene.still {
            self.energy = members.iter().map(|member| member.energy).collect();
        }
        let mut settling = false;
        for (shown, member) in self.energy.iter_mut().zip(members) {
            let gap = member.energy - *shown;
            *shown += 0.15 * gap;
            settling |= gap.abs() > 0.005;
        }
        settling
    }

    /// Straight lines, where help is an arc; the people stand on them. They fade as the people get smaller, for then there are more.
    fn draw_trust(
        &mut self,
        context: &CanvasRenderingContext2d,
        scene: &Scene<'_>,
        layout: &Layout,
        trust: &dyn Fn(usize, usize) -> f64,
    ) {
        let day = scene.snapshot.day;
        if day >= self.ties_until {
            self.ties = ties(layout.centres.len(), trust);
            self.ties_until = day.floor() + 1.0;
        }
        context.set_stroke_style_str(&scene.palette.muted.css);
        for &Tie { seats: [seat, other], strength } in &self.ties {
            let ([x, y], [u, v]) = (layout.centres[seat], layout.centres[other]);
            context.set_global_alpha(0.5 + 0.5 * strength);
            context.set_line_width(scene.palette.line_width((0.035 + 0.1 * strength) * layout.radius));
            context.begin_path();
            context.move_to(x, y);
            context.line_to(u, v);
            context.stroke();
        }
        context.set_global_alpha(1.0);
    }

    fn draw_helps(&mut self, context: &CanvasRenderingContext2d, scene: &Scene<'_>, layout: &Layout) -> bool {
        let (snapshot, now) = (scene.snapshot, scene.now);
        for (helper, member) in snapshot.members.iter().enumerate() {
            let Some(seeker) = member.helps else { continue };
            match self.helps.iter_mut().find(|trace| (trace.helper, trace.seeker) == (helper, seeker)) {
                Some(trace) => trace.seen = now,
                None => self.helps.push(Trace { helper, seeker, seen: now }),
            }
        }
        let linger = if scene.still { 1.0 } else { LINGER };
        let members = snapshot.members.len();
        self.helps.retain(|trace| now - trace.seen < linger && trace.helper.max(trace.seeker) < members);
        context.set_stroke_style_str(&scene.palette.help.css);
        context.set_fill_style_str(&scene.palette.help.css);
        for trace in &self.helps {
            context.set_global_alpha(1.0 - 0.85 * (now - trace.seen) / linger);
            arrow(context, layout.centres[trace.helper], layout.centres[trace.seeker], layout.radius);
        }
        context.set_global_alpha(1.0);
        self.helps.iter().any(|trace| trace.seen < now)
    }
}

/// Gives the canvas the size it has on the page (or another, while it is not to be seen), in the screen's own pixels, and a
/// context in CSS pixels.
pub fn prepare(canvas: &HtmlCanvasElement, size: Option<[f64; 2]>) -> Option<(CanvasRenderingContext2d, f64, f64)> {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let [width, height] = size.unwrap_or_else(|| [f64::from(canvas.client_width()), f64::from(canvas.client_height())]);
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, 3.0);
    let (across, down) = ((width * ratio).round() as u32, (height * ratio).round() as u32);
    if canvas.width() != across || canvas.height() != down {
        canvas.set_width(across);
        canvas.set_height(down);
    }
    context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0).ok()?;
    (width > 0.0 && height > 0.0).then_some((context, width, height))
}

/// The formal lead above the team, and whose questions lie there.
fn draw_lead(
    context: &CanvasRenderingContext2d,
    palette: &Palette,
    layout: &Layout,
    snapshot: &Snapshot,
    width: f64,
    lead: &str,
) {
    let questions = snapshot.members.iter().filter(|member| member.with_lead).count();
    let waiting = questions + snapshot.board.to_approve as usize;
    let text = if waiting > 0 { words::stage::Lead { lead: &lead, waiting: &waiting }.say() } else { lead.to_owned() };
    context.set_font(&format!("600 {:.1}px system-ui, sans-serif", palette.text_px(11.0)));
    let room = context.measure_text(&text).map_or(0.0, |metrics| metrics.width()) + 24.0;
    let room = room.clamp(116.0, (width - 4.0).max(116.0));
    let place = Place { x: 0.5 * (width - room), y: 3.0, width: room, height: lead_band(palette) - 12.0 };
    context.set_stroke_style_str(&palette.muted.css);
    context.set_line_width(palette.line_width(1.5));
    dashes(context, &[2.0, 4.0]);
    for (member, [x, y]) in snapshot.members.iter().zip(&layout.centres) {
        if member.with_lead {
            context.begin_path();
            context.move_to(*x, *y - layout.radius);
            context.line_to(0.5 * width, place.y + place.height);
            context.stroke();
        }
    }
    dashes(context, &[]);
    rounded(context, place, 6.0);
    context.set_fill_style_str(&palette.paper.css);
    context.fill();
    context.stroke();
    context.set_fill_style_str(&palette.muted.css);
    context.set_text_align("center");
    context.set_text_baseline("middle");
    // Where the team is narrow its letters are.
    let (y, most) = (place.y + 0.5 * place.height + 0.5, width - 12.0);
    let _ = context.fill_text_with_max_width(&text, 0.5 * width, y, most);
}

/// A frame around whom the pointer means, or whose story is told: no activity has corners.
fn draw_mark(context: &CanvasRenderingContext2d, palette: &Palette, [x, y]: [f64; 2], radius: f64, width: f64) {
    let half = 1.36 * radius;
    let place = Place { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half };
    rounded(context, place, 0.3 * radius);
    context.set_fill_style_str(&palette.paper.css);
    context.fill();
    context.set_stroke_style_str(&palette.ink.css);
    context.set_line_width(width);
    context.stroke();
}

/// An arc from one circle's edge to another's, with a head.
fn arrow(context: &CanvasRenderingContext2d, [ax, ay]: [f64; 2], [bx, by]: [f64; 2], radius: f64) {
    let (dx, dy) = (bx - ax, by - ay);
    let length = distance([ax, ay], [bx, by]).max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    let bow = 0.14 * length;
    let (cx, cy) = (0.5 * (ax + bx) - uy * bow, 0.5 * (ay + by) + ux * bow);
    let edge = 1.35 * radius;
    let toward = |x: f64, y: f64, tx: f64, ty: f64| {
        let far = distance([x, y], [tx, ty]).max(1.0);
        [x + (tx - x) / far * edge, y + (ty - y) / far * edge]
    };
    let ([sx, sy], [ex, ey]) = (toward(ax, ay, cx, cy), toward(bx, by, cx, cy));
    context.set_line_width((0.12 * radius).max(1.5));
    context.begin_path();
    context.move_to(sx, sy);
    context.quadratic_curve_to(cx, cy, ex, ey);
    context.stroke();
    let (hx, hy) = (ex - cx, ey - cy);
    let far = distance([cx, cy], [ex, ey]).max(1.0);
    let (hx, hy, head) = (hx / far, hy / far, (0.4 * radius).max(5.0));
    context.begin_path();
    context.move_to(ex + hx * 0.5 * head, ey + hy * 0.5 * head);
    context.line_to(ex - hx * head - hy * 0.6 * head, ey - hy * head + hx * 0.6 * head);
    context.line_to(ex - hx * head + hy * 0.6 * head, ey - hy * head - hx * 0.6 * head);
    context.close_path();
    context.fill();
}
