//! The queue in NeXosim, as one model that schedules its own events, on one thread: a source and a station of their own, which send
//! each other messages, would be slower.

use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::{EventSinkReader, Output, SinkState, event_slot};
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use peers::Queue;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::time::Duration;

#[derive(Serialize, Deserialize)]
struct Station {
    /// Arrivals [per s] -- constant.
    arrivals: f64,
    /// Services of a busy server [per s] -- constant.
    services: f64,
    /// Customers to come.
    left: u32,
    /// Servers that have nothing to do.
    free: u32,
    /// When those who wait have come.
    waiting: VecDeque<MonotonicTime>,
    /// What all have waited so far.
    waited: Duration,
    chance: Pcg64Mcg,
    /// What all have waited, at each customer's end.
    total: Output<Duration>,
}

#[Model]
impl Station {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        self.await_next(cx);
    }

    #[nexosim(schedulable)]
    fn arrive(&mut self, _: (), cx: &Context<Self>) {
        if self.free > 0 {
            self.free -= 1;
            self.serve(cx);
        } else {
            self.waiting.push_back(cx.time());
        }
        self.await_next(cx);
    }

    #[nexosim(schedulable)]
    async fn leave(&mut self, _: (), cx: &Context<Self>) {
        if let Some(since) = self.waiting.pop_front() {
            self.waited += cx.time().duration_since(since);
            self.serve(cx);
        } else {
            self.free += 1;
        }
        if self.left == 0 && self.waiting.is_empty() {
            self.total.send(self.waited).await;
        }
    }

    fn await_next(&mut self, cx: &Context<Self>) {
        if self.left > 0 {
            self.left -= 1;
            let pause = self.exponential(self.arrivals);
            cx.schedule_event(pause, schedulable!(Self::arrive), ()).expect("later than now");
        }
    }

    fn serve(&mut self, cx: &Context<Self>) {
        let takes = self.exponential(self.services);
        cx.schedule_event(takes, schedulable!(Self::leave), ()).expect("later than now");
    }

    /// At least a nanosecond, for nothing can be scheduled for this moment.
    fn exponential(&mut self, rate: f64) -> Duration {
        let time = -(1.0 - self.chance.random::<f64>()).ln() / rate;
        Duration::from_secs_f64(time).max(Duration::from_nanos(1))
    }
}

fn run(queue: Queue) -> (f64, f64) {
    let mut station = Station {
        arrivals: queue.arrivals / 3600.0,
        services: queue.services / 3600.0,
        left: queue.customers,
        free: queue.servers,
        waiting: VecDeque::new(),
        waited: Duration::ZERO,
        chance: Pcg64Mcg::seed_from_u64(queue.seed),
        total: Output::default(),
    };
    let (sink, mut total) = event_slot(SinkState::Enabled);
    station.total.connect_sink(sink);
    let bench = SimInit::with_num_threads(1).add_model(station, Mailbox::new(), "station");
    let mut simulation = bench.init(MonotonicTime::EPOCH).expect("a bench");
    simulation.run().expect("a run");
    let waited: Duration = total.try_read().expect("a total");
    let customers = f64::from(queue.customers);
    (customers, waited.as_secs_f64() / 3600.0 / customers)
}

fn main() {
    peers::answer(run);
}
