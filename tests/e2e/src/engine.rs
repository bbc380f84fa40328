//! What each browser does in its own way: a size, a colour scheme, a script before the page's own, what its console says, where it
//! saves.
//!
//! Chromium is asked by its developer tools' protocol, Firefox by WebDriver BiDi. WebKit knows neither: what a browser can't do is
//! [`Unborne`].

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use futures_util::{FutureExt, StreamExt};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::fmt;
use std::path::Path;
use thirtyfour::bidi::events::LogEntryAdded;
use thirtyfour::bidi::modules::browser::DownloadBehavior;
use thirtyfour::bidi::modules::browsing_context::{CaptureScreenshot, ScreenshotOrigin, Viewport};
use thirtyfour::bidi::modules::log::LogLevel;
use thirtyfour::bidi::{BiDi, BrowsingContextId, EventStream};
use thirtyfour::cdp::domains::emulation::{MediaFeature, SetEmulatedMedia};
use thirtyfour::prelude::*;

/// Where the script that `cargo xtask test` puts into WebKit's page writes down what is said to the console, and takes it from
/// there: `xtask/src/console.js`.
const WEBKIT_SAID: &str = "const said = JSON.parse(sessionStorage.getItem('console.errors') ?? '[]'); \
     sessionStorage.removeItem('console.errors'); return said;";
/// Firefox's preference for what pages are told of the system's colours, and its value for each scheme.
const FIREFOX_SCHEME: &str = "layout.css.prefers-color-scheme.content-override";
const FIREFOX_SCHEMES: [(&str, u8); 2] = [("dark", 0), ("light", 1)];

/// How often WebKit's window is asked for a size, a turn of the page apart: a window just opened on a busy machine takes its own time.
const SETTLING: u32 = 20;
/// What an element shows, in WebKit, with plain spaces as drivers have it: WebKit's own finds nothing in what ends in dots where there
/// is no room for all of it.
const WEBKIT_TEXT: &str = "const part = arguments[0]; \
     return part.checkVisibility({visibilityProperty: true}) ? part.innerText.replaceAll('\\u00a0', ' ').trim() : '';";

/// What a browser can't do, in words.
#[derive(Debug)]
pub(crate) struct Unborne(pub(crate) String);

impl fmt::Display for Unborne {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unborne {}

/// The browser that a session is with.
pub(crate) enum Engine {
    Chromium,
    Firefox(Box<Firefox>),
    Webkit,
}

/// What Firefox is spoken to by.
pub(crate) struct Firefox {
    bidi: BiDi,
    page: BrowsingContextId,
    log: RefCell<EventStream<LogEntryAdded>>,
}

impl Engine {
    /// That of a session just begun, listened to from now on.
    pub(crate) async fn of(driver: &WebDriver, browser: &str) -> Result<Self> {
        match browser {
            "chrome" => Ok(Self::Chromium),
            "MiniBrowser" => Ok(Self::Webkit),
            "firefox" => {
                let bidi = driver.bidi().await.context("Firefox cannot be spoken to by BiDi")?;
                let page = bidi.browsing_context().top_level().await?;
                let log = RefCell::new(bidi.subscribe::<LogEntryAdded>().await?);
                Ok(Self::Firefox(Box::new(Firefox { bidi, page, log })))
            }
            other => bail!("ASSIST_LAB_CAPABILITIES asks for {other}, of which the tests know nothing"),
        }
    }

    pub(crate) async fn set_viewport(&self, driver: &WebDriver, width: u32, height: u32) -> Result<()> {
        match self {
            Self::Chromium => {
                driver.cdp().emulation().set_device_metrics_override(width, height, 1.0, false).await?;
            }
            Self::Firefox(firefox) => {
                let browsing = firefox.bidi.browsing_context();
                browsing.set_viewport(firefox.page.clone(), Some(Viewport { width, height })).await?;
            }
            Self::Webkit => size_window(driver, [width, height]).await?,
        }
        Ok(())
    }

    pub(crate) async fn prefer_color_scheme(&self, driver: &WebDriver, scheme: &str) -> Result<()> {
        match self {
            Self::Chromium => {
                let feature = MediaFeature { name: "prefers-color-scheme".to_owned(), value: scheme.to_owned() };
                let media = SetEmulatedMedia { features: Some(vec![feature]), ..SetEmulatedMedia::default() };
                driver.cdp().send(media).await?;
                Ok(())
            }
            Self::Firefox(firefox) => {
                let value = FIREFOX_SCHEMES.iter().find(|(name, _)| *name == scheme);
                let (_, value) = value.with_context(|| format!("Firefox knows no scheme {scheme}"))?;
                firefox.within(&format!("Services.prefs.setIntPref('{FIREFOX_SCHEME}', {value})")).await
            }
            Self::Webkit => bail!(Unborne("WebKit can't be told of other colours while it runs".to_owned())),
        }
    }

    /// Has a script run in every page from the next on, before the page's own; answers what to call it to be rid of it.
    pub(crate) async fn run_early(&self, driver: &WebDriver, script: &str) -> Result<String> {
        match self {
            Self::Chromium => {
                let given = json!({"source": script});
                let answer = driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", given).await?;
                Ok(answer["identifier"].as_str().context("a script has a name")?.to_owned())
            }
            Self::Firefox(firefox) => {
                let given = json!({"functionDeclaration": format!("() => {{ {script} }}")});
                let answer = firefox.bidi.send_raw("script.addPreloadScript", given).await?;
                Ok(answer["script"].as_str().context("a script has a name")?.to_owned())
            }
            Self::Webkit => bail!(Unborne("WebKit runs no script before the page's own".to_owned())),
        }
    }

    /// Has it not run any more.
    pub(crate) async fn run_early_no_more(&self, driver: &WebDriver, script: &str) -> Result<()> {
        match self {
            Self::Chromium => {
                let given = json!({"identifier": script});
                driver.cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", given).await?;
            }
            Self::Firefox(firefox) => {
                firefox.bidi.send_raw("script.removePreloadScript", json!({"script": script})).await?;
            }
            Self::Webkit => {}
        }
        Ok(())
    }

    /// What Chromium's developer tools answer to a command.
    pub(crate) async fn developer_tools(&self, driver: &WebDriver, command: &str, given: Value) -> Result<Value> {
        match self {
            Self::Chromium => Ok(driver.cdp().send_raw(command, given).await?),
            _ => bail!(Unborne(format!("only Chromium has {command}"))),
        }
    }

    /// Has scripts refused from the next page on.
    pub(crate) async fn refuse_scripts(&self, driver: &WebDriver) -> Result<()> {
        match self {
            Self::Chromium => {
                driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
                Ok(())
            }
            Self::Firefox(firefox) => {
                firefox.within("gBrowser.selectedBrowser.browsingContext.allowJavascript = false").await
            }
            Self::Webkit => bail!(Unborne("WebKit can't be told to refuse scripts".to_owned())),
        }
    }

    pub(crate) async fn save_to(&self, driver: &WebDriver, folder: &Path) -> Result<()> {
        let folder = folder.to_string_lossy();
        match self {
            Self::Chromium => {
                let allow = json!({"behavior": "allow", "downloadPath": folder});
                driver.cdp().send_raw("Browser.setDownloadBehavior", allow).await?;
            }
            Self::Firefox(firefox) => {
                let allow = DownloadBehavior::Allowed { destination_folder: folder.into_owned() };
                firefox.bidi.browser().set_download_behavior(Some(allow)).await?;
            }
            Self::Webkit => bail!(Unborne("WebKit can't be told where to save".to_owned())),
        }
        Ok(())
    }

    /// A picture of the whole page as PNG; in WebKit only of what is in sight.
    pub(crate) async fn picture(&self, driver: &WebDriver) -> Result<Vec<u8>> {
        let data = match self {
            Self::Chromium => {
                let size = "const page = document.documentElement; return [innerWidth, Math.max(page.scrollHeight, innerHeight)];";
                let [width, height]: [u32; 2] = driver.execute(size, Vec::new()).await?.convert()?;
                let clip = json!({"x": 0, "y": 0, "width": width, "height": height, "scale": 1});
                let given = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
                let answer = driver.cdp().send_raw("Page.captureScreenshot", given).await?;
                answer["data"].as_str().context("the picture is empty")?.to_owned()
            }
            Self::Firefox(firefox) => {
                let (context, origin) = (firefox.page.clone(), Some(ScreenshotOrigin::Document));
                firefox.bidi.send(CaptureScreenshot { context, origin, format: None }).await?.data
            }
            Self::Webkit => return Ok(driver.screenshot_as_png().await?),
        };
        Ok(BASE64_STANDARD.decode(data)?)
    }

    /// The text that an element shows.
    pub(crate) async fn text(&self, driver: &WebDriver, element: &WebElement) -> Result<String> {
        match self {
            Self::Webkit => Ok(driver.execute(WEBKIT_TEXT, vec![element.to_json()?]).await?.convert()?),
            _ => Ok(element.text().await?),
        }
    }

    /// The errors in the console since it was last asked. Those of a worker are not seen in WebKit, unless the page speaks of them.
    pub(crate) async fn console_errors(&self, driver: &WebDriver) -> Result<Vec<String>> {
        match self {
            Self::Chromium => {
                let log = driver.browser_log().await?;
                let errors = log.into_iter().filter(|entry| entry.level == "SEVERE");
                Ok(errors.map(|entry| entry.message).collect())
            }
            Self::Firefox(firefox) => firefox.console_errors().await,
            Self::Webkit => Ok(driver.execute(WEBKIT_SAID, Vec::new()).await?.convert()?),
        }
    }
}

/// Gives WebKit's window a size by which its page has this one.
async fn size_window(driver: &WebDriver, wanted: [u32; 2]) -> Result<()> {
    // The window has a bar besides.
    const FRAME: &str = "return [outerWidth - innerWidth, outerHeight - innerHeight];";
    // A turn later.
    const SIZE: &str =
        "const done = arguments[arguments.length - 1]; setTimeout(() => done([innerWidth, innerHeight]), 50);";
    let mut found = [0, 0];
    for _ in 0..SETTLING {
        let [beside, above]: [u32; 2] = driver.execute(FRAME, Vec::new()).await?.convert()?;
        driver.set_window_rect(0, 0, wanted[0] + beside, wanted[1] + above).await?;
        found = driver.execute_async(SIZE, Vec::new()).await?.convert()?;
        if found == wanted {
            return Ok(());
        }
    }
    bail!(Unborne(format!("WebKit's page is of {found:?} px instead of {} by {}", wanted[0], wanted[1])))
}

impl Firefox {
    /// What was said up to now: an answer comes after all that was said before it.
    async fn console_errors(&self) -> Result<Vec<String>> {
        self.bidi.session().status().await?;
        let mut errors = Vec::new();
        let mut log = self.log.borrow_mut();
        while let Some(Some(entry)) = log.next().now_or_never() {
            if entry.level == LogLevel::Error {
                let place = entry.stack_trace["callFrames"][0]["url"].as_str().unwrap_or_default().to_owned();
                errors.push(format!("{place} {}", entry.text.unwrap_or_default()));
            }
        }
        Ok(errors)
    }

    /// Has an expression worked out in the browser itself, outside of the page.
    async fn within(&self, expression: &str) -> Result<()> {
        let windows =
            self.bidi.send_raw("browsingContext.getTree", json!({"moz:scope": "chrome", "maxDepth": 0})).await?;
        let window = windows["contexts"][0]["context"].as_str().context("Firefox has a window")?;
        let given = json!({"expression": expression, "target": {"context": window}, "awaitPromise": false});
        let answer: Value = self.bidi.send_raw("script.evaluate", given).await?;
        ensure!(answer["type"] == "success", "{expression}: {answer}");
        Ok(())
    }
}
