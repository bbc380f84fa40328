//! Someone is chosen, in both teams at once, and the board of tasks adds up.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, PHONE, check};
use serde_json::json;
use thirtyfour::prelude::*;

/// Who is selected in the picture of an arm, by seat from 0.
const SELECTED: &str = "return ['control', 'treatment'].map(arm => \
     [...document.querySelectorAll(`[data-testid='pick-${arm}'] [role='option']`)] \
     .findIndex(option => option.ariaSelected === 'true'));";

async fn wait_for_selected(lab: &Lab, expected: impl Fn(i32) -> bool) -> Result<i32> {
    let seats = lab.wait_for_value(SELECTED, |seats: &[i32; 2]| seats[0] == seats[1] && expected(seats[0])).await?;
    Ok(seats[0])
}

/// Points all over the picture of an arm, in the page's own measure, and the picture in sight.
async fn points(lab: &Lab, arm: &str) -> Result<Vec<[f64; 2]>> {
    let [left, top, width, height]: [f64; 4] = lab
        .script(&format!(
            "const picture = document.querySelector(\"[data-testid='team-{arm}']\"); picture.scrollIntoView({{block: 'center'}}); \
             const {{left, top, width, height}} = picture.getBoundingClientRect(); return [left, top, width, height];"
        ))
        .await?;
    let steps = |count: u32| (0..count).map(move |step| (f64::from(step) + 0.5) / f64::from(count));
    Ok(steps(5).flat_map(|down| steps(9).map(move |across| [left + across * width, top + down * height])).collect())
}

async fn focus(lab: &Lab, name: &str) -> Result<WebElement> {
    lab.script::<()>(&format!("document.querySelector(\"[data-testid='{name}']\").focus();")).await?;
    Ok(lab.driver.active_element().await?)
}

#[test]
fn a_click_selects_someone_in_both_teams() {
    check("", async |lab| {
        lab.settle().await?;
        let mut chosen = Vec::new();
        for arm in ["control", "treatment"] {
            for [x, y] in points(lab, arm).await? {
                lab.driver.action_chain().move_to(x as i64, y as i64).click().perform().await?;
                let seats: [i32; 2] = lab.script(SELECTED).await?;
                if seats[0] >= 0 && seats[0] == seats[1] && !chosen.contains(&seats[0]) {
                    chosen.push(seats[0]);
                }
            }
        }
        chosen.sort_unstable();
        assert_eq!(chosen, (0..8).collect::<Vec<_>>(), "everyone can be clicked");
        Ok(())
    });
}

#[test]
fn a_finger_selects_someone_in_both_teams() {
    check("", async |lab| {
        lab.set_viewport(PHONE.0, PHONE.1).await?;
        lab.developer_tools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        lab.settle().await?;
        let mut tried = 0;
        for [x, y] in points(lab, "treatment").await? {
            let touch = |kind: &str, points: serde_json::Value| json!({"type": kind, "touchPoints": points});
            lab.developer_tools("Input.dispatchTouchEvent", touch("touchStart", json!([{"x": x, "y": y}]))).await?;
            lab.developer_tools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await?;
            tried += 1;
            let seats: [i32; 2] = lab.script(SELECTED).await?;
            if seats[0] >= 0 {
                assert_eq!(seats[0], seats[1]);
                return Ok(());
            }
        }
        anyhow::bail!("{tried} taps in vain")
    });
}

#[test]
fn arrow_keys_go_through_the_team_and_escape_lets_go() {
    check("", async |lab| {
        lab.settle().await?;
        let picture = focus(lab, "pick-treatment").await?;
        picture.send_keys(Key::Right).await?;
        let first = wait_for_selected(lab, |seat| seat >= 0).await?;
        let mut seen = vec![first];
        // Along a row and back along the next, however many rows the picture has room for.
        for along in [Key::Right, Key::Left, Key::Right] {
            for key in std::iter::repeat_n(along, 7).chain([Key::Down]) {
                picture.send_keys(key).await?;
                seen.push(wait_for_selected(lab, |seat| seat >= 0).await?);
            }
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen, (0..8).collect::<Vec<_>>(), "everyone is reached");
        picture.send_keys(Key::End).await?;
        wait_for_selected(lab, |seat| seat == 7).await?;
        let who: String = lab
            .wait_for_value(
                "return document.querySelector(\"[data-testid='who-treatment']\").textContent;",
                |who: &String| who.starts_with("Developer 8"),
            )
            .await?;
        assert!(who.contains("energy"), "{who}");
        // The other team's says what the same does there.
        let there = lab.text("who-control").await?;
        assert!(there.starts_with("Developer 8"), "{there}");
        let named: String = lab.script("return document.activeElement.getAttribute('aria-activedescendant');").await?;
        assert_eq!(named, "treatment-7");
        // Enter leads to the story, and Escape back to the picture.
        picture.send_keys(Key::Enter).await?;
        let focused = "return document.activeElement.dataset.testid ?? '';";
        lab.wait_for_value(focused, |id: &String| id == "person").await?;
        lab.part("person").await?.send_keys(Key::Escape).await?;
        wait_for_selected(lab, |seat| seat == -1).await?;
        lab.wait_for_value(focused, |id: &String| id == "pick-control").await?;
        picture.send_keys(Key::End).await?;
        wait_for_selected(lab, |seat| seat == 7).await?;
        picture.send_keys(Key::Escape).await?;
        wait_for_selected(lab, |seat| seat == -1).await?;
        Ok(())
    });
}

#[test]
fn the_pointer_shows_whom_it_means_and_selects_nobody() {
    check("", async |lab| {
        lab.settle().await?;
        let mut named = Vec::new();
        for [x, y] in points(lab, "control").await? {
            lab.driver.action_chain().move_to(x as i64, y as i64).perform().await?;
            named.push(
                lab.script::<String>("return document.querySelector(\"[data-testid='who-control']\").textContent;")
                    .await?,
            );
        }
        let people = named.iter().filter_map(|text| text.strip_prefix("Developer ")?.chars().next());
        let mut people: Vec<char> = people.collect();
        people.sort_unstable();
        people.dedup();
        assert!(people.len() >= 6, "{named:#?}");
        let seats: [i32; 2] = lab.script(SELECTED).await?;
        assert_eq!(seats, [-1, -1]);
        Ok(())
    });
}

#[test]
fn every_task_is_on_the_board_at_any_time() {
    for query in ["", "?scenario=emergency", "?scenario=research"] {
        check(query, async |lab| {
            lab.settle().await?;
            for _ in 0..6 {
                lab.driver.find(By::Css("[data-testid='week-on']")).await?.click().await?;
                // Arrived, accepted since the start, and what the columns say.
                let boards: Vec<(u32, u32, Vec<u32>)> = lab
                    .script(
                        "return [...document.querySelectorAll('.board')].map(board => [Number(board.dataset.arrived), \
                         Number(board.dataset.done), [...board.querySelectorAll('dd')].map(count => Number(count.textContent))]);",
                    )
                    .await?;
                assert_eq!(boards.len(), 2);
                for (arrived, done, columns) in boards {
                    let (_, open) = columns.split_last().context("the board has columns")?;
                    ensure!(open.iter().sum::<u32>() + done == arrived, "{query}: {arrived} {done} {columns:?}");
                }
            }
            Ok(())
        });
    }
}

/// The story of whoever is selected, once it is that of what is shown.
async fn story(lab: &Lab) -> Result<WebElement> {
    lab.wait_for("[data-testid='person'][data-current='true'] [data-testid='episodes']").await
}

/// The episodes shown: class, time, what happened, and what in the other team.
async fn episodes(lab: &Lab) -> Result<Vec<[String; 4]>> {
    lab.script(
        "return [...document.querySelectorAll(\"[data-testid='episodes'] li\")].map(item => [item.className, \
         item.querySelector('.when').textContent, item.querySelectorAll('p')[0].textContent, \
         item.querySelector('.there')?.textContent ?? '']);",
    )
    .await
}

#[test]
fn a_story_stands_beside_what_would_have_been() {
    check("?person=5&pair=1", async |lab| {
        lab.settle().await?;
        story(lab).await?;
        let all = episodes(lab).await?;
        assert!(all.len() >= 10, "{all:#?}");
        let told = |[class, when, here, there]: &[String; 4]| {
            class == "stuck"
                && when.starts_with("Week ")
                && here.starts_with("Stuck for ")
                && there.starts_with("Without assist leader: ")
        };
        assert!(all.iter().any(told), "{all:#?}");

        lab.driver.find(By::Css("[data-testid='topic-2']")).await?.click().await?;
        lab.wait_for_value(
            "return [...document.querySelectorAll(\"[data-testid='episodes'] li\")].map(item => item.className);",
            |classes: &Vec<String>| !classes.is_empty() && classes.iter().all(|class| class == "help"),
        )
        .await?;
        lab.driver.find(By::Css("[data-testid='topic-0']")).await?.click().await?;
        lab.choose("episode-order", "time").await?;
        let first = lab
            .wait_for_value(
                "return document.querySelector(\"[data-testid='episodes'] .when\").textContent;",
                |when: &String| when.contains("Week 1,") || when.contains("before"),
            )
            .await?;
        // The time of an episode leads both teams there; at rest, so that the moment stays.
        lab.script::<()>("document.querySelector(\"[data-testid='play']\").click();").await?;
        lab.driver.find(By::Css("[data-testid='episodes'] .when")).await?.click().await?;
        lab.wait_for_value(
            "return document.querySelector(\"[data-testid='moment']\").textContent;",
            |moment: &String| moment.to_lowercase() == first.to_lowercase(),
        )
        .await?;
        lab.choose("episode-arm", "0").await?;
        lab.wait_for_value(
            "return [...document.querySelectorAll(\"[data-testid='episodes'] .there b\")].map(name => name.textContent);",
            |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| name == "With assist leader: "),
        )
        .await?;
        Ok(())
    });
}

#[test]
fn a_story_shows_courses_hours_and_the_network_and_can_be_closed() {
    check("?person=3&pair=1", async |lab| {
        lab.settle().await?;
        story(lab).await?;
        for state in ["energy", "morale", "exhaustion", "skill"] {
            lab.wait_for(&format!("[data-testid='chart-person-{state}'] .cross")).await?;
        }
        let hours: Vec<Vec<f64>> = lab
            .script(
                "return [...document.querySelectorAll(\"[data-testid='hours'] tbody tr\")] \
                 .map(row => [...row.querySelectorAll('td')].map(cell => Number(cell.textContent)));",
            )
            .await?;
        for arm in 0..2 {
            let sum: f64 = hours.iter().map(|row| row[arm]).sum();
            assert!((sum - 40.0).abs() < 0.4, "a week has forty hours: {hours:?}");
        }
        let network = lab.wait_for("[data-testid='network']").await?.text().await?;
        assert!(network.contains("the assist leader, gives the most help"), "{network}");
        assert!(network.contains("Betweenness") && network.contains(" of 8"), "{network}");
        // Another lever, another story of the same person.
        lab.wait_for("[data-testid='lever-beta-range']").await?.send_keys(Key::Right).await?;
        lab.wait_for_value("return location.search;", |search: &String| search.contains("beta=")).await?;
        story(lab).await?;
        lab.driver.find(By::Css("[data-testid='person-close']")).await?.click().await?;
        wait_for_selected(lab, |seat| seat == -1).await?;
        let open: u32 = lab.script("return document.querySelectorAll(\"[data-testid='person']\").length;").await?;
        assert_eq!(open, 0);
        Ok(())
    });
}

#[test]
fn people_of_a_large_team_are_chosen_one_after_the_other() {
    check("?members=60&groups=6&pairs=100", async |lab| {
        lab.settle().await?;
        let picture = focus(lab, "pick-treatment").await?;
        picture.send_keys(Key::Home).await?;
        let mut seen = vec![wait_for_selected(lab, |seat| seat >= 0).await?];
        story(lab).await?;
        for key in [Key::Right, Key::Right, Key::Down] {
            picture.send_keys(key).await?;
            let before = seen[seen.len() - 1];
            seen.push(wait_for_selected(lab, |seat| seat >= 0 && seat != before).await?);
            story(lab).await?;
            ensure!(!episodes(lab).await?.is_empty(), "nothing is told of {seen:?}");
        }
        Ok(())
    });
}

#[test]
fn a_person_s_charts_follow_the_levers() {
    check("?person=5&pair=1", async |lab| {
        lab.settle().await?;
        story(lab).await?;
        let picture = "return document.querySelector(\"[data-testid='chart-person-exhaustion'] canvas\").toDataURL();";
        let before: String = lab.script(picture).await?;
        lab.part("lever-beta-range").await?.send_keys(Key::End).await?;
        lab.search(|search| search.contains("beta=")).await?;
        lab.wait_for_value(picture, |now: &String| *now != before).await?;
        Ok(())
    });
}

#[test]
fn whom_one_team_hires_is_in_its_picture_only() {
    check("?v=2&scenario=software&t.extra_members=1&pairs=100", async |lab| {
        lab.settle().await?;
        let people = "return ['control', 'treatment'].map(arm => \
                      document.querySelectorAll(`[data-testid='pick-${arm}'] [role='option']`).length);";
        assert_eq!(lab.script::<[u32; 2]>(people).await?, [8, 9]);
        focus(lab, "pick-treatment").await?.send_keys(Key::End).await?;
        lab.wait_for_value(SELECTED, |seats: &[i32; 2]| *seats == [-1, 8]).await?;
        story(lab).await?;
        let said = lab.text("in-one-team").await?;
        ensure!(said.starts_with("Developer 9 is hired in one team only"), "{said}");
        lab.choose("episode-arm", "0").await?;
        let said = lab.wait_for(".events .hint").await?.text().await?;
        ensure!(said.contains("Developer 9 is not in this team."), "{said}");
        // From the first team's picture there is no way to that person.
        focus(lab, "pick-control").await?.send_keys(Key::End).await?;
        wait_for_selected(lab, |seat| seat == 7).await?;
        Ok(())
    });
}
