//! The lab in a real browser, as a reader meets it.
//!
//! `cargo xtask test e2e` builds and serves the site, starts a driver, and names both, and how to
//! start the browser, in the variables read here. A test goes through [`check`].
//!
//! No test knows how fast the machine is. What is waited for is waited for in turns of the page's own event loop: on a machine
//! that does much else beside, the turns take longer, and a page that gets no time to run is not charged any.
#![forbid(unsafe_code)]

mod engine;
mod geometry;

use crate::engine::{Engine, Unborne};
use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use std::{env, fs};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;
use tokio::time::timeout;

/// How many turns of the page's event loop may pass without anything moving before waiting is in vain: half a minute of a
/// machine with nothing else to do.
const PATIENCE: u32 = 400;
/// Lets the page have a turn, of a pause and a frame, and answers where it stands: whatever of this changes leads somewhere. What
/// moves by itself, such as the picture of the teams, is not in it.
const TURN: &str = "const done = arguments[arguments.length - 1], page = document.documentElement; \
     setTimeout(() => requestAnimationFrame(() => done(JSON.stringify([document.readyState, location.href, page.dataset, \
         document.querySelectorAll('*').length]))), 50);";
/// After which the browser's answer to anything is not waited for any longer, so that the tests come to an end. A page that moves
/// all the time and gets nowhere has twice as long.
const LIMIT: Duration = Duration::from_secs(1200);

/// A desk's screen, the smallest on which all of the lab is in sight: what a test has that asks for no other [css px].
pub const DESK: (u32, u32) = (1280, 720);
/// A phone's [css px].
pub const PHONE: (u32, u32) = (360, 740);

/// A script that counts, in `window.shown`, the results shown from now on.
pub const COUNT_RESULTS: &str = "window.shown = 0; \
    new MutationObserver(() => window.shown++) \
        .observe(document.querySelector(\"[data-testid='sentence']\"), {characterData: true, childList: true, subtree: true});";

/// Opens the page in a browser of its own, in the state of a query string such as `?seed=1` or
/// none, runs a test on it, and asks that it ended without an error in the console.
///
/// # Panics
/// When the test does, when a step of it fails, or when the console holds an error. Where it is asked what a browser bears, a test
/// that it does not bear says so and goes no further.
pub fn check(query: &str, test: impl AsyncFnOnce(&Lab) -> Result<()>) {
    check_with(&json!({}), query, test);
}

/// The same in a browser whose user has preferences, named as Chromium names them.
///
/// # Panics
/// As [`check`].
pub fn check_with(preferences: &Value, query: &str, test: impl AsyncFnOnce(&Lab) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let lab = match runtime.block_on(Lab::open_with(preferences, query)) {
        Err(error) if is_borne_with(&error) => return,
        lab => lab.unwrap_or_else(|error| panic!("{error:#}")),
    };
    // The browser is closed whatever becomes of the test.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&lab).await?;
            let errors = lab.console_errors().await?;
            ensure!(errors.is_empty(), "the console says: {errors:#?}");
            anyhow::Ok(())
        })
    }));
    let closed = runtime.block_on(lab.close());
    match outcome {
        Ok(Err(error)) if is_borne_with(&error) => {}
        Ok(outcome) => outcome.and(closed).unwrap_or_else(|error| panic!("{error:#}")),
        Err(panic) => resume_unwind(panic),
    }
}

/// Whether it is only asked what the browser bears, and this is what it does not; then it is said.
fn is_borne_with(error: &anyhow::Error) -> bool {
    let is_borne_with = error.is::<Unborne>() && env::var_os("ASSIST_LAB_AS_IT_BEARS").is_some();
    if is_borne_with {
        println!("NOT RUN to its end in this browser: {error:#}");
    }
    is_borne_with
}

/// The page in a browser of its own.
pub struct Lab {
    /// The browser, for what has no method here.
    pub driver: WebDriver,
    engine: Engine,
    address: String,
}

impl Lab {
    /// Starts a browser and opens the page in it, in the state of a query string.
    ///
    /// # Errors
    /// When the variables that `cargo xtask test e2e` sets are missing, or the browser fails.
    pub async fn open(query: &str) -> Result<Self> {
        Self::open_with(&json!({}), query).await
    }

    async fn open_with(preferences: &Value, query: &str) -> Result<Self> {
        Self::open_in("ASSIST_LAB_WEBDRIVER", "ASSIST_LAB_CAPABILITIES", preferences, query).await
    }

    /// Whether this is Firefox.
    pub fn is_firefox(&self) -> bool {
        matches!(self.engine, Engine::Firefox(_))
    }

    /// The same in Chromium, whichever browser is tested: what others show is compared with it.
    ///
    /// # Errors
    /// As for [`Lab::open`].
    pub async fn open_in_chromium(query: &str) -> Result<Self> {
        Self::open_in("ASSIST_LAB_CHROMIUM_WEBDRIVER", "ASSIST_LAB_CHROMIUM_CAPABILITIES", &json!({}), query).await
    }

    async fn open_in(driver: &str, capabilities: &str, preferences: &Value, query: &str) -> Result<Self> {
        let address = variable("ASSIST_LAB_URL")?;
        let mut asked: serde_json::Map<String, Value> = serde_json::from_str(&variable(capabilities)?)
            .with_context(|| format!("{capabilities} holds no JSON object"))?;
        if let Some(options) = asked.get_mut("goog:chromeOptions") {
            options["prefs"] = preferences.clone();
        }
        let letters = preferences.pointer("/webkit/webprefs/default_font_size");
        if let (Some(letters), Some(options)) = (letters, asked.get_mut("moz:firefoxOptions")) {
            for name in ["font.size.variable.x-western", "font.size.variable.x-unicode"] {
                options["prefs"][name] = letters.clone();
            }
        }
        let browser = asked.get("browserName").and_then(Value::as_str).unwrap_or_default().to_owned();
        if browser == "MiniBrowser" && preferences.as_object().is_some_and(|given| !given.is_empty()) {
            bail!(Unborne("WebKit can't be told what its user prefers".to_owned()));
        }
        let driver = WebDriver::builder(variable(driver)?, Capabilities::from(asked)).request_timeout(2 * LIMIT);
        let driver = driver.await.context("the browser does not start")?;
        driver.update_timeouts(TimeoutConfiguration::new(Some(LIMIT), Some(LIMIT), None)).await?;
        let engine = match Engine::of(&driver, &browser).await {
            Ok(engine) => engine,
            Err(error) => {
                driver.quit().await?;
                return Err(error);
            }
        };
        let lab = Self { driver, engine, address };
        match lab.begin(query).await {
            Ok(()) => Ok(lab),
            Err(error) => {
                lab.close().await?;
                Err(error)
            }
        }
    }

    async fn begin(&self, query: &str) -> Result<()> {
        // Whoever does not bear a desk's screen bears no test.
        self.set_viewport(DESK.0, DESK.1).await.map_err(|error| anyhow!("{error:#}"))?;
        self.go(query).await
    }

    /// Loads the page anew, in the state of a query string.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn go(&self, query: &str) -> Result<()> {
        let query = query.trim_start_matches('?');
        let mark = if query.is_empty() { "" } else { "?" };
        let address = format!("{}{mark}{query}", self.address);
        self.driver.goto(&address).await.with_context(|| format!("{address} cannot be loaded"))
    }

    /// Waits until the page says that it can be used.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn ready(&self) -> Result<()> {
        self.wait_for("html[data-ready='true']").await.map(drop)
    }

    /// Waits until all pairs asked for are done.
    ///
    /// # Errors
    /// When they are not in time.
    pub async fn settle(&self) -> Result<()> {
        self.ready().await?;
        self.wait_for("html[data-complete='true']").await.map(drop)
    }

    /// The part of the page that bears a name for tests.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn part(&self, name: &str) -> Result<WebElement> {
        self.wait_for(&format!("[data-testid='{name}']")).await
    }

    /// Its text.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn text(&self, name: &str) -> Result<String> {
        self.engine.text(&self.driver, &self.part(name).await?).await
    }

    /// Clicks on it.
    ///
    /// # Errors
    /// When it is not there in time, or cannot be clicked.
    pub async fn click(&self, name: &str) -> Result<()> {
        Ok(self.part(name).await?.click().await?)
    }

    /// Opens a panel of the side column, such as `questions`, by its button; on a small screen, first the part that it is in.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn panel(&self, name: &str) -> Result<()> {
        self.open_part("levers").await?;
        self.click(&format!("to-panel-{name}")).await?;
        self.wait_for(&format!("#panel-{name}:not([hidden])")).await.map(drop)
    }

    /// Opens a part of the lab, `teams`, `charts` or `levers`, by its button, where the screen is too small for all of them.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn open_part(&self, name: &str) -> Result<()> {
        let button = self.part(&format!("part-{name}")).await?;
        if button.is_displayed().await? {
            button.click().await?;
            self.wait_for(&format!("main.lab.on-{name}")).await?;
        }
        Ok(())
    }

    /// Clicks on something in the header, which is behind a button where the screen is small.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn click_in_header(&self, name: &str) -> Result<()> {
        if self.part("to-menu").await?.is_displayed().await? {
            self.click("to-menu").await?;
        }
        self.click(name).await
    }

    /// Chooses a value in a list.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        self.part(name).await?;
        self.script(&format!(
            "const list = document.querySelector(\"[data-testid='{name}']\"); list.value = {}; \
             list.dispatchEvent(new Event('change', {{bubbles: true}}));",
            json!(value)
        ))
        .await
    }

    /// Types a text over what stands in a field, and ends with the key for it, as a reader does.
    ///
    /// # Errors
    /// When the field is not there in time, or takes no keys.
    pub async fn type_into(&self, name: &str, text: &str) -> Result<()> {
        let field = self.part(name).await?;
        field.send_keys(Key::Control + "a").await?;
        Ok(field.send_keys(text + Key::Enter).await?)
    }

    /// Gives a field a text at once, wherever it is on the page and whatever stands before it.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        self.part(name).await?;
        self.script(&format!(
            "const field = document.querySelector(\"[data-testid='{name}']\"); field.value = {}; \
             for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{bubbles: true}}));",
            json!(text)
        ))
        .await
    }

    /// Presses a button, wherever it is on the page and whatever stands before it.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.part(name).await?;
        self.script(&format!("document.querySelector(\"[data-testid='{name}']\").click();")).await
    }

    /// Waits until a canvas shows one of the style sheet's colours, such as `--control`: a line's worth of it.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn shows_colour(&self, canvas: &str, colour: &str) -> Result<()> {
        let script = format!(
            "const canvas = document.querySelector(\"{canvas}\"); \
             if (!canvas || !canvas.width || !canvas.height) return 0; \
             const hex = getComputedStyle(document.documentElement).getPropertyValue('{colour}').trim(); \
             const wanted = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)); \
             const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; \
             let count = 0; \
             for (let i = 0; i < data.length; i += 4) \
                 if (data[i + 3] > 0 && wanted.every((part, at) => Math.abs(part - data[i + at]) <= 8)) count++; \
             return count;"
        );
        self.wait_for_value(&script, |count: &u32| *count >= 20).await.map(drop)
    }

    /// The query of the address, once it is as expected.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn search(&self, expected: impl Fn(&String) -> bool) -> Result<String> {
        self.wait_for_value("return location.search;", expected).await
    }

    /// Waits for an element and returns it.
    ///
    /// # Errors
    /// When no element matches the selector in time.
    pub async fn wait_for(&self, selector: &str) -> Result<WebElement> {
        self.wait_until(&format!("{selector} appears"), async || {
            let found = self.driver.find_all(By::Css(selector)).await?;
            Ok(found.into_iter().next())
        })
        .await
    }

    /// Waits until a script's value is as expected, such as a text or a count.
    ///
    /// # Errors
    /// When it is not in time, or the script throws.
    pub async fn wait_for_value<T>(&self, script: &str, expected: impl Fn(&T) -> bool) -> Result<T>
    where
        T: serde::de::DeserializeOwned + Debug,
    {
        let (what, last) = (format!("`{script}` is as expected"), RefCell::new(None));
        let found = self.wait_until(&what, async || {
            let value: T = self.script(script).await?;
            if expected(&value) {
                return Ok(Some(value));
            }
            last.replace(Some(value));
            Ok(None)
        });
        let found = found.await;
        found.with_context(|| format!("its last value is {:?}", last.borrow()))
    }

    /// Waits until a condition yields something, and returns it; `what` completes the sentence
    /// "waited in vain until …".
    ///
    /// # Errors
    /// When it does not as long as anything on the page moves, or fails.
    pub async fn wait_until<T>(&self, what: &str, condition: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
        let waiting = timeout(2 * LIMIT, self.wait_as_long_as_anything_moves(what, condition));
        waiting.await.unwrap_or_else(|_| bail!("waited for {} s until {what}", 2 * LIMIT.as_secs()))
    }

    async fn wait_as_long_as_anything_moves<T>(
        &self,
        what: &str,
        condition: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let mut seen = BTreeSet::new();
        let (mut last, mut still) = (String::new(), 0);
        while still < PATIENCE {
            if let Some(found) = condition().await? {
                return Ok(found);
            }
            last = self.turn().await.with_context(|| format!("while waiting until {what}; before: {last}"))?;
            // What goes to and fro gets nowhere.
            still = if seen.insert(last.clone()) { 0 } else { still + 1 };
        }
        bail!(
            "waited in vain until {what}; it stands at {last} and has led nowhere new for {still} turns; the console says: {:#?}",
            self.console_errors().await?
        )
    }

    /// Lets the page have a turn of its event loop, and answers where it stands then.
    async fn turn(&self) -> Result<String> {
        match self.driver.execute_async(TURN, Vec::new()).await {
            Ok(value) => Ok(value.convert()?),
            // The page was left for another before its turn came.
            Err(error) if matches!(*error, WebDriverErrorInner::JavascriptError(_)) => Ok("on its way".to_owned()),
            Err(error) => Err(error).context("the page does not answer"),
        }
    }

    /// The value of a script's `return`.
    ///
    /// # Errors
    /// When the script throws, or returns another type.
    pub async fn script<T: serde::de::DeserializeOwned>(&self, script: &str) -> Result<T> {
        let value = self.driver.execute(script, Vec::new()).await;
        let value = value.with_context(|| format!("`{script}` fails"))?;
        value.convert().with_context(|| format!("`{script}` returns another type"))
    }

    /// Gives the page a size [css px].
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn set_viewport(&self, width: u32, height: u32) -> Result<()> {
        self.engine.set_viewport(&self.driver, width, height).await
    }

    /// Makes the browser ask for a colour scheme, `light` or `dark`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prefer_color_scheme(&self, scheme: &str) -> Result<()> {
        self.engine.prefer_color_scheme(&self.driver, scheme).await
    }

    /// Has a script run in every page from the next on, before the page's own. Answers what it is called.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn run_early(&self, script: &str) -> Result<String> {
        self.engine.run_early(&self.driver, script).await
    }

    /// Has a script of [`Lab::run_early`] not run any more.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn run_early_no_more(&self, script: &str) -> Result<()> {
        self.engine.run_early_no_more(&self.driver, script).await
    }

    /// What Chromium's developer tools answer to a command, for what no other browser can.
    ///
    /// # Errors
    /// When they refuse, and in other browsers.
    pub async fn developer_tools(&self, command: &str, given: Value) -> Result<Value> {
        self.engine.developer_tools(&self.driver, command, given).await
    }

    /// Has the page's scripts refused from the next page on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn refuse_scripts(&self) -> Result<()> {
        self.engine.refuse_scripts(&self.driver).await
    }

    /// Uses all there is by a fixed plan: so many turns at least, and until so many results were shown or there is no more hope of
    /// it. Answers how many were.
    ///
    /// # Errors
    /// When the page does not get through them.
    pub async fn use_everything(&self, turns: u32, results: u32) -> Result<u32> {
        self.script::<()>(COUNT_RESULTS).await?;
        self.script::<()>(&format!(
            "const part = name => document.querySelector(`[data-testid='${{name}}']`), root = document.documentElement; \
             const another = () => {{ part('pair').value = 'another'; part('pair').dispatchEvent(new Event('change', {{bubbles: true}})); }}; \
             const presses = ['week-on', 'undo', 'redo', 'to-change', 'new-seed'].map(name => () => part(name).click()); \
             const panels = ['outcomes', 'chance', 'levers'].map(name => () => part(`to-panel-${{name}}`).click()); \
             const acts = [...presses, another, ...panels]; \
             let turn = 0, last = 7; window.used = null; \
             const chance = () => {{ last = (last * 16807) % 2147483647; return last / 2147483647; }}; \
             const act = () => {{ \
                 if (turn >= {turns} && (window.shown >= {results} || turn >= 10 * {turns})) {{ window.used = window.shown; return; }} \
                 if (turn % 4 === 3) acts[(turn >> 2) % acts.length](); \
                 else {{ \
                     const levers = [...document.querySelectorAll('.lever input[type=range]')], range = levers[turn % levers.length]; \
                     range.value = Number(range.min) + (0.2 + 0.6 * chance()) * (range.max - range.min); \
                     range.dispatchEvent(new Event('input', {{bubbles: true}})); \
                     if (turn % 3 === 0) range.dispatchEvent(new Event('change', {{bubbles: true}})); \
                 }} \
                 root.dataset.turn = turn++; \
                 setTimeout(() => requestAnimationFrame(act), 50); \
             }}; \
             act();"
        ))
        .await?;
        let shown: Option<u32> = self.wait_for_value("return window.used;", Option::is_some).await?;
        shown.context("a number of results")
    }

    /// What axe-core finds wrong with the page as it is, in words; empty if nothing.
    ///
    /// # Errors
    /// When its script, which `cargo xtask test e2e` brings, is missing or fails.
    pub async fn barriers(&self) -> Result<Vec<String>> {
        let axe = std::fs::read_to_string(variable("ASSIST_LAB_AXE")?).context("axe-core cannot be read")?;
        self.script::<()>(&format!("if (!window.axe) {{ {axe} }}")).await?;
        let look = "const done = arguments[arguments.length - 1]; \
                    axe.run(document, {resultTypes: ['violations']}).then( \
                        found => done(found.violations.flatMap(rule => rule.nodes.map(node => \
                            `${rule.id}: ${rule.help}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))), \
                        error => done([String(error)]));";
        let found = self.driver.execute_async(look, Vec::new()).await.context("axe-core does not answer")?;
        found.convert().context("axe-core answers otherwise than expected")
    }

    /// An empty folder to which the browser saves from now on.
    ///
    /// # Errors
    /// When it cannot be made, or the browser refuses.
    pub async fn downloads(&self, name: &str) -> Result<PathBuf> {
        let folder = env::temp_dir().join(format!("assist-lab-{name}-{}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        self.engine.save_to(&self.driver, &folder).await?;
        Ok(folder)
    }

    /// Name and content of the file with this ending in a folder, once it is there.
    ///
    /// # Errors
    /// When it is not in time, or cannot be read.
    pub async fn saved(&self, folder: &Path, ending: &str) -> Result<(String, Vec<u8>)> {
        self.wait_until(&format!("a file {ending} is saved"), async || {
            let files = fs::read_dir(folder)?.filter_map(Result::ok);
            let file = files.map(|file| file.path()).find(|path| path.extension().is_some_and(|found| found == ending));
            let Some(path) = file else { return Ok(None) };
            let content = fs::read(&path)?;
            let name = path.file_name().context("a file has a name")?.to_string_lossy().into_owned();
            Ok((!content.is_empty()).then_some((name, content)))
        })
        .await
    }

    /// A picture of the whole page, also of what lies below the fold, as PNG; in WebKit only of what is in sight.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.engine.picture(&self.driver).await
    }

    /// The errors in the console since it was last asked: of the page, of its workers, and of what
    /// could not be loaded.
    ///
    /// # Errors
    /// When the driver does not hand out its log.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        self.engine.console_errors(&self.driver).await
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// When it does not answer any more.
    pub async fn close(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

/// What the command line prints for these arguments.
///
/// # Errors
/// When it cannot be run, or refuses.
pub fn command_line(arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(variable("ASSIST_LAB_CLI")?).args(arguments).output()?;
    ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

fn variable(name: &str) -> Result<String> {
    env::var(name)
        .ok()
        .with_context(|| format!("{name} is not set: run the end-to-end tests by `cargo xtask test e2e`"))
}
