//! The two teams on the page, side by side, each with its board.

use std::rc::Rc;

use yew::prelude::*;

use super::projector::{Projector, ReadOut};
use crate::app::text::team::describe;
use crate::model::scenario::Arm;
use crate::model::snapshot::Snapshot;

/// What the stage is given.
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// What moves.
    pub projector: Rc<Projector>,
    /// What the arms are called.
    pub names: [String; 2],
    /// Where things stand.
    pub read_out: ReadOut,
}

/// The two teams.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    html! {
        <div class="teams">
            for arm in Arm::BOTH {
                { team(props, arm) }
            }
        </div>
    }
}

fn team(props: &StageProps, arm: Arm) -> Html {
    let snapshot = &props.read_out.teams[arm as usize];
    let name = props.names[arm as usize].as_str();
    let class = match arm {
        Arm::Control => "control",
        Arm::Treatment => "treatment",
    };
    html! {
        <section class={classes!("team", class)} aria-label={name.to_owned()}>
            <h2>{ name }</h2>
            <canvas ref={props.projector.canvas(arm)} role="img" aria-label={describe(name, snapshot)}
                data-testid={format!("team-{class}")}></canvas>
            { board(snapshot, &props.read_out) }
        </section>
    }
}

fn board(snapshot: &Snapshot, read_out: &ReadOut) -> Html {
    let done = if read_out.changed { "done since the change" } else { "done so far" };
    let counts = [
        ("waiting", snapshot.waiting),
        ("in work", snapshot.in_hand),
        ("to approve", snapshot.awaiting_approval),
        (done, snapshot.accepted.saturating_sub(read_out.done_before) as usize),
    ];
    html! {
        <dl class="board">
            for (label, count) in counts {
                <div><dt>{ label }</dt><dd>{ count }</dd></div>
            }
        </dl>
    }
}
