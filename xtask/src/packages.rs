//! What comes from the system's packages: found, or installed where that is possible.

use crate::command::{self, find, run};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// What is needed, and where it comes from.
pub struct Source {
    /// What is missed if it is not there.
    pub what: &'static str,
    /// Debian's packages of it.
    pub packages: &'static [&'static str],
    /// What else to do, for those who have no such packages.
    pub otherwise: &'static str,
}

impl Source {
    /// What `find` finds, installed from Debian's packages if it is missing and where that is possible.
    pub fn ensure<T>(&self, find: impl Fn() -> Result<Option<T>>) -> Result<T> {
        if let Some(found) = find()? {
            return Ok(found);
        }
        let Self { what, packages, otherwise } = self;
        let how = format!("install {what} (Debian: `apt-get install {}`){otherwise}", packages.join(" "));
        let Some(become_root) = become_root() else {
            bail!("something that the tests need is missing: {how}");
        };
        println!("Installing {what} from the system's packages…");
        for arguments in [&["update"][..], &[&["install", "-y"], *packages].concat()] {
            let command = [become_root, &["apt-get"], arguments].concat();
            run(Command::new(command[0]).args(&command[1..]).env("DEBIAN_FRONTEND", "noninteractive"))
                .with_context(|| how.clone())?;
        }
        find()?.with_context(|| format!("the packages did not include what is needed: {how}"))
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
