//! What the signs in the picture mean, each drawn as it is there.

use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::glyph::Glyph;
use super::paint::prepare;
use crate::theme::Palette;
use model::snapshot::MemberSnapshot;
use model::state::member::Activity;
use words::markup::around;

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
    trusted: 0.5,
    quit_hazard: 0.1,
    burnt_out: false,
    assist_leader: false,
    on_duty: false,
};

const fn doing(activity: Activity) -> MemberSnapshot {
    MemberSnapshot { activity, ..PLAIN }
}

/// Signs and their meanings.
static SIGNS: [(MemberSnapshot, words::Text); 10] = [
    (PLAIN, words::legend::working),
    (doing(Activity::Stuck), words::legend::stuck),
    (doing(Activity::Helping), words::legend::helping),
    (doing(Activity::StandBy), words::legend::standing_by),
    (doing(Activity::Idle), words::legend::idle),
    (doing(Activity::Training), words::legend::training),
    (doing(Activity::Away), words::legend::away),
    (MemberSnapshot { assist_leader: true, ..PLAIN }, words::legend::assist_leader),
    (MemberSnapshot { energy: 0.3, morale: 0.2, ..PLAIN }, words::legend::tired),
    (MemberSnapshot { energy: 0.45, morale: 0.25, burnt_out: true, ..PLAIN }, words::legend::burnt_out),
];

/// The legend, one click away.
pub fn legend(colours: u32) -> Html {
    html! {
        <details class="legend">
            <summary>{ words::legend::title() }</summary>
            <div class="signs">
            <ul>
                for (place, (_, meaning)) in SIGNS.iter().enumerate() {
                    <li><Sign {place} colours={colours} />{ marked(meaning()) }</li>
                }
            </ul>
            <p>{ words::legend::groups() }</p>
            </div>
        </details>
    }
}

/// A meaning, its sign's name in bold.
fn marked(meaning: &'static str) -> Html {
    let [before, name, after] = around(meaning);
    html! { <span>{ before }<b>{ name }</b>{ after }</span> }
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
