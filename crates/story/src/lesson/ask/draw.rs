//! Another scene in place of a step's own: other numbers, sizes and arguments, as if drawn.
use crate::lesson::Ask;
use crate::tensor::mix;
use crate::{Edits, Fill, Net, Scene, roomy};
use conv::{Field, LayerSpec, Op, Padding, UNKNOWN};
use std::ops::RangeInclusive;

/// Other numbers in place of those that the link sets, small whole ones, and another seed for the rest.
pub fn numbers(net: &mut Net, whole: bool, draw: &mut Draw) {
    net.seed = draw.next() as u32;
    if whole {
        net.fill = Fill::Numbers;
    }
    let least = if net.input.iter().any(|(_, value)| value < 0.0) {
        -3
    } else {
        0
    };
    net.input = other(&net.input, least..=9, draw);
    for stage in &mut net.stages {
        stage.weight = other(&stage.weight, -3..=3, draw);
        stage.bias = other(&stage.bias, -3..=3, draw);
    }
}

/// Other numbers in the same places. A pattern stays one: where there are two sizes at most beside 0, equal ones stay equal,
/// with their signs.
fn other(edits: &Edits, range: RangeInclusive<i64>, draw: &mut Draw) -> Edits {
    let mut sizes: Vec<f32> = Vec::new();
    for size in edits.iter().map(|(_, value)| value.abs()) {
        if size != 0.0 && !sizes.contains(&size) {
            sizes.push(size);
        }
    }
    let is_pattern = sizes.len() <= 2 && edits.iter().count() > sizes.len();
    let mut drawn = [0; 2].map(|_| draw.within(1..=*range.end()));
    if drawn[0] == drawn[1] {
        drawn[1] = drawn[0] % range.end() + 1;
    }
    let values = edits.iter().map(|(place, value)| {
        let value = match sizes.iter().position(|&size| size == value.abs()) {
            Some(at) if is_pattern => value.signum() * drawn[at] as f32,
            None if is_pattern => 0.0,
            _ => draw.within(range.clone()) as f32,
        };
        (place, value)
    });
    values.collect()
}

/// As many cells as an axis gets.
pub fn largest(rank: usize) -> usize {
    match rank {
        0 | 1 => 14,
        2 => 9,
        _ => 4,
    }
}

/// Other sizes of the input, where they belong to the question.
pub fn sizes(scene: &mut Scene, ask: Ask, draw: &mut Draw) {
    let transposed = scene.net.stages[0].spec.op == Op::ConvTranspose;
    if !matches!(ask, Ask::Params | Ask::ReceptiveField) {
        let most = if transposed { 5 } else { largest(scene.net.size.len()) };
        axes(&mut scene.net_mut().size, 0, draw, 3..=most);
    }
    follow(scene.net_mut());
    if scene.plans().is_err() {
        scene.net_mut().size = roomy(&scene.net.specs());
    }
}

/// Later layers take what comes to them.
fn follow(net: &mut Net) {
    for at in 1..net.stages.len() {
        let Ok(before) = net.plans(at, false) else {
            return;
        };
        let channels = before.last().map_or(1, |plan| plan.output_shape()[0] as i64);
        let spec = &mut net.stages[at].spec;
        if spec.op.has_weight() && spec.groups == 1 && spec.in_channels != UNKNOWN {
            spec.in_channels = channels;
        }
    }
}

/// Other values of the arguments that a layer's line sets; what is as usual stays. Of all layers, or of the one in hand.
pub fn arguments(scene: &mut Scene, all: bool, draw: &mut Draw) {
    let in_hand = scene.in_hand();
    let stages = &mut scene.net_mut().stages;
    let count = stages.len();
    for (at, stage) in stages.iter_mut().enumerate() {
        if all || at == in_hand {
            slides(&mut stage.spec, draw);
        }
    }
    if count == 1 {
        channels(&mut stages[0].spec, draw);
    } else if stages[in_hand].spec.groups == 1 && stages[in_hand].spec.op.has_weight() {
        let spec = &mut stages[in_hand].spec;
        spec.out_channels = few(spec.out_channels, draw);
    }
}

fn slides(spec: &mut LayerSpec, draw: &mut Draw) {
    let kernel = if spec.rank() == 1 { 2..=5 } else { 2..=4 };
    let strides_by_kernel = spec.steps_by_kernel();
    axes(spec.numbers_mut(Field::KernelSize), 1, draw, kernel);
    if strides_by_kernel {
        spec.stride = spec.kernel_size.clone();
    } else {
        axes(spec.numbers_mut(Field::Stride), 1, draw, 2..=4);
    }
    axes(spec.numbers_mut(Field::Dilation), 1, draw, 2..=3);
    // A window that lies in the padding alone would teach nothing.
    let reach = spec
        .kernel_size
        .iter()
        .zip(&spec.dilation)
        .map(|(kernel, dilation)| (kernel - 1) * dilation);
    let most = reach.min().unwrap_or(1).clamp(1, 3);
    match &mut spec.padding {
        Padding::Cells(cells) => axes(cells, 0, draw, 1..=most),
        Padding::Sides(sides) => axes(sides, 0, draw, 1..=3),
        Padding::Same | Padding::Valid => {}
    }
    let most = spec
        .stride
        .iter()
        .zip(&spec.dilation)
        .map(|(&stride, &dilation)| stride.max(dilation) - 1)
        .min();
    axes(&mut spec.output_padding, 0, draw, 1..=most.unwrap_or(1).max(1));
}

/// Other channels, so that the groups divide them; depthwise stays depthwise, and one channel stays one.
fn channels(spec: &mut LayerSpec, draw: &mut Draw) {
    let (ins, outs, groups) = (spec.in_channels, spec.out_channels, spec.groups);
    if !spec.op.has_weight() {
        spec.set_channels(few(ins, draw));
    } else if groups <= 1 {
        (spec.in_channels, spec.out_channels) = (few(ins, draw), few(outs, draw));
    } else if groups == ins {
        let drawn = few(groups, draw);
        (spec.in_channels, spec.groups, spec.out_channels) = (drawn, drawn, outs / groups * drawn);
    } else {
        spec.groups = draw.within(2..=4);
        spec.in_channels = spec.groups * draw.within(2..=3);
        spec.out_channels = spec.groups * draw.within(1..=3);
    }
}

/// A few channels in place of a few, some in place of many.
fn few(channels: i64, draw: &mut Draw) -> i64 {
    match channels {
        ..=1 => channels,
        2..=8 => draw.within(2..=6),
        _ => [10, 12, 16, 20, 32][draw.below(5)],
    }
}

/// Other numbers along the axes where they are not the usual one. Those that were the same stay the same, and those that
/// were not do not become so.
fn axes<T: Copy + PartialEq + TryFrom<i64> + TryInto<i64>>(
    values: &mut [T],
    usual: T,
    draw: &mut Draw,
    range: RangeInclusive<T>,
) {
    let (Ok(least), Ok(most)) = ((*range.start()).try_into(), (*range.end()).try_into()) else {
        return;
    };
    let even = |values: &[T]| values.windows(2).all(|pair| pair[0] == pair[1]);
    let before = values.to_vec();
    let was_even = even(&before);
    for _ in 0..8 {
        let shared = draw.within(least..=most);
        for (value, old) in values.iter_mut().zip(&before) {
            let drawn = if was_even { shared } else { draw.within(least..=most) };
            if let (Ok(drawn), true) = (T::try_from(drawn), *old != usual) {
                *value = drawn;
            }
        }
        if even(values) == was_even {
            break;
        }
    }
}

/// Numbers as if drawn.
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64, variant: u32, attempt: u32) -> Self {
        Self(mix(seed ^ mix(u64::from(variant) << 32 | u64::from(attempt))))
    }

    fn next(&mut self) -> u64 {
        self.0 = mix(self.0);
        self.0
    }

    /// One of `0..count`; 0 where that is empty.
    pub fn below(&mut self, count: usize) -> usize {
        ((self.next() >> 16) % count.max(1) as u64) as usize
    }

    pub fn within(&mut self, range: RangeInclusive<i64>) -> i64 {
        let (least, most) = range.into_inner();
        least + self.below(usize::try_from(most - least + 1).unwrap_or(1)) as i64
    }
}
