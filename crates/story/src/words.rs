//! Sentences from typed facts: what is wrong, what a step does, what a cell is.
use crate::text::{Key, fill, say};
use crate::{Cell, Film, Frame, NumbersError, Order, Shown, Tensor, args, number, signed};
use conv::{Expected, Fault, Fix, ParseError, Refusal, Source};

/// What is wrong, in a learner's words.
pub fn explain(refusal: &Refusal) -> String {
    let of = |key, pairs: &[(&str, String)]| {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(key, &pairs)
    };
    let one = |key, name, value: i64| of(key, &[(name, whole(value))]);
    match refusal.fault {
        Fault::Rank { rank } => one(Key::FaultRank, "rank", rank as i64),
        Fault::Entries { expected, got } => of(
            Key::FaultEntries,
            &[
                ("field", refusal.field.name().to_owned()),
                ("expected", expected.to_string()),
                ("got", got.to_string()),
            ],
        ),
        Fault::TransposedPaddingMode { mode } => {
            of(Key::FaultTransposedPaddingMode, &[("mode", mode.name().to_owned())])
        }
        Fault::TransposedPaddingName => say(Key::FaultTransposedPaddingName).to_owned(),
        Fault::OutputPaddingOfConv { .. } => say(Key::FaultOutputPaddingOfConv).to_owned(),
        Fault::GroupsNotPositive { groups } => one(Key::FaultGroupsNotPositive, "groups", groups),
        Fault::InChannelsNotDivisible { in_channels, groups } => of(
            Key::FaultInChannels,
            &[("channels", whole(in_channels)), ("groups", whole(groups))],
        ),
        Fault::OutChannelsNotDivisible { out_channels, groups } => of(
            Key::FaultOutChannels,
            &[("channels", whole(out_channels)), ("groups", whole(groups))],
        ),
        Fault::SameWithStride { stride } => one(Key::FaultSameStride, "stride", stride),
        Fault::ChannelsNotPositive { channels } => one(Key::FaultChannels, "channels", channels),
        Fault::KernelNotPositive { kernel } => one(Key::FaultKernel, "kernel", kernel),
        Fault::StrideNotPositive { stride } => one(Key::FaultStride, "stride", stride),
        Fault::DilationNotPositive { dilation } => one(Key::FaultDilation, "dilation", dilation),
        Fault::PaddingNegative { padding } => one(Key::FaultPaddingNegative, "padding", padding),
        Fault::OutputPaddingNegative { output_padding } => {
            one(Key::FaultOutputPaddingNegative, "output_padding", output_padding)
        }
        Fault::InputRank { expected, got } => of(
            Key::FaultInputRank,
            &[("expected", expected.to_string()), ("got", got.to_string())],
        ),
        Fault::EmptyInput => say(Key::FaultEmptyInput).to_owned(),
        Fault::ChannelMismatch { expected, got } => of(
            Key::FaultChannelMismatch,
            &[("expected", whole(expected)), ("got", whole(got))],
        ),
        Fault::ReflectTooLarge { padding, size } => {
            of(Key::FaultReflect, &[("padding", whole(padding)), ("size", whole(size))])
        }
        Fault::CircularTooLarge { padding, size } => of(
            Key::FaultCircular,
            &[("padding", whole(padding)), ("size", whole(size))],
        ),
        Fault::PaddingCutsAll { .. } => say(Key::FaultCutsAll).to_owned(),
        Fault::KernelTooLarge { effective, padded } => of(
            Key::FaultKernelTooLarge,
            &[("effective", whole(effective)), ("padded", whole(padded))],
        ),
        Fault::OutputPaddingTooLarge { output_padding, bound } => of(
            Key::FaultOutputPadding,
            &[("output_padding", whole(output_padding)), ("most", whole(bound - 1))],
        ),
        Fault::OutputTooSmall { size } => one(Key::FaultOutputTooSmall, "size", size),
        Fault::Length { expected, got } => of(
            Key::FaultLength,
            &[("expected", expected.to_string()), ("got", got.to_string())],
        ),
        Fault::BiasPresence { expected: true } => say(Key::FaultBiasMissing).to_owned(),
        Fault::BiasPresence { expected: false } => say(Key::FaultBiasUnwanted).to_owned(),
        Fault::Exceeds { value, limit, .. } => of(
            Key::FaultExceeds,
            &[("value", value.to_string()), ("limit", limit.to_string())],
        ),
    }
}

/// What a fix's button says: the argument as it would be, `groups=2`.
pub fn fix_label(fix: &Fix) -> String {
    match fix {
        Fix::Layer { field, spec } => {
            let argument = [field.name(), "=", &args::text(spec, *field)].concat();
            fill(Key::FixWith, &[("fix", &argument)])
        }
        Fix::Input(shape) => fill(Key::FixInput, &[("shape", &sizes(shape.get(1..).unwrap_or(&[])))]),
    }
}

/// What the parser of layers stumbled over.
pub fn parse_error(error: &ParseError) -> String {
    let column = error.column.to_string();
    let expected = expected(error.expected);
    let key = if error.found.is_empty() {
        Key::ParseEnd
    } else {
        Key::ParseAt
    };
    fill(
        key,
        &[("column", &column), ("expected", &expected), ("found", &error.found)],
    )
}

fn expected(expected: Expected) -> String {
    let key = match expected {
        Expected::Class { nearest: Some(name) } | Expected::Keyword { nearest: Some(name) } => {
            return fill(Key::ExpectNearest, &[("name", name)]);
        }
        Expected::Eager { class } => return fill(Key::ExpectEager, &[("name", class)]),
        Expected::Once { name } => return fill(Key::ExpectOnce, &[("name", name)]),
        Expected::Required { name } => return fill(Key::ExpectRequired, &[("name", name)]),
        Expected::AtMost { count } => {
            return fill(Key::ExpectAtMost, &[("count", &count.to_string())]);
        }
        Expected::Entries { count } => {
            return fill(Key::ExpectEntries, &[("count", &count.to_string())]);
        }
        Expected::Class { nearest: None } => Key::ExpectClass,
        Expected::Keyword { nearest: None } => Key::ExpectKeyword,
        Expected::Open => Key::ExpectOpen,
        Expected::Argument => Key::ExpectArgument,
        Expected::Comma => Key::ExpectComma,
        Expected::End => Key::ExpectEnd,
        Expected::Named => Key::ExpectNamed,
        Expected::Integer => Key::ExpectInteger,
        Expected::IntegerOrTuple => Key::ExpectIntegerOrTuple,
        Expected::InRange => Key::ExpectInRange,
        Expected::Bool => Key::ExpectBool,
        Expected::Padding => Key::ExpectPadding,
        Expected::PaddingMode => Key::ExpectPaddingMode,
        Expected::Setting => Key::ExpectSetting,
        Expected::ClosingQuote => Key::ExpectClosingQuote,
    };
    say(key).to_owned()
}

/// What is wrong with pasted numbers.
pub fn numbers_error(error: &NumbersError) -> String {
    match error {
        NumbersError::NotANumber { column, found } => {
            fill(Key::NumbersNot, &[("column", &column.to_string()), ("found", found)])
        }
        NumbersError::TooMany { limit } => fill(Key::NumbersMany, &[("limit", &limit.to_string())]),
        NumbersError::Empty => say(Key::NumbersEmpty).to_owned(),
    }
}

/// Why a link's parameter was not taken, the parameter named.
pub fn warning(warning: &crate::link::Warning) -> String {
    use crate::link::Why;
    let why = match &warning.why {
        Why::UnknownName => say(Key::WhyUnknown).to_owned(),
        Why::NotOneOf(examples) => fill(Key::WhyNotOneOf, &[("examples", examples)]),
        Why::Layer(error) => parse_error(error),
        Why::Numbers(error) => numbers_error(error),
        Why::Refused(refusal) => explain(refusal),
    };
    fill(
        Key::LinkWarning,
        &[("name", &warning.name), ("value", &warning.value), ("why", &why)],
    )
}

/// One sentence about a step.
pub fn narrate(frame: &Frame) -> String {
    let Some(cell) = frame.cell else {
        return fill(Key::NarrateAll, &[("count", &frame.film.output.len().to_string())]);
    };
    let tensor = if frame.order == Order::Scatter {
        Tensor::Input
    } else {
        Tensor::Output
    };
    let name = cell_name(&frame.film, tensor, cell);
    if let Some(product) = frame.product() {
        if product.output.is_none() {
            return fill(Key::NarrateCropped, &[("cell", &name)]);
        }
        let total = number(frame.total);
        if product.source == Source::Hole {
            return fill(Key::NarrateHole, &[("cell", &name), ("total", &total)]);
        }
        return fill(
            Key::NarrateTap,
            &[
                ("cell", &name),
                ("x", &number(product.x)),
                ("w", &signed(product.w)),
                ("product", &number(product.x * product.w)),
                ("total", &total),
            ],
        );
    }
    if frame.order == Order::Scatter {
        let count = frame.products.iter().filter(|product| product.counts()).count();
        let x = number(frame.film.input[cell]);
        return fill(
            Key::NarrateScatter,
            &[("cell", &name), ("x", &x), ("count", &count.to_string())],
        );
    }
    let counted = frame.products.iter().filter(|product| product.counts());
    let nonzero = counted.clone().filter(|product| product.x * product.w != 0.0).count();
    fill(
        Key::Narrate,
        &[
            ("cell", &name),
            ("value", &number(frame.total)),
            ("count", &counted.count().to_string()),
            ("nonzero", &nonzero.to_string()),
        ],
    )
}

/// What a cell is and holds.
pub fn readout(frame: &Frame, cell: Cell) -> String {
    let film = &frame.film;
    let filled = |key, name: &str, value: f32| fill(key, &[("cell", name), ("value", &number(value))]);
    match cell {
        Cell::Of(tensor, index) => {
            let name = cell_name(film, tensor, index);
            match tensor {
                Tensor::Input => {
                    let readers = film.plan.readers(index).len();
                    if readers == 0 {
                        return filled(Key::ReadoutFeedsNone, &name, film.input[index]);
                    }
                    fill(
                        Key::ReadoutFeeds,
                        &[
                            ("cell", &name),
                            ("value", &number(film.input[index])),
                            ("count", &readers.to_string()),
                        ],
                    )
                }
                Tensor::Weight => filled(Key::Readout, &name, film.weight[index]),
                Tensor::Bias => {
                    let value = film.bias.as_ref().and_then(|bias| bias.get(index)).copied();
                    filled(Key::Readout, &name, value.unwrap_or(0.0))
                }
                Tensor::Output => match frame.output(index) {
                    Shown::Empty => fill(Key::ReadoutEmpty, &[("cell", &name)]),
                    Shown::Partial(value) | Shown::Done(value) => filled(Key::Readout, &name, value),
                },
            }
        }
        Cell::Padding { channel, at } => match film.plan.source(at) {
            Source::Hole => say(Key::ReadoutInserted).to_owned(),
            Source::Copy(spatial) => {
                let [depth, height, width] = film.plan.input_size();
                let index = channel * depth * height * width + spatial;
                let name = cell_name(film, Tensor::Input, index);
                filled(Key::ReadoutCopy, &name, film.input[index])
            }
            Source::Input(_) | Source::Zero => say(Key::ReadoutPadding).to_owned(),
        },
    }
}

/// A cell as PyTorch writes it, `output[0, 1, 2]`; the channel is left out where there is only one.
pub fn cell_name(film: &Film, tensor: Tensor, index: usize) -> String {
    let plan = &film.plan;
    let (name, shape): (&str, &[usize]) = match tensor {
        Tensor::Input => ("input", plan.input_shape()),
        Tensor::Weight => ("weight", plan.weight_shape()),
        Tensor::Bias => ("bias", &plan.output_shape()[..1]),
        Tensor::Output => ("output", plan.output_shape()),
    };
    let mut rest = index;
    let mut at: Vec<String> = shape
        .iter()
        .rev()
        .map(|&size| {
            let here = rest % size.max(1);
            rest /= size.max(1);
            here.to_string()
        })
        .collect();
    at.reverse();
    let only_channel = shape.len() > 1 && shape[0] == 1 && tensor != Tensor::Weight;
    let at = &at[usize::from(only_channel)..];
    [name, "[", &at.join(", "), "]"].concat()
}

/// Sizes as people write them, `5 × 5`.
pub fn sizes(sizes: &[usize]) -> String {
    let parts: Vec<String> = sizes.iter().map(usize::to_string).collect();
    parts.join(" × ")
}

fn whole(value: i64) -> String {
    value.to_string().replace('-', "−")
}
