//! Layers in a row, as text: one layer by itself, several as `nn.Sequential(...)`.
use crate::parse::{self, ParseError};
use crate::{LayerSpec, Op};

/// At most so many layers stand in a row.
pub const MOST_LAYERS: usize = 32;

/// Reads one layer or an `nn.Sequential(...)` as people write it or PyTorch prints it; one inside another is as if its
/// layers stood in its place. There is at least one layer.
///
/// # Errors
/// The first place that cannot be read, and what could stand there.
pub fn parse(text: &str) -> Result<Vec<LayerSpec>, ParseError> {
    parse::layers(text, MOST_LAYERS)
}

/// The canonical form: `nn.Sequential(nn.Conv2d(1, 8, kernel_size=3), nn.ReLU())`; a layer alone is itself.
pub fn line(layers: &[LayerSpec]) -> String {
    let mut line = String::new();
    for (at, layer) in layers.iter().enumerate() {
        if at > 0 {
            line += ", ";
        }
        line += &layer.to_string();
    }
    match layers {
        [_] => line,
        _ => ["nn.Sequential(", &line, ")"].concat(),
    }
}

/// Leaves open what every layer but the first takes from the one before it, so that what is written says all.
pub fn settle(layers: &mut [LayerSpec]) {
    for layer in layers.iter_mut().skip(1) {
        if layer.op.takes_any_rank() {
            *layer = LayerSpec::new(layer.op, 1, 1, 1, 1);
        } else if !layer.op.has_weight() {
            layer.set_channels(1);
        }
    }
}

/// The equal layer of an average pool: a depthwise convolution whose every weight is 1 over the number of the window's
/// cells. Its numbers are [`equal_weight`].
///
/// `None` for any other layer. `pool` is on its input ([`LayerSpec::on`], [`Plan::spec`](crate::Plan::spec)), so that it
/// knows its channels.
pub fn equal_depthwise(pool: &LayerSpec) -> Option<LayerSpec> {
    (pool.op == Op::AvgPool).then(|| LayerSpec {
        op: Op::Conv,
        ..pool.clone()
    })
}

/// The weights of [`equal_depthwise`]: `[C, 1, kernel...]`, all `1 / (cells of the kernel)`.
///
/// Products of them add up to the mean exactly where the window has a power of two of cells; elsewhere a division and
/// many multiplications may round apart.
pub fn equal_weight(pool: &crate::Plan) -> Vec<f32> {
    let cells: usize = pool.kernel_size().iter().product();
    vec![1.0 / cells as f32; pool.out_channels().saturating_mul(cells)]
}
