//! Which outputs a cell feeds, and by which weights: what a window is, seen from the other side.
use crate::{Cell, Film, Tensor};
use conv::{Plan, Source};

/// The outputs that a cell feeds. Axes do not mix: a window takes a cell in if it does on each axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Feeds {
    /// The input channel.
    channel: usize,
    /// The output channels that read it: the first one, and how many.
    pub first: usize,
    pub filters: usize,
    /// On each axis the output's coordinate and the window's cell, ascending.
    along: [Vec<(usize, usize)>; 3],
}

/// An output cell that is fed.
#[derive(Clone, Debug, PartialEq)]
pub struct Fed {
    pub output: usize,
    /// Flat indices of the weights used: several where copies in the padding are read too.
    pub weights: Vec<usize>,
}

impl Feeds {
    /// Of a cell of the input, its copies in the padding included, or of one padding cell; `None` for other tensors' cells.
    pub fn of(film: &Film, cell: Cell) -> Option<Self> {
        let plan = &film.plan;
        let size = plan.input_size();
        let cells: usize = size.iter().product();
        let (channel, wanted) = match cell {
            Cell::Of(Tensor::Input, index) => {
                let cell = index % cells;
                let place = [cell / size[2] / size[1], cell / size[2] % size[1], cell % size[2]];
                (index / cells, place.map(Wanted::Input))
            }
            // An inserted zero takes part in no sum.
            Cell::Padding { channel, at } if plan.source(at) == Source::Hole => (channel, [Wanted::Nothing; 3]),
            Cell::Padding { channel, at } => (channel, at.map(Wanted::Place)),
            Cell::Of(..) => return None,
        };
        let mut along = [const { Vec::new() }; 3];
        for axis in 0..3 {
            along[axis] = readers(plan, axis, wanted[axis]);
        }
        let ins = plan.input_shape()[0] / groups(plan);
        let filters = plan.output_shape()[0] / groups(plan);
        Some(Self {
            channel,
            first: channel / ins.max(1) * filters,
            filters,
            along,
        })
    }

    /// How many outputs there are, in all channels.
    pub fn count(&self) -> usize {
        let mut count = self.filters;
        for along in &self.along {
            let mut last = None;
            let mut outputs = 0;
            for &(output, _) in along {
                outputs += usize::from(last != Some(output));
                last = Some(output);
            }
            count *= outputs;
        }
        count
    }

    /// Those in one output channel, ascending.
    pub fn in_channel(&self, plan: &Plan, filter: usize) -> Vec<Fed> {
        let mut fed: Vec<Fed> = Vec::new();
        if !(self.first..self.first + self.filters).contains(&filter) {
            return fed;
        }
        let [_, kernel_h, kernel_w] = plan.kernel_size();
        let [depth, height, width] = plan.output_size();
        let local = self.channel % (plan.input_shape()[0] / groups(plan)).max(1);
        let kernel: usize = plan.kernel_size().iter().product();
        for &(d, i) in &self.along[0] {
            for &(h, j) in &self.along[1] {
                for &(w, k) in &self.along[2] {
                    let output = ((filter * depth + d) * height + h) * width + w;
                    let slot = local * kernel + (i * kernel_h + j) * kernel_w + k;
                    let weight = plan.tap(output, slot).weight;
                    match fed.binary_search_by_key(&output, |fed| fed.output) {
                        Ok(at) => fed[at].weights.push(weight),
                        Err(at) => fed.insert(
                            at,
                            Fed {
                                output,
                                weights: vec![weight],
                            },
                        ),
                    }
                }
            }
        }
        fed
    }
}

fn groups(plan: &Plan) -> usize {
    usize::try_from(plan.spec().groups).unwrap_or(1).max(1)
}

/// What is looked for on an axis.
#[derive(Clone, Copy)]
enum Wanted {
    /// A coordinate of the input, itself or copied.
    Input(usize),
    /// A place of the grid.
    Place(i64),
    Nothing,
}

/// Which windows have it on an axis, and in which of their cells.
fn readers(plan: &Plan, axis: usize, wanted: Wanted) -> Vec<(usize, usize)> {
    let size = plan.input_size();
    let behind = [size[1] * size[2], size[2], 1][axis];
    let mut readers = Vec::new();
    for output in 0..plan.output_size()[axis] {
        let mut window = [0; 3];
        window[axis] = output;
        let start = plan.window_start(window)[axis];
        for cell in 0..plan.kernel_size()[axis] {
            // On the other axes: at the input's first cell.
            let mut at = [0; 3];
            at[axis] = start + (cell * plan.dilation()[axis]) as i64;
            let is_it = match (wanted, plan.source(at)) {
                (Wanted::Place(place), _) => place == at[axis],
                (Wanted::Input(place), Source::Input(found) | Source::Copy(found)) => {
                    found / behind % size[axis] == place
                }
                _ => false,
            };
            if is_it {
                readers.push((output, cell));
            }
        }
    }
    readers
}
