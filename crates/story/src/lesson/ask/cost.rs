//! Parameters and multiplications.
use super::{Answer, Asked, Form, Misconception, count, product};
use conv::{Op, Plan};

pub fn ask(right: u64) -> Asked {
    Asked {
        form: Form::Number,
        right: count(right),
        cell: None,
    }
}

/// The numbers that a cost is made of: counts, as numbers that do not overflow.
struct Parts {
    /// Input channels of one group.
    ins: f64,
    outs: f64,
    groups: f64,
    /// Weights of one channel of one filter.
    kernel: f64,
    /// The same with the holes of a dilated kernel.
    reach: f64,
    /// One side of the kernel, and the sides added.
    side: f64,
    sides: f64,
    /// Biases, and 1 where there are some.
    biases: f64,
    bias: f64,
    /// Positions of the output, and of the input.
    outputs: f64,
    inputs: f64,
}

impl Parts {
    fn of(plan: &Plan) -> Self {
        let spec = plan.spec();
        let first = 3 - plan.rank();
        let (kernel, dilation) = (&plan.kernel_size()[first..], plan.dilation());
        let sides = kernel.iter().zip(&dilation[first..]);
        let reach: Vec<usize> = sides.map(|(kernel, dilation)| (kernel - 1) * dilation + 1).collect();
        let positions = |size: [usize; 3]| {
            if spec.op == Op::Linear {
                1.0
            } else {
                product(&size) as f64
            }
        };
        let (groups, outs) = (plan.groups() as f64, spec.out_channels as f64);
        let bias = f64::from(u8::from(spec.bias));
        Self {
            ins: spec.in_channels as f64 / groups,
            outs,
            groups,
            kernel: product(kernel) as f64,
            reach: product(&reach) as f64,
            side: kernel.first().map_or(1.0, |&side| side as f64),
            sides: kernel.iter().map(|&side| side as f64).sum(),
            biases: bias * outs,
            bias,
            outputs: positions(plan.output_size()),
            inputs: positions(plan.input_size()),
        }
    }

    /// All weights if one channel of a filter has so many.
    fn weights(&self, kernel: f64) -> f64 {
        self.outs * self.ins * kernel
    }
}

pub fn of_params(plan: &Plan) -> Vec<(Misconception, Answer)> {
    let parts = Parts::of(plan);
    if !plan.spec().op.has_weight() {
        let kernel = parts.kernel;
        return answers(&[
            (Misconception::NoWeights, kernel),
            (Misconception::NoWeights, kernel * parts.outs),
            (Misconception::NoWeights, kernel * parts.outs * parts.outs),
        ]);
    }
    let weights = parts.weights(parts.kernel);
    let Parts {
        outs, groups, biases, ..
    } = parts;
    let ins = parts.ins * groups;
    let of_biases = if parts.bias > 0.0 {
        vec![
            (Misconception::ForgotBias, weights),
            (Misconception::OneBias, weights + 1.0),
        ]
    } else {
        vec![(Misconception::NoBias, weights + outs)]
    };
    let mut mistakes = answers(&of_biases);
    mistakes.extend(answers(&[
        (Misconception::ForgotGroups, weights * groups + biases),
        (Misconception::TimesGroups, (weights + biases) * groups),
        (Misconception::TimesGroups, weights * groups * groups + biases),
        (Misconception::OneKernelForAllChannels, outs * parts.kernel + biases),
        (Misconception::OneFilter, weights / outs + parts.bias),
        (Misconception::OneFilter, weights / outs + biases),
        (Misconception::FilledHoles, parts.weights(parts.reach) + biases),
        (Misconception::OneSide, parts.weights(parts.side) + biases),
        (Misconception::OneSide, parts.weights(parts.sides) + biases),
        (Misconception::Added, ins + outs + parts.kernel + biases),
        (Misconception::Added, ins + outs + parts.sides + biases),
        (Misconception::Added, ins + outs + parts.kernel),
        (Misconception::ParamsAsMacs, weights * parts.outputs),
        (Misconception::ParamsAsMacs, (weights + biases) * parts.outputs),
        (Misconception::ParamsAsMacs, weights * parts.inputs),
    ]));
    mistakes
}

pub fn of_macs(plan: &Plan) -> Vec<(Misconception, Answer)> {
    let parts = Parts::of(plan);
    if !plan.spec().op.has_weight() {
        return answers(&[
            (Misconception::NoWeights, parts.kernel * parts.outputs),
            (Misconception::NoWeights, parts.kernel * parts.outputs * parts.outs),
        ]);
    }
    let weights = parts.weights(parts.kernel);
    let params = plan.layer().params() as f64;
    // The positions at which a weight is used, and those of the other side.
    let (used, other) = match plan.spec().op {
        Op::ConvTranspose => (parts.inputs, parts.outputs),
        _ => (parts.outputs, parts.inputs),
    };
    answers(&[
        (Misconception::MacsAsParams, params),
        (Misconception::MacsAsParams, weights),
        (Misconception::OneOutputChannel, weights * used / parts.outs),
        (Misconception::ForgotGroups, weights * used * parts.groups),
        (Misconception::TimesGroups, weights * used * parts.groups * parts.groups),
        (Misconception::OneKernelForAllChannels, parts.outs * parts.kernel * used),
        (Misconception::OtherPositions, weights * other),
        (Misconception::FilledHoles, parts.weights(parts.reach) * used),
        (Misconception::BiasMultiplied, params * used),
        (
            Misconception::BiasMultiplied,
            weights * used + parts.biases * parts.outputs,
        ),
        (Misconception::AddsToo, weights * used * 2.0),
        (Misconception::OneSide, parts.weights(parts.side) * used),
        (Misconception::OneSide, parts.weights(parts.sides) * used),
        (Misconception::Added, weights + used),
    ])
}

fn answers(mistakes: &[(Misconception, f64)]) -> Vec<(Misconception, Answer)> {
    let answers = mistakes.iter();
    answers
        .map(|&(misconception, number)| (misconception, Answer::Number(number as f32)))
        .collect()
}
