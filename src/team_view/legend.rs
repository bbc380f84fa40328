//! What the signs in the picture mean, each drawn as it is there.

use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::glyph::Glyph;
use super::paint::prepare;
use crate::theme::Palette;
use model::snapshot::MemberSnapshot;
use model::state::member::Activity;

/// A member like any other, to be varied.
const PLAIN: MemberSnapshot = MemberSnapshot {
    group: 0,
    there: true,
    activity: Activity::Working,
    helps: None,
    with_lead: false,
    stuck_hours: 0.0,
    progress: Some(0.65),
    energy: 0.8,
    exhaustion: 0.1,
    morale: 0.65,
    safety: 0.5,
    skill: 0.5,
    burnt_out: false,
    assist_leader: false,
    on_duty: false,
};

const fn doing(activity: Activity) -> MemberSnapshot {
    MemberSnapshot { activity, ..PLAIN }
}

/// Signs and their meanings.
static SIGNS: [(MemberSnapshot, &str, &str); 10] = [
    (PLAIN, "Working", "the ring closes as the task gets done"),
    (doing(Activity::Stuck), "Stuck", "dashed ring; a dotted line leads to the formal lead if the question lies there"),
    (doing(Activity::Helping), "Helping", "full ring; the arrow points to the one who is helped"),
    (doing(Activity::StandBy), "Standing by", "open ring: there for others, nobody needs it just now"),
    (doing(Activity::Idle), "Without work", "thin ring"),
    (doing(Activity::Training), "In training", "double ring"),
    (doing(Activity::Away), "Empty seat", "dotted: someone left, or has yet to join"),
    (MemberSnapshot { assist_leader: true, ..PLAIN }, "Assist leader", "star"),
    (MemberSnapshot { energy: 0.3, morale: 0.2, ..PLAIN }, "Tired and low", "filling: energy; mouth: morale"),
    (MemberSnapshot { energy: 0.45, morale: 0.25, burnt_out: true, ..PLAIN }, "Burnt out", "hatched"),
];

/// The legend, one click away.
pub fn legend(colours: u32) -> Html {
    html! {
        <details class="legend">
            <summary>{ "What the signs mean" }</summary>
            <ul>
                for (place, (_, name, meaning)) in SIGNS.iter().enumerate() {
                    <li><Sign {place} colours={colours} /><span><b>{ *name }</b>{ format!(": {meaning}.") }</span></li>
                }
            </ul>
            <p>{ "Shaded areas are the groups. The same number is the same person in both teams." }</p>
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct SignProps {
    place: usize,
    colours: u32,
}

#[component]
fn Sign(props: &SignProps) -> Html {
    let canvas = use_node_ref();
    use_effect_with((props.place, props.colours), {
        let canvas = canvas.clone();
        move |(place, _)| {
            let Some(palette) = Palette::read() else { return };
            let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
            let Some((context, width, height)) = prepare(&canvas, Some([44.0, 44.0])) else { return };
            context.clear_rect(0.0, 0.0, width, height);
            let member = &SIGNS[*place].0;
            let centre = [0.5 * width, 0.5 * height + 1.0];
            let arm = &palette.arms[1].css;
            let glyph = Glyph { member, number: None, energy: member.energy, centre, radius: 15.0, arm };
            glyph.draw_ground(&context, &palette);
            glyph.draw_top(&context, &palette);
        }
    });
    html! { <canvas ref={canvas} aria-hidden="true"></canvas> }
}
