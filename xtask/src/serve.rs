//! Serves the optimised page, and builds it again after each edit.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::Result;
use xshell::Shell;

use crate::server::Server;
use crate::site::{BEST, QUICK, Site};
use crate::{build, root};

/// What the page is made from.
const SOURCES: [&str; 8] = [
    "src",
    "crates",
    "static",
    "build.rs",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
];

pub fn run(sh: &Shell, port: Option<u16>) -> Result<()> {
    let mut seen = fingerprint();
    build::optimised(sh)?;
    let server = start(Site::read(&root().join("dist"), BEST)?, port)?;
    println!("ConvLens is on {}", server.url);

    // The first build with the quick profile takes a while: do it before the first edit wants it.
    if build::quick(sh, "target/quick").is_ok() {
        println!("edits are watched: reload the page after one");
    }
    loop {
        let now = fingerprint();
        if now != seen {
            seen = now;
            let start = Instant::now();
            match build::quick(sh, "target/quick") {
                Ok(()) => {
                    server.replace(Site::read(&root().join("target/quick"), QUICK)?);
                    println!("built in {:.1} s: reload {}", start.elapsed().as_secs_f64(), server.url);
                }
                Err(error) => eprintln!("the last good page stays: {error:#}"),
            }
        }
        sleep(Duration::from_millis(250));
    }
}

/// On the port that was asked for; else on the usual one, or any that is free.
fn start(site: Site, port: Option<u16>) -> Result<Server> {
    match port {
        Some(port) => Server::start(site, port),
        None if std::net::TcpListener::bind(("127.0.0.1", 8080)).is_ok() => Server::start(site, 8080),
        None => Server::start(site, 0),
    }
}

fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        add(&root().join(source), &mut hasher);
    }
    hasher.finish()
}

fn add(path: &Path, hasher: &mut DefaultHasher) {
    let Ok(about) = path.metadata() else { return };
    if about.is_file() {
        (path, about.modified().ok(), about.len()).hash(hasher);
        return;
    }
    let mut entries: Vec<_> = path
        .read_dir()
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    for entry in entries {
        add(&entry, hasher);
    }
}
