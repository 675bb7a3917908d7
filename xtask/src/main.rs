//! Every job of the project: `cargo xtask` lists them.
#![forbid(unsafe_code)]

mod assets;
mod bench;
mod build;
mod cut;
mod dist;
mod elements;
mod failed;
mod first;
mod fuzz;
mod hook;
mod kernels;
mod lab;
mod miri;
mod names;
mod onefile;
mod pack;
mod peers;
mod poster;
mod serve;
mod server;
mod site;
mod size;
mod squeeze;
mod test;
mod tidy;
mod tools;
mod wasm;
mod worksheet;

use std::process::ExitCode;

use anyhow::{Result, bail};
use xshell::Shell;

const HELP: &str = "\
cargo xtask <job>

  serve [--port N]  build the optimised page, serve it on this machine, build again after each edit
  build             build the optimised page into dist/
  dist              build all that is published: the page, one file, a notebook's module, compressed
  kernels           build the kernels' package for JavaScript into dist/pkg
  test [part ...]   run everything that must hold, or the parts of these names
  tidy              check the rules of the architecture
  size              print what the first load of dist/ weighs
  poster LINK       write the step of a link as SVG: [--out FILE] [--width N] [--dark] [--strip]
  worksheet LINK    write problems of a link's scene with their answers as HTML: [--out FILE] [--count N]
                    [--variant N] [--lang zh]
  miri              run the core's tests under Miri (half an hour)
  fuzz [seconds]    look for links that panic, hang or take too much room
  bench             race the core's paths against plain JS in Chromium
  bench --page      measure the optimised page in Chromium
  bench --peers     race the kernels against other libraries in Chromium: [--rows R1,M1] [--rounds N] [--held-out]

Each job installs what it lacks and says so.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let sh = Shell::new()?;
    sh.change_dir(root());
    match args.as_slice() {
        ["serve"] => serve::run(&sh, None),
        ["serve", "--port", port] => serve::run(&sh, Some(port.parse()?)),
        ["build"] => build::optimised(&sh),
        ["dist"] => dist::run(&sh),
        ["kernels"] => kernels::run(&sh),
        ["test", only @ ..] => test::run_parts(&sh, only),
        ["tidy"] => tidy::run(&sh),
        ["size"] => size::run(&sh),
        ["poster", link, options @ ..] => poster::run(link, options),
        ["worksheet", link, options @ ..] => worksheet::run(link, options),
        ["miri"] => miri::run(&sh),
        ["fuzz"] => fuzz::run(&sh, None),
        ["fuzz", seconds] => fuzz::run(&sh, Some(seconds)),
        ["bench"] => bench::core(&sh),
        ["bench", "--page"] => bench::page(&sh),
        ["bench", "--peers", options @ ..] => peers::run(&sh, options),
        ["hook"] => hook::run(&sh),
        [] | ["help" | "--help"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("no such job\n\n{HELP}"),
    }
}

/// The folder of the workspace.
fn root() -> &'static std::path::Path {
    let xtask = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}
