//! The explaining pictures: what holds for all of them, and how some look.
// A test may panic.
#![allow(clippy::unwrap_used)]

mod explained;
mod kept;

use conv::{LayerSpec, Op, Padding, PaddingMode};
use explained::{PHONE, SHOTS, SMALL, Shown, WIDE, shown};
use picture::explain::Act;
use picture::{Mark, svg};
use proptest::prelude::*;
use story::{Cursor, Order, Scene, Showing, Topic};

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

/// Layers of any rank with their inputs, as far as they can be, in any order.
fn scenes() -> impl Strategy<Value = Scene> {
    let numbers = (1_i64..=5, 1_i64..=4, 1_i64..=3, -1_i64..=3, 1_i64..=2);
    let choices = (1_usize..=3, 0_usize..4, 0_usize..4, any::<[bool; 3]>());
    (numbers, choices, prop::array::uniform3(1_usize..=9)).prop_filter_map("cannot be", |(numbers, choices, size)| {
        let (kernel, stride, dilation, padding, groups) = numbers;
        let (rank, mode, order, [flip, same, is_transposed]) = choices;
        let op = if is_transposed { Op::ConvTranspose } else { Op::Conv };
        let mut spec = LayerSpec::new(op, rank, 2 * groups, groups, kernel);
        (spec.stride[0], spec.dilation, spec.groups) = (stride, vec![dilation; rank], groups);
        spec.padding = if same {
            Padding::Same
        } else {
            Padding::Cells(vec![padding; rank])
        };
        spec.padding_mode = PaddingMode::ALL[mode];
        let mut scene = Scene::default();
        *scene.stage_mut() = story::Stage::new(spec);
        scene.net_mut().size = size[..rank].to_vec();
        scene.view.order = [Order::Rows, Order::Columns, Order::Shuffle, Order::All][order];
        scene.view.flip = flip;
        matches!(scene.show(), Ok(Showing::Film(_))).then_some(scene)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    /// Given any layer, when any topic that fits is drawn in any width, then all of it is inside, and a step changes no
    /// kind of mark.
    #[test]
    fn any_layer_has_its_pictures(scene in scenes(), width in 230.0_f32..1100.0, step in any::<prop::sample::Index>()) {
        for &topic in Topic::ALL.iter().filter(|topic| topic.fits(&scene)) {
            let shown = Shown::of(topic, scene.clone()).unwrap();
            let first = shown.drawing(Cursor::whole(0), None, width);
            let step = step.index(shown.timeline.steps());
            let drawing = shown.drawing(Cursor::whole(step), None, width);
            prop_assert!(drawing.size.0 <= width + 1.0, "{:?}: {} in {}", topic, drawing.size.0, width);
            let tags = |marks: &[Mark]| marks.iter().map(Mark::tag).collect::<Vec<_>>();
            prop_assert_eq!(tags(&drawing.marks), tags(&first.marks), "{:?}", topic);
            for spot in &drawing.spots {
                prop_assert!(spot.rect.right() <= width + 1.0, "{:?}: {:?}", topic, spot);
                if let Act::Cell(cell) = spot.act {
                    prop_assert!(cell.is_in(shown.timeline.film()), "{:?}: {:?}", topic, cell);
                }
            }
        }
    }
}
