//! What is wrong: with a layer, with a text, with a link.
use super::sizes;
use crate::text::{Key, fill, say};
use crate::{NumbersError, args};
use conv::{Expected, Fault, Fix, ParseError, Refusal};

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

fn whole(value: i64) -> String {
    value.to_string().replace('-', "−")
}
