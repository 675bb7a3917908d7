//! Serves the built page on this machine, under the strict page policy, so that what we look at is always tested
//! under it.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Context, Result};

use crate::onefile;
use crate::site::Site;

/// The strictest policy that a host may have and the page must still run under.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                          style-src 'self'; img-src 'self' data: blob:; frame-src 'self'";

/// An empty page of our own origin, to measure a page's load against.
const BLANK: &str = "<!doctype html><title>blank</title>";

/// No request of a browser to itself has a longer head.
const HEAD: usize = 1 << 16;

#[derive(Debug)]
pub struct Server {
    pub url: String,
    site: Arc<RwLock<Arc<Site>>>,
}

impl Server {
    /// Serves until the process ends; port 0 takes any free one.
    pub fn start(site: Site, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("taking port {port}"))?;
        let url = format!("http://{}/", listener.local_addr()?);
        let site = Arc::new(RwLock::new(Arc::new(site)));
        let shared = Arc::clone(&site);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = Arc::clone(&shared);
                // A thread a connection: a browser may leave a large answer unread until it has a small one. And a
                // browser that went away is no failure of ours.
                std::thread::spawn(move || converse(&stream, &site));
            }
        });
        Ok(Self { url, site })
    }

    /// Serves another build from now on, whole.
    pub fn replace(&self, site: Site) {
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }
}

/// Answers the requests of one connection, one after another.
fn converse(mut stream: &TcpStream, site: &RwLock<Arc<Site>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(head) = head(&mut reader)? {
        let site = Arc::clone(&site.read().unwrap_or_else(PoisonError::into_inner));
        stream.write_all(&answer(&site, &head))?;
    }
    Ok(())
}

/// The lines of a request up to the empty one. Nothing at the end of the connection, or where there is no end.
fn head(reader: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head)? == 0 || head.len() > HEAD {
            return Ok(None);
        }
    }
    Ok(Some(head))
}

/// The whole answer to a request, head and body.
fn answer(site: &Site, head: &str) -> Vec<u8> {
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = path.split('?').next().unwrap_or_default();
    if !matches!(method, "GET" | "HEAD") {
        return respond("405 Method Not Allowed", &[], b"");
    }
    if path == "/blank" {
        return respond("200 OK", &[("Content-Type", "text/html")], BLANK.as_bytes());
    }
    let Some(file) = site.get(path) else {
        return respond("404 Not Found", &[("Content-Type", "text/plain")], b"not found");
    };
    let mut headers = vec![
        ("Content-Type", file.mime),
        (
            "Cache-Control",
            if file.hashed {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            },
        ),
        ("Vary", "Accept-Encoding"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    // The page in one file has a policy of its own.
    if file.mime.starts_with("text/html") && path.trim_start_matches('/') != onefile::NAME {
        headers.push(("Content-Security-Policy", POLICY));
    }
    let mut body = &file.plain;
    if takes_brotli(head) {
        headers.push(("Content-Encoding", "br"));
        body = &file.brotli;
    }
    respond("200 OK", &headers, if method == "HEAD" { b"" } else { body })
}

fn takes_brotli(head: &str) -> bool {
    let encodings = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("accept-encoding").then_some(value)
    });
    encodings.is_some_and(|kinds| kinds.split(',').any(|kind| kind.trim() == "br"))
}

fn respond(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        // Writing to a string does not fail.
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("\r\n");
    [head.as_bytes(), body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_heads_one_by_one() -> std::io::Result<()> {
        let mut wire: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\n\r\n";
        assert!(head(&mut wire)?.is_some_and(|head| head.contains("Host: a")));
        assert!(head(&mut wire)?.is_some_and(|head| head.starts_with("GET /b")));
        assert!(head(&mut wire)?.is_none());
        Ok(())
    }

    #[test]
    fn answers_under_the_policy() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("convlens-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("index.html"), "<p>a page</p>")?;
        let site = Site::read(&folder, 5)?;
        std::fs::remove_dir_all(&folder)?;
        let said = |head: &str| String::from_utf8_lossy(&answer(&site, head)).into_owned();
        let page = said("GET /?step=3 HTTP/1.1\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("<p>a page</p>"));
        assert!(page.contains("Content-Security-Policy: default-src 'none'"));
        assert!(said("GET / HTTP/1.1\r\naccept-encoding: gzip, br\r\n\r\n").contains("Content-Encoding: br"));
        assert!(said("GET /../Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(said("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        Ok(())
    }
}
