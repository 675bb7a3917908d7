//! What follows from the layer alone: both tellings make the same numbers; what is cropped, added, uneven; and that
//! values do not come back.
use super::super::{Choice, Still};
use crate::coord::count;
use conv::{Layer, Op, Plan};
use std::sync::Arc;
use story::stamps::{Edges, Shares, scattered};
use story::text::{TablesKey, fill, say};
use story::words::sizes;
use story::{Change, Difference, Film, Formula, Order, Scene, adjoint, number};

/// So many products are computed for a comparison, at most.
const WORK: u64 = 1 << 18;

/// With a longer stride the sizes are not listed.
const MANY: i64 = 8;

const ORDERS: [(TablesKey, Order); 2] = [
    (TablesKey::TransposedByInput, Order::Scatter),
    (TablesKey::TransposedByOutput, Order::Rows),
];

pub(super) fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    if film.plan.spec().op != Op::ConvTranspose {
        return;
    }
    still.choices.push(choice(scene));
    still.lines.push(same(film));
    still.lines.extend(edges(film));
    still.lines.extend(collapse(&film.plan));
    still.lines.extend(overlap(film));
    still.lines.push(inverse(film));
}

fn choice(scene: &Scene) -> Choice {
    Choice {
        name: say(TablesKey::TransposedTold).to_owned(),
        options: ORDERS
            .map(|(key, order)| (say(key).to_owned(), Change::Order(order)))
            .to_vec(),
        now: ORDERS.iter().position(|(_, order)| *order == scene.view.order),
        slides: false,
    }
}

/// Both ways, compared.
fn same(film: &Film) -> String {
    if film.plan.macs() > WORK {
        return say(TablesKey::TransposedNotCompared).to_owned();
    }
    let far = Difference::of(&film.output, &scattered(film)).largest;
    fill(
        TablesKey::TransposedSame,
        &[("count", &count(film.output.len())), ("difference", &number(far))],
    )
}

/// What `padding` crops, and what `output_padding` adds.
fn edges(film: &Film) -> Vec<String> {
    let edges = Edges::of(&film.plan);
    let mut lines = Vec::new();
    if edges.cropped > 0 {
        let arguments = [("cropped", count(edges.cropped)), ("all", count(edges.products))];
        lines.push(filled(TablesKey::TransposedCropped, &arguments));
    }
    if edges.added > 0 {
        let bare = edges.added - edges.reached;
        let key = match (edges.reached, bare, &film.bias) {
            (_, 0, _) => TablesKey::TransposedAddedReal,
            (0, _, None) => TablesKey::TransposedAddedZero,
            (0, _, Some(_)) => TablesKey::TransposedAddedBias,
            (_, _, None) => TablesKey::TransposedAddedBothZero,
            (_, _, Some(_)) => TablesKey::TransposedAddedBoth,
        };
        let arguments = [
            ("added", count(edges.added)),
            ("reached", count(edges.reached)),
            ("bare", count(bare)),
            ("bias", biases(film)),
        ];
        lines.push(filled(key, &arguments));
    }
    lines
}

fn filled<const N: usize>(key: TablesKey, arguments: &[(&str, String); N]) -> String {
    let mut texts = [("", ""); N];
    for (text, (name, value)) in texts.iter_mut().zip(arguments) {
        *text = (name, value);
    }
    fill(key, &texts)
}

/// The biases, a few of them.
fn biases(film: &Film) -> String {
    let biases = film.bias.as_deref().unwrap_or(&[]);
    let mut text = String::new();
    for (at, &bias) in biases.iter().take(4).enumerate() {
        text.push_str(if at > 0 { ", " } else { "" });
        text.push_str(&number(bias));
    }
    text + if biases.len() > 4 { ", …" } else { "" }
}

/// Which input sizes the ordinary layer takes to the same output size: `output_padding` says which of them comes back.
/// There is no such choice with a stride of 1, and with a very long one too much of it.
fn collapse(plan: &Plan) -> Option<String> {
    let formula = Formula::of(plan, 2);
    if !(2..=MANY).contains(&formula.stride) {
        return None;
    }
    let mut bare = plan.spec().clone();
    bare.output_padding = vec![0; bare.rank()];
    bare.bias = false;
    (bare.op, bare.in_channels, bare.out_channels) = (Op::Conv, bare.out_channels, bare.in_channels);
    let ordinary = bare.layer().ok()?;
    let mut shape = plan.output_shape().to_vec();
    let first = formula.output - formula.output_padding;
    let mut sizes = Vec::new();
    for more in 0..formula.stride {
        sizes.extend(collapsed_size(&ordinary, plan, &mut shape, first + more, formula.input));
    }
    let last = sizes.pop().filter(|_| !sizes.is_empty())?;
    let key = if sizes.len() == 1 {
        TablesKey::TransposedCollapseTwo
    } else {
        TablesKey::TransposedCollapse
    };
    let arguments = [
        ("sizes", sizes.join(", ")),
        ("last", last),
        ("input", count(formula.input as usize)),
        ("most", count((formula.stride - 1) as usize)),
        ("now", count(formula.output_padding as usize)),
        ("output", count(formula.output as usize)),
    ];
    Some(filled(key, &arguments))
}

/// A size of the last axis, if the ordinary layer takes it to the transposed one's input size.
fn collapsed_size(ordinary: &Layer, plan: &Plan, shape: &mut [usize], size: i64, input: i64) -> Option<String> {
    let size = usize::try_from(size).ok()?;
    *shape.last_mut()? = size;
    let to = ordinary.plan(shape, plan.flip()).ok()?;
    let is_it = to.output_shape().last().is_some_and(|&to| to as i64 == input);
    is_it.then(|| count(size))
}

/// Whether all outputs away from the edges get as many products, or between the stamps none at all; nothing of
/// stamps that lie side by side, or that overlap evenly on one axis.
fn overlap(film: &Film) -> Option<String> {
    let plan = &film.plan;
    let axes = 3 - plan.rank()..3;
    // Stamps that have a neighbour, with a distance between them.
    let mut apart = axes
        .clone()
        .filter(|&axis| plan.stride()[axis] > 1 && plan.input_size()[axis] > 1);
    apart.clone().next()?;
    if apart.any(|axis| Formula::of(plan, axis).effective_kernel() < plan.stride()[axis] as i64) {
        let key = match film.bias {
            Some(_) => TablesKey::TransposedGapsBias,
            None => TablesKey::TransposedGaps,
        };
        return Some(say(key).to_owned());
    }
    let (mut least, mut most) = (1, 1);
    let mut pattern = String::new();
    let mut because = String::new();
    for axis in axes {
        let shares = Shares::of(plan, axis);
        least *= shares.least;
        most *= shares.most;
        if shares.least != shares.most && pattern.is_empty() {
            for share in &shares.first {
                pattern.push_str(if pattern.is_empty() { "" } else { ", " });
                pattern.push_str(&count(*share));
            }
            if plan.stride()[axis] > Shares::FEW {
                pattern.push_str(", …");
            }
            let arguments = [
                ("kernel", count(plan.kernel_size()[axis])),
                ("stride", count(plan.stride()[axis])),
            ];
            let key = if plan.dilation()[axis] > 1 {
                TablesKey::TransposedShare
            } else {
                TablesKey::TransposedDivide
            };
            because = filled(key, &arguments);
        }
    }
    if least == most && plan.rank() == 1 {
        return None;
    }
    let key = if least == most {
        TablesKey::TransposedEven
    } else {
        TablesKey::TransposedUneven
    };
    let arguments = [
        ("least", count(least)),
        ("most", count(most)),
        ("pattern", pattern),
        ("because", because),
    ];
    Some(filled(key, &arguments))
}

/// The ordinary layer with the same weights, on this output: the shape comes back, the values do not.
fn inverse(film: &Film) -> String {
    let Some(other) = adjoint(&film.plan) else {
        return say(TablesKey::TransposedNoInverse).to_owned();
    };
    let shape = sizes(&other.output_shape()[1..]);
    let back = if other.macs() > WORK {
        None
    } else {
        other.run(&film.output, &film.weight, None).ok()
    };
    let Some(back) = back else {
        return fill(TablesKey::TransposedShapeBack, &[("shape", &shape)]);
    };
    let far = Difference::of(&film.input, &back).largest;
    let key = if far == 0.0 {
        TablesKey::TransposedBothBack
    } else {
        TablesKey::TransposedInverse
    };
    fill(key, &[("shape", &shape), ("difference", &number(far))])
}

#[cfg(test)]
mod tests {
    use crate::explain::told;
    use story::Topic;

    /// Whether some sentence has these words.
    fn says(layer: &str, size: &[usize], words: &str) -> bool {
        let lines = told(Topic::Transposed, layer, size);
        lines.iter().any(|line| line.contains(words))
    }

    #[test]
    fn sizes_that_come_back_are_named_where_there_are_a_few() {
        let uneven = "ConvTranspose1d(1, 1, 3, stride=2)";
        assert!(says(uneven, &[3], "takes 7 and 8 cells both to 3 "));
        assert!(says(
            "ConvTranspose1d(1, 1, 3, stride=3)",
            &[2],
            "takes 6, 7 and 8 cells all to 2 "
        ));
        for (layer, size) in [
            ("ConvTranspose1d(1, 1, 3)", 4),
            ("ConvTranspose1d(1, 1, 3, stride=1000000000)", 1),
        ] {
            assert!(!says(layer, &[size], "output_padding"), "{layer}");
        }
    }

    #[test]
    fn stamps_that_overlap_unevenly_and_those_that_leave_gaps_are_told_apart() {
        for (layer, size, words) in [
            ("ConvTranspose1d(1, 1, 3, stride=2)", vec![3], Some("the checkerboard")),
            (
                "ConvTranspose1d(1, 1, 2, stride=3)",
                vec![3],
                Some("hold the bias alone."),
            ),
            (
                "ConvTranspose1d(1, 1, 2, stride=3, bias=False)",
                vec![3],
                Some("those cells hold 0."),
            ),
            (
                "ConvTranspose2d(1, 1, 2, stride=2)",
                vec![3, 3],
                Some("No checkerboard"),
            ),
            ("ConvTranspose1d(1, 1, 2, stride=2)", vec![3], None),
            ("ConvTranspose1d(1, 1, 3, stride=1000000000)", vec![1], None),
        ] {
            for each in [
                "the checkerboard",
                "hold the bias alone.",
                "those cells hold 0.",
                "No checkerboard",
            ] {
                assert_eq!(says(layer, &size, each), words == Some(each), "{layer}: {each}");
            }
        }
    }
}
