//! What is wrong: with a layer, with a text, with a link.
use super::sizes;
use crate::link::{Warning, Why};
use crate::text::{ReaderKey, fill, say};
use crate::{Change, NumbersError, Scene, Wrong};
use conv::{Expected, Fault, Fix, LayerSpec, Op, ParseError, Refusal};

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
fn facts(fault: Fault) -> (ReaderKey, [(&'static str, i64); 2]) {
    const NONE: (&str, i64) = ("", 0);
    let one = |key, name, value| (key, [(name, value), NONE]);
    let counts = |key, expected, got| {
        let size = |count| i64::try_from(count).unwrap_or(i64::MAX);
        (key, [("expected", size(expected)), ("got", size(got))])
    };
    let bare = |key| (key, [NONE; 2]);
    match fault {
        Fault::Rank { rank } => one(ReaderKey::FaultRank, "rank", rank as i64),
        Fault::Entries { expected, got } => counts(ReaderKey::FaultEntries, expected as u64, got as u64),
        Fault::TransposedPaddingMode { .. } => bare(ReaderKey::FaultTransposedPaddingMode),
        Fault::TransposedPaddingName => bare(ReaderKey::FaultTransposedPaddingName),
        Fault::OutputPaddingOfConv { .. } => bare(ReaderKey::FaultOutputPaddingOfConv),
        Fault::GroupsNotPositive { groups } => one(ReaderKey::FaultGroupsNotPositive, "groups", groups),
        Fault::InChannelsNotDivisible { in_channels, groups } => (
            ReaderKey::FaultInChannels,
            [("channels", in_channels), ("groups", groups)],
        ),
        Fault::OutChannelsNotDivisible { out_channels, groups } => (
            ReaderKey::FaultOutChannels,
            [("channels", out_channels), ("groups", groups)],
        ),
        Fault::SameWithStride { stride } => one(ReaderKey::FaultSameStride, "stride", stride),
        Fault::ChannelsNotPositive { channels } => one(ReaderKey::FaultChannels, "channels", channels),
        Fault::KernelNotPositive { kernel } => one(ReaderKey::FaultKernel, "kernel", kernel),
        Fault::StrideNotPositive { stride } => one(ReaderKey::FaultStride, "stride", stride),
        Fault::DilationNotPositive { dilation } => one(ReaderKey::FaultDilation, "dilation", dilation),
        Fault::PaddingNegative { padding } => one(ReaderKey::FaultPaddingNegative, "padding", padding),
        Fault::OutputPaddingNegative { output_padding } => {
            one(ReaderKey::FaultOutputPaddingNegative, "output_padding", output_padding)
        }
        Fault::InputRank { expected, got } => counts(ReaderKey::FaultInputRank, expected as u64, got as u64),
        Fault::EmptyInput => bare(ReaderKey::FaultEmptyInput),
        Fault::ChannelMismatch { expected, got } => {
            (ReaderKey::FaultChannelMismatch, [("expected", expected), ("got", got)])
        }
        Fault::NotFlat { got } => one(ReaderKey::FaultNotFlat, "got", i64::try_from(got).unwrap_or(i64::MAX)),
        Fault::FeatureMismatch { expected, got } => (ReaderKey::FaultFeatures, [("expected", expected), ("got", got)]),
        Fault::PoolPadding { padding, kernel } => {
            (ReaderKey::FaultPoolPadding, [("padding", padding), ("kernel", kernel)])
        }
        Fault::ReflectTooLarge { padding, size } => (ReaderKey::FaultReflect, [("padding", padding), ("size", size)]),
        Fault::CircularTooLarge { padding, size } => (ReaderKey::FaultCircular, [("padding", padding), ("size", size)]),
        Fault::PaddingCutsAll { .. } => bare(ReaderKey::FaultCutsAll),
        Fault::KernelTooLarge { effective, padded } => (
            ReaderKey::FaultKernelTooLarge,
            [("effective", effective), ("padded", padded)],
        ),
        Fault::OutputPaddingTooLarge { output_padding, bound } => (
            ReaderKey::FaultOutputPadding,
            [("output_padding", output_padding), ("most", bound - 1)],
        ),
        Fault::OutputTooSmall { size } => one(ReaderKey::FaultOutputTooSmall, "size", size),
        Fault::Length { expected, got } => counts(ReaderKey::FaultLength, expected, got),
        Fault::BiasPresence { expected: true } => bare(ReaderKey::FaultBiasMissing),
        Fault::BiasPresence { expected: false } => bare(ReaderKey::FaultBiasUnwanted),
        Fault::Exceeds { .. } => bare(ReaderKey::FaultExceeds),
    }
}

/// What a fix's button says: the argument as it would be, `groups=2`.
pub fn fix_label(fix: &Fix) -> String {
    match fix {
        Fix::Layer { field, spec } => {
            let argument = [field.name_of(spec.op), "=", &spec.value(*field)].concat();
            fill(ReaderKey::FixWith, &[("fix", &argument)])
        }
        Fix::Input(shape) => fill(ReaderKey::FixInput, &[("shape", &sizes(shape.get(1..).unwrap_or(&[])))]),
    }
}

/// Ways out of what was tried, each with what its button says.
pub fn repairs(wrong: &Wrong) -> Vec<(String, Change)> {
    let Wrong { stage, refusal } = wrong;
    let stage = *stage;
    let mut repairs = Vec::new();
    if let Fault::NotFlat { .. } = refusal.fault {
        let flatten = LayerSpec::new(Op::Flatten, 1, 1, 1, 1);
        let label = fill(ReaderKey::FixBefore, &[("layer", &flatten.class_name())]);
        repairs.push((label, Change::Insert(stage, flatten)));
    }
    for fix in refusal.fixes() {
        let label = fix_label(&fix);
        match fix {
            Fix::Layer { spec, .. } => repairs.push((label, Change::LayerAt(stage, spec))),
            // What comes into a later layer is nobody's to choose.
            Fix::Input(shape) if stage == 0 => {
                let size = shape.get(1..).unwrap_or_default().to_vec();
                repairs.push((label, Change::Size(size)));
            }
            Fix::Input(_) => {}
        }
    }
    repairs
}

/// The parameter at fault, as its layer calls it; of several layers also which one that is.
pub fn at_fault(scene: &Scene, wrong: &Wrong) -> String {
    let stages = &scene.net.stages;
    let Some(stage) = stages.get(wrong.stage) else {
        return String::new();
    };
    let name = wrong.refusal.field.name_of(stage.spec.op);
    if stages.len() == 1 {
        return name.to_owned();
    }
    fill(
        ReaderKey::AtFault,
        &[
            ("index", &wrong.stage.to_string()),
            ("layer", &stage.spec.class_name()),
            ("name", name),
        ],
    )
}

/// What the parser of layers stumbled over.
pub fn parse_error(error: &ParseError) -> String {
    let column = error.column.to_string();
    let expected = expected(error.expected);
    let key = if error.found.is_empty() {
        ReaderKey::ParseEnd
    } else {
        ReaderKey::ParseAt
    };
    fill(
        key,
        &[("column", &column), ("expected", &expected), ("found", &error.found)],
    )
}

fn expected(expected: Expected) -> String {
    let counted = |key, count: usize| fill(key, &[("count", &count.to_string())]);
    let (key, name) = match expected {
        Expected::AtMost { count } => return counted(ReaderKey::ExpectAtMost, count),
        Expected::Entries { count } => return counted(ReaderKey::ExpectEntries, count),
        Expected::Layers { count } => return counted(ReaderKey::ExpectLayers, count),
        Expected::Only { value } => (ReaderKey::ExpectOnly, value),
        Expected::Class { nearest: Some(name) } | Expected::Keyword { nearest: Some(name) } => {
            (ReaderKey::ExpectNearest, name)
        }
        Expected::Eager { class } => (ReaderKey::ExpectEager, class),
        Expected::Once { name } => (ReaderKey::ExpectOnce, name),
        Expected::Required { name } => (ReaderKey::ExpectRequired, name),
        Expected::Class { nearest: None } => (ReaderKey::ExpectClass, ""),
        Expected::Keyword { nearest: None } => (ReaderKey::ExpectKeyword, ""),
        Expected::Open => (ReaderKey::ExpectOpen, ""),
        Expected::Argument => (ReaderKey::ExpectArgument, ""),
        Expected::Comma => (ReaderKey::ExpectComma, ""),
        Expected::End => (ReaderKey::ExpectEnd, ""),
        Expected::Named => (ReaderKey::ExpectNamed, ""),
        Expected::Integer => (ReaderKey::ExpectInteger, ""),
        Expected::IntegerOrTuple => (ReaderKey::ExpectIntegerOrTuple, ""),
        Expected::InRange => (ReaderKey::ExpectInRange, ""),
        Expected::Bool => (ReaderKey::ExpectBool, ""),
        Expected::Padding => (ReaderKey::ExpectPadding, ""),
        Expected::PaddingMode => (ReaderKey::ExpectPaddingMode, ""),
        Expected::Setting => (ReaderKey::ExpectSetting, ""),
        Expected::ClosingQuote => (ReaderKey::ExpectClosingQuote, ""),
    };
    fill(key, &[("name", name)])
}

/// What is wrong with pasted numbers.
pub fn numbers_error(error: &NumbersError) -> String {
    match error {
        NumbersError::NotANumber { column, found } => fill(
            ReaderKey::NumbersNot,
            &[("column", &column.to_string()), ("found", found)],
        ),
        NumbersError::TooMany { limit } => fill(ReaderKey::NumbersMany, &[("limit", &limit.to_string())]),
        NumbersError::Empty => say(ReaderKey::NumbersEmpty).to_owned(),
    }
}

/// What of an address was not taken, and why.
pub fn warning(warning: &Warning) -> String {
    let facts = [
        ("name", &warning.name[..]),
        ("value", &warning.value),
        ("why", &why(&warning.why)),
    ];
    fill(ReaderKey::LinkWarning, &facts)
}

/// Why a link's parameter was not taken.
pub fn why(why: &Why) -> String {
    match why {
        Why::UnknownName => say(ReaderKey::WhyUnknown).to_owned(),
        Why::NotOneOf(examples) => fill(ReaderKey::WhyNotOneOf, &[("examples", examples)]),
        Why::NoSuch(names) => fill(ReaderKey::WhyNoSuch, &[("names", names)]),
        Why::Layer(error) => parse_error(error),
        Why::Numbers(error) => numbers_error(error),
        Why::Refused(refusal) => explain(refusal),
    }
}

fn whole(value: i64) -> String {
    let sign = if value < 0 { "−" } else { "" };
    [sign, &value.unsigned_abs().to_string()].concat()
}
