//! What the page saves is what the command line writes, value by value and byte by byte.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{check, command_line};
use serde_json::Value;

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
    let head: Vec<&str> = lines.next().context("a head")?.split(',').collect();
    let row = |line: &str| -> Result<Row> {
        let cells: Vec<&str> = line.split(',').collect();
        ensure!(cells.len() == head.len(), "{line}");
        Ok(head.iter().zip(cells).map(|(column, cell)| ((*column).to_owned(), cell.to_owned())).collect())
    };
    lines.map(row).collect()
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

#[test]
fn a_project() {
    check_same("?scenario=research&pairs=100", &["run", "research", "--replications", "100"]);
}
