//! A server for the built site, on this machine only.

use crate::site::{self, Site};
use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

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
        let address = format!("http://{}{folder}", listener.local_addr()?);
        let served = Served { site, folder: folder.to_owned() };
        let app = Router::new().fallback(get(answer)).with_state(Arc::new(served));

        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().context("could not start the server")?;
        listener.set_nonblocking(true)?;
        let listener = {
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        thread::spawn(move || runtime.block_on(axum::serve(listener, app).into_future()));
        Ok(Self { address })
    }
}

struct Served {
    site: Site,
    /// The folder it is served under, from `/` to `/`.
    folder: String,
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

async fn answer(State(served): State<Arc<Served>>, uri: Uri) -> Response {
    let Served { site, folder } = &*served;
    match find(site, folder, uri.path()) {
        Some((name, content)) => {
            let headers = [(CONTENT_TYPE, mime_type(name)), (CACHE_CONTROL, "no-cache")];
            (headers, content.to_owned()).into_response()
        }
        None if format!("{}/", uri.path()) == *folder => Redirect::permanent(folder).into_response(),
        None => (StatusCode::NOT_FOUND, "Not found").into_response(),
    }
}

/// The file a request's path means.
fn find<'site>(site: &'site Site, folder: &str, path: &str) -> Option<(&'site str, &'site [u8])> {
    let name = percent_decode_str(path.strip_prefix(folder)?).decode_utf8().ok()?;
    let name = if name.is_empty() { "index.html" } else { &*name };
    let (name, content) = site.0.get_key_value(name)?;
    Some((name, content))
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
