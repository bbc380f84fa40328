//! The browsers and their drivers, for the tests and the screenshots.

mod chromium;
mod firefox;
mod webkit;

pub use chromium::Chromium;
pub use firefox::Firefox;
pub use webkit::Webkit;

use crate::command::find;
use crate::packages::Source;
use crate::site::Site;
use anyhow::{Context, Result, bail};
use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// A browser that can be driven.
pub trait Browser {
    /// What readers call it.
    fn name(&self) -> &'static str;

    /// What a session with its driver asks for, as WebDriver's JSON.
    fn capabilities(&self) -> String;

    /// Starts its driver on a free port.
    fn start_driver(&self) -> Result<Driver>;

    /// The site as it is served to it.
    fn prepare(&self, site: Site) -> Result<Site> {
        Ok(site)
    }
}

/// A running driver, ended when dropped.
pub struct Driver {
    process: Child,
    /// Where it takes commands.
    pub address: String,
    /// What runs for its sake, ended after it.
    beside: Option<Child>,
}

impl Driver {
    /// Starts a driver that says in a line of its output which port it has.
    fn start(command: &mut Command, port: impl Fn(&str) -> Option<u16>) -> Result<Self> {
        let unusable = format!("could not start {}", command.get_program().display());
        let mut process =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().with_context(|| unusable.clone())?;
        let output = process.stdout.take().with_context(|| unusable.clone())?;
        let mut driver = Self { process, address: String::new(), beside: None };
        let mut lines = BufReader::new(output).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| port(&line)).context(unusable)?;
        driver.address = format!("http://127.0.0.1:{port}");
        // A driver whose output nobody reads stops when the pipe is full.
        thread::spawn(move || lines.for_each(drop));
        Ok(driver)
    }

    /// Asked, `chromedriver` ends its browsers too; others do not know the question.
    fn shut_down(&self) -> io::Result<()> {
        let host = self.address.trim_start_matches("http://");
        let mut connection = TcpStream::connect(host)?;
        connection.set_read_timeout(Some(Duration::from_secs(60)))?;
        write!(connection, "GET /shutdown HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
        io::copy(&mut connection, &mut io::sink()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Nothing to do about one that has already gone.
        let _ = self.shut_down();
        for process in [Some(&mut self.process), self.beside.as_mut()].into_iter().flatten() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// A program: named by a variable, or of one of these names on the search path, or an application of macOS.
fn program(variable: &str, names: &[&str], app: &str) -> Result<Option<PathBuf>> {
    let app = || Some(Path::new(app)).filter(|app| app.is_file()).map(Path::to_owned);
    Ok(named(variable)?.or_else(|| find(names)).or_else(app))
}

fn named(variable: &str) -> Result<Option<PathBuf>> {
    match env::var_os(variable).filter(|value| !value.is_empty()) {
        None => Ok(None),
        Some(path) if Path::new(&path).is_file() => Ok(Some(path.into())),
        Some(path) => bail!("{variable} names {}, which is not a file", path.display()),
    }
}
