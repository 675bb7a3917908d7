//! A one-dimensional layer as a two-dimensional one: its channels become rows, and its filters slabs as high as these.
use crate::Film;
use crate::difference::{Difference, WORK};
use conv::{LayerSpec, Op, Padding};

/// The layer that slides `(channels, kernel)` slabs over an image of one channel: the same weights, in the same order.
/// `None` for what has no such form: a layer of another rank, transposed, in groups, or with unequal padding.
pub fn as_image(spec: &LayerSpec) -> Option<LayerSpec> {
    let [kernel] = spec.kernel_size[..] else { return None };
    let (stride, dilation) = (*spec.stride.first()?, *spec.dilation.first()?);
    let padding = match &spec.padding {
        Padding::Cells(cells) => *cells.first()?,
        Padding::Valid => 0,
        Padding::Sides(_) => return None,
        Padding::Same => {
            let both = dilation.checked_mul(kernel - 1)?;
            if both % 2 != 0 {
                return None;
            }
            both / 2
        }
    };
    if spec.op != Op::Conv || spec.groups != 1 {
        return None;
    }
    let mut image = LayerSpec::new(Op::Conv, 2, 1, spec.out_channels, kernel);
    image.kernel_size = vec![spec.in_channels, kernel];
    image.stride = vec![1, stride];
    image.dilation = vec![1, dilation];
    image.padding = Padding::Cells(vec![0, padding]);
    image.bias = spec.bias;
    image.padding_mode = spec.padding_mode;
    Some(image)
}

/// How far the layer is from [`as_image`], on the film's numbers: for as many filters as a comparison has room for,
/// `None` where that is not one, or where the kernel is mirrored, which would mirror the channels too.
pub fn apart(film: &Film) -> Option<Difference> {
    let plan = &film.plan;
    let mut image = as_image(plan.spec())?;
    let filters = film.plan.output_shape()[0];
    let room = WORK / (plan.macs() / filters.max(1) as u64).max(1);
    let some = filters.min(usize::try_from(room).unwrap_or(filters));
    if some == 0 || plan.flip() {
        return None;
    }
    image.out_channels = some as i64;
    let shape = [1, plan.input_shape()[0], plan.input_shape()[1]];
    let image = image.layer().ok()?.plan(&shape, false).ok()?;
    let weights = film.weight.len() / filters * some;
    let bias = film.bias.as_deref().map(|bias| &bias[..some]);
    let outputs = image.run(&film.input, &film.weight[..weights], bias).ok()?;
    Some(Difference::of(&film.output, &outputs))
}
