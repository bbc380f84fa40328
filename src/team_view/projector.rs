//! What moves: the visible pair, its clock and its two canvases, driven frame by frame.
//!
//! Nothing of this goes through the virtual DOM; the page is told where things stand a few times a second.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::render::{AnimationFrame, request_animation_frame};
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::layout::Way;
use super::paint::{Painting, Scene};
use crate::page::{now, reduced_motion};
use crate::player::{Player, Span};
use crate::text::labels::Labels;
use crate::text::team::comers;
use crate::theme::Palette;
use model::scenario::{Arm, Scenario};
use model::snapshot::Snapshot;

/// Time between two read-outs [ms].
const READ_OUT: f64 = 150.0;
/// Longest time a frame may stand for, so that a page that was hidden does not leap [ms].
const LONGEST_FRAME: f64 = 100.0;

/// Where things stand, for the rest of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadOut {
    /// The moment shown [working days since the start].
    pub day: f64,
    /// The two teams, control first.
    pub teams: [Snapshot; 2],
    /// Whether the intervention is past.
    pub changed: bool,
    /// Tasks accepted before the counting begins: at the intervention, or at the first moment shown.
    pub done_before: u32,
    /// Whom the pointer means, by seat.
    pub pointed: Option<usize>,
}

/// What moves.
pub struct Projector {
    this: Weak<Self>,
    scenario: RefCell<Rc<Scenario>>,
    replicate: Cell<u32>,
    /// How many scenarios were opened before this one.
    opened: Cell<u32>,
    player: RefCell<Player>,
    canvases: [NodeRef; 2],
    paintings: RefCell<[Painting; 2]>,
    palette: RefCell<Option<Palette>>,
    selected: Cell<Option<usize>>,
    pointed: Cell<Option<usize>>,
    trust: Cell<bool>,
    playing: Cell<bool>,
    speed: Cell<f64>,
    frame: RefCell<Option<AnimationFrame>>,
    last_frame: Cell<Option<f64>>,
    last_read_out: Cell<f64>,
    on_read_out: Callback<ReadOut>,
    on_end: Callback<()>,
}

/// Where a scenario begins to be watched, if not at the week that a link names: at the intervention, for before it both teams are one.
fn beginning(scenario: &Scenario, week: Option<f64>) -> f64 {
    Span::of(scenario).change + 5.0 * week.unwrap_or(0.0)
}

impl Projector {
    /// A projector at rest, where the scenario begins or at a week since the intervention.
    pub fn new(
        scenario: Rc<Scenario>,
        replicate: u32,
        week: Option<f64>,
        on_read_out: Callback<ReadOut>,
        on_end: Callback<()>,
    ) -> Rc<Self> {
        let player = Player::new(Rc::clone(&scenario), replicate, beginning(&scenario, week));
        Rc::new_cyclic(|this| Self {
            this: this.clone(),
            scenario: RefCell::new(scenario),
            replicate: Cell::new(replicate),
            opened: Cell::new(0),
            player: RefCell::new(player),
            canvases: [NodeRef::default(), NodeRef::default()],
            paintings: RefCell::default(),
            palette: RefCell::default(),
            selected: Cell::new(None),
            pointed: Cell::new(None),
            trust: Cell::new(false),
            playing: Cell::new(false),
            speed: Cell::new(1.0),
            frame: RefCell::default(),
            last_frame: Cell::new(None),
            last_read_out: Cell::new(0.0),
            on_read_out,
            on_end,
        })
    }

    /// Where an arm is drawn.
    pub fn canvas(&self, arm: Arm) -> NodeRef {
        self.canvases[arm as usize].clone()
    }

    /// Where things stand now.
    pub fn read_out(&self) -> ReadOut {
        let player = self.player.borrow();
        ReadOut {
            day: player.day(),
            teams: player.snapshots(),
            changed: player.changed(),
            done_before: player.done_before(),
            pointed: self.pointed.get(),
        }
    }

    /// Another scenario or replicate: what was opened from its beginning, what was changed at the same distance from the intervention.
    pub fn load(&self, scenario: &Rc<Scenario>, replicate: u32, (opened, week): (u32, Option<f64>)) {
        let changed = self.opened.replace(opened) != opened;
        let same = self.replicate.replace(replicate) == replicate && *self.scenario.borrow() == *scenario;
        if same && !changed {
            return;
        }
        let (before, after) = (self.player.borrow().span(), Span::of(scenario));
        let day = self.player.borrow().day() - before.change + after.change;
        let day = if changed { beginning(scenario, week) } else { day };
        *self.player.borrow_mut() = Player::new(Rc::clone(scenario), replicate, day);
        *self.scenario.borrow_mut() = Rc::clone(scenario);
        self.leap();
    }

    /// Goes to a day.
    pub fn seek(&self, day: f64) {
        self.player.borrow_mut().seek(day);
        self.leap();
    }

    /// Goes so many days on, or back.
    pub fn step(&self, days: f64) {
        let day = self.player.borrow().day();
        self.seek(day + days);
    }

    /// Runs or rests. At the end it starts anew.
    pub fn play(&self, playing: bool) {
        let span = self.player.borrow().span();
        if playing && self.player.borrow().day() >= span.end {
            self.seek(span.start);
        }
        self.playing.set(playing);
        self.last_frame.set(None);
        self.last_read_out.set(0.0);
        self.wake();
    }

    /// Runs at another speed [working days per second].
    pub fn set_speed(&self, speed: f64) {
        self.speed.set(speed);
    }

    /// Marks whose story is told, in both teams, and who trusts whom, if that is to be seen.
    pub fn mark(&self, seat: Option<usize>, trust: bool) {
        self.selected.set(seat);
        self.trust.set(trust);
        self.wake();
    }

    /// Marks whom the pointer means, in both teams.
    pub fn point(&self, seat: Option<usize>) {
        if self.pointed.replace(seat) != seat {
            self.last_read_out.set(0.0);
            self.wake();
        }
    }

    /// Who stands at a point of an arm's picture [css px].
    pub fn at(&self, arm: Arm, point: [f64; 2]) -> Option<usize> {
        self.paintings.borrow()[arm as usize].layout()?.at(point)
    }

    /// Who stands next to a member in an arm's picture.
    pub fn next(&self, arm: Arm, seat: usize, way: Way) -> Option<usize> {
        self.paintings.borrow()[arm as usize].layout()?.next(seat, way)
    }

    /// The colours have changed, or the size.
    pub fn repaint(&self) {
        *self.palette.borrow_mut() = Palette::read();
        self.wake();
    }

    /// The page is about to be printed, or was: there is no time for a frame.
    pub fn repaint_at_once(&self) {
        *self.palette.borrow_mut() = Palette::read();
        let teams = self.read_out().teams;
        self.paint(&teams);
    }

    /// Rests and draws no more.
    pub fn switch_off(&self) {
        self.playing.set(false);
        self.frame.borrow_mut().take();
    }

    /// A moment to which nothing leads over.
    fn leap(&self) {
        for painting in self.paintings.borrow_mut().iter_mut() {
            painting.forget();
        }
        self.last_read_out.set(0.0);
        self.wake();
    }

    fn wake(&self) {
        if self.frame.borrow().is_some() {
            return;
        }
        let this = self.this.clone();
        let frame = request_animation_frame(move |time| {
            if let Some(projector) = this.upgrade() {
                projector.frame.borrow_mut().take();
                projector.draw_frame(time);
            }
        });
        *self.frame.borrow_mut() = Some(frame);
    }

    fn draw_frame(&self, time: f64) {
        let passed = self.last_frame.replace(Some(time)).map_or(0.0, |last| (time - last).clamp(0.0, LONGEST_FRAME));
        if !self.player.borrow().is_there() {
            // A large team takes some frames to get where it was sent.
            self.player.borrow_mut().go_on();
            return self.wake();
        }
        if self.playing.get() {
            let mut player = self.player.borrow_mut();
            let day = player.day() + self.speed.get() * passed / 1000.0;
            player.seek(day);
        }
        let due = now() - self.last_read_out.get() >= READ_OUT;
        if reduced_motion() && self.playing.get() && !due {
            // Step by step instead of smoothly.
            return self.wake();
        }
        let read_out = self.read_out();
        let end = self.player.borrow().span().end;
        let unsettled = self.paint(&read_out.teams);
        let at_end = self.playing.get() && read_out.day >= end;
        if at_end || due {
            self.last_read_out.set(now());
            self.on_read_out.emit(read_out);
        }
        if at_end {
            self.playing.set(false);
            self.on_end.emit(());
        }
        if self.playing.get() || unsettled {
            self.wake();
        } else {
            self.last_frame.set(None);
        }
    }

    fn paint(&self, teams: &[Snapshot; 2]) -> bool {
        if self.palette.borrow().is_none() {
            *self.palette.borrow_mut() = Palette::read();
        }
        let palette = self.palette.borrow();
        let Some(palette) = palette.as_ref() else { return false };
        let still = reduced_motion();
        let scenario = self.scenario.borrow();
        let player = self.player.borrow();
        let apart = player.changed();
        let lead_room = Arm::BOTH.iter().any(|&arm| scenario.policy(arm).formal_lead);
        let (selected, pointed) = (self.selected.get(), self.pointed.get());
        let heights = self.canvases.iter().filter_map(|canvas| canvas.cast::<HtmlCanvasElement>());
        let height = heights.map(|canvas| f64::from(canvas.client_height())).fold(f64::INFINITY, f64::min);
        let mut unsettled = false;
        for (arm, painting) in Arm::BOTH.into_iter().zip(self.paintings.borrow_mut().iter_mut()) {
            let Some(canvas) = self.canvases[arm as usize].cast::<HtmlCanvasElement>() else { continue };
            let policy = scenario.policy(if apart { arm } else { Arm::Control });
            let team = &teams[arm as usize];
            let lead = policy.formal_lead.then(|| Labels::of(&scenario).lead());
            let shown = comers(&scenario, arm);
            let trust = |seat: usize, other: usize| player.mutual_trust(arm, seat, other);
            let scene = Scene {
                arm,
                snapshot: team,
                shown: &shown,
                lead,
                lead_room,
                height,
                trust: self.trust.get().then_some(&trust),
                palette,
                selected,
                pointed,
                now: now(),
                still,
            };
            unsettled |= painting.draw(&canvas, &scene);
        }
        unsettled && !still
    }
}

/// There is one projector on a page.
impl PartialEq for Projector {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
