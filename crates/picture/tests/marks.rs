//! What the marks say, for films of many layers.
// A test may panic.
#![allow(clippy::unwrap_used)]

mod scenes;

use picture::{
    ALL, FIRST_NARROW, FIRST_WIDE, Group, Layout, Mark, Rect, Viewport, backdrop, first_picture, layout, lights,
    overlay,
};
use proptest::prelude::*;
use scenes::{NARROW, SHOTS, Shot, WIDE, timeline};
use story::{Cell, Cursor, Frame, Lit, Order, Tensor};

const VIEWS: [Viewport; 6] = [
    WIDE,
    NARROW,
    FIRST_WIDE,
    FIRST_NARROW,
    Viewport {
        width: 248.0,
        height: 480.0,
    },
    Viewport {
        width: 1500.0,
        height: 620.0,
    },
];

fn class(mark: &Mark) -> &'static str {
    match mark {
        Mark::Rect { class, .. } | Mark::Text { class, .. } | Mark::Path { class, .. } | Mark::Shade { class, .. } => {
            class
        }
    }
}

fn rects<'a>(marks: &'a [Mark], wanted: &'a str) -> impl Iterator<Item = Rect> + 'a {
    marks.iter().filter_map(move |mark| match mark {
        Mark::Rect { class, rect, .. } if *class == wanted => Some(*rect),
        _ => None,
    })
}

fn all_marks(layout: &Layout, frame: &Frame) -> Vec<Mark> {
    let mut marks = backdrop(layout, &frame.film, &ALL);
    marks.extend(overlay(layout, frame, &ALL));
    marks
}

#[test]
fn the_first_window_lies_on_the_inputs_first_cells() {
    // Given a 5×5 input and a 3×3 kernel at the first step
    let frame = Shot::new("first", "Conv2d(1, 1, 3, bias=False)", &[5, 5], 0)
        .frame()
        .unwrap();
    let layout = layout(&frame, WIDE);
    // When the step is drawn
    let marks = overlay(&layout, &frame, &ALL);
    // Then the window's cells are the first three of the first three rows
    let window: Vec<Option<Cell>> = rects(&marks, "cell read")
        .map(|rect| layout.hit(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0))
        .collect();
    let wanted = [0, 1, 2, 5, 6, 7, 10, 11, 12].map(|cell| Some(Cell::Of(Tensor::Input, cell)));
    assert_eq!(window, wanted);
    // and the present output cell is the first
    let present: Vec<Rect> = rects(&marks, "cell out now").collect();
    let first = layout.cell_rect(Cell::Of(Tensor::Output, 0)).unwrap();
    assert_eq!(present.len(), 1);
    assert!(present[0].x > first.x && present[0].x < first.x + first.width);
}

#[test]
fn a_narrow_window_has_the_input_above() {
    for shot in SHOTS {
        let frame = shot.frame().unwrap();
        let layout = layout(&frame, NARROW);
        let Some(Cell::Of(Tensor::Input, first)) = layout.first_cell() else {
            continue;
        };
        let input = layout.cell_rect(Cell::Of(Tensor::Input, first)).unwrap();
        let outputs = (0..frame.film.output.len()).filter_map(|cell| layout.cell_rect(Cell::Of(Tensor::Output, cell)));
        for output in outputs {
            assert!(output.y > input.y, "{}", shot.name);
        }
    }
}

#[test]
fn a_transposed_layers_kernel_is_drawn_as_it_is_applied() {
    // Given a transposed layer, whose windows meet the kernel from its end
    let shot = Shot::new("mirrored", "ConvTranspose1d(1, 1, 3, stride=2)", &[3], 0);
    for (order, mirrored) in [(Order::Rows, true), (Order::Scatter, false)] {
        let frame = shot.clone().order(order).frame().unwrap();
        let layout = layout(&frame, WIDE);
        // Then its last weight stands first; but a stamp is the kernel as it is
        let x = |weight| layout.cell_rect(Cell::Of(Tensor::Weight, weight)).unwrap().x;
        assert_eq!(x(2) < x(0), mirrored, "{order:?}");
    }
}

#[test]
fn every_picture_has_marks_in_both_first_viewports() {
    let frame = Shot::new("first", "Conv2d(1, 1, 3)", &[5, 5], 4).frame().unwrap();
    let html = first_picture(&frame);
    assert_eq!(html.matches("<svg ").count(), 2);
    assert_eq!(html.matches("class=\"first ").count(), 2);
}

#[test]
fn a_step_adds_no_marks_and_changes_no_tags() {
    for shot in SHOTS {
        let timeline = shot.timeline().unwrap();
        for view in VIEWS {
            let mut before: Option<(Layout, Vec<&'static str>)> = None;
            for step in (0..timeline.steps())
                .take(40)
                .chain(timeline.steps().saturating_sub(3)..timeline.steps())
            {
                for tap in [None, Some(0), Some(timeline.taps().saturating_sub(1))] {
                    let frame = timeline.at(Cursor { step, tap });
                    let layout = layout(&frame, view);
                    let tags: Vec<&str> = overlay(&layout, &frame, &ALL).iter().map(Mark::tag).collect();
                    if let Some((same, tags_before)) = &before
                        && *same == layout
                    {
                        assert_eq!(*tags_before, tags, "{} step {step} {tap:?}", shot.name);
                    }
                    before = Some((layout, tags));
                }
            }
        }
    }
}

#[test]
fn a_step_moves_the_window_as_one() {
    // Given a step without padding, and the next one
    let shot = Shot::new("first", "Conv2d(1, 1, 3, bias=False)", &[5, 5], 0);
    let timeline = shot.timeline().unwrap();
    let [before, after] = [0, 1].map(|step| {
        let frame = timeline.at(Cursor { step, tap: None });
        Group::all(overlay(&layout(&frame, WIDE), &frame, &ALL))
    });
    let is_window = |mark: &Mark| matches!(mark, Mark::Rect { class, .. } if *class == "cell read");
    let window = |groups: &[Group]| {
        groups
            .iter()
            .position(|group| group.marks.iter().any(is_window))
            .unwrap()
    };
    let (at, is_there) = (window(&before), window(&after));
    assert_eq!(at, is_there);
    // Then the group of the window has moved by a cell
    let cell = layout(&shot.frame().unwrap(), WIDE)
        .cell_rect(Cell::Of(Tensor::Input, 0))
        .unwrap();
    assert_eq!(after[at].at, [before[at].at[0] + cell.width, before[at].at[1]]);
    // and within it nothing differs
    assert_eq!(before[at].marks, after[at].marks);
}

#[test]
fn groups_have_all_marks_where_they_were() {
    for shot in SHOTS {
        let frame = shot.frame().unwrap();
        let marks = all_marks(&layout(&frame, WIDE), &frame);
        let groups = Group::all(marks.clone());
        let mut all = marks.iter();
        for group in &groups {
            for mark in &group.marks {
                let near = |a: f32, b: f32, axis: usize| (a + group.at[axis] - b).abs() < 1e-3;
                let is_there = match (mark, all.next().unwrap()) {
                    (Mark::Rect { rect, .. }, Mark::Rect { rect: whole, .. }) => {
                        near(rect.x, whole.x, 0) && near(rect.y, whole.y, 1)
                    }
                    (Mark::Text { x, y, .. }, Mark::Text { x: left, y: top, .. }) => {
                        near(*x, *left, 0) && near(*y, *top, 1)
                    }
                    (mark, whole) => mark == whole && group.at == [0.0; 2],
                };
                assert!(is_there, "{} {mark:?}", shot.name);
            }
        }
        assert!(all.next().is_none());
    }
}

#[test]
fn pointing_elsewhere_adds_no_marks() {
    for shot in SHOTS {
        let frame = shot.frame().unwrap();
        let layout = layout(&frame, WIDE);
        for cell in [
            Cell::Of(Tensor::Input, 0),
            Cell::Of(Tensor::Weight, 0),
            Cell::Of(Tensor::Output, 0),
        ] {
            let lit = lights(&layout, &Lit::of(&frame, cell));
            assert_eq!(lit.len(), 4, "{}", shot.name);
        }
    }
}

/// What is not within the picture's size.
fn outside(layout: &Layout, marks: &[Mark]) -> Option<Mark> {
    let (width, height) = layout.size();
    marks
        .iter()
        .find(|mark| match mark {
            Mark::Rect { rect, .. } => {
                rect.x < 0.0 || rect.y < 0.0 || rect.x + rect.width > width || rect.y + rect.height > height
            }
            Mark::Text { x, y, text, .. } => !text.is_empty() && (*x < 0.0 || *y < 0.0 || *x > width || *y > height),
            Mark::Path { .. } | Mark::Shade { .. } => false,
        })
        .cloned()
}

#[test]
fn everything_is_within_the_picture_and_the_picture_within_the_viewport() {
    for shot in SHOTS {
        let frame = shot.frame().unwrap();
        for view in VIEWS {
            let layout = layout(&frame, view);
            let (width, height) = layout.size();
            assert!(
                width <= view.width + 0.01 && height <= view.height + 0.01,
                "{} {view:?}",
                shot.name
            );
            let marks = all_marks(&layout, &frame);
            assert_eq!(outside(&layout, &marks), None, "{} {view:?}", shot.name);
        }
    }
}

#[test]
fn every_class_has_a_look() {
    let style = picture::STYLE;
    for shot in SHOTS {
        let frame = shot.frame().unwrap();
        let layout = layout(&frame, WIDE);
        for mark in all_marks(&layout, &frame) {
            for word in class(&mark).split(' ') {
                assert!(style.contains(&format!(".{word}")), "{word} of {:?}", class(&mark));
            }
        }
    }
}

/// Any layer of rank 1 or 2 that has an output, with the size of its input, and layers without weights or axes.
fn films() -> impl Strategy<Value = story::Timeline> {
    prop_oneof![3 => convolutions(), 1 => others()]
}

fn others() -> impl Strategy<Value = story::Timeline> {
    let sizes = (1_usize..=2, 2_i64..10, 1_i64..4, 1_i64..4, 0_i64..2);
    (sizes, 2_usize..8, 1_i64..4).prop_filter_map(
        "no output",
        |((rank, size, kernel, stride, padding), op, channels)| {
            let op = conv::Op::ALL[op];
            let rank = if op == conv::Op::Linear { 0 } else { rank };
            let mut spec = conv::LayerSpec::new(op, rank, channels, channels, kernel);
            if op == conv::Op::Linear {
                (spec.in_channels, spec.out_channels) = (size * channels, stride);
            } else if op.is_pool() {
                (spec.stride, spec.padding) = (vec![stride; rank], conv::Padding::Cells(vec![padding; rank]));
            } else if op == conv::Op::Pad {
                spec.padding = conv::Padding::Sides((0..2 * rank as i64).map(|side| (side + padding) % 3).collect());
            }
            timeline(spec, &vec![size as usize; rank], Order::Rows, false).ok()
        },
    )
}

fn convolutions() -> impl Strategy<Value = story::Timeline> {
    let sizes = (1_usize..=2, 2_i64..10, 1_i64..4, 1_i64..4, 0_i64..3, 1_i64..3);
    let channels = (1_i64..4, 1_i64..4, 1_i64..3, any::<bool>(), any::<bool>());
    (sizes, channels).prop_filter_map("no output", |(sizes, channels)| {
        let (rank, size, kernel, stride, padding, dilation) = sizes;
        let (ins, outs, groups, is_transposed, bias) = channels;
        let op = if is_transposed {
            conv::Op::ConvTranspose
        } else {
            conv::Op::Conv
        };
        let mut spec = conv::LayerSpec::new(op, rank, ins * groups, outs * groups, kernel);
        (spec.stride, spec.dilation) = (vec![stride; rank], vec![dilation; rank]);
        (spec.padding, spec.groups, spec.bias) = (conv::Padding::Cells(vec![padding; rank]), groups, bias);
        let order = if is_transposed && bias {
            Order::Scatter
        } else {
            Order::Rows
        };
        timeline(spec, &vec![size as usize; rank], order, false).ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_cells_middle_leads_back_to_the_cell(timeline in films(), step in 0_usize..200, wide in any::<bool>()) {
        let frame = timeline.at(Cursor { step, tap: None });
        let layout = layout(&frame, if wide { WIDE } else { NARROW });
        let film = &frame.film;
        let mut found = 0;
        for (tensor, count) in [
            (Tensor::Input, film.input.len()),
            (Tensor::Weight, film.weight.len()),
            (Tensor::Output, film.output.len()),
        ] {
            for cell in (0..count).map(|cell| Cell::Of(tensor, cell)) {
                if let Some(rect) = layout.cell_rect(cell) {
                    found += 1;
                    let (x, y) = rect.centre();
                    prop_assert_eq!(layout.hit(x, y), Some(cell));
                }
            }
        }
        prop_assert!(found >= 3);
    }

    #[test]
    fn arrows_lead_from_every_grid_to_every_other(timeline in films(), wide in any::<bool>()) {
        let frame = timeline.at(Cursor { step: 0, tap: None });
        let layout = layout(&frame, if wide { WIDE } else { NARROW });
        let mut seen: Vec<Cell> = layout.first_cell().into_iter().collect();
        let mut next = 0;
        while let Some(&cell) = seen.get(next) {
            next += 1;
            for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                if let Some(cell) = layout.neighbour(cell, dx, dy).filter(|cell| !seen.contains(cell)) {
                    seen.push(cell);
                }
            }
        }
        for (tensor, count) in [
            (Tensor::Input, frame.film.input.len()),
            (Tensor::Weight, frame.film.weight.len()),
            (Tensor::Output, frame.film.output.len()),
        ] {
            for cell in (0..count).map(|cell| Cell::Of(tensor, cell)) {
                if layout.cell_rect(cell).is_some() {
                    prop_assert!(seen.contains(&cell), "{:?} is not reached", cell);
                }
            }
        }
    }

    #[test]
    fn any_picture_is_within_its_viewport(timeline in films(), step in 0_usize..200, narrow in any::<bool>()) {
        let frame = timeline.at(Cursor { step, tap: None });
        let view = if narrow { NARROW } else { WIDE };
        let layout = layout(&frame, view);
        let (width, height) = layout.size();
        prop_assert!(
            width <= view.width + 0.01 && height <= view.height + 0.01,
            "{} is {} by {} in {:?}",
            frame.film.plan.spec(),
            width,
            height,
            view
        );
        prop_assert_eq!(outside(&layout, &all_marks(&layout, &frame)), None);
    }
}
