//! Where the reader is: the views of the page, and how the address names them.
//!
//! The address holds the state of the lab in every view; `view=scenarios` says where one is, and `about=emergency` which scenario's
//! page that is. The lab itself needs no key.

use super::themes::Theme;
use model::fault::Fault;

/// The keys of the address that say where the reader is, and in which colours.
pub const KEYS: [&str; 3] = ["view", "about", "theme"];

/// The theme that the keys and values of an address ask for, and what is wrong with that.
pub fn theme(query: &[(String, String)]) -> (Option<Theme>, Option<Fault>) {
    let Some((_, name)) = query.iter().rev().find(|(key, _)| key == "theme") else { return (None, None) };
    let theme = Theme::named(name);
    let allowed = || format!("one of {}", Theme::ALL.map(Theme::name).join(", "));
    (theme, theme.is_none().then(|| Fault::new("theme", name, &allowed())))
}

/// A view of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Two teams side by side, levers, charts.
    #[default]
    Lab,
    /// All scenarios, to choose from.
    Scenarios,
    /// One of them, by name: what it claims and what to try.
    Scenario(&'static str),
    /// The state of the lab on one page, to print.
    Report,
}

impl View {
    /// The places in the header, in their order, with what they are called.
    pub const PLACES: [(View, &'static str); 3] =
        [(View::Lab, "Lab"), (View::Scenarios, "Scenarios"), (View::Report, "Report")];

    /// The view that the keys and values of an address name, and what is wrong with them.
    pub fn read(query: &[(String, String)]) -> (Self, Vec<Fault>) {
        let value = |wanted: &str| query.iter().rev().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
        let mut faults = Vec::new();
        let view = match value("view") {
            None | Some("lab") => View::Lab,
            Some("scenarios") => View::Scenarios,
            Some("report") => View::Report,
            Some(view) => {
                faults.push(Fault::new("view", view, "one of lab, scenarios, report"));
                View::Lab
            }
        };
        let Some(about) = value("about") else { return (view, faults) };
        let known = library::names().find(|name| *name == about);
        match (view, known) {
            (View::Scenarios, Some(name)) => return (View::Scenario(name), faults),
            (View::Scenarios, None) => {
                let names: Vec<&str> = library::names().collect();
                faults.push(Fault::new("about", about, &format!("one of {}", names.join(", "))));
            }
            _ => faults.push(Fault::new("about", about, "the name of a scenario, together with view=scenarios")),
        }
        (view, faults)
    }

    /// The keys and values that name it.
    pub fn write(self) -> Vec<(&'static str, &'static str)> {
        match self {
            View::Lab => Vec::new(),
            View::Scenarios => vec![("view", "scenarios")],
            View::Scenario(name) => vec![("view", "scenarios"), ("about", name)],
            View::Report => vec![("view", "report")],
        }
    }

    /// The address of this view, after the question mark, in a state that `state` names.
    pub fn link(self, state: &str) -> String {
        let parts = self.write().into_iter().map(|(key, value)| format!("&{key}={value}"));
        format!("{state}{}", parts.collect::<String>())
    }

    /// The place in the header that it belongs to.
    pub fn place(self) -> Self {
        if let View::Scenario(_) = self { View::Scenarios } else { self }
    }

    /// What the window is called.
    pub fn title(self) -> String {
        let name = match self {
            View::Lab => return "Assist Lab".to_owned(),
            View::Scenarios => "Scenarios".to_owned(),
            View::Report => "Report".to_owned(),
            View::Scenario(name) => {
                library::scenario(name).map_or_else(|| name.to_owned(), |scenario| scenario.texts().title.clone())
            }
        };
        format!("{name} · Assist Lab")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(link: &str, view: View, faults: &[&str]) {
        let query: Vec<(String, String)> = link
            .split('&')
            .filter_map(|part| part.split_once('='))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        let (read, found) = View::read(&query);
        assert_eq!(read, view, "{link}");
        let found: Vec<String> = found.iter().map(Fault::to_string).collect();
        assert_eq!(found.len(), faults.len(), "{link}: {found:?}");
        for (found, start) in found.iter().zip(faults) {
            assert!(found.starts_with(start), "{link}: {found}");
        }
    }

    #[test]
    fn a_view_goes_into_the_address_and_comes_back() {
        for view in [View::Lab, View::Scenarios, View::Scenario("emergency"), View::Report] {
            let link = view.link("v=1&scenario=software");
            assert!(link.starts_with("v=1&scenario=software"), "{link}");
            check(&link, view, &[]);
            assert!(View::PLACES.iter().any(|(place, _)| *place == view.place()));
        }
        check("view=lab", View::Lab, &[]);
    }

    #[test]
    fn what_names_no_view_is_said() {
        check("view=sea", View::Lab, &["view = sea: allowed is one of lab"]);
        check("view=scenarios&about=sea", View::Scenarios, &["about = sea: allowed is one of software"]);
        check("view=report&about=software", View::Report, &["about = software"]);
        check("view=sea&about=software", View::Lab, &["view = sea", "about = software"]);
        check("about=software", View::Lab, &["about = software"]);
    }

    #[test]
    fn a_link_may_ask_for_colours() {
        let query = |name: &str| vec![("theme".to_owned(), name.to_owned())];
        assert_eq!(theme(&query("projector")), (Some(Theme::Projector), None));
        assert_eq!(theme(&[]), (None, None));
        let (none, fault) = theme(&query("pink"));
        assert_eq!(none, None);
        let fault = fault.map(|fault| fault.to_string());
        assert_eq!(fault.as_deref(), Some("theme = pink: allowed is one of auto, light, dark, projector"));
    }

    #[test]
    fn windows_have_names_of_their_own() {
        assert_eq!(View::Lab.title(), "Assist Lab");
        assert_eq!(View::Scenario("software").title(), "Software feature team · Assist Lab");
    }
}
