//! WebKit as GTK has it, the third engine that the page is tested in: the nearest to Safari that Linux has.

use super::{Browser, Driver, Source, program};
use crate::site::Site;
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

const SOURCE: Source = Source {
    what: "WebKitGTK's driver and Xvfb",
    packages: &["webkit2gtk-driver", "xvfb"],
    otherwise: " or name them in WEBKITDRIVER and XVFB; where there is no WebKitGTK, as on macOS, name the other stages",
};

/// What writes down what is said to the console; the tests read it.
const CONSOLE: &str = include_str!("../console.js");
/// Larger than any window that a test asks for [px].
const SCREEN: [&str; 3] = ["-screen", "0", "2000x1300x24"];
/// How often it is looked, and how long in between, until the driver listens: a minute in all.
const TRIES: u32 = 600;
const PAUSE: Duration = Duration::from_millis(100);

/// Where WebKit's driver and a screen for it are: it knows no headless mode.
pub struct Webkit {
    driver: PathBuf,
    screen: PathBuf,
}

impl Webkit {
    /// Finds the driver, which finds its browser, and the screen, named by `WEBKITDRIVER` and `XVFB` or on the search path;
    /// installs what is missing from Debian's packages where that is possible.
    pub fn ensure() -> Result<Self> {
        SOURCE.ensure(|| {
            let driver = program("WEBKITDRIVER", &["WebKitWebDriver"], "")?;
            let screen = program("XVFB", &["Xvfb"], "")?;
            Ok(driver.zip(screen).map(|(driver, screen)| Self { driver, screen }))
        })
    }
}

impl Browser for Webkit {
    fn name(&self) -> &'static str {
        "WebKit"
    }

    fn capabilities(&self) -> String {
        json!({"browserName": "MiniBrowser"}).to_string()
    }

    /// With a script at its head that writes down what is said to the console.
    fn prepare(&self, Site(mut files): Site) -> Result<Site> {
        let page = files.remove("index.html").context("the site has a page")?;
        // What was compressed before is the page without it.
        files.retain(|name, _| !name.starts_with("index.html."));
        let page = with_script(&String::from_utf8(page)?, CONSOLE)?;
        files.insert("index.html".to_owned(), page.into_bytes());
        Ok(Site(files))
    }

    fn start_driver(&self) -> Result<Driver> {
        let (screen, display) = start_screen(&self.screen)?;
        // It does not say which port it takes, so it is told one.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let unusable = || format!("could not start {}", self.driver.display());
        let process = Command::new(&self.driver)
            .arg(format!("--port={port}"))
            .env("DISPLAY", display)
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .with_context(unusable)?;
        let driver = Driver { process, address: format!("http://127.0.0.1:{port}"), beside: Some(screen) };
        for _ in 0..TRIES {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(driver);
            }
            thread::sleep(PAUSE);
        }
        bail!("{}: it takes no commands", unusable())
    }
}

/// A page with a script before all others.
fn with_script(page: &str, script: &str) -> Result<String> {
    let (before, after) = page.split_once("<head>").context("the page has a head")?;
    Ok(format!("{before}<head>\n<script>\n{script}</script>{after}"))
}

/// Starts a screen that nobody sees, and answers what it is called.
fn start_screen(program: &Path) -> Result<(Child, String)> {
    let unusable = || format!("could not start {}", program.display());
    // Else it begins anew whenever the last browser leaves it, and a browser that comes meanwhile finds no screen.
    let mut screen = Command::new(program)
        .args(["-noreset", "-displayfd", "1", "-nolisten", "tcp"])
        .args(SCREEN)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(unusable)?;
    let mut number = String::new();
    BufReader::new(screen.stdout.take().with_context(unusable)?).read_line(&mut number)?;
    match number.trim() {
        "" => bail!("{}: it names no display", unusable()),
        number => Ok((screen, format!(":{number}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_console_is_written_down_from_the_first_script_on() {
        let page = with_script("<html><head><script>a</script></head></html>", "b").expect("a head");
        assert_eq!(page, "<html><head>\n<script>\nb</script><script>a</script></head></html>");
        assert!(with_script("<html></html>", "b").is_err());
    }
}
