//! The painter against what its pixels are by definition.

use paint::Painter;

/// Numbers around and beyond black and white, halves and those beside them among them, and what is no number.
fn numbers(count: usize, seed: u64) -> Vec<f32> {
    let mut state = seed;
    let mut next = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f32 / (1 << 24) as f32
    };
    (0..count)
        .map(|at| match at % 37 {
            0 => (next() * 255.0).floor() / 255.0,
            1 => ((next() * 255.0).floor() + 0.5) / 255.0,
            2 => (((next() * 255.0).floor() + 0.5) / 255.0).next_down(),
            3 => f32::NAN,
            4 => f32::INFINITY,
            5 => f32::NEG_INFINITY,
            6 => (next() - 0.5) * 1e30,
            _ => next() * 1.6 - 0.3,
        })
        .collect()
}

fn byte(number: f32, factor: f64, start: f64) -> u32 {
    let share = f64::from(number) * factor + start;
    if share.is_nan() || share < 0.0 {
        0
    } else if share > 255.0 {
        255
    } else {
        share.trunc() as u32
    }
}

/// Black and white, as a factor and a start.
fn scale(black: f64, white: f64) -> (f64, f64) {
    let factor = 255.0 / (white - black);
    (factor, 0.5 - black * factor)
}

#[test]
fn a_plane_is_grey_as_its_numbers_are() {
    for (area, (black, white)) in [
        (1, (0.0, 1.0)),
        (1003, (0.0, 1.0)),
        (4096, (-1.37, 1.37)),
        (77, (0.0, 3.1e-5)),
    ] {
        // Given
        let plane = numbers(area, area as u64);
        let (factor, start) = scale(black, white);
        let mut painter = Painter::NEW;
        painter.begin(area, 2);
        // When
        painter.plane_mut().copy_from_slice(&plane);
        painter.paint(1, factor, start);
        // Then
        for (number, pixel) in plane.iter().zip(&painter.images()[area..]) {
            let byte = byte(*number, factor, start);
            assert_eq!(
                *pixel,
                0xff00_0000 | (byte * 0x01_0101),
                "{number} between {black} and {white}"
            );
        }
    }
}

#[test]
fn three_planes_are_a_picture_in_colours() {
    // Given
    let area = 331;
    let planes = [1, 2, 3].map(|seed| numbers(area, seed));
    let (factor, start) = scale(0.0, 1.0);
    let mut painter = Painter::NEW;
    painter.begin(area, 4);
    // When
    for (at, plane) in planes.iter().enumerate() {
        painter.plane_mut().copy_from_slice(plane);
        painter.paint(1 + at, factor, start);
    }
    painter.join();
    // Then
    for (at, colour) in painter.images()[..area].iter().enumerate() {
        let [red, green, blue] = [0, 1, 2].map(|channel| byte(planes[channel][at], factor, start));
        assert_eq!(*colour, 0xff00_0000 | blue << 16 | green << 8 | red, "pixel {at}");
    }
}

#[test]
fn the_ends_are_those_of_all_finite_numbers() {
    for area in [1, 16, 53, 1000] {
        // Given
        let planes = [10, 11].map(|seed| numbers(area, seed));
        let mut painter = Painter::NEW;
        // When
        painter.begin(area, 0);
        for plane in &planes {
            painter.plane_mut().copy_from_slice(plane);
            painter.measure();
        }
        // Then
        let finite = || planes.iter().flatten().copied().filter(|number| number.is_finite());
        let wanted = [
            finite().fold(f32::INFINITY, f32::min),
            finite().fold(f32::NEG_INFINITY, f32::max),
        ];
        assert_eq!(painter.ends(), wanted, "{area} numbers a plane");
    }
}

#[test]
fn where_nothing_is_finite_the_ends_are_0() {
    // Given
    let mut painter = Painter::NEW;
    painter.begin(40, 0);
    // When
    painter.plane_mut().fill(f32::NAN);
    painter.measure();
    // Then
    assert_eq!(painter.ends(), [0.0; 2]);
}

#[test]
fn another_output_begins_anew() {
    // Given
    let mut painter = Painter::NEW;
    painter.begin(100, 1);
    painter.plane_mut().fill(7.0);
    painter.measure();
    // When
    painter.begin(20, 1);
    painter.plane_mut().fill(-1.0);
    painter.measure();
    painter.paint(0, -10.0, 0.0);
    // Then
    assert_eq!(painter.plane_mut().len(), 20);
    assert_eq!(painter.ends(), [-1.0; 2]);
    assert_eq!(painter.images()[..20], [0xff0a_0a0a; 20]);
}
