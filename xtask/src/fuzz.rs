//! Links under a fuzzer, which looks for bytes that panic, hang or take too much room.

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::tools;

/// Long enough to say something after a change, short enough to wait for.
const SECONDS: u32 = 120;
const PUBLISHED: &str = "crates/story/tests/data/published-links.txt";

pub fn run(sh: &Shell, seconds: Option<&str>) -> Result<()> {
    let seconds = seconds.map_or(Ok(SECONDS), str::parse)?.to_string();
    tools::fuzz(sh)?;
    let corpus = crate::root().join("target/fuzz-corpus/link");
    sh.create_dir(&corpus)?;
    for (at, line) in sh.read_file(PUBLISHED)?.lines().enumerate() {
        let link = line.split(" | ").next().context("a link")?;
        sh.write_file(corpus.join(format!("published-{at}")), link)?;
    }
    let words = crate::root().join("target/fuzz-corpus/link.dict");
    sh.write_file(&words, WORDS.map(|word| format!("\"{word}\"\n")).concat())?;
    let _there = sh.push_dir("crates/story");
    // Without a sanitizer: the crates forbid unsafe code. Bounds: seconds and megabytes for one link.
    cmd!(
        sh,
        "cargo +nightly fuzz run --sanitizer none --target-dir ../../target/fuzz link {corpus} --
            -dict={words} -max_total_time={seconds} -max_len=4096 -timeout=5 -malloc_limit_mb=64 -rss_limit_mb=1024
            -print_final_stats=1"
    )
    .run()?;
    Ok(())
}

/// What links are made of.
const WORDS: [&str; 46] = [
    "&",
    "=",
    ",",
    ";",
    "__",
    "_",
    "%26",
    "%3D",
    "layer=",
    "shape=",
    "seed=",
    "fill=sine",
    "input=",
    "weight=",
    "weight.1=",
    "bias=",
    "bias.2=",
    "stage=",
    "flip=1",
    "order=",
    "step=",
    "picture=",
    "b=layer=",
    "speed=",
    "autoplay=0",
    "theme=",
    "embed",
    "hide=",
    "lock=",
    "Sequential(",
    "Conv1d(1,1,3)",
    "Conv2d(",
    "Conv3d(",
    "ConvTranspose2d(",
    "MaxPool2d(",
    "AvgPool1d(",
    "ReLU()",
    "Flatten()",
    "Linear(?,",
    "ZeroPad2d(",
    "stride=",
    "padding=",
    "dilation=",
    "groups=",
    "2147483647",
    "padding_mode='reflect'",
];
