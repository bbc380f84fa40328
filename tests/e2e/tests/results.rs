//! What the page saves is what the command line writes, value by value and byte by byte.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use e2e::{check, command_line};
use serde_json::{Value, json};

const TABLES: [&str; 4] = ["summary", "pairs", "weeks", "pair-weeks"];

/// A link's query, and the same as arguments of the command line.
fn check_same(query: &str, arguments: &[&str]) {
    check(query, async |lab| {
        lab.settle().await?;
        lab.click("to-share").await?;
        for table in TABLES {
            lab.choose("results-table", table).await?;
            for ending in ["csv", "json"] {
                let folder = lab.downloads("results").await?;
                lab.click(&format!("results-{ending}")).await?;
                let (name, page) = lab.saved(&folder, ending).await?;
                lab.wait_for_value(
                    "return document.querySelector(\"[data-testid='results-saved']\").textContent;",
                    |said: &String| said.starts_with("Saved"),
                )
                .await?;
                ensure!(name.ends_with(&format!("-100pairs-{table}.{ending}")), "{name}");
                let mark: &[&str] = if ending == "csv" { &["--bom"] } else { &[] };
                let here = command_line(&[arguments, &["--format", ending, "--table", table], mark].concat())?;
                compare(ending, &String::from_utf8(page)?, &String::from_utf8(here)?)
                    .with_context(|| format!("{query}: {table} as {ending}"))?;
                fs::remove_dir_all(&folder)?;
            }
        }
        Ok(())
    });
}

fn compare(ending: &str, page: &str, here: &str) -> Result<()> {
    let (page_rows, rows) =
        if ending == "csv" { (of_csv(page)?, of_csv(here)?) } else { (of_json(page)?, of_json(here)?) };
    ensure!(!rows.is_empty() && page_rows.len() == rows.len(), "{} rows and {}", page_rows.len(), rows.len());
    for (place, (page, here)) in page_rows.iter().zip(&rows).enumerate() {
        ensure!(page == here, "row {place}: {page:?} and {here:?}");
    }
    ensure!(page == here, "the rows are the same, something else is not");
    Ok(())
}

type Row = BTreeMap<String, String>;

fn of_csv(text: &str) -> Result<Vec<Row>> {
    let mut lines = text.strip_prefix('\u{feff}').context("a byte order mark")?.lines();
    let head = cells(lines.next().context("a head")?);
    let row = |line: &str| -> Result<Row> {
        let cells = cells(line);
        ensure!(cells.len() == head.len(), "{line}");
        Ok(head.iter().cloned().zip(cells).collect())
    };
    lines.map(row).collect()
}

/// The fields of a line, as RFC 4180 has them.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let cell = cells.last_mut().expect("one at least");
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            letter => cell.push(letter),
        }
    }
    cells
}

fn of_json(text: &str) -> Result<Vec<Row>> {
    let value: Value = serde_json::from_str(text)?;
    let rows = TABLES.iter().find_map(|table| value[table].as_array()).context("rows")?;
    rows.iter()
        .map(|row| {
            let cells = row.as_object().context("a row is an object")?.iter();
            Ok(cells.map(|(column, cell)| (column.clone(), cell.to_string())).collect())
        })
        .collect()
}

#[test]
fn a_backlog_with_changed_levers() {
    check_same(
        "?scenario=software&beta=0.3&t.assist_share=0.6&pairs=100",
        &["run", "software", "--replications", "100", "--set", "beta=0.3", "--treatment", "assist_share=0.6"],
    );
}

#[test]
fn a_flow_with_a_shock_under_another_seed() {
    check_same("?scenario=emergency&seed=7&pairs=100", &["run", "emergency", "--replications", "100", "--seed", "7"]);
}

/// The page opens it by link, the command line as a file.
#[test]
fn a_file_that_bears_a_built_in_name_and_is_another() {
    let built_in = include_str!("../../../crates/library/src/scenarios/emergency.json");
    let mut file: Value = serde_json::from_str(built_in).expect("JSON");
    file["world"]["beta"] = json!(0.35);
    file["shocks"] =
        json!([{"week": 3, "weeks": 2, "demand": 1.5, "label": "=two, \"or\" three"}, {"week": 8, "joins": 2}]);
    let path = std::env::temp_dir().join(format!("assist-lab-results-{}.json", std::process::id()));
    fs::write(&path, file.to_string()).expect("a writable folder");
    let link = format!("?file={}&pairs=100", BASE64_URL_SAFE_NO_PAD.encode(file.to_string()));
    let name = path.to_str().expect("UTF-8");
    check_same(&link, &["run", name, "--replications", "100"]);
    let csv = command_line(&["run", name, "--replications", "2", "--format", "csv", "--bom"]).expect("rows");
    for row in of_csv(&String::from_utf8(csv).expect("UTF-8")).expect("rows") {
        assert_eq!((row["scenario"].as_str(), row["based_on"].as_str()), ("emergency", "emergency"));
        assert!(
            row["settings"].starts_with("beta=0.35 shocks=[{") && row["settings"].contains("\"joins\":2"),
            "{row:?}"
        );
    }
    fs::remove_file(&path).expect("it was there");
}

#[test]
fn a_project() {
    check_same("?scenario=research&pairs=100", &["run", "research", "--replications", "100"]);
}
