//! What a question says: the question itself and the hint.
use super::{Question, field, other};
use crate::lesson::Ask;
use crate::text::{AskKey, LaterKey, fill, say};
use crate::words::{axis_name, cell_name, list, padding};
use crate::{Cell, Film, Formula, Frame, Order, Tensor, number, signed};
use conv::text::tuple;
use conv::{Finish, Op, Plan};

/// As many terms as a hint lists.
const MOST_TERMS: usize = 12;

/// A shape as PyTorch writes it, `[1, 5]`.
pub fn shape(sizes: &[usize]) -> String {
    ["[", &list(sizes), "]"].concat()
}

/// The names of cells of the input.
pub fn cells(film: &Film, cells: &[usize]) -> String {
    let names: Vec<String> = cells.iter().map(|&cell| cell_name(film, Tensor::Input, cell)).collect();
    names.join(", ")
}

pub fn prompt(question: &Question) -> String {
    let plan = &question.known.plan;
    let cell = question.cell_name();
    let line = plan.spec().to_string();
    let input = shape(plan.input_shape());
    let arguments = [("cell", &*cell), ("layer", &line), ("input", &input)];
    match question.ask {
        Ask::Value if stamps(question) => fill(AskKey::PromptStamp, &arguments),
        Ask::Value => fill(AskKey::PromptValue, &arguments),
        Ask::Shape => fill(AskKey::PromptShape, &arguments),
        Ask::Window => fill(AskKey::PromptWindow, &arguments),
        Ask::Feeds(_) if plan.out_channels() > 1 => fill(AskKey::PromptFeedsOne, &arguments),
        Ask::Feeds(_) => fill(AskKey::PromptFeeds, &arguments),
        Ask::Params => fill(AskKey::PromptParams, &arguments),
        Ask::Macs => fill(AskKey::PromptMacs, &arguments),
        Ask::ReceptiveField if plan.rank() < 2 => say(AskKey::PromptField).to_owned(),
        Ask::ReceptiveField => {
            let rank = plan.rank();
            fill(AskKey::PromptFieldAxis, &[("axis", say(axis_name(rank - 1, rank)))])
        }
        Ask::Layer(_) => say(AskKey::PromptLayer).to_owned(),
        Ask::Claim(_) => say(AskKey::PromptClaim).to_owned(),
    }
}

pub fn hint(question: &Question) -> String {
    let plan = &question.known.plan;
    match question.ask {
        Ask::Value => value(question).unwrap_or_default(),
        Ask::Shape => sizes(plan),
        Ask::Window => window(question),
        Ask::Feeds(_) => feeds(question),
        Ask::Params | Ask::Macs if !plan.spec().op.has_weight() => say(AskKey::HintNoWeights).to_owned(),
        Ask::Params => {
            let terms = weights(plan);
            match plan.spec().bias {
                true => fill(
                    AskKey::HintParamsBias,
                    &[("terms", &terms), ("biases", &plan.out_channels().to_string())],
                ),
                false => fill(AskKey::HintParams, &[("terms", &terms)]),
            }
        }
        Ask::Macs => macs(plan),
        Ask::ReceptiveField => receptive(question),
        Ask::Layer(_) => say(AskKey::HintLayer).to_owned(),
        Ask::Claim(_) => say(AskKey::HintClaim).to_owned(),
    }
}

fn stamps(question: &Question) -> bool {
    let timeline = question.known.timeline.as_ref();
    timeline.is_some_and(|timeline| timeline.order() == Order::Scatter)
}

/// The products of the step, not added up.
fn value(question: &Question) -> Option<String> {
    let [before, told] = question.frames()?;
    if stamps(question) {
        let Some(Cell::Of(_, output)) = question.cell else {
            return None;
        };
        let product = told.products.iter().find(|product| product.output == Some(output))?;
        let held = before.output(output).value().unwrap_or(0.0);
        let (held, term) = (number(held), times(product.x, product.w));
        let cells: usize = told.film.plan.output_size().iter().product();
        let bias = told.film.bias.as_ref().filter(|_| told.is_done(output));
        return Some(match bias.and_then(|bias| bias.get(output / cells.max(1))) {
            Some(&bias) => {
                let bias = signed(bias);
                fill(
                    AskKey::HintStampLast,
                    &[("held", &held), ("term", &term), ("bias", &bias)],
                )
            }
            None => fill(AskKey::HintStamp, &[("held", &held), ("term", &term)]),
        });
    }
    let xs = told.products.iter().map(|product| product.x).filter(|x| x.is_finite());
    let listed: Vec<String> = xs.map(number).collect();
    let count = told.products.len().to_string();
    let arguments = [("terms", &*listed.join(", ")), ("count", &count)];
    Some(match told.film.plan.finish() {
        Finish::Sum => fill(
            AskKey::HintSum,
            &[("cell", &question.cell_name()), ("terms", &products(&told))],
        ),
        Finish::Max => fill(AskKey::HintMax, &arguments),
        Finish::Mean => fill(AskKey::HintMean, &arguments),
        Finish::Relu => fill(AskKey::HintRelu, &arguments),
        Finish::Copy => say(AskKey::HintCopy).to_owned(),
    })
}

/// `1×2 + 3×(−1) + …`, the bias last. Where there are many, those of 0 are left out.
fn products(told: &Frame) -> String {
    let counted = told.products.iter().filter(|product| product.counts());
    let many = counted.clone().count() > MOST_TERMS;
    let listed = counted.filter(|product| !many || product.x * product.w != 0.0);
    let mut terms: Vec<String> = listed.map(|product| times(product.x, product.w)).collect();
    if terms.len() > MOST_TERMS {
        terms.truncate(MOST_TERMS);
        terms.push("…".to_owned());
    }
    terms.extend(told.bias.map(signed));
    terms.join(" + ")
}

fn times(x: f32, w: f32) -> String {
    [&signed(x), "×", &signed(w)].concat()
}

/// A text for each axis of the layer, named where there are several.
fn along(plan: &Plan, text: impl Fn(usize) -> String) -> String {
    let rank = plan.rank();
    let texts = (0..rank).map(|axis| {
        let text = text(3 - rank + axis);
        if rank == 1 {
            return text;
        }
        fill(
            AskKey::HintAxis,
            &[("axis", say(axis_name(axis, rank))), ("text", &text)],
        )
    });
    texts.collect::<Vec<_>>().join(say(LaterKey::Semicolon))
}

fn sizes(plan: &Plan) -> String {
    let spec = plan.spec();
    let formula = along(plan, |axis| size(&Formula::of(plan, axis)));
    match spec.op {
        Op::Linear => say(AskKey::HintLinear).to_owned(),
        Op::Flatten => say(AskKey::HintFlatten).to_owned(),
        Op::Relu => say(AskKey::HintSame).to_owned(),
        _ if spec.op.has_weight() => fill(AskKey::HintShape, &[("sizes", &formula)]),
        _ => fill(AskKey::HintShapeKept, &[("sizes", &formula)]),
    }
}

/// The formula with its numbers, not worked out.
fn size(formula: &Formula) -> String {
    let [input, dilation, kernel, stride, more] = [
        formula.input,
        formula.dilation,
        formula.kernel,
        formula.stride,
        formula.output_padding,
    ]
    .map(|n| n.to_string());
    let padding = padding(formula);
    let reach = [&dilation, "·(", &kernel, " − 1)"].concat();
    match formula.op {
        Op::ConvTranspose => [
            "(",
            &input,
            " − 1)·",
            &stride,
            " − ",
            &padding,
            " + ",
            &reach,
            " + ",
            &more,
            " + 1",
        ]
        .concat(),
        Op::Pad => [&input, " + ", &padding].concat(),
        _ => [
            "⌊(",
            &input,
            " + ",
            &padding,
            " − ",
            &reach,
            " − 1) ÷ ",
            &stride,
            "⌋ + 1",
        ]
        .concat(),
    }
}

fn window(question: &Question) -> String {
    let plan = &question.known.plan;
    let Some(Cell::Of(_, output)) = question.cell else {
        return String::new();
    };
    if plan.rank() == 0 {
        return say(AskKey::HintWindowAll).to_owned();
    }
    let cells: usize = plan.output_size().iter().product();
    let at = other::unflat(output % cells.max(1), plan.output_size());
    let (kernel, dilation) = (plan.kernel_size(), plan.dilation());
    let start = |axis: usize| match plan.pads()[axis].0 {
        before @ ..0 => format!("{}·{} + {}", at[axis], plan.stride()[axis], -before),
        before => format!("{}·{} − {before}", at[axis], plan.stride()[axis]),
    };
    let key = match plan.spec().op {
        Op::ConvTranspose => AskKey::HintWindowStamp,
        _ => AskKey::HintWindow,
    };
    let axes = along(plan, |axis| {
        let formula = Formula::of(plan, axis);
        let numbers = [
            kernel[axis],
            dilation[axis],
            at[axis],
            plan.stride()[axis],
            kernel[axis] - 1,
        ];
        let [kernel, dilation, at, stride, last] = numbers.map(|number| number.to_string());
        let arguments = [
            ("start", &*start(axis)),
            ("kernel", &kernel),
            ("dilation", &dilation),
            ("at", &at),
            ("stride", &stride),
            ("last", &last),
            ("padding", &formula.padding.0.to_string()),
        ];
        fill(key, &arguments)
    });
    let mut hint = fill(
        AskKey::HintWindowOf,
        &[("cell", &question.cell_name()), ("axes", &axes)],
    );
    let is_padded = plan.pads().iter().any(|&(before, after)| before > 0 || after > 0);
    if is_padded && plan.spec().op != Op::ConvTranspose {
        hint += say(AskKey::HintWindowPadding);
    }
    if plan.channels() > plan.groups() {
        hint += say(AskKey::HintWindowChannels);
    }
    hint
}

fn feeds(question: &Question) -> String {
    let plan = &question.known.plan;
    let own = |sizes: [usize; 3]| times_all(&sizes[3 - plan.rank()..]);
    let key = match plan.spec().op {
        Op::ConvTranspose => AskKey::HintFeedsStamp,
        _ => AskKey::HintFeeds,
    };
    let arguments = [
        ("cell", &*question.cell_name()),
        ("kernel", &own(plan.kernel_size())),
        ("stride", &tuple(&plan.spec().stride)),
        ("dilation", &tuple(&plan.spec().dilation)),
    ];
    fill(key, &arguments)
}

fn times_all(sizes: &[usize]) -> String {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    if sizes.is_empty() {
        "1".to_owned()
    } else {
        sizes.join(" × ")
    }
}

/// All weights, not multiplied: `4 × (6 ÷ 2) × 3 × 3`.
fn weights(plan: &Plan) -> String {
    let spec = plan.spec();
    let ins = match spec.groups {
        ..=1 => spec.in_channels.to_string(),
        groups => format!("({} ÷ {groups})", spec.in_channels),
    };
    let mut terms = vec![spec.out_channels.to_string(), ins];
    terms.extend(spec.kernel_size.iter().map(i64::to_string));
    terms.join(" × ")
}

fn macs(plan: &Plan) -> String {
    let weights = weights(plan);
    let first = 3 - plan.rank();
    let (key, positions) = match plan.spec().op {
        Op::Linear => (AskKey::HintMacsOnce, String::new()),
        Op::ConvTranspose => (AskKey::HintMacsStamp, times_all(&plan.input_size()[first..])),
        _ => (AskKey::HintMacs, times_all(&plan.output_size()[first..])),
    };
    fill(key, &[("weights", &weights), ("positions", &positions)])
}

fn receptive(question: &Question) -> String {
    let scene = &question.shot.scene;
    if crate::Cone::of(scene).is_cut {
        return say(AskKey::HintFieldAll).to_owned();
    }
    let mut jump: u64 = 1;
    let mut terms = vec!["1".to_owned()];
    for layer in field::along(scene) {
        if layer.kernel > 1 {
            terms.push(format!("({} − 1)·{}·{jump}", layer.kernel, layer.dilation));
        }
        jump = jump.saturating_mul(layer.stride);
    }
    fill(AskKey::HintField, &[("terms", &terms.join(" + "))])
}
