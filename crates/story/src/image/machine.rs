//! Layers to tell how fast a machine computes: one as a network begins with, one from its middle, one with a filter a channel.
use crate::image::Applied;
use conv::LayerSpec;

const ROWS: [(&str, [usize; 3]); 3] = [
    ("Conv2d(3,16,3,padding=1,bias=False)", [3, 128, 128]),
    ("Conv2d(32,32,3,padding=1,bias=False)", [32, 56, 56]),
    ("Conv2d(64,64,3,padding=1,groups=64,bias=False)", [64, 112, 112]),
];

/// The layers, with weights.
pub fn machine() -> Vec<Applied> {
    let rows = ROWS.iter().filter_map(|(line, shape)| {
        let layer = LayerSpec::parse(line).ok()?.layer().ok()?;
        let plan = layer.plan(shape, false).ok()?;
        let weights = plan.weight_shape().iter().product::<usize>();
        let weight = (0..weights).map(|at| (at * 37 % 11) as f32 / 8.0 - 0.6).collect();
        Some(Applied {
            plan,
            weight,
            bias: None,
        })
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_layer_that_takes_a_page_no_more_than_a_moment() {
        let rows = machine();
        assert_eq!(rows.len(), ROWS.len());
        for row in rows {
            assert!((5_000_000..40_000_000).contains(&row.plan.macs()), "{}", row.line());
        }
    }
}
