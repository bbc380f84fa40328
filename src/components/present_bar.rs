//! While something is shown large: from scene to scene, hide and reveal, and back to the lab.

use yew::prelude::*;

use super::field::value_of;
use crate::state::scene::Scene;
use crate::state::{Action, State};
use model::parameters::{Parameter, parameter};
use words::present;

/// The bar.
pub fn present_bar(state: &UseReducerHandle<State>, scene: Scene) -> Html {
    let dispatch = state.dispatcher();
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let to = |scene: Option<Scene>| act(Action::Present(scene));
    let hidden = state.view_options.look.hidden;
    html! {
        <div class="present-bar" role="group" aria-label={present::scenes()}>
            <button type="button" onclick={to(Some(scene.step(true)))} title={present::back_title()} aria-label={present::back()}
                data-testid="scene-back">{ "◀" }</button>
            for other in Scene::ALL {
                <button type="button" aria-pressed={(other == scene).to_string()} onclick={to(Some(other))}
                    data-testid={format!("scene-{}", other.name())}>{ other.title() }</button>
            }
            <button type="button" onclick={to(Some(scene.step(false)))} title={present::next_title()} aria-label={present::next()}
                data-testid="scene-next">{ "▶" }</button>
            <h1 title={state.scenario().texts().title.clone()} data-testid="present-title">{ &state.scenario().texts().title }</h1>
            <button type="button" onclick={act(Action::Hide(!hidden))} title={if hidden { present::reveal_title() } else { present::hide_title() }}
                data-testid="present-hide">{ if hidden { present::reveal() } else { present::hide_short() } }</button>
            <button type="button" onclick={to(None)} title={present::leave_title()} data-testid="present-leave">{ present::leave() }</button>
        </div>
    }
}

/// Which lever is shown large.
pub fn lever_choice(state: &UseReducerHandle<State>, offered: &[&'static Parameter]) -> Html {
    let shown = state.view_options.look.large_lever();
    let dispatch = state.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        if let Some(row) = value_of(&event).and_then(|id| parameter(&id)) {
            dispatch.dispatch(Action::Enlarge(row));
        }
    });
    html! {
        <select {onchange} aria-label={present::choose_lever()} data-testid="large-lever">
            if let Some(other) = shown.filter(|row| !offered.contains(row)) {
                <option value={other.id} selected=true>{ words::parameter::label(other) }</option>
            }
            for row in offered {
                <option value={row.id} selected={shown == Some(row)}>{ words::parameter::label(row) }</option>
            }
        </select>
    }
}
