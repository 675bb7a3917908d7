//! The layers in a row: one set, added, taken away, moved, and what follows from it.
use crate::{Scene, Stage, args};
use conv::sequential::{self, MOST_LAYERS};
use conv::{Fault, LayerSpec, Op, Padding, UNKNOWN};

impl Scene {
    /// The layer in hand with what it takes from its input filled in, as far as that can be known.
    pub fn filled(&self) -> LayerSpec {
        self.net.filled(self.in_hand())
    }

    pub(crate) fn set_layer(&mut self, stage: usize, spec: LayerSpec) {
        if stage >= self.net.stages.len() {
            return;
        }
        let follows = stage + 1 < self.net.stages.len() && self.plans().is_ok();
        self.put(stage, spec);
        self.settle();
        if follows {
            self.follow(stage);
        }
    }

    pub(crate) fn set_layers(&mut self, specs: Vec<LayerSpec>) {
        if specs.is_empty() {
            return;
        }
        let first = specs[0].clone();
        let stages = &mut self.net_mut().stages;
        stages.truncate(specs.len());
        for (at, spec) in specs.into_iter().enumerate().take(MOST_LAYERS).skip(1) {
            match stages.get_mut(at) {
                Some(stage) => stage.spec = spec,
                None => stages.push(Stage::new(spec)),
            }
        }
        self.put(0, first);
        self.settle();
        self.view.stage = 0;
        if self.plans().is_err() {
            // A row of layers mostly fits an input of one size only.
            self.net_mut().size = roomy(&self.net.specs());
        }
    }

    /// Layers that could follow the one in hand, each ready to be inserted: one of every kind that fits what it gives.
    pub fn followers(&self) -> Vec<LayerSpec> {
        let Ok(plan) = self.plan() else {
            return Vec::new();
        };
        let shape = plan.output_shape();
        let (rank, channels) = (shape.len() - 1, shape[0] as i64);
        let least = shape[1..].iter().fold(3, |least, &size| least.min(size as i64));
        let mut followers = Vec::new();
        for op in Op::ALL {
            let rank = if op == Op::Linear { 0 } else { rank };
            let usual = if op.is_pool() { 2 } else { 3 };
            let mut spec = LayerSpec::new(op, rank, channels, channels, least.min(usual));
            if op == Op::Linear {
                spec = LayerSpec::new(op, 0, UNKNOWN, 10, 1);
            } else if op == Op::Pad {
                spec.padding = Padding::Sides(vec![1; 2 * rank]);
            }
            if spec.layer().is_ok_and(|layer| layer.plan(shape, false).is_ok()) {
                followers.push(spec);
            }
        }
        followers
    }

    pub(crate) fn insert(&mut self, stage: usize, spec: LayerSpec) {
        let count = self.net.stages.len();
        if count == MOST_LAYERS {
            return;
        }
        let (stage, input) = (stage.min(count), self.net.input_shape());
        self.net_mut().stages.insert(stage, Stage::new(spec));
        self.view.stage = stage;
        self.take_input(&input);
    }

    pub(crate) fn remove(&mut self) {
        let stage = self.in_hand();
        if self.net.stages.len() == 1 {
            return;
        }
        let input = self.net.input_shape();
        self.net_mut().stages.remove(stage);
        self.view.stage = stage.min(self.net.stages.len() - 1);
        self.take_input(&input);
    }

    pub(crate) fn move_layer(&mut self, on: bool) {
        let (stage, count) = (self.in_hand(), self.net.stages.len());
        let other = if on { stage + 1 } else { stage.wrapping_sub(1) };
        if other >= count {
            return;
        }
        let input = self.net.input_shape();
        self.net_mut().stages.swap(stage, other);
        self.view.stage = other;
        self.take_input(&input);
    }

    /// The layer that is the first now takes the channels of the input that stands, if it takes any number.
    fn take_input(&mut self, input: &[usize]) {
        let first = &mut self.net_mut().stages[0].spec;
        if !first.op.has_weight() {
            *first = first.on(input);
        }
        let first = self.net.stages[0].spec.clone();
        self.put(0, first);
        self.settle();
    }

    /// Puts a layer in its place, and gives the input the axes of the first.
    fn put(&mut self, stage: usize, mut spec: LayerSpec) {
        if stage == 0 {
            let cells = self
                .net
                .input_shape()
                .iter()
                .fold(1_i64, |cells, &size| cells.saturating_mul(size as i64));
            if spec.in_channels == UNKNOWN {
                // What comes first takes the input flat.
                spec.in_channels = cells.clamp(1, i64::from(i32::MAX));
            }
            self.net_mut().size = sized(&spec, &self.net.size);
        }
        self.net_mut().stages[stage].spec = spec;
    }

    /// Leaves open what every later layer takes from the one before it, and of the first what the input says.
    fn settle(&mut self) {
        let mut specs = self.net.specs();
        sequential::settle(&mut specs);
        let first = &mut specs[0];
        if first.op.takes_any_rank() {
            *first = LayerSpec::new(first.op, 1, first.in_channels, first.in_channels, 1);
        }
        for (stage, spec) in self.net_mut().stages.iter_mut().zip(specs) {
            stage.spec = spec;
        }
    }

    /// After a layer of a row that held gives other channels: the next one that learns takes them.
    fn follow(&mut self, changed: usize) {
        let Err(wrong) = self.plans() else { return };
        if let Fault::ChannelMismatch { got, .. } = wrong.refusal.fault
            && wrong.stage > changed
        {
            self.net_mut().stages[wrong.stage].spec.in_channels = got;
        }
    }
}

/// An input size of the axes of a layer, made from what there is.
pub(crate) fn sized(spec: &LayerSpec, size: &[usize]) -> Vec<usize> {
    match spec.op {
        Op::Linear => Vec::new(),
        op if op.takes_any_rank() && !size.is_empty() => size.to_vec(),
        _ if size.is_empty() => usual(spec),
        _ => args::fit(size, spec.rank()),
    }
}

/// An input size with room for a few windows of the first layer.
fn usual(spec: &LayerSpec) -> Vec<usize> {
    // What a layer's parameter and an axis can be at most: beyond, the layer is refused anyway.
    let most = i64::from(i32::MAX);
    let usual: i64 = match spec.rank() {
        1 => 8,
        2 => 5,
        _ => 4,
    };
    let at = |axes: &[i64], axis: usize| axes.get(axis).map_or(0, |&value| value.clamp(0, most));
    let padding: &[i64] = if let Padding::Cells(cells) = &spec.padding {
        cells
    } else {
        &[]
    };
    let mut size = Vec::new();
    for axis in 0..spec.rank() {
        let reach = at(&spec.dilation, axis) * (at(&spec.kernel_size, axis) - 1) + 1;
        let steps = 2 * at(&spec.stride, axis);
        let padding = 2 * at(padding, axis);
        let needed = match spec.op {
            Op::ConvTranspose => usual,
            _ => reach + steps - padding,
        };
        size.push(needed.clamp(usual, most) as usize);
    }
    size
}

/// Sizes up to this are tried for a row of layers.
const LARGEST_TRIED: usize = 256;

/// An input size with room for a few windows of the first layer, that all layers of a row can follow: the size where a
/// link names none. Where none up to the largest drawn will do, there is just room for the first.
pub fn roomy(specs: &[LayerSpec]) -> Vec<usize> {
    let Some(first) = specs.first() else {
        return Vec::new();
    };
    // What takes any number of axes leaves them to the first that does not.
    let is_open =
        |spec: &&LayerSpec| !first.op.takes_any_rank() || !(spec.op.takes_any_rank() || spec.op == Op::Linear);
    let start = usual(specs.iter().find(is_open).unwrap_or(first));
    if let [_] = specs {
        return start;
    }
    let mut size = start.clone();
    while size.iter().all(|&cells| cells <= LARGEST_TRIED) && !size.is_empty() {
        let channels = usize::try_from(first.in_channels).unwrap_or(0);
        let shape = [&[channels], &size[..]].concat();
        let steps = conv::walk(specs, &shape, 1);
        if steps.len() == specs.len() && steps.iter().all(|step| step.plan.is_ok()) {
            return size;
        }
        for cells in &mut size {
            *cells += 1;
        }
    }
    start
}
