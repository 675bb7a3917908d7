//! The explaining pictures: what holds for all of them, and how some look.
// A test may panic.
#![allow(clippy::unwrap_used)]

mod any;
mod explained;
mod kept;

use explained::{PHONE, SHOTS, SMALL, Shown, WIDE, shown};
use picture::explain::{Act, Drawing};
use picture::{Mark, Rect, svg};
use proptest::prelude::*;
use proptest::sample::Index;
use story::{Cell, Cursor, Tensor, Topic};

/// Those that are kept as text, each in one width.
const KEPT: &[(&str, f32)] = &[
    ("channels-4-2", WIDE),
    ("channels", SMALL),
    ("groups", WIDE),
    ("groups-many", PHONE),
    ("pointwise", PHONE),
    ("feeds", WIDE),
    ("feeds-line", SMALL),
    ("order", WIDE),
    ("stride", WIDE),
    ("stride-2d", PHONE),
    ("padding", WIDE),
    ("padding-2d", PHONE),
    ("dilation", WIDE),
    ("dilation-2d", PHONE),
    ("flip", WIDE),
    ("flip-2d", PHONE),
    ("match", PHONE),
    ("match-told", WIDE),
    ("separable", WIDE),
    ("separable-depthwise", PHONE),
    ("signal", WIDE),
    ("signal-channels", PHONE),
    ("transposed", WIDE),
    ("transposed-bias-alone", PHONE),
    ("matrix", WIDE),
    ("matrix-reflect", PHONE),
    ("compare", PHONE),
    ("stack-holes", WIDE),
    ("pool-mean", PHONE),
];

/// Extreme layers and the sizes of their inputs.
const LAYERS: &[(&str, &str)] = &[
    ("Conv1d(1,1,1)", "1"),
    ("Conv1d(256,1,1)", "1"),
    ("Conv1d(1,300,1)", "2"),
    ("Conv1d(3000,3000,1,groups=3000)", "1"),
    ("Conv1d(2,2,11,dilation=25)", "256"),
    ("Conv1d(6,4,3,groups=2,padding=2,padding_mode='circular')", "2"),
    ("Conv2d(2,3,(1,11),stride=(3,1))", "20x128"),
    ("Conv2d(1,1,(2,1),padding=(3,0))", "1x1"),
    ("Conv2d(4,4,5,padding=2,padding_mode='replicate',groups=4)", "7x2"),
    ("Conv2d(2000,16,1,stride=2,padding=1)", "3x3"),
    ("Conv3d(2,2,11)", "12x11x11"),
    ("Conv3d(3,2,5,padding=1)", "5x5x5"),
    (
        "ConvTranspose1d(4,2,1,stride=3,padding=1,output_padding=2,groups=2)",
        "3",
    ),
    ("ConvTranspose2d(1,2,2,stride=3,output_padding=1)", "2x3"),
    ("ConvTranspose3d(2,1,2,dilation=2)", "2x2x2"),
];
/// Those that are held to them.
const HELD: [Topic; 4] = [Topic::Channels, Topic::Groups, Topic::Pointwise, Topic::Feeds];

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
            assert!(
                !drawing.label.is_empty() || drawing.marks.is_empty(),
                "{name} has no label"
            );
            let faults = outside(&shown, &drawing, width);
            assert!(faults.is_empty(), "{name} in {width}: {}", faults.join("\n"));
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

/// The article prints four digits of its weights and of its results.
#[test]
fn given_the_article_s_layers_when_shown_then_their_sums_are_the_article_s() {
    let cases: [(&str, &[f32]); 2] = [("channels-4-1", &[-6.3543]), ("channels-4-2", &[-8.1877, 0.9679])];
    for (name, expected) in cases {
        let (_, link) = SHOTS.iter().find(|(other, _)| *other == name).unwrap();
        let shown = shown(link).unwrap();
        for (step, &value) in expected.iter().enumerate() {
            let frame = shown.timeline.at(Cursor::whole(step));
            assert!((frame.total - value).abs() < 0.004, "{name}: {}", frame.total);
            // All four channels' sums are told, and drawn
            let drawing = shown.drawing(Cursor::whole(step), None, PHONE);
            assert_eq!(frame.channel_sums.len(), 4);
            let per_filter = frame.film.weight.len() / expected.len();
            for weight in &frame.film.weight[step * per_filter..(step + 1) * per_filter] {
                let text = story::number(*weight);
                assert!(
                    drawing.marks.iter().any(|mark| mark.text() == Some(&text)),
                    "{name}: {text}"
                );
            }
            for sum in &frame.channel_sums {
                let text = story::number(*sum);
                assert!(
                    drawing.lines[0].contains(&text),
                    "{name}: {text} in {}",
                    drawing.lines[0]
                );
                assert!(
                    drawing.marks.iter().any(|mark| mark.text() == Some(&text)),
                    "{name}: {text}"
                );
            }
        }
    }
}

#[test]
fn given_each_kind_of_cell_when_pointed_at_then_what_it_feeds_is_told() {
    let (_, link) = SHOTS.iter().find(|(name, _)| *name == "feeds").unwrap();
    let shown = shown(link).unwrap();
    let corner = Cell::Padding {
        channel: 0,
        at: [0, -1, -1],
    };
    for (cell, told) in [
        (
            Cell::Of(Tensor::Input, 12),
            "input[2, 2] feeds 9 outputs. output[1, 2] reads 9 cells.",
        ),
        (
            Cell::Of(Tensor::Input, 0),
            "input[0, 0] feeds 4 outputs. output[1, 2] reads 9 cells.",
        ),
        (corner, "padding feeds 1 output. output[1, 2] reads 9 cells."),
        (
            Cell::Of(Tensor::Weight, 4),
            "weight[0, 0, 1, 1] is used for 25 outputs. output[1, 2] reads 9 cells.",
        ),
        (
            Cell::Of(Tensor::Bias, 0),
            "bias[0] is added to 25 outputs. output[1, 2] reads 9 cells.",
        ),
        (
            Cell::Of(Tensor::Output, 24),
            "input[1, 2] feeds 9 outputs. output[4, 4] reads 9 cells.",
        ),
    ] {
        for width in [WIDE, PHONE, SMALL] {
            let drawing = shown.drawing(Cursor::whole(shown.step), Some(cell), width);
            assert_eq!(drawing.lines[0], told);
        }
    }
}

#[test]
fn given_a_filter_when_its_last_window_is_scored_then_the_best_and_the_worst_are_named_and_not_before() {
    let (_, link) = SHOTS.iter().find(|(name, _)| *name == "match-small").unwrap();
    let shown = shown(link).unwrap();
    let film = shown.timeline.film();
    for step in 0..shown.timeline.steps() {
        let drawing = shown.drawing(Cursor::whole(step), None, WIDE);
        let covers = drawing.marks.iter().filter(|mark| mark.text() == Some("?")).count();
        let steps = drawing.spots.iter().filter_map(|spot| match spot.act {
            Act::Step(cursor) => shown.timeline.cell(cursor.step).map(|cell| film.output[cell]),
            Act::Cell(_) => None,
        });
        let scores: Vec<f32> = steps.collect();
        if step + 1 < shown.timeline.steps() {
            assert_eq!((covers, scores.len()), (2, 0), "at {step}");
        } else {
            let best = film.output.iter().copied().fold(f32::MIN, f32::max);
            let worst = film.output.iter().copied().fold(f32::MAX, f32::min);
            assert_eq!((covers, scores), (0, vec![best, worst]));
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
    kept::assert_none(&faults);
    Ok(())
}

#[test]
fn given_extreme_layers_when_drawn_then_all_of_it_is_inside() {
    for (layer, shape) in LAYERS {
        for topic in HELD {
            for order in ["rows", "all", "scatter"] {
                let link = format!("layer={layer}&shape={shape}&order={order}&picture={}", topic.name());
                let shown = shown(&link).unwrap();
                if !topic.fits(shown.scene.spec()) {
                    continue;
                }
                let film = shown.timeline.film();
                let steps = shown.timeline.steps();
                let last = |tensor| {
                    film.data(tensor)
                        .len()
                        .checked_sub(1)
                        .map(|cell| Cell::Of(tensor, cell))
                };
                let mut pointed = vec![
                    None,
                    Some(Cell::Padding {
                        channel: 0,
                        at: [0, -1, 0],
                    }),
                ];
                pointed.extend([Tensor::Input, Tensor::Weight, Tensor::Bias, Tensor::Output].map(last));
                for width in [WIDE, PHONE, SMALL] {
                    let count = shown.drawing(Cursor::whole(0), None, width).marks.len();
                    for cursor in [0, steps / 2, steps - 1].map(Cursor::whole) {
                        let taps = shown.timeline.taps();
                        let within = shown.timeline.clamp(Cursor {
                            tap: Some(taps / 2),
                            ..cursor
                        });
                        for cursor in [cursor, within] {
                            let drawing = shown.drawing(cursor, None, width);
                            assert_eq!(drawing.marks.len(), count, "{link} {cursor:?} in {width}");
                        }
                        for &pointed in &pointed {
                            let drawing = shown.drawing(cursor, pointed, width);
                            let at = format!("{link} {cursor:?} {pointed:?} in {width}");
                            let faults = outside(&shown, &drawing, width);
                            assert!(faults.is_empty(), "{at}: {}", faults.join("\n"));
                            assert!((1.0..1500.0).contains(&drawing.size.1), "{at}: {:?}", drawing.size);
                        }
                    }
                }
            }
        }
    }
}

/// What of a drawing is not inside its width and height, or is not there.
fn outside(shown: &Shown, drawing: &Drawing, width: f32) -> Vec<String> {
    let mut faults = Vec::new();
    let (right, bottom) = (width + 1.0, drawing.size.1 + 1.0);
    if drawing.size.0 > right {
        faults.push(format!("is {} wide", drawing.size.0));
    }
    let holds = |rect: &Rect| rect.x >= -1.0 && rect.y >= -1.0 && rect.right() <= right && rect.bottom() <= bottom;
    for spot in &drawing.spots {
        let means_something = match spot.act {
            Act::Cell(cell) => cell.is_in(shown.timeline.film()),
            Act::Step(cursor) => shown.timeline.clamp(cursor) == cursor,
        };
        if !means_something || !holds(&spot.rect) {
            faults.push(format!("{spot:?}"));
        }
    }
    for mark in &drawing.marks {
        mark.attrs(&mut |attribute, value| {
            if value.contains("NaN") || value.contains("inf") {
                faults.push(format!("{attribute}={value}"));
            }
        });
        let is_inside = match mark {
            Mark::Text { x, y, size, text, .. } => {
                text.is_empty() || ((-1.0..=right).contains(x) && *y <= bottom && *size >= 6.0)
            }
            Mark::Rect { rect, .. } => holds(rect),
            _ => true,
        };
        if !is_inside {
            faults.push(format!("{mark:?}"));
        }
    }
    faults
}

proptest! {
    #![proptest_config(any::cases(40))]

    /// Given any layer, when any topic that fits is drawn at any step in any width, then all of it is inside, and a step
    /// changes no kind of mark.
    #[test]
    fn any_layer_has_its_pictures(
        scene in any::scenes(),
        width in 230.0_f32..1100.0,
        [step, tap, cell] in any::<[Index; 3]>(),
        kind in 0_usize..5,
    ) {
        for &topic in Topic::ALL.iter().filter(|topic| topic.fits(scene.spec())) {
            let shown = Shown::of(topic, scene.clone()).unwrap();
            for choice in &shown.still.choices {
                prop_assert!(choice.now.is_none_or(|now| now < choice.options.len()), "{:?}: {:?}", topic, choice);
            }
            let tags = |drawing: &Drawing| drawing.marks.iter().map(Mark::tag).collect::<Vec<_>>();
            let whole = Cursor::whole(step.index(shown.timeline.steps()));
            let within = shown.timeline.clamp(Cursor { tap: Some(tap.index(shown.timeline.taps().max(1))), ..whole });
            for (cursor, pointed) in [
                (whole, None),
                (within, None),
                (whole, any::any_cell(shown.timeline.film(), kind, cell)),
            ] {
                let drawing = shown.drawing(cursor, pointed, width);
                let at = format!("{topic:?} at {cursor:?}, {pointed:?} in {width}");
                let faults = outside(&shown, &drawing, width);
                prop_assert!(faults.is_empty(), "{}: {}", at, faults.join("\n"));
                let [step, first] = [cursor, Cursor::whole(0)].map(|cursor| shown.step(cursor, pointed, width));
                prop_assert_eq!(tags(&step), tags(&first), "{}", at);
            }
        }
    }
}
