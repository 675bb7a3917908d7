//! What is wrong: with a layer, with a text, with a link.
use super::sizes;
use crate::text::{Key, fill, say};
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
fn facts(fault: Fault) -> (Key, [(&'static str, i64); 2]) {
    const NONE: (&str, i64) = ("", 0);
    let one = |key, name, value| (key, [(name, value), NONE]);
    let counts = |key, expected, got| {
        let size = |count| i64::try_from(count).unwrap_or(i64::MAX);
        (key, [("expected", size(expected)), ("got", size(got))])
    };
    let bare = |key| (key, [NONE; 2]);
    match fault {
        Fault::Rank { rank } => one(Key::FaultRank, "rank", rank as i64),
        Fault::Entries { expected, got } => counts(Key::FaultEntries, expected as u64, got as u64),
        Fault::TransposedPaddingMode { .. } => bare(Key::FaultTransposedPaddingMode),
        Fault::TransposedPaddingName => bare(Key::FaultTransposedPaddingName),
        Fault::OutputPaddingOfConv { .. } => bare(Key::FaultOutputPaddingOfConv),
        Fault::GroupsNotPositive { groups } => one(Key::FaultGroupsNotPositive, "groups", groups),
        Fault::InChannelsNotDivisible { in_channels, groups } => {
            (Key::FaultInChannels, [("channels", in_channels), ("groups", groups)])
        }
        Fault::OutChannelsNotDivisible { out_channels, groups } => {
            (Key::FaultOutChannels, [("channels", out_channels), ("groups", groups)])
        }
        Fault::SameWithStride { stride } => one(Key::FaultSameStride, "stride", stride),
        Fault::ChannelsNotPositive { channels } => one(Key::FaultChannels, "channels", channels),
        Fault::KernelNotPositive { kernel } => one(Key::FaultKernel, "kernel", kernel),
        Fault::StrideNotPositive { stride } => one(Key::FaultStride, "stride", stride),
        Fault::DilationNotPositive { dilation } => one(Key::FaultDilation, "dilation", dilation),
        Fault::PaddingNegative { padding } => one(Key::FaultPaddingNegative, "padding", padding),
        Fault::OutputPaddingNegative { output_padding } => {
            one(Key::FaultOutputPaddingNegative, "output_padding", output_padding)
        }
        Fault::InputRank { expected, got } => counts(Key::FaultInputRank, expected as u64, got as u64),
        Fault::EmptyInput => bare(Key::FaultEmptyInput),
        Fault::ChannelMismatch { expected, got } => (Key::FaultChannelMismatch, [("expected", expected), ("got", got)]),
        Fault::ReflectTooLarge { padding, size } => (Key::FaultReflect, [("padding", padding), ("size", size)]),
        Fault::CircularTooLarge { padding, size } => (Key::FaultCircular, [("padding", padding), ("size", size)]),
        Fault::PaddingCutsAll { .. } => bare(Key::FaultCutsAll),
        Fault::KernelTooLarge { effective, padded } => {
            (Key::FaultKernelTooLarge, [("effective", effective), ("padded", padded)])
        }
        Fault::OutputPaddingTooLarge { output_padding, bound } => (
            Key::FaultOutputPadding,
            [("output_padding", output_padding), ("most", bound - 1)],
        ),
        Fault::OutputTooSmall { size } => one(Key::FaultOutputTooSmall, "size", size),
        Fault::Length { expected, got } => counts(Key::FaultLength, expected, got),
        Fault::BiasPresence { expected: true } => bare(Key::FaultBiasMissing),
        Fault::BiasPresence { expected: false } => bare(Key::FaultBiasUnwanted),
        Fault::Exceeds { .. } => bare(Key::FaultExceeds),
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
    let counted = |key, count: usize| fill(key, &[("count", &count.to_string())]);
    let (key, name) = match expected {
        Expected::AtMost { count } => return counted(Key::ExpectAtMost, count),
        Expected::Entries { count } => return counted(Key::ExpectEntries, count),
        Expected::Class { nearest: Some(name) } | Expected::Keyword { nearest: Some(name) } => {
            (Key::ExpectNearest, name)
        }
        Expected::Eager { class } => (Key::ExpectEager, class),
        Expected::Once { name } => (Key::ExpectOnce, name),
        Expected::Required { name } => (Key::ExpectRequired, name),
        Expected::Class { nearest: None } => (Key::ExpectClass, ""),
        Expected::Keyword { nearest: None } => (Key::ExpectKeyword, ""),
        Expected::Open => (Key::ExpectOpen, ""),
        Expected::Argument => (Key::ExpectArgument, ""),
        Expected::Comma => (Key::ExpectComma, ""),
        Expected::End => (Key::ExpectEnd, ""),
        Expected::Named => (Key::ExpectNamed, ""),
        Expected::Integer => (Key::ExpectInteger, ""),
        Expected::IntegerOrTuple => (Key::ExpectIntegerOrTuple, ""),
        Expected::InRange => (Key::ExpectInRange, ""),
        Expected::Bool => (Key::ExpectBool, ""),
        Expected::Padding => (Key::ExpectPadding, ""),
        Expected::PaddingMode => (Key::ExpectPaddingMode, ""),
        Expected::Setting => (Key::ExpectSetting, ""),
        Expected::ClosingQuote => (Key::ExpectClosingQuote, ""),
    };
    fill(key, &[("name", name)])
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
    let sign = if value < 0 { "−" } else { "" };
    [sign, &value.unsigned_abs().to_string()].concat()
}
