//! Pictures of the page at the usual widths, light, dark and for the projector; called by
//! `cargo xtask screenshots` with the folder they go to and the page's query string.
#![forbid(unsafe_code)]

use anyhow::{Context, Result};
use e2e::Lab;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Width and height of a phone, a tablet, a laptop and a large screen [css px].
const SIZES: [(u32, u32); 4] = [(360, 800), (768, 1024), (1280, 800), (1920, 1080)];
/// Those of a weak beamer.
const BEAMER: (u32, u32) = (1024, 768);
const SCHEMES: [&str; 3] = ["light", "dark", PROJECTOR];
/// The theme that no system asks for, so the link has to.
const PROJECTOR: &str = "projector";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let out = arguments.next().map(PathBuf::from).context("no folder is named: call `cargo xtask screenshots`")?;
    let query = arguments.next().unwrap_or_default();
    fs::create_dir_all(&out).with_context(|| format!("{} cannot be made", out.display()))?;

    let lab = Lab::open(&query).await?;
    let outcome = take_all(&lab, &query, &out).await;
    lab.close().await?;
    outcome
}

async fn take_all(lab: &Lab, query: &str, out: &Path) -> Result<()> {
    for scheme in SCHEMES {
        let beamer = (scheme == PROJECTOR).then_some(BEAMER);
        let query = &if scheme == PROJECTOR { format!("{query}&theme={PROJECTOR}") } else { query.to_owned() };
        for (width, height) in SIZES.into_iter().chain(beamer) {
            lab.prefer_color_scheme(if scheme == PROJECTOR { "light" } else { scheme }).await?;
            lab.set_viewport(width, height).await?;
            lab.go(query).await?;
            // The picture of a result is that of all its pairs.
            let ready = lab.wait_for("html[data-ready='true'][data-complete='true']").await;

            let file = out.join(format!("{width}-{scheme}.png"));
            let picture = lab.picture().await?;
            fs::write(&file, picture).with_context(|| format!("{} cannot be written", file.display()))?;
            println!("{}", file.display());

            if let Err(error) = ready {
                println!("  taken before the page was ready: {error:#}");
            }
            let overhang: i64 = lab
                .script("const page = document.documentElement; return page.scrollWidth - page.clientWidth;")
                .await?;
            if overhang > 0 {
                println!("  the page is {overhang} px wider than the screen");
            }
            for error in lab.console_errors().await? {
                println!("  console: {error}");
            }
        }
    }
    Ok(())
}
