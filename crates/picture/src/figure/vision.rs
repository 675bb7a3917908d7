//! The colours of the roles stay apart for people who see fewer of them, and stand out from what they lie on.
//!
//! How colours look without one kind of cone: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based
//! Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, at severity 1, on linear light. How far two are
//! apart: CIE 1976, as lengths in L*a*b* under D65; 2.3 is just noticeable. How much they contrast: WCAG 2.2.
use super::colour::Rgb;
use super::look::Looks;
use super::style::Scheme;
use crate::{LATER_STYLE, STYLE};

type Matrix = [[f32; 3]; 3];

const SIGHTS: [(&str, Matrix); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// Five times what is just noticeable.
const APART: f32 = 12.0;

/// Colours that are told from each other: of words and numbers, of mosaics, of what marks the step.
const ROLES: [&[&str]; 3] = [
    &["in-ink", "k-ink", "out-ink"],
    &["in-full", "k-full", "out-full", "minus"],
    &["in-window", "k-line", "out-now"],
];

/// What is read, and what it lies on: 4.5 to 1.
const READ: [(&str, &str); 9] = [
    ("ink", "card"),
    ("quiet", "card"),
    ("in-ink", "card"),
    ("k-ink", "card"),
    ("out-ink", "card"),
    ("ink", "in-window"),
    ("k-ink", "k-cell"),
    ("out-ink", "out-cell"),
    ("out-now-ink", "out-now"),
];

fn linear(colour: Rgb) -> [f32; 3] {
    colour.0.map(|byte| {
        let level = f32::from(byte) / 255.0;
        if level <= 0.040_45 {
            level / 12.92
        } else {
            ((level + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(rows: &Matrix, vector: [f32; 3]) -> [f32; 3] {
    rows.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

/// CIE L*a*b* of linear light.
fn lab(light: [f32; 3]) -> [f32; 3] {
    const TO_XYZ: Matrix = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175],
        [0.019_333_9, 0.119_192, 0.950_304_1],
    ];
    let [x, y, z] = times(&TO_XYZ, light);
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(|part| {
        if part > 216.0 / 24389.0 {
            part.cbrt()
        } else {
            (24389.0 / 27.0 * part + 16.0) / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn apart(a: Rgb, b: Rgb, sight: &Matrix) -> f32 {
    let [a, b] = [a, b].map(|colour| lab(times(sight, linear(colour)).map(|part| part.clamp(0.0, 1.0))));
    let squares = a.iter().zip(b).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f32>().sqrt()
}

fn contrast(a: Rgb, b: Rgb) -> f32 {
    let [a, b] = [a, b].map(|colour| {
        let [r, g, b] = linear(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
    });
    a.max(b) / a.min(b)
}

/// The colours of a scheme, by their names in the style sheet.
fn colours(scheme: Scheme) -> impl Fn(&str) -> Rgb {
    let looks = Looks::new(scheme, &[STYLE, LATER_STYLE]);
    move |name| looks.named(&format!("var(--{name})")).expect("a colour of the sheet")
}

#[test]
fn the_roles_stay_apart_for_every_sight() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let colour = colours(scheme);
        for (sight, matrix) in &SIGHTS {
            for names in ROLES {
                for (index, a) in names.iter().enumerate() {
                    for b in &names[index + 1..] {
                        let apart = apart(colour(a), colour(b), matrix);
                        assert!(apart >= APART, "{scheme:?}, {sight}: {a} and {b} are {apart} apart");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_read_stands_out() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let colour = colours(scheme);
        for (ink, ground) in READ {
            let contrast = contrast(colour(ink), colour(ground));
            assert!(contrast >= 4.5, "{scheme:?}: {ink} on {ground} is {contrast} to 1");
        }
    }
}

/// What lies in a cell that the window covers, and in which.
const COVERED: [(&str, &str); 3] = [
    ("num in", "cell in"),
    ("num pad", "cell pad"),
    ("num pad copy", "cell pad copy"),
];

/// A colour through another one of this opacity.
fn through(below: Rgb, above: Rgb, opacity: f32) -> Rgb {
    let mut seen = below.0;
    for (seen, above) in seen.iter_mut().zip(above.0) {
        *seen = (f32::from(*seen) * (1.0 - opacity) + f32::from(above) * opacity).round() as u8;
    }
    Rgb(seen)
}

#[test]
fn what_the_window_covers_is_read_through_it() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let mut looks = Looks::new(scheme, &[STYLE, LATER_STYLE]);
        let cover = looks.of("rect", "cell read");
        let mut fill = |tag, class| looks.of(tag, class).fill.expect("a colour of the sheet");
        let covered = |colour| through(colour, cover.fill.expect("a colour"), cover.fill_opacity);
        for (number, cell) in COVERED {
            let ground = covered(fill("rect", cell));
            let inks = [covered(fill("text", number)), fill("text", "corner k")];
            for (ink, name) in inks.into_iter().zip([number, "corner k"]) {
                let contrast = contrast(ink, ground);
                assert!(contrast >= 4.5, "{scheme:?}: {name} in {cell} is {contrast} to 1");
            }
        }
    }
}

#[test]
fn distances_and_contrasts_are_those_that_are_known() {
    let [black, white, red] = [[0; 3], [255; 3], [255, 0, 0]].map(Rgb);
    let (_, all) = &SIGHTS[0];
    assert!((apart(black, white, all) - 100.0).abs() < 0.1);
    // L*a*b* of sRGB's red is (53.24, 80.09, 67.20).
    assert!((apart(black, red, all) - 117.3).abs() < 0.2);
    assert!((contrast(black, white) - 21.0).abs() < 0.01);
}
