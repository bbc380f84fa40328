//! What the page says before its program is there: messages of the source language, put into index.html.
//!
//! `{header.views}` stands for the message of that address, `{opening.failed|./}` for one with links, whose addresses follow it.
//! `{scenarios}` stands for the titles and summaries of all scenarios, as JSON: the frame tells of the one that its address names.

use anyhow::{Context, Result, ensure};
use messages::{Language, Piece, Text};
use serde_json::{Map, json};

/// The page's frame with its words.
pub fn put_in(frame: &str, language: &Language) -> Result<String> {
    let mut page = String::with_capacity(frame.len());
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}').context("index.html: a brace is not closed")?;
        page.push_str(before);
        page.push_str(&words(place, language)?);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

fn words(place: &str, language: &Language) -> Result<String> {
    if place == "scenarios" {
        return Ok(scenarios(language));
    }
    let mut parts = place.split('|');
    let address = parts.next().unwrap_or_default();
    let mut said = said(address, language).with_context(|| format!("index.html: no message is called {address}"))?;
    for link in parts {
        ensure!(said.contains("<a>"), "index.html: {address} has no link for {link}");
        said = said.replacen("<a>", &format!("<a href=\"{link}\">"), 1);
    }
    ensure!(!said.contains("<a>"), "index.html: {address} has a link that leads nowhere");
    Ok(said)
}

/// The text of an address, as HTML; links in it are left as they are written.
fn said(address: &str, language: &Language) -> Option<String> {
    let text = language.texts().find(|(known, _)| known == address)?.1;
    Some(plain(text).replace('&', "&amp;").replace('"', "&quot;"))
}

/// A text, with dots where something is put in.
fn plain(text: &Text) -> String {
    let pieces = text.pieces.iter().map(|piece| if let Piece::Plain(text) = piece { text } else { "…" });
    pieces.collect()
}

/// Title and summary of each scenario by its name, as JSON that may stand in a page.
fn scenarios(language: &Language) -> String {
    let rows = language.modules.iter().filter(|module| module.name == "scenarios").flat_map(|module| &module.messages);
    let told: Map<_, _> = rows
        .map(|row| {
            let said = |attribute: Option<&str>| {
                row.texts.iter().find(|text| text.attribute.as_deref() == attribute).map(plain).unwrap_or_default()
            };
            (row.id.clone(), json!([said(None), said(Some("summary"))]))
        })
        .collect();
    json!(told).to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::source;

    fn check(frame: &str, expect: &str) {
        let found = put_in(frame, &source().expect("a language"));
        assert_eq!(found.unwrap_or_else(|error| format!("{error:#}")), expect, "{frame}");
    }

    #[test]
    fn a_message_stands_where_its_address_stood() {
        check("<p>{pages.lab}</p> as before", "<p>Lab</p> as before");
        check("{header.tour.title}", "Three steps that show you round");
        check("{session.offer}", "Continue where you left off? “…”");
    }

    #[test]
    fn links_get_their_addresses_one_after_the_other() {
        let found = put_in("{crash.what|a|b}", &source().expect("a language")).expect("two links");
        assert!(found.contains("<a href=\"a\">Open") && found.contains("<a href=\"b\">start"), "{found}");
    }

    #[test]
    fn what_is_not_known_or_leads_nowhere_is_said() {
        check("{pages.sea}", "index.html: no message is called pages.sea");
        check("{pages.lab", "index.html: a brace is not closed");
        check("{pages.lab|a}", "index.html: pages.lab has no link for a");
        check("{crash.what|a}", "index.html: crash.what has a link that leads nowhere");
    }

    #[test]
    fn every_scenario_has_its_title_and_summary() {
        let told = scenarios(&source().expect("a language"));
        let told: Map<String, serde_json::Value> = serde_json::from_str(&told).expect("JSON");
        assert!(told.len() > 20 && told["software"][0] == "Software feature team", "{told:?}");
        assert!(told.values().all(|texts| texts[1].as_str().is_some_and(|summary| !summary.is_empty())), "{told:?}");
    }
}
