//! Which explaining pictures a layer has, and which one explains an argument.
use conv::{Field, LayerSpec};
use story::Topic;

fn spec(layer: &str) -> LayerSpec {
    LayerSpec::parse(layer).expect(layer)
}

#[test]
fn a_layer_has_the_pictures_that_say_something_of_it() {
    for (layer, wanted) in [
        (
            "Conv2d(4, 4, (1, 3))",
            "match channels groups separable padding stride dilation flip feeds matrix order stack compare",
        ),
        (
            "Conv1d(4, 4, 1)",
            "match channels groups separable pointwise padding stride dilation flip feeds matrix signal order stack compare",
        ),
        (
            "ConvTranspose2d(4, 4, 1)",
            "channels groups dilation feeds transposed matrix order stack compare",
        ),
        ("MaxPool1d(2)", "pooling order stack compare"),
        ("AvgPool2d(2)", "pooling order stack compare"),
        ("Linear(4, 4)", "order stack compare"),
        ("ZeroPad1d(1)", "order stack compare"),
    ] {
        let fits = Topic::ALL.iter().filter(|topic| topic.fits(&spec(layer)));
        let names: Vec<_> = fits.map(|topic| topic.name()).collect();
        assert_eq!(names.join(" "), wanted, "{layer}");
    }
}

#[test]
fn an_argument_is_explained_by_what_it_does_in_this_layer() {
    use Field::*;
    for (layer, field, wanted) in [
        ("Conv2d(4, 4, 3)", InChannels, Some("channels")),
        ("Conv2d(4, 4, 3)", OutChannels, Some("channels")),
        ("Conv2d(4, 4, 3)", Bias, Some("channels")),
        ("Conv2d(4, 4, 3)", KernelSize, Some("match")),
        ("Conv2d(4, 4, (1, 3))", KernelSize, Some("match")),
        ("Conv2d(4, 4, 1)", KernelSize, Some("pointwise")),
        ("Conv2d(4, 4, 3)", Groups, Some("groups")),
        ("Conv2d(4, 4, 3)", Padding, Some("padding")),
        ("Conv2d(4, 4, 3)", PaddingMode, Some("padding")),
        ("Conv2d(4, 4, 3)", Stride, Some("stride")),
        ("Conv2d(4, 4, 3)", Dilation, Some("dilation")),
        ("ConvTranspose2d(4, 4, 3)", KernelSize, None),
        ("ConvTranspose2d(4, 4, 3)", Padding, Some("transposed")),
        ("ConvTranspose2d(4, 4, 3)", Stride, Some("transposed")),
        ("ConvTranspose2d(4, 4, 3)", OutputPadding, Some("transposed")),
        ("ConvTranspose2d(4, 4, 3)", PaddingMode, None),
        ("MaxPool2d(2)", KernelSize, Some("pooling")),
        ("MaxPool2d(2)", Stride, None),
        ("Linear(4, 4)", InChannels, None),
    ] {
        let found = Topic::of(field, &spec(layer)).map(Topic::name);
        assert_eq!(found, wanted, "{layer} {field:?}");
    }
}
