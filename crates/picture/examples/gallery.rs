//! Writes pages with all pictures, to be looked at: `cargo run -p picture --example gallery -- FOLDER`.
#[path = "../tests/scenes/mod.rs"]
mod scenes;

use picture::{ALL, FIRST_WIDE, Viewport, backdrop, layout, overlay, svg};
use scenes::{NARROW, WIDE};
use std::fmt::Write as _;
use std::path::PathBuf;

const VIEWS: [(&str, Viewport); 4] = [
    ("wide", WIDE),
    ("phone", NARROW),
    (
        "small",
        Viewport {
            width: 248.0,
            height: 480.0,
        },
    ),
    ("first", FIRST_WIDE),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned()));
    std::fs::create_dir_all(&folder)?;
    let style = include_str!("../picture.css");
    for scheme in ["light", "dark"] {
        for (view, viewport) in VIEWS {
            let Viewport { width, height } = viewport;
            let mut body = String::new();
            for shot in scenes::SHOTS {
                let frame = shot.frame()?;
                let layout = layout(&frame, viewport);
                let mut marks = backdrop(&layout, &frame.film, &ALL);
                marks.extend(overlay(&layout, &frame, &ALL));
                let (w, h) = layout.size();
                write!(
                    body,
                    "<figure><figcaption>{} {} {:?} — {w}×{h}, {} marks</figcaption>{}</figure>",
                    shot.name,
                    shot.layer,
                    shot.size,
                    marks.len(),
                    svg(&marks, layout.size(), shot.name)
                )?;
            }
            let page = format!(
                "<!doctype html><meta charset=utf-8><style>{style}\
                 :root {{ color-scheme: {scheme} }} body {{ margin: 12px; background: light-dark(#f7f6f2, #12151a); \
                 color: var(--ink); font: 12px system-ui; display: flex; flex-wrap: wrap; gap: 12px }} \
                 figure {{ margin: 0; padding: 12px; background: var(--card); border-radius: 16px; width: {width}px; \
                 min-height: {height}px }} figcaption {{ color: var(--quiet); margin-bottom: 8px }} \
                 .picture {{ margin: auto }}</style>{body}"
            );
            std::fs::write(folder.join(format!("{view}-{scheme}.html")), page)?;
        }
    }
    Ok(())
}
