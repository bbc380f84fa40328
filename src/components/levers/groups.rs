//! The levers that do not come first: by heading, each behind one click.

use std::collections::BTreeSet;

use yew::prelude::*;

use model::parameters::{Group, PARAMETERS, Parameter};
use words::parameter;

/// What the groups are given.
#[derive(Properties, PartialEq)]
pub struct GroupsProps {
    /// World or policy.
    pub group: Group,
    /// Parameters that stand elsewhere.
    pub except: Vec<&'static str>,
    /// How a parameter is shown.
    pub lever: Callback<&'static Parameter, Html>,
}

/// The groups.
#[component]
pub fn Groups(props: &GroupsProps) -> Html {
    let open = use_state_eq(BTreeSet::<&'static str>::new);
    let headings = headings(props.group, &props.except);
    let id = |place: usize| format!("group-{:?}-{place}", props.group).to_ascii_lowercase();
    html! {
        <div class="groups">
            <div class="chips" role="group" aria-label={words::levers::more()}>
                for (place, (heading, rows)) in headings.iter().enumerate() {
                    <button type="button" aria-expanded={open.contains(heading).to_string()} aria-controls={id(place)}
                        onclick={toggle(&open, heading)} data-testid={id(place)}>
                        { *heading }<small>{ format!(" {}", rows.len()) }</small>
                    </button>
                }
            </div>
            for (place, (heading, rows)) in headings.iter().enumerate() {
                <div id={id(place)} role="group" aria-label={*heading} hidden={!open.contains(heading)}>
                    if open.contains(heading) {
                        <h3>{ *heading }</h3>
                        for row in rows.iter() {
                            { props.lever.emit(row) }
                        }
                    }
                </div>
            }
        </div>
    }
}

/// Headings with their parameters, in the order of the table; none for a heading without any.
pub fn headings(group: Group, except: &[&str]) -> Vec<(&'static str, Vec<&'static Parameter>)> {
    let mut headings: Vec<(&'static str, Vec<&'static Parameter>)> = Vec::new();
    for row in PARAMETERS.iter().filter(|row| row.group == group && !except.contains(&row.id)) {
        match headings.iter_mut().find(|(heading, _)| *heading == parameter::section(row)) {
            Some((_, rows)) => rows.push(row),
            None => headings.push((parameter::section(row), vec![row])),
        }
    }
    headings
}

fn toggle(open: &UseStateHandle<BTreeSet<&'static str>>, heading: &'static str) -> Callback<MouseEvent> {
    let open = open.clone();
    Callback::from(move |_| {
        let mut next = (*open).clone();
        if !next.remove(heading) {
            next.insert(heading);
        }
        open.set(next);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_leader_decides_stands_among_the_decisions() {
        let under = |group: Group, id: &str| {
            let headings = headings(group, &[]);
            headings.iter().find(|(_, rows)| rows.iter().any(|row| row.id == id)).map(|(heading, _)| *heading)
        };
        let check = |group: Group, id: &str, heading: &str| assert_eq!(under(group, id), Some(heading), "{id}");
        check(Group::Policy, "lead_attention", "Formal lead");
        check(Group::Policy, "team_training", "Care");
        check(Group::Policy, "extra_members", "Conditions");
        check(Group::World, "t_welcome", "Help");
        check(Group::World, "know0", "Who knows what");
        check(Group::World, "remote_ease", "Remote work");
        check(Group::World, "hire_cost", "Reporting");
        assert_eq!(under(Group::World, "lead_attention"), None);
    }
}
