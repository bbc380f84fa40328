//! A server for the built site, on this machine only.

use crate::compress::Encoding;
use crate::site::{self, Site, digest};
use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::extract::State;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
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
    println!("Assist Lab is at {} (Ctrl-C stops it).", server.address);
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

async fn answer(State(served): State<Arc<Served>>, uri: Uri, headers: HeaderMap) -> Response {
    let Served { site, folder } = &*served;
    match find(site, folder, uri.path()) {
        Some((name, content)) => file(site, name, content, &headers),
        None if format!("{}/", uri.path()) == *folder => Redirect::permanent(folder).into_response(),
        None => (StatusCode::NOT_FOUND, "Not found").into_response(),
    }
}

/// A file, compressed as the browser takes it; nothing but its head to one who has it.
fn file(site: &Site, name: &str, content: &[u8], headers: &HeaderMap) -> Response {
    let said = |header| headers.get(header).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    let takes = said(ACCEPT_ENCODING);
    let chosen = Encoding::ALL.into_iter().filter(|encoding| accepts(takes, encoding.name()));
    let chosen = chosen.filter_map(|encoding| Some((encoding.name(), site.compressed(name, encoding)?))).next();
    let (encoding, content) = chosen.map_or((None, content), |(encoding, content)| (Some(encoding), content));
    // What is compressed otherwise is another content.
    let tag = format!("\"{:016x}\"", digest(content));
    let known = said(IF_NONE_MATCH).split(',').any(|known| known.trim().trim_start_matches("W/") == tag);
    let tag = HeaderValue::from_str(&tag).expect("invariant: a number is a header's value");
    let keep = if is_called_by_content(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let head = [(CONTENT_TYPE, mime_type(name)), (CACHE_CONTROL, keep), (VARY, "Accept-Encoding")];
    let head = head.into_iter().chain(encoding.map(|name| (CONTENT_ENCODING, name)));
    let head = head.map(|(header, value)| (header, HeaderValue::from_static(value)));
    let head: HeaderMap = head.chain([(ETAG, tag)]).collect();
    if known { (StatusCode::NOT_MODIFIED, head).into_response() } else { (head, content.to_owned()).into_response() }
}

/// Whether a browser that says so takes an encoding: `br;q=1.0, gzip;q=0` takes the one and not the other.
fn accepts(said: &str, encoding: &str) -> bool {
    said.split(',').any(|part| {
        let mut parts = part.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let weight = parts.find_map(|part| part.strip_prefix("q=")).and_then(|weight| weight.parse::<f64>().ok());
        named && weight != Some(0.0)
    })
}

/// Whether a file's name changes with what is in it, as `app-0123456789abcdef.js` does: then a browser need not ask again.
fn is_called_by_content(name: &str) -> bool {
    let digits = name.rsplit_once('-').and_then(|(_, rest)| rest.split_once('.')).map(|(digits, _)| digits);
    digits.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
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

    /// Status and some headers of the answer to a browser that takes these encodings and has this.
    fn answered(name: &str, takes: &'static str, has: Option<&HeaderValue>) -> (StatusCode, HeaderMap) {
        let files =
            ["app-0123456789abcdef.wasm", "app-0123456789abcdef.wasm.br", "app-0123456789abcdef.wasm.gz", "a.png"];
        let site = Site(files.map(|name| (name.to_owned(), name.as_bytes().to_owned())).into());
        let mut headers = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(takes))]);
        headers.extend(has.map(|tag| (IF_NONE_MATCH, tag.clone())));
        let response = super::file(&site, name, &site.0[name], &headers);
        (response.status(), response.headers().clone())
    }

    #[test]
    fn a_file_is_sent_as_the_browser_takes_it() {
        let check = |name: &str, takes: &'static str, expect: Option<&str>| {
            let (status, headers) = answered(name, takes, None);
            let found = headers.get(CONTENT_ENCODING).and_then(|value| value.to_str().ok());
            assert_eq!((status, found), (StatusCode::OK, expect), "{name}, {takes}");
            assert_eq!(headers[VARY], "Accept-Encoding");
        };
        let wasm = "app-0123456789abcdef.wasm";
        check(wasm, "gzip, deflate, br, zstd", Some("br"));
        check(wasm, "gzip;q=0.8, BR;q=0.5", Some("br"));
        check(wasm, "gzip, br;q=0", Some("gzip"));
        check(wasm, "gzip; q=0.0", None);
        check(wasm, "", None);
        check("a.png", "gzip, br", None);
    }

    #[test]
    fn what_is_called_by_its_content_is_kept_and_the_rest_asked_for_again() {
        let cache = |name: &str| answered(name, "", None).1[CACHE_CONTROL].clone();
        assert_eq!(cache("app-0123456789abcdef.wasm"), "public, max-age=31536000, immutable");
        assert_eq!(cache("a.png"), "no-cache");
        for name in ["index.html", "languages/en.words", "docs/lab-face.png", "a-0123456789abcdefg.js"] {
            assert!(!is_called_by_content(name), "{name}");
        }
    }

    #[test]
    fn who_has_a_file_gets_none_but_another_encoding_of_it_is_another() {
        let wasm = "app-0123456789abcdef.wasm";
        let (_, headers) = answered(wasm, "br", None);
        assert_eq!(headers[CONTENT_TYPE], "application/wasm");
        let tag = &headers[ETAG];
        assert_eq!(answered(wasm, "br", Some(tag)).0, StatusCode::NOT_MODIFIED);
        assert_eq!(answered(wasm, "gzip", Some(tag)).0, StatusCode::OK);
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
