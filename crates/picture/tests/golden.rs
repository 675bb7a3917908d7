//! Pictures that somebody has looked at, kept as text. `BLESS=1 cargo test -p picture --test golden` takes new ones.
mod scenes;

use picture::{ALL, Viewport, backdrop, layout, overlay, svg};
use scenes::{NARROW, SHOTS, WIDE};
use std::fs;
use std::path::Path;

const KEPT: [(&str, Viewport); 13] = [
    ("plain", WIDE),
    ("stride", NARROW),
    ("row-channels", WIDE),
    ("columns", WIDE),
    ("groups", NARROW),
    ("transposed", WIDE),
    ("scatter", WIDE),
    ("dilation", WIDE),
    ("taps", NARROW),
    ("strip", WIDE),
    ("max-pool", NARROW),
    ("sides", NARROW),
    ("linear", NARROW),
];

#[test]
fn pictures_look_as_they_did() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let blesses = std::env::var_os("BLESS").is_some();
    let mut faults = Vec::new();
    for (name, view) in KEPT {
        let shot = SHOTS.iter().find(|shot| shot.name == name).ok_or(name)?;
        let frame = shot.frame()?;
        let layout = layout(&frame, view);
        let mut marks = backdrop(&layout, &frame.film, &ALL);
        marks.extend(overlay(&layout, &frame, &ALL));
        // One element a line, so that a difference can be read.
        let picture = svg(&marks, layout.size(), shot.layer).replace("><", ">\n<") + "\n";
        let path = folder.join(name).with_extension("svg");
        let new = folder.join(name).with_extension("svg.new");
        match fs::read_to_string(&path) {
            Ok(kept) if kept == picture => {
                // What is right again needs no second look.
                let _ = fs::remove_file(new);
            }
            _ if blesses => {
                fs::create_dir_all(&folder)?;
                fs::write(path, picture)?;
                let _ = fs::remove_file(new);
            }
            Ok(_) => {
                fs::write(&new, picture)?;
                faults.push(format!("{name} has changed: compare {}", new.display()));
            }
            Err(_) => {
                fs::create_dir_all(&folder)?;
                fs::write(&path, picture)?;
                faults.push(format!("{name} is new: look at {}", path.display()));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{}\nAfter a look, BLESS=1 takes the changes.",
        faults.join("\n")
    );
    Ok(())
}
