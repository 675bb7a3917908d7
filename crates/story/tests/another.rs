//! Layers written another way give the same numbers, and say so where they do not.
mod common;

use common::{cases, edited, film, finite, scenes_of_convolutions};
use proptest::prelude::*;
use story::equal::{Other, is_symmetric};
use story::link::read;

const ALL: usize = usize::MAX;

proptest! {
    #![proptest_config(cases(150))]

    /// Given any convolution, when its holes are filled with zeros, then it computes the same.
    #[test]
    fn zeros_in_the_holes_change_nothing(scene in edited(scenes_of_convolutions(), finite())) {
        let film = film(&scene);
        // A transposed layer may owe its output_padding to its dilation.
        if let Ok(Some(other)) = Other::zero_stuffed(&film) {
            let compared = other.compared(&film, ALL).expect("small");
            prop_assert_eq!(compared.compared, film.output.len());
            prop_assert_eq!(compared.largest, 0.0);
        }
    }

    /// Given any convolution, when its kernels are turned and it is mirrored, then it computes the same, whole or in part.
    #[test]
    fn two_turns_undo_each_other(scene in edited(scenes_of_convolutions(), finite()), products in 1_usize..200) {
        let film = film(&scene);
        let other = Other::mirrored_and_turned(&film).expect("the same layer");
        for products in [products, ALL] {
            let compared = other.compared(&film, products).expect("small");
            prop_assert!(compared.compared >= 1 && compared.compared <= film.output.len());
            prop_assert_eq!(compared.largest, 0.0);
        }
    }

    /// Given any convolution with kernels that are the same when turned, when it is mirrored, then it computes the same.
    #[test]
    fn a_symmetric_kernel_has_no_sense(scene in edited(scenes_of_convolutions(), finite())) {
        let film = film(&scene);
        let compared = Other::mirrored(&film).and_then(|other| other.compared(&film, ALL)).expect("small");
        prop_assert!(!is_symmetric(&film) || compared.largest == 0.0);
    }
}

#[test]
fn an_asymmetric_kernel_tells_convolution_from_cross_correlation() {
    for (weight, symmetric, difference) in [("1,2,3", false, 8.0), ("1,2,1", true, 0.0)] {
        let link = [
            ("layer", "Conv1d(1,1,3,padding=2,bias=False)"),
            ("input", "1,2,3,4"),
            ("weight", weight),
        ];
        let (shot, _) = read(&link.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let film = film(&shot.scene);
        let other = Other::mirrored(&film).expect("the same layer");
        assert_eq!(is_symmetric(&film), symmetric);
        assert_eq!(other.compared(&film, ALL).expect("small").largest, difference);
    }
}

#[test]
fn the_full_convolution_of_the_textbook_comes_out() {
    let link = [
        ("layer", "Conv1d(1,1,3,padding=2,bias=False)"),
        ("input", "1,2,3,4"),
        ("weight", "1,2,3"),
        ("flip", "1"),
    ];
    let (shot, _) = read(&link.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(film(&shot.scene).output, [1.0, 4.0, 10.0, 16.0, 17.0, 12.0]);
}
