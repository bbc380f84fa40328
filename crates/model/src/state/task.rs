//! Tasks, by ordinal of arrival, and the list of those waiting.

use std::collections::VecDeque;

use super::member::{BlockerKind, DOMAINS};
use crate::chance::{Chance, Purpose, Spread, Uniform};
use crate::parameters::World;

/// How many of the oldest waiting tasks a free member looks at, and how far back a predecessor may lie.
pub const HORIZON: usize = 5;

/// Where a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its predecessor is not accepted yet.
    Parked,
    /// In the list, to be pulled.
    Ready,
    /// In a member's hands.
    InHand,
    /// With the formal lead, for approval.
    AwaitingApproval,
    /// Done.
    Accepted,
}

/// The next thing on the way through a task.
#[derive(Clone, Copy, Debug)]
pub enum Milestone {
    /// The end of the work.
    End,
    /// A blocker.
    Blocker {
        /// Its kind.
        kind: BlockerKind,
        /// Difficulty, uniform in (0, 1).
        difficulty: f64,
        /// The draw of the threshold for solving it alone.
        patience: Uniform,
    },
}

/// A task.
#[derive(Clone, Debug)]
pub struct Task {
    /// Domain of knowledge -- constant.
    pub domain: usize,
    /// Work content [h] -- constant.
    pub work: f64,
    /// Task that must be accepted first -- constant.
    pub predecessor: Option<u32>,
    /// Which of the next tasks wait for this one, the first of them in the lowest bit -- state.
    pub heirs: u8,
    /// Arrival [h] -- constant; in a backlog, when it is started.
    pub arrival: f64,
    /// Where it is -- state.
    pub stage: Stage,
    /// First start [h] -- state.
    pub started: Option<f64>,
    /// Who started it first, by (key, hire) -- state.
    pub doer: Option<(u32, u32)>,
    /// Who did the predecessor -- state.
    pub from: Option<(u32, u32)>,
    /// Position of the next mark [h of work content] -- state.
    pub position: f64,
    /// The next mark -- state.
    pub mark: Milestone,
    /// Ordinal of the next blocker -- state.
    pub blocker: u32,
    /// Hidden defects -- state.
    pub defects: u32,
    /// Passes finished -- state.
    pub pass: u32,
    /// Work content from where the next to take it up starts to the next mark [h] -- state.
    pub to_mark: f64,
    /// Rework waiting to be taken up before [h] -- state.
    pub rework: f64,
    /// Hours anyone worked on it [h] -- state.
    pub touch: f64,
    /// Chance that no colleague who looked at it in this pass has seen the mistake in it [0, 1] -- state.
    pub unseen: f64,
    /// Whether the formal lead has said what is wanted in it -- state.
    pub lead_spoke: bool,
    /// The assist leader who has, by seat and how many held that before -- state.
    pub assist_leader: Option<(usize, u32)>,
}

/// All tasks that matter still, and which of them wait.
#[derive(Clone, Debug)]
pub struct Tasks {
    /// How work content varies.
    pub spread: Spread,
    /// Ordinals of the oldest task that is kept, and of the next to arrive.
    base: u32,
    next: u32,
    /// Those between, each at its ordinal modulo the length, which is a power of two.
    kept: Vec<Task>,
    /// Ready tasks, oldest first.
    pub ready: VecDeque<u32>,
    /// Tasks whose predecessor is not accepted.
    pub parked: usize,
    /// Tasks that arrived and are not accepted.
    pub unfinished: u32,
    /// Tasks ever started.
    pub started: u32,
}

impl Tasks {
    /// No tasks yet, of a world in which work content varies so.
    pub fn new(spread: Spread) -> Self {
        Self {
            spread,
            base: 0,
            next: 0,
            kept: vec![Task::new(0, 0.0); 32],
            ready: VecDeque::new(),
            parked: 0,
            unfinished: 0,
            started: 0,
        }
    }

    /// Ordinal of the next task to arrive.
    pub fn next_ordinal(&self) -> u32 {
        self.next
    }

    fn place(&self, ordinal: u32) -> usize {
        debug_assert!(self.base <= ordinal && ordinal < self.next, "task {ordinal} is not kept");
        ordinal as usize & (self.kept.len() - 1)
    }

    /// Room for one more.
    fn make_room(&mut self) {
        let length = self.kept.len();
        if (self.next - self.base) as usize == length {
            let mut kept = vec![Task::new(0, 0.0); 2 * length];
            for ordinal in self.base..self.next {
                kept[ordinal as usize & (2 * length - 1)] = self.get(ordinal).clone();
            }
            self.kept = kept;
        }
    }

    /// A task that is not accepted, or was lately.
    pub fn get(&self, ordinal: u32) -> &Task {
        &self.kept[self.place(ordinal)]
    }

    /// The same, to change.
    pub fn get_mut(&mut self, ordinal: u32) -> &mut Task {
        let place = self.place(ordinal);
        &mut self.kept[place]
    }

    /// The next task arrives; it is ready unless it has to wait for a predecessor.
    pub fn arrive(&mut self, world: &World, chance: &Chance, now: f64) {
        let ordinal = self.next_ordinal();
        let [_, nature, normal, accept] = chance.draw(Purpose::Task, ordinal, 0, 0);
        // One draw decides thrice: its third is the domain, the rest within it the dependency, the rest within that on what.
        let third = DOMAINS as f64 * nature.unit();
        let domain = third as usize;
        let rest = third - domain as f64;
        let reach = (HORIZON as u32).min(ordinal);
        let predecessor = (reach > 0 && rest < world.p_dependency)
            .then(|| ordinal - 1 - ((rest / world.p_dependency * f64::from(reach)) as u32).min(reach - 1));
        let blocking = predecessor.is_some_and(|p| p >= self.base && self.get(p).stage != Stage::Accepted);
        let from = predecessor.filter(|&p| p >= self.base).and_then(|p| self.get(p).doer);
        let work = world.task_hours * chance.work(ordinal, 0, &self.spread, [normal, accept]);
        self.make_room();
        self.next += 1;
        self.unfinished += 1;
        let task = self.get_mut(ordinal);
        *task = Task::new(domain, work);
        task.predecessor = predecessor;
        task.arrival = now;
        task.stage = if blocking { Stage::Parked } else { Stage::Ready };
        task.from = from;
        task.look_ahead(ordinal, 0, world, chance);
        task.to_mark = task.position;
        if let Some(p) = predecessor.filter(|_| blocking) {
            self.parked += 1;
            self.get_mut(p).heirs |= 1 << (ordinal - p - 1);
        } else {
            self.ready.push_back(ordinal);
        }
    }

    /// Puts a task among the ready ones, in its order.
    pub fn rejoin(&mut self, ordinal: u32) {
        self.get_mut(ordinal).stage = Stage::Ready;
        let place = self.ready.partition_point(|&other| other < ordinal);
        self.ready.insert(place, ordinal);
    }

    /// A task is accepted: those that waited for it become ready, and what nobody asks for any more is forgotten.
    pub fn accept(&mut self, ordinal: u32) {
        let task = self.get_mut(ordinal);
        task.stage = Stage::Accepted;
        let (doer, mut heirs) = (task.doer, task.heirs);
        self.unfinished -= 1;
        while heirs != 0 {
            let next = ordinal + 1 + heirs.trailing_zeros();
            heirs &= heirs - 1;
            self.get_mut(next).from = doer;
            self.parked -= 1;
            self.rejoin(next);
        }
        while self.next - self.base > HORIZON as u32 && self.get(self.base).stage == Stage::Accepted {
            self.base += 1;
        }
    }

    /// All tasks that are not accepted, and some that were lately.
    pub fn open(&self) -> impl Iterator<Item = &Task> {
        (self.base..self.next).map(|ordinal| self.get(ordinal))
    }

    /// Number of tasks accepted so far.
    pub fn accepted(&self) -> u32 {
        self.next_ordinal() - self.unfinished
    }
}

impl Task {
    /// Nothing has happened to it yet.
    fn new(domain: usize, work: f64) -> Self {
        Self {
            domain,
            work,
            predecessor: None,
            heirs: 0,
            arrival: 0.0,
            stage: Stage::Ready,
            started: None,
            doer: None,
            from: None,
            position: 0.0,
            mark: Milestone::End,
            blocker: 0,
            defects: 0,
            pass: 0,
            to_mark: 0.0,
            rework: 0.0,
            touch: 0.0,
            unseen: 1.0,
            lead_spoke: false,
            assist_leader: None,
        }
    }

    /// Goes past the present mark to the next one; answers how much work content lies between.
    pub fn pass_mark(&mut self, ordinal: u32, world: &World, chance: &Chance) -> f64 {
        let from = self.position;
        self.blocker += 1;
        self.look_ahead(ordinal, self.blocker, world, chance);
        self.position - from
    }

    fn look_ahead(&mut self, ordinal: u32, blocker: u32, world: &World, chance: &Chance) {
        if world.beta > 0.0 {
            let [gap, kind, difficulty, patience] = chance.draw(Purpose::Blocker, ordinal, blocker, 0);
            let position = self.position + gap.exponential() / world.beta;
            if position < self.work {
                self.position = position;
                self.mark =
                    Milestone::Blocker { kind: kind_of(kind.unit(), world), difficulty: difficulty.unit(), patience };
                return;
            }
        }
        self.position = self.work;
        self.mark = Milestone::End;
    }
}

fn kind_of(u: f64, world: &World) -> BlockerKind {
    let point = u * (world.mix_expertise + world.mix_clarity + world.mix_coordination);
    if point < world.mix_expertise {
        BlockerKind::Expertise
    } else if point < world.mix_expertise + world.mix_clarity {
        BlockerKind::Clarity
    } else {
        BlockerKind::Coordination
    }
}
