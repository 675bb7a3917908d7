//! The kernels against their peers, in one Chromium: tables on the terminal, a chart and all numbers in target/bench.

mod measured;
mod table;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use picture::charts::{ChartWords, Heat, race};
use xshell::{Shell, cmd};

use crate::{kernels, root, tools};
use measured::Measured;

/// The page, its contestants, and which peers these are.
const SOURCES: &str = "xtask/bench/peers";
const PINS: [&str; 2] = ["xtask/bench/peers/package.json", "xtask/bench/peers/package-lock.json"];

/// Enough for a tenth of them to be quiet moments.
const ROUNDS: usize = 50;

/// Of the chart, in pixels: its width, and what it needs but for its rows.
const WIDTH: u32 = 820;
const EDGE: u32 = 110;
const ROW: u32 = 26;

#[derive(Debug, PartialEq)]
struct Options<'a> {
    rounds: usize,
    held_out: bool,
    rows: Vec<&'a str>,
}

pub fn run(sh: &Shell, options: &[&str]) -> Result<()> {
    let options = parse(options)?;
    tools::for_page(sh)?;
    let chromium = tools::browser(sh)?.chromium;
    let peers = peers(sh)?;
    let folder = page(sh, &peers)?;
    let set = if options.held_out { "held-out" } else { "rows" };
    let numbers = root().join(format!("target/bench/peers-{set}.json"));
    let (rounds, rows) = (options.rounds.to_string(), &options.rows);
    cmd!(
        sh,
        "node {SOURCES}/race.mjs {folder} {peers} {chromium} {numbers} {rounds} {set} {rows...}"
    )
    .quiet()
    .run()?;
    let measured = Measured::read(&sh.read_file(&numbers)?)?;
    let table = table::markdown(&measured);
    println!("{table}");
    for (kind, text) in [("md", table), ("svg", chart(&measured))] {
        sh.write_file(numbers.with_extension(kind), text)?;
    }
    println!("Kept as .json, .md and .svg: target/bench/peers-{set}");
    Ok(())
}

fn parse<'a>(given: &[&'a str]) -> Result<Options<'a>> {
    let mut options = Options {
        rounds: ROUNDS,
        held_out: false,
        rows: Vec::new(),
    };
    let mut given = given.iter();
    while let Some(&name) = given.next() {
        let mut value = || given.next().copied().with_context(|| format!("{name} needs a value"));
        match name {
            "--rounds" => {
                options.rounds = value()?.parse().context("--rounds needs a number")?;
                if options.rounds == 0 {
                    bail!("--rounds is from 1 on");
                }
            }
            "--rows" => options.rows = value()?.split(',').collect(),
            "--held-out" => options.held_out = true,
            _ => bail!("{name} is none of --rows R1,M1, --rounds N, --held-out"),
        }
    }
    Ok(options)
}

fn peers(sh: &Shell) -> Result<PathBuf> {
    tools::installed(sh, "peers", &PINS, |home| {
        tools::say("the peers to race against");
        for file in PINS {
            sh.copy_file(root().join(file), home)?;
        }
        cmd!(sh, "npm ci --prefix {home} --ignore-scripts").run()?;
        Ok(())
    })
}

/// Makes the page of the race, with the kernels as they are published.
fn page(sh: &Shell, peers: &Path) -> Result<PathBuf> {
    let folder = root().join("target/bench/peers");
    sh.create_dir(&folder)?;
    sh.copy_file(root().join(SOURCES).join("index.html"), &folder)?;
    kernels::package(sh, &folder.join(kernels::FOLDER))?;
    let script = folder.join("page.js");
    cmd!(
        sh,
        "esbuild {SOURCES}/page.mjs --bundle --format=esm --target=esnext --external:/pkg/* --log-level=warning
         --outfile={script}"
    )
    .env("NODE_PATH", peers.join("node_modules"))
    .quiet()
    .run()?;
    Ok(folder)
}

/// The kernels' rates at their quiet moments, as a drawing that stands by itself.
fn chart(measured: &Measured) -> String {
    let names: Vec<String> = measured.contestants().map(str::to_owned).collect();
    let heats: Vec<Heat> = measured.rows.iter().map(heat).collect();
    let words = ChartWords {
        x: "GF/s, at the tenth percentile of the times".to_owned(),
        y: "times the best peer".to_owned(),
        title: "One convolution layer in the browser, kernel time".to_owned(),
    };
    let size = (WIDTH, EDGE + ROW * heats.len() as u32);
    let looks = concat!("<style>", include_str!("chart.css"), "</style>");
    let drawing = race(&heats, &names, size, &words);
    drawing.replacen('>', &[">", looks].concat(), 1)
}

fn heat(row: &measured::Row) -> Heat {
    Heat {
        name: row.name.clone(),
        values: row.contestants.iter().map(|one| row.rate(one.kernel.p10)).collect(),
        note: row
            .ahead(0, |one| one.kernel.p10)
            .map_or_else(String::new, |times| format!("{times:.2}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() -> Result<()> {
        let options = parse(&["--rows", "R1,M1", "--rounds", "9", "--held-out"])?;
        assert_eq!(
            options,
            Options {
                rounds: 9,
                held_out: true,
                rows: vec!["R1", "M1"]
            }
        );
        assert!(parse(&["--rounds", "0"]).is_err());
        assert!(parse(&["--rounds"]).is_err());
        assert!(parse(&["--fast"]).is_err());
        Ok(())
    }

    #[test]
    fn the_chart_stands_by_itself() -> Result<()> {
        let drawing = chart(&measured::tests::sample()?);
        assert!(drawing.starts_with("<svg class=\"chart\"") && drawing.contains("><style>"));
        assert!(drawing.contains("R1") && drawing.contains("2.00"));
        Ok(())
    }
}
