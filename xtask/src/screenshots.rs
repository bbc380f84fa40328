//! Pictures of the page, for looking at it while working on it.

use crate::browser::{Browser, Chromium};
use crate::command::{self, cargo, root};
use crate::serve::SiteServer;
use crate::site;
use anyhow::Result;
use std::path::Path;

/// Builds the site and pictures the page in the state of `query`, into `out`.
pub fn run(out: &Path, query: &str) -> Result<()> {
    let chromium = Chromium::ensure()?;
    let server = SiteServer::start_anywhere(site::build()?, "/")?;
    let driver = chromium.start_driver()?;
    command::run(
        cargo()
            .args(["run", "--quiet", "--package", "e2e", "--bin", "screenshots", "--"])
            .arg(root().join(out))
            .arg(query)
            .env("ASSIST_LAB_URL", &server.address)
            .env("ASSIST_LAB_WEBDRIVER", &driver.address)
            .env("ASSIST_LAB_CAPABILITIES", chromium.capabilities()),
    )
}
