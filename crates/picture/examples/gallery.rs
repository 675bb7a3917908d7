//! Writes pages with all pictures, to be looked at: `cargo run -p picture --example gallery -- FOLDER`.
// What only the tests ask of it is not asked here.
#[allow(dead_code)]
#[path = "../tests/explained/mod.rs"]
mod explained;
#[path = "../tests/scenes/mod.rs"]
mod scenes;

use explained::{PHONE, SMALL, WIDE};
use picture::{ALL, FIRST_WIDE, Viewport, backdrop, layout, overlay, svg};
use scenes::NARROW;
use std::fmt::Write as _;
use std::path::PathBuf;
use story::{Cursor, Topic};

const VIEWS: [(&str, Viewport); 4] = [
    ("wide", scenes::WIDE),
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
            let page = page(scheme, width, height, &body);
            std::fs::write(folder.join(format!("{view}-{scheme}.html")), page)?;
        }
        for (view, width) in [("wide", WIDE), ("phone", PHONE), ("small", SMALL)] {
            // One page a topic: `explain-stride-wide-light.html`.
            for topic in Topic::ALL {
                let body = explained(*topic, width)?;
                let path = folder.join(format!("explain-{}-{view}-{scheme}.html", topic.name()));
                std::fs::write(path, page(scheme, width, 0.0, &body))?;
            }
        }
    }
    Ok(())
}

fn page(scheme: &str, width: f32, height: f32, body: &str) -> String {
    let style = [picture::STYLE, picture::explain::STYLE, picture::CHART_STYLE].concat();
    format!(
        "<!doctype html><meta charset=utf-8><style>{style}\
         :root {{ color-scheme: {scheme} }} body {{ margin: 12px; background: light-dark(#f7f6f2, #12151a); \
         color: var(--ink); font: 12px system-ui; display: flex; flex-wrap: wrap; gap: 12px }} \
         figure {{ margin: 0; padding: 12px; background: var(--card); border-radius: 16px; width: {width}px; \
         min-height: {height}px }} figcaption {{ color: var(--quiet); margin-bottom: 8px; overflow-wrap: anywhere }} \
         .picture {{ margin: auto }} p {{ margin: 6px 0; font-size: 14px }}</style>{body}"
    )
}

/// All pictures of a topic, with what they say.
fn explained(topic: Topic, width: f32) -> Result<String, Box<dyn std::error::Error>> {
    let mut body = String::new();
    for (name, link) in explained::SHOTS {
        let shown = explained::shown(link)?;
        if shown.topic != topic {
            continue;
        }
        let drawing = shown.drawing(Cursor::whole(shown.step), None, width);
        let [title, about] = picture::explain::words(topic);
        write!(
            body,
            "<figure><figcaption>{name}: {link}</figcaption><b>{title}</b><p>{about}</p>"
        )?;
        for choice in &shown.still.choices {
            let names: Vec<&str> = choice.options.iter().map(|(name, _)| name.as_str()).collect();
            write!(
                body,
                "<p>[{}] {}, now {:?}</p>",
                choice.name,
                names.join(" | "),
                choice.now
            )?;
        }
        body += &svg(&drawing.marks, drawing.size, &drawing.label);
        for line in drawing.lines.iter().chain(&shown.still.lines) {
            write!(body, "<p>{line}</p>")?;
        }
        body += "</figure>";
    }
    Ok(body)
}
