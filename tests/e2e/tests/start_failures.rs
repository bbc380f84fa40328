//! A page that cannot start says so, why, and what to do.

use anyhow::{Context, Result, ensure};
use e2e::{Lab, check};
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

/// The built site.
fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

/// Waits until the page says that it could not start, and answers with what it gives as the reason.
async fn reason(lab: &Lab) -> Result<String> {
    let said = "const failed = document.querySelector('[data-part=failed]'); \
                return failed && !failed.hidden ? failed.innerText : '';";
    let said = lab.wait_for_value(said, |said: &String| !said.is_empty()).await?;
    ensure!(said.contains("could not start") && said.contains("Try again"), "{said}");
    // What the browser says of it belongs to the case.
    lab.console_errors().await?;
    Ok(said)
}

/// Runs a script in every page that is opened from now on, before the page's own.
async fn before_all_else(lab: &Lab, source: &str) -> Result<()> {
    lab.run_early(source).await.map(drop)
}

#[test]
fn from_a_disk_it_says_so() {
    check("", async |lab| {
        let page = dist().canonicalize()?.join("index.html");
        lab.driver.goto(format!("file://{}", page.display())).await?;
        // Firefox runs it from there all the same.
        if lab.is_firefox() {
            let runs = "return document.documentElement.dataset.complete === 'true';";
            return lab.wait_for_value(runs, |runs: &bool| *runs).await.map(drop);
        }
        let said = reason(lab).await?;
        ensure!(said.contains("opened from a disk"), "{said}");
        Ok(())
    });
}

#[test]
fn a_program_that_is_held_back_is_named() {
    check("", async |lab| {
        lab.developer_tools("Network.enable", json!({})).await?;
        lab.developer_tools("Network.setBlockedURLs", json!({"urls": ["*.wasm"]})).await?;
        lab.go("").await?;
        let said = reason(lab).await?;
        ensure!(said.contains("could not be fetched") && said.contains(".wasm"), "{said}");
        Ok(())
    });
}

#[test]
fn without_webassembly_it_says_what_to_switch_on() {
    check("", async |lab| {
        before_all_else(lab, "delete window.WebAssembly;").await?;
        lab.go("").await?;
        let said = reason(lab).await?;
        ensure!(said.contains("WebAssembly") && said.contains("switched off"), "{said}");
        Ok(())
    });
}

#[test]
fn a_program_that_never_runs_is_given_up() {
    check("", async |lab| {
        before_all_else(lab, "WebAssembly.instantiateStreaming = () => new Promise(() => {});").await?;
        lab.go("").await?;
        let said = reason(lab).await?;
        ensure!(said.contains("does not run"), "{said}");
        Ok(())
    });
}

#[test]
fn a_policy_that_forbids_webassembly_is_named() {
    check("", async |lab| {
        let address = serve("script-src 'self' 'unsafe-inline'")?;
        lab.driver.goto(&address).await?;
        let said = reason(lab).await?;
        ensure!(said.contains("security policy"), "{said}");
        Ok(())
    });
}

#[test]
fn where_scripts_are_refused_the_style_sheet_says_so() {
    check("", async |lab| {
        let address = serve("script-src 'none'")?;
        lab.driver.goto(&address).await?;
        let seen = "const said = document.querySelector('.refused'); \
                    return getComputedStyle(said).visibility === 'visible' ? said.innerText : '';";
        let said = lab.wait_for_value(seen, |said: &String| !said.is_empty()).await?;
        ensure!(said.contains("scripts have not run"), "{said}");
        lab.console_errors().await?;
        Ok(())
    });
}

#[test]
fn what_starts_says_nothing_of_failing() {
    check("", async |lab| {
        lab.ready().await?;
        let left: usize = lab.script("return document.querySelectorAll('.refused, [data-part]').length;").await?;
        ensure!(left == 0, "the frame is gone");
        Ok(())
    });
}

/// Serves the site under a content policy, and answers with its address.
fn serve(policy: &'static str) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A browser that hangs up has what it wanted.
            thread::spawn(move || drop(answer(stream, policy)));
        }
    });
    Ok(address)
}

fn answer(mut stream: TcpStream, policy: &str) -> Result<()> {
    let mut request = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    request.read_line(&mut line)?;
    let name = line.split(' ').nth(1).context("a request names a file")?;
    let name = name.split('?').next().unwrap_or_default().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let mut header = String::new();
    while request.read_line(&mut header)? > 2 {
        header.clear();
    }
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let Ok(content) = fs::read(dist().join(name)) else {
        return Ok(stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?);
    };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {policy}\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    Ok(stream.write_all(&content)?)
}
