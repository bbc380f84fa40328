//! Why the teams differ: what the lab's panel shows, with room.

use std::rc::Rc;

use yew::prelude::*;

use crate::charts::catalogue::fronts;
use crate::components::to_view::to_view;
use crate::components::why::Why;
use crate::content::Content;
use crate::route::View;
use crate::state::panel::Panel;
use crate::state::{Action, State};
use model::outcome::Measure;
use words::swept;

/// What it is given.
#[derive(Properties, PartialEq)]
pub struct AskedWhyProps {
    /// The state.
    pub state: UseReducerHandle<State>,
    /// The state, as it stands in the address.
    pub link: AttrValue,
    /// Where the reader wants to go.
    pub on_view: Callback<View>,
}

/// The part.
#[component]
pub fn AskedWhy(props: &AskedWhyProps) -> Html {
    let AskedWhyProps { state, link, on_view } = props;
    let scenario = state.scenario();
    let dispatch = state.dispatcher();
    let on_chart =
        use_callback(dispatch.clone(), |measure: Measure, dispatch| dispatch.dispatch(Action::Chart(measure)));
    let on_lever = use_callback((dispatch.clone(), on_view.clone()), |id: &'static str, (dispatch, on_view)| {
        dispatch.dispatch(Action::Seek(id));
        on_view.emit(View::LAB);
    });
    let (href, to_lab) = to_view(View::LAB, link, on_view);
    let onclick = Callback::from(move |event: MouseEvent| {
        dispatch.dispatch(Action::Panel(Panel::Why));
        to_lab.emit(event);
    });
    html! {
        <section class="card asked-why" data-testid="asked-why">
            <div class="asked-head">
                <h3>{ swept::why() }</h3>
                <a {href} {onclick} data-testid="to-why">{ swept::why_open() }</a>
            </div>
            <p>{ swept::why_text() }</p>
            <Why scenario={Rc::clone(scenario)} found={state.explanation().cloned()} computing={state.cache.computing}
                front={fronts(state.view_options.look.chart, scenario)[0]} content={Content::Here} {on_chart} {on_lever} />
        </section>
    }
}
