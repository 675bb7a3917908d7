//! The nearest valid values for each broken rule.
use crate::rules::{self, effective, pads};
use crate::text::signed;
use crate::{Fault, Field, Fix, LayerSpec, Padding, PaddingMode, Reason, Refusal};

/// At most so many are offered.
const MOST: usize = 4;

impl Refusal {
    /// At most four replacements, the nearest first.
    pub fn fixes(&self) -> Vec<Fix> {
        let asked = self.asked.as_ref();
        asked.map_or_else(Vec::new, |asked| fixes(self, &asked.spec, &asked.shape))
    }
}

/// Replacements that do away with the fault, the nearest first. `shape` is the input's, empty while there is none.
///
/// Proposals are drawn up freely and then held against the very rules that refused.
fn fixes(reason: &Reason, spec: &LayerSpec, shape: &[usize]) -> Vec<Fix> {
    let sizes = signed(shape.get(1..).unwrap_or(&[]));
    let channels = match shape.first() {
        Some(&channels) if !spec.op.has_weight() => channels,
        _ => usize::try_from(spec.in_channels).unwrap_or(1),
    };
    let mut draft = Draft {
        spec,
        channels,
        sizes: &sizes,
        fixes: Vec::new(),
    };
    draft.propose(reason.fault, reason.field);
    let mut fixes = draft.fixes;
    fixes.retain(|fix| accepted(fix, reason.fault, spec, shape));
    fixes.truncate(MOST);
    fixes
}

/// Whether the rules pass, or break elsewhere than before (a layer may have several faults).
fn accepted(fix: &Fix, fault: Fault, spec: &LayerSpec, shape: &[usize]) -> bool {
    let (after, shape) = match fix {
        Fix::Layer { spec: changed, .. } if changed != spec => (changed, shape),
        Fix::Input(changed) if changed != shape => (spec, &changed[..]),
        _ => return false,
    };
    let mut outcome = rules::constructor(after);
    if outcome.is_ok() && !shape.is_empty() {
        outcome = rules::forward(&after.on(shape), shape);
    } else if outcome.is_err() && !shape.is_empty() {
        // What had passed the constructor must not fail there now.
        return false;
    }
    outcome.map_or_else(
        |new| std::mem::discriminant(&new.fault) != std::mem::discriminant(&fault),
        |()| true,
    )
}

/// Proposals from what is there.
struct Draft<'a> {
    spec: &'a LayerSpec,
    /// Of the input that it takes.
    channels: usize,
    /// The input's, as far as there are any.
    sizes: &'a [i64],
    fixes: Vec<Fix>,
}

impl Draft<'_> {
    fn propose(&mut self, fault: Fault, field: Field) {
        let (spec, sizes) = (self.spec, self.sizes);
        match fault {
            Fault::Entries { expected, .. } => self.resized(field, expected),
            Fault::TransposedPaddingMode { .. } => self.mode(PaddingMode::Zeros),
            Fault::TransposedPaddingName => self.layer(Field::Padding, &|_, _| 0),
            Fault::OutputPaddingOfConv { .. } => {
                let mut spec = spec.clone();
                spec.output_padding.fill(0);
                self.fixes.push(Fix::Layer { field, spec });
            }
            Fault::GroupsNotPositive { .. } => self.groups(MOST),
            Fault::InChannelsNotDivisible { groups, .. } => {
                self.groups(MOST - 1);
                self.layer(Field::InChannels, &|_, channels| multiple(channels, groups));
            }
            Fault::OutChannelsNotDivisible { groups, .. } => {
                self.groups(MOST - 1);
                self.layer(Field::OutChannels, &|_, channels| multiple(channels, groups));
            }
            Fault::SameWithStride { .. } => {
                self.layer(Field::Stride, &|_, _| 1);
                self.layer(Field::Padding, &|axis, _| pads(spec, axis).0);
            }
            Fault::ChannelsNotPositive { .. } => self.layer(field, &|_, _| spec.groups),
            Fault::KernelNotPositive { .. } | Fault::StrideNotPositive { .. } | Fault::DilationNotPositive { .. } => {
                self.layer(field, &|_, value| value.max(1));
            }
            Fault::PaddingNegative { .. } | Fault::OutputPaddingNegative { .. } => {
                self.layer(field, &|_, value| value.max(0));
            }
            Fault::InputRank { .. } | Fault::EmptyInput => self.input(&|_, size| size),
            Fault::ChannelMismatch { got, .. } => {
                self.input(&|_, size| size);
                self.layer(Field::InChannels, &|_, _| got);
            }
            Fault::FeatureMismatch { got, .. } => self.layer(Field::InChannels, &|_, _| got),
            Fault::PoolPadding { .. } => {
                self.layer(Field::Padding, &|axis, padding| padding.min(spec.kernel_size[axis] / 2));
                self.layer(Field::KernelSize, &|axis, kernel| kernel.max(2 * pads(spec, axis).0));
            }
            Fault::ReflectTooLarge { .. } => self.copied(1),
            Fault::CircularTooLarge { .. } => self.copied(0),
            Fault::PaddingCutsAll { .. } => {
                self.layer(Field::Padding, &|axis, padding| padding.max((1 - sizes[axis]) / 2));
                self.input(&|axis, size| size.max(1 - pads(spec, axis).0 - pads(spec, axis).1));
            }
            Fault::KernelTooLarge { .. } => self.kernel(),
            Fault::OutputPaddingTooLarge { .. } => {
                self.layer(field, &|axis, value| {
                    value.min(spec.stride[axis].max(spec.dilation[axis]) - 1)
                });
                self.layer(Field::Stride, &|axis, stride| stride.max(spec.output_padding[axis] + 1));
            }
            Fault::OutputTooSmall { .. } => {
                self.layer(Field::Padding, &|axis, _| {
                    let padding = pads(spec, axis).0;
                    padding.min((rules::output(spec, axis, sizes[axis]) + 2 * padding - 1) / 2)
                });
                self.input(&|axis, size| {
                    let missing = 1 - rules::output(spec, axis, size);
                    size + (missing.max(0) + spec.stride[axis] - 1) / spec.stride[axis]
                });
            }
            _ => {}
        }
    }

    /// A new value for each of a parameter's numbers, from its axis and what it is; padding is in cells then.
    fn layer(&mut self, field: Field, value: &dyn Fn(usize, i64) -> i64) {
        let mut spec = self.spec.clone();
        if field == Field::Padding && spec.numbers(field).is_empty() {
            spec.padding = Padding::Cells((0..spec.rank()).map(|axis| pads(&spec, axis).1).collect());
        }
        let by_side = field == Field::Padding && matches!(spec.padding, Padding::Sides(_));
        let last = spec.rank().saturating_sub(1);
        let follows = field == Field::KernelSize && spec.steps_by_kernel();
        for (at, entry) in spec.numbers_mut(field).iter_mut().enumerate() {
            *entry = value(if by_side { last - at / 2 } else { at }, *entry);
        }
        if follows {
            spec.stride.clone_from(&spec.kernel_size);
        }
        self.fixes.push(Fix::Layer { field, spec });
    }

    fn mode(&mut self, padding_mode: PaddingMode) {
        let spec = LayerSpec {
            padding_mode,
            ..self.spec.clone()
        };
        let field = Field::PaddingMode;
        self.fixes.push(Fix::Layer { field, spec });
    }

    /// As many numbers as there are axes; new ones are as the first.
    fn resized(&mut self, field: Field, axes: usize) {
        let mut spec = self.spec.clone();
        let first = spec.numbers(field).first().copied().unwrap_or(1);
        let numbers = match (field, &mut spec.padding) {
            (Field::Stride, _) => &mut spec.stride,
            (Field::OutputPadding, _) => &mut spec.output_padding,
            (Field::Dilation, _) => &mut spec.dilation,
            (Field::Padding, Padding::Cells(cells)) => cells,
            (Field::Padding, Padding::Sides(sides)) => sides,
            _ => return,
        };
        numbers.resize(axes, first);
        self.fixes.push(Fix::Layer { field, spec });
    }

    /// An input with the layer's channels and rank; a size that is missing is the one before it, none is below 1.
    fn input(&mut self, size: &dyn Fn(usize, i64) -> i64) {
        let mut shape = vec![self.channels];
        for axis in 0..self.spec.rank() {
            let given = self.sizes.get(axis).or(self.sizes.last()).copied().unwrap_or(1);
            shape.push(usize::try_from(size(axis, given.max(1))).unwrap_or(1));
        }
        self.fixes.push(Fix::Input(shape));
    }

    /// What makes padding fit that copies more than there is: it must stay so many cells below the size.
    fn copied(&mut self, below: i64) {
        let (spec, sizes) = (self.spec, self.sizes);
        self.layer(Field::Padding, &|axis, padding| padding.min(sizes[axis] - below));
        self.input(&|axis, size| {
            let (before, after) = pads(spec, axis);
            size.max(before.max(after) + below)
        });
        self.mode(PaddingMode::Replicate);
    }

    /// Numbers of groups that both channels allow, the nearest to the one asked for first.
    fn groups(&mut self, most: usize) {
        let LayerSpec {
            in_channels,
            out_channels,
            groups,
            ..
        } = *self.spec;
        if in_channels <= 0 || out_channels <= 0 {
            return self.layer(Field::Groups, &|_, _| 1);
        }
        let (mut common, mut rest) = (in_channels, out_channels);
        while rest != 0 {
            (common, rest) = (rest, common % rest);
        }
        let distance = |d: i64| ((d - groups).abs(), d);
        let mut nearest: Vec<i64> = Vec::new();
        let mut small = 1;
        while small * small <= common {
            if common % small == 0 {
                for d in [small, common / small] {
                    let nearer = nearest
                        .iter()
                        .take_while(|&&other| distance(other) < distance(d))
                        .count();
                    if nearest.get(nearer) != Some(&d) {
                        nearest.insert(nearer, d);
                    }
                }
                nearest.truncate(most);
            }
            small += 1;
        }
        for groups in nearest {
            self.layer(Field::Groups, &|_, _| groups);
        }
    }

    /// All that makes a kernel fit which is too large.
    fn kernel(&mut self) {
        let (spec, sizes) = (self.spec, self.sizes);
        let padded = |axis: usize| sizes[axis] + pads(spec, axis).0 + pads(spec, axis).1;
        let missing = |axis: usize| (effective(spec, axis) - padded(axis)).max(0);
        self.layer(Field::KernelSize, &|axis, kernel| {
            kernel.min((padded(axis) - 1).max(0) / spec.dilation[axis].max(1) + 1)
        });
        if !spec.op.is_pool() {
            self.layer(Field::Padding, &|axis, padding| padding + (missing(axis) + 1) / 2);
        }
        self.layer(Field::Dilation, &|axis, dilation| {
            let most = (padded(axis) - 1).max(1) / (spec.kernel_size[axis] - 1).max(1);
            dilation.min(most).max(1)
        });
        self.input(&|axis, size| size + missing(axis));
    }
}

/// The next multiple of the groups, for channels that are none.
fn multiple(channels: i64, groups: i64) -> i64 {
    groups.saturating_mul(channels.max(0) / groups + 1)
}
