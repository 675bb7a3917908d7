//! Serves the built page on this machine, under the strict page policy, so that what we look at is always tested
//! under it.

use std::net::Ipv4Addr;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::site::Site;

/// The strictest policy that a host may have and the page must still run under.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                          style-src 'self'; img-src 'self' data: blob:; frame-src 'self'";

#[derive(Debug)]
pub struct Server {
    pub url: String,
    site: Arc<RwLock<Arc<Site>>>,
}

impl Server {
    /// Serves until the process ends; port 0 takes any free one.
    pub fn start(site: Site, port: u16) -> Result<Self> {
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| anyhow!("{error}"))?;
        let port = http.server_addr().to_ip().map_or(port, |addr| addr.port());
        let site = Arc::new(RwLock::new(Arc::new(site)));
        let server = Self {
            url: format!("http://127.0.0.1:{port}/"),
            site: Arc::clone(&site),
        };
        std::thread::spawn(move || {
            for request in http.incoming_requests() {
                let site = Arc::clone(&site.read().unwrap_or_else(PoisonError::into_inner));
                // A thread each: a browser may leave a large answer unread until it has a small one. And a browser that
                // went away is no failure of ours.
                std::thread::spawn(move || answer(&site, request));
            }
        });
        Ok(server)
    }

    /// Serves another build from now on, whole.
    pub fn replace(&self, site: Site) {
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }
}

fn answer(site: &Site, request: Request) -> std::io::Result<()> {
    let path = request.url().split('?').next().unwrap_or("/");
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    // An empty page of our own origin, to measure a page's load against.
    if path == "/blank" {
        return request.respond(
            Response::from_string("<!doctype html><title>blank</title>")
                .with_header(header("Content-Type", "text/html")),
        );
    }
    let Some(file) = site.get(path) else {
        return request.respond(Response::from_string("not found").with_status_code(StatusCode(404)));
    };
    let brotli = request.headers().iter().any(|header| {
        header.field.equiv("Accept-Encoding") && header.value.as_str().split(',').any(|kind| kind.trim() == "br")
    });
    let body = if brotli { &file.brotli } else { &file.plain };
    let keep = if file.hashed {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = Response::from_data(body.clone())
        // One known length, no chunks: the browser can tell how far it is.
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Content-Type", file.mime))
        .with_header(header("Cache-Control", keep))
        .with_header(header("Vary", "Accept-Encoding"))
        .with_header(header("X-Content-Type-Options", "nosniff"));
    if brotli {
        response.add_header(header("Content-Encoding", "br"));
    }
    if file.mime.starts_with("text/html") {
        response.add_header(header("Content-Security-Policy", POLICY));
    }
    request.respond(response)
}

fn header(name: &'static str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("{name} is a header"))
}
