//! What is wrong: with a layer, with a text, with a link.
use super::sizes;
use crate::text::{LaterKey, fill, say};
use crate::{NumbersError, args};
use conv::{Expected, Fault, Fix, ParseError, Refusal};

/// What is wrong, in a learner's words.
pub fn explain(refusal: &Refusal) -> String {
    let (key, facts) = facts(refusal.fault);
    let [first, second] = facts.map(|(_, value)| whole(value));
    let mut pairs = [(facts[0].0, &first[..]), (facts[1].0, &second), ("", "")];
    match refusal.fault {
        Fault::Entries { .. } => pairs[2] = ("field", refusal.field.name()),
        Fault::TransposedPaddingMode { mode } => pairs[2] = ("mode", mode.name()),
        // Such numbers may need all 64 bits.
        Fault::Exceeds { value, limit, .. } => {
            let (value, limit) = (value.to_string(), limit.to_string());
            return fill(key, &[("value", &value), ("limit", &limit)]);
        }
        _ => {}
    }
    fill(key, &pairs)
}

/// The sentence about a fault, and the numbers in it.
fn facts(fault: Fault) -> (LaterKey, [(&'static str, i64); 2]) {
    const NONE: (&str, i64) = ("", 0);
    let one = |key, name, value| (key, [(name, value), NONE]);
    let counts = |key, expected, got| {
        let size = |count| i64::try_from(count).unwrap_or(i64::MAX);
        (key, [("expected", size(expected)), ("got", size(got))])
    };
    let bare = |key| (key, [NONE; 2]);
    match fault {
        Fault::Rank { rank } => one(LaterKey::FaultRank, "rank", rank as i64),
        Fault::Entries { expected, got } => counts(LaterKey::FaultEntries, expected as u64, got as u64),
        Fault::TransposedPaddingMode { .. } => bare(LaterKey::FaultTransposedPaddingMode),
        Fault::TransposedPaddingName => bare(LaterKey::FaultTransposedPaddingName),
        Fault::OutputPaddingOfConv { .. } => bare(LaterKey::FaultOutputPaddingOfConv),
        Fault::GroupsNotPositive { groups } => one(LaterKey::FaultGroupsNotPositive, "groups", groups),
        Fault::InChannelsNotDivisible { in_channels, groups } => (
            LaterKey::FaultInChannels,
            [("channels", in_channels), ("groups", groups)],
        ),
        Fault::OutChannelsNotDivisible { out_channels, groups } => (
            LaterKey::FaultOutChannels,
            [("channels", out_channels), ("groups", groups)],
        ),
        Fault::SameWithStride { stride } => one(LaterKey::FaultSameStride, "stride", stride),
        Fault::ChannelsNotPositive { channels } => one(LaterKey::FaultChannels, "channels", channels),
        Fault::KernelNotPositive { kernel } => one(LaterKey::FaultKernel, "kernel", kernel),
        Fault::StrideNotPositive { stride } => one(LaterKey::FaultStride, "stride", stride),
        Fault::DilationNotPositive { dilation } => one(LaterKey::FaultDilation, "dilation", dilation),
        Fault::PaddingNegative { padding } => one(LaterKey::FaultPaddingNegative, "padding", padding),
        Fault::OutputPaddingNegative { output_padding } => {
            one(LaterKey::FaultOutputPaddingNegative, "output_padding", output_padding)
        }
        Fault::InputRank { expected, got } => counts(LaterKey::FaultInputRank, expected as u64, got as u64),
        Fault::EmptyInput => bare(LaterKey::FaultEmptyInput),
        Fault::ChannelMismatch { expected, got } => {
            (LaterKey::FaultChannelMismatch, [("expected", expected), ("got", got)])
        }
        Fault::ReflectTooLarge { padding, size } => (LaterKey::FaultReflect, [("padding", padding), ("size", size)]),
        Fault::CircularTooLarge { padding, size } => (LaterKey::FaultCircular, [("padding", padding), ("size", size)]),
        Fault::PaddingCutsAll { .. } => bare(LaterKey::FaultCutsAll),
        Fault::KernelTooLarge { effective, padded } => (
            LaterKey::FaultKernelTooLarge,
            [("effective", effective), ("padded", padded)],
        ),
        Fault::OutputPaddingTooLarge { output_padding, bound } => (
            LaterKey::FaultOutputPadding,
            [("output_padding", output_padding), ("most", bound - 1)],
        ),
        Fault::OutputTooSmall { size } => one(LaterKey::FaultOutputTooSmall, "size", size),
        Fault::Length { expected, got } => counts(LaterKey::FaultLength, expected, got),
        Fault::BiasPresence { expected: true } => bare(LaterKey::FaultBiasMissing),
        Fault::BiasPresence { expected: false } => bare(LaterKey::FaultBiasUnwanted),
        Fault::Exceeds { .. } => bare(LaterKey::FaultExceeds),
    }
}

/// What a fix's button says: the argument as it would be, `groups=2`.
pub fn fix_label(fix: &Fix) -> String {
    match fix {
        Fix::Layer { field, spec } => {
            let argument = [field.name(), "=", &args::text(spec, *field)].concat();
            fill(LaterKey::FixWith, &[("fix", &argument)])
        }
        Fix::Input(shape) => fill(LaterKey::FixInput, &[("shape", &sizes(shape.get(1..).unwrap_or(&[])))]),
    }
}

/// What the parser of layers stumbled over.
pub fn parse_error(error: &ParseError) -> String {
    let column = error.column.to_string();
    let expected = expected(error.expected);
    let key = if error.found.is_empty() {
        LaterKey::ParseEnd
    } else {
        LaterKey::ParseAt
    };
    fill(
        key,
        &[("column", &column), ("expected", &expected), ("found", &error.found)],
    )
}

fn expected(expected: Expected) -> String {
    let counted = |key, count: usize| fill(key, &[("count", &count.to_string())]);
    let (key, name) = match expected {
        Expected::AtMost { count } => return counted(LaterKey::ExpectAtMost, count),
        Expected::Entries { count } => return counted(LaterKey::ExpectEntries, count),
        Expected::Class { nearest: Some(name) } | Expected::Keyword { nearest: Some(name) } => {
            (LaterKey::ExpectNearest, name)
        }
        Expected::Eager { class } => (LaterKey::ExpectEager, class),
        Expected::Once { name } => (LaterKey::ExpectOnce, name),
        Expected::Required { name } => (LaterKey::ExpectRequired, name),
        Expected::Class { nearest: None } => (LaterKey::ExpectClass, ""),
        Expected::Keyword { nearest: None } => (LaterKey::ExpectKeyword, ""),
        Expected::Open => (LaterKey::ExpectOpen, ""),
        Expected::Argument => (LaterKey::ExpectArgument, ""),
        Expected::Comma => (LaterKey::ExpectComma, ""),
        Expected::End => (LaterKey::ExpectEnd, ""),
        Expected::Named => (LaterKey::ExpectNamed, ""),
        Expected::Integer => (LaterKey::ExpectInteger, ""),
        Expected::IntegerOrTuple => (LaterKey::ExpectIntegerOrTuple, ""),
        Expected::InRange => (LaterKey::ExpectInRange, ""),
        Expected::Bool => (LaterKey::ExpectBool, ""),
        Expected::Padding => (LaterKey::ExpectPadding, ""),
        Expected::PaddingMode => (LaterKey::ExpectPaddingMode, ""),
        Expected::Setting => (LaterKey::ExpectSetting, ""),
        Expected::ClosingQuote => (LaterKey::ExpectClosingQuote, ""),
    };
    fill(key, &[("name", name)])
}

/// What is wrong with pasted numbers.
pub fn numbers_error(error: &NumbersError) -> String {
    match error {
        NumbersError::NotANumber { column, found } => fill(
            LaterKey::NumbersNot,
            &[("column", &column.to_string()), ("found", found)],
        ),
        NumbersError::TooMany { limit } => fill(LaterKey::NumbersMany, &[("limit", &limit.to_string())]),
        NumbersError::Empty => say(LaterKey::NumbersEmpty).to_owned(),
    }
}

/// Why a link's parameter was not taken, the parameter named.
pub fn warning(warning: &crate::link::Warning) -> String {
    use crate::link::Why;
    let why = match &warning.why {
        Why::UnknownName => say(LaterKey::WhyUnknown).to_owned(),
        Why::NotOneOf(examples) => fill(LaterKey::WhyNotOneOf, &[("examples", examples)]),
        Why::Layer(error) => parse_error(error),
        Why::Numbers(error) => numbers_error(error),
        Why::Refused(refusal) => explain(refusal),
    };
    fill(
        LaterKey::LinkWarning,
        &[("name", &warning.name), ("value", &warning.value), ("why", &why)],
    )
}

fn whole(value: i64) -> String {
    let sign = if value < 0 { "−" } else { "" };
    [sign, &value.unsigned_abs().to_string()].concat()
}
