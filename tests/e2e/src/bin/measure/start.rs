//! How the page starts: when its first words are there, when its first team moves, and what has come by then; on this machine, and on
//! a slow line with a slow processor, as the browser's developer tools make them.

use anyhow::{Context, Result};
use e2e::Lab;
use serde_json::json;
use std::collections::BTreeMap;

use crate::table::{median, row};

/// How often each thing is measured.
const RUNS: usize = 5;

/// A line and a processor.
struct Place {
    /// What it is called here.
    name: &'static str,
    /// Bytes a second down, and time to the host and back [ms]; none for the line to this machine itself.
    line: Option<(u32, u32)>,
    /// By how much the page's own thread is slower.
    slower: u32,
    /// Aims for the first words and the first team that moves [ms].
    aims: [f64; 2],
}

const PLACES: [Place; 2] = [
    Place { name: "on this machine", line: None, slower: 1, aims: [f64::INFINITY, 1000.0] },
    Place {
        name: "at 1.6 Mbit/s, 150 ms, processor 4 times slower",
        line: Some((200_000, 150)),
        slower: 4,
        aims: [1500.0, 4500.0],
    },
];

/// Notes from the very beginning of a page when its first words show and its first team moves: a team has been drawn a second time.
const NOTE_START: &str = "window.begun = {}; window.drawn = new Set(); \
    new PerformanceObserver(list => list.getEntries().filter(entry => entry.name === 'first-contentful-paint') \
        .forEach(entry => window.begun.words = entry.startTime)).observe({type: 'paint', buffered: true}); \
    const clear = CanvasRenderingContext2D.prototype.clearRect; \
    CanvasRenderingContext2D.prototype.clearRect = function (...given) { \
        if (this.canvas.dataset.testid === 'team-control' && !window.begun.team && window.drawn.add(document.timeline.currentTime).size === 3) \
            requestAnimationFrame(now => window.begun.team = now); \
        return clear.apply(this, given); \
    };";

/// When it was so far [ms].
#[derive(serde::Deserialize)]
struct Begun {
    words: f64,
    team: f64,
}

/// A file that came, as the browser saw it.
#[derive(serde::Deserialize)]
struct Came {
    name: String,
    bytes: u64,
    sent: u64,
    /// When it was asked for [ms].
    at: f64,
}

/// Measures it, as two tables.
pub async fn measure(lab: &Lab) -> Result<String> {
    let note = json!({"source": NOTE_START});
    lab.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", note).await?;
    lab.driver.cdp().send_raw("Network.enable", json!({})).await?;
    lab.driver.cdp().send_raw("Network.setCacheDisabled", json!({"cacheDisabled": true})).await?;
    let (mut rows, mut files) = (Vec::new(), String::new());
    for place in &PLACES {
        let (begun, came) = start_at(lab, place).await?;
        let times = |of: fn(&Begun) -> f64| begun.iter().map(of).collect::<Vec<f64>>();
        for (what, aim, times) in [
            ("the first words", place.aims[0], times(|begun| begun.words)),
            ("a team moves", place.aims[1], times(|begun| begun.team)),
        ] {
            let said = if aim.is_finite() { format!("{aim:.0} ms") } else { String::new() };
            rows.push(row(&format!("{}: until {what}", place.name), &said, aim, &times));
        }
        files = file_table(&came, median(&times(|begun| begun.team)).0);
    }
    let head = format!("| what | aim | median (range) of {RUNS} |\n|---|---|---|");
    Ok(format!("{head}\n{}\n\n{files}", rows.join("\n")))
}

async fn start_at(lab: &Lab, place: &Place) -> Result<(Vec<Begun>, Vec<Came>)> {
    eprintln!("the start {}…", place.name);
    let (bytes, latency) = place.line.map_or((-1, 0), |(bytes, latency)| (i64::from(bytes), latency));
    let line = json!({"offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes});
    lab.driver.cdp().send_raw("Network.emulateNetworkConditions", line).await?;
    lab.driver.cdp().send_raw("Emulation.setCPUThrottlingRate", json!({"rate": place.slower})).await?;
    let (mut found, mut came) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        lab.driver.goto("about:blank").await?;
        lab.go("").await?;
        let begun: Option<Begun> =
            lab.wait_for_value("return window.begun.team && window.begun;", Option::is_some).await?;
        found.push(begun.context("a start")?);
        lab.settle().await?;
        came = files(lab).await?;
    }
    Ok((found, came))
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "words {:.0}, team {:.0}", self.words, self.team)
    }
}

async fn files(lab: &Lab) -> Result<Vec<Came>> {
    lab.script(
        "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(entry => ({ \
             name: new URL(entry.name).pathname.split('/').pop(), bytes: entry.decodedBodySize, sent: entry.encodedBodySize, \
             at: entry.startTime}));",
    )
    .await
}

/// What came before the first team moved, and what after.
fn file_table(came: &[Came], moved: f64) -> String {
    let mut table = "| what comes | when | bytes | sent |\n|---|---|---|---|".to_owned();
    // What is fetched ahead and then used is noted twice.
    let mut files: BTreeMap<&str, &Came> = BTreeMap::new();
    for file in came {
        let known = files.entry(&file.name).or_insert(file);
        if file.sent > known.sent {
            *known = file;
        }
    }
    let mut files: Vec<&Came> = files.into_values().collect();
    files.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut total = [0, 0];
    for file in files {
        let before = file.at < moved;
        let when = if before { "at the start" } else { "after the first team moves" };
        table.push_str(&format!("\n| {} | {when} | {} | {} |", what_is(&file.name), file.bytes, file.sent));
        if before {
            total = [total[0] + file.bytes, total[1] + file.sent];
        }
    }
    table.push_str(&format!("\n| in total | at the start | {} | {} |", total[0], total[1]));
    table
}

/// What a file is, by its name.
fn what_is(name: &str) -> &str {
    let kinds = [
        (".wasm", "the program"),
        (".js", "its script"),
        (".css", "the styles"),
        (".svg", "the icon"),
        (".later.words", "texts of what is opened by a click"),
        (".words", "another language"),
        ("drawings", "the drawings of the scenarios"),
    ];
    kinds.iter().find(|(ending, _)| name.ends_with(ending)).map_or("the page, with its first words", |(_, what)| what)
}
