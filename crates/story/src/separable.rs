//! What a depthwise layer and a 1x1 cost together, against the standard layer of the same shape.
use conv::{LayerSpec, Op, Padding, PaddingMode, Plan};

/// What one layer costs, its bias left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Multiply-adds, as [`Plan::macs`].
    pub macs: u64,
    pub weights: u64,
}

impl Cost {
    fn of(plan: &Plan) -> Self {
        let mut weights: u64 = 1;
        for &size in plan.weight_shape() {
            weights = weights.saturating_mul(size as u64);
        }
        Self {
            macs: plan.macs(),
            weights,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            macs: self.macs.saturating_add(other.macs),
            weights: self.weights.saturating_add(other.weights),
        }
    }
}

/// A layer's shape made in one step and in two.
#[derive(Clone, Debug, PartialEq)]
pub struct Separable {
    /// All channels at once.
    pub standard: LayerSpec,
    /// Each input channel by itself, then the 1x1 that mixes them.
    pub depthwise: LayerSpec,
    pub pointwise: LayerSpec,
    /// What the three cost, in that order.
    pub costs: [Cost; 3],
    /// What the layer itself costs, where it is none of the three.
    pub own: Option<Cost>,
    /// Output channels, and cells of the kernel: the ratio of the costs is `1 / filters + 1 / cells`.
    pub filters: u64,
    pub cells: u64,
}

impl Separable {
    /// `None` of a transposed layer, and where one of the three cannot be.
    pub fn of(plan: &Plan) -> Option<Self> {
        let spec = plan.spec();
        if spec.op != Op::Conv {
            return None;
        }
        let standard = LayerSpec {
            groups: 1,
            bias: false,
            ..spec.clone()
        };
        let depthwise = LayerSpec {
            out_channels: spec.in_channels,
            groups: spec.in_channels,
            ..standard.clone()
        };
        let ones = vec![1; spec.rank()];
        let pointwise = LayerSpec {
            kernel_size: ones.clone(),
            stride: ones.clone(),
            dilation: ones,
            padding: Padding::Cells(vec![0; spec.rank()]),
            padding_mode: PaddingMode::Zeros,
            ..standard.clone()
        };
        let planned = |spec: &LayerSpec, shape: &[usize]| spec.layer().ok()?.plan(shape, plan.flip()).ok();
        let whole = planned(&standard, plan.input_shape())?;
        let each = planned(&depthwise, plan.input_shape())?;
        let mix = planned(&pointwise, each.output_shape())?;
        let cells = plan
            .kernel_size()
            .iter()
            .fold(1, |cells: u64, &size| cells.saturating_mul(size as u64));
        let bare = LayerSpec {
            bias: false,
            ..spec.clone()
        };
        let is_of_them = [&standard, &depthwise, &pointwise].contains(&&bare);
        Some(Self {
            own: (!is_of_them).then(|| Cost::of(plan)),
            costs: [Cost::of(&whole), Cost::of(&each), Cost::of(&mix)],
            filters: spec.out_channels.unsigned_abs(),
            cells,
            standard,
            depthwise,
            pointwise,
        })
    }

    /// The two steps together.
    pub fn both(&self) -> Cost {
        self.costs[1].plus(self.costs[2])
    }

    /// The multiply-adds of the two steps, as a part of the standard layer's.
    pub fn ratio(&self) -> f64 {
        self.both().macs as f64 / self.costs[0].macs.max(1) as f64
    }

    /// Whether the ratio is `1 / filters + 1 / cells` exactly: compared as whole numbers.
    pub fn is_as_predicted(&self) -> bool {
        let [filters, cells] = [self.filters, self.cells].map(u128::from);
        let counted = u128::from(self.both().macs).checked_mul(filters * cells);
        let predicted = u128::from(self.costs[0].macs).checked_mul(filters + cells);
        counted.is_some() && counted == predicted
    }
}

/// What the two steps cost of the standard layer, from its output channels and its kernel's cells: Howard et al.,
/// "MobileNets", 2017, section 3.1.
pub fn predicted(filters: u64, cells: u64) -> f64 {
    1.0 / filters.max(1) as f64 + 1.0 / cells.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn separable(line: &str, shape: &[usize]) -> Option<Separable> {
        let layer = LayerSpec::parse(line).expect(line).layer().expect(line);
        Separable::of(&layer.plan(shape, false).expect(line))
    }

    #[test]
    fn a_layer_that_is_none_of_the_three_has_a_cost_of_its_own() {
        for (line, own) in [
            ("Conv1d(4, 4, 3)", None),
            ("Conv1d(4, 4, 3, groups=4)", None),
            ("Conv1d(4, 4, 1)", None),
            ("Conv1d(4, 4, 3, groups=2)", Some(24)),
        ] {
            let counted = separable(line, &[4, 9]).expect(line);
            assert_eq!(counted.own.map(|cost| cost.weights), own, "{line}");
        }
    }

    #[test]
    fn given_12x12x3_to_8x8x256_with_5x5_when_counted_then_it_is_the_textbook_s_example() {
        let counted = separable("Conv2d(3, 256, 5, bias=False)", &[3, 12, 12]).expect("a convolution");
        assert_eq!(counted.costs.map(|cost| cost.macs), [1_228_800, 4_800, 49_152]);
        assert_eq!(counted.both().macs, 53_952);
        assert_eq!(counted.costs.map(|cost| cost.weights), [19_200, 75, 768]);
        assert_eq!((counted.ratio() * 10_000.0).round(), 439.0);
        assert!(counted.is_as_predicted());
        assert_eq!(
            counted.standard.to_string(),
            "nn.Conv2d(3, 256, kernel_size=5, bias=False)"
        );
        assert_eq!(
            counted.depthwise.to_string(),
            "nn.Conv2d(3, 3, kernel_size=5, groups=3, bias=False)"
        );
        assert_eq!(
            counted.pointwise.to_string(),
            "nn.Conv2d(3, 256, kernel_size=1, bias=False)"
        );
    }

    #[test]
    fn given_3x3_and_many_channels_when_counted_then_it_is_about_a_ninth() {
        let counted = separable("Conv2d(256, 256, 3, padding=1)", &[256, 16, 16]).expect("a convolution");
        assert!((counted.ratio() - 1.0 / 9.0).abs() < 0.005);
        assert!(counted.is_as_predicted());
    }

    #[test]
    fn given_any_shape_when_counted_then_the_ratio_is_as_predicted() {
        for (line, shape) in [
            ("Conv1d(1, 1, 1)", &[1, 4][..]),
            ("Conv1d(6, 4, 5, stride=3, padding=4, dilation=2)", &[6, 30]),
            ("Conv2d(4, 8, (3, 5), groups=4, padding='same')", &[4, 9, 9]),
            ("Conv2d(3, 3, 3, padding=2, padding_mode='reflect')", &[3, 8, 8]),
            ("Conv3d(2, 5, 2)", &[2, 4, 4, 4]),
        ] {
            let counted = separable(line, shape).expect(line);
            assert!(counted.is_as_predicted(), "{line}");
            let predicted = predicted(counted.filters, counted.cells);
            assert!((counted.ratio() - predicted).abs() < 1e-12, "{line}");
        }
    }

    #[test]
    fn a_transposed_layer_is_not_compared() {
        assert_eq!(separable("ConvTranspose2d(3, 4, 3)", &[3, 4, 4]), None);
    }
}
