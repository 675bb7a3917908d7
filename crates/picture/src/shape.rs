//! The sizes that the picture needs of a film, one entry an axis, slowest first.
use conv::{Finish, Op};
use story::{Frame, Order};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shape {
    pub rank: usize,
    pub channels: usize,
    pub filters: usize,
    pub groups: usize,
    pub input: [usize; 3],
    pub kernel: [usize; 3],
    pub output: [usize; 3],
    /// From one input cell to the next on the grid that is drawn: beyond 1 there are zeros between them.
    pub step: [i64; 3],
    /// The drawn grid's first place, and its size: the input, what is inserted, and the padding.
    pub grid_first: [i64; 3],
    pub grid_size: [usize; 3],
    /// The drawn output's first place, and its size: a scattered film shows what is cropped as well.
    pub output_first: [i64; 3],
    pub output_size: [usize; 3],
    pub dilation: [i64; 3],
    /// Whether the kernel lies over the cells from its end.
    pub mirrored: bool,
    pub scatter: bool,
    /// Whether a bias joins the sum: a scattered film has none to show it in.
    pub has_bias: bool,
    pub transposed: bool,
    pub finish: Finish,
}

impl Shape {
    pub fn of(frame: &Frame) -> Self {
        let film = &*frame.film;
        let plan = &film.plan;
        let spec = plan.spec();
        let transposed = spec.op == Op::ConvTranspose;
        let scatter = frame.order == Order::Scatter;
        let (input, kernel, output) = (plan.input_size(), plan.kernel_size(), plan.output_size());
        let mut shape = Self {
            // A flat row of features is drawn as a row of cells.
            rank: plan.rank().max(1),
            channels: plan.channels(),
            filters: plan.out_channels(),
            groups: plan.groups(),
            input,
            kernel,
            output,
            step: [1; 3],
            grid_first: [0; 3],
            grid_size: input,
            output_first: [0; 3],
            output_size: output,
            dilation: [1; 3],
            // A transposed layer's window meets the kernel from its end; its stamp does not.
            mirrored: (transposed && !scatter) != plan.flip(),
            scatter,
            has_bias: film.bias.is_some() && !scatter,
            transposed,
            finish: plan.finish(),
        };
        let (stride, dilation, pads) = (plan.stride(), plan.dilation(), plan.pads());
        for axis in 0..3 {
            shape.dilation[axis] = dilation[axis] as i64;
            if transposed && !scatter {
                shape.step[axis] = stride[axis] as i64;
            }
            shape.pad(axis, pads[axis]);
        }
        shape
    }

    /// The ring around the input; in a scattered film, what is cropped off the output.
    fn pad(&mut self, axis: usize, (before, after): (i64, i64)) {
        if self.scatter {
            let reach = self.reach(axis);
            let (before, after) = ((reach - before).max(0), (reach - after).max(0));
            self.output_first[axis] = -before;
            self.output_size[axis] += (before + after) as usize;
        } else {
            let inside = (self.input[axis] as i64 - 1) * self.step[axis] + 1;
            let (before, after) = (before.max(0), after.max(0));
            self.grid_first[axis] = -before;
            self.grid_size[axis] = (inside + before + after) as usize;
        }
    }

    /// Whether the window has weights: a pool's has none.
    pub fn has_weight(&self) -> bool {
        self.finish == Finish::Sum
    }

    /// From the kernel's first cell to its last.
    pub fn reach(&self, axis: usize) -> i64 {
        (self.kernel[axis] as i64 - 1) * self.dilation[axis]
    }

    pub fn channels_in_group(&self) -> usize {
        self.channels / self.groups
    }

    pub fn filters_in_group(&self) -> usize {
        self.filters / self.groups
    }

    /// The weight that meets a place of the window, as a flat index.
    #[inline(never)]
    pub fn weight(&self, channel: usize, filter: usize, at: [i64; 3]) -> usize {
        let place = self.in_window(at.map(|at| at as usize));
        self.kernel_of(channel, filter) * volume(self.kernel) + index(place.map(|at| at as usize), self.kernel)
    }

    /// The place in the window of a place in the kernel; also the inverse.
    #[inline(never)]
    pub fn in_window(&self, kernel_at: [usize; 3]) -> [i64; 3] {
        let mut place = [0; 3];
        for axis in 0..3 {
            let last = self.kernel[axis] - 1;
            let at = kernel_at[axis].min(last);
            place[axis] = if self.mirrored { last - at } else { at } as i64;
        }
        place
    }

    /// Which kernel of the weight tensor lies between two channels.
    pub fn kernel_of(&self, channel: usize, filter: usize) -> usize {
        if self.transposed {
            channel * self.filters_in_group() + filter % self.filters_in_group()
        } else {
            filter * self.channels_in_group() + channel % self.channels_in_group()
        }
    }

    /// The input channel and the output channel that a kernel of the weight tensor lies between.
    pub fn channels_of(&self, kernel: usize) -> (usize, usize) {
        let (ins, outs) = (self.channels_in_group(), self.filters_in_group());
        if self.transposed {
            let input = kernel / outs;
            (input, input / ins * outs + kernel % outs)
        } else {
            let output = kernel / ins;
            (output / outs * ins + kernel % ins, output)
        }
    }

    /// The input cell at a place of the grid, as a spatial index.
    #[inline(never)]
    pub fn input_at(&self, at: [i64; 3]) -> Option<usize> {
        let mut spatial = 0;
        for (axis, at) in at.iter().enumerate() {
            let (step, size) = (self.step[axis], self.input[axis]);
            // What is before the first cell becomes too large.
            let place = (at / step) as usize;
            if at % step != 0 || place >= size {
                return None;
            }
            spatial = spatial * size + place;
        }
        Some(spatial)
    }

    /// The place on the grid of an input cell.
    pub fn place_of_input(&self, spatial: usize) -> [i64; 3] {
        let mut at = place(spatial, self.input).map(|at| at as i64);
        for (at, step) in at.iter_mut().zip(self.step) {
            *at *= step;
        }
        at
    }
}

pub(crate) fn volume(size: [usize; 3]) -> usize {
    size[0] * size[1] * size[2]
}

pub(crate) fn index([z, y, x]: [usize; 3], [_, height, width]: [usize; 3]) -> usize {
    (z * height + y) * width + x
}

#[inline(never)]
pub(crate) fn place(index: usize, [_, height, width]: [usize; 3]) -> [usize; 3] {
    let (height, width) = (height.max(1), width.max(1));
    [index / (height * width), index / width % height, index % width]
}

/// The values of one channel of the film's tensors.
pub(crate) fn channel_values(tensor: &[f32], channel: usize, cells: usize) -> &[f32] {
    tensor.get(channel * cells..(channel + 1) * cells).unwrap_or(&[])
}
