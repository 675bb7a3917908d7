//! Output sizes as learners work them out: PyTorch's formula with something missing.
use super::Misconception;
use crate::Formula;
use conv::{Op, Plan};

/// What comes out along an axis, by a formula with its numbers.
type Size = fn(&Formula) -> i64;

/// The formula as it is, for one that had its numbers changed.
fn size(formula: &Formula) -> i64 {
    match formula.op {
        Op::ConvTranspose => spread(formula) + reach(formula) - cropped(formula) + formula.output_padding + 1,
        _ => room(formula).div_euclid(formula.stride.max(1)) + 1,
    }
}

fn reach(formula: &Formula) -> i64 {
    formula.dilation * (formula.kernel - 1)
}

fn cropped(formula: &Formula) -> i64 {
    formula.padding.0 + formula.padding.1
}

fn spread(formula: &Formula) -> i64 {
    (formula.input - 1) * formula.stride
}

fn room(formula: &Formula) -> i64 {
    formula.input + cropped(formula) - reach(formula) - 1
}

fn with(formula: &Formula, change: impl FnOnce(&mut Formula)) -> i64 {
    let mut formula = *formula;
    change(&mut formula);
    size(&formula)
}

/// Mistakes of both directions, then of each.
const ANY: &[(Misconception, Size)] = &[
    (Misconception::PaddedOneSide, |formula| {
        with(formula, |formula| formula.padding.1 = 0)
    }),
    (Misconception::DilationTimesKernel, |formula| {
        with(formula, |formula| {
            formula.kernel *= formula.dilation;
            formula.dilation = 1;
        })
    }),
    (Misconception::ForgotDilation, |formula| {
        with(formula, |formula| formula.dilation = 1)
    }),
    (Misconception::ForgotStride, |formula| {
        with(formula, |formula| formula.stride = 1)
    }),
    (Misconception::ForgotPadding, |formula| {
        with(formula, |formula| formula.padding = (0, 0))
    }),
    (Misconception::ForgotOne, |formula| size(formula) - 1),
];

const WINDOWS: &[(Misconception, Size)] = &[
    (Misconception::ForgotFloor, |formula| {
        room(formula)
            .max(0)
            .unsigned_abs()
            .div_ceil(formula.stride.max(1) as u64) as i64
            + 1
    }),
    (Misconception::KeptSize, |formula| formula.input),
    (Misconception::WindowsHangOver, |formula| {
        let padded = formula.input + cropped(formula);
        (padded.max(0) as u64).div_ceil(formula.stride.max(1) as u64) as i64
    }),
];

const TRANSPOSED: &[(Misconception, Size)] = &[
    (Misconception::AsConv, |formula| {
        with(formula, |formula| formula.op = Op::Conv)
    }),
    (Misconception::ForgotOutputPadding, |formula| {
        with(formula, |formula| formula.output_padding = 0)
    }),
    (Misconception::TimesStride, |formula| formula.input * formula.stride),
    (Misconception::PaddingAdded, |formula| {
        with(formula, |formula| {
            formula.padding = (-formula.padding.0, -formula.padding.1);
        })
    }),
    (Misconception::IgnoredOverlap, |formula| {
        formula.input.saturating_mul(reach(formula) + 1)
    }),
];

/// The sizes along the plan's own axes that each mistake leads to, where all of them are sizes.
pub fn mistaken(plan: &Plan) -> Vec<(Misconception, Vec<usize>)> {
    let own = if plan.spec().op == Op::ConvTranspose {
        TRANSPOSED
    } else {
        WINDOWS
    };
    let formulas: Vec<Formula> = (3 - plan.rank()..3).map(|axis| Formula::of(plan, axis)).collect();
    let mut mistaken = Vec::new();
    for &(misconception, size) in own.iter().chain(ANY) {
        let sizes: Option<Vec<usize>> = formulas
            .iter()
            .map(|formula| usize::try_from(size(formula)).ok())
            .collect();
        mistaken.extend(sizes.map(|sizes| (misconception, sizes)));
    }
    mistaken
}

#[cfg(test)]
mod tests {
    use super::*;
    use conv::LayerSpec;

    #[test]
    fn the_formula_that_mistakes_start_from_is_the_plans() {
        for line in [
            "Conv1d(1, 1, 3, stride=2, padding=1, dilation=2)",
            "Conv1d(1, 1, 4, padding='same')",
            "MaxPool1d(3, stride=2, padding=1)",
            "ConvTranspose1d(1, 1, 3, stride=3, padding=1, output_padding=2, dilation=2)",
            "ReflectionPad1d((2, 1))",
        ] {
            for input in 6..12 {
                let layer = LayerSpec::parse(line).expect(line).layer().expect(line);
                let plan = layer.plan(&[1, input], false).expect(line);
                let formula = Formula::of(&plan, 2);
                assert_eq!(size(&formula), formula.output, "{line} on {input}");
            }
        }
    }
}
