//! The output-size formula with its numbers.
use conv::{Op, Plan};

/// The numbers of PyTorch's output-size formula on one axis.
///
/// conv: `⌊(input + padding − dilation·(kernel − 1) − 1) / stride⌋ + 1`, the padding of both ends together;
/// transposed: `(input − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formula {
    pub op: Op,
    pub input: i64,
    /// The padding at the start and at the end: for conv as it is added, for transposed as it is cropped.
    pub padding: (i64, i64),
    pub dilation: i64,
    pub kernel: i64,
    pub stride: i64,
    pub output_padding: i64,
    pub output: i64,
}

impl Formula {
    /// The formula on one of the plan's three axes; those that its rank has are the last.
    pub fn of(plan: &Plan, axis: usize) -> Self {
        let size = |sizes: [usize; 3]| sizes[axis] as i64;
        let own = (axis + plan.rank()).checked_sub(3);
        let spec = plan.spec();
        let entry = |axes: &[i64]| own.and_then(|own| axes.get(own)).copied().unwrap_or(0);
        let padding = match spec.op {
            Op::ConvTranspose => {
                let cropped = crate::args::numbers(spec, conv::Field::Padding).map_or(0, entry);
                (cropped, cropped)
            }
            _ => plan.pads()[axis],
        };
        Self {
            op: spec.op,
            input: size(plan.input_size()),
            padding,
            dilation: size(plan.dilation()),
            kernel: size(plan.kernel_size()),
            stride: size(plan.stride()),
            output_padding: entry(&spec.output_padding),
            output: size(plan.output_size()),
        }
    }

    /// How far a dilated kernel reaches: `dilation·(kernel − 1) + 1`.
    pub fn effective_kernel(&self) -> i64 {
        self.dilation * (self.kernel - 1) + 1
    }

    /// What is left after the last window, in cells of the padded input: what the floor throws away.
    pub fn left_over(&self) -> i64 {
        let room = self.input + self.padding.0 + self.padding.1 - self.effective_kernel();
        room.rem_euclid(self.stride.max(1))
    }
}
