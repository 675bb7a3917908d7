//! Pictures that somebody has looked at, kept as text. `BLESS=1 cargo test -p picture --test golden` takes new ones.
mod kept;
mod scenes;

use picture::{ALL, Viewport, backdrop, layout, overlay, svg};
use scenes::{NARROW, SHOTS, WIDE};

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
    let mut faults = Vec::new();
    for (name, view) in KEPT {
        let shot = SHOTS.iter().find(|shot| shot.name == name).ok_or(name)?;
        let frame = shot.frame()?;
        let layout = layout(&frame, view);
        let mut marks = backdrop(&layout, &frame.film, &ALL);
        marks.extend(overlay(&layout, &frame, &ALL));
        faults.extend(kept::fault(name, &svg(&marks, layout.size(), shot.layer))?);
    }
    kept::assert_none(&faults);
    Ok(())
}
