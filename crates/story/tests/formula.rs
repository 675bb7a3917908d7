//! The output-size formula with its numbers.
mod common;

use common::{cases, film, scenes_of_convolutions};
use conv::Op;
use proptest::prelude::*;
use story::Formula;

proptest! {
    #![proptest_config(cases(200))]

    /// Given any layer, when the numbers of its formula are put together as PyTorch's documents have it, then they give its
    /// output, on every axis.
    #[test]
    fn the_numbers_come_to_the_output(scene in scenes_of_convolutions()) {
        let film = film(&scene);
        for axis in 0..3 {
            let it = Formula::of(&film.plan, axis);
            let (before, after) = it.padding;
            let reach = it.dilation * (it.kernel - 1);
            prop_assert_eq!(it.effective_kernel(), reach + 1);
            prop_assert_eq!([it.input, it.output], [film.plan.input_size()[axis], film.plan.output_size()[axis]].map(|size| size as i64));
            if it.op == Op::ConvTranspose {
                prop_assert_eq!(before, after);
                let output = (it.input - 1) * it.stride - 2 * before + reach + it.output_padding + 1;
                prop_assert_eq!(it.output, output);
            } else {
                let room = it.input + before + after - reach - 1;
                prop_assert_eq!(it.output, room / it.stride + 1);
                prop_assert_eq!(it.left_over(), room - (it.output - 1) * it.stride);
            }
        }
    }
}
