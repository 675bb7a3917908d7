//! Output size against input size.
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
}
