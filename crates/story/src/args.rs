//! The constructor's arguments as controls: how each is read, set, stepped and typed.
use crate::number::whole;
use conv::{Field, LayerSpec, Op, Padding, PaddingMode, UNKNOWN};

/// The arguments that a layer's line shows, in PyTorch's order. A transposed layer pads with zeros alone.
pub fn of(spec: &LayerSpec) -> Vec<Field> {
    let shown = |field: &Field| (spec.op, *field) != (Op::ConvTranspose, Field::PaddingMode);
    spec.fields().filter(shown).collect()
}

/// The layers that there are, each as it is by default.
pub fn classes() -> Vec<LayerSpec> {
    let mut classes = Vec::new();
    for op in Op::ALL {
        let modes = if op == Op::Pad {
            &PaddingMode::ALL[..]
        } else {
            &PaddingMode::ALL[..1]
        };
        for &mode in modes {
            let ranks = match op {
                Op::Linear => 0..=0,
                Op::Relu | Op::Flatten => 1..=1,
                _ => 1..=3,
            };
            for rank in ranks {
                let kernel = if op.is_pool() { 2 } else { 3 };
                let mut spec = LayerSpec::new(op, rank, 1, 1, kernel);
                spec.padding_mode = mode;
                classes.push(spec);
            }
        }
    }
    classes
}

/// The same layer as one of another class, without what that does not know. `spec` knows its channels.
#[must_use]
pub fn with_class(spec: &LayerSpec, class: &LayerSpec) -> LayerSpec {
    let mut spec = with_rank(&with_op(spec, class.op), class.rank());
    if class.op == Op::Pad {
        spec.padding_mode = class.padding_mode;
    }
    spec
}

/// Whether an argument has a value for each axis.
pub fn is_per_axis(field: Field) -> bool {
    matches!(
        field,
        Field::KernelSize | Field::Stride | Field::Padding | Field::OutputPadding | Field::Dilation
    )
}

/// Whether an argument is one of some words, never a number.
pub fn is_word(field: Field) -> bool {
    matches!(field, Field::Bias | Field::PaddingMode)
}

/// The words that an argument can be set to instead of a number.
pub fn choices(field: Field, op: Op) -> Vec<&'static str> {
    match (field, op) {
        (Field::Padding, Op::Conv) => vec!["same", "valid"],
        (Field::PaddingMode, Op::Conv) => PaddingMode::ALL.map(PaddingMode::name).to_vec(),
        (Field::Bias, op) if op.has_weight() => vec!["True", "False"],
        _ => Vec::new(),
    }
}

/// An argument's number, on one axis where it has several (of a padding layer on one side); `None` where it is a word, or
/// still to be found out.
pub fn get(spec: &LayerSpec, field: Field, axis: usize) -> Option<i64> {
    let axis = if is_per_axis(field) { axis } else { 0 };
    spec.numbers(field)
        .get(axis)
        .copied()
        .filter(|&number| number != UNKNOWN)
}

/// An argument's numbers, one an axis; of a padding layer one a side, as PyTorch orders them.
pub fn numbers(spec: &LayerSpec, field: Field) -> Option<&[i64]> {
    let numbers = spec.numbers(field);
    (is_per_axis(field) && !numbers.is_empty()).then_some(numbers)
}

/// The layer with an argument set to a number, on one axis or (with `None`) on all; as it is where it has no such argument.
#[must_use]
pub fn set(spec: &LayerSpec, field: Field, axis: Option<usize>, value: i64) -> LayerSpec {
    let mut spec = spec.clone();
    if !of(&spec).contains(&field) {
        return spec;
    }
    if field == Field::Padding && spec.numbers(field).is_empty() {
        spec.padding = Padding::Cells(vec![value; spec.rank()]);
    }
    let axis = axis.filter(|_| is_per_axis(field));
    let follows = field == Field::KernelSize && spec.steps_by_kernel();
    for (at, number) in spec.numbers_mut(field).iter_mut().enumerate() {
        if axis.is_none_or(|axis| axis == at) {
            *number = value;
        }
    }
    if follows {
        spec.stride = spec.kernel_size.clone();
    }
    spec
}

/// The layer with an argument set to one of its words; `None` where it has no such word, or no such argument.
pub fn choose(spec: &LayerSpec, field: Field, word: &str) -> Option<LayerSpec> {
    if !choices(field, spec.op).contains(&word) {
        return None;
    }
    let mut spec = spec.clone();
    match (field, word) {
        (Field::Padding, "same") => spec.padding = Padding::Same,
        (Field::Padding, "valid") => spec.padding = Padding::Valid,
        (Field::Bias, "True") => spec.bias = true,
        (Field::Bias, "False") => spec.bias = false,
        (Field::PaddingMode, _) => {
            spec.padding_mode = PaddingMode::ALL.into_iter().find(|mode| mode.name() == word)?;
        }
        _ => return None,
    }
    Some(spec)
}

/// The layer with an argument one step up or down: groups over the common divisors of the channels, channels by whole
/// groups, words in their order, all else by one.
#[must_use]
pub fn stepped(spec: &LayerSpec, field: Field, axis: Option<usize>, up: bool) -> LayerSpec {
    let by = if up { 1 } else { -1 };
    match field {
        _ if is_word(field) => {
            let words = choices(field, spec.op);
            let value = spec.value(field);
            let now = words.iter().position(|word| *word == value.trim_matches('\''));
            let next = (now.unwrap_or(0) as i64 + by).rem_euclid(words.len().max(1) as i64);
            words
                .get(next as usize)
                .and_then(|word| choose(spec, field, word))
                .unwrap_or_else(|| spec.clone())
        }
        Field::Groups => {
            let divisors = common_divisors(spec.in_channels, spec.out_channels);
            let next = if up {
                divisors.iter().find(|&&divisor| divisor > spec.groups)
            } else {
                divisors.iter().rev().find(|&&divisor| divisor < spec.groups)
            };
            set(spec, field, None, next.copied().unwrap_or(spec.groups))
        }
        Field::InChannels | Field::OutChannels => {
            let unit = spec.groups.max(1);
            let now = get(spec, field, 0).unwrap_or(1);
            let next = if up {
                now.div_euclid(unit).saturating_add(1).saturating_mul(unit)
            } else {
                now.saturating_sub(1).div_euclid(unit).saturating_mul(unit).max(unit)
            };
            set(spec, field, None, next)
        }
        _ => {
            let now = get(spec, field, axis.unwrap_or(0)).unwrap_or(0);
            set(spec, field, axis, now.saturating_add(by).max(least(field)))
        }
    }
}

/// The layer with an argument as typed: a number, a tuple, or one of its words, with or without quotes.
pub fn typed(spec: &LayerSpec, field: Field, axis: Option<usize>, text: &str) -> Option<LayerSpec> {
    const QUOTES: &[char] = &['\'', '"'];
    const BRACKETS: &[char] = &['(', ')', '[', ']'];
    const BETWEEN: &[char] = &[',', '×', 'x', ' '];
    let text = text.trim().trim_matches(QUOTES);
    if let Some(word) = choices(field, spec.op)
        .into_iter()
        .find(|word| word.eq_ignore_ascii_case(text))
    {
        return choose(spec, field, word);
    }
    if is_word(field) {
        return None;
    }
    if (spec.op, field, text) == (Op::Linear, Field::InChannels, "?") {
        return Some(set(spec, field, None, UNKNOWN));
    }
    let mut numbers: Vec<i64> = Vec::new();
    for part in text.trim_matches(BRACKETS).split(BETWEEN).map(str::trim) {
        if !part.is_empty() {
            numbers.push(whole(part)?);
        }
    }
    if let [one] = numbers[..] {
        return Some(set(spec, field, axis, one));
    }
    if numbers.len() != spec.numbers(field).len().max(spec.rank()) || !is_per_axis(field) {
        return None;
    }
    let mut spec = spec.clone();
    for (axis, &value) in numbers.iter().enumerate() {
        spec = set(&spec, field, Some(axis), value);
    }
    Some(spec)
}

/// The same layer for data of another rank: the last axes stay, new ones are as the first. What takes any rank, or none,
/// stays as it is.
#[must_use]
pub fn with_rank(spec: &LayerSpec, rank: usize) -> LayerSpec {
    let mut spec = spec.clone();
    if spec.op.takes_any_rank() || spec.op == Op::Linear {
        return spec;
    }
    for axes in [
        &mut spec.kernel_size,
        &mut spec.stride,
        &mut spec.dilation,
        &mut spec.output_padding,
    ] {
        *axes = fit(axes, rank);
    }
    match &mut spec.padding {
        Padding::Cells(cells) => *cells = fit(cells, rank),
        Padding::Sides(sides) => {
            // The last axis comes first.
            let last = [sides.first(), sides.get(1)].map(|side| side.copied().unwrap_or(0));
            sides.extend(last.repeat(rank));
            sides.truncate(2 * rank);
        }
        Padding::Same | Padding::Valid => {}
    }
    spec
}

/// The same layer as the other operation, without what that does not know. `spec` knows its channels.
#[must_use]
pub fn with_op(spec: &LayerSpec, op: Op) -> LayerSpec {
    let is_conv = |op| matches!(op, Op::Conv | Op::ConvTranspose);
    let slides = |op: Op| is_conv(op) || op.is_pool();
    if op == spec.op {
        return spec.clone();
    }
    if op == Op::Linear {
        return LayerSpec::new(op, 0, UNKNOWN, spec.out_channels.max(1), 1);
    }
    let (rank, usual) = (spec.rank().max(1), if op.is_pool() { 2 } else { 3 });
    // Features of a flat row are no channels.
    let channels = if spec.op == Op::Linear { 1 } else { spec.in_channels };
    let mut new = LayerSpec::new(op, rank, channels, channels, usual);
    if slides(op) && slides(spec.op) {
        (new.kernel_size, new.stride) = (spec.kernel_size.clone(), spec.kernel_size.clone());
    }
    if is_conv(op) && is_conv(spec.op) {
        new = LayerSpec { op, ..spec.clone() };
        if op == Op::Conv {
            new.output_padding = vec![0; rank];
        } else {
            new.padding_mode = PaddingMode::Zeros;
            if !matches!(new.padding, Padding::Cells(_)) {
                new.padding = Padding::Cells(vec![0; rank]);
            }
        }
    } else if op.is_pool() && spec.op.is_pool() {
        (new.stride, new.padding) = (spec.stride.clone(), spec.padding.clone());
    } else if is_conv(op) {
        new.stride = vec![1; rank];
    } else if op == Op::Pad {
        new.padding_mode = spec.padding_mode;
        new.padding = Padding::Sides(vec![1; 2 * rank]);
    }
    new
}

/// A list of one entry an axis, made to have `rank` of them: the last ones stay, new ones are as the first.
pub fn fit<T: Clone>(axes: &[T], rank: usize) -> Vec<T> {
    let mut fitted = axes[axes.len().saturating_sub(rank)..].to_vec();
    if let Some(first) = fitted.first().cloned() {
        while fitted.len() < rank {
            fitted.insert(0, first.clone());
        }
    }
    fitted
}

/// The common divisors of both channel counts, ascending: the groups that a layer can have. Of counts
/// beyond 2^32, which no layer has, some are left out.
pub fn common_divisors(in_channels: i64, out_channels: i64) -> Vec<i64> {
    let (mut a, mut b) = (in_channels.max(1), out_channels.max(1));
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let (mut divisors, mut divisor) = (Vec::new(), 1);
    while divisor * divisor <= a && divisor <= 1 << 16 {
        if a % divisor == 0 {
            divisors.push(divisor);
        }
        divisor += 1;
    }
    // What the small ones divide into, descending as they ascend; a square's root is there already.
    for at in (0..divisors.len()).rev() {
        let large = a / divisors[at];
        if large != divisors[at] {
            divisors.push(large);
        }
    }
    divisors
}

fn least(field: Field) -> i64 {
    match field {
        Field::Padding | Field::OutputPadding => 0,
        _ => 1,
    }
}
