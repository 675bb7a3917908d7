//! Variants of a question: the same question of another scene, which follows from the link and the variant's number.
use super::{Answer, Form, Question};
use crate::lesson::Ask;
use crate::link::Shot;
use crate::tensor::mix;
use crate::{Cell, Change, Edits, Fill, Net, Order, Scene, roomy};
use conv::{Field, Finish, LayerSpec, Op, Padding, Plan, UNKNOWN};
use std::ops::RangeInclusive;

/// So many scenes are tried for a variant.
const TRIES: u32 = 200;

/// As many cells as anybody wants to mark.
const MOST_CELLS: usize = 12;

/// What the variants are made from.
struct Source<'a> {
    ask: Ask,
    shot: &'a Shot,
    /// Of the link.
    seed: u64,
    /// The layers to choose from, the scene's own first.
    layers: Vec<LayerSpec>,
}

/// The question of this variant. Variants of even numbers stand alone; one of an odd number looks at both of its
/// neighbours, so that none has the answer of the one before.
pub fn variant(ask: Ask, link: &str, shot: &Shot, variant: u32) -> Option<Question> {
    let mut layers = vec![shot.scene.spec().clone()];
    if let Ask::Layer(lines) = ask {
        for line in lines {
            layers.push(LayerSpec::parse(line).ok()?);
        }
    }
    let seed = link.bytes().fold(0, |hash, byte| mix(hash ^ u64::from(byte)));
    let source = Source {
        ask,
        shot,
        seed,
        layers,
    };
    if variant.is_multiple_of(2) {
        return source.alone(variant);
    }
    let own = source.own()?;
    let before = source.alone(variant - 1);
    let after = variant.checked_add(1).and_then(|after| source.alone(after));
    let differs = |question: &Question, other: &Option<Question>| {
        other
            .as_ref()
            .is_none_or(|other| question.answer_text() != other.answer_text())
    };
    let fits = |question: &Question| differs(question, &before) && differs(question, &after);
    let tried = || source.tries(variant, &own);
    let found = tried()
        .find(fits)
        .or_else(|| tried().find(|question| differs(question, &before)));
    found.or_else(|| source.alone(variant))
}

impl Source<'_> {
    fn own(&self) -> Option<Question> {
        let place = match self.ask {
            Ask::Feeds(place) => place,
            _ => &[],
        };
        let mut draw = Draw::new(self.seed, 0, 0);
        Question::of(self.ask, self.shot.clone(), place, self.choices(&mut draw))
    }

    /// The question of a variant without a look at others.
    fn alone(&self, variant: u32) -> Option<Question> {
        let own = self.own()?;
        if variant == 0 || matches!(self.ask, Ask::Claim(_)) {
            return Some(own);
        }
        let found = self.tries(variant, &own).next();
        Some(found.unwrap_or(own))
    }

    /// The scenes that are tried for a variant and make a good question.
    fn tries<'b>(&'b self, variant: u32, own: &'b Question) -> impl Iterator<Item = Question> + 'b {
        let tries =
            (0..TRIES).filter_map(move |attempt| self.attempt(variant, &mut Draw::new(self.seed, variant, attempt)));
        tries.filter(|question| is_good(question, own))
    }

    fn attempt(&self, variant: u32, draw: &mut Draw) -> Option<Question> {
        let mut shot = self.shot.clone();
        let scene = &mut shot.scene;
        let mut place = Vec::new();
        match self.ask {
            Ask::Claim(_) => return None,
            Ask::Value => {}
            Ask::Layer(_) => {
                let made = &self.layers[variant as usize % self.layers.len()];
                *scene = scene.with(Change::Layer(made.clone()));
            }
            ask => {
                arguments(scene, ask == Ask::ReceptiveField, draw);
                sizes(scene, ask, draw);
            }
        }
        numbers(scene.net_mut(), self.ask == Ask::Value, draw);
        let plan = scene.plan().ok()?;
        match self.ask {
            Ask::Window => {
                let steps: usize = plan.output_shape().iter().product();
                shot.cursor.step = draw.below(steps.checked_sub(1)?);
            }
            Ask::Feeds(_) => place = plan.input_shape().iter().map(|&size| draw.below(size)).collect(),
            _ => {}
        }
        Question::of(self.ask, shot, &place, self.choices(draw))
    }

    /// The lines to choose from, each once, in some order.
    fn choices(&self, draw: &mut Draw) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for layer in &self.layers {
            let line = layer.to_string();
            if !lines.contains(&line) {
                lines.insert(draw.below(lines.len() + 1), line);
            }
        }
        lines
    }
}

/// Whether a question is worth asking: small enough to be seen and worked out, and not answered at first sight.
fn is_good(question: &Question, own: &Question) -> bool {
    let (plan, first) = (&question.known.plan, &own.known.plan);
    if (question.known.timeline.is_none() && own.known.timeline.is_some()) || !is_small(plan, first) {
        return false;
    }
    match (&question.right, question.ask) {
        (Answer::Number(value), Ask::Value) => is_worth_adding(question, *value),
        (Answer::Number(count), Ask::Feeds(_)) => *count >= 1.0,
        (Answer::Number(_), Ask::Macs) if plan.output_size().iter().product::<usize>() == 1 => first.rank() == 0,
        (Answer::Number(count), _) => *count > 1.0 || question.right == own.right,
        (Answer::Shape(shape), _) => shape.iter().skip(1).any(|&size| size > 1) || shape.len() == 1,
        (Answer::Cells(cells), _) => {
            let all: usize = plan.input_shape().iter().product();
            let most = match &own.right {
                Answer::Cells(own) => own.len().max(MOST_CELLS),
                _ => MOST_CELLS,
            };
            (1..=most).contains(&cells.len()) && (cells.len() < all || own.right == question.right)
        }
        (Answer::Choice(_), _) => matches!(question.form, Form::Choice(_)),
    }
}

/// Cells on an axis of input and output: as many as the step's own scene has, or a few.
fn is_small(plan: &Plan, own: &Plan) -> bool {
    let most = 2 + largest(plan.rank());
    let fits = |size: [usize; 3], own: [usize; 3]| size.iter().zip(own).all(|(&size, own)| size <= most.max(own));
    fits(plan.input_size(), own.input_size()) && fits(plan.output_size(), own.output_size())
}

fn largest(rank: usize) -> usize {
    match rank {
        0 | 1 => 14,
        2 => 9,
        _ => 4,
    }
}

fn is_worth_adding(question: &Question, value: f32) -> bool {
    let Some([_, told]) = question.frames() else {
        return false;
    };
    let xs: Vec<f32> = told.products.iter().map(|product| product.x).collect();
    let varied = xs.iter().any(|x| *x != xs[0]) || xs.len() == 1;
    let added = told
        .products
        .iter()
        .filter(|product| product.counts() && product.x * product.w != 0.0)
        .count();
    if let (Order::Scatter, Some(Cell::Of(_, output))) = (told.order, question.cell) {
        let asked = told.products.iter().find(|product| product.output == Some(output));
        return value != 0.0 && asked.is_some_and(|product| product.x * product.w != 0.0);
    }
    let easy = value.is_finite() && value.abs() <= 300.0;
    match told.film.plan.finish() {
        Finish::Sum => easy && value != 0.0 && value.fract() == 0.0 && added >= told.products.len().min(2),
        Finish::Max | Finish::Mean => easy && value != 0.0 && varied,
        Finish::Relu | Finish::Copy => easy,
    }
}

/// Other numbers in place of those that the link sets, small whole ones, and another seed for the rest. Weights of 0 stay,
/// as they make what the kernel looks for.
fn numbers(net: &mut Net, whole: bool, draw: &mut Draw) {
    net.seed = draw.next() as u32;
    if whole {
        net.fill = Fill::Numbers;
    }
    let least = if net.input.iter().any(|(_, value)| value < 0.0) {
        -3
    } else {
        0
    };
    net.input = other(&net.input, |_| draw.within(least..=9));
    for stage in &mut net.stages {
        let mut drawn = |value: f32| {
            let size = draw.within(1..=3);
            match value {
                0.0 => 0,
                _ if draw.below(2) == 0 => -size,
                _ => size,
            }
        };
        stage.weight = other(&stage.weight, &mut drawn);
        stage.bias = other(&stage.bias, &mut drawn);
    }
}

fn other(edits: &Edits, mut drawn: impl FnMut(f32) -> i64) -> Edits {
    edits
        .iter()
        .map(|(place, value)| (place, drawn(value) as f32))
        .collect()
}

/// Other sizes of the input, where they belong to the question.
fn sizes(scene: &mut Scene, ask: Ask, draw: &mut Draw) {
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
fn arguments(scene: &mut Scene, all: bool, draw: &mut Draw) {
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
    let strides_by_kernel = spec.op.is_pool() && spec.stride == spec.kernel_size;
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

/// Other numbers along the axes where they are not the usual one; those that were the same stay the same.
fn axes<T: Copy + PartialEq + TryFrom<i64> + TryInto<i64>>(
    values: &mut [T],
    usual: T,
    draw: &mut Draw,
    range: RangeInclusive<T>,
) {
    let (Ok(least), Ok(most)) = ((*range.start()).try_into(), (*range.end()).try_into()) else {
        return;
    };
    let even = values.windows(2).all(|pair| pair[0] == pair[1]);
    let shared = draw.within(least..=most);
    for value in values {
        let drawn = if even { shared } else { draw.within(least..=most) };
        if let (Ok(drawn), true) = (T::try_from(drawn), *value != usual) {
            *value = drawn;
        }
    }
}

/// Numbers as if drawn.
struct Draw(u64);

impl Draw {
    fn new(seed: u64, variant: u32, attempt: u32) -> Self {
        Self(mix(seed ^ mix(u64::from(variant) << 32 | u64::from(attempt))))
    }

    fn next(&mut self) -> u64 {
        self.0 = mix(self.0);
        self.0
    }

    /// One of `0..count`; 0 where that is empty.
    fn below(&mut self, count: usize) -> usize {
        ((self.next() >> 16) % count.max(1) as u64) as usize
    }

    fn within(&mut self, range: RangeInclusive<i64>) -> i64 {
        let (least, most) = range.into_inner();
        least + self.below(usize::try_from(most - least + 1).unwrap_or(1)) as i64
    }
}
