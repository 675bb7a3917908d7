//! The explaining pictures: what holds for all of them, and how some look.
// A test may panic.
#![allow(clippy::unwrap_used)]

mod explained;
mod kept;

use explained::{PHONE, SHOTS, SMALL, WIDE, shown};
use picture::explain::Act;
use picture::{Mark, svg};
use story::{Cursor, Topic};

/// Those that are kept as text, each in one width.
const KEPT: &[(&str, f32)] = &[
    ("order", WIDE),
    ("stride", WIDE),
    ("stride-2d", PHONE),
    ("padding", WIDE),
    ("padding-2d", PHONE),
    ("dilation", WIDE),
    ("dilation-2d", PHONE),
    ("flip", WIDE),
    ("flip-2d", PHONE),
];

#[test]
fn every_topic_is_among_the_pictures() {
    for topic in Topic::ALL {
        let one = SHOTS.iter().any(|(_, link)| shown(link).unwrap().topic == *topic);
        assert!(one, "{topic:?}");
    }
}

#[test]
fn given_any_picture_when_drawn_in_any_width_then_all_of_it_is_inside() {
    for (name, link) in SHOTS {
        let shown = shown(link).unwrap();
        for width in [WIDE, PHONE, SMALL, 1100.0] {
            let drawing = shown.drawing(Cursor::whole(shown.step), None, width);
            assert!(drawing.size.0 <= width + 1.0, "{name}: {} in {width}", drawing.size.0);
            assert!(
                !drawing.label.is_empty() || drawing.marks.is_empty(),
                "{name} has no label"
            );
            for spot in &drawing.spots {
                assert!(
                    spot.rect.x >= -1.0 && spot.rect.right() <= width + 1.0,
                    "{name}: {spot:?}"
                );
                assert!(
                    spot.rect.y >= -1.0 && spot.rect.bottom() <= drawing.size.1 + 1.0,
                    "{name}: {spot:?}"
                );
                match spot.act {
                    Act::Cell(cell) => assert!(cell.is_in(shown.timeline.film()), "{name}: {cell:?}"),
                    Act::Step(cursor) => assert_eq!(shown.timeline.clamp(cursor), cursor, "{name}"),
                }
            }
            for mark in &drawing.marks {
                mark.attrs(&mut |attribute, value| assert!(!value.contains("NaN"), "{name}: {attribute}={value}"));
                if let Mark::Text { x, size, text, .. } = mark {
                    assert!(*x >= -1.0 && *x <= width + 1.0, "{name}: {text} at {x}");
                    assert!(*size >= 6.0, "{name}: {text} in {size}");
                }
            }
        }
    }
}

#[test]
fn given_any_picture_when_stepped_then_its_marks_stay() {
    for (name, link) in SHOTS {
        let shown = shown(link).unwrap();
        let marks = |step| shown.drawing(Cursor::whole(step), None, WIDE).marks.len();
        let steps = shown.timeline.steps();
        for step in [1, steps / 2, steps - 1] {
            assert_eq!(marks(step), marks(0), "{name} at {step}");
        }
    }
}

#[test]
fn given_any_picture_when_any_of_its_cells_is_pointed_at_then_it_is_still_a_picture() {
    for (name, link) in SHOTS {
        let shown = shown(link).unwrap();
        let cursor = Cursor::whole(shown.step);
        let spots = shown.drawing(cursor, None, PHONE).spots;
        for spot in spots.iter().take(40) {
            let Act::Cell(cell) = spot.act else { continue };
            assert!(
                shown.drawing(cursor, Some(cell), PHONE).size.1 > 0.0,
                "{name}: {cell:?}"
            );
        }
    }
}

#[test]
fn pictures_look_as_they_did() -> Result<(), Box<dyn std::error::Error>> {
    let mut faults = Vec::new();
    for &(name, width) in KEPT {
        let (_, link) = SHOTS.iter().find(|(other, _)| *other == name).ok_or(name)?;
        let shown = shown(link)?;
        let drawing = shown.drawing(Cursor::whole(shown.step), None, width);
        let mut picture = svg(&drawing.marks, drawing.size, &drawing.label);
        for line in shown.still.lines.iter().chain(&drawing.lines) {
            picture = picture + "\n" + line;
        }
        faults.extend(kept::fault(&format!("explain-{name}"), &picture)?);
    }
    assert!(
        faults.is_empty(),
        "{}\nAfter a look, BLESS=1 takes the changes.",
        faults.join("\n")
    );
    Ok(())
}
