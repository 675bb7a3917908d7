//! One output cell under the magnifier: its window's cells, what they are multiplied with, and the sum, in the order of
//! summation that the core keeps to.
use crate::image::Applied;
use conv::{Finish, Source};

/// A cell of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// What it counts as; nothing where it takes no part (between the cells of a transposed layer's input).
    pub value: Option<f32>,
    /// What it is multiplied with; nothing where the layer has no weights.
    pub weight: Option<f32>,
    /// Whether it lies in the padding.
    pub is_padding: bool,
}

/// An output cell, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The cells of each input channel, row by row.
    pub channels: Vec<(usize, Vec<Seen>)>,
    /// Rows and columns of the window.
    pub window: [usize; 2],
    /// What each channel adds up to.
    pub sums: Vec<f32>,
    pub bias: Option<f32>,
    /// The part of the input that the window sees: first row and column, and how many of each.
    pub reach: Option<[usize; 4]>,
    /// The output cell: the core's, to the bit.
    pub value: f32,
}

/// The output cell with this flat index. `input` tells the cells of the input by theirs.
pub fn look(applied: &Applied, output: usize, input: impl Fn(usize) -> f32) -> Look {
    let plan = &applied.plan;
    let finish = plan.finish();
    let [depth, rows, columns] = plan.kernel_size();
    let cells = (depth * rows * columns).max(1);
    let mut channels: Vec<(usize, Vec<Seen>)> = Vec::new();
    let mut sums = Vec::new();
    let mut ends: Option<[[usize; 2]; 2]> = None;
    let [_, _, width] = plan.input_size();
    let area = plan.input_size().iter().product::<usize>().max(1);
    for first in (0..plan.slots()).step_by(cells) {
        let mut seen = Vec::with_capacity(cells);
        let mut sum = finish.start();
        for slot in first..first + cells {
            let tap = plan.tap(output, slot);
            let value = match tap.source {
                Source::Input(cell) | Source::Copy(cell) => Some(input(cell)),
                Source::Zero => Some(finish.padding()),
                Source::Hole => None,
            };
            if let Source::Input(cell) | Source::Copy(cell) = tap.source {
                let at = [cell % area / width.max(1), cell % width.max(1)];
                let [from, to] = ends.unwrap_or([at, at]);
                let [first, last] = [
                    [0, 1].map(|axis| from[axis].min(at[axis])),
                    [0, 1].map(|axis| to[axis].max(at[axis])),
                ];
                ends = Some([first, last]);
            }
            let weight = (finish == Finish::Sum).then(|| applied.weight.get(tap.weight).copied().unwrap_or(0.0));
            if let Some(value) = value {
                sum = finish.with(sum, weight.map_or(value, |weight| value * weight));
            }
            seen.push(Seen {
                value,
                weight,
                is_padding: matches!(tap.source, Source::Copy(_) | Source::Zero),
            });
        }
        channels.push((plan.tap(output, first).channel, seen));
        sums.push(finish.end(sum, cells));
    }
    let of_channel = plan.output_size().iter().product::<usize>().max(1);
    let bias = applied
        .bias
        .as_ref()
        .and_then(|bias| bias.get(output / of_channel).copied());
    let total = if finish == Finish::Sum {
        sums.iter().fold(0.0, |total, sum| total + sum)
    } else {
        sums.first().copied().unwrap_or(0.0)
    };
    Look {
        channels,
        window: [rows, columns],
        sums,
        bias,
        reach: ends.map(|[[top, left], [bottom, right]]| [top, left, bottom - top + 1, right - left + 1]),
        value: bias.map_or(total, |bias| total + bias),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;
    use conv::Bounds;

    #[test]
    fn every_cell_is_the_cores_to_the_bit() {
        for layer in [
            "Conv2d(1,2,3,padding=1)",
            "Conv2d(3,2,3,stride=2,padding=1,padding_mode='reflect')",
            "Conv2d(3,6,(2,3),groups=3,dilation=2)",
            "ConvTranspose2d(3,2,3,stride=2,padding=1,output_padding=1)",
            "MaxPool2d(3,padding=1)",
            "AvgPool2d(2,stride=1,padding=1)",
            "ReLU()",
        ] {
            for flip in ["", "&flip=1"] {
                // Given a layer, on a picture of any numbers.
                let query = format!("layer={layer}&shape=7x6&seed=3{flip}");
                let scene = link::read(&link::pairs(&query)).0.scene;
                let applied = scene.applied(&[7, 6], Bounds::PAGE).expect(layer);
                let cells: usize = applied.plan.input_shape().iter().product();
                let input: Vec<f32> = (0..cells)
                    .map(|cell| ((cell * 37 % 101) as f32 - 40.0) / 51.0)
                    .collect();
                // When each output cell is looked at, then it is what the layer computes.
                let bias = applied.bias.as_deref();
                let wanted = applied.plan.run(&input, &applied.weight, bias).expect(layer);
                for (cell, wanted) in wanted.iter().enumerate() {
                    let got = look(&applied, cell, |cell| input[cell]);
                    assert_eq!(got.value.to_bits(), wanted.to_bits(), "{query}, cell {cell}");
                }
            }
        }
    }

    #[test]
    fn padding_is_told_from_what_it_copies() {
        let scene = link::read(&link::pairs("layer=Conv2d(1,1,3,padding=1,bias=False)"))
            .0
            .scene;
        let applied = scene.applied(&[4, 4], Bounds::PAGE).expect("it fits");
        let look = look(&applied, 0, |_| 1.0);
        let outside = look.channels[0].1.iter().filter(|seen| seen.is_padding).count();
        assert_eq!((outside, look.window), (5, [3, 3]));
        assert_eq!(look.reach, Some([0, 0, 2, 2]));
    }
    #[test]
    fn a_window_reaches_over_the_same_cells_of_every_channel_and_its_sums_make_the_value() {
        let query = "layer=Conv2d(3,2,(2,3),padding=(0,1))&seed=3";
        let scene = link::read(&link::pairs(query)).0.scene;
        let applied = scene.applied(&[4, 5], Bounds::PAGE).expect("it fits");
        // The cell in row 1 and column 3 of the second of two outputs, each of 3x5
        let look = look(&applied, 15 + 5 + 3, |cell| cell as f32);
        assert_eq!(look.reach, Some([1, 2, 2, 3]));
        assert_eq!((look.channels.len(), look.sums.len()), (3, 3));
        for (channel, (number, seen)) in look.channels.iter().enumerate() {
            let first = (channel * 20) as f32;
            let values: Vec<_> = seen.iter().filter_map(|seen| seen.value).collect();
            assert_eq!(*number, channel);
            assert_eq!(values, [7.0, 8.0, 9.0, 12.0, 13.0, 14.0].map(|cell| first + cell));
        }
        assert_eq!(look.bias, applied.bias.as_ref().map(|bias| bias[1]));
        let total = look.sums.iter().sum::<f32>() + look.bias.expect("a bias");
        assert_eq!(look.value, total);
    }
}
