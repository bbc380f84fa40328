//! Charts: any outcome in front, values read by pointer and keys, pictures and numbers as files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::{Lab, check};
use thirtyfour::prelude::*;

async fn click(lab: &Lab, name: &str) -> Result<()> {
    let part = lab.wait_for(&format!("[data-testid='{name}']")).await?;
    part.scroll_into_view().await?;
    Ok(part.click().await?)
}

/// A chart draws what it is of in both arms.
async fn shows_both_arms(lab: &Lab, chart: &str) -> Result<()> {
    let canvas = format!("[data-testid='{chart}'] canvas");
    lab.shows_colour(&canvas, "--control").await?;
    lab.shows_colour(&canvas, "--treatment").await
}

/// What the crosshair of a chart says.
async fn spoken(lab: &Lab, chart: &str, expected: impl Fn(&str) -> bool) -> Result<String> {
    let script =
        format!("return document.querySelector(\"[data-testid='cross-{chart}']\").getAttribute('aria-valuetext');");
    lab.wait_for_value(&script, |text: &String| expected(text)).await
}

#[test]
fn any_outcome_comes_to_the_front_and_stays_in_the_link() {
    check("", async |lab| {
        lab.settle().await?;
        lab.click("welcome-no").await?;
        lab.panel("outcomes").await?;
        click(lab, "tile-lead_median").await?;
        lab.wait_for("[data-testid='chart-lead_median'] .cross").await?;
        shows_both_arms(lab, "chart-lead_median").await?;
        lab.wait_for("[data-testid='tile-lead_median'][aria-pressed='true']").await?;
        let few: u32 = lab.script("return document.querySelectorAll('.tile').length;").await?;
        click(lab, "all-outcomes").await?;
        let all: u32 =
            lab.wait_for_value("return document.querySelectorAll('.tile').length;", |all: &u32| *all > few).await?;
        assert!(all > 40, "{all}");
        // One without weeks: a dot for each pair.
        click(lab, "tile-participation").await?;
        lab.wait_for("[data-testid='chart-participation'].spread").await?;
        shows_both_arms(lab, "chart-participation").await?;
        let search: String = lab
            .wait_for_value("return location.search;", |search: &String| search.contains("chart=participation"))
            .await?;
        lab.go(&search).await?;
        lab.settle().await?;
        lab.wait_for("[data-testid='chart-participation'].spread").await?;
        Ok(())
    });
}

#[test]
fn the_first_chart_is_of_what_the_story_is_about() {
    for (scenario, chart) in [("emergency", "wait_mean"), ("research", "makespan"), ("unrecognised", "morale")] {
        check(&format!("?scenario={scenario}&pairs=100"), async |lab| {
            lab.ready().await?;
            let front: Option<String> =
                lab.script("return document.querySelector('.fronts .chart').dataset.testid;").await?;
            let story: String = lab.script("return document.querySelector('.fronts').innerHTML;").await?;
            ensure!(front.is_some_and(|front| front.starts_with("chart-")), "{scenario} {chart} {story}");
            Ok(())
        });
    }
}

#[test]
fn values_are_read_by_keys_and_by_pointer() {
    check("?pair=3", async |lab| {
        lab.settle().await?;
        lab.script::<()>("document.querySelector(\"[data-testid='cross-throughput']\").focus();").await?;
        let cross = lab.driver.active_element().await?;
        cross.send_keys(Key::End).await?;
        let last = spoken(lab, "throughput", |text| text.starts_with("Week 26.")).await?;
        assert!(last.contains("Without assist leader: ") && last.contains("Difference, 95 % of pairs: "), "{last}");
        cross.send_keys(Key::Left).await?;
        spoken(lab, "throughput", |text| text.starts_with("Week 25.")).await?;
        cross.send_keys(Key::PageDown).await?;
        spoken(lab, "throughput", |text| text.starts_with("Week 21.")).await?;
        cross.send_keys(Key::Home).await?;
        spoken(lab, "throughput", |text| text.starts_with("Week −4.")).await?;
        let shown = lab.wait_for("[data-testid='chart-throughput'] .reading").await?.text().await?;
        assert!(shown.contains("Week −4") && shown.contains("Pair 3"), "{shown}");
        cross.send_keys(Key::Escape).await?;
        spoken(lab, "throughput", |text| text.contains("arrow keys")).await?;

        let cross = lab.wait_for("[data-testid='cross-morale']").await?;
        cross.scroll_into_view().await?;
        lab.driver.action_chain().move_to_element_center(&cross).perform().await?;
        let middle = spoken(lab, "morale", |text| text.starts_with("Week 1")).await?;
        lab.driver.action_chain().move_by_offset(60, 0).perform().await?;
        spoken(lab, "morale", |text| text != middle && text.starts_with("Week ")).await?;
        Ok(())
    });
}

/// Saves a chart in a format and returns what the file is called and holds.
async fn save(lab: &Lab, folder: &Path, chart: &str, ending: &str) -> Result<(String, Vec<u8>)> {
    click(lab, &format!("save-{ending}-{chart}")).await?;
    lab.saved(folder, ending).await
}

#[test]
fn a_chart_is_saved_as_picture_and_numbers() {
    for (chart, query, rows) in [("throughput", "", 30), ("participation", "?chart=participation", 400)] {
        check(query, async |lab| {
            lab.settle().await?;
            lab.script::<()>(&format!(
                "document.querySelector(\"[data-testid='chart-{chart}'] details\").open = true;"
            ))
            .await?;
            let folder = lab.downloads(chart).await?;

            let (name, svg) = save(lab, &folder, chart, "svg").await?;
            let svg = String::from_utf8(svg)?;
            for part in ["software", "seed60", "400pairs", chart] {
                ensure!(name.contains(part), "{name} does not name {part}");
            }
            ensure!(
                svg.contains("scenario “software”, seed 60, 400 pairs"),
                "the picture does not say where it comes from"
            );
            let drawn: (String, u32) = lab
                .script(&format!(
                    "const page = new DOMParser().parseFromString({}, 'image/svg+xml'); \
                     return [page.documentElement.nodeName, page.querySelectorAll('text, polyline, polygon, line, circle, rect').length];",
                    serde_json::to_string(&svg)?
                ))
                .await?;
            ensure!(drawn.0 == "svg" && drawn.1 > 30, "{drawn:?}");

            let (name, png) = save(lab, &folder, chart, "png").await?;
            ensure!(name.ends_with(&format!("-{chart}.png")) && png.starts_with(b"\x89PNG\r\n\x1a\n"), "{name}");
            let size = [&png[16..20], &png[20..24]]
                .map(|number| u32::from_be_bytes([number[0], number[1], number[2], number[3]]));
            assert_eq!(size, [1800, 1120]);
            ensure!(png.len() > 10_000, "the picture is blank: {} bytes", png.len());

            let (_, csv) = save(lab, &folder, chart, "csv").await?;
            let csv = String::from_utf8(csv)?;
            let mut lines = csv.strip_prefix('\u{feff}').context("a mark for spreadsheets")?.lines();
            let columns = lines.next().context("the table has a head")?.split(',').count();
            let numbers: Vec<&str> = lines.collect();
            assert_eq!(numbers.len(), rows, "{csv}");
            for line in numbers {
                ensure!(
                    line.starts_with("software,software,,") && line.contains(&format!(",60,400,,0,0,0,0,0,{chart},")),
                    "{line}"
                );
                ensure!(line.split(',').count() == columns, "{line}");
                ensure!(line.split(',').skip(14).all(|cell| cell.is_empty() || cell.parse::<f64>().is_ok()), "{line}");
            }
            fs::remove_dir_all(&folder)?;
            Ok(())
        });
    }
}

#[test]
fn the_numbers_of_a_chart_are_in_a_table() {
    check("", async |lab| {
        lab.settle().await?;
        lab.script::<()>("document.querySelector(\"[data-testid='chart-morale'] details\").open = true;").await?;
        lab.wait_for("[data-testid='chart-morale'] table").await?;
        let rows: Vec<Vec<String>> = lab
            .script(
                "return [...document.querySelectorAll(\"[data-testid='chart-morale'] tbody tr\")] \
                 .map(row => [...row.children].map(cell => cell.textContent));",
            )
            .await?;
        assert_eq!(rows.len(), 30);
        assert_eq!(rows[0][0], "Week −4");
        assert_eq!(rows[0][3], "0.0", "before the change both arms are one: {:?}", rows[0]);
        assert!(rows[29][3].starts_with('+'), "{:?}", rows[29]);
        Ok(())
    });
}
