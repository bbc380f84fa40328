//! Firefox, the second engine that the page is tested in.

use super::{Browser, Driver, Source, named, program};
use crate::tools;
use anyhow::Result;
use serde_json::json;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
/// Where macOS keeps it.
const FIREFOX_APP: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

const SOURCE: Source = Source { what: "Firefox", packages: &["firefox-esr"], otherwise: " or name it in FIREFOX" };

/// Where Firefox and its driver are.
pub struct Firefox {
    firefox: PathBuf,
    driver: PathBuf,
}

impl Firefox {
    /// Finds Firefox, named by `FIREFOX` or on the search path, or installs it from Debian's packages where that is possible; its
    /// driver is the one that `GECKODRIVER` names, or one of the tools.
    pub fn ensure() -> Result<Self> {
        let firefox = SOURCE.ensure(|| program("FIREFOX", &FIREFOXES, FIREFOX_APP))?;
        let driver = match named("GECKODRIVER")? {
            Some(driver) => driver,
            None => tools::geckodriver()?,
        };
        Ok(Self { firefox, driver })
    }
}

impl Browser for Firefox {
    fn name(&self) -> &'static str {
        "Firefox"
    }

    fn capabilities(&self) -> String {
        // As Chromium's are hidden: a page is as wide as its window.
        let prefs = json!({"ui.useOverlayScrollbars": 1});
        json!({
            "browserName": "firefox",
            "webSocketUrl": true,
            "moz:firefoxOptions": {"binary": self.firefox, "args": ["-headless"], "prefs": prefs},
        })
        .to_string()
    }

    fn start_driver(&self) -> Result<Driver> {
        // The other port is the one that Firefox itself is spoken to on. The tests change a setting of Firefox's while it runs.
        let arguments = ["--port=0", "--websocket-port=0", "--allow-system-access"];
        // What Firefox says of itself would stand between what the tests say.
        Driver::start(Command::new(&self.driver).args(arguments).stderr(Stdio::null()), port)
    }
}

/// It says "1764272000000 geckodriver INFO Listening on 127.0.0.1:12345", with tabs between.
fn port(line: &str) -> Option<u16> {
    let (_, address) = line.split_once("Listening on ")?;
    address.rsplit_once(':')?.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_port_is_read_where_it_is_said() {
        let check = |line: &str, expect: Option<u16>| assert_eq!(super::port(line), expect, "{line}");
        check("1764272000000\tgeckodriver\tINFO\tListening on 127.0.0.1:12345", Some(12345));
        check("1764272000000\tgeckodriver\tINFO\tgeckodriver 0.37.1", None);
    }
}
