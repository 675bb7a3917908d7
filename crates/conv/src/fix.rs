//! The nearest valid values for each broken rule.
use crate::rules::{self, Finding, effective, pads};
use crate::{Fault, Field, Fix, LayerSpec, Padding, PaddingMode};

/// At most so many are offered.
const MOST: usize = 4;

/// Replacements that do away with the fault, the nearest first. `shape` is the input's, empty while there is none.
///
/// Proposals are drawn up freely and then held against the very rules that refused.
pub(crate) fn fixes(finding: Finding, spec: &LayerSpec, shape: &[usize]) -> Vec<Fix> {
    let mut fixes = propose(finding.fault, finding.field, spec, shape);
    fixes.retain(|fix| accepted(fix, finding.fault, spec, shape));
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
        outcome = rules::forward(after, shape);
    } else if outcome.is_err() && !shape.is_empty() {
        // What had passed the constructor must not fail there now.
        return false;
    }
    outcome.map_or_else(
        |new| std::mem::discriminant(&new.fault) != std::mem::discriminant(&fault),
        |()| true,
    )
}

fn propose(fault: Fault, field: Field, spec: &LayerSpec, shape: &[usize]) -> Vec<Fix> {
    let sizes: Vec<i64> = shape.iter().skip(1).map(|&size| size as i64).collect();
    let draft = Draft { spec, sizes: &sizes };
    let fix = |field, change: &dyn Fn(&mut LayerSpec)| draft.layer(field, change);
    match fault {
        Fault::Entries { expected, .. } => vec![fix(field, &|spec| {
            if let Some(values) = entries(spec, field) {
                values.resize(expected, values.first().copied().unwrap_or(1));
            }
        })],
        Fault::TransposedPaddingMode { .. } => {
            vec![fix(Field::PaddingMode, &|spec| {
                spec.padding_mode = PaddingMode::Zeros;
            })]
        }
        Fault::TransposedPaddingName => vec![draft.padding(&|_| 0)],
        Fault::OutputPaddingOfConv { .. } => vec![draft.axes(field, &|_, _| 0)],
        Fault::GroupsNotPositive { .. } => draft.groups(),
        Fault::InChannelsNotDivisible { in_channels, groups } => {
            let mut fixes = draft.groups();
            fixes.truncate(MOST - 1);
            fixes.push(fix(Field::InChannels, &|spec| {
                spec.in_channels = multiple(in_channels, groups);
            }));
            fixes
        }
        Fault::OutChannelsNotDivisible { out_channels, groups } => {
            let mut fixes = draft.groups();
            fixes.truncate(MOST - 1);
            fixes.push(fix(Field::OutChannels, &|spec| {
                spec.out_channels = multiple(out_channels, groups);
            }));
            fixes
        }
        Fault::SameWithStride { .. } => vec![
            draft.axes(Field::Stride, &|_, _| 1),
            draft.padding(&|axis| spec.dilation[axis].saturating_mul(spec.kernel_size[axis] - 1).max(0) / 2),
        ],
        Fault::ChannelsNotPositive { .. } => vec![match field {
            Field::InChannels => fix(field, &|spec| spec.in_channels = spec.groups),
            _ => fix(field, &|spec| spec.out_channels = spec.groups),
        }],
        Fault::KernelNotPositive { .. } | Fault::StrideNotPositive { .. } | Fault::DilationNotPositive { .. } => {
            vec![draft.axes(field, &|_, value| value.max(1))]
        }
        Fault::PaddingNegative { .. } | Fault::OutputPaddingNegative { .. } => {
            vec![draft.axes(field, &|_, value| value.max(0))]
        }
        Fault::InputRank { .. } | Fault::EmptyInput => vec![draft.input(&|_, size| size)],
        Fault::ChannelMismatch { got, .. } => {
            vec![
                draft.input(&|_, size| size),
                fix(Field::InChannels, &|spec| spec.in_channels = got),
            ]
        }
        Fault::ReflectTooLarge { .. } => vec![
            draft.padding(&|axis| pads(spec, axis).1.min(sizes[axis] - 1)),
            draft.input(&|axis, size| size.max(pads(spec, axis).1 + 1)),
            fix(Field::PaddingMode, &|spec| {
                spec.padding_mode = PaddingMode::Replicate;
            }),
        ],
        Fault::CircularTooLarge { .. } => vec![
            draft.padding(&|axis| pads(spec, axis).1.min(sizes[axis])),
            draft.input(&|axis, size| size.max(pads(spec, axis).1)),
            fix(Field::PaddingMode, &|spec| {
                spec.padding_mode = PaddingMode::Replicate;
            }),
        ],
        Fault::PaddingCutsAll { .. } => vec![
            draft.padding(&|axis| pads(spec, axis).0.max((1 - sizes[axis]) / 2)),
            draft.input(&|axis, size| size.max(1 - 2 * pads(spec, axis).0)),
        ],
        Fault::KernelTooLarge { .. } => draft.kernel(),
        Fault::OutputPaddingTooLarge { .. } => vec![
            draft.axes(Field::OutputPadding, &|axis, value| {
                value.min(spec.stride[axis].max(spec.dilation[axis]) - 1)
            }),
            draft.axes(Field::Stride, &|axis, stride| stride.max(spec.output_padding[axis] + 1)),
        ],
        Fault::OutputTooSmall { .. } => {
            let cut = |axis: usize| 2 * pads(spec, axis).0;
            vec![
                draft.padding(&|axis| {
                    let whole = rules::output(spec, axis, sizes[axis]) + cut(axis);
                    pads(spec, axis).0.min((whole - 1) / 2)
                }),
                draft.input(&|axis, size| {
                    let missing = 1 - rules::output(spec, axis, size);
                    size + (missing.max(0) + spec.stride[axis] - 1) / spec.stride[axis]
                }),
            ]
        }
        _ => vec![],
    }
}

/// The vector behind a field, if it is one.
fn entries(spec: &mut LayerSpec, field: Field) -> Option<&mut Vec<i64>> {
    match (field, &mut spec.padding) {
        (Field::KernelSize, _) => Some(&mut spec.kernel_size),
        (Field::Stride, _) => Some(&mut spec.stride),
        (Field::OutputPadding, _) => Some(&mut spec.output_padding),
        (Field::Dilation, _) => Some(&mut spec.dilation),
        (Field::Padding, Padding::Cells(cells)) => Some(cells),
        _ => None,
    }
}

/// The next multiple, at least one.
fn multiple(channels: i64, groups: i64) -> i64 {
    groups.saturating_mul((channels.max(1) + groups - 1) / groups)
}

/// Builds proposals from what is there.
struct Draft<'a> {
    spec: &'a LayerSpec,
    sizes: &'a [i64],
}

impl Draft<'_> {
    fn layer(&self, field: Field, change: &dyn Fn(&mut LayerSpec)) -> Fix {
        let mut spec = self.spec.clone();
        change(&mut spec);
        Fix::Layer { field, spec }
    }

    /// A new value for each axis of a vector.
    fn axes(&self, field: Field, value: &dyn Fn(usize, i64) -> i64) -> Fix {
        self.layer(field, &|spec| {
            for (axis, entry) in entries(spec, field).into_iter().flatten().enumerate() {
                *entry = value(axis, *entry);
            }
        })
    }

    fn padding(&self, cells: &dyn Fn(usize) -> i64) -> Fix {
        self.layer(Field::Padding, &|spec| {
            spec.padding = Padding::Cells((0..spec.rank()).map(cells).collect());
        })
    }

    /// An input with the layer's channels and rank; a size that is missing is the one before it, none is below 1.
    fn input(&self, size: &dyn Fn(usize, i64) -> i64) -> Fix {
        let mut shape = vec![usize::try_from(self.spec.in_channels).unwrap_or(1)];
        for axis in 0..self.spec.rank() {
            let given = self.sizes.get(axis).or(self.sizes.last()).copied().unwrap_or(1);
            shape.push(usize::try_from(size(axis, given.max(1))).unwrap_or(1));
        }
        Fix::Input(shape)
    }

    /// Numbers of groups that both channels allow, the nearest to the one asked for first.
    fn groups(&self) -> Vec<Fix> {
        let LayerSpec {
            in_channels,
            out_channels,
            groups,
            ..
        } = *self.spec;
        if in_channels <= 0 || out_channels <= 0 {
            return vec![self.layer(Field::Groups, &|spec| spec.groups = 1)];
        }
        let (mut common, mut rest) = (in_channels, out_channels);
        while rest != 0 {
            (common, rest) = (rest, common % rest);
        }
        let distance = |d: i64| (d - groups).abs();
        let mut nearest: Vec<i64> = Vec::new();
        let mut small = 1;
        while small * small <= common {
            let pair: &[i64] = if common % small == 0 {
                &[small, common / small]
            } else {
                &[]
            };
            for &d in pair {
                if nearest.contains(&d) {
                    continue;
                }
                let nearer = |other: &&i64| (distance(**other), **other) < (distance(d), d);
                nearest.insert(nearest.iter().take_while(nearer).count(), d);
                nearest.truncate(MOST);
            }
            small += 1;
        }
        let with = |&d| self.layer(Field::Groups, &|spec| spec.groups = d);
        nearest.iter().map(with).collect()
    }

    /// All that makes a kernel fit which is too large.
    fn kernel(&self) -> Vec<Fix> {
        let spec = self.spec;
        let padded = |axis: usize| self.sizes[axis] + pads(spec, axis).0 + pads(spec, axis).1;
        let missing = |axis: usize| (effective(spec, axis) - padded(axis)).max(0);
        vec![
            self.axes(Field::KernelSize, &|axis, kernel| {
                kernel.min((padded(axis) - 1).max(0) / spec.dilation[axis].max(1) + 1)
            }),
            self.padding(&|axis| pads(spec, axis).0 + (missing(axis) + 1) / 2),
            self.axes(Field::Dilation, &|axis, dilation| {
                dilation
                    .min((padded(axis) - 1).max(1) / (spec.kernel_size[axis] - 1).max(1))
                    .max(1)
            }),
            self.input(&|axis, size| size + missing(axis)),
        ]
    }
}
