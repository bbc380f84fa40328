//! Where the reader is, as the address says it.
//!
//! The address holds the state of the lab in every view; `view=scenarios` says where one is, and `about=emergency` which scenario's
//! page that is. The lab itself needs no key.

use super::text::list;
use super::themes::Theme;
use model::fault::Fault;

/// The keys of the address that say where the reader is, in which colours, and in which language.
pub const KEYS: [&str; 4] = ["view", "about", "theme", "lang"];

/// Keys that mail programs, search engines and social networks hang on to links; they say nothing to this page.
const TRACKING: [&str; 14] = [
    "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid", "igshid", "igsh", "yclid", "mc_cid",
    "mc_eid", "_hsenc",
];
/// How those of campaigns begin.
const CAMPAIGN: &str = "utm_";
/// What may follow a link in a sentence, and is then taken for its end.
const PUNCTUATION: [char; 14] = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '”', '’'];

/// The keys and values of an address without what others have hung on to it, and without punctuation at its very end.
pub fn cleaned(mut query: Vec<(String, String)>) -> Vec<(String, String)> {
    query.retain(|(key, _)| !TRACKING.contains(&key.as_str()) && !key.starts_with(CAMPAIGN));
    if let Some((_, last)) = query.last_mut() {
        last.truncate(last.trim_end_matches(PUNCTUATION).len());
    }
    query
}

/// The value of a key of an address; the last counts.
pub fn value<'a>(query: &'a [(String, String)], key: &str) -> Option<&'a str> {
    query.iter().rev().find(|(other, _)| other == key).map(|(_, value)| value.as_str())
}

/// The theme that the keys and values of an address ask for, and what is wrong with that.
pub fn theme(query: &[(String, String)]) -> (Option<Theme>, Option<Fault>) {
    let Some(name) = value(query, "theme") else { return (None, None) };
    let theme = Theme::named(name);
    (theme, theme.is_none().then(|| Fault::new("theme", name, &one_of(Theme::ALL.into_iter().map(Theme::name)))))
}

/// What is allowed where a name is asked for that is one of these.
pub fn one_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    words::faults::one_of(&list::commas(names.map(str::to_owned).collect()))
}

/// A view of the page: which page, and of which scenario where it is one scenario's. The table in `pages` says what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// What the address calls the page.
    pub route: &'static str,
    /// The scenario it is about, by name.
    pub about: Option<&'static str>,
}

impl View {
    /// Two teams side by side, levers, charts. An address that names no view is of this one.
    pub const LAB: View = View { route: "lab", about: None };
    /// All scenarios, to choose from.
    pub const SCENARIOS: View = View { route: "scenarios", about: None };
    /// What more can be asked of the scenario in the lab: where it pays.
    pub const QUESTIONS: View = View { route: "questions", about: None };
    /// The state of the lab on one page, to print.
    pub const REPORT: View = View { route: "report", about: None };

    /// One scenario, by name: what it claims and what to try.
    pub fn of_scenario(name: &'static str) -> Self {
        View { about: Some(name), ..View::SCENARIOS }
    }

    /// The place in the menu that it belongs to.
    pub fn place(self) -> Self {
        View { about: None, ..self }
    }

    /// The address of this view, after the question mark, in a state that `state` names.
    pub fn link(self, state: &str) -> String {
        let view = if self == View::LAB { String::new() } else { format!("&view={}", self.route) };
        let about = self.about.map_or_else(String::new, |name| format!("&about={name}"));
        format!("{state}{view}{about}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_hang_on_to_a_link_is_left_out() {
        let query = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
        };
        let sent =
            query(&[("scenario", "silos"), ("fbclid", "x"), ("beta", "0.3."), ("utm_source", "mail"), ("gclid", "y")]);
        assert_eq!(cleaned(sent), query(&[("scenario", "silos"), ("beta", "0.3")]));
        for end in [".", "),", "”.", "?!"] {
            assert_eq!(cleaned(query(&[("beta", &format!("0.25{end}"))])), query(&[("beta", "0.25")]), "{end}");
        }
        assert_eq!(cleaned(query(&[("sea", "1")])), query(&[("sea", "1")]), "what nobody knows is still said");
    }

    #[test]
    fn a_link_may_ask_for_colours() {
        let query = |name: &str| vec![("theme".to_owned(), name.to_owned())];
        assert_eq!(theme(&query("projector")), (Some(Theme::Projector), None));
        assert_eq!(theme(&[]), (None, None));
        let (none, fault) = theme(&query("pink"));
        assert_eq!(none, None);
        let fault = fault.as_ref().map(words::fault::sentence);
        assert_eq!(fault.as_deref(), Some("theme = pink: must be one of auto, light, dark, projector"));
    }
}
