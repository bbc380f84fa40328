//! One member: what is done by ring and mark, energy by the fill, morale by the mouth, the role by a star.

use std::f64::consts::{PI, TAU};

use web_sys::CanvasRenderingContext2d;

use super::brush::{circle, dashes};
use super::plane::on_circle;
use crate::theme::Palette;
use model::snapshot::MemberSnapshot;
use model::state::member::Activity;

/// Size of a member’s number, in radii.
pub const NUMBER: f64 = 0.72;

/// What is drawn of a member.
pub struct Glyph<'a> {
    /// As the member is.
    pub member: &'a MemberSnapshot,
    /// Number of the seat, from 1; none where it could be anyone.
    pub number: Option<usize>,
    /// Energy as shown, which follows the true one softly [0, 1].
    pub energy: f64,
    /// Centre [css px].
    pub centre: [f64; 2],
    /// Radius [css px].
    pub radius: f64,
    /// Colour of the arm.
    pub arm: &'a str,
}

impl Glyph<'_> {
    /// Draws what others' help may pass over: fill and ring.
    pub fn draw_ground(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        if self.member.activity != Activity::Away {
            self.body(context, palette);
        }
        self.ring(context, palette);
    }

    /// Draws what stays on top: number, face, marks.
    pub fn draw_top(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        if self.member.activity == Activity::Away {
            return self.vacancy(context, palette);
        }
        self.face(context, palette);
        self.marks(context, palette);
    }

    fn body(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        let ([x, y], radius) = (self.centre, self.radius);
        circle(context, x, y, radius);
        context.set_fill_style_str(&palette.paper.css);
        context.fill();
        context.save();
        context.clip();
        context.set_fill_style_str(self.arm);
        context.set_global_alpha(0.3);
        let level = 2.0 * radius * self.energy.clamp(0.0, 1.0);
        context.fill_rect(x - radius, y + radius - level, 2.0 * radius, level);
        if self.member.burnt_out {
            context.set_global_alpha(0.4);
            context.set_stroke_style_str(&palette.ink.css);
            context.set_line_width(palette.line_width((0.08 * radius).max(1.0)));
            context.begin_path();
            let mut offset = -2.0 * radius;
            while offset < 2.0 * radius {
                context.move_to(x + offset, y + radius);
                context.line_to(x + offset + 2.0 * radius, y - radius);
                offset += 0.5 * radius;
            }
            context.stroke();
        }
        context.restore();
    }

    fn ring(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        // Rings that are thicker by half of what other lines are still leave room between neighbours.
        let width = (0.16 * self.radius).max(1.5) * (0.5 + 0.5 * palette.weight);
        let [x, y] = self.centre;
        let outer = self.radius + 0.5 * width;
        context.set_line_width(width);
        context.set_stroke_style_str(&palette.line.css);
        match self.member.activity {
            Activity::Working => {
                circle(context, x, y, outer);
                context.stroke();
                let done = self.member.progress.unwrap_or(0.0);
                context.begin_path();
                // An arc within the ring's own circle cannot have a negative radius, the only way to fail.
                let _ = context.arc(x, y, outer, -0.5 * PI, -0.5 * PI + TAU * done);
                context.set_stroke_style_str(self.arm);
                context.stroke();
            }
            Activity::Stuck => {
                context.set_stroke_style_str(&palette.stuck.css);
                dashes(context, &[0.35 * self.radius, 0.25 * self.radius]);
                circle(context, x, y, outer);
                context.stroke();
                dashes(context, &[]);
            }
            Activity::Helping => {
                context.set_stroke_style_str(&palette.help.css);
                circle(context, x, y, outer);
                context.stroke();
            }
            Activity::StandBy => {
                context.set_stroke_style_str(&palette.help.css);
                context.set_line_width(0.6 * width);
                for quarter in 0..4 {
                    let start = 0.5 * PI * f64::from(quarter) + 0.2;
                    context.begin_path();
                    let _ = context.arc(x, y, outer, start, start + 0.5 * PI - 0.4);
                    context.stroke();
                }
            }
            Activity::Idle => {
                context.set_line_width(1.0);
                circle(context, x, y, outer);
                context.stroke();
            }
            Activity::Training => {
                context.set_line_width((0.3 * width).max(1.0));
                for radius in [self.radius, outer + 0.5 * width] {
                    circle(context, x, y, radius);
                    context.stroke();
                }
            }
            Activity::Away => {
                context.set_stroke_style_str(&palette.muted.css);
                context.set_line_width(1.5);
                dashes(context, &[2.0, 5.0]);
                circle(context, x, y, self.radius);
                context.stroke();
                dashes(context, &[]);
            }
        }
    }

    /// Whose seat is empty.
    fn vacancy(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        let Some(number) = self.number else { return };
        context.set_fill_style_str(&palette.muted.css);
        context.set_text_align("center");
        context.set_text_baseline("middle");
        context.set_font(&format!("{:.1}px system-ui, sans-serif", 0.72 * self.radius));
        let _ = context.fill_text(&number.to_string(), self.centre[0], self.centre[1]);
    }

    fn face(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        let ([x, y], radius) = (self.centre, self.radius);
        let smiles = radius >= 11.0;
        context.set_fill_style_str(&palette.ink.css);
        context.set_text_align("center");
        context.set_text_baseline("middle");
        let size = if smiles { NUMBER * radius } else { 1.05 * radius };
        context.set_font(&format!("600 {size:.1}px system-ui, sans-serif"));
        let raise = if smiles { 0.22 * radius } else { -0.06 * radius };
        if let Some(number) = self.number {
            let _ = context.fill_text(&number.to_string(), x, y - raise);
        }
        if smiles {
            // Morale 0.5 is a straight mouth.
            let bend = 1.6 * (self.member.morale - 0.5).clamp(-0.5, 0.5) * radius * 0.5;
            let (left, middle) = (0.36 * radius, y + 0.42 * radius);
            context.set_stroke_style_str(&palette.ink.css);
            context.set_line_width(palette.line_width((0.08 * radius).max(1.2)));
            context.set_line_cap("round");
            context.begin_path();
            context.move_to(x - left, middle - 0.5 * bend);
            context.quadratic_curve_to(x, middle + 1.5 * bend, x + left, middle - 0.5 * bend);
            context.stroke();
            context.set_line_cap("butt");
        }
    }

    fn marks(&self, context: &CanvasRenderingContext2d, palette: &Palette) {
        let ([x, y], radius) = (self.centre, self.radius);
        let size = (0.42 * radius).max(4.0);
        let (right, top) = (x + 0.86 * radius, y - 0.86 * radius);
        match self.member.activity {
            Activity::Stuck => badge(context, palette, [right, top], size, &palette.stuck.css, "!"),
            Activity::Helping => badge(context, palette, [right, top], size, &palette.help.css, "+"),
            _ => {}
        }
        if self.member.assist_leader {
            star(context, palette, [x - 0.88 * radius, y - 0.88 * radius], (0.58 * radius).max(5.0));
        }
    }
}

fn badge(context: &CanvasRenderingContext2d, palette: &Palette, [x, y]: [f64; 2], size: f64, colour: &str, sign: &str) {
    circle(context, x, y, size);
    context.set_fill_style_str(colour);
    context.fill();
    context.set_stroke_style_str(&palette.paper.css);
    context.set_line_width(1.5);
    context.stroke();
    context.set_fill_style_str(&palette.paper.css);
    context.set_font(&format!("800 {:.1}px system-ui, sans-serif", 1.6 * size));
    let _ = context.fill_text(sign, x, y + 0.08 * size);
}

fn star(context: &CanvasRenderingContext2d, palette: &Palette, [x, y]: [f64; 2], size: f64) {
    context.begin_path();
    for point in 0..10 {
        let reach = if point % 2 == 0 { size } else { 0.45 * size };
        let angle = PI * f64::from(point) / 5.0 - 0.5 * PI;
        let [cos, sin] = on_circle(angle);
        let (to_x, to_y) = (x + reach * cos, y + reach * sin);
        if point == 0 { context.move_to(to_x, to_y) } else { context.line_to(to_x, to_y) }
    }
    context.close_path();
    context.set_fill_style_str(&palette.star.css);
    context.fill();
    context.set_stroke_style_str(&palette.ink.css);
    context.set_line_width(1.0);
    context.stroke();
}
