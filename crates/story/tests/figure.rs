//! What is said of a picture that stands alone, and its numbers as a table.
// A test may panic.
#![allow(clippy::unwrap_used, clippy::panic)]

use conv::LayerSpec;
use std::sync::Arc;
use story::{Change, Cursor, Film, Order, Scene, Showing, Tensor, Timeline, csv, words};

fn film(layer: &str, size: &[usize]) -> Arc<Film> {
    let scene = Scene::default().with(Change::Layer(LayerSpec::parse(layer).unwrap()));
    match scene.with(Change::Size(size.to_vec())).show() {
        Ok(Showing::Film(film)) => film,
        other => panic!("{layer}: {other:?}"),
    }
}

fn alt(film: &Arc<Film>, order: Order, cursor: Cursor) -> String {
    words::alt(&Timeline::new(Arc::clone(film), order, 1).at(cursor))
}

#[test]
fn the_opening_step_is_told_with_its_arithmetic() {
    // Given the opening example
    let Showing::Film(film) = Showing::opening() else {
        panic!()
    };
    // When its fifth step is told
    let told = alt(&film, Order::Rows, Cursor::whole(4));
    // Then the layer, the shapes, the place and the sum are in it
    assert_eq!(
        told,
        "nn.Conv2d(1, 1, kernel_size=3, bias=False): input 5 × 5, kernel 3 × 3, output 3 × 3. Step 5 of 9: output[1, 1] = \
         1×1 + 4×(−1) + 3×2 + 1×(−2) + 2×1 = 3; the other 4 products are 0."
    );
}

#[test]
fn a_shape_leaves_out_a_single_channel_but_not_the_only_number() {
    for (layer, size, told) in [
        (
            "Conv2d(1, 2, 1)",
            &[4, 5][..],
            "input 4 × 5, kernel 1 × 1, output 2 × 4 × 5.",
        ),
        ("Linear(3, 1)", &[], "input 3, output 1."),
        ("ReLU()", &[4], "input 4, output 4."),
    ] {
        let shapes = words::shapes(&film(layer, size));
        assert!(shapes.ends_with(told), "{shapes}");
    }
}

#[test]
fn every_kind_of_step_has_an_alt_text() {
    for (layer, size, order) in [
        ("Conv1d(4, 2, 3, groups=2)", &[6][..], Order::Rows),
        ("Conv2d(3, 2, 3, padding=1)", &[5, 5], Order::Columns),
        ("Conv3d(1, 1, 2)", &[3, 3, 3], Order::Shuffle),
        ("ConvTranspose2d(1, 1, 3, stride=2)", &[3, 3], Order::Scatter),
        ("ConvTranspose2d(1, 1, 3, stride=2)", &[3, 3], Order::Rows),
        ("Conv2d(1, 1, 3)", &[5, 5], Order::All),
        ("MaxPool2d(2)", &[4, 4], Order::Rows),
        ("AvgPool1d(2)", &[6], Order::Rows),
        ("ReLU()", &[5], Order::Rows),
        ("Linear(4, 3)", &[], Order::Rows),
    ] {
        let film = film(layer, size);
        for tap in [None, Some(0), Some(1)] {
            let told = alt(&film, order, Cursor { step: 1, tap });
            assert!(told.starts_with("nn.") && told.ends_with('.'), "{told}");
            assert!(told.contains("Step ") && !told.contains(['{', '}']), "{told}");
            assert!(told.chars().count() < 400, "{told}");
        }
    }
}

#[test]
fn long_sums_are_cut_and_zeros_are_counted() {
    let film = film("Conv2d(3, 1, 3)", &[5, 5]);
    let told = alt(&film, Order::Rows, Cursor::default());
    assert!(
        told.contains("… ") && told.contains(" more") && told.contains(" + bias "),
        "{told}"
    );
    // Given a layer whose input is nothing but zeros
    let mut nothing = Film::clone(&film);
    nothing.input.fill(0.0);
    nothing.bias = None;
    let told = alt(&Arc::new(nothing), Order::Rows, Cursor::default());
    assert!(told.ends_with("each of the 27 products is 0."), "{told}");
}

#[test]
fn the_table_has_every_number_to_the_bit() {
    // Given a film with a bias, two channels and fractions
    let mut film = Film::clone(&film("Conv2d(2, 3, 2)", &[3, 4]));
    film.input[0] = 0.1;
    film.input[1] = f32::MIN_POSITIVE;
    film.input[2] = f32::NEG_INFINITY;
    // When it is written as a table and read again
    let text = csv(&film);
    let mut lines = text.split_terminator("\r\n");
    assert_eq!(lines.next(), Some("tensor,i0,i1,i2,i3,value"));
    let mut read: Vec<(&str, Vec<usize>, f32)> = Vec::new();
    for line in lines {
        let parts: Vec<&str> = line.split(',').collect();
        assert_eq!(parts.len(), 6, "{line}");
        let at = parts[1..5]
            .iter()
            .filter(|at| !at.is_empty())
            .map(|at| at.parse().unwrap());
        read.push((parts[0], at.collect(), parts[5].parse().unwrap()));
    }
    // Then each tensor is there, its indices in its own shape, its numbers the same
    let mut seen = 0;
    for tensor in [Tensor::Input, Tensor::Weight, Tensor::Bias, Tensor::Output] {
        let shape = film.shape(tensor);
        for (index, value) in film.data(tensor).iter().enumerate() {
            let (name, at, number) = &read[seen];
            assert_eq!(*name, tensor.name());
            assert_eq!(at.len(), shape.len());
            let flat = at.iter().zip(shape).fold(0, |flat, (at, size)| flat * size + at);
            assert_eq!(flat, index);
            assert_eq!(number.to_bits(), value.to_bits());
            seen += 1;
        }
    }
    assert_eq!(seen, read.len());
    assert!(text.is_ascii());
}
