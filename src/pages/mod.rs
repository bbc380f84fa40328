//! The pages: what there is, in one table. A page is a row of it, and the component that shows it.

#[cfg(feature = "web")]
mod about;
#[cfg(feature = "web")]
pub mod choice;
#[cfg(feature = "web")]
mod lab;
#[cfg(feature = "web")]
mod pair;
#[cfg(feature = "web")]
mod questions;
#[cfg(feature = "web")]
mod report;
#[cfg(feature = "web")]
mod scenarios;
#[cfg(feature = "web")]
pub mod site;

use super::route::{View, one_of, value};
use model::fault::Fault;
use words::link_faults;

/// A page.
#[derive(Debug)]
pub struct Page {
    /// What the address calls it.
    pub route: &'static str,
    /// Whether it is of one scenario, which the address names too.
    pub of_scenario: bool,
    /// What the menu calls it, if it stands there.
    pub menu: Option<words::Text>,
    /// What the window is called, before the program's name; one scenario's page bears that scenario's title.
    pub title: Option<words::Text>,
    /// Whether it shows the state that the address holds.
    pub shows_state: bool,
    /// What shows it.
    #[cfg(feature = "web")]
    pub show: fn(&site::Site) -> yew::Html,
    /// Whether it stays, hidden, while another shows, and so is found again as it was left.
    #[cfg(feature = "web")]
    pub stays: bool,
}

/// All pages, in the order of the menu.
pub static PAGES: [Page; 5] = [
    Page {
        route: View::LAB.route,
        of_scenario: false,
        menu: Some(words::pages::lab),
        title: None,
        shows_state: true,
        #[cfg(feature = "web")]
        show: lab::lab,
        #[cfg(feature = "web")]
        stays: true,
    },
    Page {
        route: View::SCENARIOS.route,
        of_scenario: false,
        menu: Some(words::pages::scenarios),
        title: Some(words::pages::scenarios),
        shows_state: false,
        #[cfg(feature = "web")]
        show: scenarios::scenarios,
        #[cfg(feature = "web")]
        stays: false,
    },
    Page {
        route: View::SCENARIOS.route,
        of_scenario: true,
        menu: None,
        title: None,
        shows_state: false,
        #[cfg(feature = "web")]
        show: about::about,
        #[cfg(feature = "web")]
        stays: false,
    },
    Page {
        route: View::QUESTIONS.route,
        of_scenario: false,
        menu: Some(words::pages::questions),
        title: Some(words::pages::questions),
        shows_state: true,
        #[cfg(feature = "web")]
        show: questions::questions,
        #[cfg(feature = "web")]
        stays: false,
    },
    Page {
        route: View::REPORT.route,
        of_scenario: false,
        menu: Some(words::pages::report),
        title: Some(words::pages::report),
        shows_state: true,
        #[cfg(feature = "web")]
        show: report::report,
        #[cfg(feature = "web")]
        stays: false,
    },
];

impl Page {
    /// Whether it is the page of a view.
    pub fn is(&self, view: View) -> bool {
        self.route == view.route && self.of_scenario == view.about.is_some()
    }

    /// What there is to see of it on the site.
    #[cfg(feature = "web")]
    pub fn html(&self, site: &site::Site) -> yew::Html {
        if self.stays || self.is(site.view) { (self.show)(site) } else { yew::Html::default() }
    }
}

/// The page of a view; the lab for one that is no page's.
pub fn page(view: View) -> &'static Page {
    PAGES.iter().find(|page| page.is(view)).unwrap_or(&PAGES[0])
}

/// The places in the menu, in their order, with what they are called.
pub fn menu() -> impl Iterator<Item = (View, &'static str)> {
    PAGES.iter().filter_map(|page| Some((View { route: page.route, about: None }, page.menu?())))
}

/// What the window is called.
pub fn title(view: View) -> String {
    let of_scenario = |name: &str| library::scenario(name).map(|scenario| scenario.texts().title.clone());
    let own = page(view).title.map(|title| title().to_owned()).or_else(|| view.about.and_then(of_scenario));
    own.map_or_else(|| "Assist Lab".to_owned(), |own| words::pages::window(&own))
}

/// The view that the keys and values of an address name, and what is wrong with them.
pub fn read(query: &[(String, String)]) -> (View, Vec<Fault>) {
    let mut faults = Vec::new();
    let route = value(query, "view").map_or(Some(View::LAB.route), |named| {
        let known = PAGES.iter().map(|page| page.route).find(|route| *route == named);
        if known.is_none() {
            faults.push(Fault::new("view", named, &one_of(routes(|_| true).into_iter())));
        }
        known
    });
    let route = route.unwrap_or(View::LAB.route);
    let Some(about) = value(query, "about") else { return (View { route, about: None }, faults) };
    let of_scenarios = routes(|page| page.of_scenario);
    let known = library::names().find(|name| *name == about);
    if !of_scenarios.contains(&route) {
        let views = of_scenarios.iter().map(|route| format!("view={route}"));
        let views =
            views.reduce(|before, next| link_faults::Either { before: &before, next: &next }.say()).unwrap_or_default();
        faults.push(Fault::new("about", about, &link_faults::about(&views)));
    } else if known.is_none() {
        faults.push(Fault::new("about", about, &one_of(library::names())));
    } else {
        return (View { route, about: known }, faults);
    }
    (View { route, about: None }, faults)
}

/// What the address calls those pages, each once.
fn routes(of: fn(&Page) -> bool) -> Vec<&'static str> {
    let mut routes: Vec<&str> = PAGES.iter().filter(|page| of(page)).map(|page| page.route).collect();
    routes.dedup();
    routes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share;

    fn check(link: &str, view: View, faults: &[&str]) {
        let (read, found) = read(&share::parse(link));
        assert_eq!(read, view, "{link}");
        let found: Vec<String> = found.iter().map(words::fault::sentence).collect();
        assert_eq!(found.len(), faults.len(), "{link}: {found:?}");
        for (found, start) in found.iter().zip(faults) {
            assert!(found.starts_with(start), "{link}: {found}");
        }
    }

    #[test]
    fn every_page_has_an_address_of_its_own_and_a_place_in_the_menu() {
        for row in &PAGES {
            let about = row.of_scenario.then_some("emergency");
            let view = View { route: row.route, about };
            check(&view.link("v=2&scenario=software"), view, &[]);
            assert!(std::ptr::eq(page(view), row), "{row:?}");
            assert_eq!(menu().filter(|(place, _)| *place == view.place()).count(), 1, "{row:?}");
        }
        for link in ["view=lab", "scenario=software"] {
            check(link, View::LAB, &[]);
        }
        let links = [View::LAB, View::of_scenario("silos"), View::REPORT].map(|view| view.link("v=2"));
        assert_eq!(links, ["v=2", "v=2&view=scenarios&about=silos", "v=2&view=report"]);
    }

    #[test]
    fn what_names_no_view_is_said() {
        let all = format!("view = sea: must be one of {}", routes(|_| true).join(", "));
        check("view=sea", View::LAB, &[&all]);
        check("view=scenarios&about=sea", View::SCENARIOS, &["about = sea: must be one of software"]);
        let together = "about = software: must be the name of a scenario, and used only with view=scenarios";
        check("view=report&about=software", View::REPORT, &[together]);
        check("view=sea&about=software", View::LAB, &["view = sea", together]);
        check("about=software", View::LAB, &[together]);
    }

    #[test]
    fn windows_have_names_of_their_own() {
        let views = [View::LAB, View::of_scenario("software"), View::REPORT];
        let titles = ["Assist Lab", "Software feature team · Assist Lab", "Report · Assist Lab"];
        assert_eq!(views.map(title), titles);
    }
}
