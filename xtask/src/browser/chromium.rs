//! Chromium, in which all is tested, measured and pictured.

use super::{Browser, Driver, Source, program};
use anyhow::Result;
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;

const CHROMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// Where macOS keeps it.
const CHROME_APP: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const SOURCE: Source = Source {
    what: "Chromium and its driver",
    packages: &["chromium", "chromium-driver"],
    otherwise: " or name them in CHROME and CHROMEDRIVER",
};

/// What makes Chromium quiet, and able to run in a container as root; its profile is a new one
/// each time, by the driver's doing.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Where Chromium and its driver are.
pub struct Chromium {
    chrome: PathBuf,
    pub driver: PathBuf,
}

impl Chromium {
    /// Finds Chromium and its driver, named by `CHROME` and `CHROMEDRIVER` or on the search path;
    /// installs what is missing from Debian's packages where that is possible.
    pub fn ensure() -> Result<Self> {
        SOURCE.ensure(|| {
            let chrome = program("CHROME", &CHROMES, CHROME_APP)?;
            let driver = program("CHROMEDRIVER", &["chromedriver"], "")?;
            Ok(chrome.zip(driver).map(|(chrome, driver)| Self { chrome, driver }))
        })
    }
}

impl Browser for Chromium {
    fn name(&self) -> &'static str {
        "Chromium"
    }

    fn capabilities(&self) -> String {
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": self.chrome, "args": FLAGS},
            "goog:loggingPrefs": {"browser": "ALL"},
        })
        .to_string()
    }

    fn start_driver(&self) -> Result<Driver> {
        Driver::start(Command::new(&self.driver).arg("--port=0"), port)
    }
}

/// It says "ChromeDriver was started successfully on port 12345."
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_port_is_read_where_it_is_said() {
        assert_eq!(super::port("ChromeDriver was started successfully on port 12345."), Some(12345));
        assert_eq!(super::port("Starting ChromeDriver 156.0.8078.108 on port 0"), None);
    }
}
