//! Chromium and its driver, for the tests and the screenshots.

use crate::command::{self, find, run};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

const CHROMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// Where macOS keeps it.
const CHROME_APP: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

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
    pub chrome: PathBuf,
    pub driver: PathBuf,
}

impl Chromium {
    /// Finds Chromium and its driver, named by `CHROME` and `CHROMEDRIVER` or on the search path;
    /// installs what is missing from Debian's packages where that is possible.
    pub fn ensure() -> Result<Self> {
        if let Some(found) = Self::find()? {
            return Ok(found);
        }
        let how = "install Chromium and its driver (Debian: `apt-get install chromium \
                   chromium-driver`) or name them in CHROME and CHROMEDRIVER";
        let Some(become_root) = become_root() else {
            bail!("the browser for the tests is missing: {how}");
        };
        println!("Installing Chromium and its driver from the system's packages…");
        for arguments in [&["update"][..], &["install", "-y", "chromium", "chromium-driver"]] {
            let command = [become_root, &["apt-get"], arguments].concat();
            run(Command::new(command[0]).args(&command[1..]).env("DEBIAN_FRONTEND", "noninteractive"))
                .with_context(|| how.to_owned())?;
        }
        Self::find()?.with_context(|| format!("the packages brought no browser: {how}"))
    }

    fn find() -> Result<Option<Self>> {
        let app = Path::new(CHROME_APP);
        let chrome = match named("CHROME")? {
            None => find(&CHROMES).or_else(|| app.is_file().then(|| app.to_owned())),
            named => named,
        };
        let driver = match named("CHROMEDRIVER")? {
            None => find(&["chromedriver"]),
            named => named,
        };
        Ok(chrome.zip(driver).map(|(chrome, driver)| Self { chrome, driver }))
    }

    /// What a session with the driver asks for, as WebDriver's JSON.
    pub fn capabilities(&self) -> String {
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": self.chrome, "args": FLAGS},
            "goog:loggingPrefs": {"browser": "ALL"},
        })
        .to_string()
    }

    /// Starts the driver on a free port.
    pub fn start_driver(&self) -> Result<Driver> {
        let unusable = || format!("could not start {}", self.driver.display());
        let mut process = Command::new(&self.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(unusable)?;
        let output = process.stdout.take().with_context(unusable)?;
        let mut driver = Driver { process, address: String::new() };
        let mut lines = BufReader::new(output).lines();
        // It says "ChromeDriver was started successfully on port 12345."
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, port) = line.split_once("successfully on port ")?;
                port.trim_end_matches('.').parse::<u16>().ok()
            })
            .with_context(unusable)?;
        driver.address = format!("http://127.0.0.1:{port}");
        // A driver whose output nobody reads stops when the pipe is full.
        thread::spawn(move || lines.for_each(drop));
        Ok(driver)
    }
}

/// A running driver, ended when dropped.
pub struct Driver {
    process: Child,
    /// Where it takes commands.
    pub address: String,
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked, it ends its browsers too; nothing to do about one that has already gone.
        let _ = self.shut_down();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Driver {
    fn shut_down(&self) -> io::Result<()> {
        let host = self.address.trim_start_matches("http://");
        let mut connection = TcpStream::connect(host)?;
        connection.set_read_timeout(Some(Duration::from_secs(60)))?;
        write!(connection, "GET /shutdown HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
        io::copy(&mut connection, &mut io::sink()).map(drop)
    }
}

fn named(variable: &str) -> Result<Option<PathBuf>> {
    match env::var_os(variable).filter(|value| !value.is_empty()) {
        None => Ok(None),
        Some(path) if Path::new(&path).is_file() => Ok(Some(path.into())),
        Some(path) => bail!("{variable} names {}, which is no file", path.display()),
    }
}

/// What to put before a command that only root may run; nothing if we can run none.
fn become_root() -> Option<&'static [&'static str]> {
    find(&["apt-get"])?;
    let user = command::output(Command::new("id").arg("-u")).ok()?;
    if user == "0" {
        return Some(&[]);
    }
    let free = command::succeeds(Command::new("sudo").args(["-n", "true"]));
    free.then_some(&["sudo", "-n"])
}
