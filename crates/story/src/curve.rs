//! Output size against input size.
use crate::Formula;
use conv::Plan;

/// So many input sizes are drawn at most, with the present one among them.
const MOST: usize = 32;

/// The output size of each input size around the present one, on one of the layer's own axes; sizes that the layer
/// refuses are left out.
pub fn size_curve(plan: &Plan, axis: usize) -> Vec<(u32, u32)> {
    let mut shape = plan.input_shape().to_vec();
    let present = shape[axis + 1];
    let inner = 3 - plan.rank() + axis;
    let last = (present + 6).max(14);
    let first = last.saturating_sub(MOST).max(1);
    let mut points = Vec::new();
    for size in first..=last {
        shape[axis + 1] = size;
        if let Ok(plan) = plan.layer().plan(&shape, plan.flip()) {
            points.push((size as u32, plan.output_size()[inner] as u32));
        }
    }
    points
}

/// The smallest and the largest input size that give the same output size as the present one, on one of the plan's three
/// axes of a convolution: what the floor makes alike.
pub fn same_output(plan: &Plan, axis: usize) -> (usize, usize) {
    let formula = Formula::of(plan, axis);
    let largest = formula.input - formula.left_over() + formula.stride - 1;
    let mut shape = plan.input_shape().to_vec();
    let own = axis + plan.rank() - 2;
    let mut smallest = usize::try_from(formula.input - formula.left_over()).unwrap_or(0).max(1);
    // The smallest may be refused: a mirrored padding needs more cells than it mirrors.
    while smallest < plan.input_size()[axis] {
        shape[own] = smallest;
        if plan.layer().plan(&shape, plan.flip()).is_ok() {
            break;
        }
        smallest += 1;
    }
    (smallest, usize::try_from(largest).unwrap_or(smallest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use conv::LayerSpec;

    #[test]
    fn a_stride_makes_a_staircase_and_the_present_size_is_on_it() {
        let layer = LayerSpec::parse("Conv1d(1, 1, 3, stride=3)")
            .map(|spec| spec.layer())
            .expect("a line");
        let plan = layer.expect("a layer").plan(&[1, 8], false).expect("a plan");
        let points = size_curve(&plan, 0);
        assert_eq!(points[0], (3, 1));
        assert!(points.contains(&(8, 2)));
        assert_eq!(points.iter().filter(|(_, output)| *output == 2).count(), 3);
    }

    #[test]
    fn sizes_that_collapse_are_those_that_the_core_gives_the_same_output() {
        for (line, size) in [
            ("Conv1d(1, 1, 3, stride=3)", 7),
            ("Conv1d(1, 1, 3)", 5),
            ("Conv1d(1, 1, 2, stride=2, padding=1)", 5),
            ("Conv1d(1, 1, 1, stride=4, padding=1)", 1),
            ("Conv1d(1, 1, 3, stride=4, padding=3, padding_mode='reflect')", 4),
            ("Conv1d(1, 1, 2, stride=9)", 12),
        ] {
            let layer = LayerSpec::parse(line).expect("a line").layer().expect("a layer");
            let output = |size| Some(layer.plan(&[1, size], false).ok()?.output_shape()[1]);
            let plan = layer.plan(&[1, size], false).expect("a plan");
            let same: Vec<usize> = (1..40).filter(|&other| output(other) == output(size)).collect();
            let (smallest, largest) = same_output(&plan, 2);
            assert_eq!((smallest..=largest).collect::<Vec<_>>(), same, "{line}");
        }
    }
}
