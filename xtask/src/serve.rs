//! A server for the built site, on this machine only.

use crate::site::{self, Site};
use anyhow::{Result, anyhow};
use percent_encoding::percent_decode_str;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// Browsers open some six connections at once and keep them open.
const THREADS: usize = 8;

/// Builds the site and serves it until interrupted.
pub fn run(port: u16) -> Result<()> {
    // First the port: nobody wants to wait for a build to hear that it is taken.
    let listener = listen(port)?;
    let site = site::build()?;
    let server = SiteServer::start(listener, site, "/")?;
    println!("Assist Lab is at {} (Ctrl-C ends it).", server.address);
    loop {
        thread::park();
    }
}

/// A running server; it ends with the process.
pub struct SiteServer {
    /// Where the page is.
    pub address: String,
}

impl SiteServer {
    /// Serves a site on a free port under a folder such as `/some/where/`.
    pub fn start_anywhere(site: Site, folder: &str) -> Result<Self> {
        Self::start(listen(0)?, site, folder)
    }

    fn start(listener: TcpListener, site: Site, folder: &str) -> Result<Self> {
        let port = listener.local_addr()?.port();
        let server =
            Server::from_listener(listener, None).map_err(|error| anyhow!("could not start the server: {error}"))?;
        let (server, site) = (Arc::new(server), Arc::new(site));
        for _ in 0..THREADS {
            let (server, site, folder) = (server.clone(), site.clone(), folder.to_owned());
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    // A reader who has gone away is no fault of ours.
                    let _ = answer(request, &site, &folder);
                }
            });
        }
        Ok(Self { address: format!("http://127.0.0.1:{port}{folder}") })
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is taken by another program: choose a free one with `--port`, such as \
             `cargo xtask serve --port {}`",
            if port < u16::MAX { port + 1 } else { 8080 }
        ),
        _ => anyhow!(error).context(format!("could not listen on 127.0.0.1:{port}")),
    })
}

fn answer(request: Request, site: &Site, folder: &str) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    match find(site, folder, path) {
        Some((name, content)) => {
            let response = Response::from_data(content)
                .with_header(header("Content-Type", mime_type(name)))
                .with_header(header("Cache-Control", "no-cache"));
            request.respond(response)
        }
        None if format!("{path}/") == folder => {
            let response = Response::empty(308).with_header(header("Location", folder));
            request.respond(response)
        }
        None => request.respond(Response::from_string("Not found").with_status_code(404)),
    }
}

/// The file a request's path means.
fn find<'site>(site: &'site Site, folder: &str, path: &str) -> Option<(&'site str, &'site [u8])> {
    let name = percent_decode_str(path.strip_prefix(folder)?).decode_utf8().ok()?;
    let name = if name.is_empty() { "index.html" } else { &*name };
    let (name, content) = site.0.get_key_value(name)?;
    Some((name, content))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("invariant: our headers are plain ASCII")
}

fn mime_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expect: Option<&str>) {
        let files = ["index.html", "app.js", "data/a b.json"];
        let site = Site(files.map(|name| (name.to_owned(), Vec::new())).into());
        let found = find(&site, "/some/where/", path).map(|(name, _)| name);
        assert_eq!(found, expect, "{path}");
    }

    #[test]
    fn a_path_means_a_file_of_the_site_or_nothing() {
        check("/some/where/", Some("index.html"));
        check("/some/where/app.js", Some("app.js"));
        check("/some/where/data/a%20b.json", Some("data/a b.json"));
        check("/some/where", None);
        check("/some/where/data/", None);
        check("/app.js", None);
        check("/some/where/../where/app.js", None);
        check("/some/where/%2e%2e/%2e%2e/etc/passwd", None);
    }

    #[test]
    fn a_taken_port_is_named_with_the_way_out() -> Result<()> {
        let taken = listen(0)?;
        let port = taken.local_addr()?.port();
        let message = listen(port).map(drop).map_err(|error| error.to_string());
        let message = message.expect_err("the port is taken");
        assert!(message.contains(&format!("port {port} is taken")), "{message}");
        assert!(message.contains("--port"), "{message}");
        Ok(())
    }
}
